"""Pages of the open record, made again a moment after it changed; the newest wins."""

from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from sendapp.domain.record import DecisionRecord
from sendapp.editing.later import when_done
from sendapp.editing.open_record import OpenRecord
from sendapp.errors import Problem

InSight = tuple[int, float, int]
"""The first page, from 0, the dots an inch, and how many pages."""

MakePages = Callable[[DecisionRecord, InSight], Future[Any]]


class PageMaker(QObject):
    """Asks for pages whenever the open record, or what of its pages is in sight, changes.

    While pages are being made nothing further is asked for; what changed meanwhile is asked for
    after them, once.
    """

    started = Signal()
    made = Signal(object, bool)
    """The pages, and whether they are of a newer text than those before."""
    failed = Signal(object)

    def __init__(
        self, make: MakePages, in_sight: Callable[[], InSight], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._make = make
        self._in_sight = in_sight
        self._open_record: OpenRecord | None = None
        self._text_changed = False
        self._more_wanted: InSight | None = None
        self._running: Future[Any] | None = None
        self._active = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._ask)

    def follow(self, open_record: OpenRecord | None) -> None:
        """Make pages of `open_record` from now on; of none, make none."""
        if self._open_record is not None:
            self._open_record.changed.disconnect(self._changed)
        self._open_record = open_record
        if open_record is not None:
            open_record.changed.connect(self._changed)
        self._changed()

    def be_active(self, active: bool) -> None:
        """Make pages only while somebody sees them."""
        if active and not self._active:
            self._changed()
        self._active = active

    @Slot(int, float, int)
    def want(self, first: int, dpi: float, count: int) -> None:
        """Make these pages too: the officer came to them."""
        self._more_wanted = (first, dpi, count)
        self._soon.start()

    @Slot()
    def again(self) -> None:
        """Make the pages anew, as with another template."""
        self._changed()

    def _changed(self, *_: object) -> None:
        self._text_changed = True
        self._soon.start()

    @Slot()
    def _ask(self) -> None:
        open_record = self._open_record
        if open_record is None or not self._active or self._running is not None:
            return
        if not (self._text_changed or self._more_wanted):
            return
        fresh = self._text_changed
        wanted = self._in_sight() if fresh or self._more_wanted is None else self._more_wanted
        self._text_changed, self._more_wanted = False, None
        self.started.emit()
        self._running = self._make(open_record.record, wanted)

        def succeeded(pages: Any) -> None:
            self._running = None
            if open_record is self._open_record:
                self.made.emit(pages, fresh)
            self._ask()

        def did_not(fault: BaseException) -> None:
            self._running = None
            # A fault of ours is told of whichever record it came with.
            if open_record is self._open_record or not isinstance(fault, Problem):
                self.failed.emit(fault)
            self._ask()

        when_done(self._running, self, succeeded, did_not)
