"""The bar over the form that finds words in the open record, and replaces them."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from sendapp.domain.finding_words import Wanted
from sendapp.domain.text import one_line, without_refused
from sendapp.ui.form.flow_layout import FlowLayout
from sendapp.ui.icons import icon
from sendapp.ui.line_edit import LineEdit
from sendapp.ui.status import announce
from sendapp.ui.theme import Look, looks
from sendapp.ui.tokens import XL, XS, S

FIELD_CHARACTERS = 22
"""How wide a line of the bar is."""

LONGEST_COUNT = "0000 of 0000, from the start"
"""What the count has room for, so that nothing moves while it changes."""


class FindBar(QFrame):
    """Shows what to look for and how much was found; looking itself is somebody else's."""

    wanted_changed = Signal()
    """Other words, or another way of looking for them."""
    step_wanted = Signal(int)
    """Forth (1) or back (-1)."""
    replace_wanted = Signal()
    replace_all_wanted = Signal()
    close_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("find_bar")
        self.setAccessibleName("Find in this record")
        self._icon_buttons: list[QToolButton] = []
        self.line = _Line("find_here", "Find in this record")
        self.line.setPlaceholderText("Find in this record")
        self.count = looks(QLabel(self), Look.MUTED)
        self.count.setObjectName("find_count")
        self.by = _Line("replace_by", "Replace with")
        self.by.setPlaceholderText("Replace with")
        self._case = QCheckBox("Match case", self)
        self._case.setObjectName("find_case")
        self._whole = QCheckBox("Whole words", self)
        self._whole.setObjectName("find_whole")
        self._one = QPushButton("Replace", self)
        self._one.setObjectName("replace_one")
        self._all = QPushButton("Replace all", self)
        self._all.setObjectName("replace_all")
        self._lay_out()
        self._connect()
        self.show_found(0, -1)
        self.show_replace(False)
        self.hide()

    @property
    def wanted(self) -> Wanted:
        """What to look for."""
        words = one_line(without_refused(self.line.text()))
        return Wanted(words, self._case.isChecked(), self._whole.isChecked())

    @property
    def replacement(self) -> str:
        """What to put in its place."""
        return one_line(without_refused(self.by.text()))

    def show_replace(self, shown: bool) -> None:
        """Show the line with what to put in place of the words, or hide it."""
        self._second.setVisible(shown)

    def show_found(self, count: int, at: int, *, round_again: bool = False) -> None:
        """Say how many hits there are and which one (from 0) is current, -1 for none."""
        if not self.line.text():
            words = ""
        elif not count:
            words = "Not found"
        elif at < 0:
            words = f"{count} found"
        else:
            words = f"{at + 1} of {count}"
            if round_again:
                words += ", from the start" if at == 0 else ", from the end"
        look = Look.CAUTION if words == "Not found" else Look.MUTED
        looks(self.count, look).setText(words)
        for widget in (self._one, self._all, *self._icon_buttons[:2]):
            widget.setEnabled(count > 0)
        if words and self.isVisible():
            announce(self.count, words)

    def take_focus(self, words: str = "") -> None:
        """Give the keyboard to the line of words, with `words` in it or those it has."""
        if words:
            self.line.setText(words)
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape:
            self.close_wanted.emit()
        elif enter and self.line.hasFocus():
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.step_wanted.emit(-1 if back else 1)
        elif enter and self.by.hasFocus():
            self.replace_wanted.emit()
        elif enter and isinstance(pressed := self.focusWidget(), QPushButton | QToolButton):
            pressed.click()
        else:
            super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._measure()

    def _measure(self) -> None:
        metrics = self.fontMetrics()
        for widget in (self.count, self._case, self._whole):
            # The words of the bar stand on one line with those of its fields.
            widget.setMinimumHeight(self.line.sizeHint().height())
        self.count.setFixedWidth(metrics.horizontalAdvance(LONGEST_COUNT) + 2 * S)
        for button in getattr(self, "_icon_buttons", ()):
            button.setIconSize(QSize(metrics.height(), metrics.height()))

    def _lay_out(self) -> None:
        first = FlowLayout(spacing=S)
        back = self._button("find_previous", "chevron-up", "Previous (Shift+F3)", -1)
        forth = self._button("find_next", "chevron-down", "Next (F3)", 1)
        shown: tuple[QWidget, ...] = (self.line, back, forth, self.count, self._case, self._whole)
        for widget in shown:
            first.addWidget(widget)
        self._second = QWidget(self)
        second = FlowLayout(self._second, spacing=S)
        for widget in (self.by, self._one, self._all):
            second.addWidget(widget)
        shut = self._button("find_close", "x", "Close (Escape)", 0)
        rows = QVBoxLayout()
        rows.setSpacing(XS)
        rows.addLayout(first)
        rows.addWidget(self._second)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(XL, XS, XL, XS)
        outer.addLayout(rows, 1)
        outer.addWidget(shut, 0, Qt.AlignmentFlag.AlignTop)
        self._measure()

    def _button(self, name: str, picture: str, words: str, by: int) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setIcon(icon(picture))
        button.setToolTip(words)
        button.setAccessibleName(words.split(" (")[0])
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if by:
            button.clicked.connect(lambda: self.step_wanted.emit(by))
        else:
            button.clicked.connect(self.close_wanted)
        self._icon_buttons.append(button)
        return button

    def _connect(self) -> None:
        self.line.textChanged.connect(self._tell)
        self._case.toggled.connect(self._tell)
        self._whole.toggled.connect(self._tell)
        self._one.clicked.connect(self.replace_wanted)
        self._all.clicked.connect(self.replace_all_wanted)

    @Slot()
    def _tell(self) -> None:
        self.wanted_changed.emit()


class _Line(LineEdit):
    """A line as wide as a few words."""

    @override
    def sizeHint(self) -> QSize:
        wide = self.fontMetrics().averageCharWidth() * FIELD_CHARACTERS
        return QSize(wide, super().sizeHint().height())
