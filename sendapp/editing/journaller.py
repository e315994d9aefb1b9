"""Enters in the journal what is done with records; none of it holds up the officer."""

from concurrent.futures import CancelledError, Future
from functools import partial
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal, Slot

from sendapp.domain.journal import Deed
from sendapp.editing.later import when_done
from sendapp.errors import Problem


class Notes(Protocol):
    """What enters a deed in the journal: the service of a record's life."""

    def note(self, deed: Deed) -> "Future[int]":
        """Enter what was done."""


class Journaller(QObject):
    """Hands deeds to the journal, and tells where it could not be written."""

    entered = Signal(str)
    """The record with this id has one row more in the journal."""
    failed = Signal(str)
    """Why the journal could not be written, in a sentence; what was done stays done."""

    def __init__(self, notes: Notes, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._notes = notes

    @Slot(object)
    def enter(self, deed: Deed) -> None:
        """Enter what has been done."""
        self._await(self._notes.note(deed), deed)

    def enter_once(self, done: "Future[Any]", deed: Deed) -> None:
        """Enter `deed` as soon as `done` succeeds, even where the window is gone by then."""
        entered: Future[int] = Future()
        self._await(entered, deed)
        done.add_done_callback(partial(_enter, self._notes, deed, entered))

    def _await(self, entered: "Future[int]", deed: Deed) -> None:
        when_done(entered, self, lambda _: self.entered.emit(deed.record_id), self._tell)

    def _tell(self, fault: BaseException) -> None:
        if not isinstance(fault, Problem):
            raise fault
        self.failed.emit(f"Done, but the journal has no row of it. {fault.sentence} {fault.hint}")


def _enter(notes: Notes, deed: Deed, entered: "Future[int]", done: "Future[Any]") -> None:
    """Called on the thread that did it; the journal's answer is passed on to `entered`."""
    if done.cancelled() or done.exception() is not None:
        entered.cancel()
        return

    def pass_on(noted: "Future[int]") -> None:
        try:
            entered.set_result(noted.result())
        except CancelledError:
            entered.cancel()
        except BaseException as fault:
            entered.set_exception(fault)

    notes.note(deed).add_done_callback(pass_on)
