"""A record's life by the officer's verbs: steps, what refuses them, taking back, correcting."""

from dataclasses import replace
from datetime import date

import pytest

from sendapp.domain.correcting import REMOVED
from sendapp.domain.journal import What
from sendapp.domain.record import Correction, DecisionRecord
from sendapp.domain.states import Act
from sendapp.domain.versions import Why
from sendapp.errors import Changed, Problem
from sendapp.services.desk import Desk
from sendapp.services.history import History
from sendapp.services.record_types import load_kinds
from sendapp.services.stating import Refused, Stating
from sendapp.storage.keeper import Keeper
from tests.factory import items
from tests.services.conftest import kept, now

TODAY = date(2026, 3, 20)
PUBLISHED = {
    "draft_list_published": "2026-03-03",
    "call_in_ends": "2026-03-06",
    "in_force_on": "2026-03-06",
}


@pytest.fixture
def stating(keeper: Keeper) -> Stating:
    return Stating(keeper, load_kinds(), today=lambda: TODAY)


@pytest.fixture
def ready(desk: Desk, stating: Stating) -> DecisionRecord:
    record = kept(desk, date_of_decision="", decision_maker_interest="no").record
    return now(stating.take(record, {}, Act.READY, {})).record


def said(stating: Stating, record: DecisionRecord) -> list[str]:
    return [entry.words for entry in now(stating.past(record.id)).entries]


def test_a_record_goes_from_draft_to_force_and_the_journal_tells_it(
    desk: Desk, stating: Stating, ready: DecisionRecord
) -> None:
    record = ready
    for act, values in (
        (Act.DECIDE, {"date_of_decision": "2026-03-02"}),
        (Act.PUBLISH, PUBLISHED),
        (Act.IMPLEMENT, {"confirmed_list_published": "2026-03-06"}),
    ):
        record = now(stating.take(record, {}, act, values)).record
    assert now(desk.open(record.id)).record == record
    assert record.status == "implementable"
    assert said(stating, record) == [
        "Confirmed: can be implemented; Confirmed Decision List published on: 6 March 2026",
        "Published; Draft Decision List published on: 3 March 2026; Call-in ends on: 6 March 2026; "
        "Can be implemented on: 6 March 2026",
        "Decision recorded; Date of decision: 2 March 2026",
        "Marked as ready for signature",
    ]


def test_what_the_law_requires_is_listed_whole_and_nothing_is_done(
    desk: Desk, stating: Stating
) -> None:
    record = kept(desk, reasons=(), options=(), conflicts_declared="").record
    with pytest.raises(Refused) as refused:
        now(stating.take(record, {}, Act.READY, {}))
    fields = {reason.field for reason in refused.value.refusals}
    assert {"reasons", "options", "conflicts_declared"} <= fields
    assert now(desk.open(record.id)).record.status == "draft"
    assert not said(stating, record)


def test_a_date_as_typed_goes_when_the_step_sets_the_date(
    stating: Stating, ready: DecisionRecord
) -> None:
    typed = {"date_of_decision": "Tuesday", "notice_published": "end of May"}
    decided = stating.take(ready, typed, Act.DECIDE, {"date_of_decision": "2026-03-02"})
    assert now(decided).typed == {"notice_published": "end of May"}


def test_the_last_step_is_taken_back_with_what_it_asked_for(
    desk: Desk, stating: Stating, ready: DecisionRecord
) -> None:
    decided = now(stating.take(ready, {}, Act.DECIDE, {"date_of_decision": "2026-03-02"})).record
    published = now(stating.take(decided, {}, Act.PUBLISH, PUBLISHED)).record
    noted = replace(published, notes="Sent to the press.")
    now(desk.save(noted, {}))
    back = now(stating.undo(noted, {}))
    assert back.record == replace(decided, notes="Sent to the press.")
    with pytest.raises(Problem, match="no step that can be taken back"):
        now(stating.undo(back.record, {}))
    assert said(stating, ready)[0].startswith("Taken back: Published; Draft Decision List")
    again = now(stating.take(back.record, {}, Act.PUBLISH, PUBLISHED))
    assert again.record == noted


