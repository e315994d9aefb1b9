"""What is true about saving, said in the status line: never more, never less."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Slot

from sendapp.domain.catalogue import field
from sendapp.editing.places import field_at
from sendapp.errors import Changed, Problem
from sendapp.ui.messages import Messages
from sendapp.ui.record_pane import RecordPane
from sendapp.ui.status import StatusLine

ASIDE = "A copy of your text is kept on this computer."
OFFERED = "It is offered to you when the program starts again."
NOWHERE = "Nothing could be written. Keep this window open and free some space."


class SaveState(QObject):
    """Tells of the open record in the status line, and of one that was left in a message."""

    def __init__(
        self, pane: RecordPane, status: StatusLine, messages: Messages, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._pane = pane
        self._status = status
        self._messages = messages
        self._saved_at = ""
        pane.pending.connect(status.show_saving)
        pane.saved.connect(self._saved)
        pane.not_saved.connect(self._not_saved)
        pane.left_unsaved.connect(self._left_unsaved)
        pane.refused.connect(self._refused)

    @Slot(str)
    def _saved(self, at: str) -> None:
        self._saved_at = at
        if not self._pane.refusals:
            self._status.show_saved(datetime.fromisoformat(at))
        else:
            self._status.show_not_saved(what_is_refused(self._pane.refusals))

    @Slot()
    def _refused(self) -> None:
        if self._pane.refusals:
            self._status.show_not_saved(what_is_refused(self._pane.refusals))
        elif self._saved_at:
            self._saved(self._saved_at)

    @Slot(object, object)
    def _not_saved(self, fault: BaseException, aside: Path | None) -> None:
        sentence = fault.sentence if isinstance(fault, Problem) else "There is a fault of ours."
        self._status.show_not_saved(f"{sentence} {ASIDE if aside else NOWHERE}")
        if not isinstance(fault, Problem):
            raise fault

    @Slot(str, object, object)
    def _left_unsaved(self, title: str, fault: BaseException, aside: Path | None) -> None:
        called = f"“{title}”" if title else "The record you were writing"
        sentence = fault.sentence if isinstance(fault, Problem) else "There is a fault of ours."
        if isinstance(fault, Changed) and aside:
            self._messages.say(f"{called} is not saved. {sentence}", f"{ASIDE} {OFFERED}")
        else:
            kept = ASIDE if aside else NOWHERE
            again = "Saving is tried again every few seconds."
            self._messages.say(f"{called} is not saved yet. {sentence}", f"{kept} {again}")
        if not isinstance(fault, Problem):
            raise fault


def what_is_refused(refusals: Iterable[str]) -> str:
    """Return which fields hold what cannot be kept, in words, given their places."""
    labels = dict.fromkeys(field(field_at(place)).label for place in refusals)
    return f"what stands in {' and '.join(labels)} cannot be kept as it is."
