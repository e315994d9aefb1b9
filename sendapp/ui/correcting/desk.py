"""Carries out corrections of the open record, once what was decided no longer changes by typing."""

from collections.abc import Callable, Mapping
from concurrent.futures import Future
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from sendapp.domain.correcting import Spot, corrected, correction_of
from sendapp.domain.record import DecisionRecord
from sendapp.errors import Problem
from sendapp.services.stating import Stating, Stored
from sendapp.ui.correcting.dialog import CorrectDialog
from sendapp.ui.record_pane import RecordPane

BUSY = "Something else is being done with this record. Try again in a moment."
NOTHING_DECIDED = "Nothing is decided yet in this record: change its words on the form."


class CorrectingDesk(QObject):
    """Asks for a correction and has it kept: its date, its reason, and the text before."""

    noticed = Signal(str, str, object)
    corrected = Signal(str)
    """The record with this id was corrected."""

    def __init__(
        self,
        stating: Stating,
        pane: RecordPane,
        parent: QWidget,
        today: Callable[[], date] = date.today,
    ) -> None:
        super().__init__(parent)
        self._window = parent
        self._stating = stating
        self._pane = pane
        self._today = today

    @Slot()
    def ask_here(self) -> None:
        """Ask for a correction of the field that has the keyboard, or of any other."""
        form, focused = self._pane.form, QApplication.focusWidget()
        self.ask(form.address_of(focused) if form is not None else "")

    @Slot(str)
    def ask(self, address: str) -> None:
        """Ask for a correction at `address`, '' for the first place."""
        self._pane.flush()
        open_record = self._pane.open_record
        if open_record is None:
            return
        if not open_record.sealed:
            self.noticed.emit(NOTHING_DECIDED, "", None)
            return
        record = open_record.record
        kind = self._stating.kinds.get(record.record_type)
        of_type = kind.type if kind is not None else None
        dialog = CorrectDialog(record, of_type, address, self._today(), self._window)
        dialog.given.connect(partial(self._correct, dialog))
        self._pane.opened.connect(dialog.reject)
        dialog.open()

    def _correct(
        self,
        dialog: CorrectDialog,
        spot: Spot,
        values: Mapping[str, Any],
        reason: str,
        withhold: bool,
    ) -> None:
        mover, today = self._pane.mover, self._today().isoformat()
        if mover is None:
            return
        self._pane.flush()

        def correct(before: DecisionRecord, typed: Mapping[str, str]) -> "Future[Stored]":
            row = correction_of(before, spot, values, reason, today)
            after = corrected(before, spot, values)
            return self._stating.correct(before, typed, after, row, withhold=withhold)

        if not mover.move(correct, partial(self._done, dialog), partial(_refuse, dialog)):
            dialog.show_refused(BUSY)

    def _done(self, dialog: CorrectDialog, stored: Stored) -> None:
        dialog.accept()
        place = stored.record.corrections[-1].place
        self.noticed.emit(f"Corrected: {place}.", "", None)
        self.corrected.emit(stored.record.id)


def _refuse(dialog: CorrectDialog, fault: BaseException) -> None:
    if not isinstance(fault, Problem):
        raise fault
    dialog.show_refused(f"{fault.sentence} {fault.hint}".strip())
