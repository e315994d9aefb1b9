"""Today: what is due, where the record stands while none is open."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from sendapp.domain.dates import WEEKDAYS, long_date
from sendapp.domain.today import Due, Task, Tasks
from sendapp.ui.headed_rows import HeadedList
from sendapp.ui.theme import Look, looks
from sendapp.ui.today.delegate import TodayDelegate, act_box
from sendapp.ui.today.model import Role, TodayModel
from sendapp.ui.today.wording import ACTS, NOTHING, NOTHING_HINT
from sendapp.ui.tokens import XXL, L, M, S
from sendapp.ui.welcome import Welcome

DISPOSALS = frozenset({Due.RETENTION, Due.PAPERS})
"""Tasks of which all may be done at once."""


class TodayView(QWidget):
    """The tasks of the day; a click on a line opens its record, one on its act does that."""

    open_wanted = Signal(str)
    act_wanted = Signal(object)
    """A task whose act the officer wants to do."""
    all_wanted = Signal(object)
    """A kind of disposal (`Due`) of which the officer wants to do all."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("today")
        self._heading = looks(QLabel("Today", self), Look.HEADING)
        self._day = looks(QLabel(self), Look.MUTED)
        self._day.setObjectName("today_day")
        self.model = TodayModel(self)
        self.list = TodayList(self.model, self)
        self._nothing = QLabel(f"{NOTHING}\n{NOTHING_HINT}", self)
        self._nothing.setObjectName("today_nothing")
        self._nothing.setWordWrap(True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._act = looks(QPushButton(self), Look.PRIMARY)
        self._act.setObjectName("today_act")
        self._open = QPushButton("Open the record", self)
        self._open.setObjectName("today_open")
        self._all = QPushButton(self)
        self._all.setObjectName("today_all")
        self._totals: dict[Due, int] = {}
        self._lay_out()
        self.list.selectionModel().currentChanged.connect(self._show_acts)
        self.list.entered_on.connect(self._open_it)
        self.list.act_clicked.connect(self._do_it)
        self._act.clicked.connect(self._do_it)
        self._open.clicked.connect(self._open_it)
        self._all.clicked.connect(self._do_all)
        self.show_tasks((), date.today())

    def show_tasks(self, tasks: Sequence[Tasks], today: date) -> None:
        """Show exactly these tasks; the one that was chosen stays chosen, else the next one is."""
        was, row = self.chosen(), self.list.currentIndex().row()
        self._day.setText(f"{WEEKDAYS[today.weekday()]} {long_date(today.isoformat())}")
        self._totals = {kind.due: kind.total for kind in tasks}
        self.model.show_tasks(tasks, today)
        if was is not None:
            index = self.model.index_of(was.due, was.record_id)
            self.list.setCurrentIndex(index if index.isValid() else self.model.first(row))
        self.list.setVisible(bool(tasks))
        self._nothing.setVisible(not tasks)
        self._show_acts()

    def chosen(self) -> Task | None:
        """Return the task that is chosen, None if none is."""
        return self.model.task_at(self.list.currentIndex())

    def take_focus(self) -> None:
        """Put the keyboard on the tasks, on the one chosen last or the first."""
        if not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.model.first())
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def _show_acts(self, *_: object) -> None:
        task = self.chosen()
        for button in (self._act, self._open, self._all):
            button.setVisible(task is not None)
        if task is None:
            return
        words = ACTS[task.due]
        self._act.setText(words)
        self._act.setAccessibleName(words.rstrip("…"))
        # Opening is what some tasks offer, and two buttons would do the same.
        self._open.setVisible(words != "Open")
        total = self._totals.get(task.due, 0)
        self._all.setVisible(task.due in DISPOSALS and total > 1)
        self._all.setText(f"Dispose of all {total:,}…")
        self._all.setAccessibleName(f"Dispose of all {total:,}")

    @Slot()
    def _open_it(self) -> None:
        if (task := self.chosen()) is not None:
            self.open_wanted.emit(task.record_id)

    @Slot()
    def _do_it(self) -> None:
        if (task := self.chosen()) is not None:
            self.act_wanted.emit(task)

    @Slot()
    def _do_all(self) -> None:
        if (task := self.chosen()) is not None:
            self.all_wanted.emit(task.due)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(S)
        for button in (self._act, self._open, self._all):
            buttons.addWidget(button)
        buttons.addStretch(1)
        head = QVBoxLayout()
        head.setContentsMargins(M, 0, M, 0)
        head.setSpacing(0)
        head.addWidget(self._heading)
        head.addWidget(self._day)
        head.addWidget(self._nothing, 1)
        below = QHBoxLayout()
        below.setContentsMargins(M, 0, M, 0)
        below.addLayout(buttons)
        self._nothing.setContentsMargins(0, L, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(XXL - M, XXL, XXL - M, L)
        column.setSpacing(M)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        column.addLayout(below)


class TodayList(HeadedList):
    """The list of tasks; a click is as good as Enter, but on the words of the act."""

    act_clicked = Signal()

    def __init__(self, model: TodayModel, parent: QWidget | None = None) -> None:
        super().__init__(model, TodayDelegate, parent)
        self._model = model
        self.setObjectName("tasks")
        self.setAccessibleName("Tasks of today")

    @override
    def mouseMoveEvent(self, e: QMouseEvent) -> None:
        super().mouseMoveEvent(e)
        pointing = self._on_act(e) or self._model.task_at(self.indexAt(e.position().toPoint()))
        shape = Qt.CursorShape.PointingHandCursor if pointing else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    @override
    def mouseReleaseEvent(self, e: QMouseEvent) -> None:
        pressed = self.currentIndex()
        super().mouseReleaseEvent(e)
        index = self.indexAt(e.position().toPoint())
        if e.button() is not Qt.MouseButton.LeftButton or self._model.task_at(index) is None:
            return
        if index == pressed:
            (self.act_clicked if self._on_act(e) else self.entered_on).emit()

    def _on_act(self, event: QMouseEvent) -> bool:
        """Whether the mouse is on the words of a row's act."""
        at = event.position().toPoint()
        index = self.indexAt(at)
        if self._model.task_at(index) is None:
            return False
        return act_box(self.visualRect(index), self.font(), index.data(Role.ACT)).contains(at)


class Front(QStackedWidget):
    """What stands where the record will be while none is open: an invitation, or what is due."""

    def __init__(self, welcome: Welcome, today: TodayView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("front")
        self._welcome, self._today = welcome, today
        self.addWidget(welcome)
        self.addWidget(today)

    def show_for(self, *, has_records: bool) -> None:
        """Show what suits a first start, or a register that has records already."""
        self.setCurrentWidget(self._today if has_records else self._welcome)
