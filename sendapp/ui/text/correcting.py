"""A word of a text put in place of a misspelt one, as an undo step of its own."""

import re
from dataclasses import dataclass

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit

from sendapp.editing.open_record import OpenRecord
from sendapp.editing.rich_document import units
from sendapp.ui.form.inputs import FormText
from sendapp.ui.text.rich_editor import RichEditor
from sendapp.ui.text.shown_marks import alike

STEP = "Correct spelling"
_ADDRESS = re.compile(r"(\w+)\[(\d+)\]")


@dataclass(frozen=True, slots=True)
class Spot:
    """A word of a text: where it stands, in UTF-16 units, and what it is."""

    start: int
    end: int
    word: str


def words_at(text: FormText, start: int, end: int) -> str:
    """Return what stands between two positions."""
    if isinstance(text.editor, QLineEdit):
        # A line counts in UTF-16 units too.
        cut = text.editor.text().encode("utf-16-le")[2 * start : 2 * end]
        return cut.decode("utf-16-le", "replace")
    cursor = QTextCursor(text.editor.document())
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return cursor.selectedText()


def select(text: FormText, start: int, end: int) -> None:
    """Choose what stands between two positions, the text cursor behind it."""
    if isinstance(text.editor, QLineEdit):
        text.editor.setSelection(start, end - start)
        return
    cursor = text.editor.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    text.editor.setTextCursor(cursor)


def correct(text: FormText, open_record: OpenRecord, spot: Spot, word: str) -> bool:
    """Put `word` where `spot` is; False where something else stands there by now."""
    if words_at(text, spot.start, spot.end) != spot.word:
        return False
    open_record.flush()
    if isinstance(text.editor, RichEditor):
        _replace_in(text.editor, spot, word)
        text.editor.commit(STEP, typing=False)
        return True
    whole = text.editor.text().encode("utf-16-le")
    before, after = whole[: 2 * spot.start], whole[2 * spot.end :]
    value = before.decode("utf-16-le") + word + after.decode("utf-16-le")
    row = _ADDRESS.match(text.address)
    if row is None:
        kept = open_record.set(text.entry.name, value, words=STEP)
    else:
        key = open_record.rows(row[1])[int(row[2])].key
        kept = open_record.edit(row[1], key, text.entry.name, value, words=STEP)
    if kept:
        end = spot.start + units(word)
        select(text, end, end)
    return kept


def _replace_in(editor: RichEditor, spot: Spot, word: str) -> None:
    """Change only the letters that differ, each place keeping its bold, raised or linked look."""
    old = spot.word
    same = alike(old, word)
    tail = alike(old[same:][::-1], word[same:][::-1])
    first = spot.start + units(old[:same])
    cursor = QTextCursor(editor.document())
    # The look of the first letter that goes; where none goes, of the letter before.
    goes = len(old) - same - tail > 0
    cursor.setPosition(first + 1 if goes or same == 0 else first)
    look = cursor.charFormat()
    cursor.setPosition(first)
    cursor.setPosition(spot.end - units(old[len(old) - tail :]), QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText(word[same : len(word) - tail], look)
    cursor.setPosition(spot.start + units(word))
    editor.setTextCursor(cursor)
