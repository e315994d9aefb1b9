"""Messages wait for nobody and tell who asked what was answered."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from sendapp.errors import DiskFull, InputProblems, TemplateProblem
from sendapp.ui.messages import Answer, BugDialog, Messages, Part

EMPTY = [
    Answer("empty", "Empty the bin", Part.DESTROY),
    Answer("keep", "Keep them", Part.CANCEL),
]


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def _box(window: QWidget) -> QMessageBox:
    found = window.findChild(QMessageBox)
    assert found is not None
    assert found.isVisible()
    return found


def test_a_problem_is_told_with_its_hint(window: QWidget) -> None:
    Messages(window).show_problem(DiskFull("There is no room left.", "Make room, then go on."))
    box = _box(window)
    assert box.text() == "There is no room left."
    assert box.informativeText() == "Make room, then go on."


def test_what_a_problem_names_is_never_mark_up(window: QWidget) -> None:
    Messages(window).show_problem(TemplateProblem("No <b>x</b>.", "Ask.", where="{{ <i>y }}"))
    assert _box(window).textFormat() == Qt.TextFormat.PlainText
    assert "{{ <i>y }}" in _box(window).informativeText()


def test_a_long_list_of_problems_is_cut_and_counted(window: QWidget) -> None:
    problems = [f"reasons[{n}] is no text" for n in range(40)]
    Messages(window).show_problem(InputProblems("It cannot be read.", problems=problems))
    assert "reasons[0]" in _box(window).informativeText()
    assert "and 28 more" in _box(window).informativeText()


@pytest.mark.parametrize(("pressed", "told"), [("empty", "empty"), ("keep", "keep")])
def test_the_answer_comes_back_by_name(window: QWidget, pressed: str, told: str) -> None:
    answers: list[str] = []
    Messages(window).ask("Empty the bin?", "For good.", EMPTY, answers.append)
    button = _box(window).findChild(QPushButton, f"answer_{pressed}")
    assert button is not None
    button.click()
    assert answers == [told]


def test_escape_and_enter_give_the_answer_that_changes_nothing(
    window: QWidget, qtbot: QtBot
) -> None:
    answers: list[str] = []
    Messages(window).ask("Empty the bin?", "For good.", EMPTY, answers.append)
    qtbot.keyClick(_box(window), Qt.Key.Key_Escape)
    assert answers == ["keep"]
    assert Messages(window) is not None


def test_a_fault_of_ours_can_be_copied_with_versions(window: QWidget) -> None:
    messages = Messages(window)
    messages.show_bug("ValueError: x")
    messages.show_bug("KeyError: y")
    dialogs = window.findChildren(BugDialog)
    assert len(dialogs) == 1
    copy = dialogs[0].findChild(QPushButton, "bug_copy")
    assert copy is not None
    copy.click()
    copied = QGuiApplication.clipboard().text()
    assert "sendapp 0" in copied
    assert "ValueError: x" in copied
    assert "KeyError: y" in copied
    report = dialogs[0].findChild(QPlainTextEdit)
    assert report is not None
    assert report.tabChangesFocus()
