"""The middle of the window: the open record's form under the formatting tools."""

from collections.abc import Collection, Mapping
from concurrent.futures import Future
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from sendapp.domain.record_types import RecordType
from sendapp.editing.mover import Mover
from sendapp.editing.open_record import OpenRecord
from sendapp.editing.saver import LastSave, Rescue, Save, Saver, SaveResult, Unsaved
from sendapp.services.desk import Stored
from sendapp.ui.carried_banner import CarriedBanner
from sendapp.ui.council_banner import CouncilBanner
from sendapp.ui.find_bar import FindBar
from sendapp.ui.form.record_form import RecordForm
from sendapp.ui.text.tools import TextTools

SETTLE_S = 8.0
"""How long leaving a record waits at most for a step that is under way."""


class RecordPane(QWidget):
    """Opens one record after another, and saves each while it is open and when it is left."""

    pending = Signal()
    saved = Signal(str)
    """All that is typed is on the disk; carries since when (UTC, ISO form)."""
    not_saved = Signal(object, object)
    """Why the open record cannot be saved, and the side file that holds its text, or None."""
    left_unsaved = Signal(str, object, object)
    """The title of a record that was left and cannot be saved yet, and the same."""
    opened = Signal(object)
    """Another record is open; carries its OpenRecord, None once none is."""
    left = Signal(object, object)
    """A record is being left: as it is then, and its dates as typed."""
    noticed = Signal(str)
    """Why an act on the form was not carried out."""
    kept = Signal()
    """A record that was left is on the disk."""
    refused = Signal()
    """Something on the form cannot be kept, or can be again: see `refusals`."""

    def __init__(
        self,
        save: Save,
        rescue: Rescue,
        welcome: QWidget,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._save = save
        self._rescue = rescue
        self.open_record: OpenRecord | None = None
        self.form: RecordForm | None = None
        self._saver: Saver | None = None
        self.mover: Mover | None = None
        self._left: dict[str, LastSave] = {}
        self.tools = TextTools(self)
        self.find_bar = FindBar(self)
        self._welcome = welcome
        self.banner = CarriedBanner(self)
        self.council_banner = CouncilBanner(self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(welcome)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tools)
        column.addWidget(self.council_banner)
        column.addWidget(self.banner)
        column.addWidget(self.find_bar)
        column.addWidget(self._stack, 1)
        self.tools.hide()

    @property
    def refusals(self) -> Mapping[str, str]:
        """Why what stands on the form cannot be kept, by place; empty when all of it can."""
        return self.open_record.refusals if self.open_record is not None else {}

    @property
    def unsaved(self) -> list[Unsaved]:
        """The records that may not be on the disk yet: the open one, and ones that were left."""
        waiting: list[Unsaved] = list(self._left.values())
        if self.open_record is not None and self._saver is not None and self._saver.unsaved:
            waiting.append(self.open_record)
        return waiting

    def open(self, stored: Stored, record_type: RecordType) -> None:
        """Show a record to be edited, leaving the one before it to be saved."""
        self.leave()
        # What could not be saved when it was left is newer than what is kept.
        left = self._left.pop(stored.record.id, None)
        record, typed = (left.record, left.typed) if left else (stored.record, stored.typed)
        open_record = OpenRecord(record, typed, sealed=stored.sealed, parent=self)
        saver = Saver(open_record, self._save, self._rescue, open_record)
        saver.pending.connect(self.pending)
        saver.saved.connect(self._tell_saved)
        saver.failed.connect(self.not_saved)
        open_record.refused.connect(self.refused)
        open_record.noticed.connect(self.noticed)
        form = RecordForm(open_record, record_type, self)
        self._stack.addWidget(form)
        self._stack.setCurrentWidget(form)
        self.open_record, self._saver, self.form = open_record, saver, form
        self.mover = Mover(open_record, saver, open_record)
        open_record.sealed_changed.connect(self._follow_sealed)
        self.tools.show()
        self.opened.emit(open_record)
        if left is not None:
            left.deleteLater()
            open_record.touch()
        else:
            self.saved.emit(stored.saved)

    def leave(self, *, keep: bool = True) -> None:
        """Close what is open, and save it until it is kept.

        Without `keep` the record is closed as it is, for one whose text is not wanted any more.
        """
        self._settle()
        if self.open_record is None or self._saver is None or self.form is None:
            return
        form, open_record, saver = self.form, self.open_record, self._saver
        if keep:
            self.tell_left()
            if saver.unsaved:
                self._save_until_kept(open_record)
        # What is still under way for this record must not be said of the next one.
        saver.saved.disconnect(self._tell_saved)
        saver.failed.disconnect(self.not_saved)
        self.tools.attach(self)
        self.tools.hide()
        self.open_record = self._saver = self.form = self.mover = None
        self.opened.emit(None)
        self._stack.setCurrentWidget(self._welcome)
        self._stack.removeWidget(form)
        form.deleteLater()
        open_record.deleteLater()

    def forget(self, record_ids: Collection[str]) -> None:
        """Try no more to save records that were left: they are kept no more."""
        for record_id in record_ids:
            if (last := self._left.pop(record_id, None)) is not None:
                last.deleteLater()

    def tell_left(self) -> None:
        """Say what the open record is as it is left, with what was typed last, and save it."""
        if self._saver is not None and self.open_record is not None:
            self._saver.flush()
            self.left.emit(self.open_record.record, dict(self.open_record.typed))

    def follow_focus(self, focused: QWidget) -> None:
        """Let the formatting tools act on the rich text that has the focus, if it is one."""
        if self.form is not None and self.form.isAncestorOf(focused):
            self.tools.attach(focused)

    def save_now(self) -> list[Future[SaveResult]]:
        """Begin to save whatever is not saved yet; return those saves."""
        self._settle()
        self.flush()
        return [self._save(unsaved.record, unsaved.typed) for unsaved in self.unsaved]

    @Slot()
    def flush(self) -> None:
        """Bring what is being typed into the record and begin to save it."""
        if self._saver is not None:
            self._saver.flush()

    def _settle(self) -> None:
        """Wait for a step that is under way: what is saved after it is saved where it led."""
        if self.mover is not None:
            self.mover.settle(SETTLE_S)

    @Slot()
    def _follow_sealed(self) -> None:
        """Take the formatting tools from a text that stays as it is now, or give them back."""
        self.tools.attach(self)
        if (focused := self.window().focusWidget()) is not None:
            self.follow_focus(focused)

    @Slot(object)
    def _tell_saved(self, result: SaveResult) -> None:
        self.saved.emit(result.at)

    def _save_until_kept(self, open_record: OpenRecord) -> None:
        last = LastSave(open_record, self._save, self._rescue, self)
        record = last.record
        self._left[record.id] = last

        def forget() -> None:
            if self._left.get(record.id) is last:
                del self._left[record.id]
            last.deleteLater()

        def done(_: SaveResult) -> None:
            forget()
            self.kept.emit()

        last.done.connect(done)
        last.given_up.connect(forget)
        last.failed.connect(partial(self.left_unsaved.emit, record.title))
        last.begin()
