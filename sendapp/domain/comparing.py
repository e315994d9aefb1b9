"""What changed between two texts of a record: by field and row, word by word."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import Enum

from sendapp.domain.catalogue import CATALOGUE
from sendapp.domain.dates import long_date
from sendapp.domain.fields import Field, Kind
from sendapp.domain.record import DecisionRecord, Row
from sendapp.domain.richtext_html import words_of
from sendapp.domain.rows import ROWS

NOT_SHOWN = frozenset({"id", "record_type", "carried", "circulations", "set_aside"})
"""Fields that are the program's own bookkeeping and not what the officer wrote."""

_WORD = re.compile(r"\n|\w+(?:[’'.,]\w+)*[^\S\n]*|[^\w\s][^\S\n]*|[^\S\n]+")
_ALIKE = 0.5
"""How much of their words two rows have in common that are taken for the same one."""


class Change(Enum):
    """What became of some words."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"


class How(Enum):
    """What became of a field or a row; the value is how officers are told."""

    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    LOOKS = "formatting changed"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that stayed, came or went together."""

    text: str
    change: Change


@dataclass(frozen=True, slots=True)
class Difference:
    """What changed in one field or in one part of a row, with the words of both texts in order."""

    field: str
    label: str
    how: How
    pieces: tuple[Piece, ...]


def as_read(record: DecisionRecord, typed: Mapping[str, str]) -> DecisionRecord:
    """Return `record` as its form reads: a date that could not be read as it was typed."""
    blank = {name: text for name, text in typed.items() if not getattr(record, name)}
    return replace(record, **blank)  # type: ignore[arg-type]


def differences(old: DecisionRecord, new: DecisionRecord) -> list[Difference]:
    """Return what `new` says otherwise than `old`, in the order of the form."""
    found: list[Difference] = []
    for entry in CATALOGUE:
        before, after = getattr(old, entry.name), getattr(new, entry.name)
        if entry.name in NOT_SHOWN or before == after:
            continue
        if entry.kind is Kind.ROWS:
            found += _row_differences(entry, before, after)
        else:
            found += _difference(entry.name, entry.label, entry, before, after)
    return found


def pieces_of(before: str, after: str) -> tuple[Piece, ...]:
    """Return the words of two texts in order, each as it stayed, came or went."""
    old, new = _WORD.findall(before), _WORD.findall(after)
    head = _common(old, new)
    tail = _common(old[head:][::-1], new[head:][::-1])
    middle_old, middle_new = old[head : len(old) - tail], new[head : len(new) - tail]
    pieces = [Piece("".join(old[:head]), Change.SAME)]
    # In long texts its usual guess, that frequent words anchor nothing, keeps the time in bounds.
    for tag, i, j, k, m in SequenceMatcher(None, middle_old, middle_new).get_opcodes():
        if tag == "equal":
            pieces.append(Piece("".join(middle_old[i:j]), Change.SAME))
            continue
        pieces.append(Piece("".join(middle_old[i:j]), Change.REMOVED))
        pieces.append(Piece("".join(middle_new[k:m]), Change.ADDED))
    pieces.append(Piece("".join(old[len(old) - tail :]), Change.SAME))
    return tuple(_joined(piece for piece in pieces if piece.text))


def words_in_field(entry: Field, value: object) -> str:
    """Return what a field says, as an officer reads it."""
    if entry.kind is Kind.CHOICE:
        return dict(entry.choices).get(str(value), str(value)) if value else ""
    if entry.kind is Kind.FLAG:
        return entry.label if value else ""
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    if entry.kind is Kind.RICH:
        return words_of(str(value))
    return long_date(str(value)) if entry.kind is Kind.DATE else str(value)


def row_words(name: str, row: Row) -> str:
    """Return what a row of the list `name` says, a line for each of its parts."""
    texts = (words_in_field(entry, getattr(row, entry.name)) for entry in ROWS[name])
    return "\n".join(text for text in texts if text)


