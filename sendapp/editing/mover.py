"""Taking the open record a step on in its life, without losing what is typed meanwhile."""

from collections.abc import Callable, Mapping
from concurrent.futures import CancelledError, Future
from concurrent.futures import TimeoutError as StillRunning

from PySide6.QtCore import QObject, Signal

from sendapp.domain.record import DecisionRecord
from sendapp.editing.later import when_done
from sendapp.editing.open_record import OpenRecord
from sendapp.editing.saver import Saver
from sendapp.editing.steps import Draft
from sendapp.services.stating import Stored

Move = Callable[[DecisionRecord, Mapping[str, str]], "Future[Stored]"]
"""A verb of `services.stating` that writes the whole record it is given."""


class Mover(QObject):
    """Has one move at a time carried out; saving waits for it.

    All that was typed is saved before the move, by the one thread that writes, and the move is
    done to what is kept then. A save that began meanwhile would put the record back where it stood.
    """

    busy_changed = Signal(bool)
    """A move is under way, or none is any more."""

    def __init__(
        self, open_record: OpenRecord, saver: Saver, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._open_record = open_record
        self._saver = saver
        self._future: Future[Stored] | None = None
        self._end: Callable[[], None] = lambda: None

    @property
    def busy(self) -> bool:
        """Whether a move is under way."""
        return self._future is not None

    def move(
        self,
        verb: Move,
        done: Callable[[Stored], object],
        failed: Callable[[BaseException], object],
        *,
        seals: bool = False,
    ) -> bool:
        """Do `verb` with the record as it is now; False if another move is under way.

        Where it `seals`, what is to be sealed cannot be typed over from now on.
        """
        if self._future is not None:
            return False
        desk = self._open_record
        self._saver.hold()
        before, was_sealed = desk.record, desk.sealed
        desk.seal(was_sealed or seals)
        try:
            self._future = future = verb(before, dict(desk.typed))
        except BaseException:
            desk.seal(was_sealed)
            self._saver.release()
            raise

        def end() -> None:
            # Told later, or at once by `settle`, but never twice.
            if self._future is future:
                self._future = None
                self._tell(future, before, was_sealed, done, failed)

        self._end = end
        when_done(future, self, lambda _: end(), lambda _: end())
        self.busy_changed.emit(True)
        return True

    def settle(self, timeout_s: float) -> None:
        """Wait for the move that is under way, as when the record is left; at most so long."""
        if self._future is None:
            return
        try:
            self._future.exception(timeout=timeout_s)
        except (StillRunning, CancelledError):
            # The disk does not answer. What was typed goes to a side file like any other save.
            self._saver.release()
            return
        self._end()

    def _tell(
        self,
        future: "Future[Stored]",
        before: DecisionRecord,
        was_sealed: bool,
        done: Callable[[Stored], object],
        failed: Callable[[BaseException], object],
    ) -> None:
        desk = self._open_record
        try:
            stored = future.result(timeout=0)
        except (Exception, CancelledError) as fault:
            desk.seal(was_sealed)
            self._go_on()
            failed(fault)
            return
        desk.adopt(before, Draft(stored.record, stored.typed), sealed=stored.sealed)
        self._go_on()
        done(stored)

    def _go_on(self) -> None:
        self._saver.release()
        self.busy_changed.emit(False)
