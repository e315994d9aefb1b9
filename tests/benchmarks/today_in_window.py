"""Run as a process: opens Today, again and again.

Arguments: when it was started, the data folder, how often.
"""

import json
import sys
import time

from sendapp.ui.window import Window
from tests.benchmarks.program import let_pass, running, wait_for


def main() -> None:
    """Open it so often, and print the times and how much is due."""
    folder, often = sys.argv[2], int(sys.argv[3])
    with running(folder) as window:
        let_pass(3_000)
        times = [_open(window) for _ in range(often)]
        due = [int(count) for count in _counted(window)]
    print(json.dumps({"times": times, "due": due[0]}))


def _open(window: Window) -> float:
    """Return the time from the act to the painted list, in ms, with nothing shown before."""
    window.today.show_tasks((), window.today_desk.today())
    let_pass(50)
    started = time.perf_counter()
    window.acts["today"].trigger()
    wait_for(lambda: window.today.model.rowCount())
    window.today.list.viewport().repaint()
    return (time.perf_counter() - started) * 1000


def _counted(window: Window) -> list[int]:
    counts: list[int] = []
    window.today_desk.counted.connect(counts.append)
    window.today_desk.refresh()
    wait_for(lambda: counts)
    return counts


if __name__ == "__main__":
    main()
