"""The fields of a record that are printed, each as rich text, to be copied one by one."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sendapp.domain.catalogue import CATALOGUE
from sendapp.domain.dates import long_date
from sendapp.domain.fields import Field, Kind, Place
from sendapp.domain.record import DecisionRecord, Row
from sendapp.domain.richtext import Doc, Line, Run, Table, assemble, flatten
from sendapp.domain.richtext_html import parse
from sendapp.domain.rows import parts_for

_NOT_FIELDS = frozenset({"status"})
"""In print a banner or a mark, not a field."""
_ITEMS = frozenset({"decisions", "reasons"})
"""Lists that are printed as numbered paragraphs."""


@dataclass(frozen=True, slots=True)
class PrintedField:
    """A field with something in it: its name, its words on the form, and what it says."""

    name: str
    label: str
    doc: Doc
    counts_on: bool = False
    """Whether its numbered paragraphs count on over a table that stands between them."""


def printed_fields(record: DecisionRecord, duties: str) -> tuple[PrintedField, ...]:
    """Return the printed fields of `record` that are filled in; none that is never printed.

    `duties` is the record type whose duties hold (`RecordType.duties`): of a row, what they do not
    ask for is left out, as on paper.
    """
    found = []
    for entry in CATALOGUE:
        if Place.TEMPLATE in entry.places and entry.name not in _NOT_FIELDS:
            value = getattr(record, entry.name)
            rows = _of_rows(entry.name, value, duties)
            doc = assemble(rows if entry.kind is Kind.ROWS else _parts(entry, value))
            if doc:
                counts_on = entry.name in _ITEMS
                found.append(PrintedField(entry.name, entry.label, doc, counts_on))
    return tuple(found)


def _of_rows(name: str, rows: Iterable[Row], duties: str) -> Iterator[Line | Table]:
    for row in rows:
        first, after_table = True, False
        for entry in parts_for(name, duties):
            if Place.TEMPLATE not in entry.places:
                continue
            for part in _parts(entry, getattr(row, entry.name)):
                if isinstance(part, Table):
                    after_table = not first
                    yield part
                elif name in _ITEMS and after_table:
                    # A table ends the list that an item stands in: what follows stands by itself.
                    yield part
                elif name in _ITEMS:
                    yield _item(part, first=first)
                    first = False
                else:
                    yield part if entry.kind is Kind.RICH else _labelled(entry, part)


def _item(line: Line, *, first: bool) -> Line:
    """Return a line of a numbered paragraph: its first is the item, what is in it hangs on it."""
    if first or not line.level:
        return Line(line.runs, 1 if first else 2, True) if first else Line(line.runs, 2, False)
    return Line(line.runs, line.level + 1, line.ordered)


def _labelled(entry: Field, line: Line) -> Line:
    if entry.kind is Kind.LINE and entry.label in ("Option", "Paper", "Appendix", "Member"):
        return Line(tuple(Run(run.text, run.marks | {"b"}, run.href) for run in line.runs))
    return Line((Run(f"{entry.label}: "), *line.runs))


def _parts(entry: Field, value: object) -> Iterator[Line | Table]:
    if not value:
        return
    if entry.kind is Kind.RICH:
        yield from flatten(parse(str(value)))
        return
    for line in _words(entry, value).split("\n"):
        if line.strip():
            yield Line((Run(line),))


def _words(entry: Field, value: object) -> str:
    if entry.kind is Kind.CHOICE:
        return dict(entry.choices).get(str(value), str(value))
    if isinstance(value, bool):
        return "Yes"
    if isinstance(value, tuple):
        return ", ".join(str(number) for number in value)
    return long_date(str(value)) if entry.kind is Kind.DATE else str(value)
