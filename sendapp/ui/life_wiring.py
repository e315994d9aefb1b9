"""What the parts that serve a record's life after drafting say to the window's others."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from sendapp.domain.today import STEP_OF, Task
from sendapp.ui.day_watch import DayWatch

if TYPE_CHECKING:
    from sendapp.ui.window import Window


class LifeWiring(QObject):
    """Connects one window's parts for steps, papers, lists and what is due."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        self._connect_steps()
        self._connect_today()
        self.days = DayWatch(self)
        self.days.new_day.connect(self._begin_day)
        window.register_desk.begin_day(self.days.today())

    def _connect_steps(self) -> None:
        win, desk = self._window, self._window.stepping
        desk.noticed.connect(win.status.notify)
        desk.go_wanted.connect(win.wiring.go_to_field)
        desk.moved.connect(win.versioner.note_kept)
        desk.moved.connect(win.records.changed)
        win.steps.nothing_typed.connect(desk.say_nothing_typed)
        acts = {
            "next_step": desk.next_step,
            "undo_step": desk.undo,
            "step_back": desk.back,
            "step_call_in": desk.call_in,
            "step_withdraw": desk.withdraw,
            "dates": desk.change_dates,
        }
        for name, verb in acts.items():
            win.acts[name].triggered.connect(verb)

    def _connect_today(self) -> None:
        win, desk = self._window, self._window.today_desk
        win.acts["today"].triggered.connect(self._show_today)
        win.register.due.clicked.connect(self._show_today)
        win.records.changed.connect(desk.refresh)
        win.settings.council_changed.connect(desk.refresh)
        win.files_desk.changed.connect(desk.refresh)
        desk.counted.connect(win.register.show_due)
        desk.disposing.connect(self._leave)
        desk.disposed.connect(win.pane.forget)
        desk.disposed.connect(win.services.desk.discard_of)
        desk.changed.connect(win.records.changed)
        desk.noticed.connect(win.status.notify)
        desk.open_wanted.connect(self._open)
        desk.step_wanted.connect(self._step)
        desk.dates_wanted.connect(self._change_dates)
        desk.file_wanted.connect(self._open)

    @Slot(object)
    def _leave(self, record_ids: list[str]) -> None:
        """Leave the record that is open, and save it, if it is one of these."""
        open_record = self._window.pane.open_record
        if open_record is not None and open_record.record.id in record_ids:
            self._window.pane.leave()

    @Slot()
    def _begin_day(self) -> None:
        """Say anew what depends on the day: what is due, and whose call-in has ended."""
        win = self._window
        win.today_desk.refresh()
        win.stepping.show_standing()
        win.register_desk.begin_day(self.days.today())

    @Slot()
    def _show_today(self) -> None:
        """Leave the record, which is saved, and show what is due."""
        win = self._window
        win.pane.leave()
        win.arranging.show_record()
        win.today_desk.refresh()
        win.today.take_focus()

    @Slot(str)
    def _open(self, record_id: str) -> None:
        self._window.records.open(record_id)
        self._window.arranging.show_record()

    @Slot(object)
    def _step(self, task: Task) -> None:
        stepping = self._window.stepping
        stepping.once_open(task.record_id, partial(stepping.take, STEP_OF[task.due]))
        self._open(task.record_id)

    @Slot(str)
    def _change_dates(self, record_id: str) -> None:
        stepping = self._window.stepping
        stepping.once_open(record_id, stepping.change_dates)
        self._open(record_id)
