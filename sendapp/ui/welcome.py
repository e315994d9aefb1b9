"""What stands where the record will be while none is open."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from sendapp.ui.icons import icon
from sendapp.ui.theme import Look, looks
from sendapp.ui.tokens import XXL, M, S

MEASURE = 62
"""How many characters wide the words run."""


class Welcome(QWidget):
    """Invites to a first record, or to choose one of those that are there."""

    new_wanted = Signal()
    sample_wanted = Signal()

    def __init__(self, kept_in: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("welcome")
        self._heading = looks(QLabel(self), Look.HEADING)
        self._words = QLabel(self)
        self._kept = looks(
            QLabel(
                "Everything is kept on this computer, and nothing is sent anywhere. "
                f"Your records are in {kept_in}",
                self,
            ),
            Look.MUTED,
        )
        self._kept.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._kept.setObjectName("welcome_kept_in")
        self.new = looks(QPushButton(icon("plus", "on_accent"), "New record", self), Look.PRIMARY)
        self.new.setObjectName("welcome_new")
        self.sample = QPushButton("Open the sample record", self)
        self.sample.setObjectName("welcome_sample")
        self.new.clicked.connect(self.new_wanted)
        self.sample.clicked.connect(self.sample_wanted)
        self._column = QWidget(self)
        self._lay_out()
        self.show_for(has_records=False)

    def show_for(self, *, has_records: bool) -> None:
        """Say what suits a first start, or a register that has records already."""
        if has_records:
            self._heading.setText("No record is open")
            self._words.setText("Choose one on the left, or begin a new one.")
        else:
            self._heading.setText("Draft your first decision record")
            self._words.setText(
                "Write the decision in the order of the printed form, and see its pages beside "
                "it as you type. When it is ready, print it for signature or send it on in Word. "
                "The sample is a complete draft of an invented decision: try things out in it."
            )
        self.sample.setVisible(not has_records)
        self._kept.setVisible(not has_records)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._column.setMaximumWidth(self.fontMetrics().averageCharWidth() * MEASURE)

    def _lay_out(self) -> None:
        column = self._column
        inside = QVBoxLayout(column)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(M)
        for label in (self._heading, self._words, self._kept):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        buttons = QHBoxLayout()
        buttons.setSpacing(S)
        buttons.addWidget(self.new)
        buttons.addWidget(self.sample)
        buttons.addStretch(1)
        inside.addWidget(self._heading)
        inside.addWidget(self._words)
        inside.addSpacing(S)
        inside.addLayout(buttons)
        inside.addSpacing(S)
        inside.addWidget(self._kept)
        outside = QHBoxLayout(self)
        outside.setContentsMargins(XXL, XXL, XXL, XXL)
        outside.addStretch(1)
        outside.addWidget(column, 8, Qt.AlignmentFlag.AlignVCenter)
        outside.addStretch(1)
