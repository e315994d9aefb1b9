"""Asks, where the files are listed, why one of them is set aside."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from sendapp.services.filing import LONGEST_NOTE, Filed
from sendapp.ui.files.in_place import AskedInPlace
from sendapp.ui.line_edit import LineEdit
from sendapp.ui.theme import Look, looks
from sendapp.ui.tokens import M, S


class AsideCard(AskedInPlace):
    """One line to fill; `given` carries the file and the reason, without which it stays."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("files_aside")
        self._filed: Filed | None = None
        self._label = looks(QLabel(self), Look.STRONG)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        help_line = looks(
            QLabel("The decision has been made, so the file stays, struck through.", self),
            Look.MUTED,
        )
        for words in (self._label, help_line):
            words.setWordWrap(True)
        self._reason = LineEdit("files_reason", "Why is it set aside?")
        self._reason.setMaxLength(LONGEST_NOTE)
        self._reason.textChanged.connect(self._allow)
        self._label.setBuddy(self._reason)
        self._keep = looks(QPushButton("Set aside", self), Look.PRIMARY)
        self._keep.setObjectName("files_aside_keep")
        self._keep.clicked.connect(self.give)
        cancel = QPushButton("Cancel", self)
        cancel.setObjectName("files_aside_cancel")
        cancel.clicked.connect(self.leave)
        buttons = QHBoxLayout()
        buttons.setSpacing(S)
        buttons.addWidget(self._keep)
        buttons.addWidget(cancel)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(M, M, M, M)
        column.setSpacing(S)
        for widget in (self._label, help_line, self._reason):
            column.addWidget(widget)
        column.addLayout(buttons)
        self.hide()

    def ask(self, filed: Filed) -> None:
        """Ask about `filed`; the keyboard goes to the line."""
        self._filed = filed
        words = f"Why is “{filed.name}” set aside?"
        self._label.setText(words)
        self._reason.setAccessibleName(words)
        self._reason.clear()
        self._allow()
        self.show()
        self.begun.emit()
        self._reason.setFocus()

    @override
    def clear(self) -> None:
        """Ask nothing any more."""
        self._filed = None
        self.hide()
        self.ended.emit()

    @Slot()
    def _allow(self) -> None:
        self._keep.setEnabled(bool(self._reason.text().strip()))

    @Slot()
    @override
    def give(self) -> None:
        filed, reason = self._filed, self._reason.text().strip()
        if filed is not None and reason:
            self.clear()
            self.given.emit(filed, reason)
