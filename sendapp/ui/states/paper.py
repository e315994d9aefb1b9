"""What is told of the paper that was signed, where the decision is recorded."""

from collections.abc import Iterable
from datetime import datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from sendapp.domain.journal import Entry
from sendapp.domain.record import DecisionRecord
from sendapp.domain.signing_copy import last_signing_copy, told_of
from sendapp.ui.form.flow_layout import FlowLayout
from sendapp.ui.labels import unbroken, words_label
from sendapp.ui.status import announce
from sendapp.ui.theme import Look, looks
from sendapp.ui.tokens import XS, S


class PaperNote(QWidget):
    """Says which text was printed to be signed, and warns where the record says another now."""

    print_wanted = Signal()
    """The officer wants to print the record for signature first."""
    compare_wanted = Signal(str)
    """The officer wants to see what has changed since the copy with this code."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("step_paper")
        self._code = ""
        self._told = words_label("", Look.MUTED, self, name="step_paper_told")
        self._warned = words_label("", Look.CAUTION, self, name="step_paper_warned")
        self._print = self._button("step_paper_print", "Print for signature…")
        self._print.clicked.connect(self.print_wanted)
        self._compare = self._button("step_paper_compare", "Compare what has changed…")
        self._compare.clicked.connect(self._want_compared)
        acts = QWidget(self)
        flow = FlowLayout(acts, spacing=S)
        flow.addWidget(self._print)
        flow.addWidget(self._compare)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS)
        for part in (self._told, self._warned, acts):
            column.addWidget(part)
        self._acts = acts
        self.hide()

    def show_paper(self, record: DecisionRecord, entries: Iterable[Entry]) -> None:
        """Tell of the last copy to be signed by the journal's `entries`, the newest first."""
        copy = last_signing_copy(entries)
        day = datetime.fromisoformat(copy.at).astimezone().date().isoformat() if copy else ""
        words = told_of(record, copy, day)
        differs = copy is not None and not copy.is_of(record)
        self._code = copy.code if copy is not None else ""
        self._told.setText("" if differs else unbroken(words))
        self._told.setHidden(differs)
        self._warned.setText(unbroken(words) if differs else "")
        self._warned.setVisible(differs)
        self._acts.setVisible(differs or copy is None)
        self._compare.setVisible(differs)
        self.show()
        announce(self, words)

    def _button(self, name: str, words: str) -> QPushButton:
        button = looks(QPushButton(words, self), Look.QUIET)
        button.setObjectName(name)
        button.setAutoDefault(False)
        return button

    @Slot()
    def _want_compared(self) -> None:
        self.compare_wanted.emit(self._code)
