"""Keeps the page panel in step with the open record: has pages made, shows what comes."""

from concurrent.futures import Future
from dataclasses import dataclass

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QImage

from sendapp.domain.record import DecisionRecord
from sendapp.editing.open_record import OpenRecord
from sendapp.editing.page_maker import InSight, PageMaker
from sendapp.errors import Problem
from sendapp.services.export import Exporter, Pages, then
from sendapp.ui.page_paint import picture_of
from sendapp.ui.page_panel import PagePanel


@dataclass(frozen=True, slots=True)
class _Pictured:
    """Pages, with their pictures ready to paint."""

    pages: Pages
    pictures: dict[int, QImage]


class PagesDesk(QObject):
    """Joins a page maker to the page panel."""

    def __init__(self, panel: PagePanel, exporter: Exporter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._panel = panel
        self._exporter = exporter
        self.maker = PageMaker(self._make, panel.wanted, self)
        self.maker.started.connect(panel.show_making)
        self.maker.made.connect(self._show)
        self.maker.failed.connect(self._say_why)
        panel.pages_wanted.connect(self.maker.want)

    def follow(self, open_record: OpenRecord | None) -> None:
        """Show the pages of another record, or of none."""
        self._panel.show_nothing()
        self.maker.follow(open_record)

    def _make(self, record: DecisionRecord, in_sight: InSight) -> Future[_Pictured]:
        first, dpi, count = in_sight
        made = self._exporter.pages(record, dpi=dpi, first_page=first, images=count)
        # In the thread that brings the pages: unpacking one takes longer than a key may.
        return then(made, _pictured)

    @Slot(object, bool)
    def _show(self, made: _Pictured, fresh: bool) -> None:
        pages = made.pages
        if fresh:
            self._panel.show_pages(pages.count, made.pictures, pages.sizes, pages.spots)
            self._panel.show_notes(pages.unshowable, pages.substituted)
        else:
            self._panel.add_images(made.pictures)

    @Slot(object)
    def _say_why(self, fault: BaseException) -> None:
        if not isinstance(fault, Problem):
            raise fault
        self._panel.show_problem(fault.sentence, fault.hint)


def _pictured(pages: Pages) -> _Pictured:
    return _Pictured(pages, {page: picture_of(png) for page, png in pages.images.items()})
