"""Lines of text: plain ones, and those of the record."""

from PySide6.QtCore import QEvent, QKeyCombination, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

_STEPS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


_WORDS_REDO = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_Y)

_PASSING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
"""Reasons for which the focus goes only for a moment."""


def is_step(event: QEvent) -> bool:
    """Whether a key asks for undo or redo, which belong to the record, not to one widget."""
    keys = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
    if event.type() not in keys or not isinstance(event, QKeyEvent):
        return False
    word_redo = event.keyCombination() == _WORDS_REDO
    return word_redo or any(event.matches(step) for step in _STEPS)


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


class RecordLine(LineEdit):
    """A line of the record, which leaves undo and redo to the record's one stack."""

    @override
    def event(self, event: QEvent) -> bool:
        if is_step(event):
            event.ignore()
            return False
        return super().event(event)
