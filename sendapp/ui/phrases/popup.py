"""A light list of phrases at the text cursor: type to find, arrows to choose, Enter to put in."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QListWidgetItem,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from sendapp.domain.phrases.phrase import Phrase
from sendapp.domain.phrases.search import found
from sendapp.editing.rich_document import fill_html
from sendapp.ui.line_edit import LineEdit
from sendapp.ui.phrases.listing import phrase_list
from sendapp.ui.status import announce
from sendapp.ui.theme import Look, looks
from sendapp.ui.tokens import XS, S

NOTHING = "No phrase has these words."
_HINT = "Enter puts it in. F11 goes to the next place to fill."
_WIDE, _LINES, _PREVIEW_LINES = 64, 8, 5
_LIST_KEYS = frozenset(
    {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown},
)


class PhrasePopup(QFrame):
    """Shows the phrases that fit what is typed; `chosen` carries the one that is taken."""

    chosen = Signal(object)

    def __init__(self, phrases: Sequence[Phrase], field: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        looks(self, Look.POPUP)
        self.setObjectName("phrase_popup")
        self.setAccessibleName("Phrases")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._phrases = phrases
        self._field = field
        self._shown: tuple[Phrase, ...] = ()
        self.line = LineEdit("phrase_search", "Find a phrase", self)
        self.line.setPlaceholderText("Find a phrase")
        self.list = phrase_list("phrase_list", self)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.preview = QTextEdit(self)
        self.preview.setObjectName("phrase_preview")
        self.preview.setAccessibleName("What the phrase says")
        self.preview.setReadOnly(True)
        self.preview.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._hint = looks(QLabel(_HINT, self), Look.MUTED)
        self._lay_out()
        self.line.textChanged.connect(self._find)
        self.line.installEventFilter(self)
        self.list.currentRowChanged.connect(self._show_chosen)
        self.list.itemClicked.connect(self._take)
        self._find("")

    def open_at(self, caret: QRect, editor: QWidget) -> None:
        """Open beneath a rectangle of `editor`, or above it where there is no room."""
        room = editor.screen().availableGeometry()
        metrics = self.fontMetrics()
        self.setFixedWidth(min(metrics.averageCharWidth() * _WIDE, room.width()))
        self.list.setFixedHeight(min((metrics.height() + 8) * _LINES, room.height() // 3))
        self.preview.setFixedHeight(
            min(metrics.height() * (_PREVIEW_LINES + 1), room.height() // 4)
        )
        self.adjustSize()
        corner = editor.mapToGlobal(caret.bottomLeft() + QPoint(0, XS))
        if corner.y() + self.height() > room.bottom():
            above = editor.mapToGlobal(caret.topLeft()).y() - self.height() - XS
            corner.setY(max(room.top(), min(above, room.bottom() - self.height())))
        corner.setX(max(room.left(), min(corner.x(), room.right() - self.width())))
        self.move(corner)
        self.show()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The line keeps the keyboard; keys that move go to the list."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in _LIST_KEYS:
                self.list.keyPressEvent(event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take()
                return True
        return super().eventFilter(watched, event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return
        super().keyPressEvent(event)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(S, S, S, S)
        column.setSpacing(S)
        for widget in (self.line, self.list, self.preview, self._hint):
            column.addWidget(widget)

    @Slot(str)
    def _find(self, query: str) -> None:
        self._shown = found(self._phrases, query, self._field)
        self.list.clear()
        for phrase in self._shown:
            self.list.addItem(QListWidgetItem(phrase.title))
        self.list.setCurrentRow(0 if self._shown else -1)
        self._show_chosen()

    @Slot()
    def _show_chosen(self) -> None:
        row = self.list.currentRow()
        phrase = self._shown[row] if 0 <= row < len(self._shown) else None
        fill_html(self.preview.document(), phrase.text if phrase else "")
        self._hint.setText(_HINT if phrase else NOTHING)
        said = f"{phrase.title}. {phrase.words}" if phrase else NOTHING
        if said != self.line.accessibleDescription():
            self.line.setAccessibleDescription(said)
            announce(self.line, said)

    @Slot()
    def _take(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._shown):
            self.close()
            self.chosen.emit(self._shown[row])
