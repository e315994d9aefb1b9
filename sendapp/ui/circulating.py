"""Sending a draft round: which number it bears, to whom it goes, and the version that is kept."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from sendapp.domain.record import Circulation, DecisionRecord
from sendapp.domain.text import one_line, without_refused
from sendapp.domain.versions import Why, draft_note
from sendapp.domain.wording import DRAFT_STATUSES, next_draft, words_hash
from sendapp.editing.versioner import Versioner
from sendapp.ui.line_edit import LineEdit
from sendapp.ui.record_pane import RecordPane
from sendapp.ui.theme import Look, looks
from sendapp.ui.tokens import XL, L, M

LONGEST = 200
"""How many characters the name of whoever gets a draft may have."""


class CirculateDialog(QDialog):
    """Asks to whom a draft goes; `given` carries that, and whether Word is wanted."""

    given = Signal(str, bool)

    def __init__(self, number: str, known: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("circulate")
        self.setWindowTitle("Circulate")
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        words = f"“DRAFT {number}” is printed on it, and this version is kept under that name."
        help_line = looks(QLabel(words, self), Look.MUTED)
        help_line.setWordWrap(True)
        label = QLabel("To whom?", self)
        self._to = LineEdit("circulate_to", "To whom?")
        self._to.setMaxLength(LONGEST)
        self._box = self._make_box(known)
        label.setBuddy(self._box)
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, XL, XL, L)
        column.setSpacing(M)
        column.addWidget(looks(QLabel(f"Circulate as draft {number}", self), Look.HEADING))
        for widget in (help_line, label, self._box, self._make_buttons()):
            column.addWidget(widget)
        self._box.setFocus()

    def _make_box(self, known: Sequence[str]) -> QComboBox:
        box = QComboBox(self)
        box.setObjectName("circulate_box")
        box.setAccessibleName("To whom?")
        box.setEditable(True)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        box.setLineEdit(self._to)
        box.addItems(list(known))
        box.setCurrentIndex(-1)
        return box

    def _make_buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(self)
        role = QDialogButtonBox.ButtonRole
        word = buttons.addButton("Circulate and export to Word", role.AcceptRole)
        only = buttons.addButton("Only note it", role.ActionRole)
        cancel = buttons.addButton("Cancel", role.RejectRole)
        looks(word, Look.PRIMARY).setObjectName("circulate_word")
        only.setObjectName("circulate_only")
        cancel.setObjectName("circulate_cancel")
        for button in (only, cancel):
            button.setAutoDefault(False)
        word.clicked.connect(self._give_with_word)
        only.clicked.connect(self._give)
        buttons.rejected.connect(self.reject)
        return buttons

    @Slot()
    def _give_with_word(self) -> None:
        self._hand_over(word=True)

    @Slot()
    def _give(self) -> None:
        self._hand_over(word=False)

    def _hand_over(self, *, word: bool) -> None:
        to = one_line(without_refused(self._to.text()), LONGEST).strip()
        self.accept()
        self.given.emit(to, word)


class Circulating(QObject):
    """Circulates the open record as its next draft."""

    noticed = Signal(str, str, object)
    word_wanted = Signal()
    circulated = Signal(object)
    """The record as it was sent round."""

    def __init__(
        self,
        pane: RecordPane,
        versioner: Versioner,
        parent: QWidget,
        today: Callable[[], date] = date.today,
    ) -> None:
        super().__init__(parent)
        self._window = parent
        self._pane = pane
        self._versioner = versioner
        self._today = today
        self.clearers: tuple[str, ...] = ()
        """Whose clearance the council asks for: they are suggested."""

    @Slot()
    def ask(self) -> None:
        """Ask to whom the draft goes, unless the decision is made already."""
        self._pane.flush()
        open_record = self._pane.open_record
        if open_record is None:
            return
        record = open_record.record
        if self._pane.refusals:
            words = "Something on the form cannot be kept: mend that first. It is named beneath."
            self.noticed.emit(words, "", None)
            return
        if record.status not in DRAFT_STATUSES:
            words = "Only a draft is circulated; this decision is past that."
            self.noticed.emit(words, "", None)
            return
        dialog = CirculateDialog(next_draft(record), self._known(record), self._window)
        dialog.given.connect(self._circulate)
        dialog.open()

    @Slot(str, bool)
    def _circulate(self, to: str, word: bool) -> None:
        open_record = self._pane.open_record
        if open_record is None:
            return
        open_record.flush()
        record = open_record.record
        number = next_draft(record)
        on, said = self._today().isoformat(), words_hash(record)
        row = Circulation(number=number, to=to, on=on, words_hash=said)
        note = draft_note(number, to)

        def kept() -> None:
            # Only now: a draft of which no version is kept was not circulated.
            if open_record is not self._pane.open_record:
                return
            open_record.circulate(row)
            self.noticed.emit(f"Circulated {note}.", "", None)
            self.circulated.emit(open_record.record)
            if word:
                self.word_wanted.emit()

        circulated = replace(record, circulations=(*record.circulations, row))
        self._versioner.keep_now(Why.CIRCULATED, note, kept, circulated)

    def _known(self, record: DecisionRecord) -> list[str]:
        used = [row.to for row in reversed(record.circulations) if row.to]
        return list(dict.fromkeys((*used, *self.clearers)))
