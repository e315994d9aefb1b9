"""Correcting what was decided: what can be corrected, what it is called, and what is printed of it.

A correction mends a slip in one place of the sealed set. It makes no new decision: decisions,
reasons and options are neither added nor taken out. An appendix or an interest that was left out
of the record by mistake can be added.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from sendapp.domain.catalogue import CATALOGUE
from sendapp.domain.comparing import words_in_field
from sendapp.domain.duties import duties_of
from sendapp.domain.fields import Field, Kind
from sendapp.domain.record import ROW_TYPES, Correction, DecisionRecord, Row
from sendapp.domain.record_types import RecordType
from sendapp.domain.rows import ROWS, parts_for, place_of_part
from sendapp.domain.sealing import SEALED

LAW = (
    "A correction mends a slip in the words. It does not change what was decided: that takes a new "
    "decision."
)
REMOVED = "[wording removed]"
"""What is printed in the place of words that must not be public."""

_CAN_BE_ADDED = ("conflicts", "appendices")
_NEVER = frozenset({"record_type"})
_PARTS = {
    "text": "text",
    "title": "title",
    "recommended": "whether it is recommended",
    "exempt": "whether it is exempt",
    "paragraphs": "paragraphs of Schedule 12A",
    "public_interest": "the public interest",
}
"""What parts of rows are called; others go by their label."""
_ADDED = " (added)"
_LOOKS = " (formatting)"


@dataclass(frozen=True, slots=True)
class Spot:
    """A place that can be corrected: `entries` are what is filled in there, one or a new row's.

    `index` is the row's, from 0, -1 for a field that has none; a new row's is past the last one.
    """

    address: str
    label: str
    name: str
    index: int
    entries: tuple[Field, ...]
    is_new: bool = False


def spots(record: DecisionRecord, kind: RecordType | None = None) -> tuple[Spot, ...]:
    """Return what can be corrected in `record`, in the order of the form of its `kind`.

    Without a kind, fields and rows are those of the catalogue, under its labels.
    """
    duties = duties_of(record.record_type, kind.duties if kind is not None else "")
    return tuple(spot for entry in _entries(record, kind) for spot in _spots(record, entry, duties))


def spot_at(record: DecisionRecord, address: str, kind: RecordType | None = None) -> Spot:
    """Return the place at `address` ("title", "reasons[1]", "options[0].text"), else the first.

    A row or a list stands for its first place.
    """
    every = spots(record, kind)
    near = [spot for spot in every if spot.address.startswith(address.rstrip("]"))]
    exact = [spot for spot in every if spot.address == address]
    first = [spot for spot in near if spot.address.partition(".")[0] == address]
    return (exact or first or near or list(every))[0]


def values_at(record: DecisionRecord, spot: Spot) -> dict[str, Any]:
    """Return what stands at `spot` now, by the names of its entries."""
    holder: object = record
    if spot.index >= 0:
        rows = getattr(record, spot.name)
        holder = ROW_TYPES[spot.name]() if spot.is_new else rows[spot.index]
    return {entry.name: getattr(holder, entry.name) for entry in spot.entries}


def corrected(record: DecisionRecord, spot: Spot, values: Mapping[str, Any]) -> DecisionRecord:
    """Return `record` with `values` at `spot`, without any note of it.

    An interest that is added is one that was declared.
    """
    if spot.index < 0:
        return replace(record, **values)
    rows: list[Row] = list(getattr(record, spot.name))
    if spot.is_new:
        rows.append(ROW_TYPES[spot.name](**values))
    else:
        rows[spot.index] = replace(rows[spot.index], **values)
    changed: dict[str, Any] = {spot.name: tuple(rows)}
    if spot.is_new and spot.name == "conflicts":
        changed["conflicts_declared"] = "declared"
    return replace(record, **changed)


def words_at(spot: Spot, values: Mapping[str, Any]) -> str:
    """Return what `values` say at `spot`, as it is read and printed in a correction."""
    if len(spot.entries) == 1:
        return _words(spot.entries[0], values[spot.entries[0].name])
    said = ((entry, _words(entry, values[entry.name])) for entry in spot.entries)
    return "\n".join(
        f"{entry.label}: {words}" if entry.kind is not Kind.LINE else words
        for entry, words in said
        if values[entry.name]
    )


def correction_of(
    record: DecisionRecord, spot: Spot, values: Mapping[str, Any], reason: str, on: str
) -> Correction:
    """Return the note of a correction, dated `on` (ISO text), with the words before and after."""
    before = "" if spot.is_new else words_at(spot, values_at(record, spot))
    after = words_at(spot, values)
    looks = before == after and not spot.is_new
    label = f"{spot.label}{_ADDED if spot.is_new else _LOOKS if looks else ''}"
    return Correction(corrected_on=on, place=label, reason=reason, before=before, after=after)


def withheld(earlier: tuple[Correction, ...], correction: Correction) -> tuple[Correction, ...]:
    """Return the corrections with `correction` at their end, none of which prints its old words.

    Earlier corrections of the same place would print them, too: their words go with them.
    """
    place = _root(correction.place)
    kept = tuple(
        replace(row, before=_removed(row.before), after=_removed(row.after))
        if _root(row.place) == place
        else row
        for row in earlier
    )
    return (*kept, replace(correction, before=_removed(correction.before)))


def must_not_be_public(record: DecisionRecord, spot: Spot, values: Mapping[str, Any]) -> bool:
    """Whether the old words at `spot` are likely to be what may not be published.

    So it is with an appendix that is exempt, or that becomes exempt.
    """
    if spot.name != "appendices" or spot.is_new:
        return False
    return bool(record.appendices[spot.index].exempt or values.get("exempt"))


def _entries(record: DecisionRecord, kind: RecordType | None) -> Iterator[Field]:
    """Yield the sealed fields as the form calls them, then filled ones that it does not show."""
    wanted = [entry for entry in CATALOGUE if entry.name in SEALED and entry.name not in _NEVER]
    if kind is None:
        yield from wanted
        return
    on_form = [entry for section in kind.sections for entry in section.fields_of(record)]
    names = {entry.name for entry in wanted}
    yield from (entry for entry in on_form if entry.name in names)
    shown = {entry.name for entry in on_form}
    yield from (e for e in wanted if e.name not in shown and getattr(record, e.name))


def _spots(record: DecisionRecord, entry: Field, duties: str) -> Iterator[Spot]:
    name = entry.name
    if entry.kind is not Kind.ROWS:
        yield Spot(name, entry.label, name, -1, (entry,))
        return
    rows = getattr(record, name)
    for index, row in enumerate(rows):
        for part in parts_for(name, duties, row):
            address = place_of_part(name, index, part.name)
            yield Spot(address, _label(entry, index, part), name, index, (part,))
    if name in _CAN_BE_ADDED:
        label = f"{_capital(entry.row)} {len(rows) + 1}"
        parts = parts_for(name, duties)
        yield Spot(f"{name}[{len(rows)}]", label, name, len(rows), parts, is_new=True)


def _label(entry: Field, index: int, part: Field) -> str:
    row = f"{_capital(entry.row)} {index + 1}"
    if len(ROWS[entry.name]) == 1:
        return row
    return f"{row}: {_PARTS.get(part.name, part.label[:1].lower() + part.label[1:])}"


def _words(entry: Field, value: object) -> str:
    if entry.kind is Kind.FLAG:
        return "Yes" if value else "No"
    if entry.kind is Kind.NUMBERS and not value:
        return "None"
    if entry.kind is Kind.CHOICE:
        return dict(entry.choices).get(str(value), str(value))
    return words_in_field(entry, value)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _removed(words: str) -> str:
    return REMOVED if words else ""


def _root(place: str) -> str:
    """Return the row or field that a correction's place is in."""
    return place.removesuffix(_LOOKS).removesuffix(_ADDED).partition(":")[0]
