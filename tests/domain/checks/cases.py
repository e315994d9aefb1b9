"""What a check is tried on: an otherwise clean record with one thing in it, and what is expected.

In a text the words that a check is to find stand between « and »; they are not part of it.
"""

import re
from dataclasses import dataclass, replace
from html import escape
from typing import Any

from sendapp.domain.checks.reading import Around, Reading
from sendapp.domain.fields import Kind
from sendapp.domain.record import DecisionRecord
from sendapp.domain.rows import row_field
from tests.factory import a_record

_PLACE = re.compile(r"(\w+)(?:\[(\d+)\])?(?:\.(\w+))?")
_MARK = re.compile("[«»]")
_NOTHING_AROUND = Around()


@dataclass(frozen=True, order=True)
class Expected:
    """Where a finding is to be, and the words it is to mark, '' for none."""

    place: str
    start: int = 0
    words: str = ""


@dataclass(frozen=True)
class Case:
    """A record, what stands around it, and what one check is to find in it, if anything."""

    record: DecisionRecord
    around: Around
    expected: tuple[Expected, ...]


Cases = dict[str, tuple[Case, ...]]
"""The cases of each check, by its name."""


def clean(kind: str = "cabinet-member", **values: Any) -> DecisionRecord:
    """Return a record of type `kind` in which no check finds anything, but for `values`."""
    return a_record(**{"record_type": kind, "decision_maker_interest": "no"} | values)


def said(place: str, text: str, around: Around = _NOTHING_AROUND, **values: Any) -> Case:
    """Return a case of `text` at `place`: paragraphs by line, or HTML if it begins with "<"."""
    marked = _with(clean(**values), place, text)
    words = Reading(marked).words_at(place)
    spans = re.finditer("«([^»]*)»", words)
    # Every marked span before it has two marks that are not part of the text.
    expected = [Expected(place, found.start() - 2 * n, found[1]) for n, found in enumerate(spans)]
    return Case(_with(marked, place, _MARK.sub("", text)), around, tuple(expected))


def filled(*places: str, around: Around = _NOTHING_AROUND, **values: Any) -> Case:
    """Return a case of a record with `values`, in which a check finds something at `places`."""
    return Case(clean(**values), around, tuple(map(Expected, places)))


def _with(record: DecisionRecord, place: str, text: str) -> DecisionRecord:
    found = _PLACE.fullmatch(place)
    assert found is not None
    name, index, part = found.groups()
    if index is None:
        return replace(record, **{name: text})
    part = part or "text"
    rows = list(getattr(record, name))
    if row_field(name, part).kind is Kind.RICH and not text.startswith("<"):
        text = "".join(f"<p>{escape(line, quote=False)}</p>" for line in text.split("\n"))
    rows[int(index)] = replace(rows[int(index)], **{part: text})
    return replace(record, **{name: tuple(rows)})
