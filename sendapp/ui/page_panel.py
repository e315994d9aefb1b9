"""The right panel: the printed pages, their zoom, and what there is to say about them."""

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedLayout, QToolButton, QVBoxLayout, QWidget

from sendapp.ui.icons import icon
from sendapp.ui.page_layout import Spot
from sendapp.ui.page_view import PageView
from sendapp.ui.theme import Look, looks
from sendapp.ui.tokens import XS, L, S

PATIENCE_MS = 700
"""How long pages may take before anything is said about it."""

NO_RECORD = "The printed page appears here once a record is open."


class PagePanel(QWidget):
    """Shows what it is given; pages that are on show stay until newer ones come."""

    place_clicked = Signal(str)
    pages_wanted = Signal(int, float, int)
    """The first page to make, from 0, the dots an inch, and how many pages."""
    page_shown = Signal(int, int)
    """The page that is in view, from 1, and how many there are."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page_panel")
        self.view = PageView(self)
        self._bar = QWidget(self)
        self._making = looks(QLabel("Making the page…", self), Look.MUTED)
        self._making.setObjectName("page_making")
        self._problem = _line("page_problem", Look.CAUTION, self)
        self._notes = _line("page_notes", Look.MUTED, self)
        self._empty = _line("page_empty", Look.MUTED, self)
        self._said = QWidget(self)
        self._zoom = looks(QLabel(self), Look.MUTED)
        self._zoom.setObjectName("page_zoom")
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._making.show)
        self._smaller = self._button("page_zoom_out", "zoom-out", "Smaller", "Ctrl+wheel")
        self._larger = self._button("page_zoom_in", "zoom-in", "Larger", "Ctrl+wheel")
        self._fit = self._button("page_fit", "move-horizontal", "Fit the width", "")
        self._fit.setCheckable(True)
        self._lay_out()
        self._connect()
        self.show_nothing()

    def show_pages(
        self,
        count: int,
        images: Mapping[int, QImage],
        sizes: Sequence[tuple[float, float]],
        spots: Iterable[Spot],
    ) -> None:
        """Show a fresh version of the pages, numbered from 0; sizes and spots in points."""
        self._settled()
        self.view.show_pages(images, sizes[:count], spots)
        self._show_view(bool(count))

    def add_images(self, images: Mapping[int, QImage]) -> None:
        """Show more pictures of the version on show, as `pages_wanted` asked for."""
        self._settled()
        self.view.add_images(images)

    def show_making(self) -> None:
        """Say that newer pages are being made, if that takes a while."""
        if self._stack.currentWidget() is self._empty and self._problem.isHidden():
            self._empty.setText("Making the page…")
        elif not self._patience.isActive() and self._making.isHidden():
            self._patience.start()

    def show_problem(self, sentence: str, hint: str = "") -> None:
        """Say why there are no newer pages; those on show stay."""
        self._settled()
        self._problem.setText("\n".join(part for part in (sentence, hint) if part))
        self._problem.show()
        self._show_said()
        if self._stack.currentWidget() is self._empty:
            self._empty.setText("")

    def show_notes(self, unshowable: Iterable[str], substituted: Iterable[str]) -> None:
        """Name the characters the pages cannot show, and the fonts they replace."""
        lines = []
        if characters := "  ".join(unshowable):
            lines.append(f"In Word, but not on the page or in the PDF: {characters}")
        if fonts := ", ".join(substituted):
            lines.append(f"Shown in a similar font here; Word uses {fonts}.")
        self._notes.setText("\n".join(lines))
        self._notes.setVisible(bool(lines))
        self._show_said()

    def show_nothing(self) -> None:
        """Show no pages: no record is open."""
        self._notes.hide()
        self._settled()
        self.view.clear()
        self._empty.setText(NO_RECORD)
        self._show_view(False)

    def show_field(self, address: str) -> None:
        """Mark the field that is being edited, and scroll softly to where it is printed."""
        self.view.show_field(address)

    def wanted(self) -> tuple[int, float, int]:
        """Return what is in view: the first page, from 0, the dots an inch, and how many."""
        return self.view.wanted()

    def _settled(self) -> None:
        self._patience.stop()
        self._making.hide()
        self._problem.hide()
        self._show_said()

    def _show_said(self) -> None:
        self._said.setHidden(self._problem.isHidden() and self._notes.isHidden())

    def _show_view(self, pages: bool) -> None:
        self._stack.setCurrentWidget(self.view if pages else self._empty)
        self._empty.setHidden(pages)
        self._bar.setVisible(pages)
        self._show_zoom()

    @Slot()
    def _show_zoom(self) -> None:
        self._zoom.setText(f"{self.view.zoom_percent()} %")
        self._fit.setChecked(self.view.fits_width())

    def _button(self, name: str, drawing: str, words: str, keys: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setIcon(icon(drawing, "muted"))
        button.setAccessibleName(words)
        button.setToolTip(f"{words} ({keys})" if keys else words)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def _lay_out(self) -> None:
        bar = QHBoxLayout(self._bar)
        bar.setContentsMargins(L, XS, S, XS)
        bar.setSpacing(XS)
        bar.addWidget(self._making)
        bar.addStretch(1)
        for part in (self._smaller, self._zoom, self._larger, self._fit):
            bar.addWidget(part)
        said = QVBoxLayout(self._said)
        said.setContentsMargins(L, 0, L, S)
        said.setSpacing(S)
        said.addWidget(self._problem)
        said.addWidget(self._notes)
        stacked = QWidget(self)
        self._stack = QStackedLayout(stacked)
        # The view keeps its size beneath the words, so that the first page is made to measure.
        self._stack.setStackingMode(QStackedLayout.StackingMode.StackAll)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setMargin(L)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addWidget(self._said)
        column.addWidget(stacked, 1)

    def _connect(self) -> None:
        self._smaller.clicked.connect(self.view.zoom_out)
        self._larger.clicked.connect(self.view.zoom_in)
        self._fit.clicked.connect(self.view.fit_width)
        self.view.zoom_changed.connect(self._show_zoom)
        self.view.place_clicked.connect(self.place_clicked)
        self.view.pages_wanted.connect(self.pages_wanted)
        self.view.page_shown.connect(self.page_shown)


def _line(name: str, look: Look, parent: QWidget) -> QLabel:
    label = looks(QLabel(parent), look)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.hide()
    return label
