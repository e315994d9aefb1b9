"""Places to fill in the text of an editor: finding them, choosing them, putting phrases in."""

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QTextEdit

from sendapp.domain.phrases.phrase import places_in
from sendapp.domain.richtext import Doc, Paragraph, Run
from sendapp.domain.richtext_html import parse
from sendapp.editing.rich_document import units
from sendapp.ui.text import verbs
from sendapp.ui.text.rich_editor import RichEditor

INSERTED = "Insert phrase"
"""What putting a phrase in is called in Undo."""

_LINE_BREAKS = str.maketrans({"\u2028": "\n", "\u2029": "\n"})

_OPENING = " ([“‘£"

Editor = QTextEdit | QLineEdit


def places_of(editor: Editor) -> list[tuple[int, int]]:
    """Return the places to fill, as positions in the editor, from top to bottom."""
    if isinstance(editor, QLineEdit):
        return _in_words(editor.text(), 0)
    found = []
    block = editor.document().begin()
    while block.isValid():
        found += _in_words(block.text(), block.position())
        block = block.next()
    return found


def chosen_in(editor: Editor) -> tuple[int, int]:
    """Return where what is chosen begins and ends; twice the text cursor where nothing is."""
    if isinstance(editor, QTextEdit):
        return editor.textCursor().selectionStart(), editor.textCursor().selectionEnd()
    if editor.hasSelectedText():
        return editor.selectionStart(), editor.selectionEnd()
    return editor.cursorPosition(), editor.cursorPosition()


def choose(editor: Editor, start: int, end: int) -> None:
    """Choose what stands between two positions."""
    if isinstance(editor, QLineEdit):
        editor.setSelection(start, end - start)
        return
    cursor = editor.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)


def choose_first(editor: Editor, start: int, end: int) -> None:
    """Choose the first place that lies between two positions, if one does."""
    for place in places_of(editor):
        if start <= place[0] and place[1] <= end:
            choose(editor, *place)
            return


def put_rich(editor: RichEditor, html: str) -> None:
    """Put a rich text in place of what is chosen, as one step, and choose its first place."""
    editor.commit()
    start, end = chosen_in(editor)
    before, after = editor.document().characterAt(start - 1), editor.document().characterAt(end)
    verbs.stop_running_on(editor)
    verbs.insert_doc(editor, _apart(parse(html), before, after))
    end = editor.textCursor().position()
    editor.commit(INSERTED, typing=False)
    choose_first(editor, start, end)


def with_words(editor: Editor, words: str) -> tuple[str, int, int]:
    """Return the text with `words` in place of what is chosen, and where they stand in it.

    A line takes them as one line.
    """
    start, end = chosen_in(editor)
    if isinstance(editor, QLineEdit):
        text, words = editor.text(), " ".join(words.split("\n"))
    else:
        text = editor.document().toRawText().translate(_LINE_BREAKS)
    raw = text.encode("utf-16-le")
    before, after = raw[: 2 * start].decode("utf-16-le"), raw[2 * end :].decode("utf-16-le")
    first, last = _spaces(before[-1:], after[:1])
    words = f"{first}{words}{last}"
    return before + words + after, start, start + units(words)


def _spaces(before: str, after: str) -> tuple[str, str]:
    """Return the spaces that part words put in between two characters from these."""
    # Where a line or a cell begins, no character stands that could be printed.
    touches = bool(before) and before.isprintable() and before not in _OPENING
    return " " if touches else "", " " if after.isalnum() else ""


def _apart(doc: Doc, before: str, after: str) -> Doc:
    """Return a text of one paragraph with spaces at its ends where it would touch other words."""
    if len(doc) != 1 or not isinstance(doc[0], Paragraph):
        return doc
    first, last = _spaces(before, after)
    ends = [(Run(space),) if space else () for space in (first, last)]
    return (Paragraph((*ends[0], *doc[0].runs, *ends[1])),)


def _in_words(words: str, at: int) -> list[tuple[int, int]]:
    return [
        (at + units(words[:start]), at + units(words[:end]))
        for start, end in places_in(words.translate(_LINE_BREAKS))
    ]
