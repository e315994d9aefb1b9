"""Shows the journal of the whole database, opens records from it, and saves it as a table."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from sendapp.domain.journal_lines import JournalAsked
from sendapp.editing.later import when_done
from sendapp.errors import Problem
from sendapp.services.journal import Journal, journal_file_name
from sendapp.ui.file_dialogs import save_dialog, with_ending
from sendapp.ui.messages import Messages
from sendapp.ui.record_pane import RecordPane

if TYPE_CHECKING:
    from sendapp.ui.journal.dialog import JournalDialog


class JournalDesk(QObject):
    """Answers what the journal's dialog asks."""

    noticed = Signal(str, str, object)
    open_wanted = Signal(str)
    """The record with this id is to be opened."""
    guide_wanted = Signal(QWidget)
    """The guide is to be shown over this dialog."""

    def __init__(
        self,
        journal: Journal,
        pane: RecordPane,
        messages: Messages,
        folder: Callable[[], str],
        parent: QWidget,
        today: Callable[[], date] = date.today,
    ) -> None:
        super().__init__(parent)
        self._window = parent
        self._journal = journal
        self._pane = pane
        self._messages = messages
        self._folder = folder
        self._today = today

    @Slot()
    def open(self) -> None:
        """Show the newest lines, with records as they are called now."""
        # Late: the window must start without it.
        from sendapp.ui.journal.dialog import JournalDialog

        self._pane.save_now()
        dialog = JournalDialog(self._today(), self._window)
        dialog.lines_wanted.connect(partial(self._read, dialog))
        dialog.more_wanted.connect(partial(self._read_on, dialog))
        dialog.open_wanted.connect(partial(self._open, dialog))
        dialog.file_wanted.connect(partial(self._ask_where, dialog))
        # The window's own key is not heard while a dialog is open.
        key = QShortcut(QKeySequence("F1"), dialog)
        key.activated.connect(partial(self.guide_wanted.emit, dialog))
        dialog.open()
        dialog.ask()

    def _read(self, dialog: "JournalDialog", asked: JournalAsked, times: int) -> None:
        show = partial(dialog.show_page, asked, times)
        when_done(self._journal.first(asked), dialog, show, self._tell)

    def _read_on(
        self, dialog: "JournalDialog", asked: JournalAsked, times: int, number: int
    ) -> None:
        add = partial(dialog.add_lines, times)

        def failed(fault: BaseException) -> None:
            dialog.no_lines(times)
            self._tell(fault)

        when_done(self._journal.before(asked, number), dialog, add, failed)

    def _open(self, dialog: "JournalDialog", record_id: str) -> None:
        dialog.accept()
        self.open_wanted.emit(record_id)

    def _ask_where(self, shown: "JournalDialog", asked: JournalAsked) -> None:
        dialog = save_dialog(shown, "Save as CSV", "journal_save_dialog", self._folder())
        dialog.setNameFilter("CSV (*.csv)")
        dialog.setDefaultSuffix("csv")
        dialog.selectFile(journal_file_name(asked, self._today()))
        dialog.fileSelected.connect(
            lambda name: self._save(shown, asked, with_ending(Path(name), ".csv"))
        )
        dialog.open()

    def _save(self, dialog: "JournalDialog", asked: JournalAsked, path: Path) -> None:
        dialog.be_saving(f"Saving {path.name}…")

        def saved(count: int) -> None:
            told = f"{count:,} {'line' if count == 1 else 'lines'} saved to {path}."
            dialog.be_ready(told)
            # That they were saved is a line, too.
            dialog.ask()
            open_it = partial(QDesktopServices.openUrl, QUrl.fromLocalFile(str(path)))
            self.noticed.emit(told, "Open it", open_it)

        def failed(fault: BaseException) -> None:
            dialog.be_ready("")
            self._tell(fault)

        when_done(self._journal.save(asked, path), dialog, saved, failed)

    def _tell(self, fault: BaseException) -> None:
        if not isinstance(fault, Problem):
            raise fault
        self._messages.show_problem(fault)
