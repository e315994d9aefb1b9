"""The list of records as Qt's views ask for it, page by page."""

from collections.abc import Iterable
from datetime import date, datetime
from enum import IntEnum
from typing import Any, Protocol

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from typing_extensions import override

from sendapp.domain.dates import long_date
from sendapp.domain.standing import stands_at
from sendapp.services.desk import FOUND_END, FOUND_START
from sendapp.ui.tool_tips import plain_tip

UNTITLED = "No title yet"

AnyIndex = QModelIndex | QPersistentModelIndex


class Line(Protocol):
    """What the register needs to know of one record; times are UTC in ISO form, or ''."""

    @property
    def id(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def decision_maker(self) -> str: ...
    @property
    def date_of_decision(self) -> str: ...
    @property
    def status(self) -> str: ...
    @property
    def saved(self) -> str: ...
    @property
    def found(self) -> str: ...
    @property
    def binned(self) -> str: ...
    @property
    def call_in_ends(self) -> str: ...
    @property
    def reference(self) -> str: ...


class Role(IntEnum):
    """What can be asked of one row."""

    ID = Qt.ItemDataRole.UserRole + 1
    TITLE = Qt.ItemDataRole.UserRole + 2
    POST = Qt.ItemDataRole.UserRole + 3
    WHEN = Qt.ItemDataRole.UserRole + 4
    STATE = Qt.ItemDataRole.UserRole + 5
    FOUND = Qt.ItemDataRole.UserRole + 6
    OPEN = Qt.ItemDataRole.UserRole + 7
    SHAPE = Qt.ItemDataRole.UserRole + 8
    """What makes a row high: its title, whether it has a post, the words found."""
    REFERENCE = Qt.ItemDataRole.UserRole + 9


class RegisterModel(QAbstractListModel):
    """The records shown; asks for more when the last one comes into view."""

    more_wanted = Signal()
    reshaped = Signal()
    """A row may need another height."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Show records as they stand today, until `begin_day` names another day."""
        super().__init__(parent)
        self._today = date.today()
        self._lines: list[Line] = []
        self._rows: dict[str, int] = {}
        self._more = False
        self._open = ""

    def show_lines(self, lines: Iterable[Line], *, more: bool) -> bool:
        """Show these records and no others; whether they are others than before, or reordered."""
        fresh = list(lines)
        self._more = more
        if [line.id for line in fresh] == [line.id for line in self._lines]:
            for row, (new, old) in enumerate(zip(fresh, self._lines, strict=True)):
                if new != old:
                    self._lines[row] = new
                    self.dataChanged.emit(self.index(row), self.index(row))
                    if _shape(new) != _shape(old):
                        self.reshaped.emit()
            return False
        self.beginResetModel()
        self._lines = fresh
        self._rows = {line.id: row for row, line in enumerate(fresh)}
        self.endResetModel()
        return True

    def add_lines(self, lines: Iterable[Line], *, more: bool) -> None:
        """Show these records after those that are shown already."""
        fresh = [line for line in lines if line.id not in self._rows]
        self._more = more
        if not fresh:
            return
        first = len(self._lines)
        self.beginInsertRows(QModelIndex(), first, first + len(fresh) - 1)
        self._lines.extend(fresh)
        self._rows.update({line.id: row for row, line in enumerate(fresh, first)})
        self.endInsertRows()

    def begin_day(self, today: date) -> None:
        """Say of each record where it stands on another day, and when it was saved."""
        self._today = today
        if self._lines:
            last = self.index(len(self._lines) - 1)
            roles = [Role.WHEN, Role.STATE, Qt.ItemDataRole.AccessibleTextRole]
            self.dataChanged.emit(self.index(0), last, roles)

    def set_open(self, record_id: str) -> None:
        """Mark the record that is open, '' for none."""
        before, self._open = self._open, record_id
        for changed in (before, record_id):
            index = self.index_of(changed)
            if index.isValid():
                self.dataChanged.emit(index, index, [Role.OPEN])

    def index_of(self, record_id: str) -> QModelIndex:
        """Return where a record stands, an invalid index if it is not shown."""
        row = self._rows.get(record_id)
        return QModelIndex() if row is None else self.index(row)

    @override
    def rowCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._lines):
            return None
        line = self._lines[index.row()]
        match role:
            case Role.ID:
                return line.id
            case Role.TITLE | Qt.ItemDataRole.DisplayRole:
                return line.title or UNTITLED
            case Qt.ItemDataRole.ToolTipRole:
                # What a narrow row cuts can be read here.
                whole = (line.title or UNTITLED, line.decision_maker, line.reference)
                return plain_tip("\n".join(filter(None, whole)))
            case Role.POST:
                return line.decision_maker
            case Role.REFERENCE:
                return line.reference
            case Role.WHEN:
                return when(line, self._today)
            case Role.STATE:
                return _stands(line, self._today)
            case Role.FOUND:
                return line.found
            case Role.SHAPE:
                return _shape(line)
            case Role.OPEN:
                return line.id == self._open
            case Qt.ItemDataRole.AccessibleTextRole:
                return spoken(line, self._today, open_now=line.id == self._open)
        return None

    @override
    def roleNames(self) -> dict[int, QByteArray]:
        return {role.value: QByteArray(role.name.lower().encode()) for role in Role}

    @override
    def canFetchMore(self, parent: AnyIndex) -> bool:
        return self._more and not parent.isValid()

    @override
    def fetchMore(self, parent: AnyIndex) -> None:
        del parent
        self._more = False
        self.more_wanted.emit()


def _shape(line: Line) -> tuple[str, bool, str]:
    return line.title or UNTITLED, bool(line.decision_maker), line.found


def spoken(line: Line, today: date, *, open_now: bool) -> str:
    """Return a row in the words a screen reader says on the day `today`."""
    found = line.found.replace(FOUND_START, "").replace(FOUND_END, "")
    parts = (
        line.title or UNTITLED,
        line.decision_maker,
        line.reference,
        when(line, today),
        _stands(line, today),
        "open" if open_now else "",
        f"found: {found}" if found else "",
    )
    return ", ".join(part for part in parts if part)


def _stands(line: Line, today: date) -> str:
    return stands_at(line.status, line.call_in_ends, today.isoformat())


def when(line: Line, today: date) -> str:
    """Return the day that matters of a record: binned, decided, or last saved."""
    if line.binned:
        return f"In the bin since {_day(line.binned, today)}"
    if line.date_of_decision:
        return long_date(line.date_of_decision)
    return f"Saved {_day(line.saved, today)}" if line.saved else ""


def _day(moment: str, today: date) -> str:
    """Return a UTC time as the officer's clock says it on the day `today`, or else as a day."""
    try:
        local = datetime.fromisoformat(moment).astimezone()
    except ValueError:
        return moment
    if local.date() == today:
        return local.strftime("%H:%M")
    return long_date(local.date().isoformat())
