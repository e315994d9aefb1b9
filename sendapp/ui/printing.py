"""Paper: page pictures painted on a printer, seen first in a preview."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSizeF, Qt, Signal, Slot
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPaintEngine, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QWidget

from sendapp.domain.print_run import PrintRun, in_copies
from sendapp.errors import Problem

PRINT_DPI = 300
SCREEN_DPI = 144


class PrintPreview(QPrintPreviewDialog):
    """Shows the pages as they will be printed; printing from it paints the same pictures."""

    failed = Signal(object)
    printed = Signal(object)
    """What went to a printer, or to a file that stands for one, as a PrintRun."""

    def __init__(
        self,
        title: str,
        images: Mapping[int, bytes],
        sizes: Sequence[tuple[float, float]],
        parent: QWidget | None = None,
        heading: str = "Print",
    ) -> None:
        self._printer = _printer_for(title, sizes)
        super().__init__(self._printer, parent)
        self.setObjectName("print_preview")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(heading)
        self._images = [images[number] for number in sorted(images)]
        self._sizes = list(sizes)
        self.paintRequested.connect(self.paint)
        if parent is not None:
            self.resize(parent.size() * 0.85)

    @Slot(QPrinter)
    def paint(self, printer: QPrinter) -> None:
        """Paint the chosen pages, in the copies wanted; a printer that takes nothing is told of."""
        run = chosen(printer, len(self._images))
        if not run.pages:
            words = f"There is no such page: the last one is {run.count}."
            self.failed.emit(Problem(words, "Choose other pages."))
            return
        painter = QPainter()
        if not painter.begin(printer):
            self.failed.emit(
                Problem(
                    "The printer did not respond.",
                    "Check that it is switched on, or choose another one.",
                )
            )
            return
        if painter.paintEngine().type() is QPaintEngine.Type.Picture:
            # The preview shows each page once, whatever is chosen for the printer.
            self._paint_pages(painter, printer, range(1, run.count + 1))
            painter.end()
            return
        whole = self._paint_pages(painter, printer, _sheets(printer, run))
        whole = painter.end() and whole
        if whole and printer.printerState() not in _GIVEN_UP:
            self.printed.emit(run)
        else:
            self.failed.emit(Problem("The printer stopped.", "Print again."))

    def _paint_pages(self, painter: QPainter, printer: QPrinter, numbers: Sequence[int]) -> bool:
        """Paint pages, counted from 1, each on a sheet of its own; False if the printer stopped."""
        for position, number in enumerate(numbers):
            if position and not printer.newPage():
                return False
            self._paint_page(painter, printer, number - 1)
        return True

    def _paint_page(self, painter: QPainter, printer: QPrinter, index: int) -> None:
        """Paint a page at its true size, its edge on the paper's."""
        image = QImage.fromData(self._images[index])
        width, height = self._sizes[index]
        if painter.paintEngine().type() is QPaintEngine.Type.Picture:
            # The preview shrinks what it is given without care: it gets a smaller picture.
            image = image.scaledToWidth(
                round(width / 72 * SCREEN_DPI), Qt.TransformationMode.SmoothTransformation
            )
        dots = printer.resolution() / 72
        # With full pages on, the painter's corner is the paper's.
        target = QRectF(QPointF(0, 0), QSizeF(width * dots, height * dots))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(target, image)


_GIVEN_UP = (QPrinter.PrinterState.Aborted, QPrinter.PrinterState.Error)


def chosen(printer: QPrinter, count: int) -> PrintRun:
    """Return what the officer has chosen in the print dialog, of `count` pages."""
    ranges = printer.pageRanges()
    some = printer.printRange() is QPrinter.PrintRange.PageRange and not ranges.isEmpty()
    pages = tuple(n for n in range(1, count + 1) if not some or ranges.contains(n))
    return PrintRun(pages, count, max(1, printer.copyCount()))


def _sheets(printer: QPrinter, run: PrintRun) -> list[int]:
    """Return the pages to paint in order; copies that the printer makes by itself only once."""
    copies = 1 if printer.supportsMultipleCopies() else run.copies
    last_first = printer.pageOrder() is QPrinter.PageOrder.LastPageFirst
    return in_copies(run.pages, copies, collated=printer.collateCopies(), last_first=last_first)


def _printer_for(title: str, sizes: Sequence[tuple[float, float]]) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(max(PRINT_DPI, min(printer.resolution(), 2 * PRINT_DPI)))
    printer.setDocName(title or "Decision record")
    printer.setFullPage(True)
    width, height = sizes[0]
    size = QPageSize(
        QSizeF(width, height), QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch
    )
    upright = QPageLayout.Orientation.Portrait
    printer.setPageLayout(QPageLayout(size, upright, QMarginsF(0, 0, 0, 0)))
    printer.setFullPage(True)
    printer.setFromTo(1, len(sizes))
    printer.setPrintRange(QPrinter.PrintRange.AllPages)
    return printer
