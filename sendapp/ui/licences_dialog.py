"""The licences of what came with the program, each in full."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from sendapp.services.licences import Licence
from sendapp.ui.choice import Choice
from sendapp.ui.tokens import L, S


class LicencesDialog(QDialog):
    """Shows the licence of the work that is chosen."""

    def __init__(self, licences: Sequence[Licence], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("licences")
        self.setWindowTitle("Licences")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._licences = {licence.work: licence for licence in licences}
        works = [(each.work, f"{each.work} – {each.licence}") for each in licences]
        self._work = Choice("licence_work", "Work", works)
        self._text = QPlainTextEdit(self)
        self._text.setObjectName("licence_text")
        self._text.setAccessibleName("Licence")
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        label = QLabel("Work", self)
        label.setBuddy(self._work)
        buttons = QDialogButtonBox(self)
        buttons.addButton("Close", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(L, L, L, L)
        inside.setSpacing(S)
        for part in (label, self._work, self._text, buttons):
            inside.addWidget(part)
        self._work.chosen.connect(self._show)
        self._show(licences[0].work)
        room = self.screen().availableGeometry()
        metrics = self.fontMetrics()
        self.resize(
            min(metrics.averageCharWidth() * 84, room.width() * 9 // 10),
            min(metrics.height() * 36, room.height() * 9 // 10),
        )

    @Slot(str)
    def _show(self, work: str) -> None:
        self._text.setPlainText(self._licences[work].text())
