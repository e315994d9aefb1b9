"""The council's logo: chosen from a file, shown, and removed."""

from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QFileDialog, QLabel, QVBoxLayout, QWidget

from sendapp.domain.logo import picture_of
from sendapp.errors import Problem
from sendapp.services.profiles import read_logo
from sendapp.ui.file_dialogs import file_dialog
from sendapp.ui.settings.page import Noted, act, beside
from sendapp.ui.status import announce
from sendapp.ui.tokens import S

_LINES = 4
"""How many lines of text the logo is shown high, at most."""
_NONE = "No logo yet"


class LogoEdit(QWidget):
    """Holds the logo as it is kept, '' for none; what cannot be one leaves it as it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._logo = ""
        self.picture = QLabel(_NONE, self)
        self.picture.setObjectName("logo_picture")
        self.picture.setAccessibleName("Logo")
        self._choose = act("logo_choose", "Choose a picture…", self._ask)
        self._remove = act("logo_remove", "Remove", self._take_out)
        self._noted = Noted("logo", beside(self._choose, self._remove))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        column.addWidget(self.picture)
        column.addWidget(self._noted)
        self.setFocusProxy(self._choose)

    def logo(self) -> str:
        """Return the logo as it is kept."""
        return self._logo

    def show_logo(self, logo: str) -> None:
        """Show a logo, or that there is none."""
        self._logo = logo
        self._noted.say("")
        self._remove.setEnabled(bool(logo))
        if not logo:
            self.picture.setText(_NONE)
            self.picture.setAccessibleDescription(_NONE)
            return
        whole = QPixmap()
        whole.loadFromData(picture_of(logo))
        wide, high = whole.width(), whole.height()
        self.picture.setAccessibleDescription(f"A picture of {wide} by {high} points")
        self.picture.setPixmap(self._on_white(whole))

    @Slot(str)
    def take(self, name: str) -> None:
        """Take the picture in a file, or say why it cannot be the logo."""
        try:
            logo = read_logo(Path(name))
        except Problem as problem:
            self._noted.say(f"{problem.sentence} {problem.hint}".strip(), aloud=True)
            return
        self.show_logo(logo)
        announce(self._choose, "The logo is chosen.")

    def _on_white(self, picture: QPixmap) -> QPixmap:
        """Return the picture as paper shows it, in either theme, no larger than there is room."""
        line = self.fontMetrics().height()
        ratio = self.devicePixelRatioF()
        small = picture.scaled(
            round(line * _LINES * 5 * ratio),
            round(line * _LINES * ratio),
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        paper = QPixmap(small.size())
        paper.fill(Qt.GlobalColor.white)
        painter = QPainter(paper)
        painter.drawPixmap(0, 0, small)
        painter.end()
        paper.setDevicePixelRatio(ratio)
        return paper

    @Slot()
    def _ask(self) -> None:
        dialog = file_dialog(self.window(), "Choose the logo", "logo_dialog")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(["Pictures (*.png *.jpg *.jpeg)", "All files (*)"])
        dialog.fileSelected.connect(self.take)
        dialog.open()

    @Slot()
    def _take_out(self) -> None:
        self.show_logo("")
        self._choose.setFocus()
