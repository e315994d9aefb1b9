"""What is filled in at one place that is corrected: its inputs, and what stands in them."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from sendapp.domain.correcting import Spot
from sendapp.domain.fields import Field, Kind
from sendapp.domain.text import Refused
from sendapp.editing.accepting import accepted, accepted_part
from sendapp.ui.form.inputs import Input, entry_of, part_input, tab_stops
from sendapp.ui.text.rich_editor import RichEditor
from sendapp.ui.tokens import S


class SpotInputs(QWidget):
    """The inputs of one place, each under its label where there are several."""

    edited = Signal()
    caret_moved = Signal(QWidget, QRect)

    def __init__(
        self, spot: Spot, values: Mapping[str, Any], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._spot = spot
        self._values = dict(values)
        self._refused: dict[str, str] = {}
        self._inputs: dict[str, Input] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        for entry in spot.entries:
            made = self._make(entry)
            self._inputs[entry.name] = made
            if len(spot.entries) > 1 and entry.kind is not Kind.FLAG:
                label = QLabel(entry.label, self)
                label.setWordWrap(True)
                label.setBuddy(entry_of(made.widget))
                column.addWidget(label)
            column.addWidget(made.widget)
        self.refill(values)
        for name, made in self._inputs.items():
            made.edited.connect(partial(self._take, name))

    @property
    def values(self) -> dict[str, Any]:
        """What stands there, as the record would keep it."""
        return dict(self._values)

    @property
    def refused(self) -> str:
        """Why what stands there cannot be kept, '' if it can."""
        return next(iter(self._refused.values()), "")

    @property
    def stops(self) -> list[QWidget]:
        """What Tab goes through, in order."""
        return [stop for made in self._inputs.values() for stop in tab_stops(made.widget)]

    def refill(self, values: Mapping[str, Any]) -> None:
        """Show `values`, whatever stood there."""
        self._values = dict(values)
        self._refused.clear()
        for name, made in self._inputs.items():
            made.show(values[name])

    def commit(self) -> None:
        """Bring in what is still being typed."""
        for made in self._inputs.values():
            if isinstance(made.widget, RichEditor):
                made.widget.commit()

    def _make(self, entry: Field) -> Input:
        name = f"correct_{entry.name}"
        if entry.kind is not Kind.RICH:
            made = part_input(entry, name)
        else:
            editor = RichEditor(self)
            editor.setObjectName(name)
            made = Input(editor, editor.set_value, editor.edited, typing=True)
            editor.caret_moved.connect(partial(self.caret_moved.emit, editor))
        if len(self._spot.entries) == 1:
            entry_of(made.widget).setAccessibleName(f"{self._spot.label}, as it should read")
        return made

    def _take(self, name: str, value: Any, *_: object) -> None:
        spot = self._spot
        try:
            kept = (
                accepted(name, value) if spot.index < 0 else accepted_part(spot.name, name, value)
            )
        except Refused as reason:
            self._refused[name] = str(reason)
        else:
            self._refused.pop(name, None)
            self._values[name] = kept
        self.edited.emit()
