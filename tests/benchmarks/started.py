"""Run as a process: starts the program as an officer does; says when a letter stands in a field.

Arguments: when it was started, the data folder, and `memory` to say what memory it has later.
"""

import gc
import json
import sys
import time
from collections import Counter
from pathlib import Path


def main() -> None:
    """Start the program with a look at it from outside, by a timer."""
    started, folder = float(sys.argv[1]), sys.argv[2]
    later = sys.argv[3:] == ["memory"]
    # The program does so before it loads anything.
    gc.disable()
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    app = QApplication(["sendapp"])
    looking = QTimer()
    looking.setInterval(2)
    found = {}

    def look() -> None:
        window = next((w for w in app.topLevelWidgets() if w.objectName() == "window"), None)
        if window is None or not window.isVisible() or window.pane.form is None:
            return
        looking.stop()
        window.pane.form.focus_first()
        found["ready"] = _type_a_letter(window, started)
        found["worked"] = time.thread_time() * 1000
        found["widgets"] = Counter(map(_qt_class, app.allWidgets()))
        QTimer.singleShot(4_000 if later else 0, finish)

    def finish() -> None:
        found["memory"] = memory()
        print(json.dumps(found), flush=True)
        app.exit(0)

    looking.timeout.connect(look)
    looking.start()
    from sendapp.__main__ import main as start

    sys.exit(start(["--data", folder]))


def _type_a_letter(window, started):  # type: ignore[no-untyped-def]
    """Return how long after `started`, in ms, a letter typed stands painted; take it away again."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    field = window.focusWidget()
    before = field.text()
    QTest.keyClick(field, Qt.Key.Key_X)
    QApplication.sendPostedEvents()
    window.repaint()
    ready = (time.monotonic() - started) * 1000
    assert field.text() != before, "the letter did not arrive"
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    return ready


def _qt_class(widget):  # type: ignore[no-untyped-def]
    """Return the name of the widget's class in Qt."""
    from PySide6 import QtWidgets

    found = widget.metaObject()
    while not hasattr(QtWidgets, found.className()):
        found = found.superClass()
    return found.className()


def memory() -> dict[str, float]:
    """Return this process's memory in MB, now and at its most; nothing where unknown."""
    status = Path("/proc/self/status")
    if not status.exists():
        return {}
    lines = dict(line.split(":", 1) for line in status.read_text().splitlines())
    return {k: int(lines[n].split()[0]) / 1024 for k, n in (("now", "VmRSS"), ("most", "VmHWM"))}


if __name__ == "__main__":
    main()
