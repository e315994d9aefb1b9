"""An editor of plain text of several lines, as tall as its words."""

from PySide6.QtCore import QMimeData, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from sendapp.domain.text import without_refused
from sendapp.ui.text.keys import row_verb_of
from sendapp.ui.text.marked_edit import MarkedEdit
from sendapp.ui.text.text_menu import show_menu

_LINES_SHOWN = 2


class PlainEdit(MarkedEdit):
    """Edits plain text; Tab leaves it, undo belongs to the record."""

    text_edited = Signal(str)
    """What stands there after each change by the officer."""
    caret_moved = Signal(QRect)
    """The text cursor is in this rectangle of the editor."""

    def __init__(self, name: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._shown = ""
        self.textChanged.connect(self._announce)
        self.cursorPositionChanged.connect(self._tell_caret)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)

    def text(self) -> str:
        """Return what stands there, no-break spaces and all, with LF between lines."""
        raw = self.document().toRawText()
        return raw.replace("\u2029", "\n").replace("\u2028", "\n")

    def refill(self, text: str) -> None:
        """Show `text` with the cursor kept, without speaking of it."""
        if text == self.text():
            return
        position = self.textCursor().position()
        self._shown = text
        self.setPlainText(text)
        cursor = self.textCursor()
        cursor.setPosition(min(position, self.document().characterCount() - 1))
        self.setTextCursor(cursor)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if row_verb_of(event):
            event.ignore()
            return
        super().keyPressEvent(event)

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        if not self.isReadOnly():
            self.insertPlainText(without_refused(source.text()))

    @override
    def contextMenuEvent(self, e: QContextMenuEvent) -> None:
        show_menu(self, e)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 40, self._height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 12, self._height())

    def _height(self) -> int:
        least = self.fontMetrics().lineSpacing() * _LINES_SHOWN + 8
        margins = self.contentsMargins()
        around = margins.top() + margins.bottom() + 2 * self.frameWidth()
        return int(max(self.document().size().height(), least)) + around

    @Slot()
    def _fit(self) -> None:
        if self.height() != self._height():
            self.setFixedHeight(self._height())

    @Slot()
    def _announce(self) -> None:
        text = self.text()
        if text != self._shown:
            self._shown = text
            self.text_edited.emit(text)

    @Slot()
    def _tell_caret(self) -> None:
        if self.hasFocus():
            self.caret_moved.emit(self.cursorRect())
