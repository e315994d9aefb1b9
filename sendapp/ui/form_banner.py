"""A line over the form: what is to be seen to, with one button that does it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from sendapp.ui.labels import words_label
from sendapp.ui.theme import Look, looks
from sendapp.ui.tokens import XXL, L, S


class FormBanner(QWidget):
    """Hidden until there is something to say; `name` begins the names of its parts."""

    wanted = Signal()
    """The officer has pressed the button."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}_banner")
        self.words = words_label("", Look.CAUTION, self, name=f"{name}_words")
        self.button = QPushButton(self)
        self.button.clicked.connect(self.wanted)
        line = QHBoxLayout()
        line.setContentsMargins(XXL, S, L, S)
        line.setSpacing(L)
        line.addWidget(self.words, 1)
        line.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(line)
        column.addWidget(looks(QFrame(self), Look.RULE))
        self.hide()
