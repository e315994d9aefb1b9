"""The states of the records, each with its count."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QListView, QSizePolicy, QWidget
from typing_extensions import override

from sendapp.domain.standing import STANDINGS
from sendapp.ui.register_delegate import COUNT_ROLE, AnyIndex, StateDelegate
from sendapp.ui.theme import Look, looks

ALL, BIN = "all", "bin"
"""What is chosen beside the states themselves."""

_VALUE = Qt.ItemDataRole.UserRole + 21


class StateList(QListView):
    """The states that have records, all records, and the bin when something is in it."""

    state_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("register_states")
        self.setAccessibleName("Records by state")
        looks(self, Look.BARE)
        self._chosen = ALL
        self._filling = False
        self._items = QStandardItemModel(self)
        self.setModel(self._items)
        self.setItemDelegate(StateDelegate(self))
        self.setMouseTracking(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Maximum)
        self.show_counts({}, 0)

    def chosen(self) -> str:
        """Return the state that is chosen, ALL or BIN."""
        return self._chosen

    def show_counts(self, counts: Mapping[str, int], binned: int) -> None:
        """Show how many records are in each state and in the bin."""
        wanted = [
            (value, words, counts.get(value, 0))
            for value, words in STANDINGS
            if counts.get(value, 0) or value == self._chosen
        ]
        wanted.append((ALL, "All records", sum(counts.values())))
        if binned or self._chosen == BIN:
            wanted.append((BIN, "Bin", binned))
        if [entry[0] for entry in wanted] != [self._value(row) for row in self._rows()]:
            self._refill(wanted)
        for row, (_, words, count) in enumerate(wanted):
            item = self._items.item(row)
            item.setData(count, COUNT_ROLE)
            item.setData(f"{words}, {count}", Qt.ItemDataRole.AccessibleTextRole)

    def choose(self, state: str) -> None:
        """Mark a state as chosen without speaking of it."""
        self._chosen = state
        for row in self._rows():
            if self._value(row) == state:
                self.setCurrentIndex(self._items.index(row, 0))

    @override
    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        super().currentChanged(current, previous)
        state = str(current.data(_VALUE) or "")
        if state and state != self._chosen and not self._filling:
            self._chosen = state
            self.state_chosen.emit(state)

    @override
    def sizeHint(self) -> QSize:
        height = sum(self.sizeHintForRow(row) for row in self._rows())
        return QSize(self.sizeHintForColumn(0), height + 2 * self.frameWidth())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.sizeHintForColumn(0), min(3, len(self._rows())) * self.sizeHintForRow(0))

    def _refill(self, wanted: list[tuple[str, str, int]]) -> None:
        # The current row moves while the list is emptied; that is nobody's choice.
        self._filling = True
        self._items.clear()
        for value, words, count in wanted:
            item = QStandardItem(words)
            item.setData(value, _VALUE)
            # Before it is one of the list's: choosing lays the rows out, with their counts.
            item.setData(count, COUNT_ROLE)
            self._items.appendRow(item)
        self._filling = False
        self.choose(self._chosen)
        self.updateGeometry()

    def _rows(self) -> range:
        return range(self._items.rowCount())

    def _value(self, row: int) -> str:
        return str(self._items.item(row).data(_VALUE))
