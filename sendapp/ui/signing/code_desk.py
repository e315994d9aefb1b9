"""Finds the text of a paper by its code, opens it, or shows it beside today's."""

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from sendapp.domain.comparing import as_read
from sendapp.editing.later import when_done
from sendapp.errors import Problem
from sendapp.services.finding_codes import Claim, FindingCodes
from sendapp.services.history import History
from sendapp.ui.history.compare_dialog import CompareDialog
from sendapp.ui.messages import Messages
from sendapp.ui.record_pane import RecordPane
from sendapp.ui.signing.code_dialog import FindCodeDialog


class CodeDesk(QObject):
    """Answers the dialog that asks for a code."""

    open_wanted = Signal(str)
    """The record with this id is to be opened."""

    def __init__(
        self,
        codes: FindingCodes,
        history: History,
        pane: RecordPane,
        messages: Messages,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._window = parent
        self._codes = codes
        self._history = history
        self._pane = pane
        self._messages = messages

    @Slot()
    def ask(self) -> None:
        """Ask for a code; what is on the form is saved first, so that it can be found, too."""
        self._pane.flush()
        dialog = FindCodeDialog(self._window)
        dialog.wanted.connect(partial(self._find, dialog))
        dialog.open_wanted.connect(partial(self._open, dialog))
        dialog.compare_wanted.connect(partial(self._compare, dialog))
        dialog.open()

    def compare(self, code: str, above: QWidget) -> None:
        """Show the open record's older text with this code beside today's, above a dialog."""
        self._pane.flush()
        open_record = self._pane.open_record
        record_id = open_record.record.id if open_record is not None else ""

        def show(claims: tuple[Claim, ...]) -> None:
            mine = (c for c in claims if c.version and c.stored.record.id == record_id)
            if (claim := next(mine, None)) is not None:
                self._compare(above, claim)
            else:
                self._messages.say("The text that was printed with this code is not kept here.")

        when_done(self._codes.find(code), above, show, self._tell)

    def _find(self, dialog: FindCodeDialog, code: str) -> None:
        when_done(self._codes.find(code), dialog, partial(dialog.show_claims, code), self._tell)

    def _open(self, dialog: FindCodeDialog, claim: Claim) -> None:
        dialog.accept()
        self.open_wanted.emit(claim.stored.record.id)

    def _compare(self, above: QWidget, claim: Claim) -> None:
        if claim.version is None:
            return
        now = as_read(claim.stored.record, claim.stored.typed)
        dialog = CompareDialog(
            [claim.version], claim.version, now, self._history, self._tell, above
        )
        dialog.resize(self._window.size() * 0.9)
        dialog.begin()
        dialog.open()

    def _tell(self, fault: BaseException) -> None:
        if not isinstance(fault, Problem):
            raise fault
        self._messages.show_problem(fault)
