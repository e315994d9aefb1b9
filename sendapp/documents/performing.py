"""Jobs done, by the worker process or here and now."""

from typing import overload

from sendapp.documents.first_page import first_page
from sendapp.documents.jobs import (
    FirstPage,
    Form,
    Job,
    Pages,
    PictureOf,
    RenderList,
    RenderPages,
    RenderPdf,
    RenderWord,
)
from sendapp.documents.list_context import LISTS
from sendapp.documents.pages import Layout, lay_out
from sendapp.documents.sheets import as_csv, as_xlsx
from sendapp.documents.template import load_template
from sendapp.documents.word import Printed, print_list, print_record

# The pages of one text are asked for one after the other; they are laid out once.
_latest: tuple[Printed, Layout] | None = None


@overload
def perform(job: RenderWord | RenderPdf | RenderList) -> bytes: ...
@overload
def perform(job: RenderPages) -> Pages: ...
@overload
def perform(job: PictureOf) -> FirstPage: ...
def perform(job: Job) -> bytes | Pages | FirstPage:
    """Do `job` in this process and return what it gives; raises Problem."""
    if isinstance(job, PictureOf):
        return first_page(job)
    if isinstance(job, RenderList):
        return _list(job)
    template = load_template(job.template_path)
    printed = print_record(
        job.record, job.record_type, template, house=job.house, signing=job.signing
    )
    if isinstance(job, RenderWord):
        return printed.docx
    layout = _layout_of(printed)
    return layout.pdf() if isinstance(job, RenderPdf) else _pages(job, layout)


def _list(job: RenderList) -> bytes:
    if job.form is Form.CSV:
        return as_csv(job.listing)
    if job.form is Form.EXCEL:
        return as_xlsx(job.listing)
    printed = print_list(job.listing, load_template(job.template_path, LISTS))
    # Not kept as the latest: the pages of the record that is open are asked for again.
    return printed.docx if job.form is Form.WORD else lay_out(printed.docx).pdf()


def _layout_of(printed: Printed) -> Layout:
    global _latest
    if _latest is None or _latest[0] != printed:
        _latest = (printed, lay_out(printed.docx, printed.places))
    return _latest[1]


def _pages(job: RenderPages, layout: Layout) -> Pages:
    if job.purpose == "print":
        layout.refuse_lost("printed page")
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
