"""Places that cannot be written: rights taken away, and disks with no room."""

import os
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from sendapp.domain.record import DecisionRecord, Item
from sendapp.errors import DiskFull, NotWritable, Problem
from sendapp.storage.backups import Backups
from sendapp.storage.checks import check_file
from sendapp.storage.database import open_database
from sendapp.storage.records import RecordStore

from .conftest import a_record, unguarded

NOBODY = 65534
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="rights and mounts of Unix")


@contextmanager
def without_rights() -> Iterator[None]:
    """Act as a user whom nothing belongs to; somebody who is not root is one already."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that everybody may reach, unlike pytest's own."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o777)
    yield folder
    for place, _, _ in os.walk(folder):
        Path(place).chmod(0o700)
    shutil.rmtree(folder)


def filled(folder: Path) -> Path:
    path = folder / "records.db"
    db = open_database(path, create=True)
    RecordStore(db).save(a_record(), create=True)
    db.close()
    path.chmod(0o666)
    folder.chmod(0o777)
    return path


@pytest.mark.parametrize(
    ("file_mode", "folder_mode", "words"),
    [
        (0o444, 0o777, r"may not write .*records\.db"),
        (0o666, 0o555, r"may not write [^.]*\.$"),
        (0o000, 0o777, r"may not read .*records\.db"),
        (0o666, 0o000, r"may not read .*records\.db"),
    ],
)
def test_opening_without_rights_says_so_and_changes_nothing(
    open_folder: Path, file_mode: int, folder_mode: int, words: str
) -> None:
    path = filled(open_folder)
    before = path.read_bytes()
    path.chmod(file_mode)
    open_folder.chmod(folder_mode)
    with without_rights(), pytest.raises(NotWritable, match=words):
        open_database(path, create=False)
    open_folder.chmod(0o777)
    path.chmod(0o666)
    assert path.read_bytes() == before


def test_new_file_in_a_folder_without_rights(open_folder: Path) -> None:
    open_folder.chmod(0o555)
    with without_rights(), pytest.raises(NotWritable, match="may not write"):
        open_database(open_folder / "records.db", create=True)
    with without_rights(), pytest.raises(NotWritable, match="may not write"):
        open_database(open_folder / "deeper" / "records.db", create=True)
    assert list(open_folder.iterdir()) == []


@pytest.mark.parametrize("rights_of", ["folder", "file"])
def test_rights_taken_away_while_open_are_told_at_the_save(
    open_folder: Path, rights_of: str
) -> None:
    path = filled(open_folder)
    with without_rights():
        db = open_database(path, create=False)
        store = RecordStore(db)
        first = store.summaries()[0]
    if rights_of == "folder":
        open_folder.chmod(0o555)
    else:
        open_folder.chmod(0o555)
        path.chmod(0o444)
    with without_rights():
        with pytest.raises(NotWritable, match="may not write"):
            store.save(a_record(title="Never kept"), create=True)
        assert store.get(first.id).record.title == "Resurfacing of Mill Lane"
    open_folder.chmod(0o777)
    path.chmod(0o666)
    with without_rights():
        store.save(a_record(title="Kept"), create=True)
        assert store.count() == 2
        db.close()


def test_backup_folder_without_rights(open_folder: Path) -> None:
    path = filled(open_folder)
    kept = open_folder / "backups"
    kept.mkdir()
    kept.chmod(0o555)
    with without_rights(), pytest.raises(NotWritable, match="may not write"):
        Backups(kept).make(path, "start")


@dataclass
class SmallDisk:
    """A folder with little room; `full` is what a refused write is told as there."""

    folder: Path
    full: type[Problem]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[SmallDisk]:
    """A disk of two megabytes; where none can be mounted, files of at most two megabytes."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(folder)]
    if (
        os.geteuid() == 0
        and subprocess.run(mount, capture_output=True, check=False).returncode == 0
    ):
        yield SmallDisk(folder, DiskFull)
        subprocess.run(["umount", "-l", str(folder)], check=True)
        return
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2_000_000, limits[1]))
    yield SmallDisk(folder, Problem)
    resource.setrlimit(resource.RLIMIT_FSIZE, limits)


def a_long_record(number: int) -> DecisionRecord:
    text = " ".join(f"word{number}x{n}" for n in range(4_000))
    return a_record(title=f"Number {number}", decisions=(Item(text=f"<p>{text}</p>"),))


def save_until_full(store: RecordStore, full: type[Problem]) -> list[DecisionRecord]:
    kept = []
    for number in range(1_000):
        record = a_long_record(number)
        try:
            store.save(record, create=True)
        except full:
            return kept
        kept.append(record)
    pytest.fail("the disk never filled")


def test_full_disk_is_told_and_loses_nothing_saved(small_disk: SmallDisk) -> None:
    path = small_disk.folder / "records.db"
    db = open_database(path, create=True)
    store = RecordStore(db)
    kept = save_until_full(store, small_disk.full)
    assert len(kept) > 5
    assert all(store.get(record.id).record == record for record in kept)
    assert store.count() == len(kept)
    db.close()
    again = open_database(path, create=False)
    assert [RecordStore(again).get(one.id).record for one in kept] == kept
    again.close()


def test_backup_to_a_full_disk_keeps_the_older_ones(small_disk: SmallDisk, tmp_path: Path) -> None:
    path = tmp_path / "data" / "records.db"
    db = open_database(path, create=True)
    store = RecordStore(db)
    backups = Backups(small_disk.folder / "kept")
    first = backups.make(path, "start").path
    for number in range(40):
        store.save(a_long_record(number), create=True)
    with pytest.raises(small_disk.full):
        backups.make(path, "work")
    db.close()
    assert [entry.name for entry in backups.folder.iterdir()] == [first.name]
    assert check_file(first).records == 0


def test_second_folder_that_is_full_is_reported_beside_the_first_copy(
    small_disk: SmallDisk, tmp_path: Path
) -> None:
    path = tmp_path / "data" / "records.db"
    db = open_database(path, create=True)
    for number in range(40):
        RecordStore(db).save(a_long_record(number), create=True)
    db.close()
    if small_disk.full is Problem:
        pytest.skip("without a small disk of its own, the first copy does not fit either")
    made = Backups(tmp_path / "kept", small_disk.folder).make(path, "start")
    assert check_file(made.path).records == 40
    assert made.second is None
    assert isinstance(made.problem, DiskFull)
    assert list(small_disk.folder.iterdir()) == []


def test_database_at_its_largest_is_told_as_full(path: Path) -> None:
    db = open_database(path, create=True)
    unguarded(db).execute("pragma max_page_count = 200").fetchall()
    store = RecordStore(db)
    kept = save_until_full(store, DiskFull)
    assert store.count() == len(kept) > 2
    assert all(store.get(record.id).record == record for record in kept)
    db.close()
