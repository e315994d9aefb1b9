"""Keeps versions of the open record: when it is left, issued, or worked on for long."""

import time
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from typing import Protocol

from PySide6.QtCore import QObject, Signal, Slot

from sendapp.domain.record import DecisionRecord
from sendapp.domain.versions import Why
from sendapp.editing.later import when_done
from sendapp.editing.open_record import OpenRecord
from sendapp.errors import Problem
from sendapp.services.history import Version

WORK_S = 30 * 60.0
"""After so much work on a record a version is kept, whatever else happens."""
PAUSE_S = 5 * 60.0
"""A longer pause than this is no work."""


class Keeps(Protocol):
    """What keeps a version: the service of that name."""

    def keep(
        self,
        record: DecisionRecord,
        typed: Mapping[str, str],
        *,
        why: str,
        note: str = "",
        save_first: bool = False,
    ) -> "Future[Version | None]":
        """Keep `record` as a version."""


class Versioner(QObject):
    """Follows the open record and keeps its versions; none of it holds up the officer.

    A step of the record's life keeps its version itself.
    """

    kept = Signal(str)
    """The record with this id has one version more."""
    failed = Signal(str)
    """Why a version could not be kept, in a sentence."""

    def __init__(
        self,
        history: Keeps,
        clock: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._history = history
        self._clock = clock
        self._open_record: OpenRecord | None = None
        self._worked_s = self._kept_s = 0.0
        self._last_change: float | None = None

    def follow(self, open_record: OpenRecord | None) -> None:
        """Keep versions of `open_record` from now on, after one of the record that is left."""
        if self._open_record is not None:
            self._open_record.changed.disconnect(self._follow_change)
        self._open_record = open_record
        self._worked_s = self._kept_s = 0.0
        self._last_change = None
        if open_record is not None:
            open_record.changed.connect(self._follow_change)

    @Slot(object, object)
    def keep_left(self, record: DecisionRecord, typed: Mapping[str, str]) -> None:
        """Keep a record that is being left, as it is then."""
        minutes = int(self._worked_s // 60)
        note = f"after {minutes} {'minute' if minutes == 1 else 'minutes'}" if minutes else ""
        self._keep(record, typed, Why.LEFT, note)

    def keep_now(
        self,
        why: Why,
        note: str = "",
        done: Callable[[], object] = lambda: None,
        record: DecisionRecord | None = None,
    ) -> None:
        """Keep the open record, or `record` in its place, and call `done` once that is certain."""
        if self._open_record is not None:
            typed = dict(self._open_record.typed)
            self._keep(record or self._open_record.record, typed, why, note, done)

    @Slot(object, str, object)
    def keep_issued(self, why: Why, note: str, record: DecisionRecord) -> None:
        """Keep a record that left the desk, as it was then."""
        now = self._open_record
        # Dates as typed belong to the text of that time: to a later one they may be another's.
        typed = dict(now.typed) if now is not None and now.record == record else {}
        self._keep(record, typed, why, note, save_first=False)

    def note_kept(self, record_id: str) -> None:
        """Take note of a version that was kept together with a step of the record's life."""
        self._kept_s = self._worked_s
        self.kept.emit(record_id)

    @Slot(str)
    def _follow_change(self, _: str) -> None:
        if self._open_record is None:
            return
        self._count_work()
        if self._worked_s - self._kept_s >= WORK_S:
            self.keep_now(Why.WORK)

    def _count_work(self) -> None:
        """Count the time since the last change as work, unless it was a pause."""
        now, last = self._clock(), self._last_change
        if last is not None and now - last <= PAUSE_S:
            self._worked_s += now - last
        self._last_change = now

    def _keep(
        self,
        record: DecisionRecord,
        typed: Mapping[str, str],
        why: Why,
        note: str,
        then: Callable[[], object] = lambda: None,
        *,
        save_first: bool = True,
    ) -> None:
        """Keep a version; the record itself is saved first, so that no version is ahead of it."""
        self._kept_s = self._worked_s

        def done(version: Version | None) -> None:
            if version is not None:
                self.kept.emit(record.id)
            then()

        future = self._history.keep(record, typed, why=why, note=note, save_first=save_first)
        when_done(future, self, done, self._tell)

    def _tell(self, fault: BaseException) -> None:
        if not isinstance(fault, Problem):
            raise fault
        self.failed.emit(f"No version could be kept: {fault.sentence} {fault.hint}".strip())
