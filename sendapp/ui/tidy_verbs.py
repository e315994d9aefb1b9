"""Tidying the open record: what would change is shown, then done in one undo step."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from sendapp.domain.sealing import KEPT, SEALED
from sendapp.editing.finder import MEND_FIRST, put_texts
from sendapp.ui.record_pane import RecordPane

if TYPE_CHECKING:
    from sendapp.domain.tidying.tidy import Change


class TidyVerbs(QObject):
    """Answers Tidy in the Edit menu."""

    noticed = Signal(str)
    """What was tidied, or that nothing had to be."""

    def __init__(self, pane: RecordPane, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self._pane = pane

    @Slot()
    def open(self) -> None:
        """Show what would change."""
        open_record = self._pane.open_record
        if open_record is None:
            return
        open_record.flush()
        if open_record.refusals:
            self.noticed.emit(MEND_FIRST)
            return
        # Late: the rules' patterns take long to compile, and the window must start without them.
        from sendapp.domain.tidying.tidy import changes_in
        from sendapp.ui.tidy_dialog import TidyDialog

        changes = changes_in(open_record.record)
        if open_record.sealed and changes:
            changes = [change for change in changes if change.text.name not in SEALED]
            if not changes:
                self.noticed.emit(KEPT)
                return
        if not changes:
            self.noticed.emit("Nothing to tidy.")
            return
        dialog = TidyDialog(changes, self._window)
        dialog.chosen.connect(self._make)
        dialog.open()

    @Slot(object)
    def _make(self, chosen: "Sequence[Change]") -> None:
        # Late, as above.
        from sendapp.domain.tidying.tidy import tidied

        open_record = self._pane.open_record
        if open_record is None:
            return
        why = put_texts(open_record, tidied(chosen), "Tidy")
        count = "1 change" if len(chosen) == 1 else f"{len(chosen)} changes"
        self.noticed.emit(why or f"Tidied: {count}.")
