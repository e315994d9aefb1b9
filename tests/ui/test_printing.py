"""Printing honours the pages and copies that were chosen, and tells only of what was printed."""

from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage, QPageRanges
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from sendapp.domain.print_run import PrintRun
from sendapp.ui.printing import PrintPreview, chosen
from tests.office import page_count

PAGES = 4


def a_picture(shade: int) -> bytes:
    image = QImage(40, 57, QImage.Format.Format_RGB32)
    image.fill(QColor(shade, shade, shade))
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, "PNG")
    return bytes(data.data())


@pytest.fixture
def preview(qtbot: QtBot) -> PrintPreview:
    images = {n: a_picture(40 * n) for n in range(PAGES)}
    made = PrintPreview("Lane", images, [(595.0, 842.0)] * PAGES)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def printer(tmp_path: Path) -> QPrinter:
    """A printer of PDF, which leaves the copies to whoever paints."""
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(tmp_path / "paper.pdf"))
    assert not made.supportsMultipleCopies()
    return made


def sheets(printer: QPrinter) -> int:
    return page_count(Path(printer.outputFileName()).read_bytes())


def test_all_pages_are_printed_once(preview: PrintPreview, printer: QPrinter) -> None:
    printed = QSignalSpy(preview.printed)
    preview.paint(printer)
    assert sheets(printer) == PAGES
    assert printed.at(0) == [PrintRun((1, 2, 3, 4), PAGES)]


@pytest.mark.parametrize("collate", [True, False])
def test_pages_and_copies_are_those_chosen(
    preview: PrintPreview, printer: QPrinter, collate: bool
) -> None:
    printed = QSignalSpy(preview.printed)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    printer.setCopyCount(3)
    printer.setCollateCopies(collate)
    preview.paint(printer)
    assert sheets(printer) == 6
    assert printed.at(0) == [PrintRun((2, 3), PAGES, copies=3)]


def test_ranges_with_gaps_are_honoured(preview: PrintPreview, printer: QPrinter) -> None:
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setPageRanges(QPageRanges.fromString("1,3-9"))
    assert chosen(printer, PAGES) == PrintRun((1, 3, 4), PAGES)
    preview.paint(printer)
    assert sheets(printer) == 3


def test_pages_there_are_not_are_told_of_and_nothing_is_printed(
    preview: PrintPreview, printer: QPrinter
) -> None:
    printed, failed = QSignalSpy(preview.printed), QSignalSpy(preview.failed)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(9, 9)
    preview.paint(printer)
    assert printed.count() == 0
    assert failed.at(0)[0].sentence == "There is no such page: the last one is 4."
    assert not Path(printer.outputFileName()).exists()


@pytest.mark.qt_log_ignore("^QPainter::begin")
def test_a_printer_that_takes_nothing_printed_nothing(
    preview: PrintPreview, printer: QPrinter, tmp_path: Path
) -> None:
    printed, failed = QSignalSpy(preview.printed), QSignalSpy(preview.failed)
    printer.setOutputFileName(str(tmp_path / "no folder" / "paper.pdf"))
    preview.paint(printer)
    assert printed.count() == 0
    assert failed.count() == 1
