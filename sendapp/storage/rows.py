"""A record as a row of the database, and back.

The columns follow from the dataclass: a new optional text field needs its column, and nothing
here. '' stands for a list without rows.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import MISSING, fields
from functools import cache, lru_cache
from typing import Any

from sendapp.domain.catalogue import CATALOGUE
from sendapp.domain.fields import Field, Kind, Place
from sendapp.domain.interchange import canonical
from sendapp.domain.marks import WHOLE, mark
from sendapp.domain.record import ROW_TYPES, DecisionRecord, Row
from sendapp.domain.richtext_html import words_of
from sendapp.domain.rows import ROWS

RECORD_COLUMNS = tuple(entry.name for entry in fields(DecisionRecord))
"""The columns of table `records` that are fields of the record, `unknown` among them."""

KEPT_BESIDE = ("typed", "created", "saved", "binned", "hash", "row_hash", "seal", "code", "step")
"""The other columns: dates as typed, times in UTC, SHA-256 of the content and of the whole row,
the seal and the code of what was decided, and the number of the journal's row of its last step."""

COLUMNS = RECORD_COLUMNS + KEPT_BESIDE

_TEXT_KINDS = {Kind.LINE, Kind.TEXT, Kind.RICH, Kind.POST}


def to_columns(record: DecisionRecord) -> dict[str, str]:
    """Return the record's columns with their text."""
    columns = {}
    for name in RECORD_COLUMNS:
        value = getattr(record, name)
        columns[name] = _rows_text(value) if name in ROW_TYPES else value
    return columns


def to_record(columns: Mapping[str, str]) -> DecisionRecord:
    """Return the record as it stands in `columns`; ValueError, TypeError or KeyError for none.

    Its hash is that of what was saved; only then may unknown keys be absorbed.
    """
    values: dict[str, Any] = {
        name: _rows(name, columns[name]) if name in ROW_TYPES else columns[name]
        for name in RECORD_COLUMNS
    }
    return DecisionRecord(**values)


def typed_text(typed: Mapping[str, str]) -> str:
    """Return the dates as typed, by field name, as one column's text."""
    return canonical(dict(typed)) if typed else ""


def typed_values(text: str) -> dict[str, str]:
    """Return the dates as typed that `typed_text` wrote."""
    values: dict[str, str] = json.loads(text) if text else {}
    return values


def row_hash(columns: Mapping[str, str]) -> str:
    """Return the proof of a whole row, without its number and without this proof itself.

    That is the SHA-256 of the row, then for each column twelve digits: four of its name's hash,
    eight of its text's. Blank columns are left out, so that a migration that adds one leaves
    every proof true.
    """
    digest = hashlib.sha256()
    marks = ""
    for name in sorted(columns):
        if name not in ("rowid", "row_hash") and columns[name] != "":
            text = str(columns[name]).encode()
            part = f"{name}:{len(text)}:".encode() + text
            digest.update(part)
            marks += _name_mark(name) + mark(part)
    return digest.hexdigest() + marks


def is_whole(columns: Mapping[str, str]) -> bool:
    """Whether a row is what was saved; one of an older program has the SHA-256 alone."""
    kept = str(columns["row_hash"])
    return kept in ((now := row_hash(columns)), now[:WHOLE])


def changed_columns(columns: Mapping[str, str]) -> tuple[str, ...]:
    """Return the columns that are not what was saved; none where the row's proof cannot tell."""
    kept, now = _marks(str(columns["row_hash"])), _marks(row_hash(columns))
    if not kept:
        return ()
    return tuple(
        name
        for name in columns
        if name not in ("rowid", "row_hash") and kept.get(m := _name_mark(name)) != now.get(m)
    )


@cache
def _name_mark(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()[:4]


def _marks(proof: str) -> dict[str, str]:
    rest = proof[WHOLE:]
    return {rest[at : at + 4]: rest[at + 4 : at + 12] for at in range(0, len(rest), 12)}


def words_in(record: DecisionRecord, typed: Mapping[str, str]) -> str:
    """Return every word the officer wrote in the record, a line for each field."""
    lines: list[str] = []
    for entry in CATALOGUE:
        if Place.SEARCH not in entry.places:
            continue
        value = getattr(record, entry.name)
        if entry.kind is Kind.ROWS:
            for row in value:
                lines += (_words(getattr(row, part.name), part) for part in ROWS[entry.name])
        else:
            lines.append(_words(value, entry))
    return "\n".join(line for line in (*lines, *typed.values()) if line)


def _words(value: Any, entry: Field) -> str:
    if entry.kind not in _TEXT_KINDS:
        return ""
    return _words_of_rich(value) if entry.kind is Kind.RICH else str(value)


@lru_cache(maxsize=512)
def _words_of_rich(html: str) -> str:
    """Return a rich text's words; from one save to the next most texts of a record stay."""
    return words_of(html)


def _rows_text(rows: tuple[Row, ...]) -> str:
    if not rows:
        return ""
    return json.dumps([_row_value(row) for row in rows], ensure_ascii=False, separators=(",", ":"))


def _row_value(row: Row) -> dict[str, Any]:
    """Return a row's fields, its key among them; what stands at its default is left out."""
    values = {entry.name: (getattr(row, entry.name), entry.default) for entry in fields(row)}
    return {
        name: value
        for name, (value, default) in values.items()
        if default is MISSING or value != default
    }


def _rows(name: str, text: str) -> tuple[Row, ...]:
    values = json.loads(text) if text else []
    return tuple(ROW_TYPES[name](**_row_arguments(value)) for value in values)


def _row_arguments(value: dict[str, Any]) -> dict[str, Any]:
    return {name: tuple(v) if isinstance(v, list) else v for name, v in value.items()}
