"""Where a record may go, what each step asks, and why it is refused."""

from dataclasses import replace
from itertools import product

import pytest

from sendapp.domain.fields import STATUSES
from sendapp.domain.issuing import OWN_INTEREST, WHAT_TO_DO
from sendapp.domain.record import DecisionRecord
from sendapp.domain.sealing import was_published
from sendapp.domain.states import (
    STEPS,
    Act,
    asked,
    lands_at,
    refusals,
    step_of,
    steps_from,
    taken,
)
from tests.factory import a_record

TODAY = "2026-03-20"
DECIDED = a_record(status="decided", date_of_decision="2026-03-02")
PUBLISHED = replace(
    DECIDED,
    status="published",
    draft_list_published="2026-03-03",
    call_in_ends="2026-03-06",
    in_force_on="2026-03-06",
)
OPEN = {
    "draft_list_published": "2026-03-03",
    "call_in_ends": "2026-03-06",
    "in_force_on": "2026-03-06",
}


def refused(record: DecisionRecord, act: Act, **values: str) -> dict[str, str]:
    found = refusals(record, act, values, TODAY, "")
    return {each.field: each.sentence for each in found}


def test_from_every_state_the_first_step_is_the_usual_one() -> None:
    usual = {
        status: [step.act for step in steps_from(a_record(status=status))] for status, _ in STATUSES
    }
    assert usual == {
        "draft": [Act.READY, Act.WITHDRAW],
        "ready": [Act.DECIDE, Act.BACK, Act.WITHDRAW],
        "decided": [Act.PUBLISH, Act.WITHDRAW],
        "published": [Act.IMPLEMENT, Act.CALL_IN, Act.WITHDRAW],
        "called-in": [Act.OUTCOME, Act.WITHDRAW],
        "implementable": [],
        "withdrawn": [],
    }


@pytest.mark.parametrize(
    ("act", "status"),
    [
        (step.act, status)
        for step, (status, _) in product(STEPS, STATUSES)
        if status not in step.from_
    ],
)
def test_a_step_begins_nowhere_else(act: Act, status: str) -> None:
    assert set(refused(a_record(status=status), act)) == {"status"}


def test_a_step_changes_what_it_asks_for_and_nothing_else() -> None:
    values = OPEN | {"call_in_reason": " ", "title": "Another", "notes": "Mine"}
    after = taken(DECIDED, Act.PUBLISH, values, "")
    assert after == replace(DECIDED, status="published", **OPEN)


def test_without_call_in_publishing_is_the_last_step_and_asks_for_no_dates_of_it() -> None:
    record = replace(DECIDED, call_in_applies="no")
    assert asked(record, Act.PUBLISH, "") == ("draft_list_published",)
    assert lands_at(record, Act.PUBLISH, "") == "implementable"
    assert not refused(record, Act.PUBLISH, draft_list_published="2026-03-03")


def test_every_blank_that_was_asked_for_is_told_at_once() -> None:
    assert refused(PUBLISHED, Act.CALL_IN) == {
        "called_in_by": "“Called in by” has to be filled in.",
        "called_in_on": "“Called in on” has to be filled in.",
    }


@pytest.mark.parametrize(
    ("record", "act", "values", "field", "says"),
    [
        (a_record(status="ready"), Act.DECIDE, {"date_of_decision": "2026-03-21"},
         "date_of_decision", "still to come"),
        (DECIDED, Act.PUBLISH, OPEN | {"draft_list_published": "2026-03-01"},
         "draft_list_published", "before “Date of decision”"),
        (DECIDED, Act.PUBLISH, OPEN | {"call_in_ends": "2026-03-02"},
         "call_in_ends", "before “Draft Decision List published on”"),
        (DECIDED, Act.PUBLISH, OPEN | {"in_force_on": "2026-03-05"},
         "in_force_on", "before “Call-in ends on”, 6 March 2026."),
        (PUBLISHED, Act.IMPLEMENT, {"confirmed_list_published": "2026-03-05"},
         "confirmed_list_published", "before “Can be implemented on”"),
        (PUBLISHED, Act.IMPLEMENT, {"confirmed_list_published": "2026-03-21"},
         "confirmed_list_published", "still to come"),
        (PUBLISHED, Act.CALL_IN, {"called_in_by": "Three members", "called_in_on": "2026-03-07"},
         "called_in_on", "Call-in ended on 6 March 2026"),
        (PUBLISHED, Act.CALL_IN, {"called_in_by": "Three members", "called_in_on": "2026-03-02"},
         "called_in_on", "before “Draft Decision List"),
    ],
)  # fmt: skip
def test_dates_that_cannot_follow_one_another_are_refused(
    record: DecisionRecord, act: Act, values: dict[str, str], field: str, says: str
) -> None:
    found = refused(record, act, **values)
    assert list(found) == [field]
    assert says in found[field]


