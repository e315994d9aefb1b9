"""An officer with files: dragged over the window, let go of there, and filed."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from sendapp.domain.interchange import to_json
from sendapp.domain.record import DecisionRecord
from sendapp.services.filing import Filed
from tests.documents.test_first_page import pdf
from tests.driver import Officer

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


def opens(officer: Officer, record: DecisionRecord) -> None:
    path = officer.folder / "r.json"
    path.write_text(to_json(record), encoding="utf-8")
    officer.window.records.bring_in_files([str(path)])
    officer.waits_until(lambda: officer.window.pane.form is not None, "the record is open")


def a_file(officer: Officer, name: str, content: bytes = b"") -> Path:
    path = officer.folder / name
    path.write_bytes(content or pdf((595, 842), (595, 842)))
    return path


def listed(officer: Officer) -> list[Filed]:
    return officer.window.files.list.files()


def waits_for(officer: Officer, count: int) -> list[Filed]:
    officer.waits_until(lambda: len(listed(officer)) == count, f"{count} files are listed")
    return listed(officer)


def files(officer: Officer, *paths: Path) -> list[Filed]:
    """Drop files on the record and file them as they are guessed to be."""
    before = len(listed(officer))
    drops(officer.finds("title"), data_of(paths))
    officer.clicks("files_file")
    return waits_for(officer, before + len(paths))
