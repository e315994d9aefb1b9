"""An officer files what belongs to a record: dropped, by keys, looked at, and set aside."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel

from sendapp.domain.filed import FileKind
from sendapp.ui.files.panel import NO_FILES
from tests.documents.test_first_page import bomb, pdf, picture
from tests.driver import Officer
from tests.factory import a_record
from tests.ui.files.desktop import (
    a_file,
    data_of,
    drags_over,
    drops,
    files,
    leaves,
    listed,
    opens,
    waits_for,
)


@pytest.fixture
def drafting(officer: Officer) -> Officer:
    opens(officer.starts(), a_record())
    return officer


@pytest.fixture
def decided(officer: Officer) -> Officer:
    opens(officer.starts(), a_record(status="decided"))
    return officer


def preview_words(officer: Officer) -> str:
    return officer.finds("files_preview_words", QLabel).text()


def test_a_file_dropped_on_a_text_is_asked_about_and_filed(decided: Officer) -> None:
    scan = a_file(decided, "IMG_0012.pdf")
    assert drags_over(decided.finds("title"), data_of([scan]))
    assert decided.sees("files_drop")
    drops(decided.finds("title"), data_of([scan]))
    assert not decided.sees("files_drop")
    assert decided.record.title == a_record().title
    assert decided.focused() == "file_kind"
    assert decided.reads("file_kind") == "Signed scan"
    decided.keys("Return")
    (filed,) = waits_for(decided, 1)
    assert (filed.name, filed.kind, filed.is_kept) == ("IMG_0012.pdf", FileKind.SIGNED, True)
    decided.waits_for_notice("Filed “IMG_0012.pdf” as signed scan.")
    assert decided.focused() == "files"
    decided.waits_until(lambda: decided.sees("files_sheet"), "the first page is shown")
    assert preview_words(decided) == "First of 2 pages"
    assert decided.finds("files_sheet").accessibleName() == "First page of IMG_0012.pdf"


def test_what_is_asked_stands_together_where_nothing_is_listed_yet(drafting: Officer) -> None:
    drops(drafting.finds("title"), data_of([a_file(drafting, "IMG_0012.pdf")]))
    card = drafting.finds("files_asking")
    assert card.height() <= card.sizeHint().height()
    (heading,) = [one for one in card.findChildren(QLabel) if one.text() == "What is this file?"]
    assert heading.height() < 2 * heading.fontMetrics().height()


def test_how_much_is_filed_stands_above_the_files(drafting: Officer) -> None:
    assert not drafting.sees("files_total")
    files(drafting, a_file(drafting, "a.pdf"))
    (one,) = waits_for(drafting, 1)
    assert drafting.reads("files_total") == f"1 file · {one.size} bytes of 500 MB"
    files(drafting, a_file(drafting, "b.txt", b"x" * 4_000))
    waits_for(drafting, 2)
    assert drafting.reads("files_total") == "2 files · 5 KB of 500 MB"


def test_text_still_goes_to_the_field_it_is_dropped_on(drafting: Officer) -> None:
    title = drafting.finds("title")
    data = QMimeData()
    data.setText("Dropped words ")
    drops(title, data)
    assert "Dropped words" in drafting.record.title
    assert not drafting.sees("files_asking")


def test_links_from_a_browser_are_no_files(drafting: Officer) -> None:
    data = QMimeData()
    data.setUrls([QUrl("https://marlhaven.example/scan.pdf")])
    drops(drafting.finds("side_panel"), data)
    assert not drafting.sees("files_asking")


def test_nothing_is_taken_where_no_record_is_open_or_beside_it(officer: Officer) -> None:
    officer.starts()
    scan = data_of([a_file(officer, "scan.pdf")])
    assert not drags_over(officer.window.pane, scan)
    opens(officer, a_record())
    assert not drags_over(officer.window.register, scan)
    assert drags_over(officer.finds("decisions[0].text"), scan)
    leaves(officer.window)
    assert not officer.sees("files_drop")


def test_a_file_is_added_by_keys_alone(drafting: Officer) -> None:
    path = a_file(drafting, "Appendix A.pdf")
    drafting.clicks("title")
    drafting.keys("Ctrl+Shift+A")
    drafting.opens_file(path)
    drafting.waits_until(lambda: drafting.sees("file_kind"), "the file is asked about")
    assert drafting.reads("file_kind") == "Appendix"
    drafting.keys("Down")
    assert drafting.reads("file_kind").startswith("Exempt appendix")
    drafting.keys("Tab", "Tab")
    assert drafting.focused() == "files_note"
    drafting.types("Prices\n")
    (filed,) = waits_for(drafting, 1)
    assert (filed.kind, filed.note) == (FileKind.EXEMPT, "Prices")
    assert not filed.is_kept


def test_escape_files_nothing_and_a_file_can_be_left_out(drafting: Officer) -> None:
    paths = [a_file(drafting, f"Appendix {n}.pdf", pdf((100 + n, 100))) for n in range(3)]
    drops(drafting.finds("side_panel"), data_of(paths))
    assert drafting.reads("files_file") == "File all 3"
    drafting.clicks("file_left_out")
    assert drafting.reads("files_file") == "File all 2"
    drafting.keys("Escape")
    assert not drafting.sees("files_asking")
    assert drafting.focused() == "files_empty"
    assert listed(drafting) == []


def test_a_file_of_a_draft_is_taken_out_and_brought_back(drafting: Officer) -> None:
    (filed,) = files(drafting, a_file(drafting, "Report.pdf"))
    assert filed.kind is FileKind.REPORT
    drafting.presses("Take out")
    waits_for(drafting, 0)
    assert drafting.reads("files_empty") == NO_FILES
    drafting.waits_for_notice("Took out “Report.pdf”.")
    drafting.presses("Undo")
    (back,) = waits_for(drafting, 1)
    assert (back.name, back.kind, back.hash) == (filed.name, filed.kind, filed.hash)


def test_a_file_of_a_decided_record_is_set_aside_with_a_reason_and_put_back(
    decided: Officer,
) -> None:
    files(decided, a_file(decided, "Signed.pdf"))
    decided.presses("Set aside")
    assert decided.focused() == "files_reason"
    decided.keys("Return")
    assert decided.sees("files_aside")
    decided.types("Page 2 is missing.\n")
    decided.waits_until(lambda: listed(decided)[0].is_aside, "it is set aside")
    assert listed(decided)[0].why_aside == "Page 2 is missing."
    heard = QAccessible.queryAccessibleInterface(decided.finds("files"))
    assert heard is not None
    assert "Set aside: Page 2 is missing." in heard.child(0).text(QAccessible.Text.Name)
    decided.presses("Put back")
    decided.waits_until(lambda: not listed(decided)[0].is_aside, "it counts again")


def test_what_may_not_be_filed_is_told_and_the_rest_is_filed(drafting: Officer) -> None:
    good = a_file(drafting, "Report.pdf")
    drops(
        drafting.finds("title"),
        data_of([a_file(drafting, "run.exe", b"MZ"), good, a_file(drafting, "a.png", b"%PDF")]),
    )
    drafting.clicks("files_file")
    told = drafting.message()
    assert told.startswith("2 files were not filed. The others were.")
    assert "“run.exe” is a program" in told
    assert "“a.png” is called .png" in told
    drafting.presses("Close")
    assert [filed.name for filed in waits_for(drafting, 1)] == ["Report.pdf"]
    drops(drafting.finds("title"), data_of([good]))
    drafting.clicks("files_file")
    assert "is with this record already" in drafting.message()
    drafting.presses("Close")
    assert len(listed(drafting)) == 1


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("locked.pdf", pdf((595, 842), password="x"), "protected with a password"),
        ("broken.pdf", b"%PDF-1.4 and no more", "damaged, or was not written"),
        ("bomb.png", bomb(60_000, 60_000), "more than 80 million dots"),
        ("note.txt", b"Agreed.", "no picture of a file of this sort"),
    ],
)
def test_what_cannot_be_shown_says_why(
    drafting: Officer, name: str, content: bytes, words: str
) -> None:
    files(drafting, a_file(drafting, name, content))
    drafting.waits_until(lambda: words in preview_words(drafting), "it is said why")
    assert not drafting.sees("files_sheet")


def test_a_file_is_opened_as_a_copy_and_saved_out(drafting: Officer) -> None:
    path = a_file(drafting, "Signed.jpg", picture("JPEG"))
    files(drafting, path)
    opened: list[QUrl] = []
    drafting.window.files_desk.opens = lambda address: not opened.append(address)
    drafting.clicks("files")
    drafting.keys("Return")
    drafting.waits_until(lambda: bool(opened), "it is opened")
    copy = Path(opened[0].toLocalFile())
    assert copy.read_bytes() == path.read_bytes()
    assert drafting.paths.opened in copy.parents
    out = drafting.folder / "out" / "Copy.jpg"
    out.parent.mkdir()
    drafting.presses("Save a copy")
    drafting.saves_file_as(out)
    drafting.waits_for_notice(f"Saved a copy as {out}")
    assert out.read_bytes() == path.read_bytes()
    drafting.closes()
    assert not copy.exists()


def test_where_no_program_opens_a_file_that_is_said(drafting: Officer) -> None:
    files(drafting, a_file(drafting, "Signed.pdf"))
    drafting.window.files_desk.opens = lambda _: False
    drafting.presses("Open")
    assert "No program on this computer opens “Signed.pdf”." in drafting.message()


def test_a_circulated_draft_is_filed_by_itself(drafting: Officer) -> None:
    drafting.keys("Ctrl+Shift+U")
    drafting.waits_until(lambda: drafting.sees("circulate_only"), "it is asked to whom")
    drafting.types("Legal")
    drafting.clicks("circulate_only")
    (filed,) = waits_for(drafting, 1)
    assert (filed.kind, filed.media_type) == (FileKind.DRAFT, "application/pdf")
    assert filed.note == "As draft 1, to Legal"
    assert "(draft 1)" in filed.name
    assert drafting.program.filing.content(filed.number).result(20).startswith(b"%PDF")


def test_the_files_are_those_of_the_record_that_is_open(drafting: Officer) -> None:
    first = drafting.record.id
    files(drafting, a_file(drafting, "Signed.pdf"))
    drafting.begins_a_record()
    waits_for(drafting, 0)
    drafting.window.records.open(first)
    waits_for(drafting, 1)


def test_a_large_scan_is_filed_while_the_window_goes_on(drafting: Officer) -> None:
    scan = a_file(drafting, "Signed scan.pdf", b"%PDF-1.4\n" + bytes(30_000_000))
    drops(drafting.finds("title"), data_of([scan]))
    drafting.clicks("files_file")
    drafting.clicks("title")
    drafting.keys("End")
    drafting.types(" again")
    assert drafting.record.title.endswith(" again")
    (filed,) = waits_for(drafting, 1)
    assert filed.size == 30_000_009
    drafting.waits_until_saved()
