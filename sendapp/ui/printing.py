"""Paper: page pictures painted on a printer, seen first in a preview."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSizeF, Qt, Signal, Slot
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPaintEngine, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QWidget

from sendapp.errors import Problem

PRINT_DPI = 300
SCREEN_DPI = 144


class PrintPreview(QPrintPreviewDialog):
    """Shows the pages as they will be printed; printing from it paints the same pictures."""

    failed = Signal(object)
    printed = Signal()
    """The pages went to a printer, or to a file that stands for one."""

    def __init__(
        self,
        title: str,
        images: Mapping[int, bytes],
        sizes: Sequence[tuple[float, float]],
        parent: QWidget | None = None,
    ) -> None:
        self._printer = _printer_for(title, sizes)
        super().__init__(self._printer, parent)
        self.setObjectName("print_preview")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Print")
        self._images = [images[number] for number in sorted(images)]
        self._sizes = list(sizes)
        self.paintRequested.connect(self.paint)
        if parent is not None:
            self.resize(parent.size() * 0.85)

    @Slot(QPrinter)
    def paint(self, printer: QPrinter) -> None:
        """Paint the chosen pages; a printer that takes nothing is told of."""
        painter = QPainter()
        if not painter.begin(printer):
            self.failed.emit(
                Problem(
                    "The printer did not respond.",
                    "Check that it is switched on, or choose another one.",
                )
            )
            return
        is_preview = painter.paintEngine().type() is QPaintEngine.Type.Picture
        try:
            for position, number in enumerate(_chosen(printer, len(self._images))):
                if position and not printer.newPage():
                    self.failed.emit(Problem("The printer stopped.", "Print again."))
                    return
                self._paint_page(painter, printer, number)
        finally:
            painter.end()
        if not is_preview:
            self.printed.emit()

    def _paint_page(self, painter: QPainter, printer: QPrinter, number: int) -> None:
        """Paint a page at its true size, its edge on the paper's."""
        image = QImage.fromData(self._images[number])
        width, height = self._sizes[number]
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


def _chosen(printer: QPrinter, count: int) -> range:
    if printer.printRange() is QPrinter.PrintRange.PageRange and printer.fromPage():
        return range(printer.fromPage() - 1, min(printer.toPage(), count))
    return range(count)
