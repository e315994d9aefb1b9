"""Finding words in the texts of one record, and putting others in their place."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from sendapp.domain.fields import Field, Kind
from sendapp.domain.record import DecisionRecord
from sendapp.domain.record_texts import changed_fields, texts_of
from sendapp.domain.richtext import Line, Run, Runs, Table, assemble, flatten, runs_text, to_html
from sendapp.domain.richtext_edits import Swap, swapped
from sendapp.domain.richtext_html import parse

_KEPT_TEXTS = 4_000
_ALIKE = ("'’‘ʼ", '"“”„', " \u00a0\u202f")
"""Characters that an officer does not tell apart when looking for words."""
_APOSTROPHES = "'’ʼ"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for; straight and printers' quotes, and all spaces, count as the same."""

    words: str
    match_case: bool = False
    whole_words: bool = False

    def ranges(self, text: str) -> list[tuple[int, int]]:
        """Return where the words stand in `text`, from left to right and never overlapping."""
        if not self.words:
            return []
        found = [match.span() for match in _pattern(self.words, self.match_case).finditer(text)]
        if self.whole_words:
            return [span for span in found if _is_whole(text, *span)]
        return found


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where the words stand: the text's place, and the how-manyth in it, from 0."""

    place: str
    nth: int


def hits(record: DecisionRecord, names: Iterable[str], wanted: Wanted) -> list[Hit]:
    """Return every hit in the fields `names`, in the order in which they are read."""
    return [
        Hit(place, nth)
        for place, count in Searched(record, names).tally(wanted)
        for nth in range(count)
    ]


class Searched:
    """The fields `names` of one record, laid out once to be searched again and again."""

    def __init__(self, record: DecisionRecord, names: Iterable[str]) -> None:
        self._texts = [
            (text.place, _stretches(text.entry.kind, text.value))
            for text in texts_of(record, names)
        ]

    def tally(self, wanted: Wanted) -> list[tuple[str, int]]:
        """Return each text's place with how many hits stand in it, in the order of reading."""
        return [(place, _count(stretches, wanted)) for place, stretches in self._texts]


def replace_all(
    record: DecisionRecord, names: Iterable[str], wanted: Wanted, by: str
) -> DecisionRecord:
    """Return the record with `by` in place of every hit in the fields `names`."""
    others = {
        text: replaced(text.entry, text.value, wanted, by)
        for text in texts_of(record, names)
        if _count(_stretches(text.entry.kind, text.value), wanted)
    }
    return replace(record, **changed_fields(record, others))


def replaced(entry: Field, value: str, wanted: Wanted, by: str, nth: int | None = None) -> str:
    """Return a text with `by` in place of its hits, or of the hit `nth` alone.

    What is put in takes the looks of the first character that goes; all else stays as it is.
    """
    if not _count(_stretches(entry.kind, value), wanted):
        return value
    changer = _Changer(wanted, by, nth)
    if entry.kind is not Kind.RICH:
        return runs_text(changer.changed((Run(value),)))
    return to_html(assemble(map(changer.part, flatten(parse(value)))))


@lru_cache(maxsize=_KEPT_TEXTS)
def _stretches(kind: Kind, value: str) -> tuple[str, ...]:
    """Return the stretches of a text over whose ends no hit goes: paragraphs, items, cells."""
    if kind is not Kind.RICH:
        return (value,)
    out: list[str] = []
    for part in flatten(parse(value)):
        if isinstance(part, Table):
            out += [runs_text(cell) for row in part.rows for cell in row]
        else:
            out.append(runs_text(part.runs))
    return tuple(out)


def _count(stretches: Iterable[str], wanted: Wanted) -> int:
    if not wanted.words:
        return 0
    if wanted.whole_words:
        return sum(len(wanted.ranges(stretch)) for stretch in stretches)
    # Officers wait for this after every key, and finding all is quicker without their places.
    find = _pattern(wanted.words, wanted.match_case).findall
    return sum(len(find(stretch)) for stretch in stretches)


@lru_cache(maxsize=64)
def _pattern(words: str, match_case: bool) -> re.Pattern[str]:
    alike = {one: f"[{group}]" for group in _ALIKE for one in group}
    source = "".join(alike.get(one, re.escape(one)) for one in words)
    return re.compile(source, 0 if match_case else re.IGNORECASE)


def _is_whole(text: str, start: int, end: int) -> bool:
    return not (_within_word(text, start) or _within_word(text, end))


def _within_word(text: str, at: int) -> bool:
    """Whether `at` stands between two characters of one word; an apostrophe may be one."""
    if not 0 < at < len(text):
        return False
    before, behind = text[at - 1], text[at]
    if behind in _APOSTROPHES:
        return _in_word(before) and at + 1 < len(text) and _in_word(text[at + 1])
    if before in _APOSTROPHES:
        return _in_word(behind) and at > 1 and _in_word(text[at - 2])
    return _in_word(before) and _in_word(behind)


def _in_word(character: str) -> bool:
    # Marks that combine with a letter belong to it.
    return character.isalnum() or character == "_" or "\u0300" <= character <= "\u036f"


class _Changer:
    """Puts words in place of the hits of one text, counting them as they go by."""

    def __init__(self, wanted: Wanted, by: str, nth: int | None) -> None:
        self._wanted = wanted
        self._by = by
        self._nth = nth
        self._passed = 0

    def part(self, part: Line | Table) -> Line | Table:
        """Return a line or a table with the words in place."""
        if isinstance(part, Line):
            return replace(part, runs=self.changed(part.runs))
        rows = tuple(tuple(map(self.changed, row)) for row in part.rows)
        return replace(part, rows=rows)

    def changed(self, runs: Runs) -> Runs:
        """Return one stretch with the words in place."""
        swaps = []
        for start, end in self._wanted.ranges(runs_text(runs)):
            if self._nth in (None, self._passed):
                swaps.append(Swap(start, end, self._by))
            self._passed += 1
        return swapped(runs, swaps)
