"""The keys of numbered items, as officers know them from Word, and dragging."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from sendapp.ui.form.item_list import ItemList
from sendapp.ui.form.row_card import ROW_MIME
from tests.driver import Officer


@pytest.fixture
def officer_with_items(officer: Officer) -> Officer:
    officer.starts()
    officer.begins_a_record()
    officer.types_into("reasons[0].text", "One\nTwo\nThree")
    return officer


def texts(officer: Officer, name: str = "reasons") -> list[str]:
    return [item.text for item in getattr(officer.record, name)]


def test_enter_makes_items_and_shift_enter_lines(officer_with_items: Officer) -> None:
    officer = officer_with_items
    assert texts(officer) == ["<p>One</p>", "<p>Two</p>", "<p>Three</p>"]
    officer.keys("Shift+Return")
    officer.types("more")
    assert texts(officer)[2] == "<p>Three<br>more</p>"


def test_enter_within_a_text_makes_a_paragraph(officer_with_items: Officer) -> None:
    officer = officer_with_items
    officer.keys("Left", "Left", "Return")
    assert texts(officer) == ["<p>One</p>", "<p>Two</p>", "<p>Thr</p><p>ee</p>"]


def test_ctrl_enter_splits_and_backspace_joins(officer_with_items: Officer) -> None:
    officer = officer_with_items
    officer.keys("Left", "Left", "Ctrl+Return")
    assert texts(officer) == ["<p>One</p>", "<p>Two</p>", "<p>Thr</p>", "<p>ee</p>"]
    assert officer.focused() == "reasons[3].text"
    officer.types("x")
    assert texts(officer)[3] == "<p>xee</p>"
    officer.keys("Backspace", "Backspace")
    assert texts(officer) == ["<p>One</p>", "<p>Two</p>", "<p>Thr</p><p>ee</p>"]
    assert officer.focused() == "reasons[2].text"
    officer.keys("Backspace")
    assert texts(officer) == ["<p>One</p>", "<p>Two</p>", "<p>Three</p>"]


def test_typing_goes_on_where_two_items_were_joined(officer_with_items: Officer) -> None:
    officer = officer_with_items
    officer.keys("Home", "Backspace")
    officer.types("!")
    assert texts(officer) == ["<p>One</p>", "<p>Two</p><p>!Three</p>"]


def test_tab_always_leaves_the_field(officer_with_items: Officer) -> None:
    officer = officer_with_items
    officer.keys("Tab")
    assert officer.focused() == "add_reasons"
    officer.keys("Shift+Tab", "Shift+Tab")
    assert officer.focused() == "reasons[1].text"
    assert texts(officer) == ["<p>One</p>", "<p>Two</p>", "<p>Three</p>"]


def test_words_typed_after_the_last_item_begin_the_next_one(officer_with_items: Officer) -> None:
    officer = officer_with_items
    officer.keys("Tab")
    officer.types("Four £4 – é")
    assert texts(officer) == ["<p>One</p>", "<p>Two</p>", "<p>Three</p>", "<p>Four £4 – é</p>"]
    assert officer.focused() == "reasons[3].text"
    officer.keys("Tab")
    officer.types("Five\nSix")
    assert texts(officer)[4:] == ["<p>Five</p>", "<p>Six</p>"]


def test_words_typed_at_the_add_button_fill_an_empty_last_item(officer_with_items: Officer) -> None:
    officer = officer_with_items
    officer.keys("Tab", "Return", "Tab")
    assert officer.focused() == "add_reasons"
    officer.types("Four")
    assert texts(officer)[3:] == ["<p>Four</p>"]


def test_words_typed_after_the_last_option_are_the_title_of_the_next(officer: Officer) -> None:
    officer.starts()
    officer.begins_a_record()
    officer.types_into("options[0].title", "Do nothing")
    officer.finds("add_options").setFocus()
    officer.types("Rebuild")
    assert [option.title for option in officer.record.options] == ["Do nothing", "Rebuild"]


def test_keys_that_type_nothing_do_nothing_at_the_add_button(officer_with_items: Officer) -> None:
    officer = officer_with_items
    officer.keys("Tab", "Ctrl+B", "Backspace", "F4")
    assert officer.focused() == "add_reasons"
    assert texts(officer) == ["<p>One</p>", "<p>Two</p>", "<p>Three</p>"]


def test_alt_shift_arrows_move_an_item(officer_with_items: Officer) -> None:
    officer = officer_with_items
    officer.keys("Alt+Shift+Up", "Alt+Shift+Up", "Alt+Shift+Up")
    assert texts(officer) == ["<p>Three</p>", "<p>One</p>", "<p>Two</p>"]
    assert officer.focused() == "reasons[0].text"
    officer.types("!")
    assert texts(officer)[0] == "<p>Three!</p>"
    officer.keys("Alt+Shift+Down")
    assert texts(officer) == ["<p>One</p>", "<p>Three!</p>", "<p>Two</p>"]
    assert officer.menu_words("Edit")[0] == "Undo Move reason"


def test_ctrl_shift_delete_removes_an_item_and_undo_brings_it_back(
    officer_with_items: Officer,
) -> None:
    officer = officer_with_items
    officer.keys("Ctrl+Shift+Delete")
    assert texts(officer) == ["<p>One</p>", "<p>Two</p>"]
    assert officer.focused() == "reasons[1].text"
    officer.keys("Ctrl+Z")
    assert texts(officer)[2] == "<p>Three</p>"


def test_every_item_can_be_removed_and_typing_begins_anew(officer_with_items: Officer) -> None:
    officer = officer_with_items
    officer.keys("Ctrl+Shift+Delete", "Ctrl+Shift+Delete", "Ctrl+Shift+Delete")
    assert texts(officer) == []
    assert officer.focused() == "reasons[0].text"
    officer.types("Again")
    assert texts(officer) == ["<p>Again</p>"]


def test_an_option_moves_with_its_title_and_its_tick(officer: Officer) -> None:
    officer.starts()
    officer.begins_a_record()
    officer.types_into("options[0].title", "Resurface")
    officer.clicks("options[0].recommended")
    officer.presses("Add an option")
    officer.types("Do nothing")
    officer.keys("Alt+Shift+Up")
    first, second = officer.record.options
    assert (first.title, first.recommended) == ("Do nothing", False)
    assert (second.title, second.recommended) == ("Resurface", True)


def test_a_row_is_dragged_by_its_number(officer_with_items: Officer) -> None:
    officer = officer_with_items
    items = officer.finds("reasons_list", ItemList)
    key = officer.record.reasons[0].key
    data = QMimeData()
    data.setData(ROW_MIME, f"reasons\n{key}".encode())
    below = QPointF(20, items.cards[2].geometry().bottom() - 2)
    _drops(items, data, below)
    assert texts(officer) == ["<p>Two</p>", "<p>Three</p>", "<p>One</p>"]
    officer.keys("Ctrl+Z")
    assert texts(officer) == ["<p>One</p>", "<p>Two</p>", "<p>Three</p>"]


def test_a_row_of_another_list_is_not_taken(officer_with_items: Officer) -> None:
    officer = officer_with_items
    items = officer.finds("reasons_list", ItemList)
    data = QMimeData()
    data.setData(ROW_MIME, b"decisions\nsomething")
    _drops(items, data, QPointF(20, 5))
    assert texts(officer) == ["<p>One</p>", "<p>Two</p>", "<p>Three</p>"]


def _drops(items: ItemList, data: QMimeData, at: QPointF) -> None:
    """Carry `data` over the list and let it go; the drag's own loop belongs to the desktop."""
    move, left = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    start = QPoint(20, 2)
    QApplication.sendEvent(items, QDragEnterEvent(start, move, data, left, none))
    QApplication.sendEvent(items, QDragMoveEvent(at.toPoint(), move, data, left, none))
    QApplication.sendEvent(items, QDropEvent(at, move, data, left, none))
