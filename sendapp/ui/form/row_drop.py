"""Rows that are dragged within their list: where one would come to stand, and letting it go."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QRect, Signal
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QWidget
from typing_extensions import override

from sendapp.ui.form.row_card import dragged_row
from sendapp.ui.theme import Look, looks
from sendapp.ui.tokens import S

_ALOFT = 40
"""How far around a dragged row the form is scrolled into sight, in logical pixels."""


class RowDrop(QObject):
    """Takes the rows of the list `name` that are dragged over the widget of that list."""

    dropped = Signal(str, int)
    """A row's key, and before which of the cards it was let go."""
    aloft = Signal(QRect)
    """A row is held over this rectangle of the list."""

    def __init__(self, around: QWidget, name: str, cards: Callable[[], Sequence[QWidget]]) -> None:
        super().__init__(around)
        self._around = around
        self._name = name
        self._cards = cards
        self._line = looks(QFrame(around), Look.RULE)
        self._line.hide()
        around.setAcceptDrops(True)
        around.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # A move is told as an entry, and an entry as a move, by their type alone.
        match event.type():
            case QEvent.Type.DragEnter | QEvent.Type.DragMove:
                assert isinstance(event, QDragMoveEvent)
                self._carry(event)
            case QEvent.Type.DragLeave:
                self._line.hide()
            case QEvent.Type.Drop:
                assert isinstance(event, QDropEvent)
                self._let_go(event)
            case _:
                return False
        return True

    def _carry(self, event: QDragMoveEvent) -> None:
        if self._key(event) is None:
            event.ignore()
            return
        event.acceptProposedAction()
        if event.type() == QEvent.Type.DragEnter:
            return
        index, cards = self._index_at(event.position().toPoint().y()), self._cards()
        y = cards[index].y() - S // 2 if index < len(cards) else cards[-1].geometry().bottom()
        self._line.setGeometry(0, y, self._around.width(), 2)
        self._line.raise_()
        self._line.show()
        self.aloft.emit(QRect(0, y - _ALOFT, 1, 2 * _ALOFT))

    def _let_go(self, event: QDropEvent) -> None:
        self._line.hide()
        key = self._key(event)
        if key is None:
            event.ignore()
            return
        event.acceptProposedAction()
        self.dropped.emit(key, self._index_at(event.position().toPoint().y()))

    def _key(self, event: QDropEvent) -> str | None:
        """Return the key of the row being dragged, None if it is not one of this list."""
        return dragged_row(event.mimeData(), self._name)

    def _index_at(self, y: int) -> int:
        return sum(1 for card in self._cards() if card.geometry().center().y() < y)
