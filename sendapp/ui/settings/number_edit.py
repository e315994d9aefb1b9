"""A whole number, typed or changed by the arrow keys; the mouse wheel leaves it alone."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSpinBox, QWidget
from typing_extensions import override

from sendapp.ui.tokens import S

_CHARACTERS = 12


class NumberEdit(QSpinBox):
    """A number from `least` to `most`, with a name for tests and for readers."""

    def __init__(
        self, name: str, label: str, least: int, most: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setRange(least, most)
        # The style sheet's padding does not reach the line within.
        self.lineEdit().setTextMargins(S, 0, S, 0)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @override
    def sizeHint(self) -> QSize:
        # Qt's own leaves no room for what the style sheet puts around it.
        return (
            super()
            .sizeHint()
            .expandedTo(QSize(self.fontMetrics().averageCharWidth() * _CHARACTERS, 0))
        )

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
