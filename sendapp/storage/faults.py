"""From SQLite's refusals to sentences: the world's faults become Problems, ours stay."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sendapp.errors import Damaged, DiskFull, InUse, NotFound, NotWritable, Problem

FROM_A_BACKUP = (
    "Nothing was changed in it. Bring back a backup, or ask your IT service for an older copy."
)

_MOVED = sqlite3.SQLITE_READONLY_DBMOVED
_UNREADABLE = (
    "file is not a database",
    "malformed",
    "unsupported file format",
    "Could not decode to UTF-8",
)


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn what SQLite raises inside the block about the file `path` into Problems.

    Errors that only a mistake of ours can cause (a wrong statement, a constraint) pass as they are.
    """
    try:
        yield
    except (sqlite3.Error, UnicodeDecodeError) as fault:
        problem = problem_of_sqlite(fault, path)
        if problem is None:
            raise
        raise problem from fault


def problem_of_sqlite(fault: sqlite3.Error | UnicodeDecodeError, path: Path) -> Problem | None:
    """Return what the user is told about `fault`, or None where the fault is ours."""
    if isinstance(fault, UnicodeDecodeError):
        return damaged(path)
    # Python leaves the code out of a few errors, such as text that is not UTF-8.
    code = getattr(fault, "sqlite_errorcode", 0)
    if code == _MOVED:
        return NotFound(
            f"{path} was moved, replaced or deleted while it was open.",
            "Put it back, or close the program and start it again. What you typed is still here.",
        )
    match code & 0xFF:
        case sqlite3.SQLITE_FULL:
            return DiskFull(
                f"There is no room left to write {path}.",
                "Free some space. What you typed is still here and will be saved then.",
            )
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM:
            return not_writable(path)
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return in_use(path)
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB | sqlite3.SQLITE_FORMAT:
            return damaged(path)
        case sqlite3.SQLITE_IOERR | sqlite3.SQLITE_PROTOCOL | sqlite3.SQLITE_NOLFS:
            return Problem(
                f"The disk or the network folder with {path} did not answer.",
                "Check the connection and try again. Nothing saved before is lost.",
            )
        case sqlite3.SQLITE_CANTOPEN:
            return NotFound(f"{path} cannot be opened.", "Check that its folder is there.")
    if any(words in str(fault) for words in _UNREADABLE):
        return damaged(path)
    return None


def damaged(path: Path) -> Damaged:
    """The records file does not hold what was written to it."""
    return Damaged(f"{path} is damaged.", FROM_A_BACKUP)


def in_use(path: Path) -> InUse:
    """Somebody else is writing to the records file."""
    return InUse(
        f"{path} is in use by another program or person.",
        "Close it there, then try again.",
    )


def not_writable(path: Path) -> NotWritable:
    """The records file can be read but not written."""
    return NotWritable(
        f"You may not write {path}.",
        "Ask for the right to change this file and its folder, or choose a folder of your own.",
    )
