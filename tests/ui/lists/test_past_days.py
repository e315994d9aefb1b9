"""A list of days that are past marks nothing unasked, and nothing that nobody could call in."""

from PySide6.QtCore import Qt

from sendapp.ui.lists.dialog import ListsDialog
from tests.driver import Officer
from tests.ui.lists.test_lists import (
    DAY,
    LATE,
    LONG,
    PAST,
    asks,
    item,
    keeps,
    makes,
    shown,
    waits_for_words,
    with_records,
)


def test_what_waits_on_a_past_day_is_marked_only_if_it_is_ticked(officer: Officer) -> None:
    with_records(officer)
    asks(officer, now=LATE)
    waits_for_words(officer, f"1 decision. {PAST}")
    waiting = "If ticked, will be marked as published on 3 March 2026 (2)"
    assert shown(officer)[waiting] == ["The quay", LONG]
    item(officer, "The quay").setCheckState(0, Qt.CheckState.Checked)
    waits_for_words(officer, f"2 decisions. {PAST}")
    officer.clicks("list_as_pdf")
    officer.saves_file_as(officer.folder / "list.pdf")
    told = officer.message()
    assert told.startswith("The list was not made: one record could not be marked.")
    assert "The quay: Call-in would have ended on 6 March 2026, before it was marked here." in told
    officer.presses("Close")
    waits_for_words(officer, f"1 decision. {PAST}")
    makes(officer, "list_as_word", officer.folder / "list.docx")
    assert shown(officer)[waiting] == ["The quay", LONG]
    officer.presses("Close")
    officer.closes()
    assert {officer.kept()[title].record.status for title in ("The quay", LONG)} == {"decided"}


def test_what_waits_for_the_confirmed_list_of_a_past_day_is_not_ticked(officer: Officer) -> None:
    officer.starts()
    over = {"call_in_ends": "2026-03-06", "in_force_on": "2026-03-06"}
    keeps(officer, title="The ferry", status="published", draft_list_published=DAY, **over)
    asks(officer, "9 March 2026", LATE)
    officer.clicks("list_kind_confirmed")
    past = "what is ticked will be marked as confirmed on 9 March 2026, not today."
    waits_for_words(officer, f"Nothing is on the list yet. This day is past: {past}")
    item(officer, "The ferry").setCheckState(0, Qt.CheckState.Checked)
    waits_for_words(officer, f"1 decision. This day is past: {past}")
    makes(officer, "list_as_word", officer.folder / "list.docx")
    officer.presses("Close")
    officer.closes()
    kept = officer.kept()["The ferry"].record
    assert (kept.status, kept.confirmed_list_published) == ("implementable", "2026-03-09")


def test_an_answer_that_comes_late_takes_no_tick_away(officer: Officer) -> None:
    with_records(officer)
    asks(officer)
    waits_for_words(officer, "3 decisions, of which 2 will be marked as published on 3 March 2026.")
    dialog = officer.in_front()
    assert isinstance(dialog, ListsDialog)
    late = dialog._gathered
    assert late is not None
    dialog.gather()
    officer.waits_until(lambda: dialog._gathered is not None, "it is answered anew")
    item(officer, "The quay").setCheckState(0, Qt.CheckState.Unchecked)
    before = dialog.preview.ticked()
    dialog.show_gathered(dialog._times - 1, late)
    assert dialog.preview.ticked() == before
