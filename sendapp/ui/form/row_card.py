"""One row of a list on the form: its number, its inputs, and the handle it is dragged by."""

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QByteArray, QMimeData, QObject, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QDrag, QIcon, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from sendapp.domain.catalogue import field
from sendapp.domain.checks.finding import Finding
from sendapp.domain.fields import Field, Kind
from sendapp.domain.record import Row
from sendapp.domain.rows import place_of_part
from sendapp.ui.form.inputs import FormText, Input, part_input, text_of
from sendapp.ui.form.mark import Mark, sentences_of
from sendapp.ui.icons import icon
from sendapp.ui.status import announce
from sendapp.ui.text.keys import ROW_KEYS
from sendapp.ui.text.rich_editor import RichEditor
from sendapp.ui.theme import Look, looks
from sendapp.ui.tokens import XS, S

ROW_MIME = "application/x-sendapp-row"


def dragged_row(data: QMimeData, list_name: str) -> str | None:
    """Return the key of the row being dragged, None if it is not one of the list `list_name`."""
    if not data.hasFormat(ROW_MIME):
        return None
    name, _, key = bytes(data.data(ROW_MIME).data()).decode().partition("\n")
    return key if name == list_name else None


class RowCard(QWidget):
    """Shows one row; every act on it is a signal, the record is never touched from here."""

    part_edited = Signal(str, object, str, bool)
    """A part's name, its value, the step's words ('' for a plain edit), and whether typing."""
    touched = Signal()
    remove_wanted = Signal()
    caret_moved = Signal(QRect)

    def __init__(
        self, list_name: str, key: str, parts: Sequence[Field], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.list_name = list_name
        self._parts = tuple(parts)
        self._shown: Row | None = None
        self._index = -1
        self.key = key
        self.inputs: dict[str, Input] = {}
        self.editors: dict[str, RichEditor] = {}
        self.problems: dict[str, QLabel] = {}
        self._labels: dict[str, tuple[QWidget, str]] = {}
        self.number = Grip(self)
        self.mark = Mark(self)
        self._found: tuple[Finding, ...] = ()
        self._remove = self._make_remove()
        self._lay_out()

    @property
    def widgets(self) -> list[QWidget]:
        """The parts' widgets in the order of the form."""
        return [self.part(entry.name) for entry in self._parts]

    def shows(self, parts: Iterable[Field]) -> bool:
        """Whether every one of `parts` can be seen here."""
        return {entry.name for entry in parts} <= {entry.name for entry in self._parts}

    def part(self, name: str) -> QWidget:
        """Return the widget of the part `name`."""
        return self.editors[name] if name in self.editors else self.inputs[name].widget

    def texts(self, index: int) -> list[FormText]:
        """Return the row's texts, with their addresses while it stands at `index`."""
        parts = [(entry, text_of(self.part(entry.name))) for entry in self._parts]
        return [
            FormText(place_of_part(self.list_name, index, entry.name), entry, text)
            for entry, text in parts
            if text is not None
        ]

    def show_row(self, index: int, row: Row) -> None:
        """Show the row's values and where it stands, `index` counting from 0."""
        if self._shown is row and self._index == index:
            return
        self._shown, self._index = row, index
        self.number.setText(str(index + 1))
        called = f"{field(self.list_name).row} {index + 1}"
        self._remove.setAccessibleName(f"Remove {called}")
        self._remove.setToolTip(f"Remove {called} ({ROW_KEYS['remove']})")
        for name, (widget, label) in self._labels.items():
            widget.setAccessibleName(called.capitalize() if not label else f"{label}, {called}")
            widget.setObjectName(f"{self.list_name}[{index}].{name}")
        for name, editor in self.editors.items():
            if not self.problems[name].text():
                editor.set_value(getattr(row, name))
        for name, made in self.inputs.items():
            if not self.problems[name].text():
                made.show(getattr(row, name))

    def be_removable(self, removable: bool) -> None:
        """Offer to remove the row; the empty one that is only there to type in stays."""
        if self._remove.isEnabledTo(self) == removable:
            # Another icon, even the same, lays the whole form out anew.
            return
        self._remove.setEnabled(removable)
        self._remove.setIcon(icon("x", "muted") if removable else QIcon())

    def show_problem(self, part: str, reason: str) -> None:
        """Say beneath the part why what stands there cannot be kept; '' says nothing."""
        label = self.problems[part]
        label.setText(reason)
        label.setVisible(bool(reason))
        self._describe(part)
        if reason:
            announce(self.part(part), reason)
        # What the part shows now need not be what the record holds.
        self._shown = None

    def show_findings(self, shown: tuple[Finding, ...]) -> None:
        """Mark the row with what was found in it, and each part for those who listen."""
        if shown == self._found:
            return
        self._found = shown
        self.mark.show_findings(shown)
        for name in self.problems:
            self._describe(name)

    def _describe(self, part: str) -> None:
        """Let a part be read out with why it cannot be kept, else with what was found in it."""
        found = [s for s in self._found if not s.set_aside and _is_of(s.place, part)]
        words = self.problems[part].text() or " ".join(sentences_of(found))
        self.part(part).setAccessibleDescription(words)

    def commit(self) -> None:
        """Hand over what is still being typed."""
        for editor in self.editors.values():
            editor.commit()

    def _lay_out(self) -> None:
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(S)
        outer.addWidget(self.number, 0, Qt.AlignmentFlag.AlignTop)
        inner = QVBoxLayout()
        inner.setSpacing(XS)
        entries = self._parts
        line: QHBoxLayout | None = None
        for entry in entries:
            widget = self._make_part(entry, alone=len(entries) == 1)
            if entry.kind is Kind.FLAG and line is not None:
                line.addWidget(widget)
                continue
            if len(entries) > 1 and entry.kind is not Kind.FLAG:
                inner.addWidget(self._label_for(entry, widget))
            line = QHBoxLayout()
            line.setSpacing(S)
            line.addWidget(widget, 1)
            inner.addLayout(line)
            inner.addWidget(self._problem_label(entry.name))
            if entry.kind not in (Kind.LINE, Kind.FLAG):
                line = None
        outer.addLayout(inner, 1)
        edge = QHBoxLayout()
        edge.setSpacing(XS)
        edge.addWidget(self._remove)
        edge.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignVCenter)
        outer.addLayout(edge)
        outer.setAlignment(edge, Qt.AlignmentFlag.AlignTop)

    def _make_part(self, entry: Field, *, alone: bool) -> QWidget:
        self._problem_label(entry.name)
        if entry.kind is Kind.RICH:
            editor = RichEditor(self)
            self.editors[entry.name] = editor
            editor.makes_items = alone
            editor.edited.connect(self._rich_taker(entry.name))
            editor.touched.connect(self.touched)
            editor.caret_moved.connect(self.caret_moved)
            self._labels[entry.name] = (editor, "" if alone else entry.label)
            return editor
        made = part_input(entry, entry.name)
        self.inputs[entry.name] = made
        taker = _PartTaker(self, entry.name, made)
        made.edited.connect(taker.take)
        self._labels[entry.name] = (made.widget, "" if alone else entry.label)
        return made.widget

    def _rich_taker(self, name: str) -> Any:
        return _RichTaker(self, name).take

    def _label_for(self, entry: Field, widget: QWidget) -> QLabel:
        label = looks(QLabel(entry.label, self), Look.MUTED)
        label.setBuddy(widget)
        return label

    def _problem_label(self, name: str) -> QLabel:
        if name not in self.problems:
            label = looks(QLabel(self), Look.PROBLEM)
            label.setWordWrap(True)
            label.hide()
            self.problems[name] = label
        return self.problems[name]

    def _make_remove(self) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon("x", "muted"))
        # Not in the tab order: officers tab from text to text, and the key removes.
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setObjectName("remove_row")
        button.clicked.connect(self.remove_wanted)
        return button


