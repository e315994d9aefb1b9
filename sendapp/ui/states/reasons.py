"""Every reason why a step is refused, each with the way to the field that it concerns."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from sendapp.domain.refusing import Refusal
from sendapp.errors import Problem
from sendapp.services.stating import Refused
from sendapp.ui.status import announce
from sendapp.ui.theme import Look, looks
from sendapp.ui.tokens import XS, S


def reasons_of(problem: Problem) -> tuple[Refusal, ...]:
    """Return why something was refused, or the one sentence of what went wrong in the world."""
    if isinstance(problem, Refused):
        return problem.refusals
    return (Refusal("", f"{problem.sentence} {problem.hint}".strip()),)


class Reasons(QWidget):
    """A list of sentences, hidden while there are none."""

    go_wanted = Signal(str)
    """The officer wants to go to the field at this address."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("step_reasons")
        self._heading = looks(QLabel(self), Look.STRONG)
        self._heading.setObjectName("step_reasons_heading")
        self._heading.setTextFormat(Qt.TextFormat.PlainText)
        self._heading.setWordWrap(True)
        self._rows: list[QWidget] = []
        self._shown: tuple[Refusal, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(XS)
        self._column.addWidget(self._heading)
        self.hide()

    @property
    def stops(self) -> list[QWidget]:
        """What Tab goes through."""
        return [button for row in self._rows for button in row.findChildren(QPushButton)]

    def drop(self, name: str) -> None:
        """Take away what concerns the field `name`, which has changed since."""
        left = [reason for reason in self._shown if reason.field.partition("[")[0] != name]
        if len(left) < len(self._shown):
            self._show(self._heading.text() if left else "", left)

    def show_reasons(self, heading: str, reasons: Sequence[Refusal]) -> None:
        """List `reasons` under a heading; those of no field have no way to go."""
        self._show(heading, reasons)
        if heading:
            announce(self, " ".join((heading, *(reason.sentence for reason in reasons))))

    def _show(self, heading: str, reasons: Sequence[Refusal]) -> None:
        self._shown = tuple(reasons)
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._heading.setText(heading)
        self._rows = [self._row(number, reason) for number, reason in enumerate(reasons)]
        for row in self._rows:
            self._column.addWidget(row)
        self.setVisible(bool(heading))

    def _row(self, number: int, reason: Refusal) -> QWidget:
        row = QWidget(self)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(S)
        words = looks(QLabel(reason.sentence, row), Look.PROBLEM)
        words.setObjectName(f"step_reason_{number}")
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        line.addWidget(words, 1)
        if reason.field:
            go = looks(QPushButton("Go to it", row), Look.QUIET)
            go.setObjectName(f"step_go_{number}")
            go.setAccessibleName(f"Go to it: {reason.sentence}")
            go.setAutoDefault(False)
            go.clicked.connect(partial(self._go, reason.field))
            line.addWidget(go, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _go(self, address: str, *_: object) -> None:
        self.go_wanted.emit(address)
