"""Which records go on a list, which are marked by it, and which never get in."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendapp.domain.fields import STATUSES
from sendapp.domain.issuing import OWN_INTEREST
from sendapp.domain.listing.choosing import WITHDRAWN_UNPUBLISHED, Chosen, choose, why_too_late
from sendapp.domain.listing.kinds import ListAsked, ListKind
from sendapp.domain.record import DecisionRecord, Urgency
from tests.factory import a_record

DAY = "2025-11-24"
DRAFT = ListAsked(kind=ListKind.DRAFT, since=DAY, until=DAY)
CONFIRMED = ListAsked(kind=ListKind.CONFIRMED, since="2025-11-27", until="2025-11-27")
REGISTER = ListAsked(kind=ListKind.REGISTER, since="2025-11-01", until="2025-11-30")
WEEK = ListAsked(kind=ListKind.DRAFT, since="2025-11-17", until="2025-11-21")


def decided(**values: Any) -> DecisionRecord:
    return a_record(**({"status": "decided", "date_of_decision": "2025-11-20"} | values))


def published(**values: Any) -> DecisionRecord:
    usual = {
        "status": "published",
        "draft_list_published": DAY,
        "call_in_ends": "2025-11-27",
        "in_force_on": "2025-11-27",
    }
    return decided(**(usual | values))


def outcome(record: DecisionRecord, asked: ListAsked, duties: dict[str, str] | None = None) -> str:
    """Return "new", "marked", why it is refused, or '' where it is none of the list's business."""
    chosen = choose([record], asked, duties or {})
    if chosen.refused:
        assert not chosen.going
        return chosen.refused[0].why
    return ("new" if chosen.new else "marked") if chosen.going else ""


@pytest.mark.parametrize(
    ("values", "wanted"),
    [
        ({}, "new"),
        ({"date_of_decision": DAY}, "new"),
        ({"date_of_decision": "2025-11-25"}, "It is decided on 25 November 2025, after the day"),
        ({"date_of_decision": ""}, "The record does not say the date of the decision."),
        ({"title": "", "decisions": ()}, "does not say a title and what was decided."),
        ({"draft_list_published": DAY}, "new"),
        ({"draft_list_published": "2025-11-21"}, ""),
        ({"status": "published", "draft_list_published": DAY}, "marked"),
        ({"status": "called-in", "draft_list_published": DAY}, "marked"),
        ({"status": "implementable", "draft_list_published": DAY}, "marked"),
        ({"status": "published", "draft_list_published": "2025-11-25"}, ""),
        ({"status": "published"}, ""),
        ({"status": "draft"}, ""),
        ({"status": "draft", "draft_list_published": DAY}, "It has not been decided yet."),
        ({"status": "ready", "draft_list_published": DAY}, "It has not been decided yet."),
        ({"status": "withdrawn", "draft_list_published": DAY}, "It was withdrawn."),
        ({"status": "withdrawn"}, ""),
        ({"decision_maker_interest": "yes"}, OWN_INTEREST),
    ],
)
def test_a_draft_list_takes_what_is_decided_and_what_came_out_that_day(
    values: dict[str, Any], wanted: str
) -> None:
    found = outcome(decided(**values), DRAFT)
    assert wanted in found if wanted else found == ""


def test_a_list_for_a_period_takes_what_came_out_on_any_of_its_days() -> None:
    days = ["2025-11-16", "2025-11-17", "2025-11-19", "2025-11-21", "2025-11-22"]
    records = [published(draft_list_published=day) for day in days]
    going = choose(records, WEEK, {}).going
    assert [entry.record.draft_list_published for entry in going] == days[1:4]
    assert WEEK.list_date == "2025-11-21"


def test_a_list_is_past_once_its_last_day_is() -> None:
    assert [WEEK.is_past(day) for day in ("2025-11-20", "2025-11-21")] == [False, False]
    assert WEEK.is_past("2025-11-22")


def test_what_nobody_could_call_in_any_more_is_published_by_no_list() -> None:
    assert why_too_late("2026-03-04", "2026-03-05") == (
        "Call-in would have ended on 4 March 2026, before it was marked here. Use Publish… in the "
        "record, if it was published then."
    )
    assert why_too_late("2026-03-04", "2026-03-04") == ""
    assert why_too_late("", "2026-03-04") == ""


@pytest.mark.parametrize(
    ("values", "wanted"),
    [
        ({}, "new"),
        ({"in_force_on": "2025-11-26"}, "new"),
        (
            {"in_force_on": "2025-11-28"},
            "open to call-in until 27 November 2025 and can be implemented from 28 November 2025.",
        ),
        (
            {"call_in_ends": "2025-11-26", "in_force_on": "2025-11-28"},
            "It can be implemented from 28 November 2025.",
        ),
        ({"in_force_on": ""}, "The dates of its call-in have not been confirmed."),
        ({"in_force_on": "", "call_in_applies": "no"}, "new"),
        ({"confirmed_list_published": "2025-11-27"}, "new"),
        ({"status": "implementable"}, "new"),
        ({"status": "implementable", "in_force_on": "", "call_in_ends": ""}, "new"),
        ({"status": "implementable", "confirmed_list_published": "2025-11-27"}, "marked"),
        ({"status": "implementable", "confirmed_list_published": "2025-11-26"}, ""),
        ({"status": "called-in", "called_in_on": "2025-11-25"}, "called in on 25 November 2025."),
        ({"status": "called-in"}, "It was called in."),
        ({"draft_list_published": "2025-11-28"}, ""),
        ({"status": "decided", "draft_list_published": ""}, ""),
        ({"status": "withdrawn"}, ""),
        (
            {"status": "withdrawn", "confirmed_list_published": "2025-11-27"},
            "It was withdrawn.",
        ),
        ({"status": "implementable", "decision_maker_interest": "yes"}, OWN_INTEREST),
    ],
)
def test_a_confirmed_list_takes_what_nobody_called_in(values: dict[str, Any], wanted: str) -> None:
    found = outcome(published(**values), CONFIRMED)
    assert wanted in found if wanted else found == ""


