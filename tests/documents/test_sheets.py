"""The register as CSV and Excel, read back by others: dates are dates, and words stay words."""

import csv
import io
import re
import zipfile
from datetime import date, timedelta
from typing import Any

import pytest
from lxml import etree

from sendapp.documents.sheets import as_csv, as_xlsx
from sendapp.domain.listing.kinds import ListKind
from sendapp.domain.listing.listing import DecisionList, list_of
from sendapp.domain.profile import CallInRule
from sendapp.domain.record import Appendix, DecisionRecord
from tests.documents.listed import ASKED, a_list
from tests.factory import a_record, items

HEADINGS = [
    *("Reference", "Title", "Decision made by", "Date of decision", "Decision", "Where it stands"),
    *("Draft list published", "Call-in ends", "Call-in", "Can be implemented on"),
    *("Confirmed list published", "Not for publication"),
]
FORMULAS = ["=1+1", "+44 20", "-cmd|' /C calc'!A0", "@SUM(A1)", " =1+1", "\t=1", "＝1+1", "－1"]
M = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def register(*records: DecisionRecord) -> DecisionList:
    return list_of(records, ASKED[ListKind.REGISTER], "Marlhaven Borough Council", CallInRule(), {})


def a_listed_record(**values: Any) -> DecisionRecord:
    usual = {
        "date_of_decision": "2025-11-20",
        "status": "published",
        "reference": "MBC/2025/014",
        "draft_list_published": "2025-11-24",
        "call_in_ends": "2025-11-27",
        "in_force_on": "2025-11-28",
        "appendices": (Appendix(title="Prices", exempt=True, paragraphs=(3,)),),
    }
    return a_record(**(usual | values))


ROW = [
    *("MBC/2025/014", "Resurfacing of Tanner's Quay", "Cabinet Member for Streets", "2025-11-20"),
    "The Cabinet Member for Streets approves\n1. The resurfacing of Tanner's Quay.",
    *("In call-in", "2025-11-24", "2025-11-27", "", "2025-11-28", ""),
    "1 appendix, exempt: paragraph 3",
]


class Book:
    """An Excel file, read as XML by somebody who knows nothing of the program that wrote it."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            assert package.testzip() is None
            self.parts = {name: package.read(name) for name in package.namelist()}
        self.sheet = etree.fromstring(self.parts["xl/worksheets/sheet1.xml"])
        strings = etree.fromstring(self.parts["xl/sharedStrings.xml"])
        self._strings = ["".join(i.itertext(f"{M}t")) for i in strings.findall(f"{M}si")]
        styles = etree.fromstring(self.parts["xl/styles.xml"])
        formats = {e.get("numFmtId"): str(e.get("formatCode")) for e in styles.iter(f"{M}numFmt")}
        looks = styles.find(f"{M}cellXfs")
        assert looks is not None
        self._dated = [formats.get(look.get("numFmtId"), "") for look in looks]

    def rows(self) -> list[list[Any]]:
        """Return the cells: dates as dates, texts as texts, missing ones as ''."""
        rows = []
        for row in self.sheet.iter(f"{M}row"):
            cells = {self._column(cell): self._value(cell) for cell in row.findall(f"{M}c")}
            rows.append([cells.get(column, "") for column in range(len(HEADINGS))])
        return rows

    def _column(self, cell: etree._Element) -> int:
        letters = re.sub(r"\d", "", str(cell.get("r")))
        assert len(letters) == 1
        return ord(letters) - ord("A")

    def _value(self, cell: etree._Element) -> Any:
        value = cell.find(f"{M}v")
        assert cell.find(f"{M}f") is None, "no cell is a formula"
        assert value is not None
        if cell.get("t") == "s":
            return self._strings[int(str(value.text))]
        assert "yyyy" in self._dated[int(str(cell.get("s")))]
        return date(1899, 12, 30) + timedelta(days=int(str(value.text)))


def read_csv(data: bytes) -> list[list[str]]:
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))


def test_csv_is_read_back_with_its_headings_and_iso_dates() -> None:
    data = as_csv(register(a_listed_record()))
    assert read_csv(data) == [HEADINGS, ROW]
    assert data.count(b"\r\n") == 2, "a line break within a cell is no end of a row"


def test_excel_is_read_back_with_real_dates() -> None:
    dates = [date(2025, 11, 20), date(2025, 11, 24), date(2025, 11, 27), date(2025, 11, 28)]
    wanted: list[Any] = list(ROW)
    wanted[3], wanted[6], wanted[7], wanted[9] = dates
    assert Book(as_xlsx(register(a_listed_record()))).rows() == [HEADINGS, wanted]


def test_the_heading_row_stays_and_filters_and_columns_have_widths() -> None:
    book = Book(as_xlsx(a_list(ListKind.REGISTER, 30)))
    pane = next(book.sheet.iter(f"{M}pane"))
    assert (pane.get("ySplit"), pane.get("state")) == ("1", "frozen")
    [filtered] = book.sheet.iter(f"{M}autoFilter")
    assert filtered.get("ref") == "A1:L31"
    widths = [float(str(c.get("width"))) for c in book.sheet.iter(f"{M}col")]
    assert len(widths) == len(HEADINGS)
    assert min(widths) > 14
    assert b"<dc:title>Register of decisions" in book.parts["docProps/core.xml"]


def test_a_table_says_why_there_is_no_day_on_which_call_in_ends() -> None:
    free = a_listed_record(status="implementable", call_in_applies="no")
    called = a_listed_record(status="called-in", called_in_on="2025-11-26")
    unpublished = a_listed_record(status="decided", draft_list_published="")
    rows = read_csv(as_csv(register(free, called, unpublished)))[1:]
    said = {row[5]: row[6:11] for row in rows}
    assert said == {
        "Implementable": ["2025-11-24", "", "Does not apply", "2025-11-24", ""],
        "Called in": ["2025-11-24", "", "Called in on 26 November 2025", "", ""],
        "Decided": ["", "", "", "", ""],
    }


def test_an_empty_register_has_its_headings() -> None:
    assert read_csv(as_csv(register())) == [HEADINGS]
    assert Book(as_xlsx(register())).rows() == [HEADINGS]


@pytest.mark.parametrize("text", FORMULAS)
def test_nothing_an_officer_wrote_is_worked_out(text: str) -> None:
    told = {"reference": text, "title": text, "decision_maker": text, "decision_lead_in": text}
    listing = register(a_listed_record(**told))
    row = read_csv(as_csv(listing))[1]
    assert row[:3] == [f"'{text}"] * 3
    assert row[4].startswith(f"'{text}\n")
    words = Book(as_xlsx(listing)).rows()[1]
    assert words[:3] == [text] * 3
    assert words[4].startswith(f"{text}\n")


@pytest.mark.parametrize("text", ["A – B", "’Twas", "2025", "https://a.example", "1. =2", "(-)"])
def test_other_words_are_left_alone(text: str) -> None:
    listing = register(a_listed_record(title=text))
    assert read_csv(as_csv(listing))[1][1] == text
    assert Book(as_xlsx(listing)).rows()[1][1] == text


def test_what_is_too_long_for_a_cell_is_cut_and_says_so() -> None:
    long = items(f"<p>{'é😀' * 20_000}</p>")
    listing = register(a_listed_record(decisions=long))
    cell = Book(as_xlsx(listing)).rows()[1][4]
    assert len(cell.encode("utf-16-le")) // 2 <= 32_767
    assert cell.endswith("… (cut: Excel holds no more in a cell)")
    assert "é😀" * 20_000 in read_csv(as_csv(listing))[1][4]
