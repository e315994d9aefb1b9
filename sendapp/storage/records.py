"""The record store: keeps records, proves what it kept, and finds them again."""

import sqlite3
from collections.abc import Callable, Collection, Mapping
from typing import TypeVar

from sqlite_utils import Database

from sendapp.domain.interchange import absorbed
from sendapp.domain.journal import By, What
from sendapp.domain.record import DecisionRecord
from sendapp.domain.sealing import DECIDED
from sendapp.domain.standing import STANDINGS
from sendapp.errors import Damaged
from sendapp.storage import register
from sendapp.storage.clock import now_utc
from sendapp.storage.database import reading, write
from sendapp.storage.disposal import delete_records
from sendapp.storage.posts import Post, posts_used
from sendapp.storage.record_rows import (
    check_row,
    columns_of,
    damaged_record,
    find_row,
    prove,
    put_row,
    sound_record,
)
from sendapp.storage.references import references
from sendapp.storage.register import Sort, Summary
from sendapp.storage.rows import is_whole, row_hash, typed_values, words_in
from sendapp.storage.states import (
    refuse_if_decided_here,
    refuse_other_state,
    seal_imported,
    sealed_columns,
)
from sendapp.storage.stored import Saved, Stored, changed, gone
from sendapp.storage.words import make_empty, put_words, search_is_sound

T = TypeVar("T")


