"""The record's printed fields, to be copied one by one into a committee system's form."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from sendapp.domain.printed_fields import PrintedField
from sendapp.domain.richtext import plain_text
from sendapp.ui.status import announce
from sendapp.ui.text.clipboard import data_of
from sendapp.ui.theme import Look, looks
from sendapp.ui.tokens import XL, L, M, S

_EXCERPT = 60


class CommitteeDialog(QDialog):
    """Stays open beside the committee system; each press puts one field on the clipboard."""

    def __init__(
        self,
        fields_now: Callable[[], Sequence[PrintedField]],
        first: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("committee")
        self.setWindowTitle("Copy for the committee system")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._fields_now = fields_now
        fields = tuple(fields_now())
        names = [entry.name for entry in fields]
        start = names.index(first) if first in names else 0
        # The field the cursor is in comes first, then the others in the order of the record.
        self._fields = (*fields[start:], *fields[:start])
        self._done: set[int] = set()
        self._marks: list[QLabel] = []
        self._buttons: list[QPushButton] = []
        about = QLabel(
            "Copy a field, paste it into its box in the committee system, and come back for the "
            "next. Notes, clearances and whatever else is never printed are not offered.",
            self,
        )
        about.setWordWrap(True)
        self._said = looks(QLabel("", self), Look.MUTED)
        self._said.setObjectName("committee_said")
        self._said.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, XL, XL, L)
        column.setSpacing(M)
        column.addWidget(about)
        column.addWidget(self._make_list(), 1)
        column.addWidget(self._said)
        column.addWidget(self._make_buttons())
        room = self.screen().availableGeometry()
        wide, high = self.fontMetrics().averageCharWidth() * 80, self.fontMetrics().height() * 26
        self.resize(min(wide, room.width() * 9 // 10), min(high, room.height() * 8 // 10))
        self._show_next()
        self._go_on.setFocus()

    @Slot()
    def copy_next(self) -> None:
        """Copy the next field that was not copied yet."""
        if (index := self._next()) is not None:
            self.copy(index)

    def copy(self, index: int) -> None:
        """Put the field at `index` on the clipboard and mark it."""
        entry = self._fields[index]
        now = next((field for field in self._fields_now() if field.name == entry.name), None)
        self._done.add(index)
        if now is None:
            self._show_next()
            self._said.setText(f"{entry.label} is blank now, and was not copied.")
            announce(self._said, self._said.text())
            return
        QGuiApplication.clipboard().setMimeData(data_of(now.doc, counts_on=now.counts_on))
        self._marks[index].setText("Copied")
        self._buttons[index].setAccessibleName(f"Copy {entry.label} again: copied already")
        self._show_next()
        self._said.setText(f"{entry.label} is on the clipboard.")
        announce(self._said, self._said.text())

    def _next(self) -> int | None:
        """Return the first field that was not copied, None once all were."""
        left = (index for index in range(len(self._fields)) if index not in self._done)
        return next(left, None)

    def _show_next(self) -> None:
        index = self._next()
        left = index is not None
        self._go_on.setEnabled(left)
        label = self._fields[index].label if index is not None else ""
        self._go_on.setText("Copy &next field" if left else "All copied")
        self._go_on.setAccessibleName(f"Copy the next field: {label}" if left else "All copied")

    def _make_list(self) -> QScrollArea:
        inner = QWidget(self)
        grid = QGridLayout(inner)
        grid.setContentsMargins(S, S, S, S)
        grid.setSpacing(S)
        grid.setColumnStretch(1, 1)
        for row, entry in enumerate(self._fields):
            button = QPushButton("Copy", inner)
            button.setObjectName(f"committee_copy_{entry.name}")
            button.setAccessibleName(f"Copy {entry.label}")
            button.setAutoDefault(False)
            button.clicked.connect(partial(self.copy, row))
            label, words = QLabel(entry.label, inner), looks(QLabel(inner), Look.MUTED)
            words.setText(_excerpt(entry))
            for part in (label, words):
                part.setTextFormat(Qt.TextFormat.PlainText)
                part.setWordWrap(True)
            mark = looks(QLabel("", inner), Look.MUTED)
            mark.setObjectName(f"committee_mark_{entry.name}")
            grid.addWidget(button, 2 * row, 0, 2, 1)
            grid.addWidget(label, 2 * row, 1)
            grid.addWidget(words, 2 * row + 1, 1)
            grid.addWidget(mark, 2 * row, 2, 2, 1)
            self._buttons.append(button)
            self._marks.append(mark)
        grid.setRowStretch(2 * len(self._fields), 1)
        area = QScrollArea(self)
        area.setObjectName("committee_fields")
        area.setAccessibleName("Fields of the record")
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        return area

    def _make_buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox(self)
        self._go_on = looks(
            box.addButton("Copy &next field", QDialogButtonBox.ButtonRole.ActionRole), Look.PRIMARY
        )
        self._go_on.setObjectName("committee_next")
        self._go_on.setDefault(True)
        self._go_on.clicked.connect(self.copy_next)
        close = box.addButton("Close", QDialogButtonBox.ButtonRole.RejectRole)
        close.setObjectName("committee_close")
        close.setAutoDefault(False)
        box.rejected.connect(self.reject)
        return box


def _excerpt(entry: PrintedField) -> str:
    words = " ".join(plain_text(entry.doc).split())
    return words if len(words) <= _EXCERPT else f"{words[:_EXCERPT].rsplit(' ', 1)[0]} …"
