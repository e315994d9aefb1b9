"""A line edit that leaves undo and redo to the record."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

_STEPS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


def is_step(event: QKeyEvent) -> bool:
    """Whether a key asks for undo or redo, which belong to the record, not to one widget."""
    return any(event.matches(step) for step in _STEPS)


class LineEdit(QLineEdit):
    """A line of text named for tests, readers and undo alike."""

    def __init__(self, name: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(label)

    @override
    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and is_step(event)
        ):
            event.ignore()
            return False
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_step(event):
            event.ignore()
            return
        super().keyPressEvent(event)

    def refill(self, text: str) -> None:
        """Show `text`, leaving the cursor where it was as far as that is possible."""
        if text != self.text():
            at = self.cursorPosition()
            self.setText(text)
            self.setCursorPosition(min(at, len(text)))
