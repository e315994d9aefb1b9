"""Backups: proven, thinned, never at the cost of a good copy; and bringing one back."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from sendapp.domain.journal import By, Deed, What
from sendapp.errors import Damaged, InUse, NotOurs, Problem
from sendapp.storage import restore as restoring
from sendapp.storage.backups import Backups
from sendapp.storage.checks import FINGERPRINTED, check_file
from sendapp.storage.database import open_database
from sendapp.storage.examining.examination import examine
from sendapp.storage.journal import JournalStore
from sendapp.storage.records import RecordStore
from sendapp.storage.restore import restore
from sendapp.storage.settings import SettingsStore

from .conftest import NOON, Clock, a_record


@pytest.fixture
def backups(tmp_path: Path, clock: Clock) -> Backups:
    return Backups(tmp_path / "backups", clock=clock, pause=lambda: None)


def change(path: Path, title: str = "One more") -> None:
    db = open_database(path, create=False)
    RecordStore(db).save(a_record(title=title), create=True)
    db.close()


def titles(path: Path) -> list[str]:
    db = open_database(path, create=False)
    found = sorted(one.title for one in RecordStore(db).summaries())
    db.close()
    return found


def flip_a_word(path: Path) -> None:
    """Change text in a way that SQLite's own checks do not see."""
    data = path.read_bytes()
    assert data.count(b"Mill Lane") > 3
    path.write_bytes(data.replace(b"Mill Lane", b"Mild Lane"))


def test_backup_holds_everything_under_a_telling_name(filled: Path, backups: Backups) -> None:
    made = backups.make(filled, "start")
    assert made.path.name == "records-2026-11-23-120000-start.db"
    assert check_file(made.path) == check_file(filled)
    (listed,) = backups.listing()
    assert (listed.path, listed.at, listed.reason) == (made.path, NOON, "start")
    assert listed.size == made.path.stat().st_size
    assert made.path.stat().st_mode & 0o077 == 0
    assert [entry.name for entry in backups.folder.iterdir()] == [made.path.name]


def test_two_backups_of_one_second_are_both_kept(filled: Path, backups: Backups) -> None:
    first, second = (backups.make(filled, "start").path for _ in range(2))
    assert first != second
    assert len(backups.listing()) == 2


def test_backup_is_skipped_where_nothing_changed(filled: Path, backups: Backups) -> None:
    assert backups.make_if_changed(filled, "start")
    assert backups.make_if_changed(filled, "work") is None
    change(filled)
    assert backups.make_if_changed(filled, "work")
    db = open_database(filled, create=False)
    SettingsStore(db).put("council", "Wexcombe")
    db.close()
    assert backups.make_if_changed(filled, "work")
    assert backups.make_if_changed(filled, "work") is None


def test_damaged_newest_backup_is_made_again(filled: Path, backups: Backups) -> None:
    flip_a_word(backups.make(filled, "start").path)
    assert backups.make_if_changed(filled, "work")


def test_every_table_of_people_s_work_counts_as_a_change(filled: Path) -> None:
    connection = sqlite3.connect(filled)
    tables = connection.execute("select name from sqlite_master where type = 'table'").fetchall()
    connection.close()
    ours = {name for (name,) in tables if not name.startswith(("records_words", "sqlite_"))}
    assert ours == set(FINGERPRINTED)


def test_backup_while_the_file_is_open_and_written(
    path: Path, store: RecordStore, backups: Backups
) -> None:
    for number in range(5):
        store.save(a_record(title=f"Number {number}"), create=True)
        assert check_file(backups.make(path, "work").path).records == number + 1


