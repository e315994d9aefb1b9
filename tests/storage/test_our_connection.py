"""What our own connection refuses: whatever would change what was decided, told or filed."""

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from sqlite_utils import Database

from sendapp.domain.filed import FileKind
from sendapp.domain.journal import By, Deed, What
from sendapp.domain.record import DecisionRecord, Item
from sendapp.domain.sealing import SEALED
from sendapp.domain.versions import Why
from sendapp.storage.database import write
from sendapp.storage.disposal import DisposalStore
from sendapp.storage.file_rows import ABOUT, about_hash, content_hash
from sendapp.storage.files import FileStore
from sendapp.storage.journal import JournalStore, enter
from sendapp.storage.records import RecordStore
from sendapp.storage.states import StateStore
from sendapp.storage.stored import Stored
from tests.storage.conftest import a_record

TABLES = ("records", "journal", "journal_end", "versions", "files", "tallies")


@pytest.fixture
def decided(db: Database, store: RecordStore) -> DecisionRecord:
    """A decided record with a file and a version, beside a draft with a version of its own."""
    record = a_record(reference="WBC/1")
    store.save(record, create=True)
    store.save(a_record(title="A draft"), create=True)
    ready = step(db, record, "ready").record
    kept = step(db, ready, "decided").record
    put_file(db, record.id)
    return kept


def step(db: Database, record: DecisionRecord, status: str) -> Stored:
    deed = Deed(what=What.STEP, words=f"Now {status}")
    after = replace(record, status=status)
    store = StateStore(db, by=lambda: By(user="mokafor", who="Mira Okafor"))
    return store.put(after, {}, deed, seen=record, why=Why.STATE)


def put_file(db: Database, record_id: str, content: bytes = b"%PDF-1.7 signed") -> None:
    values: dict[str, object] = dict.fromkeys(ABOUT, "")
    values |= {"record_id": record_id, "kind": "signed", "name": "signed.pdf"}
    values |= {"size": len(content), "hash": content_hash(content)}
    values |= {"rowid": 1, "row_hash": about_hash(1, values), "content": content}
    places = ", ".join("?" * len(values))
    sql = f"insert into files ({', '.join(values)}) values ({places})"
    db.execute(sql, list(values.values()))


def everything(db: Database) -> dict[str, list[tuple[object, ...]]]:
    """What stands in every table, and the schema."""
    found = {
        table: sorted(db.execute(f"select * from {table}").fetchall(), key=repr) for table in TABLES
    }
    sql = "select type, name, tbl_name, sql from sqlite_master where name not like 'records_words%'"
    found["schema"] = sorted(db.execute(sql).fetchall(), key=repr)
    found["sequence"] = sorted(db.execute("select * from sqlite_sequence").fetchall())
    return found


