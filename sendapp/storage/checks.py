"""Whether a records file still holds what was saved in it, whatever its schema's age."""

import hashlib
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from sendapp.storage import guard
from sendapp.storage.connection import connect
from sendapp.storage.faults import damaged, told
from sendapp.storage.file_rows import ABOUT
from sendapp.storage.file_rows import is_sound as file_is_sound
from sendapp.storage.migrations import check_schema
from sendapp.storage.rows import is_whole
from sendapp.storage.steps import newest
from sendapp.storage.version_rows import is_sound

_ROWS_AT_ONCE = 40

Row = dict[str, Any]
Sound = Callable[[Row], bool]

FINGERPRINTED = ("records", "settings", "versions", "journal", "journal_end", "files", "tallies")
"""The tables that hold what people did; a backup is made when one of them changed."""


@dataclass(frozen=True, slots=True)
class Content:
    """What a records file holds: how many records, and a SHA-256 over all that people did."""

    records: int
    fingerprint: str


def breathe() -> None:
    """Let the window's thread have its turn between two pieces of a long check."""
    time.sleep(0.002)


def check_file(path: Path, pause: Callable[[], None] = breathe) -> Content:
    """Return what the file holds; raises a Problem where any of it is not what was saved."""
    guard.inspect(path, newest(), writing=False)
    with told(path), closing(connect(path)) as db:
        check_schema(db, path)
        check_rows(db, path, pause)
        return content(db)


def check_rows(db: Database, path: Path, pause: Callable[[], None] = breathe) -> None:
    """Raise Damaged unless every page, every index and the hash of every record is right."""
    with told(path):
        if db.execute("pragma integrity_check(1)").fetchall() != [("ok",)]:
            raise damaged(path)
    check_hashes(db, path, pause)


def check_hashes(db: Database, path: Path, pause: Callable[[], None] = breathe) -> None:
    """Raise Damaged unless the hashes of every record, version and file are right.

    Savers need not wait meanwhile.
    """
    _check_all(db, path, "records", _record_is_sound, pause)
    if _has(db, "versions"):
        _check_all(db, path, "versions", _version_is_sound, pause)
    if _has(db, "files"):
        _check_files(db, path, pause)


def _check_all(
    db: Database, path: Path, table: str, sound: Sound, pause: Callable[[], None]
) -> None:
    last = -1
    while True:
        with told(path):
            # A query that stays open would keep others from saving.
            cursor = db.execute(
                f"select *, rowid from {table} where rowid > ? order by rowid limit ?",
                [last, _ROWS_AT_ONCE],
            )
            names = [column[0] for column in cursor.description]
            rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
        if not rows:
            return
        if not all(map(sound, rows)):
            raise damaged(path)
        last = rows[-1]["rowid"]
        pause()


def _check_files(db: Database, path: Path, pause: Callable[[], None]) -> None:
    """Raise Damaged unless every file is what was filed; one at a time, for they are large."""
    names = ", ".join(("rowid", *ABOUT, "row_hash", "content"))
    sql = f"select {names} from files where rowid > ? order by rowid limit 1"
    last = -1
    while True:
        with told(path):
            row = next(iter(db.execute(sql, [last]).fetchall()), None)
        if row is None:
            return
        last = row[0]
        about = dict(zip(ABOUT, row[1:], strict=False))
        if not file_is_sound(last, about, row[-2], row[-1], pause):
            raise damaged(path)
        pause()


def _record_is_sound(row: Row) -> bool:
    return is_whole(row)


def _version_is_sound(row: Row) -> bool:
    return is_sound(row, row["rowid"], row["row_hash"], row["content"])


def _has(db: Database, table: str) -> bool:
    """Whether the schema has that table: older ones are checked before they are renewed."""
    sql = "select 1 from sqlite_master where type = 'table' and name = ?"
    return db.execute(sql, [table]).fetchone() is not None


def content(db: Database) -> Content:
    """Return what the database holds, by the hashes that stand in it."""
    digest = hashlib.sha256()
    rows = db.execute("select id, row_hash from records order by rowid").fetchall()
    for row in rows:
        digest.update("\n".join(row).encode())
    for name, value in db.execute("select name, value from settings order by name").fetchall():
        digest.update(f"{name}\n{value}".encode())
    for table in ("versions", "journal", "files"):
        if _has(db, table):
            # None is ever rewritten: their number and the newest one tell of every change.
            sql = f"select count(*), coalesce(max(rowid), 0) from {table}"
            digest.update(f"{table} {db.execute(sql).fetchone()}".encode())
    return Content(len(rows), digest.hexdigest())
