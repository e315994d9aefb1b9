"""Choices and posts: combo boxes that the mouse wheel leaves alone."""

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QSignalBlocker,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QListView, QStyledItemDelegate, QWidget
from typing_extensions import override

from sendapp.ui.line_edit import RecordLine
from sendapp.ui.theme import Look, looks

_FOUND_BY = Qt.ItemDataRole.UserRole + 1


class _Box(QComboBox):
    """A combo box without the wheel and without a width forced by its longest choice."""

    def __init__(self, name: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setItemDelegate(QStyledItemDelegate(self))
        self.setMaxVisibleItems(16)

    @override
    def wheelEvent(self, e: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(e)
        else:
            e.ignore()


class Choice(_Box):
    """One of a few values, each shown in words; `chosen` speaks only of the officer's choices."""

    chosen = Signal(str)

    def __init__(
        self,
        name: str,
        label: str,
        choices: Sequence[tuple[str, str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, label, parent)
        for value, words in choices:
            self.addItem(words, value)
        self.activated.connect(self._announce)

    def value(self) -> str:
        """Return the value that is shown."""
        return str(self.currentData())

    def show_value(self, value: str) -> None:
        """Show `value`; one that is not on offer is shown as it stands, so that it is kept."""
        index = self.findData(value)
        if index < 0:
            self.addItem(value, value)
            index = self.count() - 1
        self.setCurrentIndex(index)

    @Slot()
    def _announce(self) -> None:
        self.chosen.emit(self.value())


class _Completer(QCompleter):
    """Finds posts by other words, too, and puts in the post."""

    @override
    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        return str(index.data(Qt.ItemDataRole.DisplayRole))


class PostChoice(_Box):
    """A post: typed freely, or taken from those that are suggested for any words in them."""

    post_edited = Signal(str)
    """What stands there now, after each key and each choice."""

    def __init__(self, name: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(f"{name}_box", label, parent)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        self.line = RecordLine(name, label)
        self.setLineEdit(self.line)
        self._complete()
        self.editTextChanged.connect(self._announce)
        self._shown = ""

    def show_suggestions(self, posts: Iterable[str], also: Mapping[str, str] | None = None) -> None:
        """Offer `posts`, each once, found by their words or those they are `also` known by.

        What is typed stays.
        """
        text = self.currentText()
        known_by = also or {}
        with QSignalBlocker(self):
            self.clear()
            for post in dict.fromkeys(post for post in posts if post):
                self.addItem(post)
                words = f"{post} {known_by.get(post, '')}".strip()
                self.setItemData(self.count() - 1, words, _FOUND_BY)
            self.setCurrentIndex(self.findText(text))
            self.line.refill(text)

    def text(self) -> str:
        """Return what stands there."""
        return self.currentText()

    def show_text(self, text: str) -> None:
        """Show `text` without speaking of it."""
        self._shown = text
        self.line.refill(text)

    def _complete(self) -> None:
        completer = _Completer(self.model(), self)
        completer.setCompletionRole(_FOUND_BY)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        popup = QListView()
        popup.setItemDelegate(QStyledItemDelegate(popup))
        popup.setAccessibleName("Suggestions")
        completer.setPopup(looks(popup, Look.POPUP))
        self.setCompleter(completer)
        # Left to itself, the box puts a known post in place of one typed in other capitals.
        self.line.editingFinished.disconnect()

    @Slot(str)
    def _announce(self, text: str) -> None:
        if text != self._shown:
            self._shown = text
            self.post_edited.emit(text)
