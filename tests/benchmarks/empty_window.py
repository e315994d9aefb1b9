"""Run as a process: an empty window with so many widgets, until one can type in it.

Arguments: when it was started, how many widgets in all, and as JSON how many of them are of
which of Qt's classes; the others, beside the parts these have themselves, are plain.
"""

import json
import sys
import time

from PySide6 import QtWidgets
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QVBoxLayout, QWidget


def main() -> None:
    """Show it, type a letter, say when the letter was painted."""
    started, count, kinds = float(sys.argv[1]), int(sys.argv[2]), json.loads(sys.argv[3])
    app = QApplication(["empty"])
    window = QMainWindow()
    middle = QWidget(window)
    column = QVBoxLayout(middle)
    column.setSpacing(0)
    field = QLineEdit(middle)
    column.addWidget(field)
    for name, many in kinds.items():
        for _ in range(many):
            column.addWidget(getattr(QtWidgets, name)(middle))
    for _ in range(count - len(app.allWidgets())):
        column.addWidget(QWidget(middle))
    window.setCentralWidget(middle)
    window.resize(1440, 900)
    window.show()
    app.processEvents()
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_X)
    window.repaint()
    ready = (time.monotonic() - started) * 1000
    assert field.text() == "x"
    found = {"ready": ready, "worked": time.thread_time() * 1000}
    print(json.dumps(found | {"widgets": len(app.allWidgets())}))


if __name__ == "__main__":
    main()
