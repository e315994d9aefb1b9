"""Corrects one place of what was decided: the words as they should read, and why."""

from datetime import date
from itertools import pairwise

from PySide6.QtCore import QRect, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from sendapp.domain.comparing import Change, Piece, pieces_of
from sendapp.domain.correcting import (
    LAW,
    REMOVED,
    Spot,
    must_not_be_public,
    spot_at,
    spots,
    values_at,
    words_at,
)
from sendapp.domain.dates import long_date
from sendapp.domain.record import DecisionRecord
from sendapp.domain.record_types import RecordType
from sendapp.domain.text import one_line, without_refused
from sendapp.ui.choice import Choice
from sendapp.ui.correcting.inputs import SpotInputs
from sendapp.ui.form.inputs import Flag
from sendapp.ui.history.wording import marked, spoken
from sendapp.ui.labels import words_label
from sendapp.ui.line_edit import LineEdit
from sendapp.ui.scrolled import comfortable, scrolled
from sendapp.ui.status import announce
from sendapp.ui.theme import Look, looks
from sendapp.ui.tokens import XL, L, M

LONGEST = 1_000
"""How many characters a reason may have."""
_PLACE = "What is corrected, one place at a time"
_REASON = "Why it is corrected, printed with it"
_WITHHOLD = "The old words must not be public: print the correction without them"
_WITHHELD = (
    f"“{REMOVED}” is printed in their place, also in earlier corrections of this place. Only the "
    "history here keeps them. Do not repeat them in the reason."
)
_SAME = "Nothing has changed yet."
_LOOKS = "Only the formatting changes."


