"""Call-in dates in a dialog: counted as the first date changes, with the working in words."""

import textwrap
from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLabel, QRadioButton, QVBoxLayout, QWidget

from sendapp.domain.call_in import (
    CallIn,
    Confirmation,
    call_in_by,
    confirmation_of,
    settled_or_counted,
)
from sendapp.domain.call_in_words import rule_in_words, working
from sendapp.domain.dates import short_date
from sendapp.domain.profile import Profile
from sendapp.domain.record import DecisionRecord
from sendapp.domain.refusing import Refusal
from sendapp.domain.setting_dates import with_dates
from sendapp.domain.states import as_counted
from sendapp.errors import Problem
from sendapp.ui.labels import words_label
from sendapp.ui.states.asked import AskedFields
from sendapp.ui.theme import Look
from sendapp.ui.tokens import XS, S

_ENDS, _FORCE, _WHY = "call_in_ends", "in_force_on", "call_in_reason"
CALL_IN_DATES = frozenset({_ENDS, _FORCE})
"""The fields that are filled in as they are counted."""
_LINE = 48
"""How long a line of a button's words may be, so that large text has room."""
ASK = "Say whether the dates of call-in move with it."


class Counting(QWidget):
    """Fills in the dates of call-in among `fields` as they are counted.

    Where the officer had confirmed dates before, nothing moves until they say so.
    """

    laid_out = Signal()
    """Something came or went: the dialog may need another height."""
    answered = Signal()
    """The officer has said whether confirmed dates move."""

    def __init__(
        self, record: DecisionRecord, profile: Profile, fields: AskedFields, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("step_counting")
        self._record = record
        # What is to move is counted as if nothing had been settled.
        self._free = replace(record, call_in_ends="", in_force_on="")
        self._profile = profile
        self._fields = fields
        self._before = self._count(record)[0]
        self._asks = confirmation_of(record, self._before) is not Confirmation.OPEN
        self._own = False
        self._counted: CallIn | None = None
        self._before_words = words_label("", Look.MUTED, self, name="step_working_before")
        self._working = words_label("", Look.PLAIN, self, name="step_working")
        self._warnings = words_label("", Look.CAUTION, self, name="step_warnings")
        self.move_ = QRadioButton(self)
        self.keep = QRadioButton("Keep them as they are, and say why", self)
        self._lay_out()
        fields.edited.connect(self._follow)
        # Dates that were filled in before the dialog was left are the officer's own.
        self._own = not self._asks and all(self._stated())
        self._recount(first=True)

    def unanswered(self) -> tuple[Refusal, ...]:
        """Return that the officer has not said yet whether confirmed dates move."""
        asked = not self._question.isHidden()
        answered = self.move_.isChecked() or self.keep.isChecked()
        return (Refusal("", ASK),) if asked and not answered else ()

    @property
    def as_counted(self) -> bool:
        """Whether the dates of call-in are those that were counted, and nobody's own."""
        return not self._own and self._stated() in as_counted(self._counted)

    @Slot(str)
    def _follow(self, name: str) -> None:
        if name in (_ENDS, _FORCE):
            self._own = True
            self._show_reason()
        elif name != _WHY:
            self._recount()

    def _recount(self, *, first: bool = False) -> None:
        self._counted, words = self._count(with_dates(self._record, self._dates()))
        others = as_counted(self._counted) != as_counted(self._before)
        asks = self._asks and others and self._counted is not None
        self._question.setVisible(asks)
        self._before_words.setVisible(asks)
        self._say_working(words)
        warnings = "\n".join(self._counted.warnings) if self._counted else ""
        self._warnings.setText(warnings)
        self._warnings.setVisible(bool(warnings))
        if self._counted and asks:
            ends, force = short_date(self._counted.ends), short_date(self._counted.in_force)
            words = f"Move them: open until {ends}, can be implemented on {force}"
            # A radio button does not wrap its words by itself.
            self.move_.setText(textwrap.fill(words, _LINE))
        # What stands in a record stays until the officer says otherwise.
        keeps = self._asks and (first or not self.move_.isChecked() or not asks)
        if not keeps and not self._own:
            self._fill(self._free)
        elif self._asks and not others and not first and not self._own:
            self._fill(self._record)
        self._show_reason()

    def _say_working(self, words: str) -> None:
        """Show the working; no shorter one moves what stands beneath while a date is typed."""
        self._working.setText(words)
        high = self._working.heightForWidth(self._working.width())
        if self.isVisible() and high > self._working.minimumHeight():
            self._working.setMinimumHeight(high)

    @Slot()
    def _answer(self) -> None:
        self._own = False
        self._fill(self._free if self.move_.isChecked() else self._record)
        self._show_reason()
        self.answered.emit()

    def _fill(self, record: DecisionRecord) -> None:
        ends, force = settled_or_counted(record, self._counted)
        self._fields.put(_ENDS, ends)
        self._fields.put(_FORCE, force)

    def _show_reason(self) -> None:
        """Ask why, where the dates are none of those that were counted."""
        dates = self._stated()
        counted = as_counted(self._counted)
        differs = bool(counted) and all(dates) and dates not in counted
        self._fields.show_field(_WHY, differs and (self._own or not self.unanswered()))
        self.laid_out.emit()

    def _stated(self) -> tuple[str, str]:
        return self._fields.value(_ENDS), self._fields.value(_FORCE)

    def _dates(self) -> dict[str, str]:
        first = ("date_of_decision", "draft_list_published")
        return {name: self._fields.value(name) for name in first if name in self._fields.names}

    def _count(self, record: DecisionRecord) -> tuple[CallIn | None, str]:
        """Return what is counted, and the working in words or why there is none."""
        try:
            counted = call_in_by(record, self._profile)
        except Problem as problem:
            return None, f"{problem.sentence} {problem.hint}".strip()
        if counted is None:
            return None, "The days of call-in are counted once there is a date."
        rule = rule_in_words(self._profile.call_in)
        return counted, f"By your council’s rule ({rule}): {working(counted)}."

    def _lay_out(self) -> None:
        self._question = QWidget(self)
        self._question.setObjectName("step_question")
        box = QVBoxLayout(self._question)
        box.setContentsMargins(0, S, 0, 0)
        box.setSpacing(XS)
        asked = QLabel("The dates of call-in are confirmed. Do they move with it?", self._question)
        asked.setWordWrap(True)
        box.addWidget(asked)
        for name, button in (("step_move", self.move_), ("step_keep", self.keep)):
            button.setObjectName(name)
            button.clicked.connect(self._answer)
            box.addWidget(button)
        if self._before:
            self._before_words.setText(f"Until now: {working(self._before)}.")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        for part in (self._before_words, self._working, self._warnings, self._question):
            column.addWidget(part)
