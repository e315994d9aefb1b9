"""Migrations: from every released schema to today's, with a backup first."""

import sqlite3
from pathlib import Path

import pytest

from sendapp.errors import Damaged, DiskFull
from sendapp.storage import steps
from sendapp.storage.backups import Backups
from sendapp.storage.checks import check_file
from sendapp.storage.database import open_database
from sendapp.storage.migrations import (
    check_schema,
    expected_schema,
    fingerprint,
    schema_of,
    version_of,
)
from sendapp.storage.records import RecordStore
from tests.storage.conftest import unguarded

RELEASED = Path(__file__).with_name("released")
SCRIPTS = sorted(RELEASED.glob("*.sql"), key=lambda script: int(script.stem))
A_FIELD = "alter table records add column ward_member text not null default ''"


@pytest.fixture(params=SCRIPTS, ids=lambda script: script.stem)
def released(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / "records.db"
    connection = sqlite3.connect(path)
    connection.executescript(request.param.read_text(encoding="utf-8"))
    connection.close()
    return path


def a_step_more(monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    monkeypatch.setattr(steps, "STEPS", (*steps.STEPS, step))


def test_a_database_of_every_released_schema_is_kept() -> None:
    """The newest step may still be waiting for its release."""
    numbers = [int(script.stem) for script in SCRIPTS]
    assert numbers == list(range(1, len(numbers) + 1))
    assert steps.newest() - 1 <= len(numbers) <= steps.newest()


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.stem)
def test_released_steps_are_never_edited(script: Path) -> None:
    connection = sqlite3.connect(":memory:")
    connection.executescript(script.read_text(encoding="utf-8"))
    found = schema_of(connection)  # type: ignore[arg-type]
    connection.close()
    assert found == expected_schema(steps.STEPS[: int(script.stem)])


def test_released_database_opens_as_a_new_one_with_every_record(released: Path) -> None:
    db = open_database(released, create=False)
    store = RecordStore(db)
    assert version_of(db) == steps.newest()
    assert schema_of(db) == expected_schema(steps.STEPS)
    first = store.get("00000000-0000-4000-8000-000000000001")
    assert first.record.title == "Resurfacing of Tanner's Quay"
    assert first.record.unknown == '{"later":1}'
    assert first.record.reasons[1].key == "reasons-1"
    assert first.typed == {"notice_published": "end of January"}
    assert store.get("00000000-0000-4000-8000-000000000002").in_bin
    assert [one.id for one in store.summaries(words="tanner")] == [first.record.id]
    db.close()


def test_one_step_adds_a_field_and_every_hash_stays_true(
    released: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_step_more(monkeypatch, A_FIELD)
    db = open_database(released, create=False)
    assert version_of(db) == steps.newest()
    assert schema_of(db) == expected_schema(steps.STEPS)
    assert RecordStore(db).get("00000000-0000-4000-8000-000000000001").record.title
    db.close()
    assert check_file(released).records == 2


def test_backup_is_made_before_the_first_step(
    released: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = check_file(released)
    a_step_more(monkeypatch, A_FIELD)
    backups = Backups(tmp_path / "kept")
    open_database(released, create=False, backups=backups).close()
    (backup,) = backups.listing()
    assert backup.reason == "before-update"
    assert backups.check(backup.path) == before
    open_database(released, create=False, backups=backups).close()
    assert len(backups.listing()) == 1


def test_without_a_backup_nothing_is_migrated(
    released: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_step_more(monkeypatch, A_FIELD)
    before = released.read_bytes()

    class NoRoom(Backups):
        def make(self, source: Path, reason: str) -> None:  # type: ignore[override]
            raise DiskFull("There is no room left.")

    with pytest.raises(DiskFull):
        open_database(released, create=False, backups=NoRoom(tmp_path / "kept"))
    assert released.read_bytes() == before


def test_damaged_record_stops_a_migration(released: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    connection = sqlite3.connect(released)
    connection.execute("update records set title = 'Something else'")
    connection.commit()
    connection.close()
    before = released.read_bytes()
    a_step_more(monkeypatch, A_FIELD)
    with pytest.raises(Damaged):
        open_database(released, create=False)
    assert released.read_bytes() == before


def test_step_that_fails_half_way_leaves_everything_as_it_was(
    released: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The steps before it are done, each by itself.
    open_database(released, create=False).close()
    before = released.read_bytes()
    a_step_more(monkeypatch, A_FIELD + "; alter table records add column title text")
    with pytest.raises(Damaged, match="not built as"):
        open_database(released, create=False)
    assert released.read_bytes() == before


def test_version_turned_back_by_damage_is_refused(
    released: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_step_more(monkeypatch, A_FIELD)
    open_database(released, create=False).close()
    connection = sqlite3.connect(released)
    connection.execute(f"pragma user_version = {steps.newest() - 1}")
    connection.close()
    with pytest.raises(Damaged, match="not built as"):
        open_database(released, create=False)


def test_schema_that_differs_in_a_letter_is_refused(released: Path) -> None:
    db = open_database(released, create=False)
    unguarded(db).execute("drop index records_in_bin")
    with pytest.raises(Damaged):
        check_schema(db, released)
    db.close()


def test_the_fingerprint_is_that_of_the_schema_after_all_steps() -> None:
    made = fingerprint(expected_schema(steps.STEPS))
    assert made == steps.FINGERPRINT, f'put FINGERPRINT = "{made}" into sendapp/storage/steps.py'


def test_a_sound_file_is_opened_without_taking_the_steps_anew(
    released: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_database(released, create=False).close()
    monkeypatch.setattr("sendapp.storage.migrations.expected_schema", _never)
    open_database(released, create=False).close()


def test_with_another_fingerprint_the_steps_decide(
    released: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sendapp.storage.steps.FINGERPRINT", "another")
    open_database(released, create=False).close()


def _never(_: object) -> None:
    pytest.fail("the steps were taken in memory")
