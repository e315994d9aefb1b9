"""The picture of a file's first page, or the words that say why there is none."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from sendapp.ui.theme import Look, looks
from sendapp.ui.tokens import M, S, Tokens

LOOKING = "Looking at the first page…"
NO_PICTURE = "There is no picture of a file of this sort. Open shows it."
_LEAST = 90
"""How high a picture is at least, in logical pixels."""


class Preview(QWidget):
    """Shows one picture on the desk, as large as there is room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("files_preview")
        self.sheet = _Sheet(self)
        self._words = looks(QLabel(self), Look.MUTED)
        self._words.setObjectName("files_preview_words")
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._words.setContentsMargins(M, S, M, S)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.sheet, 1)
        column.addWidget(self._words)
        self.show_words("")

    def show_words(self, words: str) -> None:
        """Show no picture, and say why."""
        self.sheet.show_picture(None, "")
        self.sheet.setVisible(False)
        self._words.setText(words)

    def show_page(self, picture: QImage, name: str, pages: int) -> None:
        """Show the first of `pages` pages of the file called `name`."""
        self.sheet.setVisible(True)
        self.sheet.show_picture(picture, f"First page of {name}")
        self._words.setText("1 page" if pages == 1 else f"First of {pages} pages")


class _Sheet(QWidget):
    """Paints a picture in the middle, never larger than it is."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("files_sheet")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.picture: QImage | None = None

    def show_picture(self, picture: QImage | None, said: str) -> None:
        """Show `picture`, which those who listen hear of as `said`."""
        self.picture = picture
        self.setAccessibleName(said)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(240, 320)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST, _LEAST)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        tokens = Tokens.now()
        painter.fillRect(self.rect(), tokens.colour("desk"))
        if self.picture is None or self.picture.isNull():
            return
        room = QRectF(self.rect()).adjusted(M, M, -M, -M)
        size = self.picture.size().toSizeF()
        size /= self.devicePixelRatioF()
        size.scale(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        sheet = QRectF(0, 0, size.width(), size.height())
        sheet.moveCenter(room.center())
        painter.fillRect(sheet.adjusted(-1, -1, 1, 1), tokens.colour("hairline"))
        painter.drawImage(sheet, self.picture)
