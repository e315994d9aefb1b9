"""The three panels side by side, or as many of them as there is room for."""

from enum import IntEnum

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget
from typing_extensions import override

WIDE = 1_400
"""From this width on, at text of 100 %, there is room for three panels."""

MIDDLING = 1_000
"""From this width on there is room for two."""


REGISTER_WIDTH = 300
"""How wide the register is at first, at text of 100 %."""


PAGES_SHARE = 46
"""How much of the rest the pages get, in per cent; the record gets what is left."""


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
        self._has_record = False
        self._sized = False
        self.room = Room.THREE

    def set_text_size(self, text_size: int) -> None:
        """Arrange the panels for text of `text_size` per cent."""
        self._text_size = text_size
        self._arrange()

    def set_has_record(self, has_record: bool) -> None:
        """Prefer the record where there is room for one panel only, if there is a record."""
        self._has_record = has_record
        if self.room is Room.ONE:
            self._aside = "record" if has_record else "register"
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
        room = Room.THREE if width >= WIDE else Room.TWO if width >= MIDDLING else Room.ONE
        if room is Room.ONE and self.room is not Room.ONE:
            self._aside = "record" if self._has_record else "register"
        elif room is not Room.ONE and self._aside == "record":
            self._aside = "register"
        if room is not self.room or not self._sized:
            self.room = room
            self._give_room()
        panels = (self._register, self._record, self._pages)
        shown = self._shown()
        if [panel.isVisibleTo(self) for panel in panels] != list(shown):
            for panel, is_shown in zip(panels, shown, strict=True):
                panel.setVisible(is_shown)
            self._give_room()
            self.rearranged.emit()

    @override
    def restoreState(self, state: QByteArray | bytes | bytearray | memoryview) -> bool:
        self._sized = super().restoreState(state)
        return self._sized

    def _give_room(self) -> None:
        """Give each panel its share; the officer may move the edges after that."""
        self._sized = True
        register_shown, record_shown, pages_shown = self._shown()
        register = REGISTER_WIDTH * self._text_size // 100
        left = self.width() - (register if register_shown and record_shown else 0)
        pages = left * PAGES_SHARE // 100 if pages_shown and record_shown else left
        record = left - pages if pages_shown and record_shown else left
        self.setSizes([register if record_shown else left, record, pages])

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
