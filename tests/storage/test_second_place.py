"""The second place for backups: proven copies in a folder of one's own."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from sqlite_utils import Database

from sendapp.errors import NotFound
from sendapp.storage.backups import Backups
from sendapp.storage.checks import check_file
from sendapp.storage.database import open_database
from sendapp.storage.records import RecordStore
from sendapp.storage.second_place import own_folder
from sendapp.storage.settings import SettingsStore

from .conftest import NOON, Clock, a_record


def test_second_folder_gets_a_proven_copy(filled: Path, tmp_path: Path, clock: Clock) -> None:
    second = tmp_path / "stick" / "ours"
    second.parent.mkdir()
    made = Backups(tmp_path / "backups", second, clock=clock).make(filled, "start")
    assert made.second == second / made.path.name
    assert made.problem is None
    assert check_file(made.second) == check_file(filled)


def test_second_folder_that_is_away_is_reported_and_not_made(filled: Path, tmp_path: Path) -> None:
    made = Backups(tmp_path / "backups", tmp_path / "stick" / "ours").make(filled, "start")
    assert check_file(made.path).records == 3
    assert made.second is None
    assert isinstance(made.problem, NotFound)
    assert not (tmp_path / "stick").exists()


def test_a_copy_of_the_same_second_takes_no_other_ones_place(
    filled: Path, tmp_path: Path, clock: Clock
) -> None:
    second = tmp_path / "stick" / "ours"
    second.parent.mkdir()
    copies = [
        Backups(tmp_path / mine, second, clock=clock).make(filled, "start").second
        for mine in ("one", "other")
    ]
    assert len(set(copies)) == len(list(second.iterdir())) == 2


def test_two_officers_who_share_the_second_place_keep_what_is_theirs(
    tmp_path: Path, clock: Clock
) -> None:
    shared = tmp_path / "shared"
    shared.mkdir()
    copies = []
    for day, officer in enumerate(("ann", "ben", "ann", "ben")):
        path = tmp_path / officer / "records.db"
        clock.now = NOON + timedelta(hours=day)
        db = open_database(path, create=True)
        RecordStore(db).save(a_record(title=f"Number {day}"), create=True)
        folder = own_folder(shared, SettingsStore(db))
        db.close()
        made = Backups(tmp_path / officer / "backups", folder, clock=clock).make(path, "start")
        copies.append(made.second)
    clock.now = NOON + timedelta(days=5)
    for officer in ("ann", "ben"):
        path = tmp_path / officer / "records.db"
        db = open_database(path, create=False)
        folder = own_folder(shared, SettingsStore(db))
        db.close()
        Backups(tmp_path / officer / "backups", folder, clock=clock).make(path, "start")
    assert len(list(shared.iterdir())) == 2
    assert [copy is not None and copy.exists() for copy in copies] == [False, False, True, True]


def test_the_folder_in_the_second_place_has_a_lasting_and_harmless_name(
    db: Database, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("getpass.getuser", lambda: "COUNCIL\\zoë o'neil/..")
    monkeypatch.setattr("platform.node", lambda: "DESK:7.local")
    settings = SettingsStore(db)
    folder = own_folder(tmp_path, settings)
    assert folder.parent == tmp_path
    assert re.fullmatch(r"COUNCIL_zoe_o_neil-DESK_7_local-[0-9a-f]{8}", folder.name)
    assert own_folder(tmp_path, settings) == folder
    settings.put("records_id", "no id")
    assert own_folder(tmp_path, settings) != folder
