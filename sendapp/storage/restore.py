"""Bringing back a backup, without losing what stands in its place."""

from contextlib import closing
from pathlib import Path

from sendapp.errors import Damaged, NotOurs
from sendapp.files import copy_whole, private_folder, problem_of
from sendapp.storage.backups import Backups
from sendapp.storage.checks import check_file
from sendapp.storage.connection import connect
from sendapp.storage.faults import told

_LEFTOVERS = ("-journal", "-wal", "-shm")


def restore(backup: Path, target: Path, backups: Backups) -> Path | None:
    """Put the backup in the place of the records file `target`; nobody may have that open.

    What stands there now is backed up first, or copied aside byte for byte where it is damaged;
    returns that copy, or None where there was nothing. Raises a Problem where the backup is not
    sound, the file is in use or there is no room; `target` is untouched then.
    """
    check_file(backup)
    private_folder(target.parent)
    kept = _keep(target, backups) if target.exists() else None
    try:
        # SQLite would play what belongs to the old file into the new one.
        for ending in _LEFTOVERS:
            target.with_name(target.name + ending).unlink(missing_ok=True)
    except OSError as fault:
        raise problem_of(fault, target) from fault
    copy_whole(backup, target)
    check_file(target)
    return kept


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
