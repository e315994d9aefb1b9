"""An officer leaves a record that holds words which cannot be kept: they are asked first."""

from PySide6.QtWidgets import QApplication

from tests.driver import Officer
from tests.factory import a_record

NOT_KEPT = " and the \x07 bell"


def with_a_refused_title(officer: Officer) -> str:
    """Paste into a title what cannot be kept; return the id of another record that is kept."""
    officer.starts()
    other = a_record(title="The other")
    officer.window.records.take_in(other)
    officer.waits_until(lambda: officer.window.pane.open_record is not None, "it is open")
    officer.begins_a_record()
    officer.clicks("title")
    officer.types("Kept before")
    officer.waits_until_saved()
    QApplication.clipboard().setText(NOT_KEPT)
    officer.keys("End", "Ctrl+V")
    officer.waits_until(lambda: bool(officer.window.pane.refusals), "it is refused")
    return other.id


def test_going_back_keeps_what_was_pasted_on_the_form(officer: Officer) -> None:
    other = with_a_refused_title(officer)
    officer.window.records.open(other)
    officer.answers("Go back")
    assert officer.record.title == "Kept before"
    assert officer.finds("title").property("text") == f"Kept before{NOT_KEPT}"
    current = officer.window.register.records.currentIndex()
    assert "Kept before" in str(current.data())


def test_leaving_it_opens_the_other_and_keeps_what_was_there_before(officer: Officer) -> None:
    other = with_a_refused_title(officer)
    before = officer.record.id
    officer.window.records.open(other)
    officer.answers("Leave the record")
    officer.waits_until(lambda: officer.record.id == other, "the other is open")
    officer.window.records.open(before)
    officer.waits_until(lambda: officer.record.id == before, "the first is open again")
    assert officer.record.title == "Kept before"


def test_a_new_record_is_asked_about_too(officer: Officer) -> None:
    with_a_refused_title(officer)
    before = officer.record.id
    officer.clicks("button_new")
    officer.answers("Go back")
    assert officer.record.id == before
