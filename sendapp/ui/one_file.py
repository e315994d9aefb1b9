"""Asking for the one file that something of the council's comes from or goes to."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QFileDialog, QWidget

from sendapp.ui.file_dialogs import file_dialog, save_dialog


@dataclass(frozen=True, slots=True, kw_only=True)
class OneFile:
    """What is in the file: `called` in titles and widgets' names, `kind` as the filter says it."""

    called: str
    kind: str
    usual_name: str

    @property
    def filter(self) -> str:
        """What the dialog shows of a folder."""
        return f"{self.kind} (*.json)"


PHRASES = OneFile(called="phrases", kind="Phrases", usual_name="phrases.json")
PROFILE = OneFile(called="profile", kind="Council profiles", usual_name="council-profile.json")


def ask_import(what: OneFile, parent: QWidget, take: Callable[[str], object]) -> None:
    """Ask which file to bring in, and call `take` with its name."""
    dialog = file_dialog(parent, f"Import {what.called}", f"{what.called}_import_dialog")
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters([what.filter, "All files (*)"])
    dialog.fileSelected.connect(take)
    dialog.open()


def ask_export(what: OneFile, parent: QWidget, write: Callable[[str], object]) -> None:
    """Ask which file to write, and call `write` with its name."""
    dialog = save_dialog(parent, f"Export {what.called}", f"{what.called}_export_dialog")
    dialog.setNameFilter(what.filter)
    dialog.setDefaultSuffix("json")
    dialog.selectFile(what.usual_name)
    dialog.fileSelected.connect(write)
    dialog.open()
