"""Word documents as pages: counted, pictured, made into PDF. The only module that knows rdocx."""

import io
import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property

import rdocx
from lxml import etree

from sendapp.documents.accessible_pdf import make_accessible
from sendapp.documents.edges import words_off_pages
from sendapp.documents.glyphs import lacks_glyphs, name_of, unshowable
from sendapp.documents.jobs import Spot
from sendapp.documents.styles import w
from sendapp.errors import Problem

_FONT = re.compile(rb'w:(?:ascii|hAnsi)="([^"]+)"')
_PRINTED_PARTS = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml")
_FONT_PARTS = re.compile(r"word/(document|styles|header\d*|footer\d*)\.xml")
_SHOWN_CHARACTERS, _SHOWN_WORDS = 12, 3

_CARRIED = frozenset(
    (
        *("arial", "helvetica", "liberation sans", "times new roman", "liberation serif"),
        *("courier new", "liberation mono", "calibri", "carlito", "cambria", "caladea"),
        *("symbol", "wingdings"),
    )
)
"""Fonts that are carried, or that have a carried twin of the same widths."""


class Layout:
    """A Word document laid out on its pages."""

    def __init__(self, docx: bytes, places: tuple[str, ...] = ()) -> None:
        self._docx = docx
        self._places = places
        with _told():
            self._document = rdocx.Document.from_bytes(docx)

    @cached_property
    def page_count(self) -> int:
        """How many pages there are; raises Problem if they cannot be made.

        rdocx may count one more than it draws: it counts with its own fonts and draws with the
        computer's, which may be narrower. A PDF needs no count, and drawing takes its time.
        """
        with _told():
            count = int(self._document.page_count())
            while count > 1 and self._document.render_page_to_png(count - 1, 1) is None:
                count -= 1
        return count

    @cached_property
    def sizes(self) -> tuple[tuple[float, float], ...]:
        """Each page's width and height in points."""
        pages = (self._document.layout_page(index) for index in range(self.page_count))
        return tuple((page.width, page.height) for page in pages if page is not None)

    def png(self, page: int, dpi: float) -> bytes:
        """Return page `page` (from 0) as a PNG; IndexError if there is no such page."""
        picture = self._document.render_page_to_png(page, dpi)
        if picture is None:
            raise IndexError(page)
        return bytes(picture)

    def spots(self) -> tuple[Spot, ...]:
        """Return where each field is printed, in the order of the pages."""
        return tuple(
            Spot(
                page=piece.physical_page - 1,
                x=piece.bounds.x,
                y=piece.bounds.y,
                width=piece.bounds.width,
                height=piece.bounds.height,
                address=self._places[piece.body_index],
            )
            for piece in self._document.layout()
            if piece.body_index < len(self._places)
            and self._places[piece.body_index]
            and piece.physical_page <= self.page_count
        )

    def pdf(self) -> bytes:
        """Return a tagged PDF/A-2b that keeps to PDF/UA-1.

        Raises Problem, naming them, for characters and words that would be lost, and for footnotes.
        """
        if self._has_notes:
            raise Problem(
                "The template has footnotes, which a screen reader could not find in the PDF.",
                "Remove them from the template, or export to Word.",
            )
        self.refuse_lost("PDF")
        return make_accessible(self._plain_pdf)

    def refuse_lost(self, where: str) -> None:
        """Raise a Problem that names the characters and words that would be lost from `where`."""
        if self.unshowable:
            named = ", ".join(map(name_of, self.unshowable[:_SHOWN_CHARACTERS]))
            raise Problem(
                f"The {where} cannot show these characters: {named}.",
                "Write them another way, or export to Word, which keeps them.",
            )
        if self.cut_off:
            named = ", ".join(f"“{words}”" for words in self.cut_off[:_SHOWN_WORDS])
            raise Problem(
                f"The {where} cannot show these words, which run off the page: {named}.",
                "Break them up or take them out of the table, or export to Word, which keeps them.",
            )

    @cached_property
    def unshowable(self) -> tuple[str, ...]:
        """The characters that no carried font has: they would be missing from the PDF."""
        if not lacks_glyphs(self._plain_pdf):
            return ()
        # A character may have a glyph of its own and still lack one beside its neighbours.
        return unshowable(self._texts(), plain_pdf_of) or ("\ufffd",)

    @cached_property
    def cut_off(self) -> tuple[str, ...]:
        """The words that run off a page: they would be missing from the PDF."""
        return words_off_pages(self._plain_pdf)

    @cached_property
    def substituted(self) -> tuple[str, ...]:
        """The fonts the document asks for that our pages show as another."""
        asked: set[str] = set()
        with zipfile.ZipFile(io.BytesIO(self._docx)) as package:
            for name in package.namelist():
                if _FONT_PARTS.fullmatch(name):
                    asked |= {found.decode() for found in _FONT.findall(package.read(name))}
        return tuple(sorted(font for font in asked if font.lower() not in _CARRIED))

    @cached_property
    def _plain_pdf(self) -> bytes:
        with _told():
            return bytes(self._document.to_pdfa_deterministic("pdfa-2b"))

    @cached_property
    def _has_notes(self) -> bool:
        with zipfile.ZipFile(io.BytesIO(self._docx)) as package:
            body = package.read("word/document.xml")
        return b"<w:footnoteReference " in body or b"<w:endnoteReference " in body

    def _texts(self) -> list[str]:
        texts = []
        with zipfile.ZipFile(io.BytesIO(self._docx)) as package:
            for name in package.namelist():
                if _PRINTED_PARTS.fullmatch(name):
                    root = etree.fromstring(package.read(name))
                    texts += [element.text or "" for element in root.iter(w("t"))]
        return texts


def lay_out(docx: bytes, places: tuple[str, ...] = ()) -> Layout:
    """Return the pages of `docx`; `places` says which field each block of its body prints.

    Raises Problem if the document cannot be laid out.
    """
    return Layout(docx, places)


@contextmanager
def _told() -> Iterator[None]:
    """Tell the officer what rdocx cannot lay out."""
    try:
        yield
    except rdocx.RdocxError as fault:
        raise Problem(
            f"The pages of this document cannot be made: {fault}.",
            "Export it to Word, and make the PDF there.",
        ) from fault


def plain_pdf_of(docx: bytes) -> bytes:
    """Return the PDF of `docx` as it is laid out, before anything is refused or added."""
    return bytes(rdocx.Document.from_bytes(docx).to_pdfa_deterministic("pdfa-2b"))
