"""Opening: every file that cannot be opened is told apart, and stays as it was."""

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlite_utils import Database

from sendapp.errors import Damaged, InUse, NewerVersion, NotFound, NotOurs, Problem
from sendapp.storage.connection import connect, path_of, settle
from sendapp.storage.database import looking_into, open_database, write
from sendapp.storage.guard import APPLICATION_ID
from sendapp.storage.records import RecordStore
from sendapp.storage.settings import SettingsStore

from .conftest import a_record


def patch(path: Path, place: int, data: bytes) -> None:
    with path.open("r+b") as stream:
        stream.seek(place)
        stream.write(data)


def run_sql(path: Path, *statements: str) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.close()


def cut(path: Path, share: float) -> None:
    os.truncate(path, int(path.stat().st_size * share))


def a_foreign_database(path: Path) -> None:
    path.unlink()
    run_sql(path, "create table contacts (name)")


BAD_FILES: dict[str, tuple[Callable[[Path], object], type[Problem], str]] = {
    "empty": (lambda p: p.write_bytes(b""), Damaged, "is empty"),
    "text": (lambda p: p.write_text("Dear all,"), NotOurs, "not a records file"),
    "sixteen bytes": (lambda p: os.truncate(p, 16), Damaged, "is cut short"),
    "random": (lambda p: p.write_bytes(os.urandom(9000)), NotOurs, "not a records file"),
    "zeroed start": (lambda p: patch(p, 0, bytes(4096)), NotOurs, "beginning is damaged"),
    "foreign": (a_foreign_database, NotOurs, "database of another program"),
    "newer": (lambda p: run_sql(p, "pragma user_version = 999"), NewerVersion, "newer version"),
    "version nought": (lambda p: run_sql(p, "pragma user_version = 0"), Damaged, "is damaged"),
    "newer write version": (lambda p: patch(p, 18, b"\x03"), NewerVersion, "newer software"),
    "newer read version": (lambda p: patch(p, 19, b"\x03"), NewerVersion, "newer software"),
    "newer schema format": (lambda p: patch(p, 47, b"\x05"), NewerVersion, "newer software"),
    "another encoding": (lambda p: patch(p, 56, b"\0\0\0\x02"), Damaged, "is damaged"),
    "page size": (lambda p: patch(p, 16, b"\x01\x01"), Damaged, "is damaged"),
    "cut to a tenth": (lambda p: cut(p, 0.1), Damaged, "is cut short"),
    "cut to a half": (lambda p: cut(p, 0.5), Damaged, "is cut short"),
    "cut by a few bytes": (lambda p: cut(p, 0.999), Damaged, "is cut short"),
    "a page destroyed": (lambda p: patch(p, 4096, os.urandom(4096)), Damaged, "is damaged"),
    "the schema destroyed": (lambda p: patch(p, 100, bytes(400)), Damaged, "is damaged"),
    "a table too many": (lambda p: run_sql(p, "create table mine (x)"), Damaged, "not built as"),
    "an index gone": (
        lambda p: run_sql(p, "drop index records_by_saved"),
        Damaged,
        "not built as",
    ),
    "a letter of the schema": (
        lambda p: p.write_bytes(p.read_bytes().replace(b"nocase", b"nocare")),
        Damaged,
        "not built as",
    ),
    "a log left behind": (
        lambda p: p.with_name("records.db-wal").write_bytes(b"frames"),
        Damaged,
        "left changes beside",
    ),
}


@pytest.mark.parametrize("name", BAD_FILES)
@pytest.mark.parametrize("create", [False, True])
def test_bad_file_is_refused_with_its_sentence_and_untouched(
    filled: Path, name: str, create: bool
) -> None:
    spoil, kind, words = BAD_FILES[name]
    spoil(filled)
    before = filled.read_bytes()
    with pytest.raises(kind, match=words) as caught:
        open_database(filled, create=create)
    assert caught.type is kind
    assert str(filled) in caught.value.sentence
    assert caught.value.hint
    assert filled.read_bytes() == before
    assert not list(filled.parent.glob(".*"))


def test_missing_file_is_not_made_by_accident(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match=r"Cannot find .*records\.db"):
        open_database(tmp_path / "records.db", create=False)
    with pytest.raises(NotFound, match=r"Cannot find .*nowhere\."):
        open_database(tmp_path / "nowhere" / "records.db", create=False)
    assert list(tmp_path.iterdir()) == []


def test_folder_and_nonsense_names_are_refused(tmp_path: Path) -> None:
    with pytest.raises(NotOurs, match="is a folder"):
        open_database(tmp_path, create=False)
    with pytest.raises(NotFound, match="is too long"):
        open_database(tmp_path / ("x" * 300), create=False)
    with pytest.raises(NotOurs, match="is not a file"):
        open_database(Path(os.devnull), create=False)


def test_new_file_appears_whole_with_its_folder_for_its_user_only(path: Path) -> None:
    open_database(path, create=True).close()
    assert [entry.name for entry in path.parent.iterdir()] == ["records.db"]
    assert path.stat().st_mode & 0o077 == 0
    assert path.parent.stat().st_mode & 0o077 == 0
    header = path.read_bytes()[:100]
    assert int.from_bytes(header[68:72]) == APPLICATION_ID


