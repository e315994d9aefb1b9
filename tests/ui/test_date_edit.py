"""A date is typed as officers type it, and nothing typed is lost."""

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from sendapp.ui.date_edit import UNREAD, CalendarPopup, DateEdit


@pytest.fixture
def form(qtbot: QtBot) -> QWidget:
    window = QWidget()
    column = QVBoxLayout(window)
    column.addWidget(DateEdit("date_of_decision", "Date of decision"))
    column.addWidget(QLineEdit(objectName="elsewhere"))
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    return window


@pytest.fixture
def field(form: QWidget, qtbot: QtBot) -> DateEdit:
    found = form.findChild(DateEdit)
    assert found is not None
    found.setFocus()
    qtbot.waitUntil(found.line.hasFocus)
    return found


def _leave(field: DateEdit, qtbot: QtBot) -> None:
    qtbot.keyClick(field.line, Qt.Key.Key_Tab)
    qtbot.keyClick(field.button, Qt.Key.Key_Tab)


def _type(field: DateEdit, words: str, qtbot: QtBot) -> list[list[str]]:
    heard: list[list[str]] = []
    field.date_edited.connect(lambda iso, typed: heard.append([iso, typed]))
    qtbot.keyClicks(field.line, words)
    return heard


@pytest.mark.parametrize("typed", ["24/11/2025", "24 nov 2025", "Mon 24 November 2025"])
def test_a_date_is_read_while_typing_and_written_out_on_leaving(
    field: DateEdit, qtbot: QtBot, typed: str
) -> None:
    heard = _type(field, typed, qtbot)
    assert heard[-1] == ["2025-11-24", typed]
    assert field.line.text() == typed
    _leave(field, qtbot)
    assert field.line.text() == "24 November 2025"
    assert field.note.isHidden()


def test_what_cannot_be_read_stays_and_says_so_only_on_leaving(
    field: DateEdit, qtbot: QtBot
) -> None:
    heard = _type(field, "after Cabinet", qtbot)
    assert heard[-1] == ["", "after Cabinet"]
    assert field.note.isHidden()
    _leave(field, qtbot)
    assert field.line.text() == "after Cabinet"
    assert field.note.isVisible()
    assert field.note.text() == UNREAD
    assert field.line.accessibleDescription() == UNREAD


def test_nothing_beneath_moves_when_a_date_cannot_be_read(field: DateEdit, qtbot: QtBot) -> None:
    beneath = field.window().findChild(QLineEdit, "elsewhere")
    assert beneath is not None
    at = beneath.geometry()
    _type(field, "after Cabinet", qtbot)
    _leave(field, qtbot)
    assert field.note.isVisible()
    QApplication.processEvents()
    assert beneath.geometry() == at
    field.line.setFocus()
    field.line.selectAll()
    _type(field, "1/2/2026", qtbot)
    assert field.note.isHidden()
    QApplication.processEvents()
    assert beneath.geometry() == at


def test_what_is_wrong_with_a_date_is_said_until_it_is_edited(
    field: DateEdit, qtbot: QtBot
) -> None:
    field.show_problem("It has to be filled in.")
    assert field.note.text() == "It has to be filled in."
    assert field.line.accessibleDescription() == "It has to be filled in."
    _type(field, "2", qtbot)
    assert field.note.isHidden()
    assert field.line.accessibleDescription() == ""


def test_that_it_is_no_date_is_said_before_anything_else(field: DateEdit, qtbot: QtBot) -> None:
    _type(field, "soon", qtbot)
    field.show_problem("It has to be filled in.")
    assert field.note.text() == UNREAD


def test_showing_a_date_is_not_editing_it(field: DateEdit, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(field.date_edited):
        field.show_date("2025-11-24")
        assert field.line.text() == "24 November 2025"
        field.show_date("", "some day")
        assert field.line.text() == "some day"
        field.show_date("")
        assert field.line.text() == ""


def test_an_echo_does_not_rewrite_what_is_being_typed(field: DateEdit, qtbot: QtBot) -> None:
    field.date_edited.connect(field.show_date)
    _type(field, "1/2/2026", qtbot)
    assert field.line.text() == "1/2/2026"


def test_the_calendar_opens_by_keyboard_and_its_day_is_taken(field: DateEdit, qtbot: QtBot) -> None:
    field.show_date("2025-11-24")
    qtbot.keyClick(field.line, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, CalendarPopup)
    assert popup.calendar.selectedDate() == QDate(2025, 11, 24)
    with qtbot.waitSignal(field.date_edited) as heard:
        popup.calendar.activated.emit(QDate(2025, 12, 1))
    assert heard.args == ["2025-12-01", "1 December 2025"]
    assert popup.isHidden()


def test_escape_leaves_the_calendar(field: DateEdit, qtbot: QtBot) -> None:
    field.button.click()
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, CalendarPopup)
    with qtbot.assertNotEmitted(field.date_edited):
        qtbot.keyClick(popup.calendar, Qt.Key.Key_Escape)
    assert popup.isHidden()


def test_undo_is_left_to_the_record(field: DateEdit, qtbot: QtBot) -> None:
    _type(field, "24", qtbot)
    qtbot.keyClick(field.line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.line.text() == "24"
