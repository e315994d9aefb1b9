"""Dates that steps have set: which they are, and what may be put in their place."""

import pytest

from sendapp.domain.record import DecisionRecord
from sendapp.domain.setting_dates import (
    PUBLISHED_SO,
    SET_BY_STEPS,
    dates_of_steps,
    refusals_of_dates,
    set_by_steps,
    why_kept,
)
from tests.factory import a_record

CALL_IN = {"call_in_ends": "2026-03-06", "in_force_on": "2026-03-06"}
TODAY = "2026-03-20"


def at(status: str, **dates: str) -> DecisionRecord:
    return a_record(status=status, **dates)


@pytest.mark.parametrize(
    ("record", "dates"),
    [
        (at("decided"), ("date_of_decision",)),
        (at("withdrawn"), ("date_of_decision",)),
        (
            at("published", draft_list_published="2026-03-03", **CALL_IN),
            ("date_of_decision", "draft_list_published", "call_in_ends", "in_force_on"),
        ),
        (
            at("withdrawn", draft_list_published="2026-03-03"),
            ("date_of_decision", "draft_list_published"),
        ),
        (
            at("implementable"),
            ("date_of_decision", "draft_list_published", "confirmed_list_published"),
        ),
    ],
)
def test_each_step_sets_its_dates(record: DecisionRecord, dates: tuple[str, ...]) -> None:
    assert dates_of_steps(record, sealed=True) == dates
    assert {*dates} <= {*set_by_steps(record, sealed=True)}
    assert dates_of_steps(record, sealed=False) == ()


@pytest.mark.parametrize("status", ["decided", "published", "called-in", "implementable"])
def test_no_date_of_a_step_that_is_still_to_come_is_typed_ahead(status: str) -> None:
    for name in ("draft_list_published", "call_in_ends", "confirmed_list_published"):
        assert why_kept(at(status), [name], sealed=True) == SET_BY_STEPS
        assert why_kept(at(status), [name], sealed=False) == ""


@pytest.mark.parametrize("name", ["call_in_applies", "urgency"])
def test_what_was_published_keeps_its_answers_on_call_in(name: str) -> None:
    assert why_kept(at("decided"), [name], sealed=True) == ""
    for status in ("published", "called-in", "implementable"):
        assert why_kept(at(status), [name], sealed=True) == PUBLISHED_SO
    after = at("withdrawn", draft_list_published="2026-03-03")
    assert why_kept(after, [name], sealed=True) == PUBLISHED_SO


WAS = {
    "draft_list_published": "2026-03-03",
    "call_in_ends": "2026-03-10",
    "in_force_on": "2026-03-12",
}
CALLED = {"called_in_on": "2026-03-05"}
MET = {"confirmed_list_published": "2026-03-13"}
OVER = {"confirmed_list_published": "2026-03-09"}
"""A meeting stood by the decision before the day that was counted for its coming into force."""
GONE = {"withdrawn_on": "2026-03-14"}
IN_NO_TIME = {"draft_list_published": "2026-03-05"}


