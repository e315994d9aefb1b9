"""What leaves the program: Word, PDF, record files and paper, all from the same bytes."""

from concurrent.futures import Future
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from sendapp.domain.deeds import issued, signed_code
from sendapp.domain.print_run import PrintRun, print_note
from sendapp.domain.record import DecisionRecord
from sendapp.domain.versions import Why
from sendapp.editing.journaller import Journaller
from sendapp.editing.later import when_done
from sendapp.errors import Problem
from sendapp.services.export import Exporter, file_name
from sendapp.ui.file_dialogs import save_dialog
from sendapp.ui.messages import Messages
from sendapp.ui.record_pane import RecordPane

_FILTERS = {
    ".docx": "Word document (*.docx)",
    ".pdf": "PDF (*.pdf)",
    ".json": "Decision record (*.json)",
}
_ALL_PAGES = 10_000


@dataclass(frozen=True, slots=True)
class Way:
    """A way out: the file's suffix, '' for paper, why a version is kept, and if it is to sign."""

    suffix: str
    why: Why
    signing: bool = False


WORD = Way(".docx", Why.WORD)
PDF = Way(".pdf", Why.PDF)
SHARED = Way(".json", Why.SHARED)
PAPER = Way("", Why.PRINTED)
SIGNING_WORD = Way(".docx", Why.SIGNING_FILE, signing=True)
SIGNING_PDF = Way(".pdf", Why.SIGNING_FILE, signing=True)
SIGNING_PAPER = Way("", Why.SIGNING, signing=True)


class ExportVerbs(QObject):
    """Asks where to, makes the document of what is on the form now, and says where it is.

    Each way out is entered in the journal once it has truly been taken.
    """

    noticed = Signal(str, str, object)
    busy = Signal(str)
    issued = Signal(object, str, object)
    """Why a version is kept (`Why`), a note, and the record that left the desk as it was then."""

    def __init__(
        self,
        exporter: Exporter,
        journaller: Journaller,
        pane: RecordPane,
        messages: Messages,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._window = parent
        self._exporter = exporter
        self._journaller = journaller
        self._pane = pane
        self._messages = messages
        self.folder = ""

    @Slot()
    def word(self) -> None:
        """Export the open record to Word."""
        self._ask(WORD)

    @Slot()
    def pdf(self) -> None:
        """Export the open record to PDF."""
        self._ask(PDF)

    @Slot()
    def json(self) -> None:
        """Write the open record to a file another desk can bring in."""
        self._ask(SHARED)

    @Slot()
    def print(self) -> None:
        """Show the print preview of the open record."""
        self._print(PAPER)

    @Slot()
    def sign_word(self) -> None:
        """Export the copy of the open record that is to be signed to Word."""
        self._ask(SIGNING_WORD)

    @Slot()
    def sign_pdf(self) -> None:
        """Export the copy of the open record that is to be signed to PDF."""
        self._ask(SIGNING_PDF)

    @Slot()
    def sign_print(self) -> None:
        """Show the print preview of the copy of the open record that is to be signed."""
        self._print(SIGNING_PAPER)

    def _record(self, way: Way) -> DecisionRecord | None:
        """Return what is on the form now, typing included, None where it may not go this way."""
        self._pane.flush()
        if self._pane.open_record is None:
            return None
        record = self._pane.open_record.record
        try:
            if way is not SHARED:
                self._exporter.refuse_if_stopped(record, signing=way.signing)
        except Problem as problem:
            self._messages.show_problem(problem)
            return None
        return record

    def _print(self, way: Way) -> None:
        record = self._record(way)
        if record is None:
            return
        # Late: the window must start without what drives printers.
        from sendapp.ui.printing import PRINT_DPI

        self.busy.emit("Making the pages to print…")
        future = self._exporter.pages(
            record, dpi=PRINT_DPI, images=_ALL_PAGES, purpose="print", signing=way.signing
        )
        when_done(future, self, partial(self._preview, way, record), self._failed)

    def _ask(self, way: Way) -> None:
        record = self._record(way)
        if record is None:
            return
        title = "Signing copy" if way.signing else "Export"
        dialog = save_dialog(self._window, title, "export_dialog", self.folder)
        dialog.setNameFilter(_FILTERS[way.suffix])
        dialog.setDefaultSuffix(way.suffix[1:])
        dialog.selectFile(file_name(record, way.suffix, signing=way.signing))
        dialog.fileSelected.connect(partial(self._export, way))
        dialog.open()

    def _export(self, way: Way, name: str) -> None:
        record = self._record(way)
        path = Path(name)
        if record is None:
            return
        note = f"{path.name}, code {signed_code(record)}" if way.signing else path.name
        self.busy.emit(f"Making {path.name}…")
        future = self._made(way, record, path)
        self._journaller.enter_once(future, issued(record, way.why, note))
        when_done(future, self, partial(self._written, way, record, note), self._failed)

    def _made(self, way: Way, record: DecisionRecord, path: Path) -> "Future[Path]":
        if way.suffix == ".docx":
            return self._exporter.word_to(record, path, signing=way.signing)
        if way.suffix == ".pdf":
            return self._exporter.pdf_to(record, path, signing=way.signing)
        return self._exporter.json_to(record, path)

    def _written(self, way: Way, record: DecisionRecord, note: str, path: Path) -> None:
        self.issued.emit(way.why, note, record)
        open_it = partial(QDesktopServices.openUrl, QUrl.fromLocalFile(str(path)))
        self.noticed.emit(f"Exported to {path}.", "Open it", open_it)

    def _preview(self, way: Way, record: DecisionRecord, pages: Any) -> None:
        # Late, as above.
        from sendapp.ui.printing import PrintPreview

        self.busy.emit("")
        heading = "Print for signature" if way.signing else "Print"
        # A printer that writes files offers the document's name as the file's.
        name = file_name(record, "", signing=way.signing)
        preview = PrintPreview(name, pages.images, pages.sizes, self._window, heading)
        preview.printed.connect(partial(self._printed, way, record))
        preview.failed.connect(self._messages.show_problem)
        preview.open()

    def _printed(self, way: Way, record: DecisionRecord, run: PrintRun) -> None:
        note = print_note(run, signed_code(record) if way.signing else "")
        self._journaller.enter(issued(record, way.why, note))
        self.issued.emit(way.why, note, record)
        if way.signing:
            self.noticed.emit(f"Printed for signature, {note}.", "", None)

    def _failed(self, fault: BaseException) -> None:
        self.busy.emit("")
        if not isinstance(fault, Problem):
            raise fault
        self._messages.show_problem(fault)
