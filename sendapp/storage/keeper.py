"""The thread that owns the records file, so that nobody else ever waits for the disk."""

import queue
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from sqlite_utils import Database

from sendapp.storage.backups import Backups, Made
from sendapp.storage.by import who_works
from sendapp.storage.database import open_database
from sendapp.storage.files import FileStore
from sendapp.storage.journal import JournalStore
from sendapp.storage.line import Line
from sendapp.storage.records import RecordStore
from sendapp.storage.settings import SettingsStore
from sendapp.storage.states import StateStore
from sendapp.storage.versions import VersionStore

T = TypeVar("T")

BACKUP_EVERY_S = 30 * 60.0
PATIENCE_S = 5.0
"""How long closing waits for a backup that is being made."""


@dataclass(frozen=True, slots=True)
class Stores:
    """What a piece of work may use, on the thread it runs on and nowhere else."""

    records: RecordStore
    states: StateStore
    journal: JournalStore
    files: FileStore
    versions: VersionStore
    settings: SettingsStore
    backups: Backups
    db: Database


class Keeper:
    """Opens the records file on a thread of its own and runs every piece of work there, in turn.

    A backup is made `first_backup_s` after opening, or at closing if that is sooner, and after
    each half hour, where something changed, on a second thread with a connection of its own;
    `on_backup` is called there with its future.
    """

    def __init__(
        self,
        path: Path,
        backups: Backups,
        *,
        create: bool = True,
        clock: Callable[[], float] = time.monotonic,
        first_backup_s: float = 0.0,
        backup_every_s: float = BACKUP_EVERY_S,
        patience_s: float = PATIENCE_S,
        on_backup: Callable[["Future[Made | None]"], None] | None = None,
    ) -> None:
        self._path = path
        self._backups = backups
        self._create = create
        self._clock = clock
        self._first_s = first_backup_s
        self._every_s = backup_every_s
        self._patience_s = patience_s
        self._on_backup = on_backup
        self._work: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._closing = threading.Lock()
        self._closed = False
        self._backup_line = Line("backups")
        self.opened: Future[None] = Future()
        """Done once the file is open; holds the Problem where it could not be opened."""
        self._thread = threading.Thread(target=self._keep, name="storage", daemon=True)
        self._thread.start()

    def run(self, work: Callable[[Stores], T]) -> "Future[T]":
        """Run `work` after all that was asked before, and return its result to come.

        Where the file could not be opened, every future holds that Problem.
        """
        future: Future[T] = Future()
        with self._closing:
            if self._closed:
                raise RuntimeError("the keeper is closed")
            self._work.put(_Job(work, future))
        return future

    def backup_now(self, reason: str) -> "Future[Made | None]":
        """Make a backup on the backup thread; the result is None where nothing changed."""
        future = self._backup_line.submit(lambda: self._backups.make_if_changed(self._path, reason))
        future.add_done_callback(self._tell)
        return future

    def close(self) -> None:
        """Finish what was asked and close the file.

        A backup is waited for only a few seconds: the drive it goes to may never answer, and the
        next start makes it.
        """
        with self._closing:
            if not self._closed:
                self._closed = True
                self._work.put(None)
        self._thread.join()
        self._backup_line.close(self._patience_s)

    def _tell(self, future: "Future[Made | None]") -> None:
        if self._on_backup is not None and not future.cancelled():
            self._on_backup(future)

    def _keep(self) -> None:
        try:
            db = open_database(self._path, create=self._create, backups=self._backups)
        except BaseException as fault:
            self.opened.set_exception(fault)
            self._refuse_all(fault)
            return
        try:
            stores = _stores(db, self._backups)
            self.opened.set_result(None)
            self._serve(stores)
        finally:
            db.close()

    def _serve(self, stores: Stores) -> None:
        reason, due = "start", self._clock() + self._first_s
        while True:
            if self._clock() >= due:
                self.backup_now(reason)
                reason, due = "work", self._clock() + self._every_s
            try:
                job = self._work.get(timeout=max(0.0, due - self._clock()))
            except queue.Empty:
                continue
            if job is None:
                break
            job.run(stores)
        if reason == "start":
            self.backup_now(reason)

    def _refuse_all(self, fault: BaseException) -> None:
        while (job := self._work.get()) is not None:
            job.refuse(fault)


def _stores(db: Database, backups: Backups) -> Stores:
    settings = SettingsStore(db)
    by = partial(who_works, settings)
    return Stores(
        records=RecordStore(db, by=by),
        states=StateStore(db, by=by),
        journal=JournalStore(db),
        files=FileStore(db, by=by),
        versions=VersionStore(db),
        settings=settings,
        backups=backups,
        db=db,
    )


@dataclass(frozen=True, slots=True)
class _Job:
    work: Callable[[Stores], Any]
    future: "Future[Any]"

    def run(self, stores: Stores) -> None:
        if not self.future.set_running_or_notify_cancel():
            return
        try:
            result = self.work(stores)
        except BaseException as fault:
            self.future.set_exception(fault)
        else:
            self.future.set_result(result)

    def refuse(self, fault: BaseException) -> None:
        if self.future.set_running_or_notify_cancel():
            self.future.set_exception(fault)
