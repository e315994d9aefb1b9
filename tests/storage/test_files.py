"""Files: kept whole, proved, never changed, and damage is named."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from sendapp.domain.filed import FileKind
from sendapp.domain.journal import By, Entry, What
from sendapp.domain.record import DecisionRecord
from sendapp.errors import Damaged, NotFound, Problem
from sendapp.storage import fault_points
from sendapp.storage.backups import Backups
from sendapp.storage.checks import check_file, check_hashes, content
from sendapp.storage.database import open_database
from sendapp.storage.files import Filed, FileStore
from sendapp.storage.journal import JournalStore
from sendapp.storage.records import RecordStore
from sendapp.storage.restore import restore
from tests.factory import a_record
from tests.storage.test_refusals import SmallDisk, small_disk  # noqa: F401

BY = By(user="icoyle", who="Ines Coyle")
SCAN = b"%PDF-1.4 signed on the third of March"


@pytest.fixture
def files(db: Database) -> FileStore:
    ticks = (f"2026-11-27T09:{n // 60 % 60:02}:{n % 60:02}.000000+00:00" for n in range(10_000))
    return FileStore(db, clock=lambda: next(ticks), by=lambda: BY)


@pytest.fixture
def draft(store: RecordStore) -> DecisionRecord:
    record = a_record()
    store.save(record, create=True)
    return record


@pytest.fixture
def decided(store: RecordStore) -> DecisionRecord:
    record = a_record(id="00000000-0000-4000-8000-00000000000d", status="decided")
    store.save(record, create=True)
    return record


@pytest.fixture
def faults() -> Iterator[None]:
    yield
    fault_points.watch(None)


def filed(files: FileStore, record: DecisionRecord, **values: object) -> Filed:
    given: dict[str, object] = {
        "name": "Signed.pdf",
        "kind": FileKind.SIGNED,
        "media_type": "application/pdf",
        "content": SCAN,
        "note": "",
    }
    return files.add(record.id, **(given | values))  # type: ignore[arg-type]


def journal(db: Database, record: DecisionRecord) -> list[Entry]:
    return JournalStore(db).listing(record.id)


def counted(db: Database) -> int:
    return int(db.execute("select count(*) from files").fetchone()[0])


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.one_of(st.binary(max_size=300), st.binary(min_size=1).map(lambda b: b * 4_000)))
def test_what_comes_out_is_what_went_in(
    files: FileStore, draft: DecisionRecord, db: Database, path: Path, content: bytes
) -> None:
    added = filed(files, draft, content=content)
    assert files.content(added.number) == content
    with closing(sqlite3.connect(path)) as other:
        sql = "select content from files where rowid = ?"
        assert other.execute(sql, [added.number]).fetchone()[0] == content
    assert files.remove(added.number) == added


def test_a_file_is_listed_without_its_content_and_the_journal_tells_of_it(
    files: FileStore, draft: DecisionRecord, db: Database
) -> None:
    added = filed(files, draft, note="Page 2 was signed again.")
    assert files.listing(draft.id) == [added]
    assert (added.size, added.who, added.kind) == (len(SCAN), "Ines Coyle", FileKind.SIGNED)
    entry = journal(db, draft)[0]
    assert (entry.what, entry.user, entry.who) == (What.FILED, "icoyle", "Ines Coyle")
    assert entry.words == "Filed as signed scan: Signed.pdf"
    assert entry.details == {
        "number": added.number,
        "name": "Signed.pdf",
        "kind": "signed",
        "hash": added.hash,
        "size": len(SCAN),
    }
    assert (entry.status_before, entry.status_after) == ("draft", "draft")


def test_nothing_is_filed_with_a_record_that_is_not_here(files: FileStore, db: Database) -> None:
    with pytest.raises(NotFound):
        filed(files, a_record())
    assert counted(db) == 0
    assert JournalStore(db).newest() == []


def test_the_same_file_twice_is_told_unless_it_is_something_else_there(
    files: FileStore, draft: DecisionRecord, decided: DecisionRecord, db: Database
) -> None:
    filed(files, draft)
    with pytest.raises(Problem, match="is with this record already"):
        filed(files, draft, name="Scan 2.pdf")
    filed(files, draft, kind=FileKind.OTHER)
    filed(files, decided)
    assert counted(db) == 3


@pytest.mark.parametrize(
    "sql",
    [
        "update files set note = 'another'",
        "update files set content = x'00'",
        "update files set kind = 'other' where true",
        "delete from files",
        "insert or replace into files select * from files",
        "insert into files select * from files where true"
        " on conflict (rowid) do update set note = 'another'",
        "replace into files (rowid, record_id, kind, name, media_type, size, at, hash, row_hash,"
        " content) select rowid, record_id, kind, 'x', media_type, size, at, hash, row_hash,"
        " content from files",
    ],
)
def test_no_statement_of_ours_changes_a_filed_document(
    files: FileStore, db: Database, decided: DecisionRecord, sql: str
) -> None:
    added = filed(files, decided)
    with pytest.raises(sqlite3.IntegrityError, match=r"files (are never|of what was decided)"):
        db.execute(sql)
    assert files.listing(decided.id) == [added]
    assert files.content(added.number) == SCAN


def test_a_file_of_a_draft_is_taken_out_and_the_journal_keeps_its_hash(
    files: FileStore, draft: DecisionRecord, db: Database
) -> None:
    added = filed(files, draft)
    files.remove(added.number)
    assert files.listing(draft.id) == []
    entry = journal(db, draft)[0]
    assert (entry.what, entry.details["hash"]) == (What.FILE_REMOVED, added.hash)
    with pytest.raises(NotFound):
        files.content(added.number)
    with pytest.raises(NotFound):
        files.remove(added.number)
    assert filed(files, draft).number > added.number


def test_a_file_of_a_decided_record_is_only_set_aside_and_put_back(
    files: FileStore, decided: DecisionRecord, db: Database
) -> None:
    added = filed(files, decided)
    with pytest.raises(Problem, match="its files are kept"):
        files.remove(added.number)
    aside = files.set_aside(added.number, "The scan of page 2 is missing.")
    assert aside == replace(added, is_aside=True, why_aside="The scan of page 2 is missing.")
    assert files.listing(decided.id) == [aside] == [files.get(added.number)]
    assert files.content(added.number) == SCAN
    entry = journal(db, decided)[0]
    assert (entry.what, entry.words) == (What.FILE_SET_ASIDE, "Set aside: Signed.pdf")
    assert entry.details["reason"] == "The scan of page 2 is missing."
    assert files.put_back(added.number) == added
    assert files.listing(decided.id) == [added]
    turns = [entry.what for entry in journal(db, decided)][:3]
    assert turns == [What.FILE_PUT_BACK, What.FILE_SET_ASIDE, What.FILED]


@pytest.mark.parametrize(
    "spoil",
    [
        "content = x'255044462d'",
        "content = zeroblob(size)",
        "name = 'Another.pdf'",
        "kind = 'other'",
        "record_id = 'another'",
        "size = size + 1",
        "at = '2001-01-01'",
        "who = 'Somebody else'",
        "note = 'x'",
        "media_type = 'text/plain'",
        "row_hash = hash",
    ],
)
def test_damage_is_named_and_found_by_the_check(
    files: FileStore, db: Database, path: Path, draft: DecisionRecord, spoil: str
) -> None:
    one, two = filed(files, draft), filed(files, draft, content=b"%PDF-2", name="Two.pdf")
    with closing(sqlite3.connect(path)) as other:
        other.execute("drop trigger files_stay")
        other.execute(f"update files set {spoil} where rowid = ?", [one.number])
        other.commit()
    with pytest.raises(Damaged):
        files.content(one.number)
    assert files.content(two.number) == b"%PDF-2"
    with pytest.raises(Damaged):
        check_hashes(db, path, pause=lambda: None)


def test_swapped_contents_are_found(
    files: FileStore, db: Database, path: Path, draft: DecisionRecord
) -> None:
    one, two = filed(files, draft, content=b"%PDF-1"), filed(files, draft, content=b"%PDF-2")
    with closing(sqlite3.connect(path)) as other:
        other.execute("drop trigger files_stay")
        for number, bytes_of in ((one.number, b"%PDF-2"), (two.number, b"%PDF-1")):
            sql = "update files set content = ? where rowid = ?"
            other.execute(sql, [bytes_of, number])
        other.commit()
    with pytest.raises(Damaged):
        check_hashes(db, path, pause=lambda: None)


@pytest.mark.usefixtures("faults")
@pytest.mark.parametrize("point", ["found", "entered in the journal", "put"])
def test_a_fault_while_filing_leaves_neither_file_nor_row(
    files: FileStore, draft: DecisionRecord, db: Database, point: str
) -> None:
    fault_points.watch(lambda at: _stop(at, f"file: {point}"))
    with pytest.raises(RuntimeError, match=point):
        filed(files, draft)
    assert counted(db) == 0
    assert journal(db, draft) == []


@pytest.mark.usefixtures("faults")
def test_a_fault_after_the_commit_leaves_both(
    files: FileStore, draft: DecisionRecord, db: Database
) -> None:
    fault_points.watch(lambda at: _stop(at, "file: committed"))
    with pytest.raises(RuntimeError):
        filed(files, draft)
    (kept,) = files.listing(draft.id)
    assert files.content(kept.number) == SCAN
    assert journal(db, draft)[0].details["hash"] == kept.hash


@pytest.mark.usefixtures("faults")
@pytest.mark.parametrize("point", ["removal entered", "removed"])
def test_a_fault_while_taking_out_leaves_the_file_and_no_row(
    files: FileStore, draft: DecisionRecord, db: Database, point: str
) -> None:
    added = filed(files, draft)
    fault_points.watch(lambda at: _stop(at, f"file: {point}"))
    with pytest.raises(RuntimeError, match=point):
        files.remove(added.number)
    assert files.listing(draft.id) == [added]
    assert [entry.what for entry in journal(db, draft)] == [What.FILED]


def _stop(at: str, where: str) -> None:
    if at == where:
        raise RuntimeError(at)


def test_a_backup_holds_the_files_and_one_is_made_when_only_a_file_was_added(
    files: FileStore, draft: DecisionRecord, db: Database, path: Path, tmp_path: Path
) -> None:
    backups = Backups(tmp_path / "backups", pause=lambda: None)
    assert backups.make_if_changed(path, "start") is not None
    assert backups.make_if_changed(path, "work") is None
    before = content(db)
    added = filed(files, draft)
    assert content(db) != before
    made = backups.make_if_changed(path, "work")
    assert made is not None
    files.set_aside(added.number, "Not this one.")
    assert backups.make_if_changed(path, "work") is not None
    db.close()
    restore(made.path, path, backups)
    again = open_database(path, create=False)
    store = FileStore(again)
    assert store.listing(draft.id) == [added]
    assert store.content(added.number) == SCAN
    again.close()


def test_a_spoilt_file_in_a_backup_is_found_with_pauses_on_the_way(
    files: FileStore, draft: DecisionRecord, db: Database, path: Path, tmp_path: Path
) -> None:
    filed(files, draft, content=bytes(9 << 20))
    made = Backups(tmp_path / "backups", pause=lambda: None).make(path, "work")
    pauses: list[int] = []
    check_file(made.path, lambda: pauses.append(1))
    assert len(pauses) >= 4
    raw = bytearray(made.path.read_bytes())
    at = raw.index(bytes(4_000), len(raw) // 2)
    raw[at + 2_000] = 1
    made.path.write_bytes(raw)
    with pytest.raises(Damaged):
        check_file(made.path, lambda: None)


def test_a_full_disk_is_told_and_nothing_filed_before_is_lost(
    small_disk: SmallDisk,  # noqa: F811
) -> None:
    path = small_disk.folder / "records.db"
    db = open_database(path, create=True)
    record = a_record()
    RecordStore(db).save(record, create=True)
    files = FileStore(db)
    small = filed(files, record, content=b"%PDF-" + bytes(100_000))
    with pytest.raises(small_disk.full):
        filed(files, record, content=b"%PDF-" + bytes(3_000_000))
    assert files.listing(record.id) == [small]
    assert len(journal(db, record)) == 1
    assert len(files.content(small.number)) == 100_005
    filed(files, record, content=b"%PDF-" + bytes(1_000))
    db.close()


def test_files_go_with_their_record_when_it_is_deleted_for_good(
    files: FileStore, store: RecordStore, draft: DecisionRecord, db: Database
) -> None:
    filed(files, draft)
    store.bin(draft.id)
    assert len(files.listing(draft.id)) == 1
    store.empty_bin()
    assert counted(db) == 0