class CorrectDialog(QDialog):
    """Asks for one correction; it stays open until it is told what came of it."""

    given = Signal(object, object, str, bool)
    """The place, its values, the reason, and whether the old words must not be printed."""

    def __init__(
        self,
        record: DecisionRecord,
        kind: RecordType | None,
        address: str,
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("correct")
        self.setWindowTitle("Correct")
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._record = record
        self._today = today
        self._kind = kind
        self._spot = spot_at(record, address, kind)
        self._working = False
        self._make_parts()
        self._lay_out()
        self._show_spot()
        self._place.chosen.connect(self._choose)
        self._reset.clicked.connect(self._start_again)
        self._reason.textChanged.connect(self._follow)
        self._withhold.toggled.connect(self._follow)
        # Qt goes into the first line as Tab does, and what is chosen whole is typed over.
        QTimer.singleShot(0, self, self._go_to_words)

    def show_refused(self, sentence: str) -> None:
        """Say why it was not corrected; what was typed is still there."""
        self._working = False
        self._follow()
        self._fault.setText(sentence)
        self._fault.show()
        announce(self._fault, sentence)

    @override
    def reject(self) -> None:
        # What is being kept is waited for: nobody may think that it was called off.
        if not self._working:
            super().reject()

    def _make_parts(self) -> None:
        choices = [(spot.address, _called(spot)) for spot in spots(self._record, self._kind)]
        self._place = Choice("correct_place", _PLACE, choices, self)
        self._place.setSizeAdjustPolicy(
            Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._place.setMinimumContentsLength(20)
        self._place.show_value(self._spot.address)
        self._heading = looks(QLabel(), Look.STRONG)
        self._inputs = SpotInputs(self._spot, values_at(self._record, self._spot))
        self._reset = looks(QPushButton("Start again from what stands there"), Look.QUIET)
        self._reset.setObjectName("correct_reset")
        self._reset.setAutoDefault(False)
        self._changes = words_label("", Look.PLAIN)
        self._changes.setObjectName("correct_changes")
        self._changes.setTextFormat(Qt.TextFormat.RichText)
        self._reason = LineEdit("correct_reason", _REASON)
        self._reason.setMaxLength(LONGEST)
        self._withhold = Flag("correct_withhold", _WITHHOLD)
        self._withheld = words_label(_WITHHELD, Look.CAUTION)
        self._fault = words_label("", Look.PROBLEM)
        self._fault.setObjectName("correct_fault")

    def _lay_out(self) -> None:
        self._page = page = QWidget()
        self._column = column = QVBoxLayout(page)
        column.setContentsMargins(XL, XL, XL, L)
        column.setSpacing(M)
        place, reason = QLabel(_PLACE), QLabel(_REASON)
        for label, buddy in ((place, self._place), (reason, self._reason)):
            label.setBuddy(buddy)
            label.setWordWrap(True)
        dated = f"Dated today, {long_date(self._today.isoformat())}, and printed on the record."
        parts: list[QWidget] = [
            words_label("Correct what was decided", Look.HEADING),
            words_label(f"{LAW} {dated} A wrong correction is corrected again.", Look.MUTED),
            *(place, self._place),
            *(self._heading, self._inputs),
            self._reset,
            *(looks(QLabel("What changes"), Look.STRONG), self._changes),
            *(reason, self._reason),
            *(self._withhold, self._withheld),
        ]
        for part in parts:
            column.addWidget(part)
        column.setAlignment(self._reset, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._fault)
        column.addStretch(1)
        self._scroll = scrolled(page, self)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.setSpacing(0)
        outside.addWidget(self._scroll, 1)
        outside.addWidget(looks(QFrame(self), Look.RULE))
        outside.addWidget(self._buttons())
        self.resize(comfortable(self, 96, 46))

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox(self)
        box.setContentsMargins(L, M, L, M)
        role = QDialogButtonBox.ButtonRole
        self._go = looks(box.addButton("Correct", role.AcceptRole), Look.PRIMARY)
        self._cancel = box.addButton("Cancel", role.RejectRole)
        for button, name in ((self._go, "correct_go"), (self._cancel, "correct_cancel")):
            button.setObjectName(name)
            # It cannot be taken back: Enter in a line must not do it.
            button.setAutoDefault(False)
        box.accepted.connect(self._give)
        box.rejected.connect(self.reject)
        return box

    @Slot(str)
    def _choose(self, address: str) -> None:
        self._spot = spot_at(self._record, address, self._kind)
        old = self._inputs
        self._inputs = SpotInputs(self._spot, values_at(self._record, self._spot))
        self._column.replaceWidget(old, self._inputs)
        old.hide()
        old.deleteLater()
        self._show_spot()

    def _show_spot(self) -> None:
        """Show the inputs of the place that is chosen, and what is likely of its old words."""
        self._heading.setText("What is to be added" if self._spot.is_new else "As it should read")
        self._withhold.setVisible(not self._spot.is_new)
        self._withhold.setChecked(False)
        self._inputs.edited.connect(self._follow_words)
        self._inputs.caret_moved.connect(self._keep_in_sight)
        chain = [self._place, *self._inputs.stops, self._reset, self._reason, self._withhold]
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)
        self._follow_words()

    @Slot()
    def _follow_words(self) -> None:
        if must_not_be_public(self._record, self._spot, self._inputs.values):
            self._withhold.setChecked(True)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        """Show what changes, and allow what can be done."""
        before = values_at(self._record, self._spot)
        after, refused = self._inputs.values, self._inputs.refused
        changed = after != before
        self._show_changes(changed)
        self._fault.setText(refused)
        self._fault.setVisible(bool(refused))
        # One correction, one place: what was changed there must not get lost from sight.
        self._place.setEnabled(not changed and not self._working)
        self._reset.setEnabled(changed)
        self._withheld.setVisible(self._withhold.isChecked() and not self._spot.is_new)
        whole = changed and not refused and bool(self._reason.text().strip())
        self._go.setEnabled(whole and not self._working)

    def _show_changes(self, changed: bool) -> None:
        was = "" if self._spot.is_new else words_at(self._spot, values_at(self._record, self._spot))
        now = words_at(self._spot, self._inputs.values)
        if not changed:
            pieces: tuple[Piece, ...] = ()
            note = _SAME
        elif was == now:
            pieces, note = (Piece(now, Change.SAME),), _LOOKS
        else:
            pieces, note = pieces_of(was, now), ""
        self._changes.setText(note or marked(pieces))
        self._changes.setAccessibleName(note or spoken(pieces))

    @Slot()
    def _start_again(self) -> None:
        self._inputs.refill(values_at(self._record, self._spot))
        self._withhold.setChecked(False)
        self._follow_words()
        self._go_to_words()

    @Slot()
    def _go_to_words(self) -> None:
        first = self._inputs.stops[0]
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(first, QLineEdit):
            first.end(False)

    @Slot()
    def _give(self) -> None:
        self._inputs.commit()
        reason = one_line(without_refused(self._reason.text()), LONGEST).strip()
        if not self._go.isEnabled() or not reason:
            return
        self._working = True
        self._follow()
        withhold = self._withhold.isChecked() and not self._spot.is_new
        self.given.emit(self._spot, self._inputs.values, reason, withhold)

    @Slot(QWidget, QRect)
    def _keep_in_sight(self, editor: QWidget, caret: QRect) -> None:
        top = editor.mapTo(self._page, caret.topLeft())
        self._scroll.ensureVisible(top.x(), top.y() + caret.height(), 0, L)


def _called(spot: Spot) -> str:
    return f"{spot.label}, left out by mistake" if spot.is_new else spot.label