def test_where_no_step_was_taken_none_is_taken_back(desk: Desk, stating: Stating) -> None:
    record = kept(desk, status="implementable").record
    assert now(stating.past(record.id)).undoable is None
    with pytest.raises(Problem, match="no step that can be taken back"):
        now(stating.undo(record, {}))


def test_a_correction_is_dated_kept_and_cannot_be_taken_back(
    desk: Desk, stating: Stating, ready: DecisionRecord
) -> None:
    decided = now(stating.take(ready, {}, Act.DECIDE, {"date_of_decision": "2026-03-02"})).record
    corrected = replace(decided, reasons=items("<p>The setts have sunk by 40 mm.</p>"))
    row = Correction(
        corrected_on="2026-03-10",
        place="Reason 1",
        reason="A figure was left out.",
        before="The setts have sunk.",
        after="The setts have sunk by 40 mm.",
    )
    stored = now(stating.correct(decided, {}, corrected, row))
    assert stored.record == replace(corrected, corrections=(row,))
    past = now(stating.past(ready.id))
    assert past.undoable is None
    assert past.entries[0].what == What.CORRECTED
    assert past.entries[0].details["reason"] == "A figure was left out."


def test_old_words_that_must_not_be_public_are_in_the_version_alone(
    keeper: Keeper, desk: Desk, stating: Stating, ready: DecisionRecord
) -> None:
    secret = "Harrow Quarry bid £1.2 million."
    now(desk.save(replace(ready, reasons=items(f"<p>{secret}</p>")), {}))
    leaking = now(desk.open(ready.id)).record
    decided = now(stating.take(leaking, {}, Act.DECIDE, {"date_of_decision": "2026-03-02"})).record
    row = Correction(place="Reason 1", reason="Exempt.", before=secret, after="The lowest bid.")
    corrected = replace(decided, reasons=items("<p>The lowest bid.</p>"))
    stored = now(stating.correct(decided, {}, corrected, row, withhold=True))
    assert [kept.before for kept in stored.record.corrections] == [REMOVED]
    assert secret not in str(stored.record)
    entry = now(stating.past(ready.id)).entries[0]
    assert secret not in f"{entry.words} {entry.details}"
    history = History(keeper)
    before = now(history.listing(ready.id))[0]
    assert before.why == Why.CORRECTED
    assert now(history.get(before.number)).record == decided


def test_a_correction_needs_a_reason_and_a_change(stating: Stating, ready: DecisionRecord) -> None:
    decided = now(stating.take(ready, {}, Act.DECIDE, {"date_of_decision": "2026-03-02"})).record
    with pytest.raises(Problem, match="Nothing was corrected"):
        now(stating.correct(decided, {}, decided, Correction(reason="A slip.")))
    with pytest.raises(Refused, match="Say why"):
        now(stating.correct(decided, {}, replace(decided, title="Other"), Correction()))


def test_nothing_is_done_to_a_text_that_is_not_what_is_kept(
    desk: Desk, stating: Stating, ready: DecisionRecord
) -> None:
    decided = now(stating.take(ready, {}, Act.DECIDE, {"date_of_decision": "2026-03-02"})).record
    newer = replace(decided, notes="Saved since")
    now(desk.save(newer, {}))
    mended, row = replace(decided, title="Other"), Correction(place="Title", reason="A slip.")
    for stale in (
        stating.take(decided, {}, Act.PUBLISH, PUBLISHED),
        stating.correct(decided, {}, mended, row),
        stating.set_dates(decided, {}, {"date_of_decision": "2026-03-01"}),
        stating.undo(decided, {}),
    ):
        with pytest.raises(Changed, match="not what is shown here"):
            now(stale)
    assert now(desk.open(ready.id)).record == newer