@pytest.mark.parametrize(
    "spoil",
    [
        flip_a_word,
        lambda path: os.truncate(path, path.stat().st_size // 2),
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(b"not a database at all" * 400),
        lambda path: path.write_bytes(path.read_bytes()[:8192] + os.urandom(60_000)),
    ],
)
def test_damaged_source_is_never_backed_up_and_rotates_nothing_out(
    filled: Path, backups: Backups, clock: Clock, spoil: Callable[[Path], object]
) -> None:
    for day in range(60):
        clock.now = NOON + timedelta(days=day)
        change(filled, f"Day {day}")
        backups.make(filled, "start")
    good = [backup.path for backup in backups.listing()]
    spoil(filled)
    for day in range(60, 460, 20):
        clock.now = NOON + timedelta(days=day)
        with pytest.raises(Problem):
            backups.make_if_changed(filled, "start")
    assert [backup.path for backup in backups.listing()] == good
    assert [path for path in good if check_file(path).records < 3] == []
    assert {entry.name for entry in backups.folder.iterdir()} == {path.name for path in good}


def test_thinning_keeps_the_newest_sound_one_of_a_day(
    filled: Path, backups: Backups, clock: Clock
) -> None:
    made = []
    for hour in range(4):
        clock.now = NOON + timedelta(hours=hour)
        change(filled, f"Hour {hour}")
        made.append(backups.make(filled, "work").path)
    flip_a_word(made[3])
    made[2].write_bytes(b"")
    clock.now = NOON + timedelta(days=5)
    assert sorted(backups.thin()) == sorted([made[0], made[2], made[3]])
    assert [backup.path for backup in backups.listing()] == [made[1]]


def test_thinning_deletes_nothing_where_nothing_is_sound(
    filled: Path, backups: Backups, clock: Clock
) -> None:
    for hour in range(3):
        clock.now = NOON + timedelta(hours=hour)
        flip_a_word(backups.make(filled, "work").path)
    clock.now = NOON + timedelta(days=900)
    assert backups.thin() == []
    assert len(backups.listing()) == 3


def test_other_files_in_the_folder_are_left_alone(
    filled: Path, backups: Backups, clock: Clock
) -> None:
    backups.make(filled, "start")
    others = [
        "records.db",
        "notes.txt",
        "records-2026-13-45-120000-start.db",
        "damaged-1-records.db",
    ]
    for name in others:
        (backups.folder / name).write_text("mine")
    clock.now = NOON + timedelta(days=4000)
    backups.make(filled, "start")
    assert all((backups.folder / name).exists() for name in others)


def test_restore_brings_back_the_backup_and_keeps_what_was_there(
    filled: Path, backups: Backups
) -> None:
    old = backups.make(filled, "start").path
    before = titles(filled)
    change(filled, "Too much")
    kept = restore(old, filled, backups)
    assert titles(filled) == before
    assert kept is not None
    assert "before-restore" in kept.name
    assert "Too much" in titles(kept)
    assert old.exists()


def test_restore_over_a_damaged_file_keeps_its_bytes(filled: Path, backups: Backups) -> None:
    old = backups.make(filled, "start").path
    before = titles(filled)
    os.truncate(filled, 5000)
    filled.with_name("records.db-journal").write_bytes(b"a stale journal")
    damaged = filled.read_bytes()
    kept = restore(old, filled, backups)
    assert titles(filled) == before
    assert kept is not None
    assert kept.read_bytes() == damaged
    assert kept.with_name(kept.name + "-journal").read_bytes() == b"a stale journal"


def test_restore_where_nothing_stands(filled: Path, backups: Backups, tmp_path: Path) -> None:
    old = backups.make(filled, "start").path
    target = tmp_path / "new" / "records.db"
    assert restore(old, target, backups) is None
    assert titles(target) == titles(filled)


def test_unsound_backup_is_not_restored(filled: Path, backups: Backups, tmp_path: Path) -> None:
    bad = backups.make(filled, "start").path
    flip_a_word(bad)
    before = filled.read_bytes()
    with pytest.raises(Damaged):
        restore(bad, filled, backups)
    (tmp_path / "letter.db").write_text("Dear all")
    with pytest.raises(NotOurs):
        restore(tmp_path / "letter.db", filled, backups)
    assert filled.read_bytes() == before


def test_restore_over_a_file_in_use_is_refused(filled: Path, backups: Backups) -> None:
    old = backups.make(filled, "start").path
    other = sqlite3.connect(filled, isolation_level=None)
    other.execute("begin immediate")
    with pytest.raises(InUse):
        restore(old, filled, backups)
    other.close()


def test_restore_tells_in_the_journal_which_backup_it_was_and_what_went(
    filled: Path, backups: Backups
) -> None:
    journal = Deed(what=What.LISTED, words="Draft Decision List made")
    with closing(open_database(filled, create=False)) as db:
        JournalStore(db).add(journal, By(user="mokafor"))
    old = backups.make(filled, "start").path
    with closing(open_database(filled, create=False)) as db:
        for _ in range(3):
            JournalStore(db).add(journal, By(user="mokafor"))
    kept = restore(old, filled, backups)
    assert kept is not None
    with closing(open_database(filled, create=False)) as db:
        newest, before = JournalStore(db).newest()
    assert (newest.number, newest.what) == (2, What.BACKUP)
    assert newest.details == {
        "backup": old.name,
        "kept": kept.name,
        "lost_from": 2,
        "lost_to": 4,
    }
    assert newest.words.endswith("with it went rows 2 to 4 of its journal")
    assert before.words == "Draft Decision List made"
    assert not examine(filled).faults


def test_a_restore_that_is_cut_short_leaves_the_file_as_it_was(
    filled: Path, backups: Backups, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = backups.make(filled, "start").path
    before = filled.read_bytes()

    def cut(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(restoring, "_tell", cut)
    with pytest.raises(KeyboardInterrupt):
        restore(old, filled, backups)
    assert filled.read_bytes() == before
    assert not list(filled.parent.glob("*.part"))
