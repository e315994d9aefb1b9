"""Backups of the records file: copied whole, checked by content, thinned with care."""

import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlite_utils import Database

from sendapp.errors import Damaged, NotFound, Problem
from sendapp.files import copy_whole, private_folder, problem_of, whole_file
from sendapp.storage.checks import Content, breathe, check_file, check_hashes, content
from sendapp.storage.connection import connect
from sendapp.storage.faults import told
from sendapp.storage.guard import APPLICATION_ID
from sendapp.storage.thinning import plan

_NAME = re.compile(r"records-(\d{4}-\d\d-\d\d-\d{6})(?:-(\d+))?-([a-z-]+)\.db")
_TIME = "%Y-%m-%d-%H%M%S"
_SOURCE_FAULTS = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_BUSY)


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup there is: its file, the local time and the reason in its name, its size in bytes."""

    path: Path
    at: datetime
    reason: str
    size: int
    number: int = 1
    """Which of several of the same second it is."""


@dataclass(frozen=True, slots=True)
class Made:
    """A backup just made, the copy in the second folder, and what kept that from being made."""

    path: Path
    second: Path | None = None
    problem: Problem | None = None


class Backups:
    """The backups in `folder`, each also copied to `second_folder` where one is set.

    Both are of this records file alone. The folder that holds the second one may be shared, and
    away; it is never made.
    """

    def __init__(
        self,
        folder: Path,
        second_folder: Path | None = None,
        *,
        clock: Callable[[], datetime] = datetime.now,
        pause: Callable[[], None] = breathe,
    ) -> None:
        self.folder = folder
        self.second_folder = second_folder
        self._clock = clock
        self._pause = pause

    def make(self, source: Path, reason: str) -> Made:
        """Copy the records file `source`, prove the copy, and thin the older ones.

        `reason` is of the letters a to z and hyphens, and goes into the name.
        Raises Damaged where the source is damaged, and another Problem where there is no room or
        no right to write; older backups are all still there then.
        """
        private_folder(self.folder)
        path = self._new_path(self._clock(), reason)
        with whole_file(path) as temporary:
            expected = _copy(source, temporary)
            try:
                found = self.check(temporary)
            except Problem as problem:
                raise _no_backup_of(source) from problem
            if found != expected:
                raise _no_backup_of(source)
        self.thin()
        return self._made_twice(path, reason)

    def make_if_changed(self, source: Path, reason: str) -> Made | None:
        """Do as `make`, unless the newest backup is sound and already holds all of `source`."""
        newest = next(iter(self.listing()), None)
        if newest is None:
            return self.make(source, reason)
        try:
            kept = self.check(newest.path)
        except Problem:
            return self.make(source, reason)
        with told(source), closing(_connect_source(source)) as db:
            if content(db) != kept:
                return self.make(source, reason)
            try:
                check_hashes(db, source, self._pause)
            except Damaged as problem:
                raise _no_backup_of(source) from problem
        return None

    def listing(self) -> list[Backup]:
        """Return the backups in the folder, newest first; other files in it are left alone."""
        try:
            entries = list(self.folder.iterdir())
        except FileNotFoundError:
            return []
        except OSError as fault:
            raise problem_of(fault, self.folder, reading=True) from fault
        found = []
        for path in entries:
            named = _NAME.fullmatch(path.name)
            if named and (at := _time(named[1])) and path.is_file():
                number = int(named[2] or 1)
                found.append(Backup(path, at, named[3], path.stat().st_size, number))
        return sorted(found, key=lambda backup: (backup.at, backup.number), reverse=True)

    def check(self, path: Path) -> Content:
        """Return what the backup holds; raises a Problem unless all of it is what was saved."""
        return check_file(path, self._pause)

    def thin(self) -> list[Path]:
        """Delete the backups that `thinning.plan` finds needless, and return them.

        Of several, the newest that is sound stays; where none is sound, all stay.
        """
        listed = self.listing()
        by_time: dict[datetime, list[Path]] = {}
        for backup in listed:
            by_time.setdefault(backup.at, []).append(backup.path)
        wanted = plan(by_time, self._clock())
        needless: list[Path] = []
        for group in wanted.groups:
            needless += self._needless([path for at in group for path in by_time[at]], len(group))
        if wanted.surplus and self._is_sound(listed[0].path):
            needless += [path for at in wanted.surplus for path in by_time[at]]
        for path in needless:
            path.unlink(missing_ok=True)
        return needless

    def _needless(self, paths: list[Path], times: int) -> list[Path]:
        if times == 1:
            return []
        good = next((path for path in paths if self._is_sound(path)), None)
        return [path for path in paths if good and path != good]

    def _is_sound(self, path: Path) -> bool:
        try:
            self.check(path)
        except Problem:
            return False
        return True

    def _new_path(self, at: datetime, reason: str) -> Path:
        at = at.replace(microsecond=0)
        taken = [backup.number for backup in self.listing() if backup.at == at]
        which = f"-{max(taken) + 1}" if taken else ""
        return self.folder / f"records-{at:{_TIME}}{which}-{reason}.db"

    def _made_twice(self, path: Path, reason: str) -> Made:
        if self.second_folder is None:
            return Made(path)
        place = self.second_folder.parent
        try:
            # Making the folder would fill this disk where a memory stick is not plugged in.
            if not place.is_dir():
                raise NotFound(
                    f"Cannot find the second backup folder {place}.",
                    "Plug it in, or choose another folder in the settings.",
                )
            series = Backups(self.second_folder, clock=self._clock, pause=self._pause)
            private_folder(series.folder)
            second = series.folder / path.name
            if second.exists():
                second = series._new_path(self._clock(), reason)
            copy_whole(path, second)
            self.check(second)
            series.thin()
        except (Problem, OSError) as fault:
            problem = fault if isinstance(fault, Problem) else problem_of(fault, place)
            return Made(path, problem=problem)
        return Made(path, second)


def _copy(source: Path, target: Path) -> Content:
    """Copy the database as it stands at one moment, and return what it holds then."""
    with told(source), closing(_connect_source(source)) as db:
        db.execute("begin")
        expected = content(db)
        with closing(connect(target)) as copy:
            # It appears whole or not at all by other means, so it needs no journal of its own.
            copy.execute("pragma journal_mode = off").fetchall()
            copy.execute("pragma synchronous = off")
            try:
                db.conn.backup(copy.conn)
            except sqlite3.Error as fault:
                at_source = getattr(fault, "sqlite_errorcode", 0) & 0xFF in _SOURCE_FAULTS
                with told(source if at_source else target.parent):
                    raise
    return expected


def _connect_source(source: Path) -> Database:
    """Connect to a records file; one that was emptied or replaced is told as damaged."""
    with told(source):
        db = connect(source)
        try:
            if db.execute("pragma application_id").fetchone()[0] != APPLICATION_ID:
                raise _no_backup_of(source)
        except BaseException:
            db.close()
            raise
    return db


def _no_backup_of(source: Path) -> Damaged:
    return Damaged(
        f"{source} is damaged, so no backup was made of it.",
        "All earlier backups are kept. Bring one of them back.",
    )


def _time(text: str) -> datetime | None:
    try:
        return datetime.strptime(text, _TIME)
    except ValueError:
        return None
