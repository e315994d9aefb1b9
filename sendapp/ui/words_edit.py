"""A list of words, one a line, to be edited, brought in from a text file and written to one."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from sendapp.errors import Problem
from sendapp.services.spelling import read_words, words_in_list, write_words
from sendapp.ui.file_dialogs import file_dialog, save_dialog
from sendapp.ui.theme import Look, looks
from sendapp.ui.tokens import XS, S

_LINES = 5
_FILES = "Text files (*.txt);;All files (*)"


class WordsEdit(QWidget):
    """Edits a list of words; importing adds to it, exporting writes what stands there."""

    def __init__(self, name: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}_edit")
        self.box = QPlainTextEdit(self)
        self.box.setObjectName(name)
        self.box.setAccessibleName(label)
        self.box.setTabChangesFocus(True)
        self.box.setFixedHeight(self.box.fontMetrics().lineSpacing() * _LINES + 2 * S)
        self._problem = looks(QLabel(self), Look.PROBLEM)
        self._problem.setWordWrap(True)
        self._problem.hide()
        buttons = QHBoxLayout()
        buttons.addWidget(self._button(f"{name}_import", "Import words…", self._ask_import))
        buttons.addWidget(self._button(f"{name}_export", "Export words…", self._ask_export))
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS)
        column.addWidget(self.box)
        column.addWidget(self._problem)
        column.addLayout(buttons)

    def words(self) -> tuple[str, ...]:
        """Return the words that stand there, each once."""
        return tuple(dict.fromkeys(words_in_list(self.box.toPlainText())))

    def show_words(self, words: tuple[str, ...]) -> None:
        """Show `words`, one a line."""
        self.box.setPlainText("\n".join(words))

    def _button(self, name: str, words: str, do: object) -> QPushButton:
        button = QPushButton(words, self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(do)
        return button

    @Slot()
    def _ask_import(self) -> None:
        dialog = file_dialog(self.window(), "Import words", "words_import_dialog")
        dialog.setNameFilter(_FILES)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.bring_in)
        dialog.open()

    @Slot()
    def _ask_export(self) -> None:
        dialog = save_dialog(self.window(), "Export words", "words_export_dialog")
        dialog.setNameFilter(_FILES)
        dialog.setDefaultSuffix("txt")
        dialog.fileSelected.connect(self.write_out)
        dialog.open()

    @Slot(str)
    def bring_in(self, name: str) -> None:
        """Add the words of a text file to those that stand there."""
        self._try(lambda: self.show_words(_joined(self.words(), read_words(Path(name)))))

    @Slot(str)
    def write_out(self, name: str) -> None:
        """Write the words that stand there to a text file."""
        self._try(lambda: write_words(Path(name), self.words()))

    def _try(self, act: Callable[[], object]) -> None:
        try:
            act()
        except Problem as problem:
            self._problem.setText(f"{problem.sentence} {problem.hint}".strip())
            self._problem.show()
        else:
            self._problem.hide()


def _joined(some: tuple[str, ...], more: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(some + more))
