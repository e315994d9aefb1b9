"""Leaving without losing anything: waiting for the last save, side files, what they bring back."""

from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures import TimeoutError as StillRunning

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from sendapp.editing.later import when_done
from sendapp.editing.saver import SaveResult
from sendapp.errors import Problem
from sendapp.services.desk import Desk, Rescued
from sendapp.ui.messages import Answer, Messages, Part
from sendapp.ui.record_pane import RecordPane
from sendapp.ui.record_verbs import RecordVerbs

WAIT_S = 8.0


class Closing(QObject):
    """Says whether the window may close, and offers at the next start what was kept aside."""

    def __init__(
        self,
        desk: Desk,
        pane: RecordPane,
        records: RecordVerbs,
        messages: Messages,
        window: QMainWindow,
    ) -> None:
        super().__init__(window)
        self._desk = desk
        self._pane = pane
        self._records = records
        self._messages = messages
        self._window = window
        self._anyway = False

    def may_close(self) -> bool:
        """Save what is left; False, with a question, if it cannot be saved."""
        future = self._pane.save_now()
        if self._anyway or future is None:
            return True
        fault = self.wait_for(future)
        if fault is None:
            return True
        self._ask_anyway(fault)
        return False

    def wait_for(self, future: Future[SaveResult]) -> Problem | None:
        """Wait for the last save; return why it failed, after handing the text to a side file."""
        try:
            future.result(timeout=WAIT_S)
        except StillRunning:
            fault = Problem("The disk does not answer.", "")
        except Problem as problem:
            fault = problem
        else:
            return None
        open_record = self._pane.open_record
        if open_record is not None:
            try:
                self._desk.rescue(open_record.record, open_record.typed)
            except Problem as problem:
                return problem
        return fault

    def offer_rescued(self) -> None:
        """Offer what earlier saves could not keep."""
        when_done(self._desk.rescued(), self, self._offer, self._records.tell)

    def _ask_anyway(self, fault: Problem) -> None:
        def answered(answer: str) -> None:
            if answer == "close":
                self._anyway = True
                self._window.close()

        self._messages.ask(
            f"The last words could not be saved: {fault.sentence}",
            f"{fault.hint} They are in a side file, which is offered at the next start.".strip(),
            [Answer("close", "Close anyway", Part.DESTROY), Answer("stay", "Stay", Part.CANCEL)],
            answered,
        )

    def _offer(self, rescued: tuple[Rescued, ...]) -> None:
        if rescued:
            self._ask_about(rescued[0], lambda: self._offer(rescued[1:]))

    def _ask_about(self, rescued: Rescued, go_on: Callable[[], None]) -> None:
        title = rescued.record.title or "Without a title"

        def answered(answer: str) -> None:
            if answer == "bring":
                open_record = self._pane.open_record
                if open_record is not None and open_record.record.id == rescued.record.id:
                    self._pane.leave(keep=False)
                future = self._desk.bring_back(rescued)
                when_done(future, self, self._records.show_stored, self._records.tell)
            elif answer == "discard":
                self._desk.discard(rescued)
            go_on()

        self._messages.ask(
            f"“{title}” could not be saved last time. Its text was kept aside.",
            "Bring it back, in place of the version that is here now?",
            [
                Answer("bring", "Bring it back"),
                Answer("discard", "Throw it away", Part.DESTROY),
                Answer("later", "Ask me next time", Part.CANCEL),
            ],
            answered,
        )
