"""Steps when something comes between: the journal beside it, a full disk, another record."""

import pytest
from PySide6.QtWidgets import QPushButton

from sendapp.domain.refusing import Refusal
from sendapp.domain.states import Act
from sendapp.errors import DiskFull
from sendapp.services.stating import Refused
from sendapp.storage.states import StateStore
from sendapp.ui.states.dialog import StepDialog
from tests.driver import Officer
from tests.journeys.drafting import as_typed
from tests.journeys.stepping import opens_a_draft, stands_at, takes


@pytest.fixture
def draft(officer: Officer) -> Officer:
    """An officer at a record that lacks nothing but its steps."""
    return opens_a_draft(officer, decision_maker_interest="no")


def test_the_journal_of_a_record_is_read_beside_it(draft: Officer) -> None:
    officer = draft
    takes(officer, "Ready for signature", "Ready for signature")
    officer.keys("F9")
    officer.waits_until(lambda: officer.sees("history_view"), "the history is shown")
    officer.chooses("history_view", "What was done: the journal")
    officer.waits_until(
        lambda: "Marked as ready for signature" in officer.reads("journal"), "it is told"
    )
    assert officer.reads("journal").startswith("Today, ")


def test_a_full_disk_leaves_the_record_where_it_stood_with_all_that_was_typed(
    draft: Officer, monkeypatch: pytest.MonkeyPatch
) -> None:
    officer = draft
    takes(officer, "Ready for signature", "Ready for signature")

    def full(*_: object, **__: object) -> None:
        raise DiskFull("The disk is full.", "Free some space.")

    with monkeypatch.context() as patched:
        patched.setattr(StateStore, "put", full)
        officer.types_into("title", "New")
        officer.clicks("step_next")
        officer.waits_until(lambda: officer.sees("step_take"), "the step asks")
        officer.keys("Ctrl+A")
        officer.types(as_typed("2026-03-02"))
        officer.clicks("step_take")
        officer.waits_until(lambda: officer.sees("step_reason_0"), "it says why")
        assert officer.reads("step_reason_0") == "The disk is full. Free some space."
        assert officer.reads("step_date_of_decision") == "2 March 2026"
    officer.clicks("step_take")
    stands_at(officer, "Decided")
    assert officer.record.title == "QuayNew"
    officer.closes()
    kept = officer.kept()["QuayNew"].record
    assert (kept.status, kept.date_of_decision) == ("decided", "2026-03-02")


def test_a_step_whose_record_is_left_at_once_is_still_told(draft: Officer) -> None:
    officer = draft
    officer.types_into("title", "New")
    officer.window.stepping.next_step()
    officer.window.records.new()
    officer.waits_until(lambda: officer.reads("title") == "", "the new record is open")
    officer.closes()
    assert officer.kept()["QuayNew"].record.status == "ready"


def test_dates_that_were_filled_in_are_there_again_after_something_was_mended(
    draft: Officer,
) -> None:
    officer = publishing(draft)
    for name in ("call_in_ends", "in_force_on"):
        officer.clicks(f"step_{name}")
        officer.keys("Ctrl+A")
        officer.types(as_typed("2030-03-08"))
    officer.clicks("step_call_in_reason")
    officer.types("Members asked.")
    goes_to_mend(officer)
    officer.clicks("step_next")
    officer.waits_until(lambda: officer.sees("step_call_in_reason"), "it asks again")
    assert officer.reads("step_call_in_ends") == "8 March 2030"
    assert officer.reads("step_in_force_on") == "8 March 2030"
    assert officer.reads("step_call_in_reason") == "Members asked."


def test_a_cancelled_step_asks_afresh_and_counts_anew(draft: Officer) -> None:
    officer = publishing(draft)
    counted = officer.reads("step_call_in_ends")
    for name in ("draft_list_published", "call_in_ends"):
        officer.clicks(f"step_{name}")
        officer.keys("Ctrl+A")
        officer.types(as_typed("2030-03-08"))
    officer.clicks("step_cancel")
    officer.clicks("step_next")
    officer.waits_until(lambda: officer.sees("step_take"), "the step asks again")
    assert officer.reads("step_call_in_ends") == counted
    goes_to_mend(officer)
    officer.clicks("step_next")
    officer.waits_until(lambda: officer.sees("step_take"), "the step asks again")
    officer.clicks("step_draft_list_published")
    officer.keys("Ctrl+A")
    officer.types(as_typed("2030-03-04"))
    assert officer.reads("step_call_in_ends") == "7 March 2030"


def publishing(officer: Officer) -> Officer:
    """Decide, and open what publishing asks."""
    takes(officer, "Ready for signature", "Ready for signature")
    takes(officer, "Record the decision…", "Decided", date_of_decision="2026-03-02")
    officer.clicks("step_next")
    officer.waits_until(lambda: officer.sees("step_take"), "the step asks")
    return officer


def goes_to_mend(officer: Officer) -> None:
    """Leave the dialog for a field of the record that it is refused for."""
    dialog = officer.in_front()
    assert isinstance(dialog, StepDialog)
    dialog.show_fault(Refused((Refusal("clearances", "Legal has not cleared it."),)))
    officer.clicks("step_go_0")
    officer.waits_until(lambda: not officer.sees("step_take"), "the dialog is left")


def test_the_undo_of_a_step_that_is_offered_takes_back_no_other_records(draft: Officer) -> None:
    officer = draft
    takes(officer, "Ready for signature", "Ready for signature")
    officer.waits_for_notice("Marked as ready for signature.")
    undo = officer.window.status._action
    assert undo is not None
    officer.begins_a_record()
    undo()
    officer.waits_for_notice("That record is not open any more.")
    officer.closes()
    assert officer.kept()["Quay"].record.status == "ready"


def test_a_record_that_went_another_way_meanwhile_is_opened_as_it_stands_and_no_word_is_lost(
    draft: Officer,
) -> None:
    officer = draft
    record = officer.record
    officer.window.services.stating.take(record, {}, Act.READY, {}).result(timeout=20)
    officer.types_into("title", "Typed too late ")
    officer.waits_until(
        lambda: "stands elsewhere meanwhile" in officer.reads("status_saved"), "it is told"
    )
    officer.keys("F5")
    assert officer.message().endswith("It is offered to you when the program starts again.")
    officer.keys("Escape")
    officer.window.records.open(record.id)
    officer.waits_until(lambda: officer.window.pane.form is not None, "the record is open")
    assert (officer.record.status, officer.record.title) == ("ready", record.title)
    officer.types_into("title", "Typed on ")
    officer.waits_until_saved()
    officer.closes()
    (side_file,) = officer.paths.rescued.glob("*.json")
    assert "Typed too late" in side_file.read_text(encoding="utf-8")


def test_a_step_under_way_is_waited_for(draft: Officer) -> None:
    officer = draft
    takes(officer, "Ready for signature", "Ready for signature")
    officer.clicks("step_next")
    officer.waits_until(lambda: officer.sees("step_take"), "the step asks")
    dialog = officer.in_front()
    officer.clicks("step_date_of_decision")
    officer.keys("Ctrl+A")
    officer.types("2 March 2026")
    officer.finds("step_take", QPushButton).click()
    assert isinstance(dialog, StepDialog)
    dialog.reject()
    assert dialog.isVisible(), "nobody may think that it was called off"
    stands_at(officer, "Decided")
    officer.waits_for_notice("Decision recorded")
