"""What is due, as a list to be read: a heading for each kind, then its tasks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Qt
from typing_extensions import override

from sendapp.domain.today import DUE_WORDS, Due, Task, Tasks
from sendapp.ui.headed_rows import AnyIndex, HeadedRows
from sendapp.ui.today.wording import ACTS, details, since_words


class Role(IntEnum):
    """What can be asked of one row."""

    TASK = Qt.ItemDataRole.UserRole + 1
    """The task of the row; None for a heading and for what says that there are more."""
    LINES = Qt.ItemDataRole.UserRole + 2
    """The two lines below a task's title."""
    ACT = Qt.ItemDataRole.UserRole + 3
    """What the row offers to do."""


@dataclass(frozen=True, slots=True)
class Heading:
    """What heads the tasks of a kind, or follows those that are not shown one by one."""

    words: str
    more: bool = False


class TodayModel(HeadedRows):
    """Headings, which cannot be chosen, and tasks, which can."""

    entry = Task

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Heading | Task] = []
        self._today = date.min

    def show_tasks(self, tasks: Sequence[Tasks], today: date) -> None:
        """Show exactly these tasks, as they are told on `today`."""
        rows: list[Heading | Task] = []
        for kind in tasks:
            rows += [Heading(f"{DUE_WORDS[kind.due]}: {kind.total:,}"), *kind.first]
            if left := kind.total - len(kind.first):
                rows.append(Heading(f"and {left:,} more", more=True))
        if (rows, today) == (self._rows, self._today):
            return
        self.beginResetModel()
        self._rows, self._today = rows, today
        self.endResetModel()

    def task_at(self, index: AnyIndex) -> Task | None:
        """Return the task in a row, None for another row or none."""
        found: Task | None = self.entry_at(index)
        return found

    def index_of(self, due: Due, record_id: str) -> QModelIndex:
        """Return where a record's task of this kind stands; no index where it is done."""
        for number, row in enumerate(self._rows):
            if isinstance(row, Task) and (row.due, row.record_id) == (due, record_id):
                return self.index(number)
        return QModelIndex()

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        if isinstance(row, Heading):
            spoken = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            return row.words if spoken else None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.title or "Without a title"
            case Qt.ItemDataRole.AccessibleTextRole:
                said = (DUE_WORDS[row.due], row.title, details(row), since_words(row, self._today))
                return ". ".join(filter(None, said)) + "."
            case Role.TASK:
                return row
            case Role.LINES:
                return details(row), since_words(row, self._today)
            case Role.ACT:
                return ACTS[row.due]
            case _:
                return None
