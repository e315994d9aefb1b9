"""Saving by itself: a second after the last keystroke, and every two seconds of typing."""

from collections.abc import Callable, Mapping
from concurrent.futures import Future
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from sendapp.domain.record import DecisionRecord
from sendapp.editing.later import when_done
from sendapp.editing.open_record import OpenRecord

PAUSE_MS = 1_000
LATEST_MS = 2_000
"""A save takes a moment itself, and never may more than five seconds of typing be lost."""

RETRY_MS = 5_000


SaveResult = Any
"""What a finished save tells; the saver only passes it on."""

Save = Callable[[DecisionRecord, Mapping[str, str]], Future[SaveResult]]


class Saver(QObject):
    """Keeps one open record saved; tells what is true about it.

    `save` must give a future that succeeds only once the record is read back from the disk.
    When it fails, the record goes through `rescue` to a side file, and saving is tried again.
    """

    pending = Signal()
    """There is typing that is not saved yet."""
    saved = Signal(object)
    """Everything typed is on the disk; carries what `save` told."""
    failed = Signal(object)
    """Saving failed with this exception; the text was handed to `rescue`."""

    def __init__(
        self,
        open_record: OpenRecord,
        save: Save,
        rescue: Callable[[DecisionRecord, Mapping[str, str]], object],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._open_record = open_record
        self._save = save
        self._rescue = rescue
        self._dirty = False
        self._running: Future[SaveResult] | None = None
        self._pause = _timer(self, PAUSE_MS)
        self._latest = _timer(self, LATEST_MS)
        open_record.touched.connect(self._mark)
        open_record.changed.connect(self._mark)

    @property
    def dirty(self) -> bool:
        """Whether something is not saved yet."""
        return self._dirty or self._running is not None

    @Slot()
    def flush(self) -> None:
        """Bring what is being typed into the record and save it now, if there is anything."""
        self._pause.stop()
        self._latest.stop()
        self._open_record.flush()
        if self._dirty and self._running is None:
            self._start()

    def finish(self) -> Future[SaveResult] | None:
        """Save what is left and return the save under way, None if all is saved already.

        For leaving a record: the caller waits for the future, or lets it end by itself.
        """
        self.flush()
        if self._dirty and self._running is not None:
            # A newer value is waiting behind the running save: queue it right after.
            return self._save(self._open_record.record, self._open_record.typed)
        return self._running

    @Slot()
    def _mark(self) -> None:
        self._dirty = True
        self._pause.start()
        if not self._latest.isActive():
            self._latest.start()
        self.pending.emit()

    def _start(self) -> None:
        self._dirty = False
        self._pause.stop()
        self._latest.stop()
        self._running = self._save(self._open_record.record, self._open_record.typed)
        when_done(self._running, self, self._succeeded, self._did_not)

    def _succeeded(self, result: SaveResult) -> None:
        self._running = None
        if not self._dirty:
            self.saved.emit(result)
        elif not self._latest.isActive():
            self._latest.start()

    def _did_not(self, fault: BaseException) -> None:
        self._running = None
        self._dirty = True
        self._rescue(self._open_record.record, self._open_record.typed)
        self.failed.emit(fault)
        self._latest.start(RETRY_MS)


def _timer(saver: Saver, milliseconds: int) -> QTimer:
    timer = QTimer(saver)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.timeout.connect(saver.flush)
    return timer
