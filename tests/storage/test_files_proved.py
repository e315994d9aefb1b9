"""Files: damage is named, backups hold them, and a full disk loses none."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from sendapp.domain.record import DecisionRecord
from sendapp.errors import Damaged
from sendapp.storage.backups import Backups
from sendapp.storage.checks import check_file, check_hashes, content
from sendapp.storage.database import open_database
from sendapp.storage.files import FileStore
from sendapp.storage.records import RecordStore
from sendapp.storage.restore import restore
from tests.factory import a_record
from tests.storage.filed import SCAN, filed, journal
from tests.storage.test_refusals import SmallDisk, small_disk  # noqa: F401


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
