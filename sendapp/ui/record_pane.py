"""The middle of the window: the open record's form under the formatting tools."""

from collections.abc import Callable, Mapping
from concurrent.futures import Future

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from sendapp.domain.record import DecisionRecord
from sendapp.domain.record_types import RecordType
from sendapp.editing.later import when_done
from sendapp.editing.open_record import OpenRecord
from sendapp.editing.saver import Save, Saver, SaveResult
from sendapp.services.desk import Stored
from sendapp.ui.form.record_form import RecordForm
from sendapp.ui.text.tools import TextTools


class RecordPane(QWidget):
    """Opens one record after another, and saves each while it is open and when it is left."""

    pending = Signal()
    saved = Signal(str)
    """All that is typed is on the disk; carries since when (UTC, ISO form)."""
    not_saved = Signal(object)
    opened = Signal(object)
    """Another record is open; carries its OpenRecord, None once none is."""

    def __init__(
        self,
        save: Save,
        rescue: Callable[[DecisionRecord, Mapping[str, str]], object],
        welcome: QWidget,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._save = save
        self._rescue = rescue
        self.open_record: OpenRecord | None = None
        self.form: RecordForm | None = None
        self._saver: Saver | None = None
        self.tools = TextTools(self)
        self._welcome = welcome
        self._stack = QStackedWidget(self)
        self._stack.addWidget(welcome)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tools)
        column.addWidget(self._stack, 1)
        self.tools.hide()

    def open(self, stored: Stored, record_type: RecordType) -> None:
        """Show a record to be edited, leaving the one before it saved."""
        self.leave()
        open_record = OpenRecord(stored.record, stored.typed, parent=self)
        saver = Saver(open_record, self._save, self._rescue, open_record)
        saver.pending.connect(self.pending)
        saver.saved.connect(self._tell_saved)
        saver.failed.connect(self.not_saved)
        form = RecordForm(open_record, record_type, self)
        form.rich_focused.connect(self.tools.attach)
        self._stack.addWidget(form)
        self._stack.setCurrentWidget(form)
        self.open_record, self._saver, self.form = open_record, saver, form
        self.tools.show()
        self.opened.emit(open_record)
        self.saved.emit(stored.saved)

    def leave(self, *, keep: bool = True) -> Future[SaveResult] | None:
        """Save and close what is open; return the save under way, None if nothing is left to do.

        Without `keep` the record is closed as it is, for one that was just put in the bin.
        """
        if self.open_record is None or self._saver is None or self.form is None:
            return None
        future = self._finish() if keep else None
        self.tools.attach(self)
        self.tools.hide()
        form, open_record = self.form, self.open_record
        self.open_record = self._saver = self.form = None
        self.opened.emit(None)
        self._stack.setCurrentWidget(self._welcome)
        self._stack.removeWidget(form)
        form.deleteLater()
        open_record.deleteLater()
        return future

    def save_now(self) -> Future[SaveResult] | None:
        """Save what is not saved yet; return the save under way, None if there is none."""
        return self._finish()

    @Slot()
    def flush(self) -> None:
        """Bring what is being typed into the record and begin to save it."""
        if self._saver is not None:
            self._saver.flush()

    @Slot(object)
    def _tell_saved(self, result: SaveResult) -> None:
        self.saved.emit(result.at)

    def _finish(self) -> Future[SaveResult] | None:
        if self._saver is None or self.open_record is None:
            return None
        future: Future[SaveResult] | None = self._saver.finish()
        if future is not None:
            record, typed = self.open_record.record, dict(self.open_record.typed)

            def keep_aside(fault: BaseException) -> None:
                self._rescue(record, typed)
                self.not_saved.emit(fault)

            when_done(future, self, self._tell_saved, keep_aside)
        return future
