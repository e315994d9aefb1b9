"""A line of the record: keys of the window go past it, whatever the desktop does with them."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from pytestqt.qtbot import QtBot

from sendapp.ui.line_edit import RecordLine


@pytest.mark.parametrize("key", [Qt.Key.Key_K, Qt.Key.Key_E, Qt.Key.Key_U])
@pytest.mark.parametrize("kind", [QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress])
def test_no_key_of_the_window_cuts_off_a_line(qtbot: QtBot, kind: QEvent.Type, key: Qt.Key) -> None:
    line = RecordLine("title", "Title")
    qtbot.addWidget(line)
    line.setText("Resurfacing of the quay")
    line.home(False)
    event = QKeyEvent(kind, key, Qt.KeyboardModifier.ControlModifier)
    event.accept()
    line.event(event)
    assert not event.isAccepted(), "it is the window’s to act on"
    assert line.text() == "Resurfacing of the quay"
