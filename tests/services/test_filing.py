"""Filing: to the record and out again, with limits told and nothing left lying about."""

import os
import stat
import sys
from collections.abc import Iterator
from concurrent.futures import Future
from pathlib import Path

import pytest

from sendapp.documents.jobs import FirstPage, NotShown, PictureOf
from sendapp.documents.performing import perform
from sendapp.domain.filed import MOST_BYTES, FileKind
from sendapp.errors import NotFound, Problem, TemplateProblem
from sendapp.paths import Paths
from sendapp.services.desk import Desk, Stored
from sendapp.services.filing import Filing
from sendapp.storage.keeper import Keeper
from tests.documents.test_first_page import pdf, picture
from tests.services.conftest import kept, now


class Here:
    """Makes pictures here and now."""

    def __init__(self) -> None:
        self.fault: Exception | None = None

    def submit(self, job: PictureOf) -> "Future[FirstPage]":
        future: Future[FirstPage] = Future()
        try:
            if self.fault:
                raise self.fault
            future.set_result(perform(job))
        except Problem as problem:
            future.set_exception(problem)
        return future


@pytest.fixture
def shows() -> Here:
    return Here()


@pytest.fixture
def filing(keeper: Keeper, paths: Paths, shows: Here) -> Iterator[Filing]:
    made = Filing(keeper, shows, paths.opened)
    yield made
    made.close()


@pytest.fixture
def record(desk: Desk) -> Stored:
    return kept(desk)


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    path = tmp_path / "Signed: 2 März.pdf"
    path.write_bytes(pdf((595, 842)))
    return path


def test_a_file_goes_in_and_comes_out_the_same(
    filing: Filing, record: Stored, scan: Path, tmp_path: Path
) -> None:
    filed = now(filing.file(record.record.id, scan, FileKind.SIGNED, "Page 2\nwas signed again"))
    assert (filed.name, filed.note) == ("Signed- 2 März.pdf", "Page 2 was signed again")
    assert now(filing.listing(record.record.id)) == [filed]
    assert now(filing.content(filed.number)) == scan.read_bytes()
    out = now(filing.save_as(filed.number, tmp_path / "out.pdf"))
    assert out.read_bytes() == scan.read_bytes()


def test_a_copy_to_look_at_is_private_read_only_and_taken_away(
    filing: Filing, record: Stored, scan: Path, paths: Paths
) -> None:
    filed = now(filing.file(record.record.id, scan, FileKind.SIGNED))
    one, two = now(filing.open_copy(filed.number)), now(filing.open_copy(filed.number))
    assert one != two
    assert one.name == filed.name
    assert one.read_bytes() == scan.read_bytes()
    assert stat.S_IMODE(one.stat().st_mode) == 0o400
    assert stat.S_IMODE(one.parent.stat().st_mode) == 0o700
    assert paths.opened in one.parents
    filing.close()
    assert not paths.opened.exists()


