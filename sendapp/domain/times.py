"""Times of day as officers write them and as settings keep them."""

import re

_TYPED = re.compile(r"(\d{1,2})(?:\s*[:.]\s*(\d{2}))?\s*(am|pm|noon|midnight)?")
_KEPT = re.compile(r"([01]\d|2[0-3]):[0-5]\d", re.ASCII)


def read_time(typed: str) -> str | None:
    """Return the time that `typed` says as "17:00", '' for nothing, None if it says no time.

    Understands 17:00, 17.00, 5pm, 5.30 pm, noon and 12 noon. A bare number is no time: 5 may be
    the morning or the afternoon.
    """
    text = " ".join(typed.lower().replace("a.m.", "am").replace("p.m.", "pm").split())
    if not text:
        return ""
    found = _TYPED.fullmatch("12 noon" if text == "noon" else text)
    if found is None or not found[1].isascii():
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), found[3]
    if half is None and found[2] is None:
        return None
    if half == "noon" and (hour, minute) != (12, 0):
        return None
    if half == "midnight":
        return None
    if half in ("am", "pm"):
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "pm" else 0)
    kept = f"{hour:02}:{minute:02}"
    return kept if is_time(kept) else None


def is_time(text: str) -> bool:
    """Whether `text` is a time as it is kept: HH:MM, from 00:00 to 23:59."""
    return _KEPT.fullmatch(text) is not None
