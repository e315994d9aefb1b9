"""What a step asks for: a few fields, and beneath them every reason why it is refused."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from sendapp.domain.profile import Profile
from sendapp.domain.record import DecisionRecord
from sendapp.errors import Problem
from sendapp.services.stating import Past, Refused
from sendapp.ui.states.asked import AskedFields
from sendapp.ui.states.counting import CALL_IN_DATES, Counting
from sendapp.ui.states.paper import PaperNote
from sendapp.ui.states.reasons import Reasons, reasons_of
from sendapp.ui.theme import Look, looks
from sendapp.ui.tokens import XL, L, M

_CHARACTERS = 64
REFUSED = "This cannot be done yet:"


class StepDialog(QDialog):
    """Asks; stays open with all that was filled in until what it asks for is done."""

    given = Signal(object)
    """What stands in the fields, by name."""
    go_wanted = Signal(str)
    """The officer wants to mend the record at this address first."""
    left = Signal(object)
    """It is left for that; what was filled in till then, by name, without what was counted."""

    def __init__(
        self,
        label: str,
        record: DecisionRecord,
        names: Sequence[str],
        prefilled: Mapping[str, str],
        profile: Profile,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("step_dialog")
        self.setWindowTitle(label)
        self.setModal(True)
        self._is_busy = False
        self._inside = QWidget(self)
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(XL, XL, XL, M)
        self._column.setSpacing(M)
        heading = looks(QLabel(label, self._inside), Look.HEADING)
        heading.setWordWrap(True)
        self._fields = AskedFields(names, prefilled, self._inside)
        self._counting: Counting | None = None
        self.paper = PaperNote(self._inside)
        self.paper.print_wanted.connect(self.reject)
        self.reasons = Reasons(self._inside)
        self.reasons.go_wanted.connect(self._go)
        self._column.addWidget(heading)
        self._column.addWidget(self._fields)
        if "call_in_ends" in names:
            self._counting = Counting(record, profile, self._fields, self._inside)
            self._counting.laid_out.connect(self._fit_soon)
            self._counting.answered.connect(partial(self.reasons.drop, ""))
            self._place_counting(names)
        self._column.addWidget(self.paper)
        self._column.addWidget(self.reasons)
        self._column.addStretch(1)
        self._buttons = self._make_buttons(label)
        self._lay_out()
        self._fields.focus(names[0])

    def values(self) -> dict[str, str]:
        """Return what stands in the fields, by name."""
        return self._fields.values()

    def show_fault(self, problem: Problem) -> None:
        """Say why it was not done: beside the fields, or beneath them with the way to the record's.

        What was filled in stays.
        """
        left = self._fields.show_problems(reasons_of(problem))
        self.reasons.show_reasons(REFUSED if left else "", left)
        self._fit_soon()

    @override
    def reject(self) -> None:
        # Nobody may think that what is being done was called off.
        if not self._is_busy:
            super().reject()

    @Slot()
    def give_up(self) -> None:
        """Close, whatever is being done: its record is left."""
        self._is_busy = False
        self.reject()

    def show_paper(self, record: DecisionRecord, past: Past) -> None:
        """Tell of the last copy to be signed, by what was done with the record."""
        self.paper.show_paper(record, past.entries)
        self._fit_soon()

    def be_busy(self, busy: bool) -> None:
        """Take nothing while it is being done, and wait for it."""
        self._is_busy = busy
        self._inside.setEnabled(not busy)
        self._buttons.setEnabled(not busy)

    def _place_counting(self, names: Sequence[str]) -> None:
        """Show the working between the date that days are counted from and those counted."""
        assert self._counting is not None
        at = list(names).index("call_in_ends")
        self._fields.column.insertWidget(at, self._counting)

    def _make_buttons(self, label: str) -> QDialogButtonBox:
        buttons = QDialogButtonBox(self)
        role = QDialogButtonBox.ButtonRole
        take = looks(buttons.addButton(label, role.AcceptRole), Look.PRIMARY)
        take.setObjectName("step_take")
        cancel = buttons.addButton("Cancel", role.RejectRole)
        cancel.setObjectName("step_cancel")
        cancel.setAutoDefault(False)
        buttons.accepted.connect(self._give)
        buttons.rejected.connect(self.reject)
        return buttons

    def _lay_out(self) -> None:
        self._scroll = looks(QScrollArea(self), Look.BARE)
        self._scroll.setObjectName("step_scroll")
        self._scroll.setAccessibleName("What the step asks for")
        # The keyboard goes from field to field, and what has it is scrolled to.
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(self._inside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, L)
        outer.setSpacing(M)
        outer.addWidget(self._scroll, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(XL, 0, XL, 0)
        foot.addWidget(self._buttons)
        outer.addLayout(foot)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._fit)
        self._fit()

    @Slot()
    def _fit_soon(self) -> None:
        # Words that came or went have their place only later.
        self._soon.start()

    @Slot()
    def _fit(self) -> None:
        """Be as high as what is asked, as far as the screen has room; more is scrolled to.

        It never gets less high, so that its buttons stay where they are while dates are typed.
        """
        room = self.screen().availableGeometry().size() * 0.9
        wide = min(self.fontMetrics().averageCharWidth() * _CHARACTERS, room.width())
        foot = self._buttons.sizeHint()
        wide = max(wide, foot.width() + 2 * XL)
        high = self._column.totalHeightForWidth(wide) + foot.height() + 2 * L + M
        if self.isVisible():
            high = max(high, self.height())
        self.resize(QSize(wide, min(high, room.height())))

    @Slot()
    def _give(self) -> None:
        unanswered = self._counting.unanswered() if self._counting is not None else ()
        if unanswered:
            self.show_fault(Refused(unanswered))
            return
        self.given.emit(self.values())

    @Slot(str)
    def _go(self, address: str) -> None:
        counted = self._counting is not None and self._counting.as_counted
        own = {name: words for name, words in self.values().items() if words}
        self.left.emit({n: w for n, w in own.items() if not (counted and n in CALL_IN_DATES)})
        self.reject()
        self.go_wanted.emit(address)
