"""The elements that are open while the tags of foreign HTML go by, and the look they give."""

from collections import defaultdict
from dataclasses import dataclass

from sendapp.domain.pasting.looks import Said

_CELLS = frozenset({"td", "th"})
_OF_TABLES = _CELLS | {"table", "tr", "thead", "tbody", "tfoot"}
_WALK = 64
"""How many elements an end that is only implied may reach across."""


@dataclass(slots=True, eq=False)
class Element:
    """An element that was opened."""

    name: str
    said: Said
    block: bool = False
    role: str = ""
    """What it does to lines: 'list', 'item', 'table', 'row', 'cell', 'block' or ''."""
    href: str | None = None
    """Where it leads if it is a link, '' if nobody may be led there; None if it is none."""
    sign: bool = False
    """Whether it holds the sign before a list item, not words of it."""
    open: bool = True
    order: int = 0
    depth: int = 0


class OpenElements:
    """A stack in which an element may end before those opened after it, as HTML allows."""

    def __init__(self) -> None:
        self._stack: list[Element] = []
        self._named: defaultdict[str, list[Element]] = defaultdict(list)
        self._blocks: list[Element] = []
        self._cells: list[Element] = []
        self._tables: list[Element] = []
        self._bold: list[Element] = []
        self._italic: list[Element] = []
        self._raised: list[Element] = []
        self._spaces: list[Element] = []
        self._links: list[Element] = []
        self._order = self._underlined = 0
        self.hidden = self.signs = self.one_space = 0

    def open(self, element: Element) -> None:
        """Put `element` inside those that are open."""
        self._order += 1
        element.order = self._order
        element.depth = len(_live(self._blocks))
        self._stack.append(element)
        self._named[element.name].append(element)
        said = element.said
        for stack, wanted in (
            (self._blocks, element.block),
            (self._cells, element.role == "cell"),
            (self._tables, element.role == "table"),
            (self._bold, said.bold is not None),
            (self._italic, said.italic is not None),
            (self._raised, bool(said.raised)),
            (self._spaces, said.spaces_count is not None),
            (self._links, element.href is not None),
        ):
            if wanted:
                stack.append(element)
        self._count(element, 1)

    def close(self, name: str) -> list[Element]:
        """End the last open element `name`; return what ended with it, the innermost first."""
        named = _live(self._named[name])
        if not named or not self._in_reach(named[-1]):
            return []
        element = named[-1]
        if not element.block and len(_live(self._blocks)) > element.depth:
            # Bold that was begun outside a paragraph and ends in it: the paragraph goes on.
            self._end(element)
            return [element]
        return self._close_to(element)

    def close_implied(self, names: frozenset[str], within: frozenset[str]) -> list[Element]:
        """End the nearest open block of `names`, unless one of `within` is nearer."""
        for block in reversed(_live(self._blocks)[-_WALK:]):
            if block.open and block.name in names:
                return self._close_to(block)
            if block.name in within:
                return []
        return []

    def close_line(self, names: frozenset[str]) -> list[Element]:
        """End the innermost open block if it is one of `names`."""
        blocks = _live(self._blocks)
        return self._close_to(blocks[-1]) if blocks and blocks[-1].name in names else []

    def is_in(self, name: str, nearer: str) -> bool:
        """Whether a block `name` is open inside the innermost `nearer`."""
        for block in reversed(_live(self._blocks)[-_WALK:]):
            if block.name in (name, nearer):
                return block.name == name
        return False

    def close_all(self) -> list[Element]:
        """End whatever is open."""
        return self._close_to(self._stack[0]) if self._stack else []

    @property
    def marks(self) -> frozenset[str]:
        """The marks of words that come now; a link's own underline is no mark."""
        found = set()
        if (bold := _live(self._bold)) and bold[-1].said.bold:
            found.add("b")
        if (italic := _live(self._italic)) and italic[-1].said.italic:
            found.add("i")
        if self._underlined and not _live(self._links):
            found.add("u")
        if raised := _live(self._raised):
            found.add(raised[-1].said.raised)
        return frozenset(found)

    @property
    def href(self) -> str:
        """Where words that come now lead, '' if nowhere."""
        links = _live(self._links)
        return (links[-1].href or "") if links else ""

    @property
    def spaces_count(self) -> bool:
        """Whether the white space of words that come now is shown as it is written."""
        spaces = _live(self._spaces)
        return bool(spaces and spaces[-1].said.spaces_count)

    def _in_reach(self, element: Element) -> bool:
        """Whether no cell, or for a cell no table, stands between."""
        borders = _live(self._tables if element.name in _OF_TABLES else self._cells)
        return not borders or element.order >= borders[-1].order

    def _close_to(self, element: Element) -> list[Element]:
        ended = []
        while True:
            last = self._stack.pop()
            if last.open:
                self._end(last)
                ended.append(last)
            if last is element:
                return ended

    def _end(self, element: Element) -> None:
        element.open = False
        self._count(element, -1)

    def _count(self, element: Element, by: int) -> None:
        self.hidden += by * element.said.hidden
        self.one_space += by * element.said.one_space
        self.signs += by * element.sign
        self._underlined += by * element.said.underlined


def _live(stack: list[Element]) -> list[Element]:
    """Return `stack` without the ended elements at its top."""
    while stack and not stack[-1].open:
        stack.pop()
    return stack
