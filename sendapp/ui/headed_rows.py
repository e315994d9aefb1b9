"""A list of entries under headings, which cannot be chosen: its rows, and its view by keys."""

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget
from typing_extensions import override

from sendapp.ui.painted_rows import PaintedRows
from sendapp.ui.theme import Look, looks

AnyIndex = QModelIndex | QPersistentModelIndex


class HeadedRows(QAbstractListModel):
    """Rows of which those of the class `entry` can be chosen; the others head them."""

    entry: type[object]

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Any] = []

    def entry_at(self, index: AnyIndex) -> Any:
        """Return the entry in a row, None for a heading or no row."""
        row = self._rows[index.row()] if index.isValid() else None
        return row if isinstance(row, self.entry) else None

    def first(self, at_least: int = 0) -> QModelIndex:
        """Return the first entry from row `at_least` on, else the last one there is."""
        rows = [n for n, row in enumerate(self._rows) if isinstance(row, self.entry)]
        later = [n for n in rows if n >= at_least]
        return self.index(later[0] if later else rows[-1]) if rows else QModelIndex()

    @override
    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    @override
    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        if self.entry_at(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class HeadedList(QListView):
    """Shows such rows; Home goes to the first entry, past its heading."""

    entered_on = Signal()
    """Enter was pressed on the entry that is chosen."""

    def __init__(
        self, rows: HeadedRows, delegate: type[PaintedRows], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        looks(self, Look.BARE)
        self._headed = rows
        self.setModel(rows)
        self.setItemDelegate(delegate(self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_on.emit()
        elif event.key() == Qt.Key.Key_Home:
            # The first row is a heading, which cannot be chosen.
            self.setCurrentIndex(self._headed.first())
        else:
            super().keyPressEvent(event)