@pytest.mark.parametrize(
    ("record", "values", "refused"),
    [
        # Where a step is still to come, its dates bind nobody yet.
        (at("decided", draft_list_published="2026-03-01"), {"date_of_decision": "2026-03-03"}, []),
        (at("decided"), {"date_of_decision": "2026-03-01"}, []),
        # Published.
        (at("published", **WAS), {"date_of_decision": "2026-03-04"}, ["date_of_decision"]),
        (at("published", **WAS), {"draft_list_published": "2026-03-10"}, []),
        (at("published", **WAS), {"draft_list_published": "2026-03-11"}, ["draft_list_published"]),
        (at("published", **WAS), {"call_in_ends": "2026-03-13"}, ["call_in_ends"]),
        (
            at("published", **WAS),
            WAS | {"call_in_ends": "2026-03-02", "in_force_on": "2026-03-01"},
            ["call_in_ends", "in_force_on"],
        ),
        # A day typed ahead for the confirmed list binds nothing before it is confirmed.
        (at("published", **WAS, **OVER), {"in_force_on": "2026-03-13"}, []),
        # Called in: not after the call-in ended, nor before the decision was public.
        (at("called-in", **WAS, **CALLED), {"call_in_ends": "2026-03-05"}, []),
        (at("called-in", **WAS, **CALLED), {"call_in_ends": "2026-03-04"}, ["call_in_ends"]),
        (at("called-in", **WAS, **CALLED), {"draft_list_published": "2026-03-05"}, []),
        (
            at("called-in", **WAS, **CALLED),
            {"draft_list_published": "2026-03-06"},
            ["draft_list_published"],
        ),
        # Confirmed, nobody having called it in.
        (at("implementable", **WAS, **MET), {"in_force_on": "2026-03-13"}, []),
        (at("implementable", **WAS, **MET), {"in_force_on": "2026-03-14"}, ["in_force_on"]),
        (at("implementable", **WAS, **MET), OVER, ["confirmed_list_published"]),
        # Confirmed without call-in: only publication comes first.
        (at("implementable", **IN_NO_TIME), {"confirmed_list_published": "2026-03-05"}, []),
        (
            at("implementable", **IN_NO_TIME),
            {"confirmed_list_published": "2026-03-04"},
            ["confirmed_list_published"],
        ),
        # Confirmed after a call-in that was over early: its dates can still be changed.
        (at("implementable", **WAS, **CALLED, **OVER), {"draft_list_published": "2026-03-04"}, []),
        (at("implementable", **WAS, **CALLED, **OVER), {**WAS, **OVER}, []),
        (at("implementable", **WAS, **CALLED, **OVER), {"in_force_on": "2026-03-13"}, []),
        (
            at("implementable", **WAS, **CALLED, **OVER),
            {"confirmed_list_published": "2026-03-04"},
            ["confirmed_list_published"],
        ),
        (
            at("implementable", **WAS, **CALLED, **OVER),
            {"call_in_ends": "2026-03-04"},
            ["call_in_ends"],
        ),
        # Withdrawn: bound by what it had been through, and not later than its end.
        (at("withdrawn", **GONE), {"date_of_decision": "2026-03-14"}, []),
        (at("withdrawn", **GONE), {"date_of_decision": "2026-03-15"}, ["date_of_decision"]),
        (at("withdrawn", **GONE, **WAS), {"call_in_ends": "2026-03-13"}, ["call_in_ends"]),
        (
            at("withdrawn", **GONE, **WAS, **CALLED),
            {"call_in_ends": "2026-03-04"},
            ["call_in_ends"],
        ),
        (at("withdrawn", **GONE, **WAS, **CALLED, **OVER), {**WAS, **OVER}, []),
        (at("withdrawn", **GONE, **WAS, **OVER), OVER, ["confirmed_list_published"]),
    ],
)
def test_only_the_steps_behind_it_bind_a_records_dates(
    record: DecisionRecord, values: dict[str, str], refused: list[str]
) -> None:
    assert [refusal.field for refusal in refusals_of_dates(record, values, TODAY)] == refused


def test_what_was_wrong_before_holds_up_no_other_date() -> None:
    imported = at("called-in", **WAS, called_in_on="2026-03-01")
    assert refusals_of_dates(imported, {"in_force_on": "2026-03-11"}, TODAY) == ()


def test_a_date_that_was_blank_may_stay_blank() -> None:
    imported = at("implementable", draft_list_published="2026-03-03")
    values = {"draft_list_published": "2026-03-04", "confirmed_list_published": ""}
    assert refusals_of_dates(imported, values, TODAY) == ()


def test_a_day_to_come_cannot_have_been_the_day_of_decision() -> None:
    (refusal,) = refusals_of_dates(at("decided"), {"date_of_decision": "2026-03-21"}, TODAY)
    assert refusal.field == "date_of_decision"
    assert "still to come" in refusal.sentence


def test_no_reason_is_asked_where_call_in_was_never_counted() -> None:
    imported = at("implementable", draft_list_published="2026-03-03")
    counted = [("2026-03-09", "2026-03-09")]
    assert refusals_of_dates(imported, {"draft_list_published": "2026-03-04"}, TODAY, counted) == ()
