"""Words on their way into lines, list items and cells, each cleaned as it is finished."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sendapp.domain.pasting.resuming import joined_lines, resume
from sendapp.domain.pasting.word_lists import WordItem, item_with_sign
from sendapp.domain.richtext import Line, Run, Runs, Table, runs_text
from sendapp.domain.table_grid import Grid

_BLANKS = " \u00a0\n"
_GAP = re.compile("[ \u00a0]{2,}")


@dataclass(slots=True)
class _Item:
    """An item of a list that is open; `part` is where its first line went, -1 before that."""

    level: int
    ordered: bool | None
    part: int = -1


class Gathering:
    """Collects the flat parts of a document."""

    def __init__(self) -> None:
        self.parts: list[Line | Table] = []
        self._runs: list[Run] = []
        self._sign: list[str] = []
        self._word: WordItem | None = None
        self._word_part = -1
        self._lists: list[bool | None] = []
        self._numbered: list[tuple[int, int]] = []
        self._list_begin = self._shown = 0
        self._items: list[_Item] = []
        self._tables: list[_OpenTable] = []

    def add(self, text: str, marks: frozenset[str] = frozenset(), href: str = "") -> None:
        """Go on with `text`; '\\n' is a line break."""
        self._runs.append(Run(text, marks, href))

    def add_sign(self, text: str) -> None:
        """Go on with the sign that a word processor set before an item."""
        self._sign.append(text)

    def begin_line(self, word: WordItem | None = None) -> None:
        """Begin a paragraph; `word` is what its style says it is in a list of Word's."""
        self.end_line()
        self._word = word

    def open_list(self, ordered: bool | None, start: int = 1) -> None:
        """Begin a list; None for one that shows no signs, whose items are paragraphs.

        One that does not `start` at 1 goes on with an earlier one: what stands between hangs on
        that one's last item.
        """
        self.end_line()
        if not (self._lists or self._tables):
            self._list_begin = len(self.parts)
            if ordered and start > 1:
                self._list_begin = resume(self.parts, self._numbered, start)
        self._lists.append(ordered)
        self._shown += ordered is not None

    def close_list(self) -> None:
        """End the innermost list."""
        self.end_line()
        ordered = self._lists.pop()
        self._shown -= ordered is not None
        if ordered and not (self._lists or self._tables):
            self._numbered.append((self._list_begin, len(self.parts)))

    def open_item(self, ordered: bool | None, level: int) -> None:
        """Begin an item, at `level` at least; `ordered` if its own style says so."""
        self.end_line()
        if self._lists and self._lists[-1] is None and ordered is None:
            self._items.append(_Item(0, None))
            return
        kind = ordered if ordered is not None else (self._lists[-1] if self._lists else False)
        self._items.append(_Item(max(self._shown, level, 1), kind))

    def close_item(self) -> None:
        """End the innermost item."""
        self.end_line()
        self._items.pop()

    def open_table(self) -> None:
        """Begin a table; one in a table gives its words to the cell around it."""
        self.end_line()
        self._tables.append(_OpenTable())

    def open_row(self, *, head: bool) -> None:
        """Begin a row of the innermost table, which is at its head if the table says so."""
        self.end_line()
        if len(self._tables) == 1:
            self._tables[0].start_row(head=head)

    def open_cell(self, wide: str, high: str, *, header: bool) -> None:
        """Begin a cell that spans as many columns and rows as is written."""
        if len(self._tables) == 1:
            self.end_line()
            self._tables[0].start_cell(wide, high, header=header)
        elif self._runs:
            self.add(" ")

    def close_cell(self) -> None:
        """End the cell that is open."""
        if len(self._tables) == 1:
            self.end_line()
            self._tables[0].end_cell()

    def close_table(self) -> None:
        """End the innermost table."""
        self.end_line()
        table = self._tables.pop()
        if not self._tables and (made := table.made()) is not None:
            self.parts.append(made)

    def end_line(self) -> None:
        """Finish the line that is open, if there are words in it."""
        runs, sign, word = self._runs, "".join(self._sign), self._word
        self._runs, self._sign, self._word = [], [], None
        level, ordered = 0, False
        if word is not None and (found := item_with_sign(word, sign, runs)) is not None:
            word, runs = found
            level, ordered = word.level, bool(word.ordered)
        runs = list(stripped(runs))
        if not runs_text(runs):
            return
        if self._tables and self._tables[0].in_cell:
            self._tables[0].add_line(runs)
        elif level:
            self._word_part = len(self.parts)
            self.parts.append(Line(tuple(runs), level, ordered))
        elif word is not None and self._word_part == len(self.parts) - 1 >= 0:
            # A paragraph in the style of the list, but without a sign, goes on with the item.
            self._continue(runs)
            self._word_part = len(self.parts) - 1
        else:
            self._end_plain(runs)

    def _end_plain(self, runs: list[Run]) -> None:
        item = self._items[-1] if self._items else None
        if item is None or not item.level:
            level = self._shown if item is None else 0
            ordered = bool(self._lists and self._lists[-1])
            if level:
                self.parts.append(Line(tuple(_one_line(runs)), level, ordered))
                return
            self.parts += [Line(tuple(piece)) for piece in _paragraphs(runs)]
        elif item.part >= 0 and item.part == len(self.parts) - 1:
            # A list item holds one paragraph: a further one goes on after a line break.
            self._continue(runs)
        else:
            item.part = len(self.parts)
            self.parts.append(Line(tuple(_one_line(runs)), item.level, bool(item.ordered)))

    def _continue(self, runs: list[Run]) -> None:
        self.parts[-1] = joined_lines(self.parts[-1], Line(tuple(_one_line(runs))))


