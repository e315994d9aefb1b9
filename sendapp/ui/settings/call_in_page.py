"""The council's call-in rule, with what it means in words."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from sendapp.domain.call_in import MOST_DAYS, count_days
from sendapp.domain.call_in_words import rule_in_words, working
from sendapp.domain.dates import read_time
from sendapp.domain.days import days_of
from sendapp.domain.profile import CallInRule, CountedFrom, InForce
from sendapp.domain.profile_words import COUNTED_FROM, IN_FORCE
from sendapp.services.council import CouncilSettings
from sendapp.ui.choice import Choice
from sendapp.ui.line_edit import LineEdit
from sendapp.ui.settings.number_edit import NumberEdit
from sendapp.ui.settings.page import Noted, SettingsPage

NO_TIME = "This is not a time. Enter it like 17:00 or 5pm, or leave it blank."


class CallInPage(SettingsPage):
    """The parts of the rule; as they change, the rule is said in words and tried on two days.

    `closed` returns the closure days as they stand in the dialog.
    """

    def __init__(
        self, closed: Callable[[], Iterable[str]], today: Callable[[], date] = date.today
    ) -> None:
        super().__init__("Call-in")
        self._closed = closed
        self._today = today
        self._days = NumberEdit("call_in_days", "Days of call-in", 0, MOST_DAYS)
        self._kind = Choice(
            "call_in_kind",
            "Which days count",
            (("working", "Working days"), ("clear", "Clear working days")),
        )
        self._from = Choice("call_in_from", "Counted from", _choices(COUNTED_FROM))
        self._cut_off = Noted("call_in_cut_off", LineEdit("call_in_cut_off", "Cut-off time"))
        self._in_force = Choice("call_in_in_force", "In force", _choices(IN_FORCE))
        self.example = QLabel(self)
        self.example.setObjectName("call_in_example")
        self.example.setWordWrap(True)
        self._lay_out()
        self._days.valueChanged.connect(self._tell)
        for choice in (self._kind, self._from, self._in_force):
            choice.chosen.connect(self._tell)
        self._time.textEdited.connect(self._tell)
        self._time.editingFinished.connect(self._settle)

    @property
    def _time(self) -> LineEdit:
        assert isinstance(self._cut_off.field, LineEdit)
        return self._cut_off.field

    def rule(self) -> CallInRule:
        """Return the rule as it stands here; a time that cannot be read is left out."""
        return CallInRule(
            days=self._days.value(),
            clear=self._kind.value() == "clear",
            counted_from=CountedFrom(self._from.value()),
            cut_off=read_time(self._time.text()) or "",
            in_force=InForce(self._in_force.value()),
        )

    @override
    def show_settings(self, settings: CouncilSettings) -> None:
        rule = settings.profile.call_in
        self._days.setValue(rule.days)
        self._kind.show_value("clear" if rule.clear else "working")
        self._from.show_value(rule.counted_from)
        self._time.setText(rule.cut_off)
        self._in_force.show_value(rule.in_force)
        self._cut_off.say("")
        self._tell()

    @override
    def applied(self, settings: CouncilSettings) -> CouncilSettings:
        return replace(settings, profile=replace(settings.profile, call_in=self.rule()))

    @override
    def check(self) -> QWidget | None:
        unread = read_time(self._time.text()) is None
        self._cut_off.say(NO_TIME if unread else "", aloud=True)
        return self._time if unread else None

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # The closure days may have been changed meanwhile.
        self._tell()

    def _lay_out(self) -> None:
        self.heading("Call-in")
        self.note(
            "How long members may call a decision in. Weekends, England’s bank holidays and your "
            "closure days never count."
        )
        self.row(self._days, "Days", f"{MOST_DAYS} at most; 0 where nothing is called in.")
        self.row(
            self._kind,
            "Which days count",
            "Clear days lie between two others: neither the day it is counted from nor the day the "
            "decision comes into force is one of them.",
        )
        self.row(self._from, "Counted from")
        self.row(
            self._cut_off,
            "Cut-off time",
            "A list published later in the day counts as the next working day’s. Blank for none.",
        )
        self.row(self._in_force, "The decision may be carried out")
        self.heading("How it works out")
        self._column.addWidget(self.example)
        self.end()

    @Slot()
    def _tell(self, *_: object) -> None:
        if read_time(self._time.text()) is not None:
            self._cut_off.say("")
        words = worked(self.rule(), self._today(), self._closed())
        self.example.setText(words)
        self._days.setAccessibleDescription(words)

    @Slot()
    def _settle(self) -> None:
        if kept := read_time(self._time.text()):
            self._time.setText(kept)
        self.check()


def worked(rule: CallInRule, today: date, closed: Iterable[str]) -> str:
    """Return a rule in words, as it works out from today and over the next Christmas."""
    days = days_of(closed)
    now = count_days(today, rule, days)
    christmas = date(today.year, 12, 22)
    over = count_days(christmas if today < christmas else date(today.year + 1, 12, 22), rule, days)
    lines = (
        f"{rule_in_words(rule)}.",
        f"Today: {working(now)}.",
        f"Over Christmas: {working(over)}.",
        *now.warnings,
    )
    return "\n".join(lines)


def _choices(words: dict[CountedFrom, str] | dict[InForce, str]) -> list[tuple[str, str]]:
    return [(str(value), said[:1].upper() + said[1:]) for value, said in words.items()]
