"""Asks, where the files are listed, why one of them is set aside."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from sendapp.services.filing import LONGEST_NOTE, Filed
from sendapp.ui.line_edit import LineEdit
from sendapp.ui.theme import Look, looks
from sendapp.ui.tokens import M, S


class AsideCard(QFrame):
    """One line to fill; `given` carries the file and the reason, without which it stays."""

    given = Signal(object, str)
    cancelled = Signal()
    begun = Signal()
    ended = Signal()

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
        self._keep.clicked.connect(self._give)
        cancel = QPushButton("Cancel", self)
        cancel.setObjectName("files_aside_cancel")
        cancel.clicked.connect(self._leave)
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

    def clear(self) -> None:
        """Ask nothing any more."""
        self._filed = None
        self.hide()
        self.ended.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = self.focusWidget()
            # Outside a dialog a button does not take Enter for itself.
            focused.click() if isinstance(focused, QAbstractButton) else self._give()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _allow(self) -> None:
        self._keep.setEnabled(bool(self._reason.text().strip()))

    @Slot()
    def _give(self) -> None:
        filed, reason = self._filed, self._reason.text().strip()
        if filed is not None and reason:
            self.clear()
            self.given.emit(filed, reason)

    @Slot()
    def _leave(self) -> None:
        self.clear()
        self.cancelled.emit()
