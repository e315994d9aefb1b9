"""Dates, terms and periods as officers write them within a text."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from sendapp.domain.checks.phrases import KEPT
from sendapp.domain.dates import WEEKDAYS, month_of

_DAY_NAMES = (
    "mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs(?:day)?)?"
    "|fri(?:day)?|sat(?:urday)?|sun(?:day)?"
)
_MONTH_NAMES = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_DATE = re.compile(
    rf"(?:\b(?P<weekday>{_DAY_NAMES})\b\.?,?\s+(?:the\s+)?)?"
    rf"(?:\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?)?"
    rf"\b(?P<month>{_MONTH_NAMES})\b\.?(?:,?\s+(?P<year>(?:19|20|21)\d\d)\b)?"
    rf"|\b(?P<d>\d{{1,2}})[/.](?P<m>\d{{1,2}})[/.](?P<y>(?:19|20|21)\d\d|\d\d)\b(?![/\d]|\.\d)",
    re.IGNORECASE,
)
_UP_TO_TWENTY = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
    *("nineteen", "twenty"),
)
_NUMBERS = {word: number for number, word in enumerate(_UP_TO_TWENTY, 1)} | {
    "a": 1,
    "twenty-one": 21,
    "twenty-four": 24,
    "twenty-five": 25,
    "thirty": 30,
    "thirty-six": 36,
    "forty": 40,
    "forty-eight": 48,
    "fifty": 50,
    "sixty": 60,
}
_NUMBER = "|".join(sorted(_NUMBERS, key=len, reverse=True))
_AMOUNT = rf"\b(?:(?P<number>{_NUMBER})|(?P<digits>\d{{1,3}}))(?:\s*\((?:\d{{1,3}}|{_NUMBER})\))?"
_TERM = re.compile(
    rf"{_AMOUNT}(?:[\s-]+(?:calendar|full|whole))?[\s-]*(?P<unit>years?|months?|weeks?|days?)['’]?\b",
    re.IGNORECASE,
)
_WEEKDAYS = [name[:3] for name in WEEKDAYS]
_AND = re.compile(r"\s+and\s+(?:a\s+half\s+)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class DateInWords:
    """A date within a text; without a day it is the whole month `day` begins."""

    start: int
    end: int
    day: date
    weekday: int | None = None
    """Which weekday the text says it is, 0 for Monday."""
    whole_month: bool = False
    year_said: bool = True

    @property
    def last_day(self) -> date:
        """The day itself, or the last of the month."""
        if not self.whole_month:
            return self.day
        return self.day.replace(day=monthrange(self.day.year, self.day.month)[1])


@dataclass(frozen=True, slots=True)
class Term:
    """A length of time within a text."""

    start: int
    end: int
    months: int
    days: int

    def after(self, day: date) -> date | None:
        """Return the day on which the term is over that begins on `day`; None past all years."""
        months = day.month - 1 + self.months
        year, month = day.year + months // 12, months % 12 + 1
        try:
            last = monthrange(year, month)[1]
            return date(year, month, min(day.day, last)) + timedelta(days=self.days)
        except (ValueError, OverflowError):
            return None


@lru_cache(maxsize=KEPT)
def dates_in(text: str) -> tuple[DateInWords, ...]:
    """Return the dates in `text`, those that say a year and those that take it from the next."""
    found: list[DateInWords] = []
    for match in _DATE.finditer(text):
        made = _numeric(match) if match["d"] else _written(match)
        if made is not None:
            found.append(made)
    return tuple(_with_years(found))


def terms_in(text: str) -> tuple[Term, ...]:
    """Return the lengths of time in `text`; "two years and six months" is one."""
    out: list[Term] = []
    for match in _TERM.finditer(text):
        number = _NUMBERS.get((match["number"] or "").lower()) or int(match["digits"] or 0)
        unit = match["unit"][0].lower()
        months, days = {"y": (12, 0), "m": (1, 0), "w": (0, 7), "d": (0, 1)}[unit]
        term = Term(match.start(), match.end(), months * number, days * number)
        if out and _AND.fullmatch(text, out[-1].end, term.start):
            before = out.pop()
            term = Term(
                before.start, term.end, before.months + term.months, before.days + term.days
            )
        out.append(term)
    return tuple(out)


def _written(match: re.Match[str]) -> DateInWords | None:
    month = month_of(match["month"].lower())
    if month is None or (not match["day"] and not match["year"]):
        return None
    year_said = bool(match["year"])
    try:
        day = date(int(match["year"] or 2000), month, int(match["day"] or 1))
    except ValueError:
        return None
    name = (match["weekday"] or "")[:3].capitalize()
    weekday = _WEEKDAYS.index(name) if name and match["day"] else None
    start = match.start() if weekday is not None or not name else match.start("month")
    return DateInWords(start, match.end(), day, weekday, not match["day"], year_said)


def _numeric(match: re.Match[str]) -> DateInWords | None:
    year = int(match["y"])
    try:
        day = date(year + 2000 if year < 100 else year, int(match["m"]), int(match["d"]))
    except ValueError:
        return None
    return DateInWords(match.start(), match.end(), day)


def _with_years(found: list[DateInWords]) -> Iterator[DateInWords]:
    """Give a date without a year that of the one behind it: "from 1 April to 30 June 2026"."""
    for index, entry in enumerate(found):
        if entry.year_said:
            yield entry
            continue
        following = found[index + 1] if index + 1 < len(found) else None
        if following is None or not following.year_said:
            continue
        before = (entry.day.month, entry.day.day) <= (following.day.month, following.day.day)
        year = following.day.year if before else following.day.year - 1
        try:
            day = entry.day.replace(year=year)
        except ValueError:
            continue
        yield DateInWords(entry.start, entry.end, day, None, entry.whole_month, year_said=False)
