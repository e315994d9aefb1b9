"""Where everything is kept, and what the program stands on."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from sendapp.paths import guide
from sendapp.services.examining import Examining
from sendapp.services.licences import licences
from sendapp.ui.guide import PARTS, GuideWindow
from sendapp.ui.licences_dialog import LicencesDialog
from sendapp.ui.messages import Messages, versions

if TYPE_CHECKING:
    from sendapp.ui.examining_dialog import ExaminingDialog


class HelpVerbs(QObject):
    """Answers what the Help menu asks."""

    def __init__(
        self, data_folder: Path, messages: Messages, examining: Examining, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._window = parent
        self._data_folder = data_folder
        self._messages = messages
        self._examining = examining
        self._shown: ExaminingDialog | None = None
        self._guide: GuideWindow | None = None

    def open_guide(self, anchor: str) -> None:
        """Show the guide, at the part with this anchor if there is one."""
        if self._guide is None:
            self._guide = GuideWindow(guide(), self._window)
        self._guide.show_part(anchor)

    @Slot(QWidget)
    def open_guide_over(self, dialog: QWidget) -> None:
        """Show the guide's part on a dialog, over it: while it is open, nothing else is heard."""
        GuideWindow(guide(), dialog).show_part(PARTS[dialog.objectName()])

    @Slot()
    def open_folder(self) -> None:
        """Show the folder with the records and their backups."""
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._data_folder))):
            self._messages.say("Everything is kept in this folder:", str(self._data_folder))

    @Slot()
    def check_database(self) -> None:
        """Look at everything in the records file, while the window goes on."""
        # Late: the window must start without what examines it.
        from sendapp.ui.examining_dialog import ExaminingDialog

        if self._shown is None:
            self._shown = ExaminingDialog(self._examining, self._window)
            self._shown.destroyed.connect(self._forget)
            self._shown.show()
        self._shown.raise_()
        self._shown.activateWindow()

    @Slot()
    def _forget(self) -> None:
        self._shown = None

    @Slot()
    def licences(self) -> None:
        """Show the licences of what came with the program, in full."""
        LicencesDialog(licences(), self._window).open()

    @Slot()
    def about(self) -> None:
        """Say what this is and whose work it stands on."""
        self._messages.say(
            "Decision records",
            "Drafts, prints and keeps councils' decision records, offline. MIT licence.\n\n"
            f"{versions()}\n\n"
            "With thanks to Qt for Python (LGPL), SQLite and sqlite-utils, docxtpl, python-docx, "
            "lxml, rdocx, pikepdf, PDFium, Pillow, and the Lucide icons (ISC). Spelling: the "
            "British dictionary of LibreOffice, by Marco A.G. Pinto and others (LGPL), and Spylls "
            "(MPL 2.0). All of it in full under Help, Licences.",
        )
