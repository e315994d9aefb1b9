"""Run as a process: opens the journal, narrows it, and goes to its end, again and again.

Arguments: when it was started, the data folder, how often.
"""

import json
import sys
import time

from PySide6.QtWidgets import QApplication

from sendapp.ui.journal.dialog import JournalDialog
from sendapp.ui.window import Window
from tests.benchmarks.journal import RARE
from tests.benchmarks.program import let_pass, running, wait_for


def main() -> None:
    """Do it so often, and print the times."""
    folder, often = sys.argv[2], int(sys.argv[3])
    opened, narrowed, more = [], [], []
    with running(folder) as window:
        let_pass(3_000)
        for _ in range(often):
            taken, dialog = _open(window)
            opened.append(taken)
            more.append(_more(dialog))
            narrowed.append(_narrow(dialog))
            dialog.reject()
            let_pass(50)
    print(json.dumps({"opened": opened, "narrowed": narrowed, "more": more}))


def _open(window: Window) -> tuple[float, JournalDialog]:
    """Return the time from the act to the painted lines, in ms, and the dialog."""
    started = time.perf_counter()
    window.acts["journal"].trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, JournalDialog)
    wait_for(dialog.model.rowCount)
    dialog.list.viewport().repaint()
    return (time.perf_counter() - started) * 1000, dialog


def _narrow(dialog: JournalDialog) -> float:
    """Return the time from asking for a word that few lines have to the painted lines, in ms."""
    was = dialog._said.text()
    dialog._words.setText(RARE)
    started = time.perf_counter()
    dialog.ask()
    wait_for(lambda: dialog._said.text() != was)
    dialog.list.viewport().repaint()
    return (time.perf_counter() - started) * 1000


def _more(dialog: JournalDialog) -> float:
    """Return the time from reaching the end to the older lines painted, in ms."""
    rows = dialog.model.rowCount()
    started = time.perf_counter()
    dialog.list.scrollToBottom()
    wait_for(lambda: dialog.model.rowCount() > rows)
    dialog.list.viewport().repaint()
    return (time.perf_counter() - started) * 1000


if __name__ == "__main__":
    main()
