"""Undo and redo, across fields and items, each step by its name."""

import pytest
from PySide6.QtGui import QKeySequence

from tests.driver import Officer


def redo() -> str:
    """Ctrl+Y, or Ctrl+Shift+Z, as the desktop has it."""
    return QKeySequence(QKeySequence.StandardKey.Redo).toString()


@pytest.fixture
def drafting(officer: Officer) -> Officer:
    officer.starts()
    officer.begins_a_record()
    return officer


def test_steps_are_undone_in_turn_across_fields_and_items(drafting: Officer) -> None:
    officer = drafting
    officer.types("Quay")
    officer.types_into("decisions[0].text", "First")
    officer.keys("Return")
    officer.types("Second")
    assert officer.menu_words("Edit")[0] == "Undo Edit decision 2"

    names = []
    for _ in range(4):
        officer.keys("Ctrl+Z")
        names.append(officer.menu_words("Edit")[0])
    assert names == ["Undo Add decision", "Undo Edit decision 1", "Undo Edit title", "Undo"]
    assert officer.record.title == ""
    assert officer.record.decisions == ()

    for _ in range(4):
        officer.keys(redo())
    assert officer.record.title == "Quay"
    assert [item.text for item in officer.record.decisions] == ["<p>First</p>", "<p>Second</p>"]
    assert officer.menu_words("Edit")[:2] == ["Undo Edit decision 2", "Redo"]


def test_undo_from_the_menu_goes_to_the_field_it_changed(drafting: Officer) -> None:
    officer = drafting
    officer.types("Quay")
    officer.types_into("reasons[0].text", "Because")
    officer.menu("Edit", "Undo Edit reason 1")
    assert officer.focused() == "reasons[0].text"
    officer.menu("Edit", "Undo Edit title")
    assert officer.focused() == "title"
    officer.menu("Edit", "Redo Edit title")
    assert officer.reads("title") == "Quay"


def test_formatting_is_a_step_of_its_own(drafting: Officer) -> None:
    officer = drafting
    officer.types_into("decisions[0].text", "Plain words")
    officer.keys("Ctrl+Shift+Left", "Ctrl+B")
    assert officer.record.decisions[0].text == "<p>Plain <b>words</b></p>"
    assert officer.menu_words("Edit")[0] == "Undo Bold"
    officer.keys("Ctrl+Z")
    assert officer.record.decisions[0].text == "<p>Plain words</p>"


def test_where_the_record_stands_is_no_step(drafting: Officer) -> None:
    officer = drafting
    officer.types("Quay")
    before = officer.record
    officer.clicks("step_next")
    officer.waits_until(lambda: officer.sees("step_reason_0"), "the step is refused")
    officer.menu("Edit", "Undo Edit title")
    assert (officer.record.title, officer.record.status) == ("", before.status)


def test_undo_does_not_reach_into_another_record(drafting: Officer) -> None:
    officer = drafting
    officer.types("One")
    officer.begins_a_record()
    officer.keys("Ctrl+Z")
    assert officer.record.title == ""
    officer.waits_until_saved()
    officer.closes()
    assert set(officer.kept()) == {"One", ""}