class RecordStore:
    """The records of one database."""

    def __init__(
        self,
        db: Database,
        clock: Callable[[], str] = now_utc,
        by: Callable[[], By] = By,
    ) -> None:
        self._db = db
        self._clock = clock
        self.by = by
        """Asked who is at work whenever something is entered in the journal."""

    def save(
        self,
        record: DecisionRecord,
        typed: Mapping[str, str] | None = None,
        *,
        create: bool = False,
        expected_hash: str = "",
    ) -> Saved:
        """Keep `record` under its id, read it back from the file, and only then return.

        A record in the bin stays there. Nothing is written where nothing changed. One that comes
        decided from elsewhere is sealed at once. Raises NotFound where it is not there and `create`
        is not said, Changed where what is there has neither the `expected_hash` nor this content,
        or stands elsewhere, and a Problem where it could not be kept or proved.
        """
        return self._with_sound_search(
            lambda: self._save(record, typed or {}, create, expected_hash)
        )

    def _save(
        self, record: DecisionRecord, typed: Mapping[str, str], create: bool, expected_hash: str
    ) -> Saved:
        with write(self._db) as db:
            rowid, old = find_row(db, record.id)
            if rowid is None and not create:
                raise gone()
            columns = columns_of(record, typed, old)
            if old and expected_hash and old["hash"] not in (expected_hash, columns["hash"]):
                raise changed()
            if columns == old and is_whole(old):
                return Saved(old["hash"], old["saved"])
            now = self._clock()
            columns |= {"created": old.get("created", now), "saved": now}
            if old:
                refuse_other_state(columns, old)
                columns |= sealed_columns(old)
            elif record.status in DECIDED:
                columns |= seal_imported(db, record, self.by(), now)
            columns["row_hash"] = row_hash(columns)
            rowid = put_row(db, rowid, old, columns)
            put_words(db, rowid, words_in(record, typed))
        prove(self._db, record.id, columns)
        return Saved(columns["hash"], columns["saved"])

    def get(self, record_id: str) -> Stored:
        """Return the record; raises NotFound, or Damaged where it is not what was kept."""
        try:
            with reading(self._db):
                _, row = find_row(self._db, record_id)
        except Damaged as fault:
            raise damaged_record(self._db, record_id) from fault
        if not row:
            raise gone()
        record = sound_record(self._db, record_id, row)
        try:
            typed = typed_values(row["typed"])
        except ValueError as fault:
            raise damaged_record(self._db, record_id) from fault
        in_bin = row["binned"] != ""
        times = row["created"], row["saved"]
        return Stored(absorbed(record), typed, *times, in_bin, row["hash"], bool(row["seal"]))

    def exists(self, record_id: str) -> bool:
        """Whether the record is kept, in the bin or out of it."""
        with reading(self._db) as db:
            sql = "select 1 from records where id = ?"
            return db.execute(sql, [record_id]).fetchone() is not None

    def ids(self) -> list[str]:
        """Return the ids of all records outside the bin, last saved first."""
        with reading(self._db) as db:
            sql = "select id from records where binned = '' order by saved desc"
            return [row[0] for row in db.execute(sql).fetchall()]

    def titles(self, but_not: str) -> list[str]:
        """Return the titles of all records outside the bin but the one with the id `but_not`."""
        with reading(self._db) as db:
            sql = "select title from records where binned = '' and title <> '' and id <> ?"
            return [row[0] for row in db.execute(sql, [but_not]).fetchall()]

    def references(self, but_not: str, *, with_bin: bool = False) -> list[str]:
        """Return the references of all records but one, of those in the bin only if asked for."""
        return references(self._db, but_not, with_bin=with_bin)

    def bin(self, record_id: str) -> None:
        """Put the record in the bin; raises NotFound."""
        self._set_binned(record_id, self._clock())

    def unbin(self, record_id: str) -> None:
        """Take the record out of the bin; raises NotFound."""
        self._set_binned(record_id, "")

    def empty_bin(self) -> int:
        """Delete for ever what is in the bin, words and versions too; returns how many records."""
        with write(self._db) as db:
            sql = "select rowid from records where binned <> ''"
            rowids = [rowid for (rowid,) in db.execute(sql).fetchall()]
            delete_records(db, rowids, What.REMOVED, self.by(), self._clock())
        return len(rowids)

    def binned(self) -> list[Summary]:
        """Return what is in the bin, last binned first."""
        with reading(self._db) as db:
            return register.in_bin(db)

    def binned_count(self) -> int:
        """Return how many records are in the bin."""
        with reading(self._db) as db:
            sql = "select count(*) from records where binned <> ''"
            return int(db.execute(sql).fetchone()[0])

    def counts(self, today: str = "") -> dict[str, int]:
        """Return how many records outside the bin stand where, noughts included.

        On the ISO date `today`, those whose call-in has ended are counted apart; '' has none.
        """
        with reading(self._db) as db:
            return {status: 0 for status, _ in STANDINGS} | register.counts(db, today)

    def summaries(
        self,
        *,
        status: str | Collection[str] | None = None,
        today: str = "",
        words: str = "",
        sort: Sort = Sort.SAVED,
        reverse: bool = False,
        limit: int = 200,
        offset: int = 0,
    ) -> list[Summary]:
        """Return one page of the register, without the bin.

        `status` is one status, several, or None for all; of call-in that has ended `today` as in
        `counts`. Every one of `words`, or a word that
        begins with it, is somewhere in the record's text; a negative `limit` means no end.
        """
        return self._with_sound_search(
            lambda: register.page(
                self._db,
                statuses=_statuses(status),
                today=today,
                words=words,
                sort=sort,
                reverse=reverse,
                limit=limit,
                offset=offset,
            )
        )

    def count(
        self, *, status: str | Collection[str] | None = None, today: str = "", words: str = ""
    ) -> int:
        """Return how many records `summaries` would return without a limit."""
        return self._with_sound_search(
            lambda: register.count(self._db, statuses=_statuses(status), today=today, words=words)
        )

    def posts(self, limit: int = 50) -> list[Post]:
        """Return the posts that records name, last used first, to suggest them again."""
        with reading(self._db) as db:
            return posts_used(db, limit)

    def rebuild_search(self) -> None:
        """Make the full-text index anew from the records; damaged records are left out of it."""
        with write(self._db) as db:
            make_empty(db)
            for rowid, record_id in db.execute("select rowid, id from records").fetchall():
                try:
                    stored = self.get(record_id)
                except Damaged:
                    continue
                put_words(db, rowid, words_in(stored.record, stored.typed))

    def _with_sound_search(self, act: Callable[[], T]) -> T:
        """Do `act`; where only the full-text index is damaged, make that anew and do it again."""
        try:
            with reading(self._db):
                return act()
        except (Damaged, sqlite3.OperationalError):
            # Damage to the index's own tables can look like a mistake in our statement.
            if search_is_sound(self._db):
                raise
            self.rebuild_search()
            with reading(self._db):
                return act()

    def _set_binned(self, record_id: str, when: str) -> None:
        with write(self._db) as db:
            rowid, old = find_row(db, record_id)
            if rowid is None:
                raise gone()
            check_row(db, record_id, old)
            if bool(old["binned"]) == bool(when):
                return
            if when:
                refuse_if_decided_here(db, record_id)
            new = old | {"binned": when}
            put_row(db, rowid, old, new | {"row_hash": row_hash(new)})


def _statuses(status: str | Collection[str] | None) -> Collection[str]:
    if status is None:
        return ()
    return (status,) if isinstance(status, str) else tuple(status)
