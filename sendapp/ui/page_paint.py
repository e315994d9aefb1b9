"""The pictures of the pages, and how sheets and marks are painted."""

import io
from collections.abc import Iterable, Mapping

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from sendapp.ui.tokens import LIGHT, Tokens

ROUNDING = 2
"""How many dots a picture may differ from its sheet without being another size."""


def picture_of(png: bytes) -> QImage:
    """Return a PNG as a picture that is quick to paint; for any thread but the interface's.

    Not by Qt's own reader: that holds a lock of Qt's while it waits for Python, for which the
    interface thread, which has Python, may be waiting. Pillow lets the other threads run.
    """
    # Late: the window must start without it.
    from PIL import Image

    with Image.open(io.BytesIO(png), formats=("PNG",)) as page:
        width, height = page.size
        # Paper is opaque, and painting it so takes a fraction of the time.
        dots = page.convert("RGBX").tobytes("raw", "BGRX")
    return QImage(dots, width, height, 4 * width, QImage.Format.Format_RGB32).copy()


class PageImages:
    """The pictures by page number; those of an earlier version serve until theirs comes."""

    def __init__(self) -> None:
        self._images: dict[int, QImage] = {}
        self._stale: set[int] = set()

    def begin_version(self, count: int) -> None:
        """Take what is here as out of date, and drop pages from `count` on."""
        self._images = {page: image for page, image in self._images.items() if page < count}
        self._stale = set(self._images)

    def add(self, images: Mapping[int, QImage]) -> None:
        """Take pictures of this version."""
        self._images.update(images)
        self._stale.difference_update(images)

    def get(self, page: int) -> QImage | None:
        """Return the picture of a page, out of date or not."""
        return self._images.get(page)

    def lacks(self, page: int, width: float) -> bool:
        """Whether there is no picture of this version that is `width` dots wide."""
        image = self._images.get(page)
        if image is None or page in self._stale:
            return True
        return abs(image.width() - width) > max(ROUNDING, width * 0.01)


def paint_sheet(
    painter: QPainter, sheet: QRectF, image: QImage | None, ratio: float, tokens: Tokens
) -> None:
    """Paint one page at `sheet`, white where its picture is not there yet."""
    shade = tokens.colour("shadow")
    shade.setAlphaF(0.12)
    for spread in (3, 2, 1):
        painter.fillRect(sheet.adjusted(-spread, 1 - spread, spread, 1 + spread), shade)
    painter.fillRect(sheet, Qt.GlobalColor.white)
    if image is None:
        return
    if abs(image.width() - sheet.width() * ratio) <= ROUNDING:
        # The right size but for rounding: stretching it would blur every letter.
        image.setDevicePixelRatio(ratio)
        painter.save()
        painter.setClipRect(sheet)
        painter.drawImage(sheet.topLeft(), image)
        painter.restore()
    else:
        painter.drawImage(sheet, image)


def paint_tint(painter: QPainter, boxes: Iterable[QRectF], *, edited: bool) -> None:
    """Tint a field on the white sheet; the one being edited also has a bar at its side."""
    for box in boxes:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_accent(0.07 if edited else 0.10))
        painter.drawRoundedRect(box, 3, 3)
        if edited:
            painter.fillRect(QRectF(box.left() - 2, box.top(), 2, box.height()), _accent(1))


def paint_reached(painter: QPainter, boxes: Iterable[QRectF]) -> None:
    """Ring the field that the keyboard has reached."""
    painter.setPen(QPen(_accent(1), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for box in boxes:
        painter.drawRoundedRect(box, 3, 3)


def paint_focus(painter: QPainter, around: QRect, tokens: Tokens) -> None:
    """Ring the whole view, which has the keyboard."""
    painter.setPen(QPen(tokens.colour("accent"), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(around.adjusted(1, 1, -1, -1))


def _accent(strength: float) -> QColor:
    colour = QColor(LIGHT.accent)  # The paper is white in the dark theme too.
    colour.setAlphaF(strength)
    return colour
