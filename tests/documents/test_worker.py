"""The worker process: the same bytes, the newest page, and a limit for what never ends."""

import errno
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import CancelledError, Future, wait
from multiprocessing.context import SpawnProcess
from pathlib import Path
from typing import Any

import pytest

from sendapp.documents.jobs import RenderPages, RenderPdf, RenderWord
from sendapp.documents.performing import perform
from sendapp.documents.worker import Worker
from sendapp.errors import NotFound, Problem, TemplateProblem
from tests.documents import crafted
from tests.documents.invented import invented
from tests.documents.shipped import KIND, TEMPLATE_PATH
from tests.factory import a_record

ENDLESS = "".join(f"{{% for a{n} in 'abcdefghijklmnopqrstuvwxyz' %}}" for n in range(9))
ENDLESS += "x" + "{% endfor %}" * 9
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    made = Worker()
    yield made
    made.close()


@pytest.fixture
def endless(tmp_path: Path) -> Path:
    """A template that never ends."""
    path = tmp_path / "endless.docx"
    path.write_bytes(crafted.template(ENDLESS))
    return path


def job(kind: type[Any], record: Any = None, **more: Any) -> Any:
    given = {"record": record or a_record(), "record_type": KIND, "template_path": TEMPLATE_PATH}
    return kind(**(given | more))


