"""A section of the form: its numbered heading as in print, and its fields beneath."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from sendapp.domain.checks.finding import Finding
from sendapp.domain.fields import Field
from sendapp.domain.record_types import TypeSection
from sendapp.ui.form.inputs import tab_stops
from sendapp.ui.form.mark import Mark
from sendapp.ui.status import announce
from sendapp.ui.theme import Look, looks
from sendapp.ui.tokens import XS, L, S


class SectionBox(QWidget):
    """A heading and a column of fields, each with label, help and room for a problem."""

    confirm_wanted = Signal(str)
    """All carried-over facts of the field with this name are right as they stand."""

    def __init__(self, section: TypeSection, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"section_{section.section.value}")
        self._section = section
        self._fields: dict[str, QWidget] = {}
        self._problems: dict[str, QLabel] = {}
        self._confirms: dict[str, ConfirmButton] = {}
        self._marks: dict[str, Mark] = {}
        self._lines: dict[str, QHBoxLayout] = {}
        self._acts: dict[str, list[QPushButton]] = {}
        self._stops: dict[str, tuple[list[QWidget], str]] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(L)
        self.heading = self._add_heading()

    def add_field(self, entry: Field, widget: QWidget) -> None:
        """Add a field's label, help, input and room for a problem."""
        holder = QWidget(self)
        box = QVBoxLayout(holder)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(XS)
        mark = Mark(holder)
        confirm = self._confirm_button(entry, holder)
        if entry.label != self._section.label:
            label = QLabel(entry.label, holder)
            label.setBuddy(widget)
            label.setWordWrap(True)
            line = QHBoxLayout()
            line.addWidget(label, 1)
            line.addWidget(confirm, 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
            box.addLayout(line)
            self._lines[entry.name] = line
        else:
            self._heading_line.addWidget(confirm, 0, Qt.AlignmentFlag.AlignVCenter)
            self._heading_line.addWidget(mark, 0, Qt.AlignmentFlag.AlignVCenter)
            if self.heading.buddy() is None:
                self.heading.setBuddy(widget)
        self._marks[entry.name] = mark
        self._stops[entry.name] = ([widget, *tab_stops(widget)], entry.help)
        if entry.help:
            help_line = looks(QLabel(entry.help, holder), Look.MUTED)
            help_line.setWordWrap(True)
            box.addWidget(help_line)
        self.show_findings(entry.name, ())
        box.addWidget(widget)
        problem = looks(QLabel(holder), Look.PROBLEM)
        problem.setObjectName(f"{entry.name}_problem")
        problem.setWordWrap(True)
        problem.hide()
        self._problems[entry.name] = problem
        box.addWidget(problem)
        self._fields[entry.name] = holder
        self._column.addWidget(holder)

    def add_act(self, name: str, button: QPushButton) -> bool:
        """Put a button for an act on the field `name` beside its label; False if it is not here."""
        if name in self._lines:
            self._lines[name].insertWidget(1, button, 0, Qt.AlignmentFlag.AlignTop)
            self._acts.setdefault(name, []).append(button)
        return name in self._lines

    def acts_of(self, name: str) -> list[QPushButton]:
        """Return the buttons that were put beside the field `name`."""
        return self._acts.get(name, [])

    def show_field(self, name: str, shown: bool) -> None:
        """Show or hide a field with its label, help and problem."""
        self._fields[name].setVisible(shown)

    def show_problem(self, name: str, reason: str) -> None:
        """Say beneath the field why what stands there cannot be kept; '' says nothing."""
        if name not in self._problems:
            return
        self._problems[name].setText(reason)
        self._problems[name].setVisible(bool(reason))
        if reason:
            announce(self._problems[name], reason)

    def show_findings(self, name: str, shown: Sequence[Finding]) -> None:
        """Mark the field `name` with what was found in it, for eyes and for readers."""
        if name in self._marks:
            sentences = self._marks[name].show_findings(shown)
            stops, help_words = self._stops[name]
            for stop in stops:
                stop.setAccessibleDescription(" ".join(filter(None, (help_words, sentences))))

    def show_unconfirmed(self, counts: Mapping[str, int]) -> None:
        """Offer to confirm the carried-over facts of each field that has any, by its name."""
        for name, button in self._confirms.items():
            count = counts.get(name, 0)
            button.setText(f"Confirm {count}")
            facts = "fact" if count == 1 else "facts"
            button.setAccessibleName(f"Confirm {count} carried-over {facts} here")
            button.setVisible(count > 0)

    def _confirm_button(self, entry: Field, holder: QWidget) -> "ConfirmButton":
        button = looks(ConfirmButton(holder), Look.QUIET)
        button.setObjectName(f"{entry.name}_confirm")
        # Not in the tab order: officers tab from text to text, and a key confirms.
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setToolTip("Confirm all in this field (Ctrl+Alt+K)")
        button.clicked.connect(partial(self.confirm_wanted.emit, entry.name))
        button.hide()
        self._confirms[entry.name] = button
        return button

    def _add_heading(self) -> QLabel:
        self._heading_line = line = QHBoxLayout()
        line.setSpacing(S)
        if self._section.number:
            number = looks(QLabel(str(self._section.number), self), Look.NUMBER)
            line.addWidget(number, 0, Qt.AlignmentFlag.AlignTop)
        heading = looks(QLabel(self._section.label, self), Look.HEADING)
        heading.setWordWrap(True)
        line.addWidget(heading, 1)
        self._column.addLayout(line)
        return heading


class ConfirmButton(QPushButton):
    """Confirms what was carried over into a field; no higher than the label it stands beside."""
