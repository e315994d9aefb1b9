"""A records file read for examination: by its own connection, in slices, whatever stands in it."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Generic, TypeVar

from sqlite_utils import Database

from sendapp.domain.catalogue import CATALOGUE
from sendapp.domain.examined import Fault
from sendapp.storage.connection import connect

T = TypeVar("T")

Row = dict[str, Any]

NO_RECORD = (ValueError, TypeError, KeyError, AttributeError, RecursionError)
"""What is raised where stored text, whatever it is by now, is taken for a record or part of it."""

_COLUMN_WORDS = {
    "number": "number",
    "rowid": "number",
    "record_id": "record it belongs to",
    "at": "time",
    "user": "computer user",
    "who": "name of who did it",
    "what": "kind of entry",
    "words": "words",
    "details": "details",
    "status_before": "state before",
    "status_after": "state after",
    "seal_before": "seal before",
    "seal_after": "seal after",
    "previous": "link to the row before",
    "row_hash": "proof of the row",
    "hash": "proof of the content",
    "why": "reason",
    "note": "note",
    "code": "code",
    "kind": "kind",
    "name": "name",
    "media_type": "type",
    "size": "size",
    "content": "content",
    "typed": "dates as typed",
    "created": "time it was made",
    "saved": "time it was saved",
    "binned": "time it was binned",
    "seal": "seal",
    "step": "link to the journal",
    "id": "id",
}


def open_for_examining(path: Path) -> Database:
    """Return a connection that cannot write, and reads text that is no text any more."""
    db = connect(path, mode="ro")
    db.conn.text_factory = lambda data: data.decode("utf-8", "replace")
    return db


@contextmanager
def moment(db: Database) -> Iterator[Database]:
    """Read inside the block as the file stands at one moment; keep it short, savers wait."""
    db.execute("begin")
    try:
        yield db
    finally:
        db.conn.rollback()


def rows(db: Database, sql: str, values: Sequence[object] = ()) -> list[Row]:
    """Return the rows that `sql` finds, by column."""
    cursor = db.execute(sql, list(values))
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def one(db: Database, sql: str, values: Sequence[object] = ()) -> tuple[Any, ...]:
    """Return the first row that `sql` finds, () for none."""
    return db.execute(sql, list(values)).fetchone() or ()


class InSlices(Generic[T]):
    """Goes through the rows that `sql` finds after a number, a slice of at most `size` at a time.

    `sql` is a query up to its condition on the row's number: it ends in “where” or “and”. `see`
    reads what is needed to judge a row, in the same moment; `judge` says what is wrong, when nobody
    waits for the file any more.
    """

    def __init__(
        self,
        db: Database,
        sql: str,
        see: Callable[[Database, Row], T],
        judge: Callable[[T], Iterable[Fault]],
        size: int,
    ) -> None:
        self._db = db
        self._sql = f"{sql} rowid > ? order by rowid limit ?"
        self._see = see
        self._judge = judge
        self._size = size
        self._number = -1
        self.done = False

    def slice(self) -> tuple[int, list[Fault]]:
        """Look at the next rows; returns how many, and what is wrong."""
        with moment(self._db) as db:
            found = rows(db, self._sql, [self._number, self._size])
            seen = [self._see(db, row) for row in found]
        self.done = len(found) < self._size
        if found:
            self._number = found[-1]["number"]
        return len(found), [fault for one_row in seen for fault in self._judge(one_row)]


def record_named(row: Row) -> str:
    """Return how sentences call a record: by its title and reference, else by its id."""
    parts = [f"“{row['title']}”" if row.get("title") else "", str(row.get("reference") or "")]
    return " · ".join(filter(None, parts)) or f"with the id {row['id']}"


def record_called(db: Database, record_id: str) -> str:
    """Return how sentences call the record of that id, "" where it is not there."""
    try:
        found = rows(db, "select id, title, reference from records where id = ?", [record_id])
    except sqlite3.DatabaseError:
        # It is named where records are looked at.
        return f"with the id {record_id}"
    return record_named(found[0]) if found else ""


def named(columns: Sequence[str]) -> str:
    """Return columns as officers call them: "“Title” and “Reasons”"."""
    labels = {entry.name: entry.label for entry in CATALOGUE}
    quoted = [f"“{labels.get(name) or _COLUMN_WORDS.get(name, name)}”" for name in columns]
    return " and ".join([", ".join(quoted[:-1]), quoted[-1]] if len(quoted) > 1 else quoted)


def told_columns(columns: Sequence[str]) -> str:
    """Return how sentences call what of a row has no label of a record's: "the words"."""
    words = [_COLUMN_WORDS.get(name, name) for name in columns]
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def day(at: object) -> str:
    """Return a time as sentences give it: "2026-03-02 09:15 (UTC)"."""
    return f"{str(at)[:16].replace('T', ' ')} (UTC)"
