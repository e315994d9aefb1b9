"""What the editors of several lines have in common: marks, a menu others add to, no own undo."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QTextEdit, QWidget
from typing_extensions import override

from sendapp.ui.line_edit import is_step
from sendapp.ui.text.shown_marks import TextMarks


class MarkedEdit(QTextEdit):
    """A text of several lines with marks laid over its words."""

    menu_wanted = Signal(object, int)
    """Its menu is about to open for what stands at a position; acts may be put first in it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.marks = TextMarks(self)

    @override
    def event(self, event: QEvent) -> bool:
        if is_step(event):
            event.ignore()
            return False
        return super().event(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # The first ones come while the editor is being made.
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "marks"):
            self.marks.restyle()

    @override
    def paintEvent(self, e: QPaintEvent) -> None:
        super().paintEvent(e)
        self.marks.paint(e.rect())

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        # The form scrolls, not the editor in it.
        event.ignore()
