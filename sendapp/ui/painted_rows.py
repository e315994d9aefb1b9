"""Rows of a list, painted: their ground when chosen, their texts, their width."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from sendapp.ui.tokens import RADIUS, XS, M, Tokens


class PaintedRows(QStyledItemDelegate):
    """What painted lists share: the ground of a row and the text upon it."""

    def ground(self, painter: QPainter, option: QStyleOptionViewItem, *, chosen: bool) -> Tokens:
        """Paint the ground of a row and return its colours."""
        tokens = Tokens.now()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect).adjusted(XS + 1, 1, -XS - 1, -1)
        hover = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.setPen(Qt.PenStyle.NoPen)
        if chosen or hover:
            painter.setBrush(tokens.colour("chosen" if chosen else "hover"))
            painter.drawRoundedRect(box, RADIUS, RADIUS)
        current = option.state & QStyle.StateFlag.State_HasFocus
        if current and option.state & QStyle.StateFlag.State_Active:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(tokens.colour("accent"), 2))
            painter.drawRoundedRect(box, RADIUS, RADIUS)
        return tokens

    def words(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        box: QRect,
        text: str,
        side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        """Paint one line of text, cut with dots where it does not fit."""
        placed = QStyle.visualRect(option.direction, option.rect, box)
        flags = QStyle.visualAlignment(option.direction, side) | Qt.AlignmentFlag.AlignVCenter
        cut = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(placed, int(flags), cut)


def inner_width(widget: QWidget | None) -> int:
    """Return how wide the text of a row may be in the list `widget`, in logical pixels."""
    view = widget.viewport() if isinstance(widget, QAbstractScrollArea) else widget
    return max(1, (view.width() if view else 200) - 2 * (M + XS))


def laid_out(words: str, font: QFont, width: int) -> QTextLayout:
    """Return a text laid out in a width, in logical pixels, on as many lines as it takes."""
    layout = QTextLayout(words, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    top = 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, top))
        top += line.height()
    layout.endLayout()
    return layout


def height(layout: QTextLayout) -> float:
    """Return how high a laid-out text is."""
    return layout.boundingRect().height()
