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


def select_range(widget: QWidget, start: int, end: int) -> None:
    """Select what stands between two positions, in UTF-16 units; other widgets are left alone."""
    line = widget.lineEdit() if isinstance(widget, QComboBox) else widget
    if isinstance(line, QTextEdit):
        last = line.document().characterCount() - 1
        cursor = line.textCursor()
        cursor.setPosition(min(start, last))
        cursor.setPosition(min(end, last), QTextCursor.MoveMode.KeepAnchor)
        line.setTextCursor(cursor)
    elif isinstance(line, QLineEdit):
        line.setSelection(start, end - start)
        if start == end:
            line.setCursorPosition(start)


def range_of(widget: QWidget) -> tuple[int, int]:
    """Return the positions between which something is chosen; both are the caret if nothing is."""
    if isinstance(widget, QTextEdit):
        return widget.textCursor().selectionStart(), widget.textCursor().selectionEnd()
    if isinstance(widget, QLineEdit):
        at, chosen = widget.selectionStart(), widget.selectedText()
        return (at, at + units(chosen)) if at >= 0 else (widget.cursorPosition(),) * 2
    return 0, 0


def chosen_words(widget: QWidget | None) -> str:
    """Return the words chosen in an editor, '' if they are none or more than one line."""
    words = ""
    if isinstance(widget, QTextEdit):
        words = widget.textCursor().selectedText()
    elif isinstance(widget, QLineEdit):
        words = widget.selectedText()
    return "" if any(end in words for end in "\u2028\u2029\n") else words
