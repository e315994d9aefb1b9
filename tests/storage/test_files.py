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
from sendapp.domain.journal import What
from sendapp.domain.record import DecisionRecord
from sendapp.errors import NotFound, Problem
from sendapp.storage import fault_points
from sendapp.storage.files import FileStore
from sendapp.storage.journal import JournalStore
from sendapp.storage.records import RecordStore
from tests.factory import a_record
from tests.storage.filed import SCAN, counted, filed, journal
from tests.storage.test_refusals import SmallDisk, small_disk  # noqa: F401


@pytest.fixture
def faults() -> Iterator[None]:
    yield
    fault_points.watch(None)


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
    proof = entry.details.pop("proof")
    assert isinstance(proof, str)
    assert len(proof) > 64
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
    refused = r"files (are never|of what was decided)|not authorized"
    with pytest.raises(sqlite3.DatabaseError, match=refused):
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


def test_files_go_with_their_record_when_it_is_deleted_for_good(
    files: FileStore, store: RecordStore, draft: DecisionRecord, db: Database
) -> None:
    filed(files, draft)
    store.bin(draft.id)
    assert len(files.listing(draft.id)) == 1
    store.empty_bin()
    assert counted(db) == 0


def test_the_files_of_one_record_are_limited_together(db: Database, draft: DecisionRecord) -> None:
    files = FileStore(db, most_in_all=2 * len(SCAN))
    filed(files, draft, content=SCAN)
    filed(files, draft, content=SCAN[:-1] + b"x")
    rows = len(journal(db, draft))
    with pytest.raises(Problem, match="does not fit"):
        filed(files, draft, content=b"%PDF-")
    assert len(files.listing(draft.id)) == 2
    assert len(journal(db, draft)) == rows
