"""Run as a process: lists the versions of the record that was open last, and chooses among them.

Arguments: when it was started, the data folder, how often.
"""

import json
import sys
import time
from datetime import date

from sendapp.ui.window import Window
from tests.benchmarks.figures import timed
from tests.benchmarks.program import let_pass, running, wait_for


def main() -> None:
    """List so often, choose as many versions, and print the times."""
    folder, often = sys.argv[2], int(sys.argv[3])
    with running(folder) as window:
        wait_for(lambda: window.pane.form is not None and window.pane.form.isVisible())
        window.arranging.show_history()
        wait_for(lambda: window.history.list.count())
        let_pass(2_000)
        versions = window.history.list.versions()
        found = {
            "listed": [_list(window) for _ in range(often)],
            "held": [_show_again(window) for _ in range(often)],
        }
        let_pass(1_000)
        rows = range(2, window.history.list.count() - 1)
        found["chosen"] = [_choose(window, rows[n % len(rows)]) for n in range(often)]
    print(json.dumps(found | {"versions": len(versions)}))


def _list(window: Window) -> float:
    """Return how long it takes from the question to the painted list, in ms."""
    emptied: list[bool] = []

    def note() -> None:
        emptied.append(True)

    window.history.list.model().modelReset.connect(note)
    started = time.perf_counter()
    window.history_desk.refresh()
    wait_for(lambda: emptied and window.history.list.count())
    window.history.list.viewport().repaint()
    took = (time.perf_counter() - started) * 1000
    window.history.list.model().modelReset.disconnect(note)
    return took


def _show_again(window: Window) -> float:
    """Return how long nothing else can happen in the window while the list is filled, in ms."""
    versions = window.history.list.versions()

    def show() -> None:
        window.history.show_versions(versions, date.today())
        window.history.list.viewport().repaint()

    return timed(show)


def _choose(window: Window, row: int) -> float:
    """Return how long it takes from choosing a version to its painted changes, in ms."""
    # What was asked before is answered by then.
    let_pass(100)
    changes = window.history.changes
    before = changes.widget()
    started = time.perf_counter()
    window.history.list.setCurrentRow(row)
    wait_for(lambda: changes.widget() is not before)
    changes.viewport().repaint()
    return (time.perf_counter() - started) * 1000


if __name__ == "__main__":
    main()
