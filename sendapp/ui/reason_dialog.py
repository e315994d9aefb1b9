"""Asks why a finding is set aside; without a reason it stays."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from sendapp.domain.text import one_line, without_refused
from sendapp.ui.line_edit import LineEdit
from sendapp.ui.theme import Look, looks
from sendapp.ui.tokens import XL, L, M

LONGEST = 1_000
"""How many characters a reason may have."""


class ReasonDialog(QDialog):
    """One line to fill; `given` carries it."""

    given = Signal(str)

    def __init__(self, title: str, quoted: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reason")
        self.setWindowTitle("Set aside")
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        heading = looks(QLabel(title, self), Look.HEADING)
        words = looks(QLabel(quoted, self), Look.MUTED)
        label = QLabel("Why is it right as it stands?", self)
        for part in (heading, words, label):
            part.setTextFormat(Qt.TextFormat.PlainText)
            part.setWordWrap(True)
        words.setVisible(bool(quoted))
        self._reason = LineEdit("set_aside_reason", "Why is it right as it stands?")
        self._reason.setMaxLength(LONGEST)
        label.setBuddy(self._reason)
        help_line = looks(QLabel("Kept with the record, and never printed.", self), Look.MUTED)
        self._buttons = QDialogButtonBox(self)
        self._keep = looks(
            self._buttons.addButton("Set aside", QDialogButtonBox.ButtonRole.AcceptRole),
            Look.PRIMARY,
        )
        self._keep.setObjectName("reason_keep")
        cancel = self._buttons.addButton("Cancel", QDialogButtonBox.ButtonRole.RejectRole)
        cancel.setObjectName("reason_cancel")
        cancel.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, XL, XL, L)
        column.setSpacing(M)
        for widget in (heading, words, label, help_line, self._reason, self._buttons):
            column.addWidget(widget)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 60)
        self._buttons.accepted.connect(self._give)
        self._buttons.rejected.connect(self.reject)
        self._reason.textChanged.connect(self._allow)
        self._allow()
        self._reason.setFocus()

    @Slot()
    def _allow(self) -> None:
        self._keep.setEnabled(bool(self._reason.text().strip()))

    @Slot()
    def _give(self) -> None:
        if reason := one_line(without_refused(self._reason.text()), LONGEST).strip():
            self.given.emit(reason)
            self.accept()