class _OpenTable:
    """The table that is being read, row by row."""

    def __init__(self) -> None:
        self._grid = Grid()
        self._cell: list[Run] = []
        self._rows = 0
        self._head = False
        self._header_cells: list[bool] = []
        self.in_cell = False

    def start_row(self, *, head: bool) -> None:
        """Go on to the next row."""
        self.end_cell()
        self._rows += 1
        self._head |= head and self._rows == 1
        self._grid.start_row()

    def start_cell(self, wide: str, high: str, *, header: bool) -> None:
        """Go on to the next cell."""
        self.end_cell()
        self._rows = max(1, self._rows)
        if self._rows == 1:
            self._header_cells.append(header)
        self._grid.start_cell(wide, high)
        self.in_cell = True

    def add_line(self, runs: Sequence[Run]) -> None:
        """Put a line into the cell that is open."""
        if self._cell:
            self._cell.append(Run("\n"))
        self._cell += runs

    def end_cell(self) -> None:
        """End the cell, if one is open."""
        if self.in_cell:
            self._grid.add(self._cell)
        self._cell, self.in_cell = [], False

    def made(self) -> Table | None:
        """Return the table, None if there is not a word in it."""
        self.end_cell()
        rows = [row for row in self._grid.table().rows if any(map(runs_text, row))]
        if not rows:
            return None
        header = self._head or (bool(self._header_cells) and all(self._header_cells))
        if header or _looks_like_header(rows):
            return Table(True, (tuple(map(_without_bold, rows[0])), *rows[1:]))
        return Table(False, tuple(rows))


def stripped(runs: Sequence[Run]) -> Runs:
    """Return `runs` without blanks at the ends and round breaks, and without two in a row."""
    kept: list[Run] = []
    blank, bare = True, True
    for run in runs:
        text = run.text.lstrip(" ") if blank else run.text
        text = text.lstrip(_BLANKS) if bare else text
        text = _GAP.sub(_one_gap, re.sub(r" *\n *", "\n", text))
        if text.startswith("\n") and kept and kept[-1].text.endswith(" "):
            kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip(" "))
        if text:
            kept.append(replace(run, text=text))
            blank, bare = text[-1] in " \n", False
    while kept and not (text := kept[-1].text.rstrip(_BLANKS)):
        kept.pop()
    if kept:
        kept[-1] = replace(kept[-1], text=text)
    return tuple(kept)


def _one_gap(found: re.Match[str]) -> str:
    """A blank that may break beside one that may not is one gap, made by a program."""
    return " " if " " in found[0] else found[0]


def _paragraphs(runs: list[Run]) -> list[list[Run]]:
    """Return `runs` cut where two or more breaks meet, which stand for a new paragraph."""
    pieces: list[list[Run]] = [[]]
    breaks = 0
    for run in runs:
        for text in re.findall(r"\n|[^\n]+", run.text):
            if text == "\n":
                breaks += 1
                continue
            if breaks > 1:
                pieces.append([])
            elif breaks:
                pieces[-1].append(Run("\n"))
            breaks = 0
            pieces[-1].append(replace(run, text=text))
    return [list(stripped(piece)) for piece in pieces if runs_text(stripped(piece))]


def _one_line(runs: list[Run]) -> list[Run]:
    """Return `runs` with one break where several meet."""
    joined: list[Run] = []
    for piece in _paragraphs(runs):
        joined += [*([Run("\n")] if joined else []), *piece]
    return joined


def _looks_like_header(rows: list[tuple[Runs, ...]]) -> bool:
    """Whether the first row is a header by its look: each of its cells bold, the next not."""
    filled = [cell for cell in rows[0] if runs_text(cell)]
    return (
        len(rows) > 1
        and len(filled) > len(rows[0]) // 2
        and len(rows[0]) > 1
        and all(map(_all_bold, filled))
        and not all(_all_bold(cell) for cell in rows[1] if runs_text(cell))
    )


def _all_bold(runs: Runs) -> bool:
    return all("b" in run.marks for run in runs if run.text.strip())


def _without_bold(runs: Runs) -> Runs:
    return tuple(replace(run, marks=run.marks - {"b"}) for run in runs)
