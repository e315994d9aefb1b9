"""The steps of the open record's life: what is offered, asked, done, refused and taken back."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial

from PySide6.QtCore import QMetaMethod, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from sendapp.domain.journal import What
from sendapp.domain.profile import Profile
from sendapp.domain.record import DecisionRecord
from sendapp.domain.refusing import Refusal
from sendapp.domain.states import Act, asked, step_of, steps_from
from sendapp.domain.wording import STATUS_LABELS
from sendapp.editing.later import when_done
from sendapp.editing.open_record import OpenRecord
from sendapp.editing.places import field_at
from sendapp.errors import Problem
from sendapp.services.stating import Stating, Stored
from sendapp.ui.record_pane import RecordPane
from sendapp.ui.states.asked import first_value
from sendapp.ui.states.bar import StepBar
from sendapp.ui.states.dialog import REFUSED, StepDialog
from sendapp.ui.states.offer import StepOffer
from sendapp.ui.states.reasons import reasons_of

NOT_READY = "Something on the form cannot be kept as it stands:"
NO_STEP = "There is no step from where this record stands."
NOTHING_TYPED = "Nothing that was typed can be undone."


class StepDesk(QObject):
    """Follows the open record; every step goes through its mover."""

    noticed = Signal(str, str, object)
    """What was done, the words of what can be done about it, and what does it (or None)."""
    moved = Signal(str)
    """The record with this id stands elsewhere, or has other dates, and a version more."""
    go_wanted = Signal(str)
    """The officer wants to go to the field at this address."""
    correct_wanted = Signal(str)
    """The officer wants to correct what was decided, at this address ('' for none)."""
    sign_wanted = Signal()
    """The record is to be printed for signature."""
    compare_wanted = Signal(str, object)
    """The text with this code is to be shown beside today's, above this dialog."""

    def __init__(
        self,
        stating: Stating,
        pane: RecordPane,
        acts: Mapping[str, QAction],
        parent: QWidget,
        today: Callable[[], date] = date.today,
    ) -> None:
        super().__init__(parent)
        self._window = parent
        self._stating = stating
        self._pane = pane
        self._today = today
        self.profile = Profile()
        """The council's customs; may be replaced at any time."""
        self._open_record: OpenRecord | None = None
        self._bar: StepBar | None = None
        self._offer = StepOffer(stating, acts, today, self)
        self._offer.noticed.connect(self.noticed)
        self._offer.can_correct = self._can_correct
        self.refresh = self._offer.ask_past
        self.show_standing = self._offer.show
        self._wanted: tuple[str, Callable[[], None]] | None = None
        self._given: dict[tuple[str, str], dict[str, str]] = {}
        """What was filled in when a dialog was left to mend the record, for when it comes back."""

    def follow(self, open_record: OpenRecord | None) -> None:
        """Serve another record, or none."""
        self._open_record, self._bar = open_record, None
        form, mover = self._pane.form, self._pane.mover
        if open_record is not None and form is not None and mover is not None:
            self._bar = bar = form.bar
            bar.next_wanted.connect(self.next_step)
            bar.undo_wanted.connect(self.undo)
            bar.correct_wanted.connect(self._want_correction)
            bar.sign_wanted.connect(self.sign_wanted)
            bar.reasons.go_wanted.connect(self.go_wanted)
            mover.busy_changed.connect(bar.be_busy)
        self._offer.follow(open_record, self._bar)
        self._take_wanted()

    @Slot()
    def next_step(self) -> None:
        """Take the usual step from where the record stands."""
        if self._open_record is None:
            return
        usual = steps_from(self._open_record.record)
        if usual:
            self.take(usual[0].act)
        else:
            self.noticed.emit(NO_STEP, "", None)

    def take(self, act: Act) -> None:
        """Take a step: at once, or after what it asks for is filled in."""
        open_record = self._ready()
        if open_record is None:
            return
        record = open_record.record
        names = asked(record, act, self._offer.duties(record))
        if not names:
            self._move(act, {}, None)
            return
        prefilled = {name: first_value(record, name, self._today()) for name in names}
        prefilled |= self._given.pop((record.id, act), {})
        dialog = self._dialog(step_of(act).label, names, prefilled)
        dialog.given.connect(lambda values: self._move(act, values, dialog))
        dialog.left.connect(partial(self._remember, record.id, act))
        dialog.open()
        if act is Act.DECIDE:
            self._tell_of_paper(record, dialog)

    @Slot()
    def follow_correction(self) -> None:
        """Learn anew what can be taken back: no step that was before a correction."""
        self._offer.ask_past()

    def once_open(self, record_id: str, do: Callable[[], None]) -> None:
        """Do something here with a record that is being opened, or is open."""
        if self._open_record is not None and self._open_record.record.id == record_id:
            do()
        else:
            self._wanted = (record_id, do)

    @Slot()
    def back(self) -> None:
        """Take the record back to drafting."""
        self.take(Act.BACK)

    @Slot()
    def call_in(self) -> None:
        """Record that the decision was called in."""
        self.take(Act.CALL_IN)

    @Slot()
    def withdraw(self) -> None:
        """Withdraw the record."""
        self.take(Act.WITHDRAW)

    @Slot()
    def undo(self) -> None:
        """Take back the last step."""
        mover = self._pane.mover
        if self._ready() is None or mover is None:
            return

        def done(stored: Stored) -> None:
            words = f"Taken back: it stands at {_stands(stored)} again."
            self._tell_moved(stored, words, What.UNDONE)

        mover.move(self._stating.undo, done, self._tell)

    def _undo_of(self, record_id: str) -> None:
        """Take back the step that was told of, while its record is open."""
        if self._open_record is not None and self._open_record.record.id == record_id:
            self.undo()
        else:
            self.noticed.emit("That record is not open any more.", "", None)

    @Slot()
    def change_dates(self) -> None:
        """Ask for other dates than those that steps have set."""
        open_record = self._ready()
        if open_record is None:
            return
        record = open_record.record
        names = self._offer.dates(open_record)
        prefilled = {name: str(getattr(record, name)) for name in names}
        dialog = self._dialog("Change dates", names, prefilled)
        dialog.given.connect(lambda values: self._set_dates(values, dialog))
        dialog.open()

    @Slot()
    def say_nothing_typed(self) -> None:
        """Say that undo has nothing to take back, and what takes the last step back."""
        how = f" To take back the last step, use “{self._offer.undo}”." if self._offer.undo else ""
        self.noticed.emit(f"{NOTHING_TYPED}{how}", "", None)

    def _take_wanted(self) -> None:
        if self._open_record is None or self._wanted is None:
            return
        (record_id, do), self._wanted = self._wanted, None
        if self._open_record.record.id == record_id:
            # Once everybody follows the record.
            QTimer.singleShot(0, self, do)

    def _move(self, act: Act, values: Mapping[str, str], dialog: StepDialog | None) -> None:
        open_record, mover = self._open_record, self._pane.mover
        if open_record is None or mover is None:
            return

        def done(stored: Stored) -> None:
            if dialog is not None:
                dialog.accept()
            self._tell_moved(stored, f"{step_of(act).done}.", What.STEP)

        begun = mover.move(
            lambda record, typed: self._stating.take(record, typed, act, values),
            done,
            partial(self._refuse, dialog),
            seals=act is Act.DECIDE,
        )
        if begun and dialog is not None:
            dialog.be_busy(True)

    def _set_dates(self, values: Mapping[str, str], dialog: StepDialog) -> None:
        mover = self._pane.mover
        if mover is None:
            return

        def done(stored: Stored) -> None:
            dialog.accept()
            self._tell_moved(stored, "The dates are changed.", What.DATES)

        begun = mover.move(
            lambda record, typed: self._stating.set_dates(record, typed, values),
            done,
            partial(self._refuse, dialog),
        )
        if begun:
            dialog.be_busy(True)

    def _ready(self) -> OpenRecord | None:
        """Return the open record with all that is typed, None where it cannot be moved now."""
        open_record, mover = self._open_record, self._pane.mover
        if open_record is None or mover is None or mover.busy or self._bar is None:
            return None
        self._pane.flush()
        refusals = [Refusal(field_at(p), why) for p, why in open_record.refusals.items()]
        self._bar.show_reasons(NOT_READY if refusals else "", refusals)
        if refusals:
            self.go_wanted.emit("status")
            return None
        return open_record

    def _dialog(
        self, label: str, names: tuple[str, ...], prefilled: Mapping[str, str]
    ) -> StepDialog:
        assert self._open_record is not None
        record = self._open_record.record
        dialog = StepDialog(label, record, names, prefilled, self.profile, self._window)
        dialog.go_wanted.connect(self.go_wanted)
        dialog.finished.connect(dialog.deleteLater)
        self._pane.opened.connect(dialog.give_up)
        return dialog

    def _tell_of_paper(self, record: DecisionRecord, dialog: StepDialog) -> None:
        """Tell beside the step which text was printed to be signed."""
        dialog.paper.print_wanted.connect(self.sign_wanted)
        dialog.paper.compare_wanted.connect(lambda code: self.compare_wanted.emit(code, dialog))
        show = partial(dialog.show_paper, record)
        when_done(self._stating.past(record.id), dialog, show, partial(self._refuse, dialog))

    def _remember(self, record_id: str, act: Act, given: dict[str, str]) -> None:
        self._given[record_id, act] = given

    def _refuse(self, dialog: StepDialog | None, fault: BaseException) -> None:
        if dialog is not None:
            dialog.be_busy(False)
            if isinstance(fault, Problem):
                dialog.show_fault(fault)
                return
        self._tell(fault)

    def _tell(self, fault: BaseException) -> None:
        if not isinstance(fault, Problem):
            raise fault
        if self._bar is not None:
            self._bar.show_reasons(REFUSED, reasons_of(fault))
            self.go_wanted.emit("status")

    def _tell_moved(self, stored: Stored, words: str, what: What) -> None:
        self.moved.emit(stored.record.id)
        if self._bar is not None:
            self._bar.show_reasons("")
        self._offer.show()
        self._offer.ask_past()
        back = partial(self._undo_of, stored.record.id)
        self.noticed.emit(words, *(("Undo", back) if what is What.STEP else ("", None)))

    def _can_correct(self) -> bool:
        return self.isSignalConnected(QMetaMethod.fromSignal(self.correct_wanted))

    @Slot()
    def _want_correction(self) -> None:
        form = self._pane.form
        focused = self._window.focusWidget()
        self.correct_wanted.emit(form.address_of(focused) if form is not None else "")


def _stands(stored: Stored) -> str:
    return f"“{STATUS_LABELS[stored.record.status]}”"
