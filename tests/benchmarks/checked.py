"""Run as a process: types what a check finds, takes it away, and looks when the panel is right.

Arguments: when it was started, the data folder, how many pauses, how many paragraphs.
"""

import json
import subprocess
import sys
import time
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTextEdit

from sendapp.domain.interchange import to_json
from sendapp.ui.findings_model import FindingsModel, Role
from sendapp.ui.window import Window
from tests.benchmarks.program import let_pass, open_in, running, wait_for
from tests.benchmarks.setting import paragraphs_record

_WORDS = "See Appendix Q for these figures. "

_COLD = """
import sys, time
from sendapp.domain.checks.catalogue import check_record
from sendapp.domain.interchange import from_json
record = from_json(sys.stdin.read())
began = time.perf_counter()
check_record(record)
print((time.perf_counter() - began) * 1000)
"""


def main() -> None:
    """Type a sentence and take it away, so often; print the times until the panel says so."""
    folder, pauses, paragraphs = sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
    record = paragraphs_record(paragraphs, 1)
    found: dict[str, list[float]] = {"from_pause": [], "from_key": [], "cold": []}
    with running(folder) as window:
        open_in(window, record)
        window.arranging.show_checks()
        wait_for(lambda: window.checks.model.rowCount())
        let_pass(1_500)
        for number in range(pauses + 2):
            let_pass(300)
            from_key, from_pause = _pause(window, appears=number % 2 == 0)
            if number > 1:
                found["from_key"].append(from_key)
                found["from_pause"].append(from_pause)
        let_pass(1_500)
    for _ in range(3):
        done = subprocess.run(
            [sys.executable, "-c", _COLD],
            input=to_json(record),
            capture_output=True,
            text=True,
            check=True,
            cwd=Path(__file__).resolve().parents[2],
        )
        found["cold"].append(float(done.stdout))
    print(json.dumps(found))


def _pause(window: Window, *, appears: bool) -> tuple[float, float]:
    """Return the times from the last key, and from its reaching the record, to the right panel."""
    form, open_record = window.pane.form, window.pane.open_record
    assert form is not None
    assert open_record is not None
    form.reveal("reasons[0].text")
    editor = window.focusWidget()
    assert isinstance(editor, QTextEdit)
    changed: list[float] = []
    note = lambda _: changed.append(time.perf_counter())  # noqa: E731
    open_record.changed.connect(note)
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    if appears:
        QTest.keyClicks(editor, _WORDS)
    else:
        for _ in _WORDS:
            QTest.keyClick(editor, Qt.Key.Key_Delete)
    last_key = time.perf_counter()
    changed.clear()
    wait_for(lambda: _shows(window.checks.model) is appears and changed)
    window.checks.list.viewport().repaint()
    painted = time.perf_counter()
    open_record.changed.disconnect(note)
    return (painted - last_key) * 1000, (painted - changed[0]) * 1000


def _shows(model: FindingsModel) -> bool:
    rows = [model.index(row).data(Role.FOUND) for row in range(model.rowCount())]
    return any(s and s.words == "Appendix Q" for s in rows)


if __name__ == "__main__":
    main()
