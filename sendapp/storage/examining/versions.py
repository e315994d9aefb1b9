"""Versions examined: each by its own proofs and code, and by the journal where that names it."""

import hashlib
import json
from collections.abc import Iterator

from sqlite_utils import Database

from sendapp.domain.examined import Fault, Part
from sendapp.domain.interchange import content_hash
from sendapp.domain.journal import What
from sendapp.domain.marks import WHOLE, unlike
from sendapp.domain.record import DecisionRecord
from sendapp.domain.sealing import SEALED, code_of, seal_of
from sendapp.storage.examining.reading import (
    NO_RECORD,
    InSlices,
    Row,
    day,
    named,
    one,
    record_called,
    rows,
    told_columns,
)
from sendapp.storage.version_rows import PROVED, about_hash, unpacked
from sendapp.storage.versions import record_in

SLICE = 20


def versions_check(db: Database) -> InSlices[tuple[Row, str]]:
    """Go through the versions in the order of their numbers."""

    def see(db: Database, row: Row) -> tuple[Row, str]:
        return row, record_called(db, row["record_id"])

    sql = "select rowid as number, * from versions where"
    return InSlices(db, sql, see, lambda seen: _version_faults(*seen), SLICE)


def step_versions_check(db: Database) -> InSlices[list[Fault]]:
    """Go through the steps in the journal, and look for the version each of them names."""
    sql = (
        "select rowid as number, record_id, details, what, words, seal_before, seal_after"
        " from journal where status_after <> '' and"
    )
    return InSlices(db, sql, lambda db, row: list(_step_faults(db, row)), list, SLICE)


def _step_faults(db: Database, step: Row) -> Iterator[Fault]:
    try:
        number = json.loads(step["details"]).get("version")
    except (ValueError, AttributeError):
        # Imported records have none, and changed details are named with their row.
        return
    called = record_called(db, step["record_id"])
    if not isinstance(number, int) or not 0 < number < 1 << 63 or not called:
        return
    sql = "select rowid as number, * from versions where rowid = ? and record_id = ?"
    kept = rows(db, sql, [number, step["record_id"]])
    told = f"the version number {number} of the record {called}, kept with “{step['words']}”"
    if not kept:
        if _was_here_before(db, step):
            return
        yield Fault(
            part=Part.VERSIONS,
            number=number,
            record_id=step["record_id"],
            sentence=f"Missing: {told} (row {step['number']} of the journal).",
        )
        return
    record = _record(kept[0])
    # With a correction, the text before it is kept.
    meant = step["seal_before" if step["what"] == What.CORRECTED else "seal_after"]
    if meant and record and (seal := seal_of(record)) != meant:
        fields = unlike(SEALED, seal, meant)
        where = f" It differs in {named(fields)}." if fields else ""
        yield Fault(
            part=Part.VERSIONS,
            number=number,
            record_id=step["record_id"],
            columns=("content",),
            sentence=f"Not what was decided, by row {step['number']} of the journal: {told}."
            f"{where}",
        )


def _was_here_before(db: Database, step: Row) -> bool:
    """Whether the record was deleted after the step, and came again."""
    sql = "select 1 from journal where record_id = ? and rowid > ? and what in (?, ?)"
    return bool(one(db, sql, [step["record_id"], step["number"], "removed", "disposed"]))


def _version_faults(row: Row, called: str) -> Iterator[Fault]:
    number, kept = row["number"], str(row["row_hash"])
    made = about_hash(row, number if len(kept) > WHOLE else 0)
    columns = [] if made == kept else [*unlike(PROVED, made, kept)] or ["row_hash"]
    content = unpacked(row["content"])
    # Where the hash itself was changed, it says nothing of the content.
    if "hash" not in columns and hashlib.sha256(content).hexdigest() != row["hash"]:
        columns.append("content")
    record = _record(row)
    if not columns and record is None:
        columns.append("content")
    if not columns and record is not None and row["code"]:
        code = code_of(record) if record.status != "draft" else ""
        columns += ["code"] * (code != row["code"])
    whose = f"the record {called}" if called else f"a record that is not here, {row['record_id']}"
    told = f"The version number {number}, of {day(row['at'])}, of {whose}"
    if columns:
        yield Fault(
            part=Part.VERSIONS,
            number=number,
            record_id=row["record_id"],
            columns=tuple(columns),
            sentence=f"{told}, was changed by another program: not what was kept: the "
            f"{told_columns(columns)}.",
        )
    elif not called:
        sentence = f"{told}, was left when the record was taken away by another program."
        yield Fault(
            part=Part.VERSIONS, number=number, record_id=row["record_id"], sentence=sentence
        )


def _record(row: Row) -> DecisionRecord | None:
    try:
        record = record_in(unpacked(row["content"]))[0]
        content_hash(record)
    except NO_RECORD:
        # What is not a record any more is named by its proof.
        return None
    return record
