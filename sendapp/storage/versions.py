"""Versions of records: kept, listed and read again, never changed.

A version is the record's columns and its dates as typed, as compressed JSON. What stands there is
proved by two hashes: one of the content, one of what is said about it.
"""

import hashlib
import json
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from sendapp.domain.interchange import absorbed
from sendapp.domain.record import DecisionRecord
from sendapp.domain.sealing import code_of
from sendapp.domain.versions import NAMED, said
from sendapp.errors import Damaged, NotFound
from sendapp.storage.clock import now_utc
from sendapp.storage.connection import path_of
from sendapp.storage.database import reading, write
from sendapp.storage.proofs import next_number
from sendapp.storage.rows import RECORD_COLUMNS, to_record
from sendapp.storage.version_rows import ABOUT, about_hash, content_of, is_sound

_LISTED = "rowid, record_id, at, who, why, note, hash"


@dataclass(frozen=True, slots=True)
class Version:
    """What is said about a version: `at` in UTC (ISO form), `hash` the SHA-256 of its content."""

    number: int
    record_id: str
    at: str
    who: str
    why: str
    note: str
    hash: str

    @property
    def words(self) -> str:
        """Why it was kept, in words."""
        return said(self.why, self.note)

    @property
    def is_named(self) -> bool:
        """Whether an act of the officer's names it, and not only the program's habit."""
        return self.why in NAMED


@dataclass(frozen=True, slots=True)
class OldText:
    """A version with its content: the record as it was, and dates as typed that say none."""

    version: Version
    record: DecisionRecord
    typed: dict[str, str]


class VersionStore:
    """The versions of the records of one database."""

    def __init__(self, db: Database, clock: Callable[[], str] = now_utc) -> None:
        self._db = db
        self._clock = clock

    def keep(
        self,
        record: DecisionRecord,
        typed: Mapping[str, str] | None = None,
        *,
        why: str,
        who: str = "",
        note: str = "",
    ) -> Version | None:
        """Keep `record` as a version, read it back from the file, and only then return.

        Returns None, and keeps nothing, where no such record is here, or where nothing changed
        since its newest version and nothing of the officer's doing names this one.
        """
        content = content_of(record, typed or {})
        digest = hashlib.sha256(content).hexdigest()
        with write(self._db) as db:
            if db.execute("select 1 from records where id = ?", [record.id]).fetchone() is None:
                return None
            if why not in NAMED and self._newest_hash(record.id) == digest:
                return None
            at = self._clock()
            number = insert_version(db, record, typed or {}, at=at, who=who, why=why, note=note)
        if self.content(number) != content:
            raise _damaged(at, self._db)
        return Version(number, record.id, at, who, why, note, digest)

    def listing(self, record_id: str) -> list[Version]:
        """Return the versions of a record, newest first, without their content."""
        with reading(self._db) as db:
            sql = f"select {_LISTED} from versions where record_id = ? order by rowid desc"
            return [Version(*row) for row in db.execute(sql, [record_id]).fetchall()]

    def get(self, number: int) -> OldText:
        """Return a version with its content; raises NotFound, or Damaged where it is not right."""
        with reading(self._db) as db:
            sql = f"select {_LISTED} from versions where rowid = ?"
            row = db.execute(sql, [number]).fetchone()
        if row is None:
            raise NotFound(
                "This version is not here any more.", "Its record may have been deleted."
            )
        version = Version(*row)
        try:
            record, typed = record_in(self.content(number))
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as fault:
            raise _damaged(version.at, self._db) from fault
        return OldText(version, record, typed)

    def content(self, number: int) -> bytes:
        """Return the bytes of a version as they were kept; raises NotFound, or Damaged."""
        with reading(self._db) as db:
            names = ", ".join((*ABOUT, "row_hash", "content"))
            row = db.execute(f"select {names} from versions where rowid = ?", [number]).fetchone()
        if row is None:
            raise _gone()
        about = dict(zip(ABOUT, row, strict=False))
        if not is_sound(about, number, row[-2], row[-1]):
            raise _damaged(about["at"], self._db)
        return zlib.decompress(row[-1])

    def _newest_hash(self, record_id: str) -> str:
        sql = "select hash from versions where record_id = ? order by rowid desc limit 1"
        row = self._db.execute(sql, [record_id]).fetchone()
        return str(row[0]) if row else ""


def record_in(content: bytes) -> tuple[DecisionRecord, dict[str, str]]:
    """Return the record that a version's content holds, and the dates as typed.

    Raises ValueError, TypeError, KeyError, AttributeError or RecursionError where it holds none.
    """
    values: dict[str, Any] = json.loads(content)
    typed = values.pop("typed", {})
    columns = {name: values.get(name, "") for name in RECORD_COLUMNS}
    return absorbed(to_record(columns)), typed


def insert_version(
    db: Database,
    record: DecisionRecord,
    typed: Mapping[str, str],
    *,
    at: str,
    who: str,
    why: str,
    note: str,
) -> int:
    """Put a version of `record` into the table, within a transaction; returns its number."""
    content = content_of(record, typed)
    digest = hashlib.sha256(content).hexdigest()
    code = code_of(record) if record.status != "draft" else ""
    about = dict(zip(ABOUT, (record.id, at, who, why, note, digest, code), strict=True))
    number = next_number(db, "versions")
    values = [number, *about.values(), about_hash(about, number), zlib.compress(content, 6)]
    names = ", ".join(("rowid", *ABOUT, "row_hash", "content"))
    places = ", ".join("?" * len(values))
    db.execute(f"insert into versions ({names}) values ({places})", values)
    return number


def _gone() -> NotFound:
    return NotFound("This version is not here any more.", "Its record was deleted.")


def _damaged(at: str, db: Database) -> Damaged:
    return Damaged(
        f"The version of {at[:16].replace('T', ' ')} (UTC) in {path_of(db)} is damaged: "
        "what is stored is not what was kept.",
        "Other versions are not touched by it. A backup may still hold this one.",
    )
