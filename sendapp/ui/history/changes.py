"""What changed, a card for each field or row, with a button that brings the field back."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from sendapp.domain.catalogue import field
from sendapp.domain.comparing import Difference
from sendapp.editing.restoring import STAYS
from sendapp.ui.history.wording import marked, spoken
from sendapp.ui.theme import Look, looks
from sendapp.ui.tokens import L, M, S

AT_ONCE = 8
"""So many are put on the panel between two turns of the window's own."""

MOST_SHOWN = 100
"""So many differences are shown at most; more of them say only that there are more."""


class Changes(QScrollArea):
    """Shows differences; `back_wanted` carries the name of a field to bring back."""

    back_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("changes")
        self.setAccessibleName("What changed")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        looks(self, Look.BARE)
        self.stays: frozenset[str] = STAYS
        """Fields that are not brought back; may be replaced before differences are shown."""
        self._left: list[Difference] = []
        self._more = 0
        self._go_on = QTimer(self)
        self._go_on.setSingleShot(True)
        self._go_on.setInterval(0)
        self._go_on.timeout.connect(self._show_some)
        self._show([])

    def show_words(self, words: str) -> None:
        """Show a sentence in place of differences."""
        self._go_on.stop()
        self._show([self._text(words, Look.MUTED)])

    def show_differences(self, found: Sequence[Difference]) -> None:
        """Show what changed, a few at a time, so that many of them hold up nobody."""
        self._left = list(found[:MOST_SHOWN])
        self._more = len(found) - len(self._left)
        self._show([])
        self._go_on.start()

    @Slot()
    def _show_some(self) -> None:
        now, self._left = self._left[:AT_ONCE], self._left[AT_ONCE:]
        for index, difference in enumerate(now):
            following = (*now, *self._left)[index + 1 : index + 2]
            self._add(*self._card(difference))
            is_last = not following or following[0].field != difference.field
            if is_last and difference.field not in self.stays:
                self._add(self._button(difference.field))
        if self._left:
            self._go_on.start()
        elif self._more:
            self._add(self._text(f"And {self._more} more.", Look.MUTED))

    def _card(self, difference: Difference) -> list[QWidget]:
        heading = self._text(f"{difference.label}: {difference.how.value}", Look.STRONG)
        words = QLabel(marked(difference.pieces))
        words.setTextFormat(Qt.TextFormat.RichText)
        words.setWordWrap(True)
        words.setAccessibleName(f"{heading.text()}. {spoken(difference.pieces)}")
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return [heading, words]

    def _button(self, name: str) -> QPushButton:
        label = field(name).label
        button = looks(QPushButton("Bring back as in this version"), Look.QUIET)
        button.setObjectName(f"back_{name}")
        button.setAccessibleName(f"Bring back {label}")
        button.clicked.connect(partial(self.back_wanted.emit, name))
        return button

    def _text(self, words: str, look: Look) -> QLabel:
        label = looks(QLabel(words), look)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        return label

    def _show(self, parts: Sequence[QWidget]) -> None:
        page = QWidget()
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(L, M, L, M)
        self._column.setSpacing(S)
        self._column.addStretch(1)
        self.setWidget(page)
        self._last_stop: QWidget = self
        self._add(*parts)

    def _add(self, *parts: QWidget) -> None:
        for part in parts:
            at = self._column.count() - 1
            if isinstance(part, QPushButton):
                self._column.insertWidget(at, part, 0, Qt.AlignmentFlag.AlignLeft)
                # What comes later would else be reached after all that the window has.
                QWidget.setTabOrder(self._last_stop, part)
                self._last_stop = part
            else:
                self._column.insertWidget(at, part)
