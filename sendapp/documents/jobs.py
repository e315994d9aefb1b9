"""What can be asked of the document room, and what it gives; nothing here needs Word or PDF."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from sendapp.domain.listing.listing import DecisionList
from sendapp.domain.record import DecisionRecord
from sendapp.domain.record_types import RecordType
from sendapp.domain.wording import PLAIN_HOUSE, House
from sendapp.errors import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderWord:
    """Make the Word document of a record; gives its bytes."""

    record: DecisionRecord
    record_type: RecordType
    template_path: Path
    house: House = PLAIN_HOUSE
    signing: bool = False
    """With the block to sign in and the text's code."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderPdf:
    """Make the tagged PDF/A of a record; gives its bytes."""

    record: DecisionRecord
    record_type: RecordType
    template_path: Path
    house: House = PLAIN_HOUSE
    signing: bool = False
    """With the block to sign in and the text's code."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderPages:
    """Make pictures of `images` pages from `first_page` (from 0) on; gives Pages.

    The newest request of a `purpose` wins: one that still waits is cancelled. For "print"
    characters and words that would be lost are a Problem, as for a PDF.
    """

    record: DecisionRecord
    record_type: RecordType
    template_path: Path
    house: House = PLAIN_HOUSE
    signing: bool = False
    dpi: float = 110
    first_page: int = 0
    images: int = 1
    purpose: str = "preview"


class Form(StrEnum):
    """The kinds of file a list is made as; a value is the file's suffix."""

    WORD = ".docx"
    PDF = ".pdf"
    CSV = ".csv"
    EXCEL = ".xlsx"


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderList:
    """Make the file of a list of decisions; gives its bytes."""

    listing: DecisionList
    template_path: Path
    form: Form


@dataclass(frozen=True, slots=True)
class Spot:
    """A rectangle that prints a field: `page` from 0, points from the page's top left."""

    page: int
    x: float
    y: float
    width: float
    height: float
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """Pages of a record: PNG by page number from 0, and what is printed where."""

    count: int
    images: dict[int, bytes]
    spots: tuple[Spot, ...]
    sizes: tuple[tuple[float, float], ...]
    """Width and height of each page, in points."""
    unshowable: tuple[str, ...]
    """Characters that the PDF could not show."""
    substituted: tuple[str, ...]
    """Fonts of the template that the pages show as others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureOf:
    """Make a picture of the first page of a PDF, JPEG or PNG, `width` dots wide; gives FirstPage.

    What is in it came from elsewhere, so that it is unpacked in the process that may be lost.
    """

    content: bytes
    media_type: str
    width: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstPage:
    """The first page of a file as a PNG, and how many pages it has."""

    png: bytes
    pages: int


class NotShown(Problem):
    """A filed document has no picture; the sentence says why."""


Job = RenderWord | RenderPdf | RenderPages | RenderList | PictureOf
