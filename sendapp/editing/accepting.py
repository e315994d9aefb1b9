"""Values as the record keeps them, or the reason why it cannot."""

from dataclasses import replace
from typing import Any

from sendapp.domain.catalogue import field
from sendapp.domain.fields import Kind
from sendapp.domain.record import Row
from sendapp.domain.richtext_html import normalise
from sendapp.domain.rows import ROWS, row_field
from sendapp.domain.text import clean, one_line


def accepted(name: str, value: Any) -> Any:
    """Return `value` as the field `name` keeps it; raises Refused."""
    entry = field(name)
    if entry.kind is Kind.ROWS:
        return tuple(accepted_row(name, row) for row in value)
    return _of_kind(entry.kind, value, entry.limit)


def accepted_row(list_name: str, row: Row) -> Row:
    """Return `row` as the list keeps it; raises Refused."""
    parts: dict[str, Any] = {
        entry.name: accepted_part(list_name, entry.name, getattr(row, entry.name))
        for entry in ROWS[list_name]
    }
    return replace(row, **parts)


def accepted_part(list_name: str, part: str, value: Any) -> Any:
    """Return `value` as a row's `part` keeps it; raises Refused."""
    entry = row_field(list_name, part)
    return _of_kind(entry.kind, value, entry.limit)


def _of_kind(kind: Kind, value: Any, limit: int) -> Any:
    """Return `value` as the record keeps it; raises Refused."""
    match kind:
        case Kind.RICH:
            return normalise(value, limit)
        case Kind.TEXT:
            return clean(value, limit)
        case Kind.LINE | Kind.POST:
            return one_line(value, limit)
        case _:
            return value
