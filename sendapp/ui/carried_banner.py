"""Says above the form how many facts of an older record are not confirmed yet."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from sendapp.ui.theme import Look, looks
from sendapp.ui.tokens import XXL, L, S


class CarriedBanner(QWidget):
    """A line over the form, hidden while there is nothing to confirm."""

    next_wanted = Signal()
    """The officer wants to go to the next fact."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("carried_banner")
        self._words = looks(QLabel(self), Look.CAUTION)
        self._words.setObjectName("carried_words")
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._next = QPushButton("Next", self)
        self._next.setObjectName("carried_next")
        self._next.setAccessibleName("Next carried-over fact")
        self._next.setToolTip("Next carried-over fact (Ctrl+Shift+J)")
        self._next.clicked.connect(self.next_wanted)
        line = QHBoxLayout()
        line.setContentsMargins(XXL, S, L, S)
        line.setSpacing(L)
        line.addWidget(self._words, 1)
        line.addWidget(self._next, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(line)
        column.addWidget(looks(QFrame(self), Look.RULE))
        self.hide()

    @Slot(int)
    def count(self, facts: int) -> None:
        """Say that so many facts are not confirmed; of none nothing is said."""
        called = "1 fact from an older record is" if facts == 1 else f"{facts} facts from an older "
        called += "" if facts == 1 else "record are"
        self._words.setText(f"{called} not confirmed. Confirm or change what has a dashed line.")
        self.setVisible(facts > 0)