SEALED_NOW = "where seal <> ''"
NOT_THESE = [
    *(f"update records set {name} = {name} || 'x' {SEALED_NOW}" for name in SEALED),
    *(
        f"update {how} records set title = 'x' {SEALED_NOW}"
        for how in ("or replace", "or ignore", "or fail", "or rollback")
    ),
    f"update records set seal = '' {SEALED_NOW}",
    f"update records set code = '' {SEALED_NOW}",
    f"update records set step = '1' {SEALED_NOW}",
    f"update records set status = 'published' {SEALED_NOW}",
    f"update records set id = 'x' {SEALED_NOW}",
    f"update records set rowid = 99 {SEALED_NOW}",
    "update or replace records set rowid = 1 where rowid = 2",
    "update or replace records set id = (select id from records where rowid = 1) where rowid = 2",
    "update records set status = 'decided' where rowid = 2",
    "update records set seal = 'x', status = 'decided', step = '1' where rowid = 2",
    f"delete from records {SEALED_NOW}",
    "delete from records",
    f"insert or replace into records select * from records {SEALED_NOW}",
    f"replace into records (id, created, saved, hash, row_hash) select id, '', '', '', ''"
    f" from records {SEALED_NOW}",
    "replace into records (rowid, id, created, saved, hash, row_hash) values (1,'x','','','','')",
    f"insert into records select * from records {SEALED_NOW} and true"
    " on conflict (id) do update set title = 'x'",
    "insert into records (id, created, saved, hash, row_hash, status, seal, step)"
    " values ('x', '', '', '', '', 'decided', 'x', '1')",
    "with one as (select 1) update records set title = 'x' where rowid in one",
    "update records as r set title = j.words from journal as j where r.step = j.rowid",
    *(f"update journal set {name} = ''" for name in ("words", "at", "previous", "row_hash")),
    "update journal set rowid = rowid + 10",
    "update or replace journal set rowid = 1 where rowid = 2",
    "delete from journal",
    "delete from journal where rowid = (select max(rowid) from journal)",
    "insert or replace into journal select * from journal",
    "replace into journal (rowid, at, what, words, previous, row_hash)"
    " select 1, '', 'step', '', row_hash, '' from journal_end",
    "insert into journal select * from journal where true on conflict do update set words = 'x'",
    "insert into journal (rowid, at, what, words, previous, row_hash) values (9,'','','','','')",
    "update journal_end set number = 0",
    "update journal_end set row_hash = ''",
    "delete from journal_end",
    "insert or replace into journal_end values (1, 0, '')",
    "update tallies set counted = 0",
    "delete from tallies",
    "insert into tallies values ('x', 'versions', 1, 1)",
    "update versions set note = 'x'",
    "update versions set content = x''",
    "delete from versions",
    "insert or replace into versions select * from versions",
    "update files set name = 'x'",
    "update files set content = x''",
    "update or replace files set rowid = 9",
    "delete from files",
    "insert or replace into files select * from files",
    "insert into files select * from files where true on conflict do update set name = 'x'",
    *(f"drop trigger {name}" for name in ("journal_stays", "decided_records_stay", "files_stay")),
    *(f"drop table {name}" for name in TABLES),
    "drop index records_by_code",
    *(f"alter table {name} rename to other" for name in TABLES),
    "alter table records rename column title to other",
    "alter table records drop column notes",
    "alter table records add column other text",
    "create table other (x)",
    "create table other as select * from records",
    "create index other on records (notes)",
    "create unique index other on journal (record_id)",
    "create view other as select 1",
    "create trigger other after insert on settings begin delete from journal; end",
    "create temp table journal (x)",
    "create temp table records as select * from main.records",
    "create temp view records as select * from main.records",
    "create temp trigger other after insert on settings begin select 1; end",
    "create virtual table other using fts5 (x)",
    "attach database ':memory:' as other",
    "attach database '' as records",
    "detach database main",
    "vacuum",
    "vacuum into 'other.db'",
    "reindex",
    "analyze",
    "pragma writable_schema = on",
    "pragma main.writable_schema = 1",
    "pragma writable_schema(reset)",
    "pragma recursive_triggers = off",
    "pragma ignore_check_constraints = on",
    "pragma foreign_keys = off",
    "pragma journal_mode = off",
    "pragma journal_mode = wal",
    "pragma synchronous = off",
    "pragma user_version = 3",
    "pragma application_id = 0",
    "pragma schema_version = 1",
    "pragma locking_mode = exclusive",
    "pragma trusted_schema = off",
    "pragma legacy_alter_table = on",
    "update sqlite_master set sql = '' where name = 'journal_stays'",
    "delete from sqlite_master where name = 'journal_stays'",
    "insert into sqlite_master values ('trigger', 'x', 'journal', 0, '')",
    "update sqlite_sequence set seq = 0",
    "delete from sqlite_sequence",
]


@pytest.mark.parametrize("sql", NOT_THESE)
def test_what_was_decided_told_or_filed_does_not_change(
    db: Database, decided: DecisionRecord, sql: str
) -> None:
    before = everything(db)
    for pragma in ("recursive_triggers", "writable_schema"):
        assert db.execute(f"pragma {pragma}").fetchone() == (int(pragma == "recursive_triggers"),)
    with pytest.raises(sqlite3.DatabaseError):
        db.execute(sql).fetchall()
    db.conn.rollback()
    assert everything(db) == before
    names = {row[1] for row in db.execute("pragma database_list").fetchall()}
    assert names <= {"main", "temp"}
    assert db.execute("pragma journal_mode").fetchone() == ("delete",)
    assert RecordStore(db).get(decided.id).record == decided


def test_nothing_said_before_is_left_when_it_is_not_seen_by_a_trigger(
    db: Database, decided: DecisionRecord
) -> None:
    """Triggers hold by themselves, too: those that keep a row need not be asked about a pragma."""
    db.conn.set_authorizer(None)
    db.execute("pragma recursive_triggers = off")
    before = everything(db)
    for table in ("records", "journal", "versions", "files"):
        with pytest.raises(sqlite3.IntegrityError):
            db.execute(f"replace into {table} select * from {table}")
        db.conn.rollback()
    assert everything(db) == before


