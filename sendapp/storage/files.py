"""Files that belong to records: filed with a row of the journal, proved, and never changed.

A file of a record that is not decided may be taken out. One of a decided record stays; it can only
be set aside, which is a row of the journal that says why, and put back.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from sqlite_utils import Database

from sendapp.domain.filed import KIND_WORDS, MOST_BYTES_IN_ALL, FileKind, refuse_total
from sendapp.domain.journal import By, Deed, What
from sendapp.errors import Damaged, NotFound, Problem
from sendapp.storage.clock import now_utc
from sendapp.storage.connection import path_of
from sendapp.storage.database import reading, write
from sendapp.storage.fault_points import fault_point
from sendapp.storage.faults import FROM_A_BACKUP, damaged
from sendapp.storage.file_rows import ABOUT, about_hash, content_hash, holds, is_sound, put_row
from sendapp.storage.journal import enter
from sendapp.storage.proofs import next_number
from sendapp.storage.stored import gone

_LISTED = ", ".join(("rowid", *ABOUT))


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """What is said about a file: `size` in bytes, `at` in UTC (ISO form), `hash` its SHA-256."""

    number: int
    record_id: str
    kind: FileKind
    name: str
    media_type: str
    size: int
    at: str
    who: str
    note: str
    hash: str
    is_aside: bool = False
    why_aside: str = ""
    """Why it was set aside."""
    is_kept: bool = False
    """Whether it belongs to what was decided, so that it is never taken out."""


class FileStore:
    """The files of the records of one database."""

    def __init__(
        self,
        db: Database,
        clock: Callable[[], str] = now_utc,
        by: Callable[[], By] = By,
        most_in_all: int = MOST_BYTES_IN_ALL,
    ) -> None:
        self._db = db
        self._most_in_all = most_in_all
        self._clock = clock
        self._by = by

    def add(
        self,
        record_id: str,
        name: str,
        kind: FileKind,
        media_type: str,
        content: bytes,
        note: str = "",
    ) -> Filed:
        """File a document with its record, read it back from the file, and only then return.

        Raises NotFound where there is no such record, a Problem where the same content stands
        there already as the same kind, where the record's files would be too large together, or
        where it could not be kept or proved.
        """
        digest = content_hash(content)
        with write(self._db) as db:
            status, seal = _record(db, record_id)
            others = self.listing(record_id)
            _refuse_twin(others, kind, digest, name)
            refuse_total(name, len(content), sum(o.size for o in others), self._most_in_all)
            fault_point("file: found")
            now, by = self._clock(), self._by()
            who = by.who or by.user
            said = (record_id, kind, name, media_type, len(content), now, who, note, digest)
            about = dict(zip(ABOUT, said, strict=True))
            filed = self._filed((next_number(db, "files"), *said), kept=bool(seal))
            deed = _deed(What.FILED, f"Filed as {KIND_WORDS[kind].casefold()}: {name}", filed)
            enter(db, deed, by, now, status=(status, status), seal=(seal, seal))
            fault_point("file: entered in the journal")
            put_row(db, filed.number, about, content)
            fault_point("file: put")
        fault_point("file: committed")
        with reading(self._db) as db:
            if self.get(filed.number) != filed or not holds(db, filed.number, content):
                raise _damaged(filed.name, self._db)
        return filed

    def listing(self, record_id: str) -> list[Filed]:
        """Return the files of a record in the order they were filed, without their content."""
        with reading(self._db) as db:
            sql = f"select {_LISTED} from files where record_id = ? order by rowid"
            return self._told(db, record_id, db.execute(sql, [record_id]).fetchall())

    def get(self, number: int) -> Filed:
        """Return what is said about a file; raises NotFound."""
        with reading(self._db) as db:
            row = db.execute(f"select {_LISTED} from files where rowid = ?", [number]).fetchone()
            if row is None:
                raise _gone()
            return self._told(db, row[1], [row])[0]

    def content(self, number: int) -> bytes:
        """Return the bytes of a file as they were filed; raises NotFound, or Damaged."""
        with reading(self._db) as db:
            names = ", ".join((*ABOUT, "row_hash", "content"))
            row = db.execute(f"select {names} from files where rowid = ?", [number]).fetchone()
        if row is None:
            raise _gone()
        about = dict(zip(ABOUT, row, strict=False))
        if not is_sound(number, about, row[-2], row[-1]):
            raise _damaged(about["name"], self._db)
        content: bytes = row[-1]
        return content

    def remove(self, number: int) -> Filed:
        """Take a file out of a record that is not decided; the journal keeps that it was there."""
        with write(self._db) as db:
            filed = self.get(number)
            status, seal = _record(db, filed.record_id)
            if seal:
                raise Problem(
                    "This decision has been made, so its files are kept.",
                    "Set the file aside; it is shown struck through, with the reason.",
                )
            deed = _deed(What.FILE_REMOVED, f"Taken out: {filed.name}", filed)
            enter(db, deed, self._by(), self._clock(), status=(status, status))
            fault_point("file: removal entered")
            db.execute("delete from files where rowid = ?", [number])
            fault_point("file: removed")
        return filed

    def set_aside(self, number: int, reason: str) -> Filed:
        """Say of a file that it does not count, and why; it stays where it is."""
        return self._turn(number, reason, aside=True)

    def put_back(self, number: int) -> Filed:
        """Let a file count again that was set aside."""
        return self._turn(number, "", aside=False)

    def _turn(self, number: int, reason: str, *, aside: bool) -> Filed:
        with write(self._db) as db:
            filed = self.get(number)
            if filed.is_aside == aside:
                return filed
            status, seal = _record(db, filed.record_id)
            what = What.FILE_SET_ASIDE if aside else What.FILE_PUT_BACK
            words = f"{'Set aside' if aside else 'Put back'}: {filed.name}"
            deed = _deed(what, words, filed, reason)
            states = {"status": (status, status), "seal": (seal, seal)}
            enter(db, deed, self._by(), self._clock(), **states)
            fault_point("file: turned")
        return replace(filed, is_aside=aside, why_aside=reason)

    def _told(self, db: Database, record_id: str, rows: list[tuple[Any, ...]]) -> list[Filed]:
        """Return files with what their record and the journal say of them."""
        sql = "select 1 from records where id = ? and seal <> ''"
        kept = db.execute(sql, [record_id]).fetchone() is not None
        aside = _set_aside(db, record_id)
        return [_with_aside(self._filed(row, kept=kept), aside) for row in rows]

    def _filed(self, row: tuple[Any, ...], *, kept: bool) -> Filed:
        values = dict(zip(("number", *ABOUT), row, strict=True))
        try:
            return Filed(**(values | {"kind": FileKind(values["kind"]), "is_kept": kept}))
        except ValueError as fault:
            raise damaged(path_of(self._db)) from fault


def _refuse_twin(others: list[Filed], kind: FileKind, digest: str, name: str) -> None:
    for filed in others:
        if filed.hash == digest and filed.kind is kind:
            raise Problem(
                f"The same file as “{name}” is with this record already: “{filed.name}”.",
                "It was set aside: put it back." if filed.is_aside else "Nothing was added.",
            )


def _record(db: Database, record_id: str) -> tuple[str, str]:
    """Return where a record stands, and its seal; raises NotFound."""
    sql = "select status, seal from records where id = ?"
    row = db.execute(sql, [record_id]).fetchone()
    if row is None:
        raise gone()
    status, seal = row
    return status, seal


def _deed(what: What, words: str, filed: Filed, reason: str = "") -> Deed:
    details: dict[str, object] = {
        "number": filed.number,
        "name": filed.name,
        "kind": filed.kind.value,
        "hash": filed.hash,
        "size": filed.size,
    }
    if what is What.FILED:
        # So that a document whose own proof is made anew behind the program's back is named.
        about = {name: getattr(filed, name) for name in ABOUT} | {"kind": filed.kind.value}
        details["proof"] = about_hash(filed.number, about)
    if reason:
        details["reason"] = reason
    return Deed(what=what, words=words, record_id=filed.record_id, details=details)


def _set_aside(db: Database, record_id: str) -> dict[int, str]:
    """Return the numbers of the files of a record that are set aside, with the reasons."""
    sql = "select what, details from journal where record_id = ? and what in (?, ?) order by rowid"
    turns = db.execute(sql, [record_id, What.FILE_SET_ASIDE, What.FILE_PUT_BACK]).fetchall()
    aside: dict[int, str] = {}
    try:
        for what, text in turns:
            details = json.loads(text)
            aside.pop(details["number"], None)
            if what == What.FILE_SET_ASIDE:
                aside[details["number"]] = str(details.get("reason", ""))
    except (ValueError, KeyError, TypeError) as fault:
        raise damaged(path_of(db)) from fault
    return aside


def _with_aside(filed: Filed, aside: dict[int, str]) -> Filed:
    if filed.number not in aside:
        return filed
    return replace(filed, is_aside=True, why_aside=aside[filed.number])


def _gone() -> NotFound:
    return NotFound("This file is not here any more.", "It may have been taken out.")


def _damaged(name: str, db: Database) -> Damaged:
    return Damaged(
        f"The file “{name}” in {path_of(db)} is damaged: what is stored is not what was filed.",
        FROM_A_BACKUP,
    )
