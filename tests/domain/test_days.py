"""Days that count: weekends, England's bank holidays with the one-off ones, closure days."""

import tomllib
from datetime import date, timedelta
from importlib.metadata import version
from pathlib import Path

import pytest

from sendapp.domain.days import (
    HOLIDAYS_RELEASE,
    LAST_OFFICIAL_YEAR,
    NotCounted,
    Why,
    clear_days,
    days_of,
    not_counted,
    why_not_counted,
)

ROOT = Path(__file__).resolve().parents[2]

# As GOV.UK listed them for England and Wales: moved, doubled and one-off ones among them.
_OFFICIAL = {
    2020: "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28",
    2021: "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28",
    2022: "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27",
    2023: "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26",
    2024: "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26",
    2025: "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26",
    2026: "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
    2027: "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28",
}


def test_the_last_official_year_goes_with_the_pinned_release() -> None:
    pyproject = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    (pin,) = [text for text in pyproject["project"]["dependencies"] if text.startswith("holidays")]
    assert pin == f"holidays=={HOLIDAYS_RELEASE}"
    assert version("holidays") == HOLIDAYS_RELEASE
    # Whoever moves the pin looks at GOV.UK, and changes both lines here.
    assert (HOLIDAYS_RELEASE, LAST_OFFICIAL_YEAR) == ("0.109", 2027)
    assert max(_OFFICIAL) == LAST_OFFICIAL_YEAR


@pytest.mark.parametrize("year", _OFFICIAL)
def test_the_bank_holidays_are_the_official_ones(year: int) -> None:
    first = date(year, 1, 1)
    days = [first + timedelta(n) for n in range((date(year + 1, 1, 1) - first).days)]
    found = [f"{day:%m-%d}" for day in days if day.weekday() < 5 and not_counted(day)]
    assert found == _OFFICIAL[year].split()


@pytest.mark.parametrize(
    ("day", "why"),
    [
        ("2025-11-22", "a Saturday"),
        ("2025-11-23", "a Sunday"),
        ("2021-12-25", "a Saturday"),
        ("2021-12-27", "a bank holiday (Christmas Day, substitute day)"),
        ("2022-09-19", "a bank holiday (State Funeral of Queen Elizabeth II)"),
        ("2023-05-08", "a bank holiday (Coronation of Charles III)"),
        ("2025-01-01", "a bank holiday (New Year’s Day)"),
        ("2025-12-24", "a day on which the council is closed"),
        ("2025-11-24", ""),
        ("2026-03-17", ""),
        ("2025-11-30", "a Sunday"),
    ],
)
def test_it_is_said_why_a_day_does_not_count(day: str, why: str) -> None:
    assert why_not_counted(date.fromisoformat(day), days_of(["2025-12-24", "2025-11-30"])) == why


def test_a_day_that_does_not_count_tells_its_reason_and_its_holiday() -> None:
    good_friday, eve = date(2022, 4, 15), date(2025, 12, 24)
    assert not_counted(good_friday) == NotCounted(good_friday, Why.BANK_HOLIDAY, "Good Friday")
    assert not_counted(eve) is None
    assert not_counted(eve, {eve}) == NotCounted(eve, Why.CLOSED)


def test_closure_days_are_read_and_what_is_no_date_is_left_out() -> None:
    assert days_of(["2025-12-24", "", "24/12/2025", "2025-02-30"]) == {date(2025, 12, 24)}


def test_neither_end_of_a_span_is_a_clear_day() -> None:
    assert clear_days(date(2026, 2, 2), date(2026, 3, 3)) == 28
    assert clear_days(date(2026, 2, 2), date(2026, 2, 3)) == 0
