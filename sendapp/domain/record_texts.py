"""The texts of a record that an officer writes, each by its place, and a record with others."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from sendapp.domain.catalogue import field
from sendapp.domain.fields import Field, Kind
from sendapp.domain.record import DecisionRecord
from sendapp.domain.rows import ROWS, place_of_part

WORDS = frozenset({Kind.LINE, Kind.TEXT, Kind.RICH, Kind.POST})
"""The kinds of field that hold words."""


@dataclass(frozen=True, slots=True)
class Text:
    """One text: its place ("title", "reasons[2]", "options[0].title"), its entry and its value.

    `name` is the record's field; `row` counts from 0 and is -1 where the field is no list.
    """

    place: str
    name: str
    row: int
    entry: Field
    value: str

    @property
    def label(self) -> str:
        """What officers call the place: "Title", "Reason 3", "Option, option 1"."""
        if self.row < 0:
            return self.entry.label
        called = f"{field(self.name).row} {self.row + 1}"
        if len(ROWS[self.name]) == 1:
            return called[:1].upper() + called[1:]
        return f"{self.entry.label}, {called}"


def texts_of(record: DecisionRecord, names: Iterable[str]) -> Iterator[Text]:
    """Yield the texts of the fields `names`, in that order, empty ones included."""
    for name in names:
        entry = field(name)
        if entry.kind in WORDS:
            yield Text(name, name, -1, entry, getattr(record, name))
        elif entry.kind is Kind.ROWS:
            parts = [part for part in ROWS[name] if part.kind in WORDS]
            for row, held in enumerate(getattr(record, name)):
                for part in parts:
                    place = place_of_part(name, row, part.name)
                    yield Text(place, name, row, part, getattr(held, part.name))


def changed_fields(record: DecisionRecord, others: Mapping[Text, str]) -> dict[str, Any]:
    """Return the record's fields, by name, that hold the `others` in place of these texts."""
    values: dict[str, Any] = {}
    for text, value in others.items():
        if text.row < 0:
            values[text.name] = value
        else:
            rows = list(values.get(text.name, getattr(record, text.name)))
            rows[text.row] = replace(rows[text.row], **{text.entry.name: value})
            values[text.name] = tuple(rows)
    return values
