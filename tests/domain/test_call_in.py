"""Call-in dates: the cases of the field, the rule's parts, and the dates a record has."""

from datetime import date
from typing import Any

import pytest

from sendapp.domain.call_in import (
    MOST_DAYS,
    Confirmation,
    call_in_of,
    confirmation_of,
    count_days,
    may_be_called_in,
    settled_or_counted,
)
from sendapp.domain.days import LAST_OFFICIAL_YEAR, Why, days_of
from sendapp.domain.duties import OFFICER_EXECUTIVE, OFFICER_NON_EXECUTIVE
from sendapp.domain.profile import CallInRule, CountedFrom, InForce
from sendapp.domain.record import Urgency
from sendapp.errors import Problem
from tests.factory import a_record

MONDAY = date(2025, 11, 24)


def rule(days: int = 3, **more: Any) -> CallInRule:
    return CallInRule(days=days, **more)


def counted(given: str, by: CallInRule, *closed: str, at: str = "") -> tuple[str, str]:
    """Return the last day counted and the first in force, as ISO text."""
    found = count_days(date.fromisoformat(given), by, days_of(closed), at=at)
    return found.ends.isoformat(), found.in_force.isoformat()


@pytest.mark.parametrize(
    ("published", "by", "ends", "in_force"),
    [
        pytest.param("2025-11-24", rule(), "2025-11-27", "2025-11-27", id="the seed"),
        pytest.param("2020-10-16", rule(), "2020-10-21", "2020-10-21", id="over a weekend"),
        pytest.param(
            "2022-04-08", rule(5, clear=True), "2022-04-19", "2022-04-20", id="over Easter"
        ),
        pytest.param(
            "2022-09-16",
            rule(5, in_force=InForce.NEXT_WORKING),
            "2022-09-26",
            "2022-09-27",
            id="a one-off holiday",
        ),
    ],
)
def test_the_cases_of_the_field(published: str, by: CallInRule, ends: str, in_force: str) -> None:
    assert counted(published, by) == (ends, in_force)


@pytest.mark.parametrize(
    ("published", "by", "ends", "in_force"),
    [
        # From Friday: the last day is Wednesday, the next Thursday.
        ("2025-11-21", rule(in_force=InForce.NEXT_CALENDAR), "2025-11-26", "2025-11-27"),
        # To a Friday: the next day is a Saturday, the next working day a Monday.
        ("2025-11-18", rule(in_force=InForce.NEXT_CALENDAR), "2025-11-21", "2025-11-22"),
        ("2025-11-18", rule(in_force=InForce.NEXT_WORKING), "2025-11-21", "2025-11-24"),
        ("2025-11-18", rule(clear=True), "2025-11-21", "2025-11-24"),
        (
            *("2025-11-18", rule(clear=True, in_force=InForce.NEXT_CALENDAR)),
            *("2025-11-21", "2025-11-22"),
        ),
        # Published on a Saturday, over Christmas, over New Year, over a leap day.
        ("2025-11-22", rule(), "2025-11-26", "2025-11-26"),
        ("2025-12-23", rule(), "2025-12-30", "2025-12-30"),
        ("2025-12-30", rule(), "2026-01-05", "2026-01-05"),
        ("2024-02-27", rule(), "2024-03-01", "2024-03-01"),
        # Of no days.
        ("2025-11-24", rule(0), "2025-11-24", "2025-11-24"),
        ("2025-11-22", rule(0), "2025-11-22", "2025-11-24"),
        ("2025-11-24", rule(0, in_force=InForce.NEXT_WORKING), "2025-11-24", "2025-11-25"),
    ],
)
def test_when_it_ends_and_when_it_is_in_force(
    published: str, by: CallInRule, ends: str, in_force: str
) -> None:
    assert counted(published, by) == (ends, in_force)


def test_the_days_are_told_one_by_one_with_those_left_out_and_why() -> None:
    found = count_days(date(2022, 4, 8), rule(5, clear=True))
    assert [day.day for day in found.counted] == [11, 12, 13, 14, 19]
    assert [(entry.day.day, entry.why, entry.name) for entry in found.not_counted] == [
        (9, Why.WEEKEND, ""),
        (10, Why.WEEKEND, ""),
        (15, Why.BANK_HOLIDAY, "Good Friday"),
        (16, Why.WEEKEND, ""),
        (17, Why.WEEKEND, ""),
        (18, Why.BANK_HOLIDAY, "Easter Monday"),
    ]


