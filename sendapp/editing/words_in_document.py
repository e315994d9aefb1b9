"""Where words of a record's text stand in the document in which it is edited."""

from bisect import bisect_right
from collections.abc import Iterator

from PySide6.QtGui import QTextDocument, QTextTable

from sendapp.editing.rich_document import tops, units

_LINE_SEPARATOR = "\u2028"


def find_words(document: QTextDocument, start: int, words: str) -> tuple[int, int] | None:
    """Return the positions between which `words` stand in `document`, None if they do not.

    `start` is where they stand in the text's plain words, counted in characters; of several
    places the nearest is meant, since blank lines at a text's ends are not part of its words.
    """
    found_pieces = list(pieces(document))
    text = "".join(f"{piece}{mark}" for piece, mark, _ in found_pieces)
    found = _nearest(text, words, start)
    if found is None:
        return None
    starts, at = [], 0
    for piece, mark, _ in found_pieces:
        starts.append(at)
        at += len(piece) + len(mark)

    def position(offset: int) -> int:
        index = max(0, bisect_right(starts, offset) - 1)
        piece, _, begins = found_pieces[index]
        return begins + units(piece[: offset - starts[index]])

    return position(found), position(found + len(words))


def pieces(document: QTextDocument) -> Iterator[tuple[str, str, int]]:
    """Yield each block's words, what parts them from the next, and the block's position."""
    for top in tops(document):
        if not isinstance(top, QTextTable):
            yield top.text().replace(_LINE_SEPARATOR, "\n"), "\n", top.position()
            continue
        for row in range(top.rows()):
            for column in range(top.columns()):
                cell = top.cellAt(row, column)
                block, end = cell.firstCursorPosition().block(), cell.lastCursorPosition().block()
                while block != end:
                    yield block.text().replace(_LINE_SEPARATOR, "\n"), "\n", block.position()
                    block = block.next()
                mark = "\n" if column == top.columns() - 1 else "\t"
                yield block.text().replace(_LINE_SEPARATOR, "\n"), mark, block.position()


def _nearest(text: str, words: str, start: int) -> int | None:
    before = text.rfind(words, 0, start + len(words))
    behind = text.find(words, start)
    places = [place for place in (before, behind) if place >= 0]
    return min(places, key=lambda place: abs(place - start)) if places and words else None
