"""Rich text in a QTextDocument and out of it again, laid out flat."""

from collections.abc import Iterable, Iterator

from PySide6.QtGui import (
    QFont,
    QGuiApplication,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextList,
    QTextListFormat,
    QTextTable,
)

from sendapp.domain.richtext import (
    MAX_LEVEL,
    Line,
    Run,
    Runs,
    Table,
    assemble,
    flatten,
    to_html,
)
from sendapp.domain.richtext_edits import Parts, Spot
from sendapp.domain.richtext_html import parse
from sendapp.editing.rich_tables import insert_table

_NUMBERED = (
    QTextListFormat.Style.ListDecimal,
    QTextListFormat.Style.ListLowerAlpha,
    QTextListFormat.Style.ListLowerRoman,
)
_BULLETED = (
    QTextListFormat.Style.ListDisc,
    QTextListFormat.Style.ListCircle,
    QTextListFormat.Style.ListSquare,
)
_SUPER = QTextCharFormat.VerticalAlignment.AlignSuperScript
_SUB = QTextCharFormat.VerticalAlignment.AlignSubScript
_LINE_SEPARATOR = "\u2028"


def fill_html(document: QTextDocument, html: str) -> None:
    """Put the rich text `html` into `document`."""
    fill(document, flatten(parse(html)))


def read_html(document: QTextDocument) -> str:
    """Return what `document` holds, in normal form."""
    return to_html(assemble(read(document)))


def fill(document: QTextDocument, parts: Iterable[Line | Table]) -> None:
    """Put `parts` into `document` in place of what is there; it always has one line at least."""
    document.clear()
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    lists: list[QTextList] = []
    fresh = True
    for part in parts:
        if isinstance(part, Table):
            lists = []
            placed = insert_table(cursor, part)
            for row, cells in enumerate(part.rows):
                for column, runs in enumerate(cells):
                    insert_runs(placed.cellAt(row, column).firstCursorPosition(), runs)
            cursor.movePosition(QTextCursor.MoveOperation.End)
            # Qt keeps an empty line behind a table: the next line is that one.
            fresh = True
            continue
        if not fresh:
            cursor.insertBlock(QTextBlockFormat(), QTextCharFormat())
        fresh = False
        lists = _place_in_list(cursor, part, lists)
        insert_runs(cursor, part.runs)
    cursor.endEditBlock()


def read(document: QTextDocument) -> Parts:
    """Return the lines and tables of `document`, empty lines included."""
    parts: Parts = []
    for start in tops(document):
        parts.append(_table_of(start) if isinstance(start, QTextTable) else _line_of(start))
    return parts


def locate(document: QTextDocument, position: int) -> Spot | None:
    """Return the part and offset at `position`, None inside a table."""
    for index, start in enumerate(tops(document)):
        if isinstance(start, QTextTable):
            if start.firstPosition() <= position <= start.lastPosition():
                return None
        elif start.contains(position):
            return Spot(index, _characters(start.text(), position - start.position()))
    return None


def position_of(document: QTextDocument, spot: Spot) -> int:
    """Return the position of `spot`; the document's end if it has fewer parts."""
    for index, start in enumerate(tops(document)):
        if index == spot.part:
            if isinstance(start, QTextTable):
                return start.firstPosition()
            return start.position() + units(start.text()[: spot.offset])
    return document.characterCount() - 1


def insert_runs(cursor: QTextCursor, runs: Runs) -> None:
    """Type `runs` at the cursor, each in its own format."""
    for run in runs:
        cursor.insertText(run.text.replace("\n", _LINE_SEPARATOR), char_format(run))


def char_format(run: Run) -> QTextCharFormat:
    """Return how `run` looks."""
    look = QTextCharFormat()
    if "b" in run.marks:
        look.setFontWeight(QFont.Weight.Bold)
    if "i" in run.marks:
        look.setFontItalic(True)
    if "u" in run.marks:
        look.setFontUnderline(True)
    if "sup" in run.marks:
        look.setVerticalAlignment(_SUPER)
    elif "sub" in run.marks:
        look.setVerticalAlignment(_SUB)
    if run.href:
        look.setAnchor(True)
        look.setAnchorHref(run.href)
        look.setForeground(QGuiApplication.palette().link())
        if "u" not in run.marks:
            # Not by colour alone, and not the officer's own underline either.
            look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
    return look


