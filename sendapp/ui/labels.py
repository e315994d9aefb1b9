"""Labels for words that came from somebody: shown as they stand, on as many lines as it takes."""

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from sendapp.domain.sealing import LETTERS
from sendapp.ui.theme import Look, looks

_CODE = re.compile(rf"\b[{LETTERS}]{{4}}(?:-[{LETTERS}]{{4}}){{2}}\b")


def unbroken(words: str) -> str:
    """Return `words` as they are shown, no code of a paper in them broken over two lines.

    Only what cannot be copied is shown so: a line that asks for a code gets ordinary hyphens.
    """
    return _CODE.sub(lambda code: code[0].replace("-", "\N{NON-BREAKING HYPHEN}"), words)


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
