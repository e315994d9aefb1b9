"""Rich text in its one normal form, so that equal texts are equal strings.

    doc = (p | ul | ol | table)+      p, td, th = inline*      li = inline*, at most one list

Lists go three levels deep. Inline elements nest in the order a b i u sup sub, and equal
neighbours are one. A blank text is ''. Empty paragraphs at the start and the end are left
out, and two tables never touch: Word would join them.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from html import escape
from itertools import groupby

MARKS = ("b", "i", "u", "sup", "sub")
"""The marks a run of text may carry, in nesting order."""
_ALL_MARKS = frozenset(MARKS)

MAX_LEVEL = 3
"""How deep lists go; printed "1." "(a)" "(i)"."""

SCHEMES = ("http://", "https://", "mailto:")
"""What a link may begin with."""


_BREAKS_OR_WORDS = re.compile(r"\n+|[^\n]+")


@dataclass(frozen=True, slots=True)
class Run:
    """Text of one format; '\\n' is a line break, `href` is '' where there is no link."""

    text: str
    marks: frozenset[str] = frozenset()
    href: str = ""

    def same_format(self, other: "Run") -> bool:
        """Whether both look alike and lead to the same place."""
        return self.marks == other.marks and self.href == other.href


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    runs: Runs = ()


@dataclass(frozen=True, slots=True)
class ListItem:
    """A list item and the list inside it, if there is one."""

    runs: Runs = ()
    sublist: "ListBlock | None" = None


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A numbered (`ordered`) or bulleted list."""

    ordered: bool
    items: tuple[ListItem, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with rows of equal length; `header` says that the first row is one."""

    header: bool
    rows: tuple[tuple[Runs, ...], ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph (`level` 0) or a list item (`level` 1 to 3) of a text laid out flat."""

    runs: Runs = ()
    level: int = 0
    ordered: bool = False


Block = Paragraph | ListBlock | Table
Doc = tuple[Block, ...]


def assemble(parts: Iterable[Line | Table]) -> Doc:
    """Return the document, in normal form, that the flat `parts` describe."""
    blocks: list[Block] = []
    # A table without cells is nothing, and must not part two lists.
    kept = (part for part in parts if isinstance(part, Line) or any(part.rows))
    for listed, group in groupby(kept, lambda part: isinstance(part, Line) and part.level > 0):
        if listed:
            blocks += _lists([part for part in group if isinstance(part, Line)])
        else:
            for part in group:
                if isinstance(part, Line):
                    blocks.append(Paragraph(normal_runs(part.runs)))
                else:
                    if blocks and isinstance(blocks[-1], Table):
                        blocks.append(Paragraph())
                    blocks.append(_normal_table(part))
    return _trimmed(blocks)


def flatten(doc: Doc) -> Iterator[Line | Table]:
    """Yield the lines and tables of `doc` from top to bottom; the inverse of `assemble`."""
    for block in doc:
        match block:
            case Paragraph(runs):
                yield Line(runs)
            case ListBlock():
                yield from _flat_list(block, 1)
            case Table():
                yield block


def to_html(doc: Doc) -> str:
    """Return the normal form's text, '' for a blank document."""
    return "".join(map(_block_html, doc))


def plain_text(doc: Doc) -> str:
    """Return the words of `doc`, a line for each paragraph, list item and table row."""
    lines = []
    for part in flatten(doc):
        if isinstance(part, Table):
            lines += ["\t".join(map(runs_text, row)) for row in part.rows]
        else:
            lines.append(runs_text(part.runs))
    return "\n".join(lines)


def runs_text(runs: Iterable[Run]) -> str:
    """Return the words of `runs`."""
    return "".join(run.text for run in runs)


def normal_runs(runs: Iterable[Run]) -> Runs:
    """Return `runs` with equal neighbours joined and line breaks formatted one way.

    A line break has no look of its own: it takes the format that both its neighbours share,
    and none where they differ. Superscript wins over subscript.
    """
    joined: list[Run] = []
    for piece in _neutral_breaks(_pieces(runs)):
        if joined and joined[-1].same_format(piece):
            joined[-1] = replace(joined[-1], text=joined[-1].text + piece.text)
        else:
            joined.append(piece)
    return tuple(joined)


def _pieces(runs: Iterable[Run]) -> list[Run]:
    """Split runs into words and groups of breaks, with marks made sound."""
    pieces: list[Run] = []
    for run in runs:
        marks = run.marks & _ALL_MARKS
        if "sup" in marks:
            marks -= {"sub"}
        for text in _BREAKS_OR_WORDS.findall(run.text):
            is_break = text[0] == "\n"
            if is_break and pieces and pieces[-1].text.startswith("\n"):
                pieces[-1] = Run(pieces[-1].text + text)
            else:
                pieces.append(Run(text) if is_break else Run(text, marks, run.href))
    return pieces


def _neutral_breaks(pieces: list[Run]) -> Iterator[Run]:
    for index, piece in enumerate(pieces):
        between = 0 < index < len(pieces) - 1
        if piece.text.startswith("\n") and between:
            before, after = pieces[index - 1], pieces[index + 1]
            if before.same_format(after):
                yield replace(before, text=piece.text)
                continue
        yield piece


def _lists(lines: list[Line]) -> list[Block]:
    """Return the lists that neighbouring list lines make."""
    depth = 0
    levelled = []
    for line in lines:
        depth = min(line.level, depth + 1, MAX_LEVEL)
        levelled.append(replace(line, level=depth, runs=normal_runs(line.runs)))
    lists: list[Block] = []
    start = 0
    ordered = levelled[0].ordered
    for index, line in enumerate(levelled):
        if line.level == 1 and line.ordered != ordered:
            lists.append(_nest(levelled[start:index], 1))
            start, ordered = index, line.ordered
    return [*lists, _nest(levelled[start:], 1)]


def _nest(lines: list[Line], level: int) -> ListBlock:
    items: list[ListItem] = []
    index = 0
    while index < len(lines):
        end = index + 1
        while end < len(lines) and lines[end].level > level:
            end += 1
        inner = _nest(lines[index + 1 : end], level + 1) if end > index + 1 else None
        items.append(ListItem(lines[index].runs, inner))
        index = end
    return ListBlock(lines[0].ordered, tuple(items))


def _flat_list(block: ListBlock, level: int) -> Iterator[Line]:
    for item in block.items:
        yield Line(item.runs, level, block.ordered)
        if item.sublist:
            yield from _flat_list(item.sublist, level + 1)


def _normal_table(table: Table) -> Table:
    width = max(map(len, table.rows))
    empty: tuple[Runs, ...] = ((),)
    rows = tuple(tuple(map(normal_runs, row)) + empty * (width - len(row)) for row in table.rows)
    return Table(table.header, rows)


def _trimmed(blocks: list[Block]) -> Doc:
    blank = Paragraph()
    start, end = 0, len(blocks)
    while start < end and blocks[start] == blank:
        start += 1
    while end > start and blocks[end - 1] == blank:
        end -= 1
    doc = tuple(blocks[start:end])
    only_space = all(isinstance(b, Paragraph) and not runs_text(b.runs).strip() for b in doc)
    return () if only_space else doc


def _block_html(block: Block) -> str:
    match block:
        case Paragraph(runs):
            return f"<p>{_inline_html(runs)}</p>"
        case ListBlock():
            return _list_html(block)
        case Table(header, rows):
            return (
                "<table>"
                + "".join(
                    _row_html(row, "th" if header and not index else "td")
                    for index, row in enumerate(rows)
                )
                + "</table>"
            )


def _list_html(block: ListBlock) -> str:
    tag = "ol" if block.ordered else "ul"
    items = "".join(
        f"<li>{_inline_html(item.runs)}{_list_html(item.sublist) if item.sublist else ''}</li>"
        for item in block.items
    )
    return f"<{tag}>{items}</{tag}>"


def _row_html(row: tuple[Runs, ...], tag: str) -> str:
    return "<tr>" + "".join(f"<{tag}>{_inline_html(cell)}</{tag}>" for cell in row) + "</tr>"


def _inline_html(runs: Runs) -> str:
    """Nest elements in their order, keeping open what two neighbours share."""
    out: list[str] = []
    open_tags: list[str] = []
    for run in runs:
        tags = [f'a href="{escape(run.href)}"'] if run.href else []
        tags += [mark for mark in MARKS if mark in run.marks]
        shared = 0
        while shared < min(len(tags), len(open_tags)) and tags[shared] == open_tags[shared]:
            shared += 1
        out += [f"</{tag.split()[0]}>" for tag in reversed(open_tags[shared:])]
        out += [f"<{tag}>" for tag in tags[shared:]]
        out.append(escape(run.text, quote=False).replace("\n", "<br>"))
        open_tags = tags
    out += [f"</{tag.split()[0]}>" for tag in reversed(open_tags)]
    return "".join(out)
