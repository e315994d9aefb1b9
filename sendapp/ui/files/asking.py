"""Asks, where the files are listed, what each file that is to be filed is."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from sendapp.domain.filed import KIND_WORDS, FileKind, likely_kind
from sendapp.services.filing import LONGEST_NOTE
from sendapp.ui.choice import Choice
from sendapp.ui.files.in_place import AskedInPlace
from sendapp.ui.icons import icon
from sendapp.ui.line_edit import LineEdit
from sendapp.ui.theme import Look, looks
from sendapp.ui.tokens import M, S
from sendapp.ui.tool_tips import plain_tip

KINDS = tuple((kind.value, words) for kind, words in KIND_WORDS.items())

_ROWS_SHOWN = 3
"""How many files are shown at once; the others are scrolled to."""


@dataclass(frozen=True, slots=True)
class ToFile:
    """A file that is to be filed, and as what."""

    path: Path
    kind: FileKind


class AskingCard(AskedInPlace):
    """A row for each file with its likely kind; `given` carries `ToFile`s and a note."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("files_asking")
        self._rows: list[_Row] = []
        self._heading = looks(QLabel(self), Look.STRONG)
        self._heading.setWordWrap(True)
        self._list = QWidget(self)
        self._list.setObjectName("files_asked")
        self._column = QVBoxLayout(self._list)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(S)
        self._scroll = _Rows(self._list, self)
        self._note = LineEdit("files_note", "Note (optional)")
        self._note.setPlaceholderText("Note (optional)")
        self._note.setMaxLength(LONGEST_NOTE)
        self._file = looks(QPushButton(self), Look.PRIMARY)
        self._file.setObjectName("files_file")
        self._file.clicked.connect(self.give)
        self._cancel = QPushButton("Cancel", self)
        self._cancel.setObjectName("files_cancel")
        self._cancel.clicked.connect(self.leave)
        self._lay_out()
        self.hide()

    def ask(self, paths: Sequence[Path], *, decided: bool) -> None:
        """Ask of these files, beside those that are asked of already; the keyboard goes there."""
        asked = {row.path for row in self._rows}
        first = len(self._rows)
        for path in dict.fromkeys(paths):
            if path not in asked:
                self._add(path, likely_kind(path.name, decided=decided))
        if self._rows:
            self._count()
            self.show()
            self.begun.emit()
            self._rows[min(first, len(self._rows) - 1)].kind.setFocus()

    @property
    def stops(self) -> list[QWidget]:
        """What Tab goes through here, in turn."""
        rows = [stop for row in self._rows for stop in (row.kind, row.out)]
        return [*rows, self._note, self._file, self._cancel]

    @override
    def clear(self) -> None:
        """Ask of nothing any more."""
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows.clear()
        self._note.clear()
        self.hide()
        self.ended.emit()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(S)
        buttons.addWidget(self._file)
        buttons.addWidget(self._cancel)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(M, M, M, M)
        column.setSpacing(S)
        column.addWidget(self._heading)
        column.addWidget(self._scroll)
        column.addWidget(self._note)
        column.addLayout(buttons)

    def _add(self, path: Path, kind: FileKind) -> None:
        row = _Row(path, kind, self._list)
        row.left_out.connect(self._leave_out)
        self._rows.append(row)
        self._column.addWidget(row)

    @Slot(object)
    def _leave_out(self, row: "_Row") -> None:
        at = self._rows.index(row)
        self._rows.remove(row)
        row.hide()
        row.deleteLater()
        if not self._rows:
            self.leave()
            return
        self._count()
        self._rows[min(at, len(self._rows) - 1)].kind.setFocus()

    def _count(self) -> None:
        count = len(self._rows)
        self._heading.setText("What is this file?" if count == 1 else "What are these files?")
        self._file.setText("File it" if count == 1 else f"File all {count}")
        heights = [row.sizeHint().height() for row in self._rows[:_ROWS_SHOWN]]
        high = sum(heights) + S * (len(heights) - 1)
        # The next one peeps out, so that it is seen that there are more.
        more = S + self.fontMetrics().height() if count > _ROWS_SHOWN else 0
        self._scroll.want(heights[0], high + more)

    @Slot()
    @override
    def give(self) -> None:
        asked = [ToFile(row.path, FileKind(row.kind.value())) for row in self._rows]
        note = self._note.text()
        self.clear()
        self.given.emit(asked, note)


class _Rows(QScrollArea):
    """Lets the rows scroll where there is no room for as many as are shown at once."""

    def __init__(self, page: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        looks(self, Look.BARE)
        self.setWidgetResizable(True)
        self.setWidget(page)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._wanted = 0

    def want(self, least: int, wanted: int) -> None:
        """Be `wanted` pixels high, or at least `least`; Qt remembers the first rows' height."""
        self._wanted = wanted
        self.setMinimumHeight(least)
        self.setMaximumHeight(wanted)
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._wanted)


class _Row(QWidget):
    """One file: its name, what it is, and a button to leave it out."""

    left_out = Signal(object)

    def __init__(self, path: Path, kind: FileKind, parent: QWidget) -> None:
        super().__init__(parent)
        self.path = path
        self.kind = Choice("file_kind", f"What is {path.name}?", KINDS, self)
        self.kind.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.kind.setMinimumContentsLength(12)
        self.kind.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.kind.show_value(kind.value)
        self.out = QToolButton(self)
        self.out.setObjectName("file_left_out")
        self.out.setIcon(icon("x"))
        self.out.setAccessibleName(f"Leave out {path.name}")
        self.out.setToolTip("Leave this file out")
        self.out.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.out.clicked.connect(self._leave_out)
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(S)
        line.addWidget(self.kind, 1)
        line.addWidget(self.out)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(_Name(path.name, self))
        column.addLayout(line)

    @Slot()
    def _leave_out(self) -> None:
        self.left_out.emit(self)


class _Name(QLabel):
    """The name of a file, cut in its middle where it is too long: how it ends tells what it is."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(name, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setToolTip(plain_tip(name))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 8, self.fontMetrics().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        cut = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideMiddle, self.width())
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        painter.drawText(self.rect(), int(self.alignment()), cut)
