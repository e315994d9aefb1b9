"""Bringing back a backup, without losing what stands in its place."""

import sqlite3
from contextlib import closing
from pathlib import Path

from sendapp.domain.journal import Deed, What
from sendapp.errors import Damaged, NotOurs, Problem
from sendapp.files import copy_whole, private_folder, problem_of, whole_file
from sendapp.storage.backups import Backups
from sendapp.storage.by import who_works
from sendapp.storage.checks import check_file
from sendapp.storage.connection import connect, settle
from sendapp.storage.faults import told
from sendapp.storage.journal import JournalStore
from sendapp.storage.migrations import migrate
from sendapp.storage.settings import SettingsStore

_LEFTOVERS = ("-journal", "-wal", "-shm")


def restore(backup: Path, target: Path, backups: Backups) -> Path | None:
    """Put the backup in the place of the records file `target`; nobody may have that open.

    What stands there now is backed up first, or copied aside byte for byte where it is damaged;
    returns that copy, or None where there was nothing. Raises a Problem where the backup is not
    sound, the file is in use or there is no room; `target` is untouched then. The journal of what
    is put there goes on with a row that says which backup it is, and what the old file took along.
    """
    check_file(backup)
    private_folder(target.parent)
    end = _journal_end(target) if target.exists() else 0
    kept = _keep(target, backups) if target.exists() else None
    try:
        # SQLite would play what belongs to the old file into the new one.
        for ending in _LEFTOVERS:
            target.with_name(target.name + ending).unlink(missing_ok=True)
    except OSError as fault:
        raise problem_of(fault, target) from fault
    # Told before it stands there, so that it never stands there untold.
    with whole_file(target) as temporary:
        copy_whole(backup, temporary)
        _tell(temporary, backup, kept, end)
        check_file(temporary)
    return kept


def _tell(restored: Path, backup: Path, kept: Path | None, end: int) -> None:
    """Enter in the journal of a restored file which backup it is, and what it took the place of.

    A backup of an older program is brought to today's schema first, as opening it would.
    """
    with told(restored), closing(connect(restored)) as db:
        settle(db, restored)
        migrate(db, restored)
        first = db.execute("select number + 1 from journal_end").fetchone()[0]
        words = f"Backup put back: {backup.name}"
        details: dict[str, object] = {"backup": backup.name}
        if kept is not None:
            details["kept"] = kept.name
            words += f"; what stood there is kept as {kept.name}"
        if end >= first:
            details |= {"lost_from": first, "lost_to": end}
            words += f"; with it went rows {first} to {end} of its journal"
        by = who_works(SettingsStore(db))
        JournalStore(db).add(Deed(what=What.BACKUP, words=words, details=details), by)


def _journal_end(target: Path) -> int:
    """Return the number of the last row of a file's journal, 0 where that cannot be read."""
    try:
        with told(target), closing(connect(target, mode="ro")) as db:
            return int(db.execute("select max(rowid) from journal").fetchone()[0] or 0)
    except (Problem, sqlite3.Error):
        # A file that is damaged, of another kind or without a journal tells nothing.
        return 0


def _keep(target: Path, backups: Backups) -> Path:
    """Return a backup of what stands in the way, or its bytes where it cannot be backed up."""
    aside = _copy_aside(target, backups.folder)
    try:
        _refuse_if_in_use(target)
        made = backups.make(target, "before-restore").path
    except (Damaged, NotOurs):
        return aside
    except BaseException:
        _remove(aside)
        raise
    _remove(aside)
    return made


def _remove(file: Path) -> None:
    for ending in ("", *_LEFTOVERS):
        file.with_name(file.name + ending).unlink(missing_ok=True)


def _refuse_if_in_use(target: Path) -> None:
    with told(target), closing(connect(target, busy_s=0.5)) as db:
        db.execute("begin exclusive")
        db.rollback()


def _copy_aside(target: Path, folder: Path) -> Path:
    private_folder(folder)
    number = 1
    while (aside := folder / f"damaged-{number}-{target.name}").exists():
        number += 1
    copy_whole(target, aside)
    for ending in _LEFTOVERS:
        beside = target.with_name(target.name + ending)
        if beside.exists():
            copy_whole(beside, aside.with_name(aside.name + ending))
    return aside
