"""A table on its way in, cell by cell: cells that span others leave empty ones beside them."""

from collections.abc import Iterable

from sendapp.domain.richtext import Run, Runs, Table

MOST_COLUMNS = 63
"""The most columns that Word takes; the words of further cells go into the last."""


class Grid:
    """Rows of cells; one that reaches over others stands in the first of its places."""

    def __init__(self) -> None:
        self._rows: list[list[list[Run]]] = []
        self._below: dict[int, int] = {}
        self._wide = self._high = 1
        self._header = False

    def start_row(self) -> None:
        """Go on to the next row."""
        self._end_row()
        self._rows.append([])

    def start_cell(self, wide: str = "", high: str = "", *, header: bool = False) -> None:
        """Open a cell of the row; `wide` and `high` are its colspan and rowspan as written."""
        if not self._rows:
            self._rows.append([])
        self._header |= header and len(self._rows) == 1
        self._wide, self._high = _span(wide), _span(high)
        row = self._rows[-1]
        while self._covered(len(row)):
            row.append([])

    def add(self, runs: Iterable[Run]) -> None:
        """Fill the cell that was opened."""
        row = self._rows[-1]
        if len(row) >= MOST_COLUMNS:
            row[-1] += [Run("\n"), *runs] if row[-1] else runs
            return
        first = len(row)
        row.append(list(runs))
        for column in range(first, min(first + self._wide, MOST_COLUMNS)):
            self._below[column] = max(self._high - 1, self._below.get(column, 0))
            if column > first:
                row.append([])

    def table(self) -> Table:
        """Return what was gathered."""
        self._end_row()
        rows: list[tuple[Runs, ...]] = [tuple(map(tuple, row)) for row in self._rows]
        return Table(self._header, tuple(rows))

    def _end_row(self) -> None:
        """Leave empty the cells at the end of the row that others above reach into."""
        if self._rows:
            row = self._rows[-1]
            reached = (column + 1 for column, left in self._below.items() if left)
            for column in range(len(row), max(reached, default=0)):
                self._covered(column)
                row.append([])

    def _covered(self, column: int) -> bool:
        """Whether a cell of a row above reaches into `column`, which that then has done."""
        left = self._below.get(column, 0)
        if left:
            self._below[column] = left - 1
        return left > 0


def _span(written: str) -> int:
    """Return how many columns or rows a cell takes; 1 where that is not said."""
    number = written.strip()[:9]
    return max(1, int(number)) if number.isascii() and number.isdigit() else 1
