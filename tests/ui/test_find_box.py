"""The search line waits for a pause, and not for Enter."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLineEdit, QMainWindow, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from sendapp.ui.actions import make_actions
from sendapp.ui.find_box import FindBox


@pytest.fixture
def box(qtbot: QtBot) -> Iterator[FindBox]:
    window = QWidget()
    column = QVBoxLayout(window)
    column.addWidget(QLineEdit())
    made = FindBox(window)
    column.addWidget(made)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    yield made
    window.hide()


def test_words_are_said_once_typing_pauses(box: FindBox, qtbot: QtBot) -> None:
    heard: list[str] = []
    box.words_changed.connect(heard.append)
    qtbot.keyClicks(box, "  school   transport ")
    assert heard == []
    qtbot.waitUntil(lambda: heard == ["school transport"])


def test_enter_and_down_go_on_to_what_was_found(box: FindBox, qtbot: QtBot) -> None:
    qtbot.keyClicks(box, "school")
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Down):
        with qtbot.waitSignal(box.results_wanted):
            qtbot.keyClick(box, key)


def test_escape_clears_at_once(box: FindBox, qtbot: QtBot) -> None:
    qtbot.keyClicks(box, "school")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    with qtbot.waitSignal(box.words_changed) as heard:
        qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert heard.args == [""]


def test_taking_the_focus_leaves_the_words_ready_to_be_replaced(box: FindBox) -> None:
    box.setText("quay")
    box.take_focus()
    assert box.hasFocus()
    assert box.selectedText() == "quay"


def test_the_menu_shows_the_keys_that_lead_here(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    assert make_actions(window)["find"].shortcut() == QKeySequence("Ctrl+Shift+F")


def test_the_invitation_is_as_long_as_fits(box: FindBox) -> None:
    box.resize(500, 30)
    assert box.placeholderText() == "Find in all records (Ctrl+Shift+F)"
    box.resize(120, 30)
    assert box.placeholderText() == "Find"
