"""What the head of the record and the Record menu offer, from where the open record stands."""

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction

from sendapp.domain.call_in import may_be_called_in
from sendapp.domain.record import DecisionRecord
from sendapp.domain.setting_dates import dates_of_steps
from sendapp.domain.standing import standing_in_words, stands_at
from sendapp.domain.states import OF_CALL_IN, Act, asked, step_of, steps_from
from sendapp.editing.later import when_done
from sendapp.editing.open_record import OpenRecord
from sendapp.errors import Problem
from sendapp.services.checking import around_of
from sendapp.services.stating import Past, Stating
from sendapp.ui.states.bar import StepBar

ACTS = {
    "step_back": Act.BACK,
    "step_call_in": Act.CALL_IN,
    "step_withdraw": Act.WITHDRAW,
}
"""The window's acts for steps that are not the usual one."""


class StepOffer(QObject):
    """Keeps a bar and the window's acts in step with the open record."""

    noticed = Signal(str, str, object)

    def __init__(
        self,
        stating: Stating,
        acts: Mapping[str, QAction],
        today: Callable[[], date],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._stating = stating
        self._acts = acts
        self.today = today
        self._open_record: OpenRecord | None = None
        self._bar: StepBar | None = None
        self.undo = ""
        """The words of taking back the last step, '' where there is none to take back."""
        self.can_correct: Callable[[], bool] = lambda: False

    def follow(self, open_record: OpenRecord | None, bar: StepBar | None) -> None:
        """Serve another record, or none."""
        self._open_record, self._bar, self.undo = open_record, bar, ""
        self._acts["bin"].setEnabled(True)
        if open_record is not None:
            open_record.changed.connect(self._follow_change)
            open_record.sealed_changed.connect(self.show)
            self.ask_past()
        self.show()

    def ask_past(self) -> None:
        """Learn from the journal which step can be taken back."""
        open_record = self._open_record
        if open_record is None:
            return

        def learn(past: Past) -> None:
            if open_record is not self._open_record:
                return
            entry = past.undoable
            done = step_of(Act(str(entry.details.get("act")))).done if entry is not None else ""
            self.undo = f"Undo: {done}" if done else ""
            self._acts["bin"].setEnabled(not past.was_decided)
            self.show()

        when_done(self._stating.past(open_record.record.id), self, learn, self._note)

    @Slot()
    def show(self) -> None:
        """Offer what can be done from where the record stands."""
        open_record, bar = self._open_record, self._bar
        record = open_record.record if open_record is not None else None
        steps = steps_from(record) if record is not None else ()
        usual = self._words(steps[0].act) if steps else ""
        possible = {step.act for step in steps[1:]}
        for name, act in ACTS.items():
            self._acts[name].setVisible(act in possible)
        self._acts["next_step"].setVisible(record is not None)
        self._acts["next_step"].setText(f"Ne&xt step: {usual}" if usual else "Ne&xt step")
        self._acts["undo_step"].setVisible(bool(self.undo))
        self._acts["undo_step"].setText(self.undo)
        self._acts["dates"].setVisible(open_record is not None and bool(self.dates(open_record)))
        if record is None or open_record is None or bar is None:
            return
        today = self.today()
        stands = stands_at(record.status, record.call_in_ends, today.isoformat())
        bar.show_standing(stands, standing_in_words(record, today, self.duties(record)))
        offered = [self._acts[name] for name in (*ACTS, "dates")]
        bar.show_steps(usual, [act for act in offered if act.isVisible()], self.undo)
        bar.show_signing(record.status == "ready")
        bar.show_sealed(open_record.sealed, can_correct=self.can_correct())

    def dates(self, open_record: OpenRecord) -> tuple[str, ...]:
        """Return the dates that can be changed, with the reason for those of call-in."""
        record = open_record.record
        names = dates_of_steps(record, sealed=open_record.sealed)
        asks = may_be_called_in(record, self.duties(record)) or "call_in_ends" in names
        if "draft_list_published" in names and asks:
            others = tuple(name for name in names[2:] if name not in OF_CALL_IN)
            return (*names[:2], *OF_CALL_IN, *others)
        return names

    def duties(self, record: DecisionRecord) -> str:
        """Return whose duties the record is held to, by its type."""
        return around_of(record, self._stating.kinds).duties

    @Slot(str)
    def _follow_change(self, name: str) -> None:
        if self._bar is not None:
            self._bar.reasons.drop(name)
        if name in ("status", "call_in_applies", "urgency"):
            self.show()

    def _words(self, act: Act) -> str:
        assert self._open_record is not None
        record = self._open_record.record
        asks = asked(record, act, self.duties(record))
        return f"{step_of(act).label}{'…' if asks else ''}"

    def _note(self, fault: BaseException) -> None:
        """Tell of what nobody asked for just now without getting in the way of typing."""
        if not isinstance(fault, Problem):
            raise fault
        self.noticed.emit(f"{fault.sentence} {fault.hint}".strip(), "", None)
