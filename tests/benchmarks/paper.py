"""Rows 6 and 7: Word and PDF, warm, beside docxtpl and LibreOffice."""

import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from docxtpl import DocxTemplate
from jinja2 import Environment
from markupsafe import Markup, escape

from sendapp.documents.context import Entry, Items, Rich, context_for
from sendapp.documents.jobs import RenderPdf, RenderWord
from sendapp.documents.performing import perform
from sendapp.documents.template import load_template
from sendapp.documents.worker import Worker
from sendapp.domain.record import DecisionRecord
from sendapp.services.export import Exporter
from sendapp.services.record_types import TypeOnPaper, load_kinds
from tests.benchmarks.figures import Figure, timed, warm
from tests.benchmarks.setting import Place, Size, two_pages
from tests.office import office_pdfs
from tests.storage import bulk

WAIT_S = 120
BLOCK = 10


def measure(place: Place, size: Size) -> Iterator[Figure]:
    """Make documents here, in the worker process, with docxtpl and with LibreOffice."""
    kinds = load_kinds()
    kind = kinds["cabinet-member"]
    records = [two_pages(record) for record in bulk.records(size.words + 3, seed=2)]
    worker = Worker()
    exporter = Exporter(worker, kinds)
    try:
        yield from _words(exporter, kind, records)
        yield from _pdfs(place, size, exporter, records[: size.pdfs + 3])
    finally:
        worker.close()


def _words(
    exporter: Exporter, kind: TypeOnPaper, records: list[DecisionRecord]
) -> Iterator[Figure]:
    here, through, theirs = [], [], []
    # In blocks, since each engine leaves the other's memory cold.
    for first in range(0, len(records), BLOCK):
        block = records[first : first + BLOCK]
        jobs = [
            RenderWord(record=record, record_type=kind.type, template_path=kind.template)
            for record in block
        ]
        here += [timed(partial(perform, job)) for job in jobs]
        through += [timed(lambda r=record: exporter.word(r).result(WAIT_S)) for record in block]
        for record in block:
            values = _plain_context(kind, record)
            theirs.append(timed(partial(_render, kind, values)))
    based = {"baseline_of": "DocxTemplate.render, not saved", "baseline": warm(theirs)}
    what = "a two-page record to .docx bytes"
    yield Figure("6 Word", f"{what}, here", warm(here), **based, most=15, least_ratio=10)  # type: ignore[arg-type]
    yield Figure("6", f"{what}, by the worker process", warm(through), most=15)


def _render(kind: TypeOnPaper, values: dict[str, object]) -> None:
    DocxTemplate(kind.template).render(values, Environment(autoescape=True))


def _plain_context(kind: TypeOnPaper, record: DecisionRecord) -> dict[str, object]:
    """Return what docxtpl is to print, its rich texts made into Word's XML beforehand."""
    context = context_for(record, kind.type, load_template(kind.template).names)
    return {name: _plain(value) for name, value in context.values.items()}


def _plain(value: object) -> object:
    if isinstance(value, Rich):
        return Markup("".join(_paragraph(line) for line in value.lines()))
    if isinstance(value, Entry):
        return {name: _plain(inner) for name, inner in value.values.items()}
    if isinstance(value, Items):
        return _Items(_plain(row) for row in value)
    return value


def _paragraph(line: str) -> str:
    return f"<w:p><w:r><w:t>{escape(line)}</w:t></w:r></w:p>"


class _Items(list[object]):
    """A list to loop over, or to print whole."""

    def __html__(self) -> str:
        return "".join(str(v) for row in self if isinstance(row, dict) for v in row.values())


def _pdfs(
    place: Place, size: Size, exporter: Exporter, records: list[DecisionRecord]
) -> Iterator[Figure]:
    kind = exporter.kinds["cabinet-member"]
    here, through = [], []
    for record in records:
        job = RenderPdf(record=record, record_type=kind.type, template_path=kind.template)
        through.append(timed(lambda r=record: exporter.pdf(r).result(WAIT_S)))
        here.append(timed(partial(perform, job)))
    launches, batch = _office(place, size, exporter, records)
    what = "a two-page record to tagged PDF/A"
    yield Figure(
        *("7 PDF", f"{what}, by the worker process", warm(through)),
        baseline_of="one LibreOffice launch",
        baseline=launches,
        most=60,
        least_ratio=20,
    )
    yield Figure(
        *("7 PDF", f"{what}, here", warm(here)),
        baseline_of=f"LibreOffice, {size.batch} in one launch, a file",
        baseline=batch,
        most=60,
        least_ratio=2,
    )


def _office(
    place: Place, size: Size, exporter: Exporter, records: list[DecisionRecord]
) -> tuple[list[float], list[float]]:
    """Return LibreOffice's times, in ms: of launches, and of each file in a batch."""
    if not (size.launches and shutil.which("soffice")):
        return [], []
    folder = place.fresh("office").data
    documents: list[Path] = []
    for number, record in enumerate(records[: size.batch]):
        documents.append(folder / f"{number}.docx")
        documents[-1].write_bytes(exporter.word(record).result(WAIT_S))
    # The first launch makes its profile.
    office_pdfs(documents[:1], folder)
    launches, batch = [], []
    for _ in range(size.launches):
        launches.append(timed(partial(office_pdfs, documents[:1], folder)))
        batch.append(timed(partial(office_pdfs, documents, folder)) / size.batch)
    return launches, batch
