"""Records as files in the interchange format: reading one in, and writing one out."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from sendapp.domain.interchange import InterchangeError, content_hash, from_json, to_json
from sendapp.domain.journal import Deed, What
from sendapp.domain.record import DecisionRecord, new_id
from sendapp.domain.sealing import seal_of
from sendapp.domain.setting_dates import set_by_steps
from sendapp.domain.versions import Why
from sendapp.domain.wording import STATUS_LABELS
from sendapp.errors import Damaged, InputProblems, Problem
from sendapp.files import NotText, read_text, write_whole
from sendapp.storage.keeper import Stores
from sendapp.storage.records import RecordStore
from sendapp.storage.stored import Stored

LARGEST_BYTES = 50_000_000
"""The largest file that is looked at."""


class IfPresent(StrEnum):
    """What to do with a record whose id is already here."""

    ASK = "ask"
    """Change nothing and say so."""
    KEEP = "keep"
    """Leave the one that is here."""
    REPLACE = "replace"
    """Put the one that comes in its place."""
    BOTH = "both"
    """Keep both; the one that comes is given an id of its own."""


class Outcome(StrEnum):
    """What became of a record that came in."""

    ADDED = "added"
    SAME = "same"
    """It was here already, word for word."""
    ASKED = "asked"
    """Another version of it is here: nothing was changed."""
    KEPT = "kept"
    REPLACED = "replaced"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class TakenIn:
    """The id under which a record is now here, and what became of it."""

    id: str
    outcome: Outcome
    stays: bool = False
    """Whether nothing can be put in the place of the one that is here: it was decided."""


def read_file(path: Path) -> DecisionRecord:
    """Return the record in a JSON file; raises InputProblems naming every fault, or a Problem."""
    try:
        return from_json(read_text(path, LARGEST_BYTES))
    except NotText as fault:
        raise _refused(path, [str(fault)]) from fault
    except InterchangeError as fault:
        raise _refused(path, fault.problems) from fault


def write_file(record: DecisionRecord, path: Path) -> None:
    """Write `record` to a JSON file, whole or not at all; raises a Problem."""
    write_whole(path, to_json(record).encode(), private=False)


def take_in(
    records: RecordStore,
    record: DecisionRecord,
    if_present: IfPresent,
    before_replacing: Callable[[Stored], object] = lambda _: None,
    move: Callable[[DecisionRecord, Stored], object] | None = None,
) -> TakenIn:
    """Keep a record that came from outside, under `if_present` where its id is already here.

    `before_replacing` is handed what another one is about to be put in place of; `move` puts it
    there where it stands elsewhere. Raises a Problem where what is here was decided and stays.
    """
    if not records.exists(record.id):
        records.save(record, create=True)
        return TakenIn(record.id, Outcome.ADDED)
    stored = _stored(records, record.id)
    if stored and content_hash(stored.record) == content_hash(record):
        if stored.in_bin:
            records.unbin(record.id)
        return TakenIn(record.id, Outcome.SAME)
    match if_present:
        case IfPresent.ASK:
            return TakenIn(record.id, Outcome.ASKED, stays=stays(stored, record))
        case IfPresent.KEEP:
            return TakenIn(record.id, Outcome.KEPT)
        case IfPresent.REPLACE:
            if stays(stored, record):
                raise Problem(
                    "The record here has been decided, so nothing is put in its place.",
                    "Keep the one here, or keep both.",
                )
            if stored:
                before_replacing(stored)
            _replace(records, record, stored, move)
            return TakenIn(record.id, Outcome.REPLACED)
        case IfPresent.BOTH:
            other = replace(record, id=new_id())
            records.save(other, create=True)
            return TakenIn(other.id, Outcome.BOTH)


def _replace(
    records: RecordStore,
    record: DecisionRecord,
    stored: Stored | None,
    move: Callable[[DecisionRecord, Stored], object] | None,
) -> None:
    """Put `record` in the place of what is here, out of the bin if that was in it."""
    if stored and stored.in_bin:
        records.unbin(record.id)
    if stored and move and stored.record.status != record.status:
        move(record, stored)
    else:
        records.save(record, create=True)


def move_in(stores: Stores, record: DecisionRecord, here: Stored) -> None:
    """Put what came from a file in the place of a record that stands elsewhere."""
    stands = STATUS_LABELS[record.status]
    deed = Deed(what=What.IMPORTED, words=f"Imported in its place as it stands: {stands}")
    note = f"{STATUS_LABELS[here.record.status]} → {stands}"
    stores.states.put(record, {}, deed, seen=here.record, why=Why.REPLACED, note=note)


def stays(stored: Stored | None, record: DecisionRecord) -> bool:
    """Whether `record` may not be put in the place of what is kept, because that was decided."""
    if stored is None or not stored.sealed:
        return False
    here = stored.record
    names = ("status", *set_by_steps(here, sealed=True))
    kept = all(getattr(record, name) == getattr(here, name) for name in names)
    return not kept or seal_of(record) != seal_of(here)


def _stored(records: RecordStore, record_id: str) -> Stored | None:
    """Return the record that is here, None if it is damaged: then any other is another."""
    try:
        return records.get(record_id)
    except Damaged:
        return None


def _refused(path: Path, problems: Iterable[str]) -> InputProblems:
    return InputProblems(
        f"{path.name} is not a decision record that can be imported.",
        "Correct the file, or ask whoever made it.",
        problems,
    )
