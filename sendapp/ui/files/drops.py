"""Files dropped anywhere on the record, before any text under them can take them for words."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from sendapp.ui.tokens import M

_DRAGS = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)


class FileDrops(QObject):
    """Watches what is dragged over `targets`, parts of one window; text goes on to whom it is for.

    It listens where the system hands drags to the window, not at every widget: a filter at each
    would be asked about each key.
    """

    dropped = Signal(object)
    """The paths of the files that were dropped."""

    def __init__(self, window: QWidget, targets: Sequence[QWidget]) -> None:
        super().__init__(window)
        self._window = window
        self._targets = targets
        self._is_on = False
        self._over = False
        self._hint = QLabel("Drop to keep with this record", window)
        self._hint.setObjectName("files_drop")
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._hint.hide()
        # The system offers drags only to a window that takes some.
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def be_on(self, on: bool) -> None:
        """Take files, or leave them alone while there is no record to keep them with."""
        self._is_on = on
        if not on:
            self._hint.hide()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if watched is self._window:
            if kind is QEvent.Type.Show and (handle := self._window.windowHandle()) is not None:
                handle.installEventFilter(self)
            return False
        if kind is QEvent.Type.DragLeave and self._over:
            self._end()
            return True
        if kind in _DRAGS and isinstance(event, QDropEvent):
            return self._dragged(event)
        return False

    def _dragged(self, event: QDropEvent) -> bool:
        """Whether the drag is of files for the record, which is then dealt with."""
        paths = paths_in(event)
        target = self._target_at(event.position().toPoint()) if self._is_on and paths else None
        if target is None:
            if self._over:
                self._end()
                event.ignore()
                return True
            return False
        self._over = True
        # A copy, whatever is proposed: what moves away leaves the officer's folder.
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if event.type() is QEvent.Type.Drop:
            self._end()
            self.dropped.emit(paths)
            return True
        if isinstance(event, QDragMoveEvent):
            self._show_hint(target)
        return True

    def _target_at(self, at: QPoint) -> QWidget | None:
        for target in self._targets:
            if target.isVisible() and self._place(target).contains(at):
                return target
        return None

    def _place(self, target: QWidget) -> QRect:
        return QRect(target.mapTo(self._window, QPoint(0, 0)), target.size())

    def _show_hint(self, target: QWidget) -> None:
        place = self._place(target)
        high = self._hint.sizeHint().height() * 3
        self._hint.setGeometry(
            place.left() + M, place.center().y() - high // 2, place.width() - 2 * M, high
        )
        self._hint.raise_()
        self._hint.show()

    def _end(self) -> None:
        self._over = False
        self._hint.hide()


def paths_in(event: QDropEvent) -> list[Path]:
    """Return the files of this computer that are dragged, none where anything else is, too."""
    addresses = event.mimeData().urls()
    if not addresses or not all(address.isLocalFile() for address in addresses):
        return []
    return [Path(address.toLocalFile()) for address in addresses]