def test_odd_characters_in_the_path_open_that_very_file(tmp_path: Path) -> None:
    path = tmp_path / "50% off? #1 ümlaut & 'x'" / "records;1.db"
    db = open_database(path, create=True)
    SettingsStore(db).put("council", "Wexcombe")
    assert path_of(db) == path
    db.close()
    db = open_database(path, create=False)
    assert SettingsStore(db).get("council") == "Wexcombe"
    db.close()


def test_every_setting_is_in_force(db: Database) -> None:
    names = ("foreign_keys", "journal_mode", "synchronous", "cell_size_check", "secure_delete")
    found = [db.execute(f"pragma {name}").fetchone()[0] for name in names]
    assert found == [1, "delete", 3, 1, 1]
    assert db.execute("pragma recursive_triggers").fetchone()[0] == 1


def test_setting_that_does_not_hold_is_refused(filled: Path) -> None:
    db = connect(filled)
    db.execute("begin")
    with pytest.raises(Problem, match="setting foreign_keys is 0"):
        settle(db, filled)
    db.close()


def test_file_left_in_another_journal_mode_is_brought_back(filled: Path) -> None:
    run_sql(filled, "pragma journal_mode = wal")
    db = open_database(filled, create=False)
    assert db.execute("pragma journal_mode").fetchone() == ("delete",)
    assert len(RecordStore(db).summaries()) == 3
    db.close()


def test_file_in_use_is_said_so_within_two_seconds(filled: Path) -> None:
    other = sqlite3.connect(filled, isolation_level=None)
    other.execute("begin exclusive")
    with pytest.raises(InUse, match="in use by another program"):
        open_database(filled, create=False)
    other.close()
    open_database(filled, create=False).close()


def test_two_connections_take_turns(filled: Path) -> None:
    first, second = (open_database(filled, create=False) for _ in range(2))
    for number in range(20):
        RecordStore((first, second)[number % 2]).save(a_record(title=f"Turn {number}"), create=True)
    for db in (first, second):
        assert RecordStore(db).count() == 23
    second.execute("pragma busy_timeout = 50").fetchall()
    with write(first), pytest.raises(InUse), write(second):
        pytest.fail("two wrote at once")
    first.close()
    second.close()


def test_failed_write_keeps_nothing(db: Database) -> None:
    with pytest.raises(sqlite3.IntegrityError), write(db):
        db.executescript("insert into settings values ('a', '1'), ('a', '2')")
    with pytest.raises(ZeroDivisionError), write(db):
        db.execute(f"insert into settings values ('a', '{1 / len(SettingsStore(db).all())}')")
    assert SettingsStore(db).all() == {}
    assert not db.conn.in_transaction


def test_our_own_mistakes_are_not_dressed_up(db: Database) -> None:
    with pytest.raises(sqlite3.OperationalError, match="no such table"), write(db):
        db.execute("insert into recrods values (1)")
    with pytest.raises(sqlite3.IntegrityError), write(db):
        db.execute("insert into settings values (null, null)")


def test_file_moved_away_while_open_is_noticed_at_the_next_save(
    path: Path, store: RecordStore
) -> None:
    store.save(a_record(), create=True)
    path.rename(path.with_name("elsewhere.db"))
    with pytest.raises(NotFound, match="was moved, replaced or deleted"):
        store.save(a_record(), create=True)


def test_file_replaced_in_place_while_open_is_noticed(path: Path, store: RecordStore) -> None:
    store.save(a_record(), create=True)
    other = path.with_name("other.db")
    run_sql(other, "create table contacts (name)")
    with path.open("r+b") as stream:
        stream.write(other.read_bytes())
        stream.truncate()
    with pytest.raises(Problem):
        store.save(a_record(), create=True)


def test_save_that_was_cut_off_is_put_right_at_opening(filled: Path) -> None:
    """A hot journal beside a half-written file is what a power cut leaves."""
    before = filled.read_bytes()
    writer = sqlite3.connect(filled, isolation_level=None)
    writer.execute("pragma cache_size = 1")
    writer.execute("begin immediate")
    writer.execute("update records set notes = zeroblob(0) || printf('%.*c', 200000, 'x')")
    copy = filled.parent / "crashed"
    copy.mkdir()
    for name in ("records.db", "records.db-journal"):
        (copy / name).write_bytes((filled.parent / name).read_bytes())
    writer.rollback()
    writer.close()
    assert (copy / "records.db").read_bytes() != before
    db = open_database(copy / "records.db", create=False)
    store = RecordStore(db)
    assert all(store.get(one).record.notes == "Ask Finance about VAT" for one in store.ids())
    db.close()


def test_a_file_that_is_only_looked_into_stays_as_it_is_and_cannot_be_written(path: Path) -> None:
    db = open_database(path, create=True)
    SettingsStore(db).put("council", "Marlhaven Borough Council")
    db.close()
    before, beside = path.read_bytes(), sorted(path.parent.iterdir())
    with looking_into(path) as db:
        store = SettingsStore(db)
        assert store.get("council") == "Marlhaven Borough Council"
        with pytest.raises(Problem):
            store.put("council", "Another")
    assert (path.read_bytes(), sorted(path.parent.iterdir())) == (before, beside)


def test_a_missing_file_is_not_made_by_looking_into_it(path: Path) -> None:
    with pytest.raises(NotFound), looking_into(path):
        pytest.fail("there is nothing to look into")
    assert not path.exists()
