"""What changed, a card for each field or row, with a button that brings the field back."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from sendapp.domain.catalogue import field
from sendapp.domain.comparing import Difference
from sendapp.editing.restoring import STAYS
from sendapp.ui.history.wording import marked, spoken
from sendapp.ui.theme import Look, looks
from sendapp.ui.tokens import L, M, S

MOST_SHOWN = 200
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

    def show_words(self, words: str) -> None:
        """Show a sentence in place of differences."""
        self._show([self._text(words, Look.MUTED)])

    def show_differences(self, found: Sequence[Difference]) -> None:
        """Show what changed."""
        parts: list[QWidget] = []
        offered: set[str] = set()
        for index, difference in enumerate(found[:MOST_SHOWN]):
            parts += self._card(difference)
            is_last = index + 1 == len(found) or found[index + 1].field != difference.field
            if is_last and difference.field not in offered | STAYS:
                offered.add(difference.field)
                parts.append(self._button(difference.field))
        if len(found) > MOST_SHOWN:
            parts.append(self._text(f"And {len(found) - MOST_SHOWN} more.", Look.MUTED))
        self._show(parts)

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
        column = QVBoxLayout(page)
        column.setContentsMargins(L, M, L, M)
        column.setSpacing(S)
        for part in parts:
            side = Qt.AlignmentFlag.AlignLeft if isinstance(part, QPushButton) else None
            if side is None:
                column.addWidget(part)
            else:
                column.addWidget(part, 0, side)
                column.addSpacing(S)
        column.addStretch(1)
        self.setWidget(page)
