"""Deleting for ever: what was in the bin, and what was kept long enough; the journal keeps that."""

from collections.abc import Callable, Collection

from sqlite_utils import Database

from sendapp.domain.deeds import ended
from sendapp.domain.journal import By, Deed, What
from sendapp.storage.clock import now_utc
from sendapp.storage.database import write
from sendapp.storage.fault_points import fault_point
from sendapp.storage.journal import enter
from sendapp.storage.record_rows import check_row, find_row
from sendapp.storage.stored import gone


class DisposalStore:
    """Disposes of records of one database, and of their background papers."""

    def __init__(
        self, db: Database, clock: Callable[[], str] = now_utc, by: Callable[[], By] = By
    ) -> None:
        self._db = db
        self._clock = clock
        self._by = by

    def records(self, record_ids: Collection[str]) -> int:
        """Delete for ever records whose time is over, with all that belongs to them, all or none.

        The journal keeps that they were there. Returns how many; raises NotFound.
        """
        with write(self._db) as db:
            rowids = []
            for record_id in record_ids:
                rowid, row = find_row(db, record_id)
                if rowid is None:
                    raise gone()
                check_row(db, record_id, row)
                rowids.append(rowid)
            delete_records(db, rowids, What.DISPOSED, self._by(), self._clock())
        return len(rowids)

    def papers(self, deeds: Collection[Deed]) -> int:
        """Delete the background papers filed with the records of `deeds`, all of it or nothing.

        The journal keeps the deeds. Returns how many papers there were; raises NotFound.
        """
        count = 0
        with write(self._db) as db:
            for deed in deeds:
                if find_row(db, deed.record_id)[0] is None:
                    raise gone()
                enter(db, deed, self._by(), self._clock())
                fault_point("papers: entered in the journal")
                where = "record_id = ? and kind = 'background-paper'"
                sql = f"delete from files where {where} returning 1"
                count += len(db.execute(sql, [deed.record_id]).fetchall())
        return count


def delete_records(db: Database, rowids: Collection[int], what: What, by: By, at: str) -> None:
    """Delete records with their words, versions and files, within a transaction."""
    for rowid in rowids:
        delete_record(db, rowid, what, by, at)
    if rowids:
        # Until it is merged, the index keeps the words of what was deleted.
        db.execute("insert into records_words(records_words) values ('optimize')")


def delete_record(db: Database, rowid: int, what: What, by: By, at: str) -> str:
    """Delete a record with its words, versions and files, within a transaction; returns its id.

    The journal keeps that it was there, where it tells anything of it.
    """
    sql = "select id, status, seal, step, reference, title from records where rowid = ?"
    record_id, status, seal, step, reference, title = db.execute(sql, [rowid]).fetchone()
    if seal or step or what is What.DISPOSED:
        named = " · ".join(filter(None, (reference, title)))
        enter(db, ended(what, record_id, named), by, at, status=(status, ""), seal=(seal, ""))
        fault_point("delete: entered in the journal")
    db.execute("delete from records where rowid = ?", [rowid])
    fault_point("delete: record gone")
    db.execute("delete from versions where record_id = ?", [record_id])
    db.execute("delete from files where record_id = ?", [record_id])
    db.execute("delete from records_words where rowid = ?", [rowid])
    fault_point("delete: all gone")
    return str(record_id)
