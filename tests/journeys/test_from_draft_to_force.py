"""A record's life by the buttons: from draft to force, called in, withdrawn, and told in full."""

from dataclasses import replace
from pathlib import Path

import pytest

from sendapp.domain.journal import What
from sendapp.domain.sealing import KEPT
from tests.driver import Officer
from tests.journeys.drafting import as_typed, drafts_with_mouse
from tests.journeys.stepping import (
    chooses_step,
    fills_in,
    journal,
    opens_a_draft,
    stands_at,
    takes,
    takes_by_key,
)
from tests.journeys.test_seed_record import seed_record
from tests.office import office_pdfs, pdf_text, poppler_text, words

CAN = "The call-in has expired and the Decision can be implemented."


@pytest.fixture
def draft(officer: Officer) -> Officer:
    """An officer at a record that lacks nothing but its steps."""
    return opens_a_draft(officer, decision_maker_interest="no")


def printed(officer: Officer, name: str) -> str:
    """Return the words of the record as it is printed now."""
    made = officer.exports("button_pdf", officer.folder / f"{name}.pdf")
    return " ".join(pdf_text(made).split())


@pytest.mark.office
@pytest.mark.seed
@pytest.mark.slow
@pytest.mark.timeout(300)
def test_the_seed_record_goes_from_draft_to_force_by_the_buttons(
    officer: Officer, seed: Path
) -> None:
    wanted = seed_record(seed)
    officer.starts()
    officer.begins_a_record()
    drafts_with_mouse(officer, wanted)
    officer.clicks("decision_maker_interest_no")
    assert "DRAFT" in printed(officer, "draft")
    takes(officer, "Ready for signature", "Ready for signature")
    assert "DRAFT" in printed(officer, "ready")
    takes(officer, "Record the decision…", "Decided", date_of_decision=wanted.date_of_decision)
    decided = printed(officer, "decided")
    assert "The Decision has been made and has not yet been published." in decided
    assert "DRAFT" not in decided
    takes(officer, "Publish…", "Call-in ended", draft_list_published=wanted.draft_list_published)
    assert (
        "The Decision is open to call-in until 27 November 2025 and cannot be implemented before "
        "then." in printed(officer, "published")
    )
    takes(
        officer,
        "Confirm: can be implemented…",
        "Implementable",
        confirmed_list_published=wanted.confirmed_list_published,
    )
    assert officer.reads("step_words") == "It can be implemented since Thu 27 Nov 2025."
    word, pdf = officer.folder / "final.docx", officer.folder / "final.pdf"
    officer.exports("button_word", word)
    officer.exports("button_pdf", pdf)
    expected = words((seed / "expected.txt").read_text(encoding="utf-8"))
    assert CAN in " ".join(poppler_text(pdf).split())
    assert words(poppler_text(pdf)) == expected
    (office_pdf,) = office_pdfs([word], officer.folder / "office")
    assert words(poppler_text(office_pdf)) == expected


A_WHOLE_LIFE = [
    "Marked as ready for signature",
    "Back to drafting",
    "Marked as ready for signature",
    "Decision recorded",
    "Taken back: Decision recorded",
    "Decision recorded",
    "Published",
    "Called in",
    "Call-in over, the decision stands",
]


def test_a_whole_life_by_keyboard_is_told_in_the_journal(draft: Officer) -> None:
    officer = draft
    takes_by_key(officer, "Ready for signature")
    chooses_step(officer, "B")
    stands_at(officer, "Drafting")
    takes_by_key(officer, "Ready for signature")
    takes_by_key(officer, "Decided", date_of_decision="2026-03-02")
    officer.waits_until(
        lambda: officer.reads("step_undo") == "Undo: Decision recorded", "it can be taken back"
    )
    officer.window.acts["undo_step"].trigger()
    stands_at(officer, "Ready for signature")
    assert officer.record.date_of_decision == ""
    takes_by_key(officer, "Decided", date_of_decision="2026-03-02")
    takes_by_key(
        officer,
        "Call-in ended",
        draft_list_published="2026-03-03",
        call_in_ends="2026-03-10",
        in_force_on="2026-03-10",
        call_in_reason="Members asked for longer.",
    )
    assert officer.record.call_in_reason == "Members asked for longer."
    officer.window.acts["step_call_in"].trigger()
    fills_in(officer, called_in_by="Three members of scrutiny", called_in_on="2026-03-09")
    stands_at(officer, "Called in")
    assert "by Three members of scrutiny" in officer.reads("step_words")
    takes_by_key(
        officer,
        "Implementable",
        call_in_outcome="Scrutiny left the decision as it was.",
        confirmed_list_published="2026-03-20",
    )
    officer.closes()
    told = [entry for entry in journal(officer) if entry.what in (What.STEP, What.UNDONE)]
    assert [entry.words.split(";")[0] for entry in told] == A_WHOLE_LIFE
    assert "Why these dates of call-in: Members asked for longer." in told[6].words
    assert [told[-1].status_before, told[-1].status_after] == ["called-in", "implementable"]


