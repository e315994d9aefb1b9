"""Opening a records file, guarded, and the only way to write to it."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlite_utils import Database

from sendapp.errors import InUse, NotFound, Problem
from sendapp.files import new_folder, private_folder, problem_of
from sendapp.storage import guard
from sendapp.storage.allowed import allow_only_ours
from sendapp.storage.backups import Backups
from sendapp.storage.connection import BUSY_S, connect, path_of, settle
from sendapp.storage.faults import damaged, told
from sendapp.storage.migrations import check_schema, migrate, version_of
from sendapp.storage.steps import newest

_OPENING_BUSY_S = 1.5


def open_database(path: Path, *, create: bool, backups: Backups | None = None) -> Database:
    """Open the records file `path`, checked and brought to today's schema.

    One process opens a file once: looking at it again would undo the locks of the first.
    A file that is missing is made only where `create` says so, and then with its folder.
    Before an older schema is changed a verified backup goes to `backups`, or beside the file.
    Raises a Problem that says what is wrong; the file is untouched then.
    """
    if create and not path.exists():
        _make_new(path)
    guard.inspect(path, newest())
    with told(path):
        db = connect(path, busy_s=_OPENING_BUSY_S)
    try:
        _check_locking(db, path)
        settle(db, path)
        check_schema(db, path)
        _check_pages(db, path)
        if version_of(db) < newest():
            keep = backups or Backups(path.parent / "backups")
            keep.make(path, "before-update")
            migrate(db, path)
            check_schema(db, path)
        db.execute(f"pragma busy_timeout = {int(BUSY_S * 1000)}").fetchall()
        allow_only_ours(db)
    except BaseException:
        db.close()
        raise
    return db


@contextmanager
def looking_into(path: Path) -> Iterator[Database]:
    """Read the records file `path` inside the block, and neither make nor change anything.

    Its schema may be an older one. Raises a Problem that says what is wrong with the file.
    """
    guard.inspect(path, newest(), writing=False)
    with told(path):
        db = connect(path, mode="ro")
    try:
        yield db
    finally:
        db.close()


@contextmanager
def write(db: Database) -> Iterator[Database]:
    """Run the block as one transaction: all of it is kept, or nothing.

    Raises the Problem that kept it from being written; nothing is kept then. Where the disk
    itself failed while the change was being kept, only reading again tells which it was.
    """
    path = path_of(db)
    with told(path):
        db.execute("begin immediate")
        try:
            _check_still_ours(db, path)
            with db.atomic():
                yield db
            db.commit()
        except BaseException:
            # What went wrong first is what matters.
            with suppress(sqlite3.Error):
                db.rollback()
            raise


@contextmanager
def reading(db: Database) -> Iterator[Database]:
    """Read inside the block; what keeps the file from being read becomes a Problem."""
    with told(path_of(db)):
        yield db


def _check_still_ours(db: Database, path: Path) -> None:
    """Refuse a file that was overwritten in place since it was opened."""
    ours = db.execute("pragma application_id").fetchone()[0] == guard.APPLICATION_ID
    if not ours or version_of(db) != newest():
        raise NotFound(
            f"{path} was replaced by another file while it was open.",
            "Close the program and start it again. What you typed is still here.",
        )


def _check_locking(db: Database, path: Path) -> None:
    """Take the lock that a save takes, and say whether it is held or cannot be had here."""
    try:
        with told(path):
            db.execute("begin immediate")
            db.rollback()
    except InUse:
        _probe_locks(path.parent)
        raise


def _probe_locks(folder: Path) -> None:
    try:
        with new_folder(folder) as scratch:
            probe = connect(scratch / "probe", mode="rwc", busy_s=0)
            try:
                probe.execute("begin exclusive")
                probe.rollback()
            finally:
                probe.close()
    except sqlite3.OperationalError as fault:
        raise Problem(
            f"Files in {folder} cannot be locked, so records would not be safe there.",
            "Choose a folder on this computer.",
        ) from fault
    except OSError:
        # The probe itself could not be made: nothing is known beyond that the file is in use.
        return


def _check_pages(db: Database, path: Path) -> None:
    # A damaged page makes the check itself raise as often as it makes it answer.
    with told(path):
        answers = db.execute("pragma quick_check(1)").fetchall()
    if answers != [("ok",)]:
        raise damaged(path)


def _make_new(path: Path) -> None:
    """Make an empty records file that appears whole, and never over another one."""
    private_folder(path.parent)
    try:
        with new_folder(path.parent) as folder:
            temporary = folder / path.name
            with told(path):
                db = connect(temporary, mode="rwc")
            try:
                settle(db, temporary)
                migrate(db, path)
            finally:
                db.close()
            temporary.chmod(0o600)
            _let_appear(temporary, path)
    except OSError as fault:
        raise problem_of(fault, path) from fault


def _let_appear(temporary: Path, path: Path) -> None:
    try:
        os.link(temporary, path)
    except FileExistsError:
        # Another start of the program was faster; its file is as good as ours.
        return
    except OSError:
        # Some file systems have no links; there the older of two starts in the same instant loses.
        if not path.exists():
            temporary.rename(path)
