"""The journal's lines under their days, more of them as the list is scrolled to its end."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal
from typing_extensions import override

from sendapp.domain.dates import day_heading
from sendapp.domain.journal_lines import JournalLine, JournalPage, told
from sendapp.ui.headed_rows import AnyIndex, HeadedRows
from sendapp.ui.journal.wording import more_words, spoken

MOST_SHOWN = 5_000
"""So many lines can be scrolled through: nobody reads on, and the list stays quick."""


class Role(IntEnum):
    """What can be asked of one row."""

    LINE = Qt.ItemDataRole.UserRole + 1
    """The line of the row; None for a day, and for what says that there are more."""


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands between lines: their day, or that there are more of them."""

    words: str


class JournalModel(HeadedRows):
    """Days, which cannot be chosen, and lines, which can."""

    entry = JournalLine
    more_wanted = Signal(int)
    """The lines before the row of the journal with this number are wanted."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Heading | JournalLine] = []
        self._today = date.min
        self._total = 0
        self._shown = 0
        self._waiting = False

    def show_page(self, page: JournalPage, today: date) -> None:
        """Show exactly these lines, as the days are called on `today`."""
        self.beginResetModel()
        self._today, self._total, self._shown = today, page.total, len(page.lines)
        self._rows = self._under_days(page.lines, None)
        self._waiting = False
        self.endResetModel()

    def add_lines(self, lines: Sequence[JournalLine]) -> None:
        """Show these lines after those that are shown already."""
        self._shown += len(lines)
        rows = self._under_days(lines, self._last())
        if lines and self._shown >= MOST_SHOWN and (left := self._total - self._shown) > 0:
            rows.append(Heading(more_words(left)))
        # Where nothing came there is nothing more to ask for.
        self._waiting = not lines
        if rows:
            at = len(self._rows)
            self.beginInsertRows(QModelIndex(), at, at + len(rows) - 1)
            self._rows += rows
            self.endInsertRows()

    def be_ready(self) -> None:
        """Ask for older lines again at the next look beyond the end: those asked for failed."""
        self._waiting = False

    def line_at(self, index: AnyIndex) -> JournalLine | None:
        """Return the line in a row, None for another row or none."""
        found: JournalLine | None = self.entry_at(index)
        return found

    def index_of(self, number: int) -> QModelIndex:
        """Return where the line stands that is the journal's row `number`; no index if nowhere."""
        for at, row in enumerate(self._rows):
            if isinstance(row, JournalLine) and row.entry.number == number:
                return self.index(at)
        return QModelIndex()

    @override
    def canFetchMore(self, parent: AnyIndex) -> bool:
        left = self._shown < min(self._total, MOST_SHOWN)
        return left and not self._waiting and not parent.isValid()

    @override
    def fetchMore(self, parent: AnyIndex) -> None:
        del parent
        if (last := self._last()) is not None:
            self._waiting = True
            self.more_wanted.emit(last.entry.number)

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        if isinstance(row, Heading):
            spoken_too = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            return row.words if role in spoken_too else None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return told(row.entry)
            case Qt.ItemDataRole.AccessibleTextRole:
                return spoken(row, told(row.entry))
            case Role.LINE:
                return row
            case _:
                return None

    def _last(self) -> JournalLine | None:
        last = self._rows[-1] if self._rows else None
        return last if isinstance(last, JournalLine) else None

    def _under_days(
        self, lines: Sequence[JournalLine], before: JournalLine | None
    ) -> list[Heading | JournalLine]:
        rows: list[Heading | JournalLine] = []
        day = before.at.date() if before is not None else None
        for line in lines:
            if line.at.date() != day:
                day = line.at.date()
                rows.append(Heading(day_heading(day, self._today)))
            rows.append(line)
        return rows
