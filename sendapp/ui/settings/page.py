"""A page of the settings: headings, and rows of a label, a hint and what is to be set."""

from collections.abc import Callable

from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from sendapp.services.council import CouncilSettings
from sendapp.ui.form.flow_layout import FlowLayout
from sendapp.ui.icons import icon
from sendapp.ui.status import announce
from sendapp.ui.theme import Look, looks
from sendapp.ui.tokens import XL, XS, M, S


class SettingsPage(QWidget):
    """Shows some of the settings and gives them back; what is on no page stays as it was."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = words
        """What the page is called in the list of pages."""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(XL, XL, XL, XL)
        self._column.setSpacing(XS)

    def show_settings(self, settings: CouncilSettings) -> None:
        """Show what of `settings` belongs to this page."""

    def applied(self, settings: CouncilSettings) -> CouncilSettings:
        """Return `settings` with what stands on this page."""
        return settings

    def check(self) -> QWidget | None:
        """Say beside it what cannot be kept; return where that stands, None where all can be."""
        return None

    def heading(self, words: str) -> None:
        """Begin a part of the page."""
        if self._column.count():
            self._column.addSpacing(XL)
        label = looks(QLabel(words, self), Look.HEADING)
        label.setWordWrap(True)
        self._column.addWidget(label)

    def note(self, words: str) -> QLabel:
        """Add words that explain, and return their label."""
        note = looks(QLabel(words, self), Look.MUTED)
        note.setWordWrap(True)
        self._column.addWidget(note)
        return note

    def row(
        self, widget: QWidget, words: str, hint: str = "", buddy: QWidget | None = None
    ) -> None:
        """Add what is to be set, with its label and what there is to know of it."""
        self._column.addSpacing(M)
        label = QLabel(words, self)
        label.setWordWrap(True)
        entered = buddy or widget.focusProxy() or widget
        label.setBuddy(entered)
        self._column.addWidget(label)
        if hint:
            self.note(hint)
            entered.setAccessibleDescription(hint)
        self._column.addWidget(widget)

    def end(self) -> None:
        """Let what is left of the page be blank."""
        self._column.addStretch(1)


class Noted(QWidget):
    """An input with room beneath it for what is wrong with what stands there."""

    def __init__(self, name: str, field: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.problem = looks(QLabel(self), Look.PROBLEM)
        self.problem.setObjectName(f"{name}_problem")
        self.problem.setWordWrap(True)
        self.problem.hide()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(XS)
        self.column.addWidget(field)
        self.column.addWidget(self.problem)
        self.setFocusProxy(field)

    def say(self, words: str, *, aloud: bool = False) -> None:
        """Say what is wrong; '' says nothing."""
        self.problem.setText(words)
        self.problem.setVisible(bool(words))
        self.field.setAccessibleDescription(words)
        if words and aloud:
            announce(self.field, words)


def beside(*widgets: QWidget) -> QWidget:
    """Return the widgets in a row that goes on beneath where it has no room."""
    holder = QWidget()
    flow = FlowLayout(holder, spacing=S)
    for widget in widgets:
        flow.addWidget(widget)
    return holder


def act(name: str, words: str, do: Callable[[], object], drawing: str = "") -> QPushButton:
    """Return a button that Enter in another field does not press."""
    button = QPushButton(words)
    if drawing:
        button.setIcon(icon(drawing, "accent"))
        looks(button, Look.QUIET)
    button.setObjectName(name)
    button.setAutoDefault(False)
    button.clicked.connect(do)
    return button
