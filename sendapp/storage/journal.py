"""The journal: what was done with each record, by whom and when; it only goes on at its end.

Each row carries the hash of the one before, so that a row which was changed, taken out or put
elsewhere behind the program's back no longer fits (`storage/examining/` finds it).
"""

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlite_utils import Database

from sendapp.domain.interchange import canonical
from sendapp.domain.journal import By, Deed, Entry
from sendapp.storage.clock import now_utc
from sendapp.storage.connection import path_of
from sendapp.storage.database import reading, write
from sendapp.storage.faults import damaged
from sendapp.storage.proofs import proof

CHAINED = (
    "record_id",
    "at",
    "user",
    "who",
    "what",
    "words",
    "details",
    "status_before",
    "status_after",
    "seal_before",
    "seal_after",
    "previous",
)
"""The columns that a row's hash is made of, with its number."""
PROVED = ("number", *CHAINED)
LISTED = ("rowid", *CHAINED[:-1])
"""The columns of an entry."""
_LISTED = ", ".join(LISTED)


def journal_hash(number: int, row: Mapping[str, Any]) -> str:
    """Return the proof of a row of the journal (`proofs.py`), that of the row before included."""
    return proof(PROVED, {**row, "number": number})


def enter(
    db: Database,
    deed: Deed,
    by: By,
    at: str,
    *,
    status: tuple[str, str] = ("", ""),
    seal: tuple[str, str] = ("", ""),
) -> int:
    """Put a row at the journal's end, within a transaction of the caller's; returns its number.

    `status` and `seal` are those before and after.
    """
    # Where its end was cut off, the journal goes on after what is missing, so that it stays missed.
    end = db.execute(
        "select max(number, coalesce((select max(rowid) from journal), 0)), row_hash"
        " from journal_end"
    ).fetchone()
    if end is None:
        raise damaged(path_of(db))
    row = {
        "record_id": deed.record_id,
        "at": at,
        "user": by.user,
        "who": by.who,
        "what": str(deed.what),
        "words": deed.words,
        "details": canonical(deed.details) if deed.details else "",
        "status_before": status[0],
        "status_after": status[1],
        "seal_before": seal[0],
        "seal_after": seal[1],
        "previous": end[1],
    }
    number = int(end[0]) + 1
    values = {"rowid": number, **row, "row_hash": journal_hash(number, row)}
    places = ", ".join("?" * len(values))
    db.execute(f"insert into journal ({', '.join(values)}) values ({places})", [*values.values()])
    return number


class JournalStore:
    """The journal of one database."""

    def __init__(self, db: Database, clock: Callable[[], str] = now_utc) -> None:
        self._db = db
        self._clock = clock

    def add(self, deed: Deed, by: By) -> int:
        """Enter what was done and changed nothing in the record; returns the row's number."""
        with write(self._db) as db:
            return enter(db, deed, by, self._clock())

    def listing(self, record_id: str) -> list[Entry]:
        """Return what was done with a record, the newest first; '' for what concerns the file."""
        sql = f"select {_LISTED} from journal where record_id = ? order by rowid desc"
        return self._entries(sql, [record_id])

    def newest(self, limit: int = 200) -> list[Entry]:
        """Return what was done last, with whatever record."""
        return self._entries(f"select {_LISTED} from journal order by rowid desc limit ?", [limit])

    def _entries(self, sql: str, values: list[object]) -> list[Entry]:
        with reading(self._db) as db:
            rows = db.execute(sql, values).fetchall()
        try:
            return [entry_of(row) for row in rows]
        except ValueError as fault:
            raise damaged(path_of(self._db)) from fault


def entry_of(row: Sequence[Any]) -> Entry:
    """Return what the columns `LISTED` say; raises ValueError where its details are none."""
    values = dict(zip(("number", *CHAINED[:-1]), row, strict=True))
    values["details"] = json.loads(values["details"]) if values["details"] else {}
    return Entry(**values)