def test_a_record_is_withdrawn_with_its_reason(draft: Officer) -> None:
    officer = draft
    officer.chooses_from_button("step_more", "Withdraw")
    fills_in(officer, withdrawn_on="2026-03-02", withdrawn_reason="The scheme was dropped.")
    stands_at(officer, "Withdrawn")
    assert "The scheme was dropped." in officer.reads("step_words")
    assert not officer.sees("step_next")
    officer.waits_until(lambda: officer.sees("step_undo"), "it can be taken back")
    officer.clicks("step_undo")
    stands_at(officer, "Drafting")
    officer.closes()
    assert officer.kept()["Quay"].record.withdrawn_reason == ""


def test_a_refusal_lists_every_reason_and_leads_to_each_field(officer: Officer) -> None:
    opens_a_draft(officer, reasons=(), conflicts_declared="")  # type: ignore[arg-type]
    officer.clicks("step_next")
    officer.waits_until(lambda: officer.sees("step_reason_0"), "it is refused")
    bar = officer.window.pane.form.bar  # type: ignore[union-attr]
    said = " ".join(stop.accessibleName() for stop in bar.reasons.stops)
    for words_of_it in ("reason", "conflict", "disclosable pecuniary interest"):
        assert words_of_it in said.lower()
    assert officer.reads("state_pill") == "Drafting"
    led = set()
    for number in range(len(bar.reasons.stops)):
        officer.clicks(f"step_go_{number}")
        led.add(officer.focused())
    assert led == {
        "reasons[0].text",
        "conflicts_declared_unanswered",
        "decision_maker_interest_unanswered",
    }
    said_of_conflicts = [s for s in bar.reasons.stops if "conflict" in s.accessibleName()]
    assert said_of_conflicts
    officer.clicks("conflicts_declared_none")
    assert not any("conflict" in stop.accessibleName() for stop in bar.reasons.stops)
    assert officer.sees("step_reason_0")


def test_what_a_step_asks_for_is_marked_beside_the_field_and_nothing_is_lost(
    draft: Officer,
) -> None:
    officer = draft
    takes(officer, "Ready for signature", "Ready for signature")
    officer.clicks("step_next")
    officer.waits_until(lambda: officer.sees("step_take"), "the step asks")
    officer.keys("Ctrl+A", "Delete")
    officer.clicks("step_take")
    officer.waits_until(lambda: officer.sees("step_date_of_decision_problem"), "it is marked")
    assert "has to be filled in" in officer.reads("step_date_of_decision_problem")
    officer.types(as_typed("2026-03-02"))
    assert not officer.sees("step_date_of_decision_problem")
    officer.clicks("step_take")
    stands_at(officer, "Decided")
    assert officer.record.date_of_decision == "2026-03-02"


