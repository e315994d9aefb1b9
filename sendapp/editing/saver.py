"""Saving by itself: a second after the last keystroke, and every two seconds of typing."""

from collections.abc import Callable, Mapping
from concurrent.futures import Future
from functools import partial
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from sendapp.domain.record import DecisionRecord
from sendapp.editing.later import when_done
from sendapp.editing.open_record import OpenRecord
from sendapp.errors import Changed, Problem

PAUSE_MS = 1_000
LATEST_MS = 2_000
"""A save takes a moment itself, and never may more than five seconds of typing be lost."""

RETRY_MS = 5_000


SaveResult = Any
"""What a finished save tells; the saver only passes it on."""

Save = Callable[[DecisionRecord, Mapping[str, str]], Future[SaveResult]]


Rescue = Callable[[DecisionRecord, Mapping[str, str]], Path]
"""Writes a side file and returns where; raises a Problem."""


class Saver(QObject):
    """Keeps one open record saved; tells what is true about it.

    `save` must give a future that succeeds only once the record is read back from the disk, and
    carry out what it is given one after the other. When it fails, the record goes through `rescue`
    to a side file, and saving is tried again: by itself, or with the next typing where what is
    kept has gone another way (`errors.Changed`), which no waiting mends.
    """

    pending = Signal()
    """There is typing that is not saved yet."""
    saved = Signal(object)
    """Everything typed is on the disk; carries what `save` told."""
    failed = Signal(object, object)
    """Why saving failed, and the side file that holds the text now, None if there is none."""

    def __init__(
        self,
        open_record: OpenRecord,
        save: Save,
        rescue: Rescue,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._open_record = open_record
        self._save = save
        self._rescue = rescue
        self._dirty = False
        self._held = False
        self._running: Future[SaveResult] | None = None
        self._pause = _timer(self, PAUSE_MS)
        self._latest = _timer(self, LATEST_MS)
        open_record.touched.connect(self._mark)
        open_record.changed.connect(self._mark)

    @property
    def unsaved(self) -> bool:
        """Whether something may not be on the disk yet."""
        return self._dirty or self._running is not None

    @Slot()
    def flush(self) -> None:
        """Bring what is being typed into the record and save it now, if there is anything."""
        self._pause.stop()
        self._latest.stop()
        self._open_record.flush()
        if self._dirty and self._running is None and not self._held:
            self._start()

    def hold(self) -> None:
        """Begin to save all that is typed, and no other save until `release`.

        Another writes the record meanwhile, from what is kept once that save is done.
        """
        self.flush()
        if self._dirty and not self._held:
            # One is under way that has less in it; this one is done after it.
            self._start()
        self._held = True

    def release(self) -> None:
        """Save again, and what could not be saved meanwhile at once."""
        self._held = False
        self.flush()

    @Slot()
    def _mark(self) -> None:
        self._dirty = True
        self._pause.start()
        if not self._latest.isActive():
            self._latest.start(LATEST_MS)
        self.pending.emit()

    def _start(self) -> None:
        self._dirty = False
        self._pause.stop()
        self._latest.stop()
        self._running = save = self._save(self._open_record.record, self._open_record.typed)
        when_done(save, self, partial(self._succeeded, save), partial(self._did_not, save))

    def _succeeded(self, save: "Future[SaveResult]", result: SaveResult) -> None:
        if save is not self._running:
            return
        self._running = None
        if not self._dirty:
            self.saved.emit(result)
        elif not self._latest.isActive():
            self._latest.start(LATEST_MS)

    def _did_not(self, save: "Future[SaveResult]", fault: BaseException) -> None:
        if save is not self._running:
            return
        self._running = None
        self._dirty = True
        if not isinstance(fault, Changed):
            self._latest.start(RETRY_MS)
        self.failed.emit(fault, set_aside(self._rescue, self._open_record))


class LastSave(QObject):
    """Saves a record that was left, again and again until it is kept, or never can be."""

    done = Signal(object)
    failed = Signal(object, object)
    """As `Saver.failed`; told once."""
    given_up = Signal()
    """What is kept has gone another way; the text is in a side file, and nothing more is tried."""

    def __init__(
        self, open_record: OpenRecord, save: Save, rescue: Rescue, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.record = open_record.record
        self.typed = dict(open_record.typed)
        self._save = save
        self._rescue = rescue
        self._told = False
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(RETRY_MS)
        self._again.timeout.connect(self.begin)

    @Slot()
    def begin(self) -> None:
        """Save."""
        future = self._save(self.record, self.typed)
        when_done(future, self, self.done.emit, self._did_not)

    def _did_not(self, fault: BaseException) -> None:
        told, self._told = self._told, True
        never = isinstance(fault, Changed)
        aside = set_aside(self._rescue, self) if never or not told else None
        if not told:
            self.failed.emit(fault, aside)
        if never and aside is not None:
            self.given_up.emit()
        else:
            self._again.start()


class Unsaved(Protocol):
    """A record with its dates as typed."""

    @property
    def record(self) -> DecisionRecord: ...
    @property
    def typed(self) -> Mapping[str, str]: ...


def set_aside(rescue: Rescue, unsaved: Unsaved) -> Path | None:
    """Write what could not be saved to a side file; None if that is not possible either."""
    try:
        return rescue(unsaved.record, unsaved.typed)
    except Problem:
        return None


def _timer(saver: Saver, milliseconds: int) -> QTimer:
    timer = QTimer(saver)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.timeout.connect(saver.flush)
    return timer
