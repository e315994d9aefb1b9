"""What a desktop does with files: drag them over a window and let go of them."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

COPY, LEFT = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


def data_of(paths: Sequence[Path]) -> QMimeData:
    """Return what a desktop puts on a drag of files: their addresses, and those as text."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    data.setText("\n".join(QUrl.fromLocalFile(str(path)).toString() for path in paths))
    return data


def drags_over(widget: QWidget, data: QMimeData) -> bool:
    """Drag `data` over the middle of `widget`; return whether the window would take it."""
    handle, at = widget.window().windowHandle(), _middle(widget)
    assert handle is not None
    enter = QDragEnterEvent(at, COPY, data, LEFT, NONE)
    QApplication.sendEvent(handle, enter)
    move = QDragMoveEvent(at, COPY, data, LEFT, NONE)
    QApplication.sendEvent(handle, move)
    return move.isAccepted()


def drops(widget: QWidget, data: QMimeData) -> None:
    """Drag `data` over `widget` and let go of it there."""
    drags_over(widget, data)
    handle = widget.window().windowHandle()
    QApplication.sendEvent(handle, QDropEvent(QPointF(_middle(widget)), COPY, data, LEFT, NONE))
    QApplication.processEvents()


def leaves(widget: QWidget) -> None:
    """Drag out of the window again."""
    QApplication.sendEvent(widget.window().windowHandle(), QDragLeaveEvent())


def _middle(widget: QWidget) -> QPoint:
    return widget.mapTo(widget.window(), widget.rect().center())
