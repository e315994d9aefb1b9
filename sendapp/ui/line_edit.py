"""Lines of text: plain ones, and those of the record."""

from typing import Any

from PySide6.QtCore import QEvent, QKeyCombination, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QTextLayout,
    QTextLine,
)
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from sendapp.ui.text.shown_marks import LineMarks, Marked, paint
from sendapp.ui.text.text_menu import show_menu
from sendapp.ui.tokens import XS

_STEPS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


_WORDS_REDO = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_Y)

_OF_THE_WINDOW = tuple(
    QKeyCombination(Qt.KeyboardModifier.ControlModifier, key)
    for key in (Qt.Key.Key_K, Qt.Key.Key_E, Qt.Key.Key_U)
)

_PASSING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
"""Reasons for which the focus goes only for a moment."""


def is_step(event: QEvent) -> bool:
    """Whether a key asks for undo or redo, which belong to the record, not to one widget."""
    keys = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
    if event.type() not in keys or not isinstance(event, QKeyEvent):
        return False
    word_redo = event.keyCombination() == _WORDS_REDO
    return word_redo or any(event.matches(step) for step in _STEPS)


def _is_of_the_window(event: QEvent) -> bool:
    """Whether a key is the window's, which X11's lines would take: Ctrl+K cuts off their end."""
    keys = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
    if event.type() not in keys or not isinstance(event, QKeyEvent):
        return False
    return event.keyCombination() in _OF_THE_WINDOW


class LineEdit(QLineEdit):
    """A line of text with a name for tests and for readers."""

    def __init__(self, name: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(label)

    @override
    def focusOutEvent(self, arg__1: QFocusEvent) -> None:
        super().focusOutEvent(arg__1)
        # A long text is read from its beginning.
        if arg__1.reason() not in _PASSING:
            self.home(False)

    def refill(self, text: str) -> None:
        """Show `text`, leaving the cursor where it was as far as that is possible."""
        if text != self.text():
            at = self.cursorPosition()
            self.setText(text)
            self.setCursorPosition(min(at, len(text)))


class FindLine(LineEdit):
    """A line to look for something in a dialog, which Enter does not close."""

    @override
    def keyPressEvent(self, arg__1: QKeyEvent) -> None:
        super().keyPressEvent(arg__1)
        if arg__1.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            arg__1.accept()


class RecordLine(LineEdit):
    """A line of the record: undo is the record's, and marks can be laid over its words."""

    menu_wanted = Signal(object, int)
    """Its menu is about to open for what stands at a position; acts may be put first in it."""

    def __init__(self, name: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(name, label, parent)
        self.marks = LineMarks(self)

    @override
    def event(self, event: QEvent) -> bool:
        if is_step(event) or _is_of_the_window(event):
            event.ignore()
            return False
        return super().event(event)

    @override
    def contextMenuEvent(self, arg__1: QContextMenuEvent) -> None:
        show_menu(self, arg__1)

    @override
    def paintEvent(self, arg__1: QPaintEvent) -> None:
        super().paintEvent(arg__1)
        if marks := self.marks.all:
            painter = QPainter(self)
            painter.setClipRect(self.contentsRect().adjusted(XS, 0, -XS, 0))
            for mark in marks:
                paint(painter, mark.look, self._box(mark))
            painter.end()

    def _box(self, mark: Marked) -> QRectF:
        """Return where a mark's words are shown, by the measure of the line as it is laid out."""
        layout = QTextLayout(self.text(), self.font())
        layout.beginLayout()
        line = layout.createLine()
        layout.endLayout()
        # cursorRect is round the cursor, which stands at its middle.
        here = self.cursorRect().center().x()
        origin = here - _x(line, self.cursorPosition())
        left, right = _x(line, mark.start), _x(line, mark.end)
        rect = self.cursorRect()
        return QRectF(origin + left, rect.top(), right - left, rect.height())


def _x(line: QTextLine, position: int) -> float:
    # PySide returns the position it rounded to beside the place.
    found: Any = line.cursorToX(position)
    return float(found[0] if isinstance(found, tuple) else found)
