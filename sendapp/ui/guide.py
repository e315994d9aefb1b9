"""The user guide in a window of its own: the same text that stands in docs/guide."""

import re
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt, QUrl, Slot
from PySide6.QtGui import QKeyEvent, QPixmap, QResizeEvent, QTextCursor, QTextImageFormat
from PySide6.QtWidgets import QListWidget, QSplitter, QTextBrowser, QVBoxLayout, QWidget
from typing_extensions import override

from sendapp.ui.theme import Look, looks, strong_font
from sendapp.ui.tokens import XS

CHAPTERS = (
    "writing-a-record.md",
    "from-draft-to-signed-and-published.md",
    "what-today-tells-you.md",
    "your-councils-settings.md",
)
"""The files in docs/guide, in the order they are read."""

PARTS = {
    "decisions": "decisions-reasons-and-options",
    "reasons": "decisions-reasons-and-options",
    "options": "decisions-reasons-and-options",
    "find_bar": "find-and-replace",
    "text_tools": "formatting",
    "page_panel": "the-page",
    "check_panel": "checks",
    "register": "the-page",
    "record_form": "the-fields",
    "today": "what-today-tells-you",
    "step_bar": "where-a-record-stands",
    "files_panel": "filing-the-signed-paper",
    "settings": "your-councils-settings",
    "whole_journal": "what-was-done-and-whether-it-can-be-trusted",
}
"""The part of the guide that concerns a field, or else a panel."""
AFTER_DRAFTING = "from-draft-to-signed-and-published"
"""The part that concerns the form of a record that has been decided: nobody writes there."""


def guide_text(folder: Path) -> str:
    """Return the text of all chapters, one after the other."""
    return "\n".join((folder / name).read_text(encoding="utf-8") for name in CHAPTERS)


def slug(heading: str) -> str:
    """Return the anchor of a heading, as forges make it: "The page" is the-page."""
    return re.sub(r"[^\w -]", "", heading.lower()).strip().replace(" ", "-")


class GuideText(QTextBrowser):
    """The chapters; their pictures come from their own folder, and nothing from anywhere else."""

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._places: dict[str, int] = {}
        self.setObjectName("guide_text")
        self.setAccessibleName("Guide")
        self.setOpenLinks(False)
        self.anchorClicked.connect(self._follow)
        self.fill()

    @property
    def headings(self) -> list[str]:
        """The headings of the chapters and their parts, in order."""
        levels = (1, 2)
        blocks = self._blocks()
        return [block.text() for block in blocks if block.blockFormat().headingLevel() in levels]

    @property
    def chapters(self) -> set[str]:
        """The headings of the chapters."""
        return {block.text() for block in self._blocks() if block.blockFormat().headingLevel() == 1}

    @property
    def anchors(self) -> set[str]:
        """The anchors of all headings."""
        return set(self._places)

    def fill(self) -> None:
        """Show the chapters from their beginning, in the colours and the text size of now."""
        self.setMarkdown(guide_text(self._folder))
        self._places = {
            slug(block.text()): block.position()
            for block in self._blocks()
            if block.blockFormat().headingLevel()
        }
        self._fit_pictures()

    def go_to(self, anchor: str) -> bool:
        """Put the heading with this anchor at the top; False if there is none."""
        if anchor not in self._places:
            return False
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._places[anchor])
        self.setTextCursor(cursor)
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.cursorRect().top())
        return True

    @override
    def loadResource(self, type: int, name: QUrl | str) -> Any:
        name = QUrl(name)
        path = (self._folder / name.path()).resolve()
        if name.scheme() or not path.is_relative_to(self._folder.resolve()) or not path.is_file():
            return None
        return QPixmap(str(path))

    @override
    def resizeEvent(self, e: QResizeEvent) -> None:
        super().resizeEvent(e)
        self._fit_pictures()

    @override
    def changeEvent(self, e: QEvent) -> None:
        super().changeEvent(e)
        if e.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange) and self._places:
            self.fill()

    @Slot(QUrl)
    def _follow(self, link: QUrl) -> None:
        if not link.scheme():
            self.go_to(link.fragment())

    def _blocks(self) -> list[Any]:
        block, blocks = self.document().begin(), []
        while block.isValid():
            blocks.append(block)
            block = block.next()
        return blocks

    def _fit_pictures(self) -> None:
        """Let no picture be wider than the window, nor larger than it is."""
        room = self.viewport().width() - 4 * int(self.document().documentMargin())
        for block in self._blocks():
            pieces = block.begin()
            while not pieces.atEnd():
                piece = pieces.fragment()
                look: QTextImageFormat = piece.charFormat().toImageFormat()
                pieces += 1
                if not look.isValid() or room <= 0:
                    continue
                picture = self.loadResource(0, QUrl(look.name()))
                if picture is not None and look.width() != (wide := min(room, picture.width())):
                    look.setWidth(wide)
                    cursor = QTextCursor(self.document())
                    cursor.setPosition(piece.position())
                    cursor.setPosition(
                        piece.position() + piece.length(), QTextCursor.MoveMode.KeepAnchor
                    )
                    cursor.setCharFormat(look)


class GuideWindow(QWidget):
    """The chapters with their contents beside them; Escape closes it."""

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("guide")
        self.setWindowTitle("Guide")
        self.text = GuideText(folder, self)
        self.contents = looks(QListWidget(self), Look.BARE)
        self.contents.setObjectName("guide_contents")
        self.contents.setAccessibleName("Contents")
        self.contents.setWordWrap(True)
        self.contents.setSpacing(XS)
        self.contents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.contents.addItems(self.text.headings)
        for row, heading in enumerate(self.text.headings):
            if heading in self.text.chapters:
                self.contents.item(row).setFont(strong_font(self.font()))
        self.contents.currentTextChanged.connect(self._go)
        halves = QSplitter(self)
        halves.addWidget(self.contents)
        halves.addWidget(self.text)
        halves.setStretchFactor(1, 1)
        halves.setChildrenCollapsible(False)
        wide = self.fontMetrics().averageCharWidth()
        halves.setSizes([wide * 26, wide * 90])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(halves)
        room = self.screen().availableSize()
        wanted = QSize(wide * 120, self.fontMetrics().height() * 42)
        self.resize(wanted.boundedTo(room * 0.9))

    def show_part(self, anchor: str) -> None:
        """Come to the front, at the part with this anchor or else where it was."""
        self.show()
        self.raise_()
        self.activateWindow()
        self.text.setFocus()
        self.text.go_to(anchor)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    @Slot(str)
    def _go(self, heading: str) -> None:
        self.text.go_to(slug(heading))


def part_for(widget: QWidget | None, address: str, *, sealed: bool = False) -> str:
    """Return the anchor of the part that concerns a field's address or the panel of a widget.

    `sealed` is whether the form shows what has been decided.
    """
    if sealed and address:
        return AFTER_DRAFTING
    if found := PARTS.get(address.partition("[")[0]):
        return found
    while widget is not None:
        if found := PARTS.get(name := widget.objectName()):
            return AFTER_DRAFTING if sealed and name == "record_form" else found
        widget = widget.parentWidget()
    return ""
