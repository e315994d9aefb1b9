"""Sealing what was decided before there were seals, once, when the schema is renewed."""

from sqlite_utils import Database

from sendapp.domain.journal import By, What
from sendapp.domain.sealing import DECIDED, code_of
from sendapp.storage.clock import now_utc
from sendapp.storage.record_rows import find_row, put_row
from sendapp.storage.rows import is_whole, row_hash, to_record
from sendapp.storage.states import seal_imported


def seal_decided(db: Database) -> None:
    """Seal every decided record, within the caller's transaction; a damaged one stays as it is."""
    places = ", ".join("?" * len(DECIDED))
    sql = f"select id from records where seal = '' and status in ({places}) order by rowid"
    for (record_id,) in db.execute(sql, sorted(DECIDED)).fetchall():
        rowid, old = find_row(db, record_id)
        if not is_whole(old):
            # It is named when it is opened; sealing it would call the damage right.
            continue
        record = to_record(old)
        new = old | seal_imported(db, record, By(), now_utc(), What.SEALED)
        new["code"] = code_of(record)
        new["row_hash"] = row_hash(new)
        put_row(db, rowid, old, new)