def test_the_search_index_can_still_be_made_anew(
    db: Database, store: RecordStore, decided: DecisionRecord
) -> None:
    store.rebuild_search()
    assert [found.id for found in store.summaries(words="resurface")]
    assert store.get(decided.id).record == decided


def test_a_statement_that_moves_a_decided_record_leaves_its_row_in_the_journal(
    db: Database, store: RecordStore, decided: DecisionRecord
) -> None:
    """Two statements can move one, and then it is told: the guide says so."""
    seal, step_before = db.execute(f"select seal, step from records {SEALED_NOW}").fetchone()
    number, end = db.execute("select number, row_hash from journal_end").fetchone()
    assert str(number) == step_before
    db.execute(
        "insert into journal (rowid, record_id, at, what, words, status_before, status_after,"
        " seal_before, seal_after, previous, row_hash)"
        " values (?, ?, '', 'step', '', 'decided', 'published', ?, ?, ?, 'made up')",
        [number + 1, decided.id, seal, seal, end],
    )
    sql = f"update records set status = 'published', step = ? {SEALED_NOW}"
    db.execute(sql, [str(number + 1)])
    told = db.execute("select words, row_hash from journal where rowid = ?", [number + 1])
    assert told.fetchone() == ("", "made up")
    assert db.execute("select number from journal_end").fetchone() == (number + 1,)


def test_only_papers_that_were_filed_before_their_disposal_can_be_deleted(
    db: Database, files: FileStore, decided: DecisionRecord
) -> None:
    old = files.add(decided.id, "old.pdf", FileKind.PAPER, "application/pdf", b"%PDF-1.7 old")
    assert DisposalStore(db).papers([papers_gone(decided)]) == 1
    assert [filed.number for filed in files.listing(decided.id)] != [old.number]
    new = files.add(decided.id, "new.pdf", FileKind.PAPER, "application/pdf", b"%PDF-1.7 new")
    with pytest.raises(sqlite3.IntegrityError, match="files of what was decided are kept"):
        db.execute("delete from files where rowid = ?", [new.number])
    db.conn.rollback()
    assert DisposalStore(db).papers([papers_gone(decided)]) == 1
    assert [filed.kind for filed in files.listing(decided.id)] == [FileKind.SIGNED]


def test_a_record_goes_only_with_the_newest_row_about_it(
    db: Database, decided: DecisionRecord
) -> None:
    (seal,) = db.execute(f"select seal from records {SEALED_NOW}").fetchone()
    disposed = Deed(what=What.DISPOSED, words="Disposed of", record_id=decided.id)
    with write(db):
        enter(db, disposed, By(), "", status=("decided", ""), seal=(seal, ""))
    JournalStore(db).add(Deed(what=What.PDF, words="Exported", record_id=decided.id), By())
    with pytest.raises(sqlite3.IntegrityError, match="goes only with a row in the journal"):
        db.execute(f"delete from records {SEALED_NOW}")
    db.conn.rollback()
    assert DisposalStore(db).records([decided.id]) == 1


def papers_gone(record: DecisionRecord) -> Deed:
    return Deed(what=What.PAPERS_DISPOSED, words="Papers gone", record_id=record.id)


def test_no_code_of_ours_writes_past_the_statements() -> None:
    """Bytes written into a column are seen by no trigger: only a new document is put so."""
    root = Path(__file__).parents[2] / "sendapp"
    texts = {path.name: path.read_text(encoding="utf-8") for path in root.rglob("*.py")}
    named = ("deserialize", "load_extension(", "set_authorizer(None")
    assert not [name for name, text in texts.items() if any(word in text for word in named)]
    opened = {name: text.count("blobopen(") for name, text in texts.items() if "blobopen(" in text}
    assert opened == {"file_rows.py": 2}
    assert texts["file_rows.py"].count("readonly=True") == 1


CHANGES: dict[str, Callable[[DecisionRecord], DecisionRecord]] = {
    "title": lambda record: replace(record, title="Another"),
    "decisions": lambda record: replace(record, decisions=(Item(text="<p>Nothing.</p>"),)),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_step_keeps_what_was_decided(
    db: Database, store: RecordStore, decided: DecisionRecord, name: str
) -> None:
    from sendapp.errors import Problem

    other = replace(CHANGES[name](decided), status="published")
    deed = Deed(what=What.STEP, words="Now published")
    with pytest.raises(Problem, match="has been made"):
        StateStore(db).put(other, {}, deed, seen=decided, why=Why.STATE)
    with pytest.raises(Problem, match="has been made"):
        store.save(CHANGES[name](decided))
    assert store.get(decided.id).record == decided
