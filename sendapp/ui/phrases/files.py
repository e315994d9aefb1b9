"""Asking for the one file that phrases come from or go to."""

from collections.abc import Callable

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

_FILTER = "Phrases (*.json)"


def ask_import(parent: QWidget, take: Callable[[str], object]) -> None:
    """Ask which file to bring in, and call `take` with its name."""
    dialog = QFileDialog(parent, "Import phrases")
    dialog.setObjectName("phrases_import_dialog")
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters([_FILTER, "All files (*)"])
    dialog.fileSelected.connect(take)
    dialog.open()


def ask_export(parent: QWidget, write: Callable[[str], object]) -> None:
    """Ask which file to write, and call `write` with its name."""
    dialog = QFileDialog(parent, "Export phrases")
    dialog.setObjectName("phrases_export_dialog")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(_FILTER)
    dialog.setDefaultSuffix("json")
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    dialog.setDirectory(QStandardPaths.writableLocation(documents))
    dialog.selectFile("phrases.json")
    dialog.fileSelected.connect(write)
    dialog.open()