def test_what_was_decided_can_be_read_and_copied_and_not_changed(draft: Officer) -> None:
    officer = draft
    takes(officer, "Ready for signature", "Ready for signature")
    takes(officer, "Record the decision…", "Decided", date_of_decision="2026-03-02")
    decided = officer.record
    assert officer.reads("sealed_words") == KEPT
    officer.window.status.clear_notice()
    officer.clicks("title")
    officer.types("x")
    officer.waits_for_notice(KEPT)
    officer.keys("Ctrl+A", "Ctrl+C", "Ctrl+V", "Ctrl+X", "Delete", "Backspace")
    assert officer.reads("title") == "Quay"
    officer.clicks("reasons[0].text")
    officer.keys("Ctrl+A", "Ctrl+C", "Ctrl+V", "Ctrl+B", "Delete", "Return", "Ctrl+Return")
    officer.keys("Alt+Shift+Down", "Ctrl+Shift+Delete", "Ctrl+Shift+V", "Ctrl+Shift+O")
    officer.clicks("options[1].recommended")
    officer.clicks("conflicts_declared_declared")
    assert not officer.sees("add_reasons")
    officer.menu("Edit", "Tidy")
    officer.clicks("date_of_decision")
    officer.keys("Ctrl+A")
    officer.types("1")
    officer.waits_for_notice("Steps set this date")
    assert officer.record == decided
    officer.presses("More about this decision")
    officer.types_into("notes", "To the press on Friday.")
    officer.waits_until_saved()
    officer.closes()
    kept = officer.kept()["Quay"]
    assert kept.record == replace(decided, notes="To the press on Friday.")
    assert kept.sealed


def test_what_was_published_stays_so_whatever_is_pressed_on_the_form(draft: Officer) -> None:
    officer = draft
    takes(officer, "Ready for signature", "Ready for signature")
    takes(officer, "Record the decision…", "Decided", date_of_decision="2026-03-02")
    takes(officer, "Publish…", "Call-in ended", draft_list_published="2026-03-03")
    published = officer.record
    officer.presses("More about this decision")
    officer.clicks("call_in_applies_no")
    officer.waits_for_notice("published with this answer")
    officer.clicks("confirmed_list_published")
    officer.types("5 March 2026")
    officer.waits_for_notice("Steps set this date")
    officer.closes()
    kept = officer.kept()["Quay"].record
    assert kept == published
    assert kept.confirmed_list_published == ""


def test_undo_of_typing_does_not_take_a_step_back_and_says_how(draft: Officer) -> None:
    officer = draft
    officer.types_into("title", "New")
    takes(officer, "Ready for signature", "Ready for signature")
    takes(officer, "Record the decision…", "Decided", date_of_decision="2026-03-02")
    officer.waits_until(lambda: officer.sees("step_undo"), "it can be taken back")
    officer.keys("Ctrl+Z")
    officer.waits_for_notice("use “Undo: Decision recorded”")
    assert officer.record.status == "decided"


def test_a_changed_publication_date_asks_before_confirmed_dates_move(draft: Officer) -> None:
    officer = draft
    takes(officer, "Ready for signature", "Ready for signature")
    takes(officer, "Record the decision…", "Decided", date_of_decision="2026-03-02")
    takes(officer, "Publish…", "Call-in ended", draft_list_published="2026-03-03")
    assert officer.record.call_in_ends == "2026-03-06"
    officer.chooses_from_button("step_more", "Change dates")
    officer.waits_until(lambda: officer.sees("step_take"), "the dates are asked")
    officer.clicks("step_draft_list_published")
    officer.keys("Ctrl+A")
    officer.types(as_typed("2026-03-04"))
    assert "day 3 Fri 6 Mar" in officer.reads("step_working_before")
    assert "day 3 Mon 9 Mar" in officer.reads("step_working")
    officer.clicks("step_take")
    assert "Say whether" in officer.reads("step_reason_0")
    officer.clicks("step_keep")
    assert officer.reads("step_call_in_ends") == "6 March 2026"
    officer.waits_until(lambda: officer.sees("step_call_in_reason"), "it asks why")
    officer.clicks("step_move")
    assert officer.reads("step_call_in_ends") == "9 March 2026"
    assert not officer.sees("step_call_in_reason")
    officer.clicks("step_take")
    officer.waits_until(lambda: officer.record.call_in_ends == "2026-03-09", "they moved")
    assert officer.record.draft_list_published == "2026-03-04"
    officer.waits_until(
        lambda: "on Mon 9 Mar 2026" in officer.reads("step_words"), "the bar says so"
    )
    officer.closes()
    assert journal(officer)[-1].words.startswith(
        "Dates changed: Draft Decision List published on: 4 March 2026 (was 3 March 2026)"
    )
