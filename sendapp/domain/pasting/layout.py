"""Tables that only lay out a page or a message: they hold one cell, or say so."""

from sendapp.domain.markup import Tag, tokens


def tables_of_layout(html: str) -> frozenset[int]:
    """Return which tables of `html` are no tables to a reader, counted from 0 by their tags."""
    if "<table" not in html.lower():
        return frozenset()
    found: set[int] = set()
    tables: list[tuple[int, bool]] = []
    cells: list[int] = []
    count = -1
    for token in tokens(html):
        if not isinstance(token, Tag):
            continue
        if token.name == "table" and token.opens:
            count += 1
            tables.append((count, token.attribute("role") in ("presentation", "none")))
            cells.append(0)
        elif token.name in ("td", "th") and token.opens and cells:
            cells[-1] += 1
        if token.name == "table" and token.closes and tables:
            _judge(found, *tables.pop(), cells.pop())
    while tables:
        _judge(found, *tables.pop(), cells.pop())
    return frozenset(found)


def _judge(found: set[int], table: int, says_so: bool, cells: int) -> None:
    if says_so or cells < 2:
        found.add(table)
