"""Dates as officers write them and as the record keeps them."""

import re
from datetime import date

_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
"""Said so whatever language the computer speaks; Monday is 0, as in date.weekday()."""

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_NUMBERS = re.compile(r"(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{4}|\d{2})")
_WORDS = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?([a-z]{3,9})\.?,?\s+(\d{4})")
_TIME = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?\s*([ap]m)?")


def read_date(typed: str) -> str | None:
    """Return the ISO date that `typed` says, '' for nothing, None if it says no date.

    Understands 24 November 2025, 24 Nov 2025, 24th November 2025, Mon 24 Nov 2025, 24/11/2025,
    24.11.25 (the day first, as in Britain) and 2025-11-24.
    """
    text = " ".join(typed.lower().split())
    if not text:
        return ""
    text = re.sub(r"^(mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+", "", text)
    if found := _ISO.fullmatch(text):
        year, month, day = map(int, found.groups())
    elif found := _NUMBERS.fullmatch(text):
        day, month, year = map(int, found.groups())
        year += 2000 if year < 100 else 0
    elif found := _WORDS.fullmatch(text):
        named = month_of(found[2])
        if named is None:
            return None
        day, month, year = int(found[1]), named, int(found[3])
    else:
        return None
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def long_date(iso: str) -> str:
    """Return an ISO date (YYYY-MM-DD) in print, "24 November 2025"; other text as it stands."""
    if not is_iso_date(iso):
        return iso
    day = date.fromisoformat(iso)
    return f"{day.day} {_MONTHS[day.month - 1].capitalize()} {day.year:04}"


def day_heading(day: date, today: date) -> str:
    """Return a day as what was done on it is headed: "Today, 27 November 2026"."""
    names = {0: "Today", 1: "Yesterday"}
    name = names.get((today - day).days, WEEKDAYS[day.weekday()])
    return f"{name}, {long_date(day.isoformat())}"


def short_date(day: date) -> str:
    """Return a day as it stands among others: "Mon 24 Nov 2025"."""
    return f"{short_day(day)} {short_month(day)} {day.year:04}"


def short_day(day: date) -> str:
    """Return a day without its month: "Mon 24"."""
    return f"{WEEKDAYS[day.weekday()][:3]} {day.day}"


def short_month(day: date) -> str:
    """Return the month of a day: "Nov"."""
    return _MONTHS[day.month - 1][:3].capitalize()


def read_time(typed: str) -> str | None:
    """Return the time of day that `typed` says as "17:00", '' for nothing, None if it says none.

    Understands 17:00, 17.00, 5 pm and 5.30pm; a lone number of hours needs am or pm.
    """
    text = "".join(typed.lower().split())
    if not text:
        return ""
    found = _TIME.fullmatch(text)
    if found is None or not (found[2] or found[3]):
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    if found[3]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if found[3] == "pm" else 0)
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None


def is_time(text: str) -> bool:
    """Whether `text` is a time of day as it is kept: HH:MM, from 00:00 to 23:59."""
    return bool(text) and read_time(text) == text


def is_iso_date(text: str) -> bool:
    """Whether `text` is a date as the record keeps it: YYYY-MM-DD, and in the calendar."""
    return bool(_ISO.fullmatch(text)) and read_date(text) == text


def month_of(word: str) -> int | None:
    """Return the month, 1 to 12, that an English word in lower case names; None if it is none."""
    if word == "sept":
        return 9
    matches = [n for n, name in enumerate(_MONTHS, 1) if name == word or name[:3] == word]
    return matches[0] if matches else None