def is_alive(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()
    except FileNotFoundError:
        return False
    return state[0] != "Z"


def gone_within(process: int, seconds: float) -> bool:
    until = time.monotonic() + seconds
    while is_alive(process) and time.monotonic() < until:
        time.sleep(0.02)
    return not is_alive(process)


def test_the_same_bytes_in_the_process_and_here(worker: Worker) -> None:
    for kind in (RenderWord, RenderPdf):
        assert worker.submit(job(kind)).result(60) == perform(job(kind))


def test_pages_come_with_pictures_spots_and_sizes(worker: Worker) -> None:
    pages = worker.submit(job(RenderPages, invented(2), first_page=1, images=2)).result(60)
    assert pages.count == 4
    assert sorted(pages.images) == [1, 2]
    assert all(picture.startswith(b"\x89PNG") for picture in pages.images.values())
    assert len(pages.sizes) == 4
    assert any(spot.address == "title" for spot in pages.spots)


def test_a_page_that_is_no_longer_there_gives_the_last_one(worker: Worker) -> None:
    pages = worker.submit(job(RenderPages, first_page=40)).result(60)
    assert list(pages.images) == [pages.count - 1]


def test_problems_cross_intact(worker: Worker, tmp_path: Path) -> None:
    with pytest.raises(NotFound, match=r"Cannot find .*none\.docx"):
        worker.submit(job(RenderWord, template_path=tmp_path / "none.docx")).result(60)
    bad = tmp_path / "bad.docx"
    bad.write_bytes(crafted.template("{{ titel }}"))
    with pytest.raises(TemplateProblem) as caught:
        worker.submit(job(RenderWord, template_path=bad)).result(60)
    assert "titel" in caught.value.sentence
    assert caught.value.where == "word/document.xml: “{{ titel }}”"
    assert caught.value.hint


def test_faults_of_ours_cross_with_their_story(worker: Worker) -> None:
    with pytest.raises(AttributeError) as caught:
        worker.submit(job(RenderWord, record="no record")).result(60)
    assert "print_record" in "".join(caught.value.__notes__)


def test_a_template_that_never_ends_is_stopped_with_a_sentence(endless: Path) -> None:
    worker = Worker(limit_s=1)
    try:
        future = worker.submit(job(RenderWord, template_path=endless))
        with pytest.raises(TemplateProblem, match="was not finished after 1 seconds"):
            future.result(30)
        assert worker.submit(job(RenderWord)).result(30) == perform(job(RenderWord))
    finally:
        worker.close()


def test_a_crash_is_told_and_the_next_job_is_done(endless: Path) -> None:
    worker = Worker()
    try:
        worker.submit(job(RenderWord)).result(60)
        future = worker.submit(job(RenderWord, template_path=endless))
        before = worker.process_id
        assert before
        os.kill(before, 9)
        with pytest.raises(Problem, match="stopped, and has been started again"):
            future.result(30)
        assert worker.submit(job(RenderWord)).result(30)
        assert worker.process_id != before
    finally:
        worker.close()


def test_a_process_that_cannot_start_is_told_and_tried_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(_: object) -> None:
        raise OSError(errno.EAGAIN, "Resource temporarily unavailable")

    monkeypatch.setattr(SpawnProcess, "start", refuse)
    worker = Worker()
    try:
        for _ in range(2):
            with pytest.raises(Problem, match="cannot be started: Resource temporarily"):
                worker.submit(job(RenderWord)).result(30)
        monkeypatch.undo()
        assert worker.submit(job(RenderWord)).result(30)
    finally:
        worker.close()


def test_a_job_that_cannot_cross_fails_alone(worker: Worker) -> None:
    future = worker.submit(job(RenderWord, record=lambda: None))
    with pytest.raises(Exception, match=r"pickle|local object"):
        future.result(30)
    assert worker.submit(job(RenderWord)).result(60)


@pytest.mark.skipif(sys.platform != "linux", reason="address space is bounded on Linux only")
def test_too_much_memory_is_told(tmp_path: Path) -> None:
    big = tmp_path / "big.docx"
    loop = "{% for a in 'abcdefghijklmnopqrstuvwxyz' %}" * 5 + "x" * 100 + "{% endfor %}" * 5
    big.write_bytes(crafted.template(loop))
    worker = Worker(memory_limit=400 << 20)
    try:
        with pytest.raises(Problem, match=r"not enough memory|stopped"):
            worker.submit(job(RenderWord, template_path=big)).result(60)
        assert worker.submit(job(RenderWord)).result(60)
    finally:
        worker.close()


def test_the_process_is_replaced_after_some_renders() -> None:
    worker = Worker(renders=2)
    try:
        seen = set()
        for _ in range(5):
            worker.submit(job(RenderWord)).result(60)
            seen.add(worker.process_id)
        assert len(seen - {None}) >= 2
    finally:
        worker.close()


def test_the_newest_page_request_wins_and_exports_are_not_starved(worker: Worker) -> None:
    order: list[str] = []

    def submitted(name: str, wanted: Any) -> "Future[Any]":
        future = worker.submit(wanted)
        future.add_done_callback(lambda done: None if done.cancelled() else order.append(name))
        return future

    busy = submitted("busy", job(RenderPages, invented(9), purpose="print", images=3))
    while not busy.running() and not busy.done():
        time.sleep(0.001)
    old = submitted("old", job(RenderPages, a_record(title="old")))
    first = submitted("export 1", job(RenderWord))
    second = submitted("export 2", job(RenderWord))
    new = submitted("new", job(RenderPages, a_record(title="new")))
    with pytest.raises(CancelledError):
        old.result(60)
    wait([busy, first, second, new], timeout=60)
    # A page was made last, so an export is due; then the page; then the other export.
    assert order == ["busy", "export 1", "new", "export 2"]


def test_closing_cancels_what_waits_and_ends_the_process(endless: Path) -> None:
    worker = Worker()
    worker.submit(job(RenderWord)).result(60)
    process = worker.process_id
    running = worker.submit(job(RenderWord, template_path=endless))
    waiting = worker.submit(job(RenderWord))
    while not running.running():
        time.sleep(0.001)
    worker.close()
    worker.close()
    assert waiting.cancelled()
    assert isinstance(running.exception(30), Problem)
    assert process
    assert gone_within(process, 30)
    with pytest.raises(RuntimeError, match="closed"):
        worker.submit(job(RenderWord))


PARENT = """
import sys, time
from pathlib import Path
from sendapp.documents.jobs import RenderWord
from sendapp.documents.worker import Worker
from tests.documents.test_worker import job

if __name__ == "__main__":
    worker = Worker()
    worker.submit(job(RenderWord)).result(60)
    worker.submit(job(RenderWord, template_path=Path(sys.argv[1])))
    time.sleep(0.3)
    sys.stdout.write(f"{worker.process_id}\\n")
    sys.stdout.flush()
    time.sleep(60)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_no_orphan_stays_when_the_program_is_killed(tmp_path: Path, endless: Path) -> None:
    program = tmp_path / "parent.py"
    program.write_text(PARENT, encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, str(program), str(endless)],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    ) as parent:
        assert parent.stdout
        child = int(parent.stdout.readline())
        assert is_alive(child)
        parent.kill()
        parent.wait(10)
    assert gone_within(child, 5)


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_the_process_never_loads_qt(worker: Worker) -> None:
    worker.submit(job(RenderPdf)).result(60)
    maps = Path(f"/proc/{worker.process_id}/maps").read_text(encoding="utf-8")
    assert "Qt6" not in maps
    assert "rdocx" in maps


def test_naming_a_job_does_not_load_word_or_pdf() -> None:
    heavy = "{'rdocx', 'docxtpl', 'lxml', 'pikepdf', 'jinja2', 'PySide6'}"
    program = f"import sys, sendapp.documents.worker; assert not {heavy} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=True, timeout=60)
