"""Connections: the only place that opens SQLite files and says how SQLite has to behave."""

import sqlite3
from pathlib import Path
from urllib.parse import quote

from sqlite_utils import Database

from sendapp.errors import Problem
from sendapp.storage.faults import told

BUSY_S = 5.0
"""How long a save waits for another program to finish its own."""

# WAL loses saves in synchronised folders; delete with EXTRA lost none in simulated power cuts.
_SETTINGS: dict[str, tuple[str, object]] = {
    "foreign_keys": ("on", 1),
    "journal_mode": ("delete", "delete"),
    "synchronous": ("extra", 3),
    "cell_size_check": ("on", 1),
    # What is deleted or typed over must not stay readable in the file.
    "secure_delete": ("on", 1),
    "temp_store": ("memory", 2),
    # Else "insert or replace" would take rows away past the triggers that keep them.
    "recursive_triggers": ("on", 1),
}


def connect(path: Path, mode: str = "rw", busy_s: float = BUSY_S) -> Database:
    """Return a connection to the existing file `path`; `mode` is SQLite's: ro, rw or rwc."""
    connection = sqlite3.connect(f"{uri_of(path)}?mode={mode}", uri=True, timeout=busy_s)
    return Database(connection, execute_plugins=False)


def settle(db: Database, path: Path) -> None:
    """Put every setting in force and read it back; refuses a connection that does not obey."""
    with told(path):
        for name, (value, expected) in _SETTINGS.items():
            db.execute(f"pragma {name} = {value}").fetchall()
            found = db.execute(f"pragma {name}").fetchone()[0]
            if found != expected:
                raise Problem(
                    f"{path} cannot be opened safely: the setting {name} is {found}.",
                    "Close other programs that have it open, then try again.",
                )


def path_of(db: Database) -> Path:
    """Return the file behind the connection `db`."""
    return Path(db.execute("pragma database_list").fetchone()[2])


def uri_of(path: Path) -> str:
    """Return `path` as SQLite's kind of address.

    Characters such as % and ? would otherwise open another file, and Path.as_uri() puts
    the server of a network folder where SQLite allows none.
    """
    whole = path.absolute().as_posix()
    return "file://" + quote(whole if whole.startswith("/") else "/" + whole)
