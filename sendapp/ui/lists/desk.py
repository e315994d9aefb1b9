"""Makes decision lists: gathers, asks where to, marks the records, and writes the file."""

from collections.abc import Callable, Mapping
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from sendapp.domain.listing.kinds import ListAsked
from sendapp.domain.record import DecisionRecord
from sendapp.editing.later import when_done
from sendapp.errors import Problem
from sendapp.services.export import then
from sendapp.services.lists import Form, Lists, Marked, Seen, name_for
from sendapp.services.stating import Stored
from sendapp.ui.correcting.desk import BUSY
from sendapp.ui.file_dialogs import save_dialog, with_ending
from sendapp.ui.lists.dialog import ListsDialog
from sendapp.ui.messages import Messages
from sendapp.ui.record_pane import RecordPane

_FILTERS = {
    Form.WORD: "Word document (*.docx)",
    Form.PDF: "PDF (*.pdf)",
    Form.CSV: "CSV (*.csv)",
    Form.EXCEL: "Excel workbook (*.xlsx)",
}


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A file that is being made: of which list, as what, and where it goes."""

    asked: ListAsked
    form: Form
    path: Path


class ListsDesk(QObject):
    """Shows the dialog and does what is asked in it."""

    noticed = Signal(str, str, object)
    changed = Signal()
    """Records were marked: whoever shows them must ask again."""

    def __init__(
        self,
        lists: Lists,
        pane: RecordPane,
        messages: Messages,
        folder: Callable[[], str],
        parent: QWidget,
        today: Callable[[], date] = date.today,
    ) -> None:
        super().__init__(parent)
        self._window = parent
        self._lists = lists
        self._pane = pane
        self._messages = messages
        self._folder = folder
        self._today = today
        self._dialog: ListsDialog | None = None
        self.making: Future[Path] | None = None
        """The file that is being made, until it is told what became of it."""

    @Slot()
    def open(self) -> None:
        """Show what goes on today's draft list, and offer others."""
        # What was typed last belongs on the list, too.
        self._pane.save_now()
        self._dialog = dialog = ListsDialog(self._today(), self._window)
        dialog.gather_wanted.connect(self._gather)
        dialog.file_wanted.connect(self._ask_where)
        dialog.finished.connect(self._forget)
        dialog.open()
        dialog.gather()

    @Slot()
    def _forget(self) -> None:
        self._dialog = None

    @Slot(object, int)
    def _gather(self, asked: ListAsked, times: int) -> None:
        if (dialog := self._dialog) is not None:
            show = partial(dialog.show_gathered, times)
            when_done(self._lists.gather(asked), dialog, show, self._tell)

    @Slot(object)
    def _ask_where(self, form: Form) -> None:
        shown = self._dialog
        if shown is None or (asked := shown.asked) is None:
            return
        dialog = save_dialog(shown, "Export", "export_dialog", self._folder())
        dialog.setNameFilter(_FILTERS[form])
        dialog.setDefaultSuffix(form.value[1:])
        dialog.selectFile(name_for(asked, form))
        dialog.fileSelected.connect(
            lambda name: self._begin(_Wanted(asked, form, with_ending(Path(name), form.value)))
        )
        dialog.open()

    def _begin(self, wanted: _Wanted) -> None:
        """Mark what is ticked first: what a list says is published is published by then."""
        shown = self._dialog
        if shown is None:
            return
        shown.be_working(f"Making {wanted.path.name}…")
        if not (ticked := shown.preview.ticked()):
            self._make(wanted, None)
            return
        open_record, mover = self._pane.open_record, self._pane.mover
        if open_record is None or mover is None or open_record.record.id not in ticked:
            self._mark(wanted, ticked, {})
        # The open record is marked as by a step of its own: what is typed meanwhile stays.
        elif not mover.move(
            partial(self._mark_open, wanted, ticked), _told_by_the_list, _told_by_the_list
        ):
            self._failed(Problem(BUSY))

    def _mark_open(
        self,
        wanted: _Wanted,
        ticked: tuple[str, ...],
        record: DecisionRecord,
        typed: Mapping[str, str],
    ) -> "Future[Stored]":
        # Where the save before it failed, what is kept is not what is seen here.
        marked = self._mark(wanted, ticked, {record.id: (record, typed)})
        return then(marked, lambda marked: marked.of(record.id))

    def _mark(
        self, wanted: _Wanted, ticked: tuple[str, ...], seen: Mapping[str, Seen]
    ) -> "Future[Marked]":
        asked = wanted.asked
        marked = self._lists.mark(asked.kind, ticked, asked.list_date, seen)
        # Where it fails, the list fails by it, and is told of once.
        when_done(marked, self, lambda _: self.changed.emit(), _told_by_the_list)
        self._make(wanted, marked)
        return marked

    def _make(self, wanted: _Wanted, marked: "Future[Marked] | None") -> None:
        self.making = self._lists.make(wanted.asked, wanted.form, wanted.path, marked)
        when_done(self.making, self, self._written, self._failed)

    def _written(self, path: Path) -> None:
        self.making = None
        self._be_ready(f"Exported to {path}.")
        open_it = partial(QDesktopServices.openUrl, QUrl.fromLocalFile(str(path)))
        self.noticed.emit(f"Exported to {path}.", "Open it", open_it)

    def _be_ready(self, words: str) -> None:
        if self._dialog is not None:
            self._dialog.be_ready(words)
            # What was marked stands on the list now.
            self._dialog.gather()

    def _failed(self, fault: BaseException) -> None:
        """Offer the list again: what was marked before it failed stays so."""
        self.making = None
        self._be_ready("")
        self._tell(fault)

    def _tell(self, fault: BaseException) -> None:
        if not isinstance(fault, Problem):
            raise fault
        self._messages.show_problem(fault)


def _told_by_the_list(_: object) -> None:
    """Say nothing of records alone: the list tells what became of every one."""