def test_closure_days_do_not_count_and_put_off_the_first_day_in_force() -> None:
    assert counted("2025-11-24", rule(), "2025-11-26") == ("2025-11-28", "2025-11-28")
    next_working = rule(in_force=InForce.NEXT_WORKING)
    assert counted("2025-11-24", next_working, "2025-11-28") == ("2025-11-27", "2025-12-01")


@pytest.mark.parametrize(
    ("at", "ends", "warned"),
    [
        ("16:59", "2025-11-27", ""),
        ("17:00", "2025-11-27", ""),
        (
            "17:01",
            "2025-11-28",
            "Published at 17:01, after 17:00: it counts as published on Tue 25",
        ),
        ("5.30 pm", "2025-11-28", "Published at 17:30, after 17:00"),
        ("9:00", "2025-11-27", ""),
        ("", "2025-11-27", "the last day counted is then Fri 28 Nov 2025"),
    ],
)
def test_what_is_published_after_the_cut_off_counts_as_a_later_days(
    at: str, ends: str, warned: str
) -> None:
    by = rule(cut_off="17:00")
    assert counted("2025-11-24", by, at=at)[0] == ends
    warnings = count_days(MONDAY, by, at=at).warnings
    assert len(warnings) == bool(warned)
    assert warned in "".join(warnings)


@pytest.mark.parametrize(
    ("given", "closed", "start", "ends"),
    [
        pytest.param("2025-11-24", (), "Tue 25 Nov 2025", "2025-11-28", id="a Monday"),
        pytest.param("2025-11-21", (), "Mon 24 Nov 2025", "2025-11-27", id="a Friday"),
        pytest.param("2025-11-22", (), "Mon 24 Nov 2025", "2025-11-27", id="a Saturday"),
        pytest.param("2022-04-14", (), "Tue 19 Apr 2022", "2022-04-22", id="before Good Friday"),
        pytest.param(
            *("2025-11-21", ("2025-11-24",), "Tue 25 Nov 2025", "2025-11-28"), id="a closure day"
        ),
    ],
)
def test_a_late_publication_counts_as_one_of_the_next_day_that_counts(
    given: str, closed: tuple[str, ...], start: str, ends: str
) -> None:
    by, day = rule(cut_off="17:00"), date.fromisoformat(given)
    assert counted(given, by, *closed, at="18:00") == (ends, ends)
    (warning,) = count_days(day, by, days_of(closed), at="18:00").warnings
    assert warning == f"Published at 18:00, after 17:00: it counts as published on {start}."
    # Where the time is not known, both are told, and both are as good.
    unknown = count_days(day, by, days_of(closed))
    assert unknown.if_late is not None
    assert unknown.if_late.ends.isoformat() == ends > unknown.ends.isoformat()
    (warning,) = unknown.warnings
    assert f"after 17:00, it counts as published on {start}: the last day counted" in warning


def test_of_no_days_a_late_publication_is_in_force_on_the_next_day_that_counts() -> None:
    by = rule(0, cut_off="17:00")
    assert counted("2025-11-21", by, at="18:00") == ("2025-11-24", "2025-11-24")


def test_a_cut_off_is_for_publications_only() -> None:
    by = rule(cut_off="17:00", counted_from=CountedFrom.DECISION)
    assert count_days(MONDAY, by).warnings == ()
    assert counted("2025-11-24", by, at="18:00")[0] == "2025-11-27"


def test_a_cut_off_that_is_no_time_is_told() -> None:
    (warning,) = count_days(MONDAY, rule(cut_off="noonish"), at="18:00").warnings
    assert "“noonish” is no time of day" in warning


def test_years_without_official_holidays_are_warned_of() -> None:
    last = date(LAST_OFFICIAL_YEAR, 12, 20)
    assert count_days(last, rule()).warnings == ()
    (warning,) = count_days(last, rule(10)).warnings
    assert f"published up to {LAST_OFFICIAL_YEAR}. Those of {LAST_OFFICIAL_YEAR + 1}" in warning


def test_clear_days_on_the_last_day_say_what_is_done() -> None:
    (warning,) = count_days(MONDAY, rule(clear=True)).warnings
    assert "means the next day that counts" in warning
    assert count_days(MONDAY, rule(clear=True, in_force=InForce.NEXT_WORKING)).warnings == ()


