"""The printed pages as white sheets on soft ground."""

import math
from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QEvent, QPointF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget
from typing_extensions import override

from sendapp.ui.page_layout import SCREEN, PageLayout, Spot, spoken_place
from sendapp.ui.page_paint import PageImages, paint_focus, paint_reached, paint_sheet, paint_tint
from sendapp.ui.soft_scroll import SoftScroll
from sendapp.ui.status import announce
from sendapp.ui.theme import Look, looks
from sendapp.ui.tokens import L, S, Tokens

ZOOMS = (0.5, 0.67, 0.8, 0.9, 1.0, 1.25, 1.5, 2.0, 3.0)
SETTLE_MS = 80
"""How long scrolling or resizing pauses before pages are asked for."""
MAX_DPI = 400.0
A4_WIDTH = 595.3
"""What is reckoned with before there is a page, in points."""


class PageView(QAbstractScrollArea):
    """Shows pages, finds the field under a click, and asks for the pages that are not there."""

    place_clicked = Signal(str)
    pages_wanted = Signal(int, float, int)
    """The first page to make, from 0, the dots an inch, and how many pages."""
    page_shown = Signal(int, int)
    """The page that is in view, from 1, and how many there are."""
    zoom_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page_view")
        self.setAccessibleName("Printed pages")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        looks(self, Look.BARE)
        self.viewport().setMouseTracking(True)
        self._layout = PageLayout()
        self._spots: tuple[Spot, ...] = ()
        self._images = PageImages()
        self._zoom = 0.0
        self._hovered = self._shown = self._reached = ""
        self._asked: tuple[object, ...] = ()
        self._said_page = (0, 0)
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settle.timeout.connect(self._ask)
        self._glide = SoftScroll(self.verticalScrollBar())
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    @property
    def reached(self) -> str:
        """The field that the keyboard has reached, '' before it has moved."""
        return self._reached

    @property
    def page_layout(self) -> PageLayout:
        """Where everything is now."""
        return self._layout

    def show_pages(
        self,
        images: Mapping[int, QImage],
        sizes: Sequence[tuple[float, float]],
        spots: Iterable[Spot],
    ) -> None:
        """Show a fresh version of the pages; those without an image stay until theirs comes."""
        self._spots = tuple(spots)
        self._images.begin_version(len(sizes))
        self._images.add(images)
        self._lay_out(sizes)
        self._asked = ()
        self._settle.start()

    def add_images(self, images: Mapping[int, QImage]) -> None:
        """Show more images of the same version of the pages."""
        self._images.add(images)
        self._settle.start()
        self.viewport().update()

    def clear(self) -> None:
        """Show no pages."""
        self._images.begin_version(0)
        self._spots = ()
        self._hovered = self._shown = self._reached = ""
        self._lay_out(())

    def wanted(self) -> tuple[int, float, int]:
        """Return what is in view: the first page, from 0, the dots an inch, and how many."""
        seen = self._visible()
        return (seen.start if seen else 0, self.dpi(), max(1, len(seen)))

    def dpi(self) -> float:
        """Return how many dots an inch look sharp on this screen at this zoom."""
        return min(MAX_DPI, round(72 * self._layout.scale * self.devicePixelRatioF(), 1))

    def zoom_percent(self) -> int:
        """Return the zoom, in per cent of the size on paper."""
        return round(self._layout.scale / SCREEN * 100)

    def fits_width(self) -> bool:
        """Whether the pages are as wide as the panel."""
        return not self._zoom

    @Slot()
    def fit_width(self) -> None:
        """Make the pages as wide as the panel, and keep them so."""
        self._set_zoom(0.0)

    @Slot()
    def zoom_in(self) -> None:
        """Make the pages larger by a step."""
        now = self._layout.scale / SCREEN
        self._set_zoom(next((z for z in ZOOMS if z > now * 1.02), ZOOMS[-1]))

    @Slot()
    def zoom_out(self) -> None:
        """Make the pages smaller by a step."""
        now = self._layout.scale / SCREEN
        self._set_zoom(next((z for z in reversed(ZOOMS) if z < now * 0.98), ZOOMS[0]))

    def show_field(self, address: str) -> None:
        """Mark the field that is being edited, and scroll softly to where it is printed."""
        if address == self._shown:
            return
        self._shown = address
        self._reveal(address)
        self.viewport().update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        tokens = Tokens.now()
        painter.fillRect(event.rect(), tokens.colour("desk"))
        painter.translate(-self._offset())
        for number in self._visible():
            sheet, image = self._layout.pages[number], self._images.get(number)
            paint_sheet(painter, sheet, image, self.devicePixelRatioF(), tokens)
        paint_tint(painter, self._layout.boxes(self._shown), edited=True)
        paint_tint(painter, self._layout.boxes(self._hovered), edited=False)
        if self.hasFocus():
            paint_reached(painter, self._layout.boxes(self._reached))
            painter.resetTransform()
            paint_focus(painter, self.viewport().rect(), tokens)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out(self._layout.sizes)
        self._settle.start()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._layout.address_at(event.position() + self._offset()))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        address = self._layout.address_at(event.position() + self._offset())
        if event.button() == Qt.MouseButton.LeftButton and address:
            self.place_clicked.emit(address)

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._hover("")
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._settle.start()
        return super().viewportEvent(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y() > 0:
                self.zoom_in()
            elif event.angleDelta().y() < 0:
                self.zoom_out()
            event.accept()
            return
        super().wheelEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        match event.key():
            case Qt.Key.Key_Down | Qt.Key.Key_Up:
                self._step(1 if event.key() == Qt.Key.Key_Down else -1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if self._reached:
                self.place_clicked.emit(self._reached)
            case Qt.Key.Key_Home:
                bar.setValue(bar.minimum())
            case Qt.Key.Key_End:
                bar.setValue(bar.maximum())
            case _:
                super().keyPressEvent(event)

    def _lay_out(self, sizes: Sequence[tuple[float, float]]) -> None:
        room = self.viewport().size()
        bar = self.verticalScrollBar()
        before, at = self._layout, bar.value()
        widest = max((wide for wide, _ in sizes), default=A4_WIDTH)
        # The bar's room is always left, or fitting the width would make it come and go.
        fitted = (self.width() - bar.sizeHint().width() - 2 * L) / widest
        scale = self._zoom * SCREEN if self._zoom else max(0.2, fitted)
        self._layout = PageLayout(sizes, self._spots, scale, room.width())
        height, width = math.ceil(self._layout.height), math.ceil(self._layout.width)
        bar.setPageStep(room.height())
        bar.setSingleStep(L * 2)
        bar.setRange(0, max(0, height - room.height()))
        if before.scale != scale and before.height:
            bar.setValue(round(at * self._layout.height / before.height))
            self.zoom_changed.emit()
        side = self.horizontalScrollBar()
        side.setPageStep(room.width())
        centred = before.width == 0 or side.maximum() == 0
        side.setRange(0, max(0, width - room.width()) if self._zoom else 0)
        if centred:
            side.setValue(side.maximum() // 2)
        self._say_page()
        self.viewport().update()

    def _set_zoom(self, zoom: float) -> None:
        self._zoom = zoom
        self._lay_out(self._layout.sizes)
        self._settle.start()
        self.zoom_changed.emit()

    def _visible(self) -> range:
        return self._layout.visible(self.verticalScrollBar().value(), self.viewport().height())

    def _offset(self) -> QPointF:
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    @Slot()
    def _scrolled(self) -> None:
        self._say_page()
        self._settle.start()

    def _say_page(self) -> None:
        count = len(self._layout.pages)
        page = self._layout.page_at(self.verticalScrollBar().value(), self.viewport().height())
        if self._said_page != (page + 1, count):
            self._said_page = (page + 1, count)
            self.page_shown.emit(page + 1, count)

    @Slot()
    def _ask(self) -> None:
        if not self.isVisible():
            return
        dots = self.dpi()
        widths = {page: self._layout.sizes[page][0] * dots / 72 for page in self._visible()}
        lacking = [page for page, width in widths.items() if self._images.lacks(page, width)]
        if not lacking:
            return
        wanted = (lacking[0], dots, lacking[-1] - lacking[0] + 1)
        if wanted != self._asked:
            self._asked = wanted
            self.pages_wanted.emit(*wanted)

    def _hover(self, address: str) -> None:
        if address == self._hovered:
            return
        self._hovered = address
        pointing = Qt.CursorShape.PointingHandCursor if address else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(pointing)
        self.viewport().setToolTip(f"Go to: {spoken_place(address)}" if address else "")
        self.viewport().update()

    def _step(self, by: int) -> None:
        self._reached = self._layout.neighbour(self._reached or self._shown, by)
        if not self._reached:
            return
        self._reveal(self._reached)
        self.setAccessibleDescription(spoken_place(self._reached))
        announce(self, spoken_place(self._reached))
        self.viewport().update()

    def _reveal(self, address: str) -> None:
        boxes = self._layout.boxes(address)
        if not boxes:
            return
        bar, height = self.verticalScrollBar(), self.viewport().height()
        box = boxes[0]
        if bar.value() <= box.top() and box.bottom() <= bar.value() + height:
            return
        to = box.top() - (height - box.height()) / 2 if box.height() < height else box.top() - S
        self._glide.to(to)
