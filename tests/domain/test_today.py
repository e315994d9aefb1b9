"""Days that tasks are told by: the end of the week, and of times of retention."""

from datetime import date

import pytest

from sendapp.domain.today import over_on, week_end, years_before


@pytest.mark.parametrize("day", range(23, 30))
def test_a_week_ends_on_its_sunday(day: int) -> None:
    assert week_end(date(2026, 11, day)) == date(2026, 11, 29)


@pytest.mark.parametrize(
    ("decided", "years", "over"),
    [
        ("2020-03-02", 6, "2026-03-02"),
        ("2020-02-29", 4, "2024-02-29"),
        ("2020-02-29", 6, "2026-03-01"),
    ],
)
def test_a_time_is_over_on_the_day_of_the_decision(decided: str, years: int, over: str) -> None:
    assert over_on(decided, years) == over


@pytest.mark.parametrize(
    ("today", "years", "since"),
    [
        (date(2026, 3, 2), 6, date(2020, 3, 2)),
        (date(2024, 2, 29), 4, date(2020, 2, 29)),
        (date(2024, 2, 29), 6, date(2018, 2, 28)),
        (date(2026, 3, 1), 6, date(2020, 3, 1)),
        (date(2026, 2, 28), 6, date(2020, 2, 28)),
    ],
)
def test_what_was_decided_until_then_may_go(today: date, years: int, since: date) -> None:
    assert years_before(today, years) == since
    assert over_on(since.isoformat(), years) <= today.isoformat()