@pytest.mark.parametrize("days", [-1, MOST_DAYS + 1])
def test_a_slip_of_the_hand_is_refused(days: int) -> None:
    with pytest.raises(Problem, match="cannot be counted"):
        count_days(MONDAY, rule(days))


def test_the_end_of_the_calendar_is_told() -> None:
    # The last day there is, is a Friday.
    assert counted("9999-12-30", rule(1)) == ("9999-12-31", "9999-12-31")
    for by in (rule(2), rule(1, in_force=InForce.NEXT_CALENDAR), rule(1, clear=True)):
        with pytest.raises(Problem, match="end of the calendar"):
            count_days(date(9999, 12, 30), by)


_AS_COMPUTED = {"call_in_ends": "2025-11-27", "in_force_on": "2025-11-27"}


def published(**values: Any) -> Any:
    return a_record(**{"draft_list_published": "2025-11-24"} | values)


def test_a_record_is_counted_from_the_date_its_rule_names() -> None:
    record = published(date_of_decision="2025-11-20")
    found = call_in_of(record, rule())
    assert found is not None
    assert found.ends == date(2025, 11, 27)
    found = call_in_of(record, rule(counted_from=CountedFrom.DECISION))
    assert found is not None
    assert found.ends == date(2025, 11, 25)
    assert call_in_of(published(draft_list_published=""), rule()) is None


def test_call_in_applies_to_executive_decisions_unless_the_record_says_otherwise() -> None:
    assert may_be_called_in(published(), "")
    assert may_be_called_in(published(call_in_applies="yes", record_type=OFFICER_EXECUTIVE), "")
    assert not may_be_called_in(published(call_in_applies="no"), "")
    assert not may_be_called_in(published(urgency=(Urgency(kind="call-in waived"),)), "")
    assert not may_be_called_in(published(record_type=OFFICER_NON_EXECUTIVE), "")
    assert not may_be_called_in(published(record_type="own"), OFFICER_NON_EXECUTIVE)


@pytest.mark.parametrize(
    ("stated", "confirmation"),
    [
        ({}, Confirmation.OPEN),
        (_AS_COMPUTED, Confirmation.CONFIRMED),
        (_AS_COMPUTED | {"call_in_ends": "2025-11-28"}, Confirmation.OVERRULED),
        (_AS_COMPUTED | {"in_force_on": "2025-11-28"}, Confirmation.OVERRULED),
        ({"call_in_ends": "2025-11-27"}, Confirmation.OVERRULED),
        (_AS_COMPUTED | {"draft_list_published": ""}, Confirmation.OVERRULED),
    ],
)
def test_dates_are_confirmed_or_overruled(
    stated: dict[str, str], confirmation: Confirmation
) -> None:
    record = published(**stated)
    assert confirmation_of(record, call_in_of(record, rule())) is confirmation


def test_what_an_officer_has_settled_is_suggested_again_and_else_what_is_counted() -> None:
    found = call_in_of(published(), rule())
    assert settled_or_counted(published(), found) == ("2025-11-27", "2025-11-27")
    settled = {"call_in_ends": "2025-12-01", "in_force_on": "2025-12-02"}
    assert settled_or_counted(published(**settled), found) == ("2025-12-01", "2025-12-02")
    assert settled_or_counted(published(**settled), None) == ("2025-12-01", "2025-12-02")
    # A date that stands alone is the officer's own, as `confirmation_of` has it.
    assert settled_or_counted(published(call_in_ends="2025-12-01"), found) == ("2025-12-01", "")
    assert settled_or_counted(published(), None) == ("", "")


@pytest.mark.parametrize(
    ("ends", "at", "confirmation"),
    [
        ("2025-11-27", "", Confirmation.CONFIRMED),
        ("2025-11-28", "", Confirmation.CONFIRMED),
        ("2025-12-01", "", Confirmation.OVERRULED),
        ("2025-11-28", "16:00", Confirmation.OVERRULED),
        ("2025-11-27", "18:00", Confirmation.OVERRULED),
    ],
)
def test_where_the_time_is_unknown_dates_after_the_cut_off_are_as_computed_too(
    ends: str, at: str, confirmation: Confirmation
) -> None:
    record = published(call_in_ends=ends, in_force_on=ends)
    computed = call_in_of(record, rule(cut_off="17:00"), at=at)
    assert confirmation_of(record, computed) is confirmation