def marks_of(look: QTextCharFormat) -> frozenset[str]:
    """Return the marks that a character format shows."""
    marks = set()
    if look.fontWeight() >= QFont.Weight.DemiBold:
        marks.add("b")
    if look.fontItalic():
        marks.add("i")
    if look.underlineStyle() == QTextCharFormat.UnderlineStyle.SingleUnderline:
        marks.add("u")
    if look.verticalAlignment() == _SUPER:
        marks.add("sup")
    if look.verticalAlignment() == _SUB:
        marks.add("sub")
    return frozenset(marks)


def tops(document: QTextDocument) -> Iterator[QTextBlock | QTextTable]:
    """Yield the lines outside tables, and the tables, from top to bottom.

    The empty lines that Qt itself keeps around tables are left out, so that what was put in is
    what comes out.
    """
    block = document.begin()
    last: QTextBlock | QTextTable | None = None
    while block.isValid():
        table = QTextCursor(block).currentTable()
        if table is not None:
            yield table
            last = table
            block = document.findBlock(table.lastPosition() + 1)
            if _is_end_behind_table(block):
                return
            continue
        following = block.next()
        before_table = following.isValid() and QTextCursor(following).currentTable() is not None
        if not (before_table and last is None and block.length() == 1 and not block.textList()):
            yield block
        last = block
        block = following


def units(text: str) -> int:
    """Qt counts UTF-16 units where Python counts characters."""
    return len(text.encode("utf-16-le")) // 2


def _characters(text: str, units: int) -> int:
    return len(text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore"))


def _is_end_behind_table(block: QTextBlock) -> bool:
    is_last = block.isValid() and not block.next().isValid()
    return is_last and block.length() == 1 and block.textList() is None


def _line_of(block: QTextBlock) -> Line:
    runs = _runs_of(block)
    found = block.textList()
    if found is None:
        return Line(runs)
    look = found.format()
    level = max(1, min(MAX_LEVEL, look.indent()))
    return Line(runs, level, look.style() in _NUMBERED)


def _runs_of(block: QTextBlock) -> Runs:
    runs = []
    iterator = block.begin()
    while not iterator.atEnd():
        fragment = iterator.fragment()
        look = fragment.charFormat()
        text = fragment.text().replace(_LINE_SEPARATOR, "\n")
        href = look.anchorHref() if look.isAnchor() else ""
        runs.append(Run(text, marks_of(look), href))
        iterator += 1
    return tuple(runs)


def _table_of(table: QTextTable) -> Table:
    columns = range(table.columns())
    rows = tuple(tuple(_cell_runs(table, row, c) for c in columns) for row in range(table.rows()))
    return Table(table.format().headerRowCount() > 0, rows)


def _cell_runs(table: QTextTable, row: int, column: int) -> Runs:
    cell = table.cellAt(row, column)
    runs: list[Run] = []
    block = cell.firstCursorPosition().block()
    end = cell.lastCursorPosition().block()
    while True:
        runs += _runs_of(block)
        if block == end:
            return tuple(runs)
        runs.append(Run("\n"))
        block = block.next()


def _place_in_list(cursor: QTextCursor, line: Line, lists: list[QTextList]) -> list[QTextList]:
    """Put the cursor's block into the list its level asks for; return the lists now open."""
    if not line.level:
        cursor.setBlockFormat(QTextBlockFormat())
        return []
    level = min(line.level, len(lists) + 1)
    styles = _NUMBERED if line.ordered else _BULLETED
    if len(lists) >= level and lists[level - 1].format().style() == styles[level - 1]:
        lists[level - 1].add(cursor.block())
        return lists[:level]
    look = QTextListFormat()
    look.setStyle(styles[level - 1])
    look.setIndent(level)
    if level > 1 and line.ordered:
        look.setNumberPrefix("(")
        look.setNumberSuffix(")")
    return [*lists[: level - 1], cursor.createList(look)]


def without_running_on(look: QTextCharFormat) -> QTextCharFormat:
    """Return `look` without superscript, subscript and link, for what is typed after them."""
    plain = QTextCharFormat(look)
    plain.clearProperty(QTextFormat.Property.TextVerticalAlignment)
    plain.clearProperty(QTextFormat.Property.IsAnchor)
    plain.clearProperty(QTextFormat.Property.AnchorHref)
    if look.isAnchor():
        plain.clearForeground()
        if not look.fontUnderline():
            plain.clearProperty(QTextFormat.Property.TextUnderlineStyle)
    return plain
