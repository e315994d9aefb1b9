"""Scrolling that the eye can follow."""

from PySide6.QtCore import QEasingCurve, QPropertyAnimation
from PySide6.QtWidgets import QScrollBar

SOFTLY_MS = 180


class SoftScroll(QPropertyAnimation):
    """Moves a scroll bar to a value within a moment, from wherever it is."""

    def __init__(self, bar: QScrollBar) -> None:
        super().__init__(bar, b"value", bar)
        self._bar = bar
        self.setDuration(SOFTLY_MS)
        self.setEasingCurve(QEasingCurve.Type.OutCubic)

    def to(self, value: float) -> None:
        """Move to `value`, or as near as the bar goes."""
        self.stop()
        self.setStartValue(self._bar.value())
        self.setEndValue(round(max(self._bar.minimum(), min(value, self._bar.maximum()))))
        self.start()
