"""The input for each kind of field, of the record and of its rows."""

import textwrap
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal, SignalInstance, Slot
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QRadioButton, QWidget

from sendapp.domain.fields import Field, Kind
from sendapp.editing.open_record import OpenRecord
from sendapp.ui.choice import Choice, PostChoice
from sendapp.ui.date_edit import DateEdit
from sendapp.ui.form.bindings import Binding, DateBinding, PostBinding
from sendapp.ui.form.flow_layout import FlowLayout
from sendapp.ui.line_edit import RecordLine
from sendapp.ui.text.plain_edit import PlainEdit
from sendapp.ui.text.rich_editor import RichEditor
from sendapp.ui.tokens import L

FLAG_CHARACTERS = 36
"""How long a line of a tick box's words may be, so that large text has room."""

MAX_RADIOS = 3
"""A choice of so few values is shown whole."""


@dataclass(frozen=True, slots=True)
class Input:
    """A widget with the way to show a value in it and the signal of the officer's edits."""

    widget: QWidget
    show: Callable[[Any], object]
    edited: SignalInstance
    typing: bool


@dataclass(frozen=True, slots=True)
class FormText:
    """A text on the form that an officer writes in: its address, its field, and its editor."""

    address: str
    entry: Field
    editor: RichEditor | PlainEdit | RecordLine


def text_of(widget: QWidget) -> RichEditor | PlainEdit | RecordLine | None:
    """Return the editor of words in an input, None for a date, a choice or a tick."""
    if isinstance(widget, PostChoice):
        return widget.line
    return widget if isinstance(widget, RichEditor | PlainEdit | RecordLine) else None


def field_input(entry: Field, open_record: OpenRecord, duties: str) -> QWidget:
    """Return a new widget bound to the record's scalar field `entry`, by its type's `duties`."""
    if entry.kind is Kind.POST:
        post = PostChoice(entry.name, entry.label)
        PostBinding(post, open_record, entry.name, duties)
        return post
    if entry.kind is Kind.DATE:
        date = DateEdit(entry.name, entry.label)
        # Tab would stop at the whole, too, and be led back to its line, round and round.
        date.setFocusProxy(None)  # type: ignore[arg-type]
        DateBinding(date, open_record, entry.name)
        return date
    made = part_input(entry, entry.name)
    Binding(made.widget, open_record, entry.name, made.show, made.edited, typing=made.typing)
    return made.widget


def part_input(entry: Field, name: str) -> Input:
    """Return a new, unbound input for the scalar field `entry`, its widget called `name`."""
    match entry.kind:
        case Kind.TEXT:
            plain = PlainEdit(name, entry.label)
            return Input(plain, plain.refill, plain.text_edited, typing=True)
        case Kind.FLAG:
            flag = Flag(name, entry.label)
            return Input(flag, flag.setChecked, flag.flagged, typing=False)
        case Kind.NUMBERS:
            numbers = Numbers(name, entry.label)
            return Input(numbers, numbers.show_numbers, numbers.numbers_edited, typing=False)
        case Kind.CHOICE if 1 < len(entry.choices) <= MAX_RADIOS:
            radios = Radios(name, entry.label, entry.choices)
            return Input(radios, radios.show_value, radios.chosen, typing=False)
        case Kind.CHOICE:
            choice = Choice(name, entry.label, entry.choices)
            return Input(choice, choice.show_value, choice.chosen, typing=False)
        case _:
            line = RecordLine(name, entry.label)
            return Input(line, line.refill, line.textEdited, typing=True)


def tab_stops(widget: QWidget) -> list[QWidget]:
    """Return what Tab goes through in an input, in order; the first is where it is entered."""
    match widget:
        case DateEdit():
            return [widget.line, widget.button]
        case Radios() | Numbers():
            return [*widget.stops]
        case _:
            return [widget.focusProxy() or widget]


def entry_of(widget: QWidget) -> QWidget:
    """Return where an input is entered; a choice at what is chosen, so that no key changes it."""
    stops = tab_stops(widget)
    if isinstance(widget, Radios):
        return next((stop for stop in widget.stops if stop.isChecked()), stops[0])
    return stops[0]


class Flag(QCheckBox):
    """A tick box that speaks only of the officer's ticks."""

    flagged = Signal(bool)

    def __init__(self, name: str, label: str, parent: QWidget | None = None) -> None:
        # A tick box does not wrap its words by itself.
        super().__init__(textwrap.fill(label, FLAG_CHARACTERS), parent)
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.clicked.connect(self.flagged)


class Radios(QWidget):
    """A choice of two or three, shown whole; "Not answered" is one of them, never assumed."""

    chosen = Signal(str)

    def __init__(self, name: str, label: str, choices: tuple[tuple[str, str], ...]) -> None:
        super().__init__()
        self.setObjectName(f"{name}_choice")
        self.setAccessibleName(label)
        self._values: dict[str, QRadioButton] = {}
        self._group = QButtonGroup(self)
        row = FlowLayout(self, spacing=L)
        for value, words in choices:
            button = QRadioButton(words, self)
            button.setObjectName(f"{name}_{value or 'unanswered'}")
            button.setAccessibleName(f"{label} {words}")
            self._group.addButton(button)
            self._values[value] = button
            row.addWidget(button)
        self._group.buttonClicked.connect(self._announce)

    @property
    def stops(self) -> list[QRadioButton]:
        """What Tab goes through."""
        return list(self._values.values())

    def show_value(self, value: str) -> None:
        """Show `value`; one that is not on offer leaves every button empty."""
        self._group.setExclusive(False)
        for known, button in self._values.items():
            button.setChecked(known == value)
        self._group.setExclusive(True)

    @Slot()
    def _announce(self) -> None:
        checked = self._group.checkedButton()
        self.chosen.emit(next(v for v, button in self._values.items() if button is checked))


class Numbers(QWidget):
    """The paragraphs 1 to 7 of Schedule 12A, each with a tick box."""

    numbers_edited = Signal(tuple)

    def __init__(self, name: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}_numbers")
        self.setAccessibleName(label)
        self._boxes: dict[int, QCheckBox] = {}
        row = FlowLayout(self)
        for number in range(1, 8):
            box = QCheckBox(str(number), self)
            box.setObjectName(f"{name}_{number}")
            box.setAccessibleName(f"Paragraph {number}")
            box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            box.clicked.connect(self._announce)
            self._boxes[number] = box
            row.addWidget(box)

    @property
    def stops(self) -> list[QWidget]:
        """What Tab goes through."""
        return list(self._boxes.values())

    def show_numbers(self, numbers: tuple[int, ...]) -> None:
        """Tick exactly `numbers`."""
        for number, box in self._boxes.items():
            box.setChecked(number in numbers)

    @Slot()
    def _announce(self) -> None:
        ticked = tuple(number for number, box in self._boxes.items() if box.isChecked())
        self.numbers_edited.emit(ticked)
