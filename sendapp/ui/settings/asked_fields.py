"""Tick boxes for the optional fields that the council wants filled in."""

from collections.abc import Iterable

from PySide6.QtWidgets import QCheckBox, QWidget

from sendapp.domain.checks.asked import ASKABLE
from sendapp.ui.form.flow_layout import FlowLayout
from sendapp.ui.tokens import M


class AskedFields(QWidget):
    """Shows every field that can be asked for, ticked where it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("asked_fields")
        self._boxes: dict[str, QCheckBox] = {}
        row = FlowLayout(self, spacing=M)
        for entry in ASKABLE:
            box = QCheckBox(entry.label, self)
            box.setObjectName(f"asked_{entry.name}")
            box.setAccessibleName(f"Ask for {entry.label}")
            self._boxes[entry.name] = box
            row.addWidget(box)
        self.setFocusProxy(next(iter(self._boxes.values())))

    def show_fields(self, names: Iterable[str]) -> None:
        """Tick exactly `names`."""
        ticked = set(names)
        for name, box in self._boxes.items():
            box.setChecked(name in ticked)

    def fields(self) -> tuple[str, ...]:
        """Return the names that are ticked, in the order of the form."""
        return tuple(name for name, box in self._boxes.items() if box.isChecked())
