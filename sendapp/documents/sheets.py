"""Tables: the register of decisions as CSV for any program and XLSX for Excel; others as CSV.

Nothing an officer wrote is ever a formula. In XLSX a text is stored as a text, whatever it begins
with. CSV has no kinds of cells, so there a text that a program would work out (it begins with
= + - @, a tab or a line's end, also in their wide forms) gets an apostrophe before it.
"""

import csv
import io
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sendapp.domain.dates import is_iso_date
from sendapp.domain.listing.listing import DecisionList, ListEntry
from sendapp.domain.richtext import plain_text
from sendapp.domain.richtext_html import parse

_BOM = "\ufeff"
_WORKED_OUT = re.compile(r"[\t\r\n]|\s*[=+\-@＝＋－＠]")
_MOST_IN_CELL = 32_767
_CUT = " … (cut: Excel holds no more in a cell)"
_TITLE_CHARACTERS = 255
_DATE_FORMAT = "dd mmm yyyy"


@dataclass(frozen=True, slots=True)
class _Column:
    """A column: its heading, its width in characters, and what it says of a decision."""

    heading: str
    width: int
    says: Callable[[ListEntry], str]
    is_date: bool = False


def _decision(entry: ListEntry) -> str:
    """Return the decision in plain words, its items numbered as in print."""
    items = [
        f"{number}. {plain_text(parse(text))}" for number, text in enumerate(entry.decisions, 1)
    ]
    return "\n".join([entry.decision_lead_in, *items] if entry.decision_lead_in else items)


_COLUMNS = (
    _Column("Reference", 18, lambda entry: entry.reference),
    _Column("Title", 40, lambda entry: entry.title),
    _Column("Decision made by", 32, lambda entry: entry.decision_maker),
    _Column("Date of decision", 16, lambda entry: entry.date_of_decision, is_date=True),
    _Column("Decision", 70, _decision),
    _Column("Where it stands", 16, lambda entry: entry.standing),
    _Column("Draft list published", 19, lambda e: e.draft_list_published, is_date=True),
    _Column("Call-in ends", 16, lambda e: e.call_in_ends, is_date=True),
    _Column("Call-in", 22, lambda entry: "" if entry.call_in_ends else entry.call_in),
    _Column("Can be implemented on", 21, lambda entry: entry.in_force_on, is_date=True),
    _Column("Confirmed list published", 23, lambda e: e.confirmed_list_published, is_date=True),
    _Column("Not for publication", 32, lambda entry: entry.exempt),
)


def as_csv(listing: DecisionList) -> bytes:
    """Return the list as CSV: a heading row, dates as YYYY-MM-DD; see `table_as_csv`."""
    rows = ([column.says(entry) for column in _COLUMNS] for entry in listing.entries)
    return table_as_csv([column.heading for column in _COLUMNS], rows)


def table_as_csv(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Return texts as CSV, no text a formula, in UTF-8 with a byte order mark.

    Without the mark, Excel would take the file for one in Windows' own letters.
    """
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, quoting=csv.QUOTE_ALL)
    writer.writerow(headings)
    for row in rows:
        writer.writerow([_harmless(text) for text in row])
    return (_BOM + stream.getvalue()).encode()


def as_xlsx(listing: DecisionList) -> bytes:
    """Return the list as an Excel workbook: the heading row stays in sight and filters.

    The same list gives the same bytes.
    """
    # Late: records on paper, which this process is mostly asked for, need none of it.
    import xlsxwriter

    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    book.set_properties(
        {
            "title": listing.heading[:_TITLE_CHARACTERS],
            "author": listing.council[:_TITLE_CHARACTERS],
            "created": datetime(1980, 1, 1, tzinfo=UTC).replace(tzinfo=None),
        }
    )
    sheet = book.add_worksheet("Register")
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    words = book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
    day = book.add_format({"num_format": _DATE_FORMAT, "align": "left", "valign": "top"})
    for number, column in enumerate(_COLUMNS):
        sheet.set_column(number, number, column.width)
        sheet.write_string(0, number, column.heading, head)
    for row, entry in enumerate(listing.entries, 1):
        for number, column in enumerate(_COLUMNS):
            _write(sheet, row, number, column.says(entry), day if column.is_date else None, words)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(len(listing.entries), 1), len(_COLUMNS) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    book.close()
    return stream.getvalue()


def _write(sheet: Any, row: int, column: int, text: str, day: Any, words: Any) -> None:
    """Write a date as a date and everything else as a text, never as what it looks like."""
    if day is not None and is_iso_date(text):
        sheet.write_datetime(row, column, datetime.fromisoformat(text), day)
    elif text:
        sheet.write_string(row, column, _fitting(text), words)


def _fitting(text: str) -> str:
    """Return `text` cut to what Excel holds in a cell, counted as Excel counts."""
    units = text.encode("utf-16-le")
    if len(units) <= 2 * _MOST_IN_CELL:
        return text
    room = 2 * (_MOST_IN_CELL - len(_CUT))
    return units[:room].decode("utf-16-le", errors="ignore") + _CUT


def _harmless(text: str) -> str:
    return f"'{text}" if _WORKED_OUT.match(text) else text
