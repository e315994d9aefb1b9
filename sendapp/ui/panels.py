"""The three panels side by side, or as many of them as there is room for."""

from enum import IntEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget
from typing_extensions import override

WIDE = 1_400
"""From this width on, at text of 100 %, there is room for three panels."""

MIDDLING = 1_000
"""From this width on there is room for two."""


class Room(IntEnum):
    """How many panels there is room for."""

    ONE = 1
    TWO = 2
    THREE = 3


class Panels(QSplitter):
    """Register, record and pages; what has no room is a button away."""

    rearranged = Signal()
    """Other panels are shown than before."""

    def __init__(
        self, register: QWidget, record: QWidget, pages: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setObjectName("panels")
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self._register, self._record, self._pages = register, record, pages
        for panel in (register, record, pages):
            self.addWidget(panel)
        for index, stretch in enumerate((2, 5, 4)):
            self.setStretchFactor(index, stretch)
        self._text_size = 100
        self._aside = "register"
        self.room = Room.THREE

    def set_text_size(self, text_size: int) -> None:
        """Arrange the panels for text of `text_size` per cent."""
        self._text_size = text_size
        self._arrange()

    def show_aside(self, panel: str) -> None:
        """Show "register", "pages" or, where there is room for one, "record"."""
        self._aside = panel
        self._arrange()

    @property
    def aside(self) -> str:
        """Which panel was asked for last."""
        return self._aside

    def shows(self, panel: str) -> bool:
        """Whether the panel is shown now."""
        return self._shown()[("register", "record", "pages").index(panel)]

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        width = self.width() * 100 // self._text_size
        self.room = Room.THREE if width >= WIDE else Room.TWO if width >= MIDDLING else Room.ONE
        panels = (self._register, self._record, self._pages)
        shown = self._shown()
        if [panel.isVisibleTo(self) for panel in panels] != list(shown):
            for panel, is_shown in zip(panels, shown, strict=True):
                panel.setVisible(is_shown)
            self.rearranged.emit()

    def _shown(self) -> tuple[bool, bool, bool]:
        match self.room:
            case Room.THREE:
                return True, True, True
            case Room.TWO:
                return self._aside != "pages", True, self._aside == "pages"
            case _:
                return (
                    self._aside == "register",
                    self._aside not in ("register", "pages"),
                    self._aside == "pages",
                )
