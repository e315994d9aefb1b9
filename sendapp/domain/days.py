"""Days that count, and days that do not: weekends, England's bank holidays, closure days."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from sendapp.domain.dates import WEEKDAYS, is_iso_date

HOLIDAYS_RELEASE = "0.109"
"""The release of the package `holidays` that is pinned, so that every computer counts alike."""

LAST_OFFICIAL_YEAR = 2027
"""The last year whose bank holidays were known to be on GOV.UK when that release was pinned.

Later years are worked out by the usual rules. Look at GOV.UK again whenever the pin moves.
"""

_SATURDAY = 5
_NONE: frozenset[date] = frozenset()


class Why(StrEnum):
    """Why a day does not count."""

    WEEKEND = "weekend"
    BANK_HOLIDAY = "bank holiday"
    CLOSED = "closure day"


@dataclass(frozen=True, slots=True)
class NotCounted:
    """A day that does not count, and why; `name` is that of the bank holiday, else ''."""

    day: date
    why: Why
    name: str = ""


def not_counted(day: date, closed: Collection[date] = _NONE) -> NotCounted | None:
    """Return why `day` does not count as a working day, None if it does.

    `closed` are days on which the council is closed besides.
    """
    if day.weekday() >= _SATURDAY:
        return NotCounted(day, Why.WEEKEND)
    if name := _bank_holidays(day.year).get(day):
        return NotCounted(day, Why.BANK_HOLIDAY, name)
    return NotCounted(day, Why.CLOSED) if day in closed else None


def why_not_counted(day: date, closed: Collection[date] = _NONE) -> str:
    """Return why `day` does not count as a working day, '' if it does: "a Saturday"."""
    found = not_counted(day, closed)
    if found is None:
        return ""
    match found.why:
        case Why.WEEKEND:
            return f"a {WEEKDAYS[day.weekday()]}"
        case Why.BANK_HOLIDAY:
            return f"a bank holiday ({found.name})"
        case Why.CLOSED:
            return "a day on which the council is closed"


def clear_days(first: date, second: date) -> int:
    """Return how many whole days lie between two days, neither of which counts."""
    return (second - first).days - 1


def days_of(texts: Iterable[str]) -> frozenset[date]:
    """Return the days that ISO texts say; a text that is no such date is left out."""
    return frozenset(date.fromisoformat(text) for text in texts if is_iso_date(text))


@lru_cache(maxsize=64)
def _bank_holidays(year: int) -> dict[date, str]:
    # Late: the window must start without it.
    from holidays import country_holidays

    found = country_holidays("GB", subdiv="ENG", years=year, language="en_GB")
    return {day: _printed(name) for day, name in found.items()}


def _printed(name: str) -> str:
    return name.replace("'", "’").replace(" (observed)", ", substitute day")
