"""What our own connection may do once a records file is open: what the program does, and no more.

The triggers keep rows from being changed; this keeps the triggers, and everything else that a
statement could get round them by: other tables of the same name, other files, SQLite's settings.
It is asked when a statement is prepared, not when it runs, so that it costs next to nothing.
"""

import sqlite3

from sqlite_utils import Database

_ALWAYS = frozenset(
    {
        sqlite3.SQLITE_SELECT,
        sqlite3.SQLITE_READ,
        sqlite3.SQLITE_TRANSACTION,
        sqlite3.SQLITE_SAVEPOINT,
        sqlite3.SQLITE_RECURSIVE,
    }
)
_INSERTED = frozenset({"records", "settings", "versions", "journal", "files"})
_UPDATED = frozenset({"records", "settings"})
_DELETED = frozenset({"records", "settings", "versions", "files"})
_ROWS = {
    sqlite3.SQLITE_INSERT: _INSERTED,
    sqlite3.SQLITE_UPDATE: _UPDATED,
    sqlite3.SQLITE_DELETE: _DELETED,
}
_COUNTED = frozenset({"tallies", "journal_end"})
"""Tables that only triggers write."""

_MADE = frozenset(
    {
        sqlite3.SQLITE_CREATE_TABLE,
        sqlite3.SQLITE_DROP_TABLE,
        sqlite3.SQLITE_CREATE_VTABLE,
        sqlite3.SQLITE_DROP_VTABLE,
        sqlite3.SQLITE_CREATE_INDEX,
        sqlite3.SQLITE_DROP_INDEX,
    }
)
_WITH_VALUE = frozenset(
    {
        "integrity_check",
        "quick_check",
        "busy_timeout",
        "table_info",
        "table_xinfo",
        "table_list",
        "index_list",
        "index_info",
        "index_xinfo",
        "foreign_key_list",
        "foreign_key_check",
    }
)
"""Pragmas that change nothing in the file, whatever value they are given."""
_FOR_READING_TOO = frozenset({"optimize", "incremental_vacuum", "wal_checkpoint"})
"""Pragmas that do something though they are given no value."""


def allow_only_ours(db: Database) -> None:
    """Refuse, from now on, every statement that the program has no use for."""
    db.conn.set_authorizer(_answer)


def _answer(
    action: int, first: str | None, second: str | None, base: str | None, trigger: str | None
) -> int:
    return sqlite3.SQLITE_OK if _is_ours(action, first, second, base, trigger) else _NO


_NO = sqlite3.SQLITE_DENY


def _is_ours(
    action: int, first: str | None, second: str | None, base: str | None, trigger: str | None
) -> bool:
    if action in _ALWAYS:
        return True
    name = (first or "").lower()
    if action == sqlite3.SQLITE_FUNCTION:
        return (second or "").lower() != "load_extension"
    if action == sqlite3.SQLITE_PRAGMA:
        return name in _WITH_VALUE or (second is None and name not in _FOR_READING_TOO)
    if base not in (None, "main"):
        return False
    if action in _ROWS:
        if name in _COUNTED:
            return trigger is not None
        # The schema's own table cannot be written by a statement, only by what is allowed below.
        return name in _ROWS[action] or _is_search(name) or name == "sqlite_master"
    # The full-text index is dropped and made anew where it is damaged.
    return action in _MADE and (_is_search(name) or _is_search((second or "").lower()))


def _is_search(name: str) -> bool:
    return name == "records_words" or name.startswith("records_words_")
