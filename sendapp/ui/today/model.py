"""What is due, as a list to be read: a heading for each kind, then its tasks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from sendapp.domain.today import DUE_WORDS, Due, Task, Tasks
from sendapp.ui.today.wording import ACTS, details, since_words

AnyIndex = QModelIndex | QPersistentModelIndex


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


class TodayModel(QAbstractListModel):
    """Headings, which cannot be chosen, and tasks, which can."""

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
        row = self._rows[index.row()] if index.isValid() else None
        return row if isinstance(row, Task) else None

    def index_of(self, due: Due, record_id: str) -> QModelIndex:
        """Return where a record's task of this kind stands; no index where it is done."""
        for number, row in enumerate(self._rows):
            if isinstance(row, Task) and (row.due, row.record_id) == (due, record_id):
                return self.index(number)
        return QModelIndex()

    def first(self, at_least: int = 0) -> QModelIndex:
        """Return the first task from row `at_least` on, else the last one there is."""
        rows = [n for n, entry in enumerate(self._rows) if isinstance(entry, Task)]
        later = [n for n in rows if n >= at_least]
        return self.index(later[0] if later else rows[-1]) if rows else QModelIndex()

    @override
    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

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

    @override
    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        if self.task_at(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
