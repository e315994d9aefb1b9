"""Puts the selection on the very words of a text that a finding speaks of."""

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QComboBox, QLineEdit, QTextEdit, QWidget

from sendapp.editing.rich_document import units
from sendapp.editing.words_in_document import find_words


def select_words(widget: QWidget, start: int, words: str) -> bool:
    """Select `words`, which begin at character `start`, in an editor; False if they are not there.

    Any other widget, and no words at all, are left alone.
    """
    line = widget.lineEdit() if isinstance(widget, QComboBox) else widget
    if not words:
        return False
    if isinstance(line, QTextEdit):
        found = find_words(line.document(), start, words)
        if found is None:
            return False
        cursor = line.textCursor()
        cursor.setPosition(found[0])
        cursor.setPosition(found[1], QTextCursor.MoveMode.KeepAnchor)
        line.setTextCursor(cursor)
        return True
    if isinstance(line, QLineEdit):
        at = line.text().find(words, max(0, start))
        at = at if at >= 0 else line.text().find(words)
        if at >= 0:
            line.setSelection(units(line.text()[:at]), units(words))
        return at >= 0
    return False
