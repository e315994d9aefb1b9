"""The printed pages in the window: they follow the typing, lead to the field, and are printed."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest

from sendapp.ui.page_view import PageView
from sendapp.ui.printing import PrintPreview
from tests.driver import Officer
from tests.office import page_count


@pytest.fixture
def with_sample(officer: Officer) -> Officer:
    officer.starts()
    officer.presses("Open the sample record")
    officer.waits_until(lambda: bool(view_of(officer).page_layout.pages), "pages are shown")
    return officer


def view_of(officer: Officer) -> PageView:
    return officer.window.pages.view


def test_a_click_on_the_page_goes_to_the_field(with_sample: Officer) -> None:
    officer = with_sample
    view = view_of(officer)
    for address, name in (("reasons[0]", "reasons[0].text"), ("title", "title")):
        view.show_field(address)
        officer.waits_until(lambda a=address: bool(in_sight(view, a)), f"{address} is in sight")
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=in_sight(view, address))
        officer.waits_until(lambda n=name: officer.focused() == n, f"{name} has the keyboard")


def in_sight(view: PageView, address: str) -> QPoint | None:
    """Return where the field is printed in what is shown of the pages, None if it is not."""
    boxes = view.page_layout.boxes(address)
    if not boxes:
        return None
    spot = boxes[0].center().toPoint() - QPoint(
        view.horizontalScrollBar().value(), view.verticalScrollBar().value()
    )
    return spot if view.viewport().rect().contains(spot) else None


def test_the_page_follows_the_typing(with_sample: Officer) -> None:
    officer = with_sample
    made = []
    officer.window.pages_desk.maker.made.connect(lambda pages, fresh: made.append(pages))
    officer.types_into("title", "Fresh words ")
    officer.waits_until(lambda: bool(made), "the page was made again")
    assert officer.reads("status_page").startswith("page 1 of ")


def test_print_preview_paints_the_pages(with_sample: Officer) -> None:
    officer = with_sample
    officer.clicks("button_print")
    officer.waits_until(lambda: isinstance(officer.in_front(), PrintPreview), "the preview opens")
    preview = officer.in_front()
    assert isinstance(preview, PrintPreview)
    paper: Path = officer.folder / "paper.pdf"
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(paper))
    printer.setResolution(300)
    preview.paint(printer)
    assert page_count(paper.read_bytes()) == len(view_of(officer).page_layout.pages)
    preview.close()
    officer.waits_until(lambda: officer.in_front() is officer.window, "the preview is closed")
