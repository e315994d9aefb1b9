"""The fields that a step asks for, each with its label and room for a problem beside it."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from sendapp.domain.catalogue import field
from sendapp.domain.fields import Kind
from sendapp.domain.record import DecisionRecord
from sendapp.domain.refusing import Refusal
from sendapp.domain.text import without_refused
from sendapp.ui.date_edit import DateEdit
from sendapp.ui.labels import words_label
from sendapp.ui.line_edit import LineEdit
from sendapp.ui.status import announce
from sendapp.ui.text.plain_edit import PlainEdit
from sendapp.ui.theme import Look
from sendapp.ui.tokens import XS, M

NAMED = "step_"
"""What stands before a field's name in the name of its input, since the form has one, too."""


_TODAY = frozenset(
    {
        "date_of_decision",
        "draft_list_published",
        "confirmed_list_published",
        "called_in_on",
        "withdrawn_on",
    }
)
_PAST = _TODAY - {"draft_list_published"}


def first_value(record: DecisionRecord, name: str, today: date) -> str:
    """Return what a step's field is filled in with: what stands in `record`, or today."""
    value = str(getattr(record, name))
    if name not in _TODAY:
        return value
    day = today.isoformat()
    return day if not value or (name in _PAST and value > day) else value


class AskedFields(QWidget):
    """A column of inputs, filled in as `prefilled`."""

    edited = Signal(str)
    """The officer has changed the field of this name."""

    def __init__(
        self, names: Iterable[str], prefilled: Mapping[str, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(M)
        self._inputs: dict[str, DateEdit | LineEdit | PlainEdit] = {}
        self._holders: dict[str, QWidget] = {}
        self._problems: dict[str, QLabel] = {}
        for name in names:
            self._add(name, prefilled.get(name, ""))

    @property
    def names(self) -> tuple[str, ...]:
        """The fields that are asked for."""
        return tuple(self._inputs)

    def value(self, name: str) -> str:
        """Return a field's text, an ISO date where it is a date that can be read."""
        made = self._inputs[name]
        if self._holders[name].isHidden():
            return ""
        if isinstance(made, DateEdit):
            return made.iso()
        return without_refused(made.text()).strip()

    def values(self) -> dict[str, str]:
        """Return what stands in all fields; what is hidden is blank."""
        return {name: self.value(name) for name in self._inputs}

    def put(self, name: str, iso: str) -> None:
        """Show another date without speaking of it."""
        made = self._inputs[name]
        assert isinstance(made, DateEdit)
        made.show_date(iso)

    def show_field(self, name: str, shown: bool) -> None:
        """Show or hide a field with its label and problem."""
        self._holders[name].setVisible(shown)

    def show_problems(self, reasons: Iterable[Refusal]) -> tuple[Refusal, ...]:
        """Mark the fields that `reasons` concern; return those that concern none of them.

        A mark goes once its field is edited, and with any date those of all dates: most say that
        one comes before another.
        """
        said: dict[str, list[str]] = {}
        left = []
        for reason in reasons:
            if reason.field in self._inputs:
                said.setdefault(reason.field, []).append(reason.sentence)
            else:
                left.append(reason)
        for name in self._inputs:
            self._show_problem(name, " ".join(said.get(name, ())))
        if said:
            self.focus(next(iter(said)))
        return tuple(left)

    def focus(self, name: str) -> None:
        """Put the keyboard into a field."""
        self._entry(name).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_problem(self, name: str, words: str) -> None:
        made, problem = self._inputs[name], self._problems[name]
        if isinstance(made, DateEdit):
            made.show_problem(words)
        else:
            problem.setText(words)
            problem.setVisible(bool(words))
            made.setAccessibleDescription(words)
        if words:
            announce(problem, problem.text())

    def _forget_problem(self, name: str) -> None:
        """Take a mark away and leave its room, so that nothing moves while it is typed."""
        made = self._inputs[name]
        if isinstance(made, DateEdit):
            if not made.is_unread():
                made.forget_problem()
            return
        made.setAccessibleDescription("")
        self._problems[name].setText("")

    def _entry(self, name: str) -> QWidget:
        made = self._inputs[name]
        return made.line if isinstance(made, DateEdit) else made

    def _add(self, name: str, text: str) -> None:
        entry = field(name)
        holder = QWidget(self)
        box = QVBoxLayout(holder)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(XS)
        label = QLabel(entry.label, holder)
        label.setWordWrap(True)
        made = self._made(name, entry.kind, text)
        label.setBuddy(self._entry(name))
        box.addWidget(label)
        box.addWidget(made)
        if isinstance(made, DateEdit):
            problem = made.note
            problem.setObjectName(f"{NAMED}{name}_problem")
        else:
            problem = words_label("", Look.PROBLEM, holder, name=f"{NAMED}{name}_problem")
            problem.hide()
            box.addWidget(problem)
        self._holders[name], self._problems[name] = holder, problem
        self.column.addWidget(holder)

    def _made(self, name: str, kind: Kind, text: str) -> QWidget:
        entry, called = field(name), f"{NAMED}{name}"
        made: DateEdit | LineEdit | PlainEdit
        if kind is Kind.DATE:
            made = DateEdit(called, entry.label)
            made.show_date(text)
            made.date_edited.connect(partial(self._tell, name))
        elif kind is Kind.TEXT:
            made = PlainEdit(called, entry.label)
            made.refill(text)
            made.text_edited.connect(partial(self._tell, name))
        else:
            made = LineEdit(called, entry.label)
            made.setMaxLength(entry.limit)
            made.setText(text)
            made.textEdited.connect(partial(self._tell, name))
        self._inputs[name] = made
        return made

    def _tell(self, name: str, *_: object) -> None:
        is_date = isinstance(self._inputs[name], DateEdit)
        dates = [other for other, made in self._inputs.items() if isinstance(made, DateEdit)]
        for each in dates if is_date else [name]:
            self._forget_problem(each)
        self.edited.emit(name)
