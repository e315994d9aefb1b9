"""What the formatting keys and buttons do to the text of an editor's document. No record here."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QFont, QTextCharFormat, QTextCursor, QTextTable
from PySide6.QtWidgets import QTextEdit

from sendapp.domain.richtext import (
    Doc,
    Line,
    Paragraph,
    Run,
    Runs,
    Table,
    flatten,
    runs_text,
)
from sendapp.domain.richtext_edits import (
    Parts,
    Spot,
    change_level,
    insert_parts,
    toggle_list,
)
from sendapp.domain.richtext_html import safe_href
from sendapp.editing.rich_document import (
    char_format,
    fill,
    insert_runs,
    locate,
    marks_of,
    position_of,
    read,
    without_running_on,
)
from sendapp.editing.rich_tables import shade_header, table_format

_ALIGN = {
    "sup": QTextCharFormat.VerticalAlignment.AlignSuperScript,
    "sub": QTextCharFormat.VerticalAlignment.AlignSubScript,
}


def toggle_mark(editor: QTextEdit, mark: str) -> bool:
    """Give the chosen words the mark, or take it away; return whether they have it now."""
    on = mark not in marks_here(editor)
    look = QTextCharFormat()
    if mark == "b":
        look.setFontWeight(QFont.Weight.Bold if on else QFont.Weight.Normal)
    elif mark == "i":
        look.setFontItalic(on)
    elif mark == "u":
        style = QTextCharFormat.UnderlineStyle
        look.setUnderlineStyle(style.SingleUnderline if on else style.NoUnderline)
    else:
        normal = QTextCharFormat.VerticalAlignment.AlignNormal
        look.setVerticalAlignment(_ALIGN[mark] if on else normal)
    editor.mergeCurrentCharFormat(look)
    return on


def marks_here(editor: QTextEdit) -> frozenset[str]:
    """Return the marks the chosen words begin with, or those of what is typed next."""
    cursor = editor.textCursor()
    if not cursor.hasSelection():
        return marks_of(editor.currentCharFormat())
    first = QTextCursor(cursor)
    first.setPosition(cursor.selectionStart() + 1)
    return marks_of(first.charFormat())


def go_to_part(editor: QTextEdit, part: int) -> None:
    """Put the cursor before the `part`-th paragraph, list item or table, from 0."""
    cursor = editor.textCursor()
    cursor.setPosition(position_of(editor.document(), Spot(part, 0)))
    editor.setTextCursor(cursor)


def clear_marks(editor: QTextEdit) -> None:
    """Take every mark and link away from the chosen words."""
    cursor = editor.textCursor()
    cursor.setCharFormat(QTextCharFormat())
    editor.setCurrentCharFormat(QTextCharFormat())


def stop_running_on(editor: QTextEdit) -> None:
    """End superscript, subscript and link behind their last character and before their first."""
    cursor = editor.textCursor()
    if cursor.hasSelection():
        return
    look = editor.currentCharFormat()
    raised = look.verticalAlignment() in _ALIGN.values()
    if not (raised or look.isAnchor()) or _is_inside(cursor):
        return
    editor.setCurrentCharFormat(without_running_on(look))


def toggle_list_lines(editor: QTextEdit, *, ordered: bool) -> None:
    """Make the chosen lines a list of that kind, or paragraphs again."""
    _edit_lines(editor, lambda parts, first, last: toggle_list(parts, first, last, ordered=ordered))


def change_list_level(editor: QTextEdit, by: int) -> None:
    """Move the chosen list items in (1) or out (-1)."""
    _edit_lines(editor, lambda parts, first, last: change_level(parts, first, last, by))


def insert_doc(editor: QTextEdit, doc: Doc) -> None:
    """Put a text from elsewhere in place of the chosen words; in a table, as words only."""
    cursor = editor.textCursor()
    cursor.removeSelectedText()
    spot = locate(editor.document(), cursor.position())
    if spot is None or _is_few_words(doc):
        insert_runs(cursor, _all_runs(doc))
        editor.setTextCursor(cursor)
        return
    parts, place = insert_parts(read(editor.document()), spot, doc)
    refill(editor, parts, place)


def refill(editor: QTextEdit, parts: Parts, place: Spot) -> None:
    """Show `parts`, with the cursor at `place`."""
    fill(editor.document(), parts)
    cursor = editor.textCursor()
    cursor.setPosition(position_of(editor.document(), place))
    editor.setTextCursor(cursor)


def link_at(editor: QTextEdit) -> tuple[str, str]:
    """Return the words and the address of the link at the cursor, or the chosen words and ''."""
    cursor = editor.textCursor()
    if not cursor.hasSelection():
        _select_link(cursor)
    words = cursor.selectedText().replace("\u2028", " ").replace("\u2029", " ")
    href = cursor.charFormat().anchorHref() if cursor.charFormat().isAnchor() else ""
    return words, href


def set_link(editor: QTextEdit, words: str, address: str) -> None:
    """Put a link there; an empty address takes the link away and keeps the words."""
    cursor = editor.textCursor()
    if not cursor.hasSelection():
        _select_link(cursor)
    marks = marks_of(cursor.charFormat()) if cursor.hasSelection() else frozenset()
    href = safe_href(address)
    if words or cursor.hasSelection():
        run = Run(words or cursor.selectedText(), marks, href)
        cursor.insertText(run.text, char_format(run))
        editor.setTextCursor(cursor)
        stop_running_on(editor)


@dataclass(frozen=True, slots=True)
class TablePlace:
    """A table and the cell the cursor is in."""

    table: QTextTable
    row: int
    column: int


def table_at(editor: QTextEdit) -> TablePlace | None:
    """Return where in a table the cursor is, None outside tables."""
    cursor = editor.textCursor()
    table = cursor.currentTable()
    if table is None:
        return None
    cell = table.cellAt(cursor)
    return TablePlace(table, cell.row(), cell.column())


def step_cell(editor: QTextEdit, by: int) -> bool:
    """Go to the next (1) or previous (-1) cell; False outside tables and at their ends."""
    place = table_at(editor)
    if place is None:
        return False
    table = place.table
    cell = place.row * table.columns() + place.column + by
    if not 0 <= cell < table.rows() * table.columns():
        return False
    editor.setTextCursor(table.cellAt(*divmod(cell, table.columns())).firstCursorPosition())
    return True


def insert_table(editor: QTextEdit, rows: int, columns: int) -> None:
    """Put an empty table with a header row behind the line with the cursor."""
    spot = locate(editor.document(), editor.textCursor().position())
    if spot is None:
        return
    parts = read(editor.document())
    empty: tuple[Runs, ...] = ((),) * columns
    at = spot.part
    line = parts[at]
    at += 0 if isinstance(line, Line) and not line.runs and not line.level else 1
    tail: Parts = [Line()] if at < len(parts) and isinstance(parts[at], Table) else []
    parts[at:at] = [Table(True, (empty,) * rows), *tail]
    refill(editor, parts, Spot(at, 0))


def edit_table(editor: QTextEdit, verb: str) -> None:
    """Change the table at the cursor: row-below, column-right, remove-row, … or remove."""
    place = table_at(editor)
    if place is None:
        return
    table = place.table
    match verb:
        case "row-above":
            table.insertRows(place.row, 1)
        case "row-below":
            table.insertRows(place.row + 1, 1)
        case "column-left":
            table.insertColumns(place.column, 1)
        case "column-right":
            table.insertColumns(place.column + 1, 1)
        case "remove-row":
            table.removeRows(place.row, 1)
        case "remove-column":
            table.removeColumns(place.column, 1)
        case "header-row":
            table.setFormat(table_format(table.format().headerRowCount() == 0))
            shade_header(table)
        case "remove":
            table.removeRows(0, table.rows())


def _edit_lines(editor: QTextEdit, edit: Callable[[Parts, int, int], Parts]) -> None:
    cursor = editor.textCursor()
    document = editor.document()
    first = locate(document, cursor.selectionStart())
    last = locate(document, cursor.selectionEnd())
    here = locate(document, cursor.position())
    anchor = locate(document, cursor.anchor())
    if first is None or last is None or here is None or anchor is None:
        return
    fill(document, edit(read(document), first.part, last.part))
    cursor = editor.textCursor()
    cursor.setPosition(position_of(document, anchor))
    cursor.setPosition(position_of(document, here), QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)


def _is_inside(cursor: QTextCursor) -> bool:
    """Whether the characters on both sides are raised alike or lead to the same place."""
    if cursor.atBlockStart() or cursor.atBlockEnd():
        return False
    before = cursor.charFormat()
    following = QTextCursor(cursor)
    following.movePosition(QTextCursor.MoveOperation.NextCharacter)
    after = following.charFormat()
    return (
        before.verticalAlignment() == after.verticalAlignment()
        and before.anchorHref() == after.anchorHref()
    )


def _select_link(cursor: QTextCursor) -> None:
    """Select the whole link that the cursor stands in, if it stands in one."""
    href = cursor.charFormat().anchorHref()
    if not href:
        return
    block = cursor.block()
    iterator = block.begin()
    start = end = -1
    while not iterator.atEnd():
        fragment = iterator.fragment()
        if fragment.charFormat().anchorHref() == href:
            start = fragment.position() if start < 0 else start
            end = fragment.position() + fragment.length()
        elif start >= 0 and end >= cursor.position():
            break
        else:
            start = end = -1
        iterator += 1
    if start >= 0:
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)


def _is_few_words(doc: Doc) -> bool:
    return len(doc) == 1 and isinstance(doc[0], Paragraph)


def _all_runs(doc: Doc) -> Runs:
    runs: list[Run] = []
    for part in flatten(doc):
        lines = (
            [cell for row in part.rows for cell in row] if isinstance(part, Table) else [part.runs]
        )
        for line in lines:
            if runs and runs_text(line):
                runs.append(Run("\n"))
            runs += line
    return tuple(runs)
