"""What an officer does with whole records: new, open, copy, bring in, bin and back."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from sendapp.domain.record import DecisionRecord
from sendapp.domain.record_types import RecordType
from sendapp.editing.later import when_done
from sendapp.errors import NotFound, Problem
from sendapp.services.desk import Desk, Stored, Suggestion
from sendapp.services.exchange import IfPresent, Outcome, TakenIn, read_file
from sendapp.services.record_types import TypeOnPaper, kind_of
from sendapp.ui.file_dialogs import file_dialog
from sendapp.ui.leaving import when_left
from sendapp.ui.messages import Answer, Messages, Part
from sendapp.ui.record_pane import RecordPane

DEFAULT_TYPE = "cabinet-member"
IMPORTED = "The record has been imported."


class RecordVerbs(QObject):
    """Carries the verbs out at the desk and shows what comes of them."""

    changed = Signal()
    """Records came, went or changed: the register must ask again."""
    noticed = Signal(str, str, object)
    """A notice, the words of what can be done about it, and what does it (or None)."""
    shown = Signal(str)
    """The record with this id is open now."""

    def __init__(
        self,
        desk: Desk,
        kinds: dict[str, TypeOnPaper],
        pane: RecordPane,
        messages: Messages,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._window = parent
        self._desk = desk
        self.kinds = kinds
        self._pane = pane
        self._messages = messages
        self._wanted = ""
        self._from_bin = False

    @Slot()
    def new(self) -> None:
        """Begin a new record of the usual kind."""
        self.new_of(DEFAULT_TYPE if DEFAULT_TYPE in self.kinds else next(iter(self.kinds)))

    def new_of(self, record_type: str) -> None:
        """Begin a new record of the kind `record_type`."""
        starts = self.kinds[record_type].type.starts
        when_done(self._desk.create(record_type, starts), self, self._begin, self.tell)

    @Slot(str)
    def open(self, record_id: str) -> None:
        """Open a kept record, unless it is the open one."""
        self._wanted = record_id
        if self._is_open(record_id):
            return

        def show(stored: Stored) -> None:
            # The officer may have chosen another one meanwhile.
            if self._wanted == record_id:
                self.show_stored(stored)

        when_done(self._desk.open(record_id), self, show, self.tell)

    def open_if_kept(self, record_id: str) -> None:
        """Open a record that may be gone or in the bin by now; then open none."""

        def show(stored: Stored) -> None:
            if not stored.in_bin and self._pane.open_record is None:
                self.show_stored(stored)

        when_done(self._desk.open(record_id), self, show, self._tell_unless_gone)

    @Slot()
    def copy_open(self) -> None:
        """Begin a new record with the words of the open one."""
        if self._pane.open_record is not None:
            self._pane.flush()
            self._copy(self._pane.open_record.record)

    @Slot(str)
    def copy(self, record_id: str) -> None:
        """Begin a new record with the words of a kept one."""
        if self._is_open(record_id):
            self.copy_open()
        else:
            future = self._desk.open(record_id)
            when_done(future, self, lambda stored: self._copy(stored.record), self.tell)

    @Slot()
    def bin_open(self) -> None:
        """Put the open record in the bin."""
        if self._pane.open_record is not None:
            self.bin(self._pane.open_record.record.id)

    @Slot(str)
    def bin(self, record_id: str) -> None:
        """Put a record in the bin; the notice offers to take it out again."""
        was_open = self._is_open(record_id)
        if was_open:
            self._pane.leave()

        def refuse(fault: BaseException) -> None:
            self.tell(fault)
            if was_open:
                self.open(record_id)

        def back() -> None:
            self.put_back(record_id)
            self.open(record_id)

        def tell(_: None) -> None:
            self.changed.emit()
            self.noticed.emit("The record is in the bin.", "Undo", back)

        when_done(self._desk.bin(record_id), self, tell, refuse)

    @Slot(str)
    def put_back(self, record_id: str) -> None:
        """Take a record out of the bin."""

        def done(_: None) -> None:
            if self._wanted == record_id:
                self._from_bin = False
            self.changed.emit()
            self.noticed.emit("The record has been put back.", "", None)

        when_done(self._desk.unbin(record_id), self, done, self.tell)

    @Slot()
    def empty_bin(self) -> None:
        """Ask whether to delete what is in the bin for ever, and do it."""

        def answered(answer: str) -> None:
            if answer == "empty":
                when_done(self._desk.empty_bin(), self, self._emptied, self.tell)

        self._messages.ask(
            "Delete every record in the bin for good?",
            "This cannot be undone. Backups made earlier still hold them until they are cleared.",
            [
                Answer("empty", "Delete for good", Part.DESTROY),
                Answer("keep", "Keep them", Part.CANCEL),
            ],
            answered,
        )

    @Slot()
    def bring_in(self) -> None:
        """Ask for record files and keep what they hold."""
        dialog = file_dialog(self._window, "Import records", "import_dialog")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters(["Decision records (*.json)", "All files (*)"])
        dialog.filesSelected.connect(self.bring_in_files)
        dialog.open()

    @Slot(list)
    def bring_in_files(self, names: list[str], told: str = IMPORTED) -> None:
        """Keep the records in these files; `told` is said of each that was not here."""
        for name in names:
            try:
                record = read_file(Path(name))
            except Problem as problem:
                self._messages.show_problem(problem)
            else:
                self.take_in(record, told=told)

    def take_in(
        self, record: DecisionRecord, if_present: IfPresent = IfPresent.ASK, told: str = IMPORTED
    ) -> None:
        """Keep a record that came from a file, and open it."""
        if if_present is IfPresent.REPLACE and self._is_open(record.id):
            # Saved first, so that no save of the older text comes after the new one.
            self._pane.leave()

        def taken(result: TakenIn) -> None:
            if result.outcome is Outcome.ASKED:
                self._ask_present(record, stays=result.stays)
            else:
                self._taken(result, told)

        when_done(self._desk.take_in(record, if_present), self, taken, self.tell)

    def _is_open(self, record_id: str) -> bool:
        open_record = self._pane.open_record
        return open_record is not None and open_record.record.id == record_id

    def tell(self, fault: BaseException) -> None:
        """Show a problem; what is none is a fault of ours."""
        if not isinstance(fault, Problem):
            raise fault
        self._messages.show_problem(fault)

    def type_of(self, record: DecisionRecord) -> RecordType:
        """Return the kind of `record`; raises a Problem where there is none."""
        return kind_of(record, self.kinds).type

    def _ask_present(self, record: DecisionRecord, *, stays: bool) -> None:
        def answered(answer: str) -> None:
            if answer != "keep":
                self.take_in(record, IfPresent(answer))

        self._messages.ask(
            "Another version of this record is already here.",
            f"“{record.title or 'Without a title'}”. "
            + ("The one here has been decided, so nothing is put in its place. " if stays else "")
            + "What do you want to do with the one you are importing?",
            [
                Answer("keep", "Keep the one here", Part.CANCEL),
                *([] if stays else [Answer("replace", "Replace it", Part.DESTROY)]),
                Answer("both", "Keep both"),
            ],
            answered,
        )

    def _taken(self, result: TakenIn, told: str) -> None:
        self.changed.emit()
        words = {
            Outcome.SAME: "This record is already here, word for word.",
            Outcome.KEPT: "The record that was here has been kept.",
        }.get(result.outcome, told)
        self.noticed.emit(words, "", None)
        self.open(result.id)

    def _begin(self, stored: Stored) -> None:
        self.show_stored(stored)
        self.changed.emit()
        if self._pane.form is not None:
            self._pane.form.focus_first()

    def _copy(self, record: DecisionRecord) -> None:
        def begun(stored: Stored) -> None:
            self._begin(stored)
            if stored.record.carried:
                old = f"“{record.title}”" if record.title else "an older record"
                words = f"Started from {old}. Facts with a dashed line came with it: "
                self.noticed.emit(f"{words}confirm or change each.", "", None)

        starts = kind.type.starts if (kind := self.kinds.get(record.record_type)) else ()
        when_done(self._desk.start_from(record, starts), self, begun, self.tell)

    def show_stored(self, stored: Stored) -> None:
        """Open a record that the desk gave, once nothing is lost by leaving the open one."""
        if self._is_open(stored.record.id):
            self._show(stored)
        else:
            when_left(self._pane, self._messages, partial(self._show, stored), self.shown.emit)

    def _show(self, stored: Stored) -> None:
        try:
            record_type = self.type_of(stored.record)
        except Problem as problem:
            self._messages.show_problem(problem)
            return
        self._wanted = stored.record.id
        self._from_bin = stored.in_bin
        self._pane.open(stored, record_type)
        self.shown.emit(stored.record.id)
        if stored.in_bin:
            put_back = partial(self.put_back, stored.record.id)
            self.noticed.emit("This record is in the bin.", "Put back", put_back)
        self.ask_posts()

    @Slot()
    def ask_posts(self) -> None:
        """Learn anew which posts can be chosen on the form."""
        if self._pane.form is not None:
            when_done(self._desk.posts(), self, self._suggest, self.tell)

    def _tell_unless_gone(self, fault: BaseException) -> None:
        if not isinstance(fault, NotFound):
            self.tell(fault)

    def _suggest(self, posts: tuple[Suggestion, ...]) -> None:
        if self._pane.form is not None:
            self._pane.form.suggest_posts(posts)

    def _emptied(self, count: int) -> None:
        if self._from_bin:
            # What was deleted for good must not be saved again.
            self._pane.leave(keep=False)
        self.changed.emit()
        are = "record is" if count == 1 else "records are"
        self.noticed.emit(f"{count} {are} deleted for good.", "", None)