def test_a_correction_takes_nothing_but_words_of_the_sealed_set(
    desk: Desk, stating: Stating, ready: DecisionRecord
) -> None:
    decided = now(stating.take(ready, {}, Act.DECIDE, {"date_of_decision": "2026-03-02"})).record
    other = replace(decided, title="Other", date_of_decision="2026-02-01", status="withdrawn")
    row = Correction(place="Title", reason="A slip.")
    stored = now(stating.correct(decided, {}, other, row))
    assert stored.record == replace(decided, title="Other", corrections=(row,))


def test_a_step_takes_no_day_that_is_in_no_calendar(
    desk: Desk, stating: Stating, ready: DecisionRecord
) -> None:
    for day in ("2026-02-30", "0000-00-00", "soon"):
        with pytest.raises(Refused, match="is no date"):
            now(stating.take(ready, {}, Act.DECIDE, {"date_of_decision": day}))
    decided = now(stating.take(ready, {}, Act.DECIDE, {"date_of_decision": "2026-03-02"})).record
    with pytest.raises(Refused, match="is no date"):
        now(stating.set_dates(decided, {}, {"date_of_decision": "2026-02-30"}))
    assert now(desk.open(ready.id)).record.date_of_decision == "2026-03-02"


def test_other_dates_are_told_in_the_journal(stating: Stating, ready: DecisionRecord) -> None:
    decided = now(stating.take(ready, {}, Act.DECIDE, {"date_of_decision": "2026-03-02"})).record
    published = now(stating.take(decided, {}, Act.PUBLISH, PUBLISHED)).record
    moved = {"call_in_ends": "2026-03-09", "in_force_on": "2026-03-09"}
    with pytest.raises(Refused, match="say why") as refused:
        now(stating.set_dates(published, {}, moved))
    assert [reason.field for reason in refused.value.refusals] == ["call_in_reason"]
    why = {"call_in_reason": "The offices were closed on Friday."}
    stored = now(stating.set_dates(published, {"in_force_on": "Monday"}, moved | why))
    assert (stored.record.call_in_ends, stored.typed) == ("2026-03-09", {})
    assert said(stating, ready)[0] == (
        "Dates changed: Call-in ends on: 9 March 2026 (was 6 March 2026); "
        "Can be implemented on: 9 March 2026 (was 6 March 2026); "
        "Why these dates of call-in: The offices were closed on Friday. (was none)"
    )


def test_dates_that_cannot_be_are_refused_with_every_reason(
    stating: Stating, ready: DecisionRecord
) -> None:
    decided = now(stating.take(ready, {}, Act.DECIDE, {"date_of_decision": "2026-03-02"})).record
    published = now(stating.take(decided, {}, Act.PUBLISH, PUBLISHED)).record
    wrong = {"draft_list_published": "2026-03-01", "call_in_ends": ""}
    with pytest.raises(Refused) as refused:
        now(stating.set_dates(published, {}, wrong))
    fields = [reason.field for reason in refused.value.refusals]
    assert fields == ["call_in_ends", "draft_list_published"]
    with pytest.raises(Problem, match="No date was changed"):
        now(stating.set_dates(published, {}, {"draft_list_published": "2026-03-03"}))


def test_dates_that_the_rule_does_not_give_need_a_reason_when_publishing(
    stating: Stating, ready: DecisionRecord
) -> None:
    decided = now(stating.take(ready, {}, Act.DECIDE, {"date_of_decision": "2026-03-02"})).record
    late = PUBLISHED | {"call_in_ends": "2026-03-10", "in_force_on": "2026-03-10"}
    with pytest.raises(Refused, match="say why"):
        now(stating.take(decided, {}, Act.PUBLISH, late))
    given = late | {"call_in_reason": "Members asked for longer."}
    assert now(stating.take(decided, {}, Act.PUBLISH, given)).record.call_in_ends == "2026-03-10"


def test_a_record_in_the_bin_takes_no_step(desk: Desk, stating: Stating) -> None:
    record = kept(desk, decision_maker_interest="no", date_of_decision="").record
    now(desk.bin(record.id))
    with pytest.raises(Problem, match="in the bin"):
        now(stating.take(record, {}, Act.READY, {}))
