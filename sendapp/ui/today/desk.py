"""Keeps the Today view in step with what is kept, and does what its lines offer."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from sendapp.domain.today import DUE_WORDS, Due, Task, Tasks
from sendapp.editing.later import when_done
from sendapp.errors import Problem
from sendapp.services.retention import Retention
from sendapp.ui.messages import Answer, Messages, Part
from sendapp.ui.today.view import DISPOSALS, TodayView

AGAIN_MS = 15 * 60 * 1000
"""How often the view looks by itself: a day begins while the program runs."""

_BACKUPS = (
    "The journal keeps that it was there. Backups made before still hold it until they are "
    "cleared: the guide says when."
)


class TodayDesk(QObject):
    """Asks what is due whenever something changed, and shows it."""

    counted = Signal(int)
    """How many tasks there are in all."""
    changed = Signal()
    """Records were disposed of."""
    disposing = Signal(object)
    """Records, by their ids, are about to be disposed of: they are to be left."""
    disposed = Signal(object)
    """Records, by their ids, are kept no more."""
    noticed = Signal(str)
    step_wanted = Signal(object)
    """A task that a step of its record's life ends; the record is to be opened for it."""
    file_wanted = Signal(str)
    """A record whose signed paper is to be filed."""
    dates_wanted = Signal(str)
    """A record whose dates of call-in are to be filled in."""
    open_wanted = Signal(str)

    def __init__(
        self,
        view: TodayView,
        retention: Retention,
        messages: Messages,
        parent: QWidget,
        today: Callable[[], date] = date.today,
    ) -> None:
        super().__init__(parent)
        self._view = view
        self._retention = retention
        self._messages = messages
        self.today = today
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._ask)
        self._again = QTimer(self)
        self._again.setInterval(AGAIN_MS)
        self._again.timeout.connect(self.refresh)
        self._again.start()
        view.open_wanted.connect(self.open_wanted)
        view.act_wanted.connect(self._act)
        view.all_wanted.connect(self._dispose_all)

    @Slot()
    def refresh(self) -> None:
        """Ask anew what is due."""
        self._soon.start()

    @Slot()
    def _ask(self) -> None:
        when_done(self._retention.tasks(), self, self._show, self._tell)

    def _show(self, tasks: tuple[Tasks, ...]) -> None:
        self._view.show_tasks(tasks, self.today())
        self.counted.emit(sum(kind.total for kind in tasks))

    @Slot(object)
    def _act(self, task: Task) -> None:
        match task.due:
            case Due.CALLED_IN | Due.CONFIRM | Due.PUBLISH | Due.SIGN:
                self.step_wanted.emit(task)
            case Due.UNDATED:
                self.dates_wanted.emit(task.record_id)
            case Due.SCAN:
                self.file_wanted.emit(task.record_id)
            case Due.RETENTION | Due.PAPERS:
                self._ask_disposal(task)
            case _:
                self.open_wanted.emit(task.record_id)

    def _ask_disposal(self, task: Task) -> None:
        of_record = task.due is Due.RETENTION
        what = f"“{task.title}”" if of_record else f"the background papers of “{task.title}”"
        hint = (
            "The record, its earlier texts and its files are deleted for good. "
            if of_record
            else "Those filed with the record are deleted for good; their names stay in it. "
        )
        self._confirm(f"Dispose of {what}?", hint + _BACKUPS, partial(self._dispose, [task]))

    @Slot(object)
    def _dispose_all(self, due: Due) -> None:
        when_done(self._retention.tasks(limit=-1), self, partial(self._ask_all, due), self._tell)

    def _ask_all(self, due: Due, found: tuple[Tasks, ...]) -> None:
        tasks = [task for kind in found if kind.due is due for task in kind.first]
        assert due in DISPOSALS
        what = "records" if due is Due.RETENTION else "records’ background papers"
        self._confirm(
            f"Dispose of {len(tasks):,} {what}?",
            f"They are deleted for good: all under “{DUE_WORDS[due]}”. {_BACKUPS}",
            partial(self._dispose, tasks),
        )

    def _confirm(self, question: str, hint: str, do: Callable[[], object]) -> None:
        def answered(answer: str) -> None:
            if answer == "dispose":
                do()

        self._messages.ask(
            question,
            hint,
            [
                Answer("dispose", "Dispose for good", Part.DESTROY),
                Answer("keep", "Keep", Part.CANCEL),
            ],
            answered,
        )

    def _dispose(self, tasks: list[Task]) -> None:
        ids = [task.record_id for task in tasks]
        of_records = tasks[0].due is Due.RETENTION
        if of_records:
            self.disposing.emit(ids)
        done = self._retention.dispose(ids) if of_records else self._retention.dispose_papers(ids)

        def disposed(_: int) -> None:
            if of_records:
                self.disposed.emit(ids)
            self.changed.emit()
            self.refresh()
            of = "record" if of_records else "record’s background papers"
            many = "records" if of_records else "records’ background papers"
            told = f"1 {of}" if len(ids) == 1 else f"{len(ids):,} {many}"
            self.noticed.emit(f"Disposed of {told}.")

        when_done(done, self, disposed, self._tell)

    def _tell(self, fault: BaseException) -> None:
        if not isinstance(fault, Problem):
            raise fault
        self._messages.show_problem(fault)
