"""The list of files: each with its name, what it is, and what was noted; struck where set aside."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyleOptionViewItem, QWidget
from typing_extensions import override

from sendapp.domain.filed import FileKind
from sendapp.services.filing import Filed
from sendapp.ui.files.wording import about_words, more_words, spoken
from sendapp.ui.painted_rows import PaintedRows
from sendapp.ui.theme import strong_font
from sendapp.ui.tokens import XS, M, S
from sendapp.ui.tool_tips import plain_tip

_FILED = Qt.ItemDataRole.UserRole


class FileList(QListWidget):
    """Shows files in the order they came; `file_chosen` carries the current one, or None."""

    file_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("files")
        self.setAccessibleName("Files")
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(_FileRows(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentItemChanged.connect(self._tell)

    def show_files(self, files: Sequence[Filed]) -> None:
        """Show exactly `files`; the chosen one stays chosen, else the newest signed scan is."""
        was = self.file()
        known = {filed.number for filed in self.files()}
        self.blockSignals(True)
        self.clear()
        for filed in files:
            item = QListWidgetItem(filed.name, self)
            item.setData(_FILED, filed)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken(filed))
            more = more_words(filed)
            lines = (filed.name, about_words(filed), *((more,) if more else ()))
            item.setToolTip(plain_tip("\n".join(lines)))
        self.blockSignals(False)
        if files:
            self.setCurrentRow(_row_of(files, was, known))
        self._fit()
        self._tell()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.executeDelayedItemsLayout()
        self.scrollToItem(self.currentItem())

    def _fit(self) -> None:
        """Be no higher than the files are: the rest is for the picture."""
        self.doItemsLayout()
        high = sum(self.sizeHintForRow(row) for row in range(self.count()))
        around = 2 * self.frameWidth() + 2 * XS
        row = self.sizeHintForRow(0) if self.count() else 0
        self.setMinimumHeight(min(high, row * 2) + around)
        self.setMaximumHeight(high + around)

    def file(self) -> Filed | None:
        """Return the file the officer is on."""
        item = self.currentItem()
        found: Filed | None = item.data(_FILED) if item is not None else None
        return found

    def files(self) -> list[Filed]:
        """Return the files that are shown, in their order."""
        return [self.item(row).data(_FILED) for row in range(self.count())]

    @Slot()
    def _tell(self, *_: object) -> None:
        self.file_chosen.emit(self.file())


def _row_of(files: Sequence[Filed], was: Filed | None, known: set[int]) -> int:
    """Return which row to be on: that of what was just filed, of what was chosen, of the scan."""
    numbers = [filed.number for filed in files]
    if known and (new := [n for n in numbers if n not in known]):
        return numbers.index(new[-1])
    if was is not None and was.number in numbers:
        return numbers.index(was.number)
    scans = [f.number for f in files if f.kind is FileKind.SIGNED and not f.is_aside]
    return numbers.index(scans[-1]) if scans else len(numbers) - 1


class _FileRows(PaintedRows):
    """A file on two lines, and on a third what was noted of it."""

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        lines = 3 if more_words(index.data(_FILED)) else 2
        return QSize(1, lines * option.fontMetrics.height() + 2 * S + XS)

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        filed: Filed = index.data(_FILED)
        painter.save()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        tokens = self.ground(painter, option, chosen=chosen)
        line = option.fontMetrics.height()
        box = QRect(option.rect.left() + M + XS, option.rect.top() + S, 0, line)
        box.setWidth(option.rect.width() - 2 * (M + XS))
        name = strong_font(option.font)
        name.setStrikeOut(filed.is_aside)
        painter.setFont(name)
        painter.setPen(tokens.colour("muted" if filed.is_aside else "text"))
        self.words(painter, option, box, filed.name)
        painter.setFont(option.font)
        painter.setPen(tokens.colour("muted"))
        for words in (about_words(filed), more_words(filed)):
            box.translate(0, line + XS // 2)
            self.words(painter, option, box, words)
        painter.restore()
