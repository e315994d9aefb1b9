"""What can be asked of the document room; done by the worker process, or here and now."""

from dataclasses import dataclass
from pathlib import Path
from typing import overload

from sendapp.documents.pages import Layout, Spot, lay_out
from sendapp.documents.template import load_template
from sendapp.documents.word import Printed, print_record
from sendapp.domain.record import DecisionRecord
from sendapp.domain.record_types import RecordType


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderWord:
    """Make the Word document of a record; gives its bytes."""

    record: DecisionRecord
    record_type: RecordType
    template_path: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderPdf:
    """Make the tagged PDF/A of a record; gives its bytes."""

    record: DecisionRecord
    record_type: RecordType
    template_path: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderPages:
    """Make pictures of `images` pages from `first_page` (from 0) on; gives Pages.

    The newest request of a `purpose` wins: one that still waits is cancelled.
    """

    record: DecisionRecord
    record_type: RecordType
    template_path: Path
    dpi: float = 110
    first_page: int = 0
    images: int = 1
    purpose: str = "preview"


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


Job = RenderWord | RenderPdf | RenderPages

# The pages of one text are asked for one after the other; they are laid out once.
_latest: tuple[Printed, Layout] | None = None


@overload
def perform(job: RenderWord | RenderPdf) -> bytes: ...
@overload
def perform(job: RenderPages) -> Pages: ...
def perform(job: Job) -> bytes | Pages:
    """Do `job` in this process and return what it gives; raises Problem."""
    printed = print_record(job.record, job.record_type, load_template(job.template_path))
    if isinstance(job, RenderWord):
        return printed.docx
    layout = _layout_of(printed)
    return layout.pdf() if isinstance(job, RenderPdf) else _pages(job, layout)


def _layout_of(printed: Printed) -> Layout:
    global _latest
    if _latest is None or _latest[0] != printed:
        _latest = (printed, lay_out(printed.docx, printed.places))
    return _latest[1]


def _pages(job: RenderPages, layout: Layout) -> Pages:
    first = max(0, min(job.first_page, layout.page_count - 1))
    wanted = range(first, min(first + job.images, layout.page_count))
    return Pages(
        count=layout.page_count,
        images={page: layout.png(page, job.dpi) for page in wanted},
        spots=layout.spots(),
        sizes=layout.sizes,
        unshowable=layout.unshowable,
        substituted=layout.substituted,
    )