def _difference(
    name: str, label: str, entry: Field, before: object, after: object
) -> Iterator[Difference]:
    old, new = words_in_field(entry, before), words_in_field(entry, after)
    if before == after:
        return
    if old == new:
        yield Difference(name, label, How.LOOKS, (Piece(new, Change.SAME),))
        return
    how = How.ADDED if not old else How.CHANGED if new else How.REMOVED
    yield Difference(name, label, how, pieces_of(old, new))


def _row_differences(entry: Field, old: Sequence[Row], new: Sequence[Row]) -> Iterator[Difference]:
    pairs = _pairs(entry.name, old, new)
    places = {row.key: at for at, row in enumerate(old)}
    order = [places[before.key] for before, _ in pairs if before is not None]
    moved = set(order) - set(_longest_rising(order))
    for index, (before, after) in enumerate(pairs, 1):
        label = f"{entry.row[:1].upper()}{entry.row[1:]} {index}"
        if before is None:
            pieces = (Piece(row_words(entry.name, after), Change.ADDED),)
            yield Difference(entry.name, label, How.ADDED, pieces)
            continue
        at = places[before.key]
        if at in moved:
            words = (Piece(row_words(entry.name, after), Change.SAME),)
            yield Difference(entry.name, f"{label} (was {at + 1})", How.MOVED, words)
        yield from _part_differences(entry, label, before, after)
    for at, row in enumerate(old):
        if at not in order:
            label = f"Former {entry.row} {at + 1}"
            pieces = (Piece(row_words(entry.name, row), Change.REMOVED),)
            yield Difference(entry.name, label, How.REMOVED, pieces)


def _part_differences(entry: Field, label: str, before: Row, after: Row) -> Iterator[Difference]:
    parts = ROWS[entry.name]
    for part in parts:
        called = label if len(parts) == 1 else f"{label}: {part.label}"
        old, new = getattr(before, part.name), getattr(after, part.name)
        yield from _difference(entry.name, called, part, old, new)


def _pairs(name: str, old: Sequence[Row], new: Sequence[Row]) -> list[tuple[Row | None, Row]]:
    """Return each new row with the old one it comes from: the same key, else alike words."""
    by_key = {row.key: row for row in old}
    kept = {row.key for row in new}
    left = {key: _word_set(name, row) for key, row in by_key.items() if key not in kept}
    pairs: list[tuple[Row | None, Row]] = []
    for row in new:
        before = by_key.get(row.key)
        if before is None and left and (key := _likest(_word_set(name, row), left)) is not None:
            del left[key]
            before = by_key[key]
        pairs.append((before, row))
    return pairs


def _word_set(name: str, row: Row) -> frozenset[str]:
    return frozenset(row_words(name, row).casefold().split())


def _likest(words: frozenset[str], among: Mapping[str, frozenset[str]]) -> str | None:
    """Return the key of the words that are most alike, None where none are alike enough."""
    best, most = None, _ALIKE
    for key, theirs in among.items():
        fewer, more = sorted((len(words), len(theirs)))
        # Not even all of the shorter text would be enough: most rows need no closer look.
        if fewer <= most * more:
            continue
        common = len(words & theirs)
        alike = common / (fewer + more - common)
        if alike > most:
            best, most = key, alike
    return best


def _longest_rising(numbers: Sequence[int]) -> list[int]:
    """Return a longest rising run of `numbers`: the rows that can be said to have stayed."""
    best: list[list[int]] = []
    for number in numbers:
        longest = max((run for run in best if run[-1] < number), key=len, default=[])
        best.append([*longest, number])
    return max(best, key=len, default=[])


def _joined(pieces: Iterator[Piece]) -> Iterator[Piece]:
    last: Piece | None = None
    for piece in pieces:
        if last is not None and last.change is piece.change:
            last = Piece(last.text + piece.text, piece.change)
            continue
        if last is not None:
            yield last
        last = piece
    if last is not None:
        yield last


def _common(first: Sequence[str], second: Sequence[str]) -> int:
    """Return how many words two texts have in common at their beginning."""
    for count, (one, other) in enumerate(zip(first, second, strict=False)):
        if one != other:
            return count
    return min(len(first), len(second))