def _is_of(place: str, part: str) -> bool:
    """Whether a place of a row is its part `part`; a row of one part has no other."""
    return place.endswith((f".{part}", "]"))


class Grip(QLabel):
    """A row's number, by which it is dragged to another place."""

    def __init__(self, card: RowCard) -> None:
        super().__init__(card)
        self._card = card
        looks(self, Look.MUTED)
        self._movable = False
        self.be_movable(True)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        self.setContentsMargins(0, S, 0, 0)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance("00") + S, super().sizeHint().height())

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def be_movable(self, movable: bool) -> None:
        """Let the row be dragged, or stay where it is."""
        if movable != self._movable:
            self._movable = movable
            shape = Qt.CursorShape
            self.setCursor(shape.OpenHandCursor if movable else shape.ArrowCursor)
            self.setToolTip("Drag to move (Alt+Shift+Up, Alt+Shift+Down)" if movable else "")

    @override
    def mouseMoveEvent(self, ev: QMouseEvent) -> None:
        if not self._movable or not ev.buttons() & Qt.MouseButton.LeftButton:
            return
        data = QMimeData()
        carried = f"{self._card.list_name}\n{self._card.key}"
        data.setData(ROW_MIME, QByteArray(carried.encode()))
        drag = QDrag(self)
        drag.setMimeData(data)
        picture = self._card.grab()
        drag.setPixmap(picture)
        drag.setHotSpot(ev.position().toPoint())
        drag.exec(Qt.DropAction.MoveAction)


class _PartTaker(QObject):
    """Passes an input's edits on under its part's name."""

    def __init__(self, card: RowCard, name: str, made: Input) -> None:
        super().__init__(card)
        self._card = card
        self._name = name
        self._typing = made.typing

    @Slot(object)
    def take(self, value: Any) -> None:
        """Pass a value on."""
        self._card.part_edited.emit(self._name, value, "", self._typing)


class _RichTaker(QObject):
    """Passes a rich editor's edits on under its part's name."""

    def __init__(self, card: RowCard, name: str) -> None:
        super().__init__(card)
        self._card = card
        self._name = name

    @Slot(str, str, bool)
    def take(self, html: str, words: str, typing: bool) -> None:
        """Pass a value on."""
        self._card.part_edited.emit(self._name, html, words, typing)
