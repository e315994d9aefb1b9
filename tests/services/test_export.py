"""Documents made in the worker process and here are the same, and faults arrive as Problems."""

import io
import zipfile
from collections.abc import Iterator
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest

from sendapp.documents.worker import Worker
from sendapp.domain.sealing import code_of, shown_code
from sendapp.domain.wording import House, banner, is_draft
from sendapp.errors import NotFound, Problem, TemplateProblem
from sendapp.files import write_whole
from sendapp.services import export
from sendapp.services.exchange import read_file
from sendapp.services.export import Exporter, Printer, then
from sendapp.services.record_types import TypeOnPaper, load_kinds
from tests.factory import A_ID, a_full_record, a_record


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    worker = Worker()
    yield worker
    worker.close()


@pytest.fixture
def exporter(worker: Worker) -> Iterator[Exporter]:
    exporter = Exporter(worker, load_kinds())
    yield exporter
    exporter.close()


def test_word_and_pdf_are_the_same_from_the_worker_and_from_here(
    exporter: Exporter, tmp_path: Path
) -> None:
    record = a_full_record()
    printer = Printer(load_kinds())
    word = exporter.word_to(record, tmp_path / "a.docx").result(60)
    pdf = exporter.pdf_to(record, tmp_path / "a.pdf").result(60)
    assert word.read_bytes() == printer.printed(record, ".docx")
    assert pdf.read_bytes() == printer.printed(record, ".pdf")
    assert pdf.read_bytes().startswith(b"%PDF")


def test_pages_come_with_their_pictures(exporter: Exporter) -> None:
    pages = exporter.pages(a_record(), dpi=50).result(60)
    assert pages.count == len(pages.sizes)
    assert pages.images[0].startswith(b"\x89PNG")
    assert "title" in {spot.address for spot in pages.spots}


def test_notes_are_on_no_paper(exporter: Exporter) -> None:
    data = Printer(load_kinds()).printed(a_full_record(notes="Zebedee"), ".docx")
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        texts = [parts.read(name).decode(errors="replace") for name in parts.namelist()]
    assert not any("Zebedee" in text or A_ID in text for text in texts)


def test_a_kind_without_a_template_is_a_problem(exporter: Exporter) -> None:
    record = a_record(record_type="../secret")
    for future in (exporter.word(record), exporter.pdf(record), exporter.pages(record, dpi=50)):
        with pytest.raises(TemplateProblem, match=r"There is no template for .*“../secret”"):
            future.result(60)


def test_a_file_that_cannot_be_written_is_a_problem(exporter: Exporter, tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="Cannot find"):
        exporter.word_to(a_record(), tmp_path / "no" / "a.docx").result(60)


def test_a_record_file_is_written_off_the_window_s_thread(
    exporter: Exporter, tmp_path: Path
) -> None:
    record = a_full_record()
    assert read_file(exporter.json_to(record, tmp_path / "a.json").result(10)) == record
    with pytest.raises(NotFound, match="Cannot find"):
        exporter.json_to(record, tmp_path / "no" / "a.json").result(10)