def test_publishing_ahead_is_possible() -> None:
    ahead = {
        "draft_list_published": "2026-03-23",
        "call_in_ends": "2026-03-26",
        "in_force_on": "2026-03-26",
    }
    assert not refused(DECIDED, Act.PUBLISH, **ahead)


def test_other_dates_than_the_rule_says_need_a_reason() -> None:
    computed = [("2026-03-09", "2026-03-10")]
    found = refusals(DECIDED, Act.PUBLISH, OPEN, TODAY, "", computed=computed)
    assert [each.field for each in found] == ["call_in_reason"]
    given = OPEN | {"call_in_reason": "The office was closed."}
    assert not refusals(DECIDED, Act.PUBLISH, given, TODAY, "", computed=computed)
    of_the_rule = OPEN | {"call_in_ends": "2026-03-09", "in_force_on": "2026-03-10"}
    assert not refusals(DECIDED, Act.PUBLISH, of_the_rule, TODAY, "", computed=computed)


@pytest.mark.parametrize("act", [act for act in Act if act not in (Act.WITHDRAW, Act.BACK)])
def test_a_decision_maker_with_an_interest_takes_no_step_but_out(act: Act) -> None:
    status = min(step_of(act).from_)
    record = a_record(status=status, decision_maker_interest="yes")
    told = {"decision_maker_interest": f"{OWN_INTEREST} {WHAT_TO_DO}"}
    assert {each.field: each.sentence for each in refusals(record, act, {}, TODAY, "")} == told


def test_a_record_with_an_interest_can_be_withdrawn() -> None:
    record = a_record(status="ready", decision_maker_interest="yes")
    given = {"withdrawn_on": "2026-03-19", "withdrawn_reason": "The Leader will decide."}
    assert not refused(record, Act.WITHDRAW, **given)


def test_nobody_signs_a_record_without_title_or_decision_maker() -> None:
    nameless = a_record(title=" ", decision_maker="", record_type="officer-executive")
    found = refused(nameless, Act.READY)
    assert [*found] == ["title", "decision_maker"]
    assert "nobody signs a record without" in found["title"]
    assert "title" in refused(replace(DECIDED, title=""), Act.PUBLISH, **OPEN)
    assert not refused(a_record(), Act.READY)


def test_nothing_is_withdrawn_before_what_was_done_with_it() -> None:
    why = {"withdrawn_reason": "The Leader will decide."}
    assert refused(PUBLISHED, Act.WITHDRAW, withdrawn_on="2026-03-02", **why) == {
        "withdrawn_on": "“Withdrawn on” is 2 March 2026, before “Draft Decision List published "
        "on”, 3 March 2026."
    }
    called_in = replace(PUBLISHED, status="called-in", called_in_on="2026-03-05")
    assert "withdrawn_on" in refused(called_in, Act.WITHDRAW, withdrawn_on="2026-03-04", **why)
    assert not refused(called_in, Act.WITHDRAW, withdrawn_on="2026-03-05", **why)


def test_a_day_typed_ahead_of_a_publication_keeps_no_decision_from_being_withdrawn() -> None:
    decided = a_record(
        status="decided", date_of_decision="2026-03-02", draft_list_published="2026-03-09"
    )
    why = {"withdrawn_reason": "The land was sold."}
    assert not refused(decided, Act.WITHDRAW, withdrawn_on="2026-03-05", **why)
    withdrawn = replace(decided, status="withdrawn", withdrawn_on="2026-03-05")
    assert not was_published(withdrawn)
    assert was_published(replace(withdrawn, draft_list_published="2026-03-05"))
    assert was_published(replace(withdrawn, withdrawn_on=""))


def test_a_record_is_not_marked_as_published_long_before_its_list() -> None:
    day = {"draft_list_published": "2026-04-03", "call_in_ends": "2026-04-09"}
    ahead = {**day, "in_force_on": "2026-04-09"}
    assert not refused(DECIDED, Act.PUBLISH, **ahead)
    found = refused(DECIDED, Act.PUBLISH, **{**ahead, "draft_list_published": "2026-04-04"})
    assert "more than two weeks ahead" in found["draft_list_published"]
