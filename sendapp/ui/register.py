"""The register: the states of the records, and the records of the one that is chosen."""

from collections.abc import Iterable, Mapping
from datetime import date

from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QMenu,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from sendapp.ui.choice import Choice
from sendapp.ui.icons import icon
from sendapp.ui.register_delegate import RecordDelegate
from sendapp.ui.register_model import Line, RegisterModel, Role
from sendapp.ui.state_list import BIN, StateList
from sendapp.ui.theme import Look, looks
from sendapp.ui.tokens import L, M, S

SORTS = (
    ("saved", "Last saved"),
    ("title", "Title"),
    ("date", "Decision date"),
    ("maker", "Decision maker"),
)
ROOM_LINES = 9
"""So many lines of text the records keep, two of them in full, however many states there are."""


class Register(QWidget):
    """The left panel; it is told what to show and says what the officer wants."""

    state_chosen = Signal(str)
    """A state, or ALL or BIN."""
    record_chosen = Signal(str)
    sort_chosen = Signal(str)
    more_wanted = Signal()
    """The officer is near the end of what is shown; answer with `add_records`."""
    copy_wanted = Signal(str)
    bin_wanted = Signal(str)
    put_back_wanted = Signal(str)
    empty_bin_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("register")
        self.due = looks(QPushButton(icon("calendar", "accent"), "Today", self), Look.QUIET)
        self.due.setObjectName("register_today")
        self.states = StateList(self)
        self.sort = looks(Choice("register_sort", "Sort records by", SORTS, self), Look.QUIET)
        self.records = RecordList(self)
        self._model = RegisterModel(self)
        self.records.setModel(self._model)
        self._nothing = _Nothing(self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.records)
        self._stack.addWidget(self._nothing)
        self._sorted_by = looks(QLabel("Sorted by", self), Look.MUTED)
        self._sorted_by.setBuddy(self.sort)
        self._empty = looks(QPushButton(icon("trash-2", "accent"), "Empty bin", self), Look.QUIET)
        self._empty.setObjectName("register_empty_bin")
        self._rule = looks(QFrame(self), Look.RULE)
        self._lay_out()
        self._connect()

    def show_due(self, count: int) -> None:
        """Show how many tasks there are today."""
        self.due.setText(f"Today: {count:,} due" if count else "Today: nothing due")
        self.due.setAccessibleName(self.due.text())

    def show_counts(self, counts: Mapping[str, int], binned: int) -> None:
        """Show how many records are in each state and in the bin."""
        self.states.show_counts(counts, binned)
        for part in (self.due, self.states, self._rule):
            part.setVisible(bool(binned or any(counts.values())))

    def show_records(self, lines: Iterable[Line], *, more: bool, words: str = "") -> None:
        """Show these records and no others; `words` are what was looked for, if anything."""
        at, top = self.records.current_id(), self.records.verticalScrollBar().value()
        if self._model.show_lines(lines, more=more):
            self.records.setCurrentIndex(self._model.index_of(at))
            self.records.verticalScrollBar().setValue(top)
        if self._model.rowCount():
            self._stack.setCurrentWidget(self.records)
        else:
            self._nothing.explain(words, self.states.chosen())
            self._stack.setCurrentWidget(self._nothing)
        self._show_place()

    def add_records(self, lines: Iterable[Line], *, more: bool) -> None:
        """Show these records after those that are shown already."""
        self._model.add_lines(lines, more=more)

    def begin_day(self, today: date) -> None:
        """Say of each record where it stands on another day."""
        self._model.begin_day(today)

    def shown(self) -> int:
        """Return how many records are shown, so that a refresh can ask for as many."""
        return self._model.rowCount()

    def select(self, record_id: str) -> None:
        """Mark the record that is open, '' for none, without speaking of it."""
        self._model.set_open(record_id)
        index = self._model.index_of(record_id)
        if index.isValid() and index != self.records.currentIndex():
            self.records.setCurrentIndex(index)
            self.records.scrollTo(index)

    def choose_state(self, state: str) -> None:
        """Mark a state as chosen without speaking of it."""
        self.states.choose(state)
        self._show_place()

    def focus_records(self) -> None:
        """Give the keyboard to the list of records, on the first one if none was reached yet."""
        if not self.records.currentIndex().isValid() and self._model.rowCount():
            self.records.setCurrentIndex(self._model.index(0))
        self.records.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(L, 0, S, 0)
        row.setSpacing(0)
        row.addWidget(self._sorted_by)
        row.addWidget(self.sort)
        row.addStretch(1)
        row.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, S, 0, 0)
        column.setSpacing(S)
        today = QHBoxLayout()
        today.setContentsMargins(S, 0, S, 0)
        today.addWidget(self.due)
        today.addStretch(1)
        column.addLayout(today)
        column.addWidget(self.states)
        column.addWidget(self._rule)
        column.addLayout(row)
        column.addWidget(self._stack, 1)
        self._empty.hide()

    def _connect(self) -> None:
        self.states.state_chosen.connect(self._take_state)
        self.sort.chosen.connect(self.sort_chosen)
        self._empty.clicked.connect(self.empty_bin_wanted)
        self._model.more_wanted.connect(self.more_wanted)
        self._model.reshaped.connect(self.records.scheduleDelayedItemsLayout)
        self.records.opened.connect(self.record_chosen)
        self.records.bin_pressed.connect(self._take_delete)
        self.records.menu_wanted.connect(self._open_menu)

    def _show_place(self) -> None:
        in_bin, any_shown = self.states.chosen() == BIN, self._model.rowCount() > 0
        for part in (self.sort, self._sorted_by):
            part.setVisible(any_shown and not in_bin)
        self._empty.setVisible(any_shown and in_bin)

    @Slot(str)
    def _take_state(self, state: str) -> None:
        self._show_place()
        self.records.scrollToTop()
        self.state_chosen.emit(state)

    @Slot(str)
    def _take_delete(self, record_id: str) -> None:
        if self.states.chosen() != BIN:
            self.bin_wanted.emit(record_id)

    @Slot(str, QPoint)
    def _open_menu(self, record_id: str, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setObjectName("register_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self.states.chosen() == BIN:
            back = menu.addAction(icon("archive-restore"), "Put back")
            back.triggered.connect(lambda: self.put_back_wanted.emit(record_id))
            menu.addSeparator()
            menu.addAction(icon("trash-2"), "Empty bin…", self.empty_bin_wanted.emit)
        else:
            menu.addAction("Open").triggered.connect(lambda: self.record_chosen.emit(record_id))
            copy = menu.addAction(icon("copy"), "Start from this")
            copy.triggered.connect(lambda: self.copy_wanted.emit(record_id))
            menu.addSeparator()
            away = menu.addAction(icon("trash-2"), "Move to bin")
            away.triggered.connect(lambda: self.bin_wanted.emit(record_id))
        menu.popup(at)


class RecordList(QListView):
    """The records: arrows move, Enter or a click opens, Delete asks for the bin."""

    opened = Signal(str)
    bin_pressed = Signal(str)
    menu_wanted = Signal(str, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("register_records")
        self.setAccessibleName("Records")
        looks(self, Look.BARE)
        self.setItemDelegate(RecordDelegate(self))
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.clicked.connect(self._open)

    def current_id(self) -> str:
        """Return the record the keyboard is on, '' if none."""
        return str(self.currentIndex().data(Role.ID) or "")

    @override
    def minimumSizeHint(self) -> QSize:
        # Else a long list of states leaves no room for a record, in large letters on small screens.
        return QSize(super().minimumSizeHint().width(), ROOM_LINES * self.fontMetrics().height())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, current = event.key(), self.current_id()
        if current and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(current)
        elif current and key == Qt.Key.Key_Delete:
            self.bin_pressed.emit(current)
        else:
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        if index.isValid():
            beneath = self.viewport().mapToGlobal(self.visualRect(index).center())
            self.menu_wanted.emit(index.data(Role.ID), event.globalPos() if by_mouse else beneath)

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(index.data(Role.ID))


class _Nothing(QWidget):
    """Says why there is nothing in the list, and what to do next."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._sentence = looks(QLabel(self), Look.STRONG)
        self._hint = looks(QLabel(self), Look.MUTED)
        column = QVBoxLayout(self)
        column.setContentsMargins(L, M, L, M)
        column.setSpacing(S)
        for label in (self._sentence, self._hint):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            column.addWidget(label)
        column.addStretch(1)
        self._sentence.setObjectName("register_nothing")

    def explain(self, words: str, state: str) -> None:
        """Say why nothing is shown: the words looked for, an empty bin, or an empty state."""
        if words:
            self._say(f"Nothing found for “{words}”", "Try fewer words, or just the start of each.")
        elif state == BIN:
            self._say("The bin is empty", "Records moved to the bin stay here until it is emptied.")
        else:
            self._say("No records here yet", "Choose New record, at the top, to begin one.")

    def _say(self, sentence: str, hint: str) -> None:
        self._sentence.setText(sentence)
        self._hint.setText(hint)
