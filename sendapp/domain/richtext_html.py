"""HTML on its way in: what the normal form knows is kept, of anything else the words."""

from collections import Counter

from sendapp.domain.markup import Tag, tokens
from sendapp.domain.richtext import (
    SCHEMES,
    Doc,
    Line,
    Run,
    Table,
    assemble,
    plain_text,
    to_html,
)
from sendapp.domain.table_grid import Grid
from sendapp.domain.text import FIELD_LIMIT, clean

_INLINE = {"b": "b", "strong": "b", "i": "i", "em": "i", "u": "u", "ins": "u"} | {
    "sup": "sup",
    "sub": "sub",
}
_BLOCKS = {"p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "blockquote", "section"} | {
    "article",
    "header",
    "footer",
    "caption",
    "dt",
    "dd",
    "hr",
}
_ENDS_TITLE = _BLOCKS | {"body", "ul", "ol", "li", "table"}


def parse(html: str) -> Doc:
    """Return the document that `html` says, in normal form; every space counts."""
    return assemble(_parts(html))


def _parts(html: str) -> list[Line | Table]:
    reader = _Reader()
    for token in tokens(html):
        if isinstance(token, Tag):
            reader.take_tag(token)
        else:
            reader.take_words(token)
    reader.finish()
    return reader.parts


def normalise(html: str, limit: int = FIELD_LIMIT) -> str:
    """Return `html` in normal form; raises Refused for words that cannot be kept."""
    doc = parse(html)
    clean(plain_text(doc), limit)
    return to_html(doc)


def words_of(html: str) -> str:
    """Return the words of a rich text as plain lines."""
    return plain_text(parse(html)) if html else ""


def safe_href(address: str) -> str:
    """Return `address` if a link may lead there, else ''."""
    stripped = address.strip()
    allowed = stripped.lower().startswith(SCHEMES) and stripped.isprintable()
    return stripped if allowed else ""


class _Reader:
    """Collects the flat parts of a document while its tags go by."""

    def __init__(self) -> None:
        self.parts: list[Line | Table] = []
        self._runs: list[Run] = []
        self._marks: Counter[str] = Counter()
        self._hrefs: list[str] = []
        self._lists: list[bool] = []
        self._item_open = False
        self._paragraph_open = False
        self._tables = 0
        self._grid = Grid()
        self._cell_open = False
        self._in_title = False
        self._templates = 0

    def take_tag(self, tag: Tag) -> None:
        """Go on with `tag`."""
        if tag.opens:
            self._start(tag)
        if tag.closes:
            self._end(tag.name)

    def _start(self, element: Tag) -> None:
        tag = element.name
        if tag in _ENDS_TITLE:
            self._in_title = False
        if tag == "template":
            self._templates += 1
        elif tag == "title":
            self._in_title = True
        elif tag in _INLINE:
            self._marks[_INLINE[tag]] += 1
        elif tag == "a":
            around = self._hrefs[-1] if self._hrefs else ""
            self._hrefs.append(safe_href(element.attribute("href")) or around)
        elif tag == "br":
            self._add("\n")
        elif self._tables:
            self._start_in_table(element)
        elif tag == "table":
            self.end_block()
            self._tables, self._grid = 1, Grid()
        elif tag in ("ul", "ol"):
            self.end_block()
            self._lists.append(tag == "ol")
        elif tag == "li":
            self.end_block()
            self._item_open = True
        elif tag in _BLOCKS:
            self._start_block()

    def _end(self, tag: str) -> None:
        if tag == "template":
            self._templates = max(0, self._templates - 1)
        elif tag in ("title", "head"):
            self._in_title = False
        elif tag in _INLINE:
            mark = _INLINE[tag]
            self._marks[mark] = max(0, self._marks[mark] - 1)
        elif tag == "a":
            if self._hrefs:
                self._hrefs.pop()
        elif tag == "table" and self._tables:
            self._end_table()
        elif self._tables:
            if tag in ("td", "th"):
                self._end_cell()
        elif tag in ("ul", "ol") and self._lists:
            self.end_block()
            self._lists.pop()
        elif tag == "li" or (tag in _BLOCKS and not self._item_open):
            self.end_block()

    def take_words(self, data: str) -> None:
        """Go on with words."""
        if self._in_title or self._templates:
            return
        text = data.replace("\r\n", " ").replace("\n", " ").replace("\r", " ")
        text = text.replace("\u2028", "\n").replace("\u2029", "\n")
        if not text.strip(" \t") and self._between(data):
            return
        if self._tables and not self._cell_open:
            self._open_cell()
        self._add(text)

    def _between(self, space: str) -> bool:
        """Whether `space` only sets the tags apart."""
        if self._cell_open:
            return not self._runs and ("\n" in space or "\r" in space)
        return bool(self._tables) or not (self._paragraph_open or self._item_open or self._runs)

    def finish(self) -> None:
        """Close what was never closed."""
        if self._tables:
            self._tables = 1
            self._end_table()
        self.end_block()

    def end_block(self) -> None:
        """Finish the paragraph or list item that is open."""
        if self._item_open or self._paragraph_open or self._runs:
            if self._lists:
                line = Line(tuple(self._runs), len(self._lists), self._lists[-1])
            else:
                line = Line(tuple(self._runs))
            self.parts.append(line)
        self._runs = []
        self._item_open = self._paragraph_open = False

    def _add(self, text: str) -> None:
        marks = frozenset([mark for mark, depth in self._marks.items() if depth])
        self._runs.append(Run(text, marks, self._hrefs[-1] if self._hrefs else ""))

    def _start_block(self) -> None:
        if self._item_open:
            # A list item holds one paragraph: a further one goes on after a line break.
            if self._runs:
                self._add("\n")
            return
        self.end_block()
        self._paragraph_open = True

    def _start_in_table(self, element: Tag) -> None:
        tag = element.name
        if tag == "table":
            self._tables += 1
        elif self._tables > 1:
            if tag in ("tr", "p", "li") and self._runs:
                self._add("\n")
        elif tag == "tr":
            self._end_cell()
            self._grid.start_row()
        elif tag in ("td", "th"):
            self._end_cell()
            self._open_cell(element)
        elif tag in _BLOCKS | {"li"} and self._cell_open and self._runs:
            self._add("\n")

    def _open_cell(self, element: Tag | None = None) -> None:
        if element is None:
            self._grid.start_cell()
        else:
            wide, high = element.attribute("colspan"), element.attribute("rowspan")
            self._grid.start_cell(wide, high, header=element.name == "th")
        self._cell_open = True

    def _end_cell(self) -> None:
        if self._cell_open and self._tables == 1:
            self._grid.add(self._runs)
            self._runs = []
            self._cell_open = False

    def _end_table(self) -> None:
        self._end_cell()
        self._tables -= 1
        if not self._tables:
            self.parts.append(self._grid.table())
            self._runs = []
            self._item_open = False
