"""A council's series of reference numbers: how they are made, and which comes next.

A series is a text such as "CMD/{year}/{number:03}". With a year in it, numbers begin at 1 again
each year: the year of the decision once its date is known, until then the year in which the number
is taken. Without one they run on for ever.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from sendapp.domain.text import Refused, one_line

LIMIT = 100
"""The most characters a series may hold."""
MOST_DIGITS = 9

_PART = re.compile(r"\{([^{}]*)\}")
_NUMBER = re.compile(r"number(?::0?([1-9]))?", re.ASCII)
_HINT = "Write it like CMD/{year}/{number:03}."


class SeriesFault(ValueError):
    """A text is no series; the message says why, in words for the officer."""


@dataclass(frozen=True, slots=True)
class Series:
    """A series that was read: fixed words, with a year and a number between them.

    `parts` are the fixed words, None for the number and "" for the year.
    """

    parts: tuple[str | None, ...]
    digits: int
    """How many digits a number has at least."""

    @property
    def yearly(self) -> bool:
        """Whether its numbers begin anew each year."""
        return "" in self.parts

    def reference(self, year: int, number: int) -> str:
        """Return the reference with this number."""
        return "".join(self._shown(part, year, number) for part in self.parts)

    def next_number(self, year: int, used: Iterable[str]) -> int:
        """Return the number after the highest in use; gaps stay, for a number may be on paper.

        Capitals, spaces and noughts before a number do not matter: it was typed by hand.
        """
        fits = self._pattern(year).fullmatch
        found = (fits(folded_reference(reference)) for reference in used)
        return max((int(match[1]) for match in found if match), default=0) + 1

    def next_reference(self, year: int, used: Iterable[str]) -> str:
        """Return the reference after the highest of `used`."""
        return self.reference(year, self.next_number(year, used))

    def _shown(self, part: str | None, year: int, number: int) -> str:
        if part is None:
            return f"{number:0{self.digits}}"
        return part or f"{year:04}"

    def _pattern(self, year: int) -> re.Pattern[str]:
        number = f"0*([0-9]{{1,{MOST_DIGITS}}})"
        shown = (
            number if part is None else re.escape(folded_reference(part) if part else f"{year:04}")
            for part in self.parts
        )
        return re.compile("".join(shown))


def read_series(text: str) -> Series:
    """Return the series that `text` says; raises SeriesFault."""
    try:
        text = one_line(text, LIMIT).strip()
    except Refused as reason:
        raise SeriesFault(str(reason)) from reason
    parts: list[str | None] = []
    digits, at = 0, 0
    for found in _PART.finditer(text):
        parts += _fixed(text[at : found.start()])
        at = found.end()
        number = _NUMBER.fullmatch(found[1])
        if number and digits:
            raise SeriesFault(f"A reference has one number: {found[0]} stands there twice.")
        if number:
            digits = int(number[1] or 1)
            parts.append(None)
        elif found[1] == "year":
            parts.append("")
        else:
            raise SeriesFault(f"{found[0]} is not known. {_HINT}")
    parts += _fixed(text[at:])
    _look_over(parts, digits)
    return Series(tuple(parts), digits)


def fault_in_series(text: str) -> str:
    """Return why `text` is no series, '' if it is one or is blank."""
    if not text.strip():
        return ""
    try:
        read_series(text)
    except SeriesFault as fault:
        return str(fault)
    return ""


def folded_reference(reference: str) -> str:
    """Return a reference as it is compared: without spaces and case."""
    return "".join(reference.split()).casefold()


def _fixed(words: str) -> list[str | None]:
    if "{" in words or "}" in words:
        raise SeriesFault(f"A bracket is open or closed alone. {_HINT}")
    return [words] if words else []


def _look_over(parts: list[str | None], digits: int) -> None:
    if not digits:
        raise SeriesFault(f"It has no {{number}}, so every record would be called alike. {_HINT}")
    if parts.count("") > 1:
        raise SeriesFault("The year stands there twice; once is enough.")
    at = parts.index(None)
    before = parts[at - 1] if at else "/"
    behind = parts[at + 1] if at + 1 < len(parts) else "/"
    if not before or not behind or before[-1].isdigit() or behind[0].isdigit():
        raise SeriesFault(
            "The number stands right beside the year or another digit and could not be told from "
            "it. Put a stroke or a letter between them."
        )
