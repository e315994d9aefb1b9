"""What the checks found, as a list to be read: a heading for each rank, the set aside last."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    Qt,
)
from typing_extensions import override

from sendapp.domain.checks.finding import Finding, Rank
from sendapp.services.findings import SET_ASIDE
from sendapp.ui.headed_rows import AnyIndex, HeadedRows


class Role(IntEnum):
    """What can be asked of one row."""

    FOUND = Qt.ItemDataRole.UserRole + 1
    """The finding of the row; None for a heading."""
    RANK = Qt.ItemDataRole.UserRole + 2
    """The rank of the row's part, None for what is set aside."""


@dataclass(frozen=True, slots=True)
class _Heading:
    words: str
    count: int
    rank: Rank | None


class FindingsModel(HeadedRows):
    """Headings, which cannot be chosen, and findings, which can."""

    entry = Finding

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[_Heading | Finding] = []

    def show_findings(self, findings: Sequence[Finding]) -> bool:
        """Show `findings`, in their order within each part; False if they are shown already."""
        rows: list[_Heading | Finding] = []
        for rank in Rank:
            part = [entry for entry in findings if entry.rank is rank and not entry.set_aside]
            if part:
                rows += [_Heading(rank.value, len(part), rank), *part]
        if aside := [entry for entry in findings if entry.set_aside]:
            rows += [_Heading(SET_ASIDE, len(aside), None), *aside]
        if rows == self._rows:
            return False
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()
        return True

    def finding_at(self, index: AnyIndex) -> Finding | None:
        """Return the finding in a row, None for a heading or no row."""
        found: Finding | None = self.entry_at(index)
        return found

    def index_of(self, finding: Finding) -> QModelIndex:
        """Return where `finding` stands now, though its place may have moved; else no index."""
        rows = [
            (entry.place != finding.place, number)
            for number, entry in enumerate(self._rows)
            if isinstance(entry, Finding) and entry.key == finding.key
        ]
        return self.index(min(rows)[1]) if rows else QModelIndex()

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return _said(row)
            case Role.FOUND:
                return row if isinstance(row, Finding) else None
            case Role.RANK:
                if isinstance(row, Finding):
                    return None if row.set_aside else row.rank
                return row.rank
            case _:
                return None


def _said(row: _Heading | Finding) -> str:
    """Return a row as it is read out: its rank first, since its heading cannot be chosen."""
    if isinstance(row, _Heading):
        return f"{row.words}: {row.count}"
    rank = f"{SET_ASIDE}: {row.set_aside}" if row.set_aside else row.rank.value
    said = (rank, row.title, row.where, row.sentence, row.quoted)
    return " ".join(part if part[-1] in ".?!”" else f"{part}." for part in said if part)
