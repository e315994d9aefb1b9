"""Dialogs that ask for files: each begins where the officer chose a file last."""

from itertools import count
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Qt, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from sendapp.ui.window_memory import WindowMemory


class LastFolder(QObject):
    """Remembers the folder for the window it is a child of, and for every dialog above that."""

    def __init__(self, memory: WindowMemory, window: QWidget) -> None:
        super().__init__(window)
        self._memory = memory

    @property
    def folder(self) -> str:
        """The folder to begin in: that of documents where the last one is not there any more."""
        last = self._memory.last_folder
        return last if last and Path(last).is_dir() else documents_folder()

    @Slot(list)
    def remember(self, names: list[str]) -> None:
        """Remember where files were chosen."""
        if names:
            self._memory.last_folder = str(Path(names[0]).parent)


def file_dialog(parent: QWidget, title: str, name: str, folder: str = "") -> QFileDialog:
    """Return a dialog that asks for a file; `folder` is where it begins if that is laid down."""
    dialog = QFileDialog(parent, title)
    dialog.setObjectName(name)
    last = _of(parent)
    # Without one Qt begins in the folder the program was started in, which is nobody's.
    dialog.setDirectory(folder or (last.folder if last is not None else documents_folder()))
    if last is not None:
        dialog.filesSelected.connect(last.remember)
    return dialog


def save_dialog(parent: QWidget, title: str, name: str, folder: str = "") -> QFileDialog:
    """Return a dialog that asks where a file is to be written; see `file_dialog`."""
    dialog = file_dialog(parent, title, name, folder)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    return dialog


def with_ending(path: Path, ending: str) -> Path:
    """Return `path` with the ending of what is written, ".csv": no table is called a workbook.

    Where it gets one, no file is there by that name yet: the dialog asked about the other alone.
    """
    if path.suffix.casefold() == ending:
        return path
    named = path.with_name(f"{path.name}{ending}")
    for number in count(2):
        if not named.exists():
            break
        named = path.with_name(f"{path.name} ({number}){ending}")
    return named


def documents_folder() -> str:
    """Return the folder of documents of whoever works here."""
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)


def _of(widget: QWidget | None) -> LastFolder | None:
    """Return what remembers the folder for `widget`, as it has its font from those it is in."""
    children = Qt.FindChildOption.FindDirectChildrenOnly
    while widget is not None:
        found: LastFolder | None = widget.findChild(LastFolder, "", children)
        if found is not None:
            return found
        widget = widget.parentWidget()
    return None
