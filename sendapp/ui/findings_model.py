"""What the checks found, as a list to be read: a heading for each rank, the set aside last."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from typing_extensions import override

from sendapp.domain.catalogue import field
from sendapp.domain.checks.finding import Finding, Rank
from sendapp.domain.fields import Kind

SET_ASIDE = "Set aside"
"""Heads the findings that an officer has set aside."""

_MOST_WORDS = 90

AnyIndex = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """What can be asked of one row."""

    SHOWN = Qt.ItemDataRole.UserRole + 1
    """The `Shown` of the row; None for a heading."""
    RANK = Qt.ItemDataRole.UserRole + 2
    """The rank of the row's part, None for what is set aside."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A finding with what an officer reads of it; `reason` says why it was set aside."""

    finding: Finding
    rank: Rank
    title: str
    duty: str
    source: str
    reason: str = ""

    @property
    def where(self) -> str:
        """The place in the officer's words: "Reason 2", "Date of decision"."""
        entry = field(self.finding.field)
        row = self.finding.place.partition("[")[2].partition("]")[0]
        if entry.kind is not Kind.ROWS or not row:
            return entry.label
        return f"{entry.row[:1].upper()}{entry.row[1:]} {int(row) + 1}"

    @property
    def quoted(self) -> str:
        """The very words, in quotes and not too many; '' where no words are meant."""
        words = " ".join(self.finding.words.split())
        if not words:
            return ""
        return f"“{words}”" if len(words) <= _MOST_WORDS else f"“{words[:_MOST_WORDS].rstrip()} …”"


@dataclass(frozen=True, slots=True)
class _Heading:
    words: str
    count: int
    rank: Rank | None


class FindingsModel(QAbstractListModel):
    """Headings, which cannot be chosen, and findings, which can."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[_Heading | Shown] = []

    def show_findings(self, shown: Sequence[Shown]) -> None:
        """Show `shown`, in the order in which they come within each part."""
        rows: list[_Heading | Shown] = []
        for rank in Rank:
            part = [entry for entry in shown if entry.rank is rank and not entry.reason]
            if part:
                rows += [_Heading(rank.value, len(part), rank), *part]
        if aside := [entry for entry in shown if entry.reason]:
            rows += [_Heading(SET_ASIDE, len(aside), None), *aside]
        if rows != self._rows:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()

    def shown_at(self, index: AnyIndex) -> Shown | None:
        """Return the finding in a row, None for a heading or no row."""
        row = self._rows[index.row()] if index.isValid() else None
        return row if isinstance(row, Shown) else None

    def index_of(self, shown: Shown | None) -> QModelIndex:
        """Return where a finding stands now, though its place may have moved; else no index."""
        if shown is not None:
            key = (shown.finding.check, shown.finding.field, shown.finding.mark)
            for row, entry in enumerate(self._rows):
                if isinstance(entry, Shown):
                    found = entry.finding
                    if (found.check, found.field, found.mark) == key:
                        return self.index(row)
        return QModelIndex()

    def first(self, at_least: int = 0) -> QModelIndex:
        """Return the first finding from row `at_least` on, else the last one there is."""
        rows = [n for n, entry in enumerate(self._rows) if isinstance(entry, Shown)]
        later = [n for n in rows if n >= at_least]
        return self.index(later[0] if later else rows[-1]) if rows else QModelIndex()

    @override
    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                if isinstance(row, _Heading):
                    return f"{row.words}: {row.count}"
                said = (row.title, row.where, row.finding.sentence, row.reason)
                return " ".join(part if part[-1] in ".?!”" else f"{part}." for part in said if part)
            case Role.SHOWN:
                return row if isinstance(row, Shown) else None
            case Role.RANK:
                if isinstance(row, Shown):
                    return None if row.reason else row.rank
                return row.rank
            case _:
                return None

    @override
    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        if self.shown_at(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
