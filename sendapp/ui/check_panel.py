"""The checks' panel: what the law requires, what the council asks, what looks wrong, and why."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from sendapp.domain.checks.finding import Finding, Rank
from sendapp.services.findings import ALL_WELL
from sendapp.ui.findings_delegate import FindingsDelegate
from sendapp.ui.findings_model import FindingsModel
from sendapp.ui.headed_rows import HeadedList
from sendapp.ui.labels import words_label
from sendapp.ui.status import announce
from sendapp.ui.theme import Look, looks
from sendapp.ui.tokens import L, M, S

NO_RECORD = "What the law requires and what looks wrong appears here once a record is open."
CHECKING = "Reading the record…"
COULD_NOT = "The record could not be checked. What was found before is shown no more."
OFFICIAL_TEXT = "Duties are given in plain words: check the official text."


class CheckPanel(QWidget):
    """Shows findings; Enter or a click goes to the words, buttons set one aside or confirm it."""

    go_wanted = Signal(object)
    """A finding whose words the officer wants to see."""
    aside_wanted = Signal(object)
    confirm_wanted = Signal(object)
    """A finding whose words are right as they stand."""
    back_wanted = Signal(object)
    """A finding that is not to be set aside any more."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("check_panel")
        self.model = FindingsModel(self)
        self.list = FindingsList(self.model, self)
        self._empty = words_label(parent=self, name="checks_empty")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._click_goes = True
        self._duty = words_label(parent=self, name="check_duty")
        self._source = looks(words_label(parent=self, name="check_source"), Look.MUTED)
        self._go = self._button("check_go", "Go to it")
        self._aside = self._button("check_aside", "Set aside…")
        self._confirm = self._button("check_confirm", "Confirm")
        self._back = self._button("check_back", "Take back")
        self._why = QWidget(self)
        self._official = looks(words_label(parent=self, name="check_official"), Look.MUTED)
        self._official.setText(OFFICIAL_TEXT)
        self._lay_out()
        self.list.selectionModel().currentChanged.connect(self._show_why)
        self.list.entered_on.connect(self._go_to)
        self.list.clicked.connect(self._clicked)
        self._go.clicked.connect(self._go_to)
        self._aside.clicked.connect(self._set_aside)
        self._confirm.clicked.connect(self._confirm_it)
        self._back.clicked.connect(self._take_back)
        self.show_nothing()

    def show_nothing(self, words: str = NO_RECORD) -> None:
        """Show no findings, and say in `words` why there are none."""
        self.model.show_findings(())
        self._say(words)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show what was found, with the finding that was chosen still chosen."""
        row = self.list.currentIndex().row()
        chosen = self.chosen()
        if self.model.show_findings(findings) and chosen is not None:
            index = self.model.index_of(chosen)
            self.list.setCurrentIndex(index if index.isValid() else self.model.first(row))
        self._say("" if findings else ALL_WELL)

    def set_click_goes(self, goes: bool) -> None:
        """Let a click go to the words; where they would take the place of the list, it does not."""
        self._click_goes = goes

    def chosen(self) -> Finding | None:
        """Return the finding that is chosen, None if none is."""
        return self.model.finding_at(self.list.currentIndex())

    def take_focus(self) -> None:
        """Put the keyboard on the findings, on the one chosen last or the first."""
        if self.list.isHidden():
            self._empty.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        if not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.model.first())
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _say(self, words: str) -> None:
        """Say `words` in place of the list; the keyboard stays where it was among them."""
        focused = self.focusWidget() if self.isActiveWindow() else None
        here = focused is not None and focused.hasFocus()
        if here and words and words != self._empty.text():
            announce(self._empty, words)
        self._empty.setText(words)
        self._empty.setAccessibleName(words)
        self._empty.setVisible(bool(words))
        self.list.setVisible(not words)
        if here and not words and focused is self._empty:
            self.take_focus()
        elif here and words:
            self._empty.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_why()

    @Slot(QModelIndex, QModelIndex)
    def _show_why(self, *_: object) -> None:
        found = self.chosen()
        self._why.setVisible(found is not None)
        if found is None:
            return
        self._duty.setText(found.duty)
        self._source.setText(found.source)
        self._source.setVisible(bool(found.source))
        may_be_right = found.rank is Rank.LOOKS and not found.set_aside
        self._aside.setVisible(may_be_right and not found.confirmable)
        self._confirm.setVisible(found.confirmable)
        self._back.setVisible(bool(found.set_aside))

    @Slot()
    def _go_to(self) -> None:
        if (found := self.chosen()) is not None:
            self.go_wanted.emit(found)

    @Slot(QModelIndex)
    def _clicked(self, _: QModelIndex) -> None:
        if self._click_goes:
            self._go_to()

    @Slot()
    def _set_aside(self) -> None:
        if (found := self.chosen()) is not None:
            self.aside_wanted.emit(found)

    @Slot()
    def _confirm_it(self) -> None:
        if (found := self.chosen()) is not None:
            self.confirm_wanted.emit(found)
            # The button may go with the finding; the next one is chosen in the list.
            self.take_focus()

    @Slot()
    def _take_back(self) -> None:
        if (found := self.chosen()) is not None:
            self.back_wanted.emit(found)

    def _button(self, name: str, words: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setObjectName(name)
        button.setAccessibleName(words.rstrip("…"))
        return button

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(S)
        for button in (self._go, self._confirm, self._aside, self._back):
            buttons.addWidget(button)
        buttons.addStretch(1)
        why = QVBoxLayout(self._why)
        why.setContentsMargins(L, M, L, 0)
        why.setSpacing(S)
        why.addWidget(self._duty)
        why.addWidget(self._source)
        why.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.list, 1)
        column.addWidget(self._empty, 1)
        column.addWidget(looks(QFrame(self), Look.RULE))
        column.addWidget(self._why)
        self._official.setContentsMargins(L, M, L, M)
        column.addWidget(self._official)


class FindingsList(HeadedList):
    """The list of findings, whose rows are as high as their words need."""

    def __init__(self, findings: FindingsModel, parent: QWidget | None = None) -> None:
        super().__init__(findings, FindingsDelegate, parent)
        self.setObjectName("findings")
        self.setAccessibleName("Findings")
        self.setResizeMode(QListView.ResizeMode.Adjust)

    @override
    def resizeEvent(self, e: QResizeEvent) -> None:
        super().resizeEvent(e)
        # The rows are as high as their words need at this width.
        self.scheduleDelayedItemsLayout()