@pytest.mark.parametrize(
    ("status", "wanted"),
    [
        ("draft", "It has not been decided yet."),
        ("ready", "It has not been decided yet."),
        ("decided", "marked"),
        ("published", "marked"),
        ("called-in", "marked"),
        ("implementable", "marked"),
        ("withdrawn", WITHDRAWN_UNPUBLISHED),
    ],
)
def test_the_register_takes_what_was_decided(status: str, wanted: str) -> None:
    assert outcome(decided(status=status), REGISTER) == wanted
    assert outcome(decided(status=status, date_of_decision="2025-12-01"), REGISTER) == ""


def test_the_register_keeps_what_was_withdrawn_once_it_was_published() -> None:
    record = published(status="withdrawn", withdrawn_on="2025-11-26")
    assert outcome(record, REGISTER) == "marked"
    # Found after it had come out, it is why it was withdrawn, and takes no decision back.
    assert outcome(replace(record, decision_maker_interest="yes"), REGISTER) == "marked"
    # Its words are on no list any more, and may have been taken out of it.
    assert outcome(replace(record, decisions=()), REGISTER) == "marked"
    assert "does not say a title" in outcome(replace(record, title=""), REGISTER)
    unknown = choose([record], REGISTER, {}, {record.id})
    assert [entry.why for entry in unknown.refused] == [WITHDRAWN_UNPUBLISHED]
    assert not unknown.going


def test_a_record_whose_type_has_gone_is_on_no_list() -> None:
    record = decided(record_type="licensing")
    told = {"cabinet-member": "", "licensing": "officer-non-executive"}
    assert choose([record], DRAFT, told).new
    (refused,) = choose([record], DRAFT, {"cabinet-member": ""}).refused
    assert refused.why.startswith("There is no template for records of its kind here")


def test_another_types_duties_decide_whether_a_record_is_stopped() -> None:
    record = decided(record_type="panel", decision_maker_interest="yes")
    assert choose([record], DRAFT, {}).refused
    assert choose([record], DRAFT, {"panel": "cabinet"}).new


FREE = (
    pytest.param({"call_in_applies": "no"}, {}, id="it says so"),
    pytest.param({"urgency": (Urgency(kind="call-in waived"),)}, {}, id="waived"),
    pytest.param({"record_type": "officer-non-executive"}, {}, id="no executive decision"),
    pytest.param({"record_type": "panel"}, {"panel": "officer-non-executive"}, id="of their own"),
)


@pytest.mark.parametrize(("values", "duties"), FREE)
def test_what_may_not_be_called_in_waits_for_no_end_of_call_in(
    values: dict[str, Any], duties: dict[str, str]
) -> None:
    record = published(**values, in_force_on="2025-12-24", call_in_ends="2025-12-24")
    assert outcome(record, CONFIRMED, duties) == "new"


def test_a_type_of_their_own_that_says_nothing_is_open_to_call_in() -> None:
    record = published(record_type="panel", in_force_on="2025-12-24", call_in_ends="2025-12-24")
    assert "It is open to call-in" in outcome(record, CONFIRMED, {"board": "officer-non-executive"})


@given(
    status=st.sampled_from([value for value, _ in STATUSES]),
    interest=st.sampled_from(["", "yes", "no"]),
    days=st.tuples(*[st.sampled_from(["", "2025-11-24", "2025-11-27", "2025-12-01"])] * 5),
    call_in=st.sampled_from(["", "yes", "no"]),
    asked=st.sampled_from([DRAFT, CONFIRMED, REGISTER, WEEK]),
)
def test_no_undecided_or_stopped_record_ever_gets_in_nor_what_was_withdrawn_unpublished(
    status: str, interest: str, days: tuple[str, ...], call_in: str, asked: ListAsked
) -> None:
    record = replace(
        a_record(),
        status=status,
        decision_maker_interest=interest,
        call_in_applies=call_in,
        date_of_decision=days[0],
        draft_list_published=days[1],
        call_in_ends=days[2],
        in_force_on=days[3],
        confirmed_list_published=days[4],
    )
    chosen: Chosen = choose([record], asked, {})
    assert len(chosen.going) + len(chosen.refused) <= 1
    if status in ("draft", "ready") or not days[0]:
        assert not chosen.going
    if status == "withdrawn":
        assert not chosen.going or (asked == REGISTER and days[1])
    elif interest == "yes":
        assert not chosen.going
    if chosen.marked:
        assert asked.holds(getattr(record, asked.kind.date_field))