def test_a_slow_share_holds_up_no_pages(
    exporter: Exporter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reached, free = Event(), Event()

    def slowly(path: Path, data: bytes, *, private: bool) -> None:
        reached.set()
        free.wait(60)
        write_whole(path, data, private=private)

    monkeypatch.setattr(export, "write_whole", slowly)
    written = exporter.word_to(a_record(), tmp_path / "a.docx")
    assert reached.wait(60)
    assert exporter.pages(a_record(), dpi=50).result(60).count
    assert not written.done()
    free.set()
    assert written.result(60).exists()


def test_what_waits_for_a_closed_pool_is_cancelled() -> None:
    pool = ThreadPoolExecutor(1)
    pool.shutdown()
    first: Future[int] = Future()
    further = then(first, lambda number: number + 1, pool.submit)
    first.set_result(1)
    assert further.cancelled()


def test_another_template_may_be_named(tmp_path: Path) -> None:
    template = tmp_path / "x.docx"
    template.write_bytes(b"no template")
    with pytest.raises(Problem, match=r"x\.docx|template"):
        Printer(load_kinds(), template).printed(a_record(), ".docx")


def test_what_follows_a_cancelled_result_is_cancelled() -> None:
    first: Future[int] = Future()
    further = then(first, lambda number: number + 1)
    first.cancel()
    first.set_running_or_notify_cancel()
    with pytest.raises(CancelledError):
        further.result(0)


@pytest.mark.parametrize("status", ["draft", "ready", "decided", "published", "implementable"])
def test_a_record_of_the_decision_makers_own_interest_does_not_leave_the_desk(
    exporter: Exporter, tmp_path: Path, status: str
) -> None:
    stopped = a_record(decision_maker_interest="yes", status=status)
    for make in (exporter.word, exporter.pdf):
        with pytest.raises(Problem, match="a disclosable pecuniary interest"):
            make(stopped).result(60)
    with pytest.raises(Problem, match="a disclosable pecuniary interest"):
        exporter.pages(stopped, dpi=50, purpose="print").result(60)
    with pytest.raises(Problem, match="a disclosable pecuniary interest"):
        Printer(load_kinds()).printed(stopped, ".docx")
    # What is on the form can still be seen, and shared with whoever decides instead.
    assert exporter.pages(stopped, dpi=50).result(60).count
    assert exporter.json_to(stopped, tmp_path / "a.json").result(60).is_file()


@pytest.mark.parametrize(
    "values",
    [{"status": "withdrawn"}, {"decision_maker_interest": "no"}],
    ids=["withdrawn", "decided by another"],
)
def test_what_is_withdrawn_or_decided_by_another_can_be_exported(
    exporter: Exporter, values: dict[str, str]
) -> None:
    record = a_record(**({"decision_maker_interest": "yes"} | values))
    assert exporter.word(record).result(60).startswith(b"PK")


def test_an_officers_record_is_not_stopped_by_a_question_it_is_not_asked() -> None:
    kinds = load_kinds()
    kinds["officer-executive"] = TypeOnPaper(
        replace(kinds["cabinet-member"].type, duties="officer-executive"),
        kinds["cabinet-member"].template,
    )
    record = a_record(record_type="officer-executive", decision_maker_interest="yes")
    assert Printer(kinds).printed(record, ".docx").startswith(b"PK")


def test_the_preview_of_a_stopped_record_is_marked_as_a_draft() -> None:
    stopped = a_record(decision_maker_interest="yes", status="implementable")
    assert is_draft(stopped, "")
    assert banner(stopped, "") == ""


@pytest.mark.parametrize("signing", [False, True])
def test_nothing_is_printed_that_the_page_cannot_show(exporter: Exporter, signing: bool) -> None:
    record = a_record(title="A crossing \N{CHILDREN CROSSING}", status="ready")
    with pytest.raises(Problem, match="printed page cannot show these characters") as caught:
        exporter.pages(record, dpi=50, purpose="print", signing=signing).result(60)
    assert "export to Word" in caught.value.hint
    assert exporter.pages(record, dpi=50).result(60).unshowable == ("\N{CHILDREN CROSSING}",)
    assert exporter.word(record, signing=signing).result(60).startswith(b"PK")


@pytest.mark.parametrize("status", ["draft", "withdrawn"])
def test_no_way_in_makes_a_copy_to_sign_of_what_is_not_signed(
    exporter: Exporter, tmp_path: Path, status: str
) -> None:
    record = a_record(status=status)
    out = tmp_path / "a.docx"
    for made in (
        exporter.word_to(record, out, signing=True),
        exporter.pdf_to(record, out, signing=True),
        exporter.pages(record, dpi=50, purpose="print", signing=True),
    ):
        with pytest.raises(Problem, match=r"not signed|nothing to sign"):
            made.result(60)
    with pytest.raises(Problem, match=r"not signed|nothing to sign"):
        Printer(load_kinds()).printed(record, ".docx", signing=True)
    assert not out.exists()
    assert exporter.word(record).result(60).startswith(b"PK")


def test_the_copy_to_sign_and_the_councils_words_are_the_same_from_the_worker_and_from_here(
    exporter: Exporter, tmp_path: Path
) -> None:
    record = a_record(status="decided")
    exporter.house = House(banners=(("decided", "Made, and not yet out."),))
    printer = Printer(load_kinds(), house=exporter.house)
    made = exporter.word_to(record, tmp_path / "a.docx", signing=True).result(60).read_bytes()
    assert made == printer.printed(record, ".docx", signing=True)
    pdf = exporter.pdf_to(record, tmp_path / "a.pdf", signing=True).result(60).read_bytes()
    assert pdf == printer.printed(record, ".pdf", signing=True)
    with zipfile.ZipFile(io.BytesIO(made)) as parts:
        assert "Made, and not yet out." in parts.read("word/document.xml").decode()
        assert shown_code(code_of(record)) in parts.read("word/footer1.xml").decode()
    assert exporter.pages(record, dpi=50, signing=True).result(60).images[0].startswith(b"\x89PNG")
    assert exporter.word(record).result(60) == printer.printed(record, ".docx") != made
