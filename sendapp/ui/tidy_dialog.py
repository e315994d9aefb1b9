"""Shows what tidying would change, rule by rule; what is ticked is changed."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from sendapp.domain.tidying.tidy import RULES, Change
from sendapp.ui.theme import Look, looks
from sendapp.ui.tokens import XL, L, M


class TidyDialog(QDialog):
    """A tree of changes under their rules, all ticked; `chosen` carries those that stay so."""

    chosen = Signal(object)

    def __init__(self, changes: Sequence[Change], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tidy")
        self.setWindowTitle("Tidy")
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._changes = changes
        self._items: list[QTreeWidgetItem] = []
        heading = looks(QLabel("What would change", self), Look.HEADING)
        words = QLabel(
            "Space unticks what is to stay as it is. In spaces that change, a dot (·) stands for "
            "each. Tables, addresses, references and your notes are left alone.",
            self,
        )
        words.setWordWrap(True)
        self.tree = self._make_tree()
        self._buttons = QDialogButtonBox(self)
        self._go = looks(
            self._buttons.addButton("Tidy", QDialogButtonBox.ButtonRole.AcceptRole), Look.PRIMARY
        )
        self._go.setObjectName("tidy_apply")
        cancel = self._buttons.addButton("Cancel", QDialogButtonBox.ButtonRole.RejectRole)
        cancel.setObjectName("tidy_cancel")
        cancel.setAutoDefault(False)
        self._buttons.accepted.connect(self._give)
        self._buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, XL, XL, L)
        column.setSpacing(M)
        for widget in (heading, words, self.tree, self._buttons):
            column.addWidget(widget)
        metrics, room = self.fontMetrics(), self.screen().availableSize()
        self.resize(
            min(metrics.averageCharWidth() * 100, room.width() - 4 * XL),
            min(metrics.height() * 28, room.height() - 4 * XL),
        )
        self.tree.itemChanged.connect(self._count)
        self._count()
        self.tree.setFocus()

    def _make_tree(self) -> QTreeWidget:
        tree = QTreeWidget(self)
        tree.setObjectName("tidy_changes")
        tree.setAccessibleName("What would change")
        tree.setHeaderHidden(True)
        tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        tree.setTextElideMode(Qt.TextElideMode.ElideRight)
        tree.setWordWrap(True)
        for rule in RULES:
            changes = [change for change in self._changes if change.rule is rule]
            if not changes:
                continue
            top = QTreeWidgetItem(tree, [f"{rule.words} ({len(changes)})"])
            top.setFlags(top.flags() | Qt.ItemFlag.ItemIsAutoTristate)
            for change in changes:
                self._items.append(_item(top, change))
            top.setExpanded(True)
        tree.setCurrentIndex(tree.model().index(0, 0))
        return tree

    @property
    def _ticked(self) -> list[Change]:
        return [
            item.data(0, Qt.ItemDataRole.UserRole)
            for item in self._items
            if item.checkState(0) is Qt.CheckState.Checked
        ]

    @Slot()
    def _count(self) -> None:
        count = len(self._ticked)
        self._go.setText(f"Make {count} changes" if count != 1 else "Make 1 change")
        self._go.setEnabled(count > 0)

    @Slot()
    def _give(self) -> None:
        self.chosen.emit(self._ticked)
        self.accept()


def _item(top: QTreeWidgetItem, change: Change) -> QTreeWidgetItem:
    edit = change.edit
    words = f"{change.text.label}\n{edit.before}\n→ {edit.after}"
    item = QTreeWidgetItem(top, [words])
    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
    item.setCheckState(0, Qt.CheckState.Checked)
    item.setData(0, Qt.ItemDataRole.UserRole, change)
    item.setData(
        0,
        Qt.ItemDataRole.AccessibleTextRole,
        f"{change.text.label}: {edit.before}, becomes {edit.after}",
    )
    return item
