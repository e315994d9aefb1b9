"""The checks of the open record, run again whenever it changes; the newest text counts."""

from collections.abc import Callable
from concurrent.futures import Future

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from sendapp.domain.checks.finding import Finding
from sendapp.domain.checks.reading import Others
from sendapp.domain.record import DecisionRecord
from sendapp.editing.later import when_done
from sendapp.editing.open_record import OpenRecord
from sendapp.errors import Problem

_FIRST_MS = 250
"""When a record that was just opened is checked: its first key must not wait for it."""

Check = Callable[[DecisionRecord, Others], Future[tuple[Finding, ...]]]
Beside = Callable[[str], Future[Others]]


class Checker(QObject):
    """Asks for the checks of the open record as it changes; while they run it asks once more."""

    checked = Signal(object)
    """The findings, as a tuple; for the record as it is now, unless newer ones follow."""
    failed = Signal()
    """The record could not be checked: what was found before is true no more."""

    def __init__(self, check: Check, beside: Beside, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._check = check
        self._beside = beside
        self._open_record: OpenRecord | None = None
        self._others = Others()
        self._running = False
        self._changed = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._ask)

    def follow(self, open_record: OpenRecord | None) -> None:
        """Check `open_record` from now on; of none, nothing."""
        if self._open_record is not None:
            self._open_record.changed.disconnect(self.again)
        self._open_record = open_record
        self._others = Others()
        if open_record is None:
            return
        open_record.changed.connect(self.again)
        self.ask_others()
        self._changed = True
        self._soon.start(_FIRST_MS)

    @Slot()
    def ask_others(self) -> None:
        """Learn what the other records are called anew."""
        open_record = self._open_record
        if open_record is None:
            return

        def learnt(others: Others) -> None:
            if open_record is self._open_record and others != self._others:
                self._others = others
                self.again()

        def did_not(fault: BaseException) -> None:
            # What keeps that from coming is told of by the register, which asks for more.
            if not isinstance(fault, Problem):
                raise fault

        when_done(self._beside(open_record.record.id), self, learnt, did_not)

    @Slot()
    def again(self, *_: object) -> None:
        """Check again: the record, or what it is checked against, has changed."""
        self._changed = True
        self._soon.start(0)

    @Slot()
    def _ask(self) -> None:
        open_record = self._open_record
        if open_record is None or self._running or not self._changed:
            return
        self._running, self._changed = True, False

        def done(findings: tuple[Finding, ...]) -> None:
            self._running = False
            if open_record is self._open_record:
                self.checked.emit(findings)
            self._ask()

        def did_not(fault: BaseException) -> None:
            self._running = False
            if open_record is self._open_record:
                self.failed.emit()
            raise fault

        when_done(self._check(open_record.record, self._others), self, done, did_not)
