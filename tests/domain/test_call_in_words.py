"""The working of a call-in in words, that an officer can follow with a finger."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given

from sendapp.domain.call_in import count_days
from sendapp.domain.call_in_words import SPELLED_OUT, rule_in_words, working
from sendapp.domain.dates import short_day
from sendapp.domain.days import days_of
from sendapp.domain.profile import CallInRule, CountedFrom, InForce
from tests.domain.test_any_call_in import DAYS, RULES


def said(given: str, *closed: str, at: str = "", **rule: Any) -> str:
    return working(
        count_days(date.fromisoformat(given), CallInRule(**rule), days_of(closed), at=at)
    )


def test_the_seeds_working_is_said_to_the_letter() -> None:
    assert (
        said("2025-11-24") == "published Mon 24 Nov; day 1 Tue 25, day 2 Wed 26, day 3 Thu 27 Nov"
    )


@pytest.mark.parametrize(
    ("given", "rule", "expected"),
    [
        (
            "2020-10-16",
            {},
            "published Fri 16 Oct; day 1 Mon 19, day 2 Tue 20, day 3 Wed 21 Oct; "
            "not counted: Sat 17, Sun 18 Oct",
        ),
        (
            "2022-04-08",
            {"days": 5, "clear": True},
            "published Fri 8 Apr; day 1 Mon 11, day 2 Tue 12, day 3 Wed 13, day 4 Thu 14, "
            "day 5 Tue 19 Apr; in force from Wed 20 Apr; not counted: Sat 9, Sun 10, "
            "Fri 15 (Good Friday), Sat 16, Sun 17, Mon 18 Apr (Easter Monday)",
        ),
        (
            "2022-09-16",
            {"in_force": InForce.NEXT_WORKING},
            "published Fri 16 Sep; day 1 Tue 20, day 2 Wed 21, day 3 Thu 22 Sep; "
            "in force from Fri 23 Sep; not counted: Sat 17, Sun 18, "
            "Mon 19 Sep (State Funeral of Queen Elizabeth II)",
        ),
        (
            "2025-12-30",
            {},
            "published Tue 30 Dec 2025; day 1 Wed 31 Dec 2025, day 2 Fri 2, day 3 Mon 5 Jan 2026; "
            "not counted: Thu 1 (New Year’s Day), Sat 3, Sun 4 Jan 2026",
        ),
        (
            "2026-01-29",
            {},
            "published Thu 29 Jan; day 1 Fri 30 Jan, day 2 Mon 2, day 3 Tue 3 Feb; "
            "not counted: Sat 31 Jan, Sun 1 Feb",
        ),
        (
            "2025-11-24",
            {"days": 1, "counted_from": CountedFrom.DECISION, "in_force": InForce.NEXT_CALENDAR},
            "decided Mon 24 Nov; day 1 Tue 25 Nov; in force from Wed 26 Nov",
        ),
        (
            "2025-11-21",
            {"cut_off": "17:00", "at": "17:30"},
            "published Fri 21 Nov at 17:30, counted as Mon 24 Nov; "
            "day 1 Tue 25, day 2 Wed 26, day 3 Thu 27 Nov; not counted: Sat 22, Sun 23 Nov",
        ),
        (
            "2025-11-24",
            {"days": 0},
            "published Mon 24 Nov; no days to count; in force from Mon 24 Nov",
        ),
        (
            "2025-11-28",
            {"days": 20, "in_force": InForce.NEXT_CALENDAR},
            "published Fri 28 Nov; days 1–5 Mon 1 to Fri 5 Dec, days 6–10 Mon 8 to Fri 12 Dec, "
            "days 11–15 Mon 15 to Fri 19 Dec, days 16–18 Mon 22 to Wed 24 Dec, "
            "days 19–20 Mon 29 to Tue 30 Dec; in force from Wed 31 Dec; "
            "not counted: weekends, Thu 25 (Christmas Day), Fri 26 Dec (Boxing Day)",
        ),
        (
            "2026-05-27",
            {"days": 11},
            "published Wed 27 May; days 1–2 Thu 28 to Fri 29 May, days 3–7 Mon 1 to Fri 5 Jun, "
            "days 8–11 Mon 8 to Thu 11 Jun; not counted: weekends",
        ),
    ],
)
def test_the_count_is_said_with_what_did_not_count(
    given: str, rule: dict[str, Any], expected: str
) -> None:
    assert said(given, **rule) == expected


def test_a_day_of_its_own_stands_alone_in_a_long_count() -> None:
    told = said("2026-04-24", "2026-04-28", "2026-04-30", days=12)
    assert "; day 1 Mon 27 Apr, day 2 Wed 29 Apr, day 3 Fri 1 May, days 4–7 Tue 5 to" in told
    assert "weekends, Tue 28 (council closed), Thu 30 Apr (council closed), Mon 4 May (May" in told


def test_a_publication_after_the_cut_off_is_said_to_count_as_the_next_days() -> None:
    assert said("2025-11-24", at="5.30pm", cut_off="17:00", days=1) == (
        "published Mon 24 Nov at 17:30, counted as Tue 25 Nov; day 1 Wed 26 Nov"
    )


@given(DAYS, RULES)
def test_every_day_of_a_short_count_is_named_and_a_long_one_stays_short(
    day: date, rule: CallInRule
) -> None:
    found = count_days(day, rule)
    told = working(found)
    assert short_day(found.ends) in told
    if rule.days <= SPELLED_OUT:
        for number, one in enumerate(found.counted, 1):
            assert f"day {number} {short_day(one)}" in told
        assert all(short_day(entry.day) in told for entry in found.not_counted)
    assert (str(day.year) in told) == (found.in_force.year != day.year)
    assert len(told) < 500


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ({}, "3 working days, in force on the last day"),
        (
            {"days": 1, "clear": True, "in_force": InForce.NEXT_WORKING},
            "1 clear working day, in force on the next working day",
        ),
        (
            {"days": 5, "in_force": InForce.NEXT_CALENDAR, "cut_off": "5pm"},
            "5 working days, in force on the next calendar day, published by 17:00",
        ),
        (
            {"counted_from": CountedFrom.DECISION, "cut_off": "17:00"},
            "3 working days, in force on the last day, counted from the date of the decision",
        ),
    ],
)
def test_the_rule_is_said_as_an_officer_says_it(rule: dict[str, Any], expected: str) -> None:
    assert rule_in_words(CallInRule(**rule)) == expected
