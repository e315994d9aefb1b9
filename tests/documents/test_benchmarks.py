"""How long a document takes, beside what it is measured against; never fails on a clock."""

import io
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from docxtpl import DocxTemplate
from markupsafe import Markup

from sendapp.documents.context import Context, Entry, Items, Rich, context_for
from sendapp.documents.jobs import RenderPages
from sendapp.documents.ooxml import Frame, Links, Lists, Writer
from sendapp.documents.pages import lay_out
from sendapp.documents.template import Template
from sendapp.documents.word import print_record
from sendapp.documents.worker import Worker
from sendapp.domain.record import DecisionRecord
from tests import office
from tests.documents.invented import invented
from tests.documents.shipped import KIND, TEMPLATE_PATH, printed, template

ROUNDS = 30


def median_ms(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """The median time of `work`, in milliseconds, after one round to warm up."""
    work()
    times = []
    for _ in range(rounds):
        started = time.perf_counter()
        work()
        times.append(1000 * (time.perf_counter() - started))
    return statistics.median(times)


def told(capsys: pytest.CaptureFixture[str], line: str) -> None:
    with capsys.disabled():
        sys.stdout.write(f"\n{line}")


@pytest.fixture(scope="module")
def record() -> DecisionRecord:
    """A record of three pages, with lists and links."""
    return invented(1)


@pytest.mark.benchmark
def test_word_export(record: DecisionRecord, capsys: pytest.CaptureFixture[str]) -> None:
    used = template()
    ours = median_ms(lambda: print_record(record, KIND, used))

    def theirs() -> bytes:
        return _render_with_docxtpl(_plain_context(context_for(record, KIND, used.names), used))

    docxtpl = median_ms(theirs)
    told(capsys, f"Word export {ours:.1f} ms; docxtpl {docxtpl:.1f} ms; {docxtpl / ours:.0f} x")


@pytest.mark.benchmark
def test_pdf(record: DecisionRecord, capsys: pytest.CaptureFixture[str]) -> None:
    used = template()

    def whole() -> bytes:
        made = print_record(record, KIND, used)
        return lay_out(made.docx, made.places).pdf()

    told(capsys, f"PDF of {lay_out(printed(record)).page_count} pages {median_ms(whole):.1f} ms")


@pytest.mark.benchmark
@pytest.mark.office
@pytest.mark.timeout(300)
def test_pdf_by_libreoffice(
    record: DecisionRecord, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = []
    for number in range(10):
        path = tmp_path / f"{number}.docx"
        path.write_bytes(printed(record))
        files.append(path)
    one = median_ms(lambda: office.office_pdfs(files[:1], tmp_path), rounds=3)
    ten = median_ms(lambda: office.office_pdfs(files, tmp_path), rounds=2)
    told(capsys, f"LibreOffice {one:.0f} ms a launch, {ten / 10:.0f} ms a file in a batch of ten")


@pytest.mark.benchmark
def test_fresh_page(record: DecisionRecord, capsys: pytest.CaptureFixture[str]) -> None:
    worker = Worker()
    names = iter(range(1000))

    def page() -> object:
        typed = DecisionRecord(decisions=record.decisions, title=f"Typed {next(names)}")
        job = RenderPages(record=typed, record_type=KIND, template_path=TEMPLATE_PATH)
        return worker.submit(job).result(60)

    try:
        told(capsys, f"Fresh page from the worker process, 110 dpi: {median_ms(page):.0f} ms")
    finally:
        worker.close()


def _plain_context(context: Context, used: Template) -> dict[str, object]:
    """The same context as docxtpl takes it: rich texts are XML, as a subdocument would give."""
    writer = Writer(used.styles, Lists(used.lists.first_instance), Links())
    frame = Frame({}, 755, 8500)

    def plain(value: object) -> object:
        match value:
            case Rich(doc, address):
                return Markup(writer.text(doc, frame, address))
            case Items(rows):
                return [plain(row) for row in rows]
            case Entry(values):
                return {name: plain(inner) for name, inner in values.items()}
            case tuple():
                return [plain(inner) for inner in value]
        return value

    values = {name: plain(value) for name, value in context.values.items()}
    for name in ("decisions", "reasons"):
        value = context.values[name]
        assert isinstance(value, Items)
        rows = [text for row in value for text in row.values.values() if isinstance(text, Rich)]
        values[name] = Markup(writer.items([(t.address, t.doc) for t in rows], frame))
    return values


def _render_with_docxtpl(context: dict[str, object]) -> bytes:
    document = DocxTemplate(str(TEMPLATE_PATH))
    document.render(context, autoescape=True)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
