"""A folder, typed or chosen, with a word beneath when it cannot be used now."""

from PySide6.QtCore import QDir, QFileInfo, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from sendapp.ui.file_dialogs import documents_folder
from sendapp.ui.line_edit import LineEdit
from sendapp.ui.theme import Look, looks
from sendapp.ui.tokens import XS, S


class FolderEdit(QWidget):
    """A line for a folder; '' where none is set. What it says stops nobody."""

    edited = Signal()

    def __init__(
        self, name: str, label: str, *, written: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._label = label
        self._written = written
        self.line = LineEdit(name, label, self)
        self._button = QPushButton("Choose…", self)
        self._button.setObjectName(f"{name}_choose")
        self._button.setAccessibleName(f"Choose {label}")
        self._button.setAutoDefault(False)
        self.note = looks(QLabel(self), Look.PROBLEM)
        self.note.setObjectName(f"{name}_problem")
        self.note.setWordWrap(True)
        self.note.hide()
        row = QHBoxLayout()
        row.setSpacing(S)
        row.addWidget(self.line, 1)
        row.addWidget(self._button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS)
        column.addLayout(row)
        column.addWidget(self.note)
        self.setFocusProxy(self.line)
        self._button.clicked.connect(self._choose)
        self.line.editingFinished.connect(self.check)
        self.line.textEdited.connect(self.edited)

    def folder(self) -> str:
        """Return the folder that stands there, '' if none."""
        return self.line.text().strip()

    def show_folder(self, folder: str) -> None:
        """Show a folder, in the computer's own way of writing it."""
        self.line.setText(QDir.toNativeSeparators(folder))
        self.check()

    @Slot()
    def check(self) -> None:
        """Say beneath the line why the folder cannot be used now."""
        sentence = trouble(self.folder(), written=self._written)
        self.note.setText(sentence)
        self.note.setVisible(bool(sentence))
        self.line.setAccessibleDescription(sentence)

    @Slot()
    def _choose(self) -> None:
        begin = self.folder() or documents_folder()
        dialog = QFileDialog(self, f"Choose {self._label}", begin)
        dialog.setObjectName("choose_folder")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self._take)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(str)
    def _take(self, folder: str) -> None:
        self.show_folder(folder)
        self.edited.emit()


def trouble(folder: str, *, written: bool) -> str:
    """Return why `folder` cannot be used now, '' if it can be or none is named."""
    if not folder:
        return ""
    info = QFileInfo(folder)
    if not info.isAbsolute():
        return "Enter the full path of the folder, or choose it."
    if not info.isDir():
        return "This folder is not there at the moment. It will be used once it is."
    if written and not info.isWritable():
        return "You do not have permission to save in this folder. Choose another."
    return ""
