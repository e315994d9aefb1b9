"""Bringing a database to today's schema, and knowing that it got there."""

import hashlib
import re
import sqlite3
from functools import cache
from pathlib import Path

from sqlite_utils import Database

from sendapp.errors import Damaged
from sendapp.storage import steps
from sendapp.storage.faults import FROM_A_BACKUP, told
from sendapp.storage.guard import APPLICATION_ID

SEALS_SINCE = 4
"""The step that brought seals."""

Schema = frozenset[tuple[str, str, str]]
"""The kind, name and statement of everything in a database."""

# What a full-text index keeps for itself is written by SQLite, and differs between its versions.
_SHADOW = re.compile(r"records_words_\w+")


def version_of(db: Database) -> int:
    """Return how many steps the database has been through; 0 for a new one."""
    return int(db.execute("pragma user_version").fetchone()[0])


def migrate(db: Database, path: Path) -> None:
    """Take the steps that are missing, each in a transaction of its own."""
    for number, step in enumerate(steps.STEPS[(done := version_of(db)) :], done + 1):
        with told(path):
            try:
                _take(db, number, step)
            except sqlite3.OperationalError as fault:
                if fault.sqlite_errorcode != sqlite3.SQLITE_ERROR:
                    raise
                # A step that worked on every released schema fails only on one that is not.
                raise _not_as_expected(path) from fault


def _take(db: Database, number: int, step: str) -> None:
    db.execute("begin immediate")
    try:
        db.executescript(step)
        if number == SEALS_SINCE:
            # Late: what knows records' rows stands on this module.
            from sendapp.storage.first_seals import seal_decided

            seal_decided(db)
        db.execute(f"pragma application_id = {APPLICATION_ID}")
        db.execute(f"pragma user_version = {number}")
        db.commit()
    except BaseException:
        db.rollback()
        raise


def check_schema(db: Database, path: Path) -> None:
    """Refuse a database whose schema is not, to the letter, that of a new one of its version."""
    with told(path):
        found, version = schema_of(db), version_of(db)
    # The steps take a twentieth of a second, which every start would wait for.
    if version == steps.newest() and fingerprint(found) == steps.FINGERPRINT:
        return
    if found != expected_schema(steps.STEPS[:version]):
        raise _not_as_expected(path)


def schema_of(db: Database) -> Schema:
    """Return what the database is made of."""
    rows = db.execute(
        "select type, name, coalesce(sql, '') from sqlite_master where name not like 'sqlite_%'"
    ).fetchall()
    return frozenset(
        (kind, name, "" if _SHADOW.fullmatch(name) else " ".join(sql.split()))
        for kind, name, sql in rows
    )


def fingerprint(schema: Schema) -> str:
    """Return a SHA-256 of what a database is made of."""
    return hashlib.sha256(repr(sorted(schema)).encode()).hexdigest()


@cache
def expected_schema(taken: tuple[str, ...]) -> Schema:
    """Return what a new database is made of after the steps `taken`."""
    db = Database(sqlite3.connect(":memory:"), execute_plugins=False)
    try:
        for number, step in enumerate(taken, 1):
            _take(db, number, step)
        return schema_of(db)
    finally:
        db.close()


def _not_as_expected(path: Path) -> Damaged:
    return Damaged(
        f"{path} is not built as this program builds it; another program has changed it.",
        FROM_A_BACKUP,
    )
