"""Labels for words that came from somebody: shown as they stand, on as many lines as it takes."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from sendapp.ui.theme import Look, looks


def words_label(
    words: str = "", look: Look = Look.PLAIN, parent: QWidget | None = None, *, name: str = ""
) -> QLabel:
    """Return a label that takes no mark-up from its words and breaks its lines."""
    label = looks(QLabel(words, parent), look)
    if name:
        label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
