"""What leaves the program: Word, PDF, record files and paper, all from the same bytes."""

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QStandardPaths, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from sendapp.domain.record import DecisionRecord
from sendapp.domain.versions import Why
from sendapp.editing.later import when_done
from sendapp.errors import Problem
from sendapp.services.export import Exporter, file_name
from sendapp.ui.messages import Messages
from sendapp.ui.printing import PRINT_DPI, PrintPreview
from sendapp.ui.record_pane import RecordPane

_FILTERS = {
    ".docx": "Word document (*.docx)",
    ".pdf": "PDF (*.pdf)",
    ".json": "Decision record (*.json)",
}
_ALL_PAGES = 10_000


class ExportVerbs(QObject):
    """Asks where to, makes the document of what is on the form now, and says where it is."""

    noticed = Signal(str, str, object)
    busy = Signal(str)
    issued = Signal(object, str, object)
    """Why a version is kept (`Why`), a note, and the record that left the desk as it was then."""

    def __init__(
        self, exporter: Exporter, pane: RecordPane, messages: Messages, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._window = parent
        self._exporter = exporter
        self._pane = pane
        self._messages = messages
        self.folder = ""

    @Slot()
    def word(self) -> None:
        """Export the open record to Word."""
        self._ask(".docx")

    @Slot()
    def pdf(self) -> None:
        """Export the open record to PDF."""
        self._ask(".pdf")

    @Slot()
    def json(self) -> None:
        """Write the open record to a file another desk can bring in."""
        self._ask(".json")

    @Slot()
    def print(self) -> None:
        """Show the print preview of the open record."""
        record = self._record()
        if record is None:
            return
        self.busy.emit("Making the pages to print…")
        future = self._exporter.pages(record, dpi=PRINT_DPI, images=_ALL_PAGES, purpose="print")
        when_done(future, self, partial(self._preview, record), self._failed)

    def _record(self) -> DecisionRecord | None:
        """Return what is on the form now, typing included."""
        self._pane.flush()
        return self._pane.open_record.record if self._pane.open_record is not None else None

    def _ask(self, suffix: str) -> None:
        record = self._record()
        if record is None:
            return
        try:
            if suffix != ".json":
                self._exporter.refuse_if_stopped(record)
        except Problem as problem:
            self._messages.show_problem(problem)
            return
        dialog = QFileDialog(self._window, "Export")
        dialog.setObjectName("export_dialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(_FILTERS[suffix])
        dialog.setDefaultSuffix(suffix[1:])
        dialog.setDirectory(self.folder or documents_folder())
        dialog.selectFile(file_name(record, suffix))
        dialog.fileSelected.connect(partial(self._export, suffix))
        dialog.open()

    def _export(self, suffix: str, name: str) -> None:
        record = self._record()
        path = Path(name)
        if record is None:
            return
        make, why = {
            ".docx": (self._exporter.word_to, Why.WORD),
            ".pdf": (self._exporter.pdf_to, Why.PDF),
            ".json": (self._exporter.json_to, Why.SHARED),
        }[suffix]
        self.busy.emit(f"Making {path.name}…")
        when_done(make(record, path), self, partial(self._written, record, why), self._failed)

    def _written(self, record: DecisionRecord, why: Why, path: Path) -> None:
        self.issued.emit(why, path.name, record)
        open_it = partial(QDesktopServices.openUrl, QUrl.fromLocalFile(str(path)))
        self.noticed.emit(f"Exported to {path}.", "Open it", open_it)

    def _preview(self, record: DecisionRecord, pages: Any) -> None:
        self.busy.emit("")
        preview = PrintPreview(record.title, pages.images, pages.sizes, self._window)
        preview.printed.connect(partial(self.issued.emit, Why.PRINTED, "", record))
        preview.failed.connect(self._messages.show_problem)
        preview.open()

    def _failed(self, fault: BaseException) -> None:
        self.busy.emit("")
        if not isinstance(fault, Problem):
            raise fault
        self._messages.show_problem(fault)


def documents_folder() -> str:
    """Return the folder of documents of whoever works here."""
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
