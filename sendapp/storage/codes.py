"""Which texts kept in a database bear a code: records as they stand, and their versions."""

from sqlite_utils import Database

from sendapp.storage.database import reading


def records_with(db: Database, code: str) -> list[str]:
    """Return the ids of the records, those in the bin too, that bear `code` as they stand."""
    with reading(db):
        # That it is not blank has to be said, or the index of those that are not is passed over.
        sql = "select id from records where code = ? and code <> '' order by saved desc"
        return [row[0] for row in db.execute(sql, [code]).fetchall()]


def versions_with(db: Database, code: str) -> list[int]:
    """Return the numbers of the versions that bear `code`, the newest first."""
    with reading(db):
        sql = "select rowid from versions where code = ? and code <> '' order by rowid desc"
        return [row[0] for row in db.execute(sql, [code]).fetchall()]
