"""The references that records have, from an index of their own."""

from sqlite_utils import Database

from sendapp.storage.database import reading


def references(db: Database, but_not: str, *, with_bin: bool) -> list[str]:
    """Return the references of all records but the one with the id `but_not`."""
    sql = (
        "select reference from records indexed by records_by_reference"
        " where reference <> '' and id <> ? and (binned = '' or ?)"
    )
    with reading(db):
        return [row[0] for row in db.execute(sql, [but_not, with_bin]).fetchall()]
