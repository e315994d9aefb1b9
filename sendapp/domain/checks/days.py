"""Days that count, and days between: weekends, England's bank holidays, closure days."""

from collections.abc import Collection
from datetime import date
from functools import lru_cache

from sendapp.domain.dates import WEEKDAYS

_SATURDAY = 5


def clear_days(first: date, second: date) -> int:
    """Return how many whole days lie between two days, neither of which counts."""
    return (second - first).days - 1


def why_not_counted(day: date, closure_days: Collection[date] = ()) -> str:
    """Return why `day` does not count as a working day, '' if it does: "a Saturday"."""
    if day.weekday() >= _SATURDAY:
        return f"a {WEEKDAYS[day.weekday()]}"
    if name := _bank_holidays(day.year).get(day):
        return f"a bank holiday ({name})"
    return "a day on which the council is closed" if day in closure_days else ""


@lru_cache(maxsize=64)
def _bank_holidays(year: int) -> dict[date, str]:
    # Late: the window must start without it.
    from holidays import country_holidays

    return dict(country_holidays("GB", subdiv="ENG", years=year))
