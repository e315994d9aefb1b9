"""What was printed in one go: which pages, and how many copies."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PrintRun:
    """Pages that went to the printer, counted from 1 and in rising order, of `count` in all."""

    pages: tuple[int, ...]
    count: int
    copies: int = 1

    @property
    def copies_words(self) -> str:
        """How many copies, in words: "1 copy", "3 copies"."""
        return "1 copy" if self.copies == 1 else f"{self.copies} copies"

    @property
    def pages_words(self) -> str:
        """Which pages, in words, '' where it was all of them: "page 2", "pages 1 to 3, 5"."""
        if len(self.pages) == self.count:
            return ""
        ranges = ", ".join(_in_words(self.pages))
        return f"page {ranges}" if len(self.pages) == 1 else f"pages {ranges}"


def print_note(run: PrintRun, code: str = "") -> str:
    """Return what the journal says of a run: "2 copies, pages 1 to 3".

    With the `code` of a signing copy it leads, and one copy is told, too.
    """
    copies = run.copies_words if code or run.copies > 1 else ""
    return ", ".join(filter(None, (f"code {code}" if code else "", copies, run.pages_words)))


def in_copies(
    pages: Sequence[int], copies: int, *, collated: bool, last_first: bool = False
) -> list[int]:
    """Return the pages in the order in which they are painted, each as often as it is wanted.

    Collated copies are whole ones after each other; else all copies of a page lie together.
    """
    order = list(reversed(pages)) if last_first else list(pages)
    return order * copies if collated else [page for page in order for _ in range(copies)]


def _in_words(pages: Sequence[int]) -> Iterator[str]:
    """Yield each run of neighbours: "1 to 3", "5"."""
    first = last = pages[0] if pages else 0
    for page in (*pages[1:], 0):
        if page == last + 1:
            last = page
            continue
        if first:
            yield str(first) if first == last else f"{first} to {last}"
        first = last = page
