"""What goes on a list, what is marked when it is made, and what stays out: a tree with ticks."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from sendapp.domain.dates import long_date
from sendapp.domain.listing import wording
from sendapp.domain.record import DecisionRecord
from sendapp.services.lists import Chosen

_ID = Qt.ItemDataRole.UserRole


class ListPreview(QTreeWidget):
    """Shows what a list would hold; what would be marked has a tick that can be taken away."""

    ticks_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("list_preview")
        self.setAccessibleName("What goes on the list")
        self.setHeaderHidden(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setWordWrap(True)
        self._new: list[QTreeWidgetItem] = []
        self.itemChanged.connect(self._tell)

    def show_chosen(self, chosen: Chosen, *, ticked: bool = True) -> None:
        """Show what goes in and what does not, with the reason; `ticked` is what would be marked.

        What begins without ticks is for the officer to tick, one by one or all by the heading.
        """
        with QSignalBlocker(self):
            self.clear()
            marked = [(going.record, _about(going.record)) for going in chosen.marked]
            new = [(going.record, _about(going.record)) for going in chosen.new]
            refused = [(entry.record, entry.why) for entry in chosen.refused]
            words = "Will be" if ticked else "If ticked, will be"
            ticks = Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
            self._new = self._group(f"{words} {wording.marking(chosen.asked)}", new, ticks)
            self._group("On the list", marked)
            self._group("Not on the list", refused)
            if (first := self.topLevelItem(0)) is not None:
                self.setCurrentItem(first)
        self.ticks_changed.emit()

    def ticked(self) -> tuple[str, ...]:
        """Return the ids of the records that are to be marked."""
        return tuple(
            str(item.data(0, _ID))
            for item in self._new
            if item.checkState(0) is Qt.CheckState.Checked
        )

    def _group(
        self,
        words: str,
        entries: list[tuple[DecisionRecord, str]],
        ticks: Qt.CheckState | None = None,
    ) -> list[QTreeWidgetItem]:
        if not entries:
            return []
        top = QTreeWidgetItem(self, [f"{words} ({len(entries)})"])
        if ticks is not None:
            top.setFlags(top.flags() | Qt.ItemFlag.ItemIsAutoTristate)
        items = []
        for record, about in entries:
            title = record.title or "No title"
            item = QTreeWidgetItem(top, [f"{title}\n{about}"])
            item.setData(0, _ID, record.id)
            item.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{title}. {about}")
            if ticks is not None:
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                item.setCheckState(0, ticks)
            items.append(item)
        top.setExpanded(True)
        return items

    @Slot()
    def _tell(self) -> None:
        self.ticks_changed.emit()


def _about(record: DecisionRecord) -> str:
    said = (record.reference, record.decision_maker, long_date(record.date_of_decision))
    return ", ".join(text for text in said if text)
