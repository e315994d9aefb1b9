"""Dates that steps have set: which they are, and what may be put in their place."""

import pytest

from sendapp.domain.record import DecisionRecord
from sendapp.domain.setting_dates import dates_of_steps, refusals_of_dates
from tests.factory import a_record

CALL_IN = {"call_in_ends": "2026-03-06", "in_force_on": "2026-03-06"}
TODAY = "2026-03-20"


def at(status: str, **dates: str) -> DecisionRecord:
    return a_record(status=status, **dates)


@pytest.mark.parametrize(
    ("record", "set_by_steps"),
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
def test_each_step_sets_its_dates(record: DecisionRecord, set_by_steps: tuple[str, ...]) -> None:
    assert dates_of_steps(record, sealed=True) == set_by_steps
    assert dates_of_steps(record, sealed=False) == ()


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
