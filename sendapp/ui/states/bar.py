"""The head of the open record: where it stands, what comes next, and what is due."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from sendapp.domain.refusing import Refusal
from sendapp.domain.sealing import KEPT
from sendapp.ui.form.flow_layout import FlowLayout
from sendapp.ui.icons import icon
from sendapp.ui.labels import words_label
from sendapp.ui.states.reasons import Reasons
from sendapp.ui.theme import Look, looks
from sendapp.ui.tokens import M, S


class StepBar(QWidget):
    """Shows steps; each one that is wanted is a signal or an act of the window."""

    next_wanted = Signal()
    undo_wanted = Signal()
    correct_wanted = Signal()
    sign_wanted = Signal()
    stops_changed = Signal()
    """What Tab goes through came or went."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("step_bar")
        self.pill = looks(QLabel(self), Look.PILL)
        self.pill.setObjectName("state_pill")
        self._words = words_label("", Look.MUTED, self, name="step_words")
        self._kept = words_label("", Look.MUTED, self, name="sealed_words")
        self._kept.setText(KEPT)
        self.next = looks(QPushButton(self), Look.PRIMARY)
        self.next.setObjectName("step_next")
        self.next.clicked.connect(self.next_wanted)
        self.sign = QPushButton("Print for signature…", self)
        self.sign.setObjectName("step_sign")
        self.sign.setToolTip("Print for signature (Ctrl+Shift+G)")
        self.sign.clicked.connect(self.sign_wanted)
        self.more = self._make_more()
        self.undo = self._quiet("step_undo")
        self.undo.clicked.connect(self.undo_wanted)
        self.correct = self._quiet("step_correct")
        self.correct.setText("Correct…")
        self.correct.setAccessibleName("Correct what was decided")
        self.correct.clicked.connect(self.correct_wanted)
        self.reasons = Reasons(self)
        self._held: QWidget | None = None
        self._lay_out(title)
        self.show_steps("", (), "")
        self.show_signing(False)
        self.show_sealed(False, can_correct=False)

    @property
    def stops(self) -> list[QWidget]:
        """What Tab goes through."""
        return [self.next, self.sign, self.more, self.undo, self.correct, *self.reasons.stops]

    def show_standing(self, stands: str, words: str) -> None:
        """Say where the record stands, and what it waits for."""
        self.pill.setText(stands)
        self.pill.setAccessibleName(f"Where the record stands: {stands}")
        self._words.setText(words)
        self._words.setVisible(bool(words))

    def show_steps(self, usual: str, others: Sequence[QAction], undo: str) -> None:
        """Offer the usual step, the others behind one button, and taking back the last one."""
        self._hold_focus()
        self.next.setText(usual)
        self.next.setToolTip("Next step (Ctrl+Shift+S)" if usual else "")
        self.next.setVisible(bool(usual))
        menu = self.more.menu()
        menu.clear()
        menu.addActions(list(others))
        self.more.setVisible(bool(others))
        self.undo.setText(undo)
        self.undo.setVisible(bool(undo))
        self._buttons.setVisible(bool(usual or others or undo))
        self._give_focus_back()

    def show_signing(self, ready: bool) -> None:
        """Offer the paper to be signed, where the record waits for nothing else."""
        self.sign.setVisible(ready)

    def show_sealed(self, sealed: bool, *, can_correct: bool) -> None:
        """Say that the words are kept as they are, with the way to correct them."""
        self._hold_focus()
        self._sealed.setVisible(sealed)
        self.correct.setVisible(sealed and can_correct)
        self._give_focus_back()

    def show_reasons(self, heading: str, reasons: Sequence[Refusal] = ()) -> None:
        """Say why a step is refused; without a heading nothing is said."""
        self.reasons.show_reasons(heading, reasons)
        self.stops_changed.emit()

    def be_busy(self, busy: bool) -> None:
        """Offer no step while one is under way."""
        self._hold_focus()
        for button in (self.next, self.sign, self.more, self.undo, self.correct):
            button.setEnabled(not busy)
        self._give_focus_back()

    def take_focus(self) -> None:
        """Put the keyboard on the first step that is offered."""
        shown = [stop for stop in self.stops if stop.isVisibleTo(self) and stop.isEnabled()]
        if shown:
            shown[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _hold_focus(self) -> None:
        """Keep the keyboard while buttons come and go.

        Qt would hand it from a button that goes to the next field, with all its text selected.
        """
        if self.window().focusWidget() in self.stops:
            self._held = self.window().focusWidget()
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give_focus_back(self) -> None:
        """Put the keyboard where it was, or else on the step that comes next, once there is one."""
        if self.window().focusWidget() is not self:
            return
        if self._held is not None and self._held.isVisibleTo(self) and self._held.isEnabled():
            self._held.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.take_focus()

    def _lay_out(self, title: str) -> None:
        head = QHBoxLayout()
        kind = looks(QLabel(title, self), Look.MUTED)
        kind.setTextFormat(Qt.TextFormat.PlainText)
        kind.setWordWrap(True)
        head.addWidget(kind, 1)
        head.addWidget(self.pill, 0, Qt.AlignmentFlag.AlignTop)
        self._buttons = QWidget(self)
        row = FlowLayout(self._buttons, spacing=S)
        for button in (self.next, self.sign, self.more, self.undo):
            row.addWidget(button)
        self._sealed = QWidget(self)
        line = QHBoxLayout(self._sealed)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(S)
        line.addWidget(self._kept, 1)
        line.addWidget(self.correct, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        column.addLayout(head)
        for part in (self._words, self._buttons, self.reasons, self._sealed):
            column.addWidget(part)

    def _quiet(self, name: str) -> QPushButton:
        button = looks(QPushButton(self), Look.QUIET)
        button.setObjectName(name)
        return button

    def _make_more(self) -> QToolButton:
        more = QToolButton(self)
        more.setObjectName("step_more")
        more.setText("More steps")
        more.setAccessibleName("More steps")
        more.setIcon(icon("chevron-down", "accent"))
        more.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        more.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        more.setMenu(QMenu(more))
        return more