def test_copies_left_by_a_crash_are_taken_away_at_the_start(
    keeper: Keeper, paths: Paths, shows: Here
) -> None:
    left = paths.opened / "x" / "exempt.pdf"
    left.parent.mkdir(parents=True)
    left.write_bytes(b"%PDF-")
    left.chmod(0o400)
    made = Filing(keeper, shows, paths.opened)
    made.close()
    assert not left.exists()


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("empty.pdf", b"", "is empty"),
        ("virus.exe", b"MZ", "is a program"),
        ("photo.pdf", b"\x89PNG\r\n\x1a\n", "what is in it is something else"),
    ],
)
def test_what_may_not_be_filed_is_told_and_nothing_is_kept(
    filing: Filing, record: Stored, tmp_path: Path, name: str, content: bytes, words: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(Problem, match=words):
        now(filing.file(record.record.id, path, FileKind.OTHER))
    assert now(filing.listing(record.record.id)) == []


def test_a_file_at_the_limit_is_filed_and_one_beyond_is_not_read(
    filing: Filing, record: Stored, tmp_path: Path
) -> None:
    path = tmp_path / "large.pdf"
    for size in (MOST_BYTES, MOST_BYTES + 1):
        with path.open("wb") as stream:
            stream.write(b"%PDF-")
            stream.truncate(size)
        if size == MOST_BYTES:
            assert now(filing.file(record.record.id, path, FileKind.REPORT)).size == size
    with pytest.raises(Problem, match="at most 50 MB"):
        now(filing.file(record.record.id, path, FileKind.REPORT))


def test_a_folder_or_a_file_that_is_not_there_is_told(
    filing: Filing, record: Stored, tmp_path: Path
) -> None:
    with pytest.raises(Problem, match="is a folder, not a file"):
        now(filing.file(record.record.id, tmp_path, FileKind.OTHER))
    with pytest.raises(NotFound):
        now(filing.file(record.record.id, tmp_path / "none.pdf", FileKind.OTHER))


def test_fifty_files_are_filed_in_turn(filing: Filing, record: Stored, tmp_path: Path) -> None:
    paths = [tmp_path / f"Appendix {number}.pdf" for number in range(50)]
    for number, path in enumerate(paths):
        path.write_bytes(pdf((100 + number, 100)))
    futures = [filing.file(record.record.id, path, FileKind.APPENDIX) for path in paths]
    assert [now(future).name for future in futures] == [path.name for path in paths]
    assert len(now(filing.listing(record.record.id))) == 50


def test_the_first_page_is_shown_or_told(
    filing: Filing, record: Stored, scan: Path, shows: Here
) -> None:
    filed = now(filing.file(record.record.id, scan, FileKind.SIGNED))
    assert now(filing.first_page(filed, 200)).pages == 1
    broken = now(filing.file_bytes(record.record.id, "b.pdf", FileKind.OTHER, b"%PDF-1.4 no"))
    with pytest.raises(NotShown, match="damaged"):
        now(filing.first_page(broken, 200))
    shows.fault = TemplateProblem("The template was stopped.", "Look for loops.")
    with pytest.raises(NotShown, match="took too long"):
        now(filing.first_page(filed, 200))


def test_all_files_of_a_record_are_written_out_apart_by_what_may_be_shown(
    filing: Filing, record: Stored, tmp_path: Path
) -> None:
    number = record.record.id
    one = now(filing.file_bytes(number, "A.pdf", FileKind.REPORT, pdf((1_00, 100))))
    now(filing.file_bytes(number, "a.PDF", FileKind.REPORT, pdf((200, 100))))
    now(filing.file_bytes(number, "A.pdf", FileKind.EXEMPT, pdf((300, 100))))
    aside = now(filing.file_bytes(number, "A.png", FileKind.SIGNED, picture("PNG")))
    assert now(filing.set_aside(aside.number, " Wrong\nrecord ")).why_aside == "Wrong record"
    secret = now(filing.file_bytes(number, "B.pdf", FileKind.EXEMPT, pdf((400, 100))))
    now(filing.set_aside(secret.number, "Wrong record"))
    folder = tmp_path / "out"
    written = now(filing.export_all(number, folder))
    assert [path.relative_to(folder).as_posix() for path in written] == [
        "A.pdf",
        "a (2).PDF",
        "Not for publication/A.pdf",
        "Set aside/A.png",
        "Not for publication/Set aside/B.pdf",
    ]
    assert written[0].read_bytes() == now(filing.content(one.number))
    assert now(filing.put_back(aside.number)).is_aside is False


def test_nothing_that_is_there_is_written_over_when_files_are_saved_out(
    filing: Filing, record: Stored, tmp_path: Path
) -> None:
    number = record.record.id
    now(filing.file_bytes(number, "A.pdf", FileKind.REPORT, pdf((100, 100))))
    now(filing.file_bytes(number, "B.pdf", FileKind.REPORT, pdf((200, 100))))
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "A.pdf").write_bytes(b"an officer's own")
    (folder / "A (2).pdf").mkdir()
    written = now(filing.export_all(number, folder))
    assert [path.name for path in written] == ["A (3).pdf", "B.pdf"]
    assert (folder / "A.pdf").read_bytes() == b"an officer's own"
    # What is there already, word for word, is not written a second time.
    assert now(filing.export_all(number, folder)) == written
    assert len(list(folder.iterdir())) == 4


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files in folders")
def test_what_is_no_file_is_refused_before_it_is_opened(
    filing: Filing, record: Stored, tmp_path: Path, scan: Path
) -> None:
    pipe = tmp_path / "scan.pdf"
    os.mkfifo(pipe)
    for path, words in (
        (pipe, "is a pipe or a device, not a file"),
        (Path("/dev/zero"), "is a pipe or a device, not a file"),
        (tmp_path, "is a folder, not a file"),
        (tmp_path / "none.pdf", "Cannot find"),
    ):
        with pytest.raises(Problem, match=words):
            now(filing.file(record.record.id, path, FileKind.OTHER))
    assert now(filing.file(record.record.id, scan, FileKind.SIGNED)).kind is FileKind.SIGNED


def test_a_record_without_files_writes_nothing(
    filing: Filing, record: Stored, tmp_path: Path
) -> None:
    assert now(filing.export_all(record.record.id, tmp_path / "out")) == []
    assert not (tmp_path / "out").exists()


def test_a_file_of_a_draft_is_removed(filing: Filing, record: Stored, scan: Path) -> None:
    filed = now(filing.file(record.record.id, scan, FileKind.SIGNED))
    assert now(filing.remove(filed.number)) == filed
    assert now(filing.listing(record.record.id)) == []
