"""A record's row in the database: found, put there, and proved to be what was meant."""

import sqlite3
from collections.abc import Collection, Mapping
from typing import Any

from sqlite_utils import Database

from sendapp.domain.catalogue import field
from sendapp.domain.interchange import content_hash
from sendapp.domain.marks import unlike
from sendapp.domain.record import DecisionRecord
from sendapp.domain.sealing import DECIDED, SEALED, code_of_seal, seal_of
from sendapp.errors import Damaged
from sendapp.storage.connection import path_of
from sendapp.storage.database import reading
from sendapp.storage.rows import COLUMNS, is_whole, to_columns, to_record, typed_text

_COLUMN_LIST = ", ".join(COLUMNS)


def columns_of(
    record: DecisionRecord, typed: Mapping[str, str], old: Mapping[str, str]
) -> dict[str, str]:
    """Return the columns that say what `record` says; what is kept beside it stays as it was.

    Without a row before, `created`, `saved` and `row_hash` are still to be put.
    """
    beside = {name: old.get(name, "") for name in ("created", "saved", "binned", "row_hash")}
    seal = seal_of(record) if record.status != "draft" or old.get("seal") else ""
    return {
        **to_columns(record),
        **beside,
        "typed": typed_text(typed),
        "hash": content_hash(record),
        "seal": old.get("seal", ""),
        "code": code_of_seal(seal) if seal else "",
        "step": old.get("step", ""),
    }


def find_row(db: Database, record_id: str) -> tuple[int | None, dict[str, str]]:
    """Return the number and the columns of a record's row, None and nothing if it has none."""
    sql = f"select rowid, {_COLUMN_LIST} from records where id = ?"
    row = db.execute(sql, [record_id]).fetchone()
    return (row[0], dict(zip(COLUMNS, row[1:], strict=True))) if row else (None, {})


def put_row(db: Database, rowid: int | None, old: Mapping[str, str], new: Mapping[str, str]) -> int:
    """Insert the row, or change only the columns that differ, so that indexes rest."""
    if rowid is None:
        names, places = ", ".join(new), ", ".join("?" * len(new))
        sql = f"insert into records ({names}) values ({places}) returning rowid"
        return int(db.execute(sql, list(new.values())).fetchall()[0][0])
    changed = {name: value for name, value in new.items() if value != old[name]}
    sets = ", ".join(f"{name} = ?" for name in changed)
    db.execute(f"update records set {sets} where rowid = ?", [*changed.values(), rowid])
    return rowid


def prove(db: Database, record_id: str, columns: Mapping[str, str]) -> None:
    """Compare what the file now holds with what was meant; raises Damaged where they differ."""
    with reading(db):
        # Without its pages in memory, SQLite has to read the file.
        db.execute("pragma shrink_memory")
        _, found = find_row(db, record_id)
    if found != columns or content_hash(to_record(found)) != columns["hash"]:
        raise Damaged(
            f"What was saved in {path_of(db)} cannot be read back.",
            "Try again. What you typed is still here.",
        )


def check_row(db: Database, record_id: str, row: Mapping[str, str]) -> None:
    """Raise Damaged unless the row is what was saved."""
    if not is_whole(row):
        raise damaged_record(db, record_id)


def sound_record(db: Database, record_id: str, row: Mapping[str, Any]) -> DecisionRecord:
    """Return the record that a row holds, as it was saved and, once decided, as it was decided.

    Raises Damaged, which names it, where it is anything else.
    """
    if (record := record_in(row)) is None:
        raise damaged_record(db, record_id)
    with reading(db):
        check_seal(db, record, row)
    return record


def record_in(row: Mapping[str, Any]) -> DecisionRecord | None:
    """Return the record that a row holds, as it was saved; None where it is not what was saved.

    Its seal, if it has one, is another question (`check_seal`).
    """
    try:
        record = to_record(row)
        sound = is_whole(row) and content_hash(record) == row["hash"]
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
    return record if sound else None


def check_seal(db: Database, record: DecisionRecord, row: Mapping[str, str]) -> None:
    """Raise Damaged unless a decided record says what was decided, by its seal and the journal."""
    step, seal = row["step"], row["seal"]
    if not (step or seal or record.status in DECIDED):
        return
    sql = "select status_after, seal_after from journal where rowid = cast(? as integer)"
    entered = db.execute(f"{sql} and record_id = ?", [step, record.id]).fetchone()
    meant = seal_of(record) if seal else ""
    unsealed = record.status in DECIDED and not seal
    if unsealed or seal != meant or entered != (record.status, seal):
        raise broken_seal(record, unlike(SEALED, meant, entered[1]) if entered else ())


def broken_seal(record: DecisionRecord, fields: Collection[str]) -> Damaged:
    """Name a decided record that does not say what was decided, and the fields it differs in."""
    named = f"“{record.title}”" if record.title else record.id
    where = ", ".join(f"“{field(name).label}”" for name in fields)
    return Damaged(
        f"The record {named} is not what was decided: {where or 'where it stands, or its seal'} "
        "was changed by another program.",
        "It is not opened, so that nobody takes it for the decision. Use Help, Check this "
        "database… to see what was changed; a backup may hold what was decided.",
    )


def damaged_record(db: Database, record_id: str) -> Damaged:
    """Name a record whose row is not what was saved."""
    title = ""
    try:
        row = db.execute("select title from records where id = ?", [record_id]).fetchone()
        title = row[0] if row else ""
    except (sqlite3.Error, UnicodeDecodeError):
        # The title is among what is damaged.
        title = ""
    named = f"“{title}”" if title else record_id
    return Damaged(
        f"The record {named} is damaged: what is stored is not what was saved.",
        "Bring it back from a backup.",
    )
