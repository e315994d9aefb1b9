"""Leaving without losing anything: waiting for the last save, side files, what they bring back."""

import logging
import time
from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures import TimeoutError as StillRunning
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow

from sendapp.domain.dates import long_date
from sendapp.editing.later import when_done
from sendapp.editing.saver import SaveResult, set_aside
from sendapp.errors import Problem
from sendapp.services.desk import Desk, Rescued
from sendapp.ui.messages import Answer, Messages, Part
from sendapp.ui.record_pane import RecordPane
from sendapp.ui.record_verbs import RecordVerbs
from sendapp.ui.save_state import what_is_refused

log = logging.getLogger("sendapp")

WAIT_S = 8.0
_WORDS, _LIST = "words", "list"


class Closing(QObject):
    """Says whether the window may close, and offers at the next start what was kept aside."""

    def __init__(
        self,
        desk: Desk,
        pane: RecordPane,
        records: RecordVerbs,
        messages: Messages,
        making: Callable[[], "Future[Path] | None"],
        window: QMainWindow,
    ) -> None:
        """Build it; `making` tells which decision list is being made, if one is."""
        super().__init__(window)
        self._making = making
        self._desk = desk
        self._pane = pane
        self._records = records
        self._messages = messages
        self._window = window
        self._anyway: set[str] = set()
        """What the officer was asked about and closes the window in spite of."""

    def may_close(self) -> bool:
        """Save what is left; False, with a question, if some of it is not kept or made."""
        failed = self.save_and_wait()
        if _WORDS not in self._anyway:
            if failed is not None:
                self._ask_anyway(*failed)
                return False
            if self._pane.refusals:
                self._ask_refused()
                return False
        return _LIST in self._anyway or self._list_is_made()

    def save_and_wait(self) -> tuple[str, bool] | None:
        """Save all that is not saved; return why that failed and whether side files hold it."""
        unsaved = self._pane.unsaved
        deadline = time.monotonic() + WAIT_S
        fault = ""
        for future in self._pane.save_now():
            fault = _why_not(future, deadline) or fault
        if not fault:
            return None
        unsaved = self._pane.unsaved or unsaved
        aside = [set_aside(self._desk.rescue, one) for one in unsaved]
        return fault, all(aside)

    def wait_for_list(self) -> bool:
        """Wait for the decision list that is being made; False if it goes on after all."""
        if (making := self._making()) is None:
            return True
        try:
            making.exception(timeout=WAIT_S)
        except StillRunning:
            return False
        return True

    def keep_version(self) -> None:
        """Have what is open kept as a version, as when it is left."""
        self._pane.tell_left()

    def offer_rescued(self) -> None:
        """Offer what earlier saves could not keep."""
        when_done(self._desk.rescued(), self, self._offer, self._records.tell)

    def _list_is_made(self) -> bool:
        """Whether no decision list stays unmade; a failed one is told of before the end."""
        making = self._making()
        if not self.wait_for_list():
            self._ask(
                _LIST,
                "A decision list is still being made.",
                "Wait until it is there, or close: it is then finished after the window is gone. "
                "Leave the computer on until its file is there. If it never comes, make the list "
                "again when you next start.",
            )
            return False
        if making is None or making.exception(timeout=0) is None:
            return True
        # The window stays: what was answered before is asked again at its next closing.
        self._anyway.clear()
        return False

    def _ask_anyway(self, sentence: str, aside: bool) -> None:
        self._ask(
            _WORDS,
            f"Your last words could not be saved: {sentence}",
            "They are kept in a side file, which is offered when you next start."
            if aside
            else "They could not be kept anywhere: if you close now, they are lost. "
            "Free some space first.",
        )

    def _ask_refused(self) -> None:
        self._ask(
            _WORDS,
            f"Not everything is saved: {what_is_refused(self._pane.refusals)}",
            "Go back and mend it, or close and keep what was there before.",
        )

    def _ask(self, about: str, sentence: str, hint: str) -> None:
        def answered(answer: str) -> None:
            if answer == "close":
                self._anyway.add(about)
                self._window.close()
            else:
                self._anyway.clear()

        self._messages.ask(
            sentence,
            hint,
            [Answer("close", "Close anyway", Part.DESTROY), Answer("stay", "Go back", Part.CANCEL)],
            answered,
        )

    def _offer(self, rescued: tuple[Rescued, ...]) -> None:
        if rescued:
            self._ask_about(rescued[0], lambda: self._offer(rescued[1:]))

    def _ask_about(self, rescued: Rescued, go_on: Callable[[], None]) -> None:
        title = rescued.record.title or "A record without a title"

        def answered(answer: str) -> None:
            if answer in ("bring", "both"):
                self._bring_back(rescued, as_new=answer == "both")
            elif answer == "discard":
                self._desk.discard(rescued)
            go_on()

        self._messages.ask(
            f"“{title}” could not be saved last time. Its text was kept aside.",
            _compared(rescued),
            [
                *([] if rescued.moved_on else [Answer("bring", "Bring it back")]),
                *_beside(rescued),
                Answer("discard", "Throw it away", Part.DESTROY),
                Answer("later", "Ask me next time", Part.CANCEL),
            ],
            answered,
        )

    def _bring_back(self, rescued: Rescued, *, as_new: bool) -> None:
        open_record = self._pane.open_record
        if open_record is not None and open_record.record.id == rescued.record.id and not as_new:
            self._pane.leave(keep=False)
        future = self._desk.bring_back(rescued, as_new=as_new)
        when_done(future, self, self._records.show_stored, self._records.tell)


def _beside(rescued: Rescued) -> list[Answer]:
    """Return the answer that keeps the text beside the record that is here, if one is."""
    words = "Bring it back as a new record" if rescued.moved_on else "Keep both"
    return [Answer("both", words)] if rescued.stored_at else []


def _compared(rescued: Rescued) -> str:
    """Return when the text was kept aside and when the version here was saved."""
    aside = f"The text was kept aside on {_spoken(rescued.at)}."
    if not rescued.stored_at:
        return f"{aside} There is no other version of it here."
    if rescued.moved_on:
        return (
            f"{aside} The version here has moved on since, and stays as it is: the text can come "
            "back as a draft of its own."
        )
    newer = "newer" if rescued.stored_is_newer else "older"
    return (
        f"{aside} The version here was saved on {_spoken(rescued.stored_at)}: it is {newer}. "
        "Bringing the text back replaces it; keeping both replaces nothing."
    )


def _spoken(at: str) -> str:
    """Return a time as an officer says it, in the time of this place."""
    local = datetime.fromisoformat(at).astimezone()
    return f"{long_date(local.date().isoformat())} at {local:%H:%M}"


def _why_not(future: Future[SaveResult], deadline: float) -> str:
    """Wait for a save; return why it failed, '' if it did not."""
    try:
        future.result(timeout=max(0.1, deadline - time.monotonic()))
    except StillRunning:
        return "The disk does not answer."
    except Problem as problem:
        return problem.sentence
    except Exception:
        # Ours, but the officer's words come first: they must not go with the window.
        log.exception("the last save failed")
        return "There is a fault in the program."
    return ""


def flush_at_session_end(closing: Closing) -> None:
    """Save without a question when the computer logs off or shuts down."""

    def flush(*_: object) -> None:
        closing.save_and_wait()
        closing.keep_version()
        closing.wait_for_list()

    QGuiApplication.instance().commitDataRequest.connect(flush)  # type: ignore[union-attr]
