"""Versions: kept whole, listed without their content, never rewritten, and damage is named."""

import sqlite3
import zlib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from sqlite_utils import Database

from sendapp.domain.record import DecisionRecord
from sendapp.domain.versions import Why
from sendapp.errors import Damaged, NotFound
from sendapp.storage.checks import check_file, content
from sendapp.storage.records import RecordStore
from sendapp.storage.version_rows import content_of
from sendapp.storage.versions import VersionStore
from tests.factory import a_full_record, a_record
from tests.strategies import records


@pytest.fixture
def versions(db: Database) -> VersionStore:
    ticks = (f"2026-11-27T09:{n // 60 % 60:02}:{n % 60:02}.000000+00:00" for n in range(10_000))
    return VersionStore(db, clock=lambda: next(ticks))


@pytest.fixture
def kept(store: RecordStore) -> DecisionRecord:
    record = a_full_record()
    store.save(record, create=True)
    return record


def test_a_version_gives_back_the_record_with_keys_and_dates_as_typed(
    versions: VersionStore, kept: DecisionRecord
) -> None:
    typed = {"notice_published": "end of January"}
    made = versions.keep(kept, typed, why=Why.PRINTED, who="Ines Coyle")
    assert made is not None
    old = versions.get(made.number)
    assert old.record == kept
    assert [row.key for row in old.record.reasons] == [row.key for row in kept.reasons]
    assert old.typed == typed
    assert (old.version.who, old.version.words) == ("Ines Coyle", "Printed")


def test_the_list_is_newest_first_and_of_one_record(
    versions: VersionStore, store: RecordStore, kept: DecisionRecord
) -> None:
    other = a_record(id="0b2b9cf6-7a3d-4b5c-9d69-2f4a6c1b7e10", title="Another")
    store.save(other, create=True)
    versions.keep(kept, why=Why.LEFT)
    versions.keep(other, why=Why.LEFT)
    versions.keep(replace(kept, title="Later"), why=Why.WORK)
    assert [v.words for v in versions.listing(kept.id)] == ["After half an hour of work", "Left"]


def test_an_unchanged_text_is_kept_again_only_where_the_officer_names_it(
    versions: VersionStore, kept: DecisionRecord
) -> None:
    assert versions.keep(kept, why=Why.LEFT)
    assert versions.keep(kept, why=Why.PRINTED) is None
    named = versions.keep(kept, why=Why.CIRCULATED, note="as draft 3, to Legal")
    assert named is not None
    assert named.is_named
    assert named.words == "Circulated as draft 3, to Legal"


def test_nothing_is_kept_of_a_record_that_is_not_here(versions: VersionStore) -> None:
    assert versions.keep(a_record(), why=Why.LEFT) is None


@pytest.mark.parametrize(
    "sql",
    [
        "update versions set note = 'another'",
        "update versions set content = x'00'",
        "delete from versions",
        "insert or replace into versions select * from versions",
        "insert into versions select * from versions where true"
        " on conflict (rowid) do update set note = 'another'",
    ],
)
def test_no_statement_of_ours_changes_or_deletes_a_version(
    versions: VersionStore, db: Database, kept: DecisionRecord, sql: str
) -> None:
    made = versions.keep(kept, why=Why.LEFT)
    assert made is not None
    with pytest.raises(sqlite3.DatabaseError, match=r"versions are never|not authorized"):
        db.execute(sql)
    assert versions.get(made.number).record == kept


def test_versions_go_with_their_record_when_it_is_deleted_for_good(
    versions: VersionStore, store: RecordStore, db: Database, kept: DecisionRecord
) -> None:
    made = versions.keep(kept, why=Why.LEFT)
    assert made is not None
    store.bin(kept.id)
    assert versions.listing(kept.id) == [made]
    store.empty_bin()
    assert db.execute("select count(*) from versions").fetchone()[0] == 0
    with pytest.raises(NotFound):
        versions.get(made.number)


@pytest.mark.parametrize(
    "spoil",
    [
        "content = substr(content, 1, 20)",
        "note = 'as draft 9'",
        "at = '2001-01-01'",
        "who = 'Somebody else'",
    ],
)
def test_damage_is_named_and_touches_no_other_version(
    versions: VersionStore, db: Database, path: Path, kept: DecisionRecord, spoil: str
) -> None:
    first = versions.keep(kept, why=Why.LEFT)
    second = versions.keep(replace(kept, title="Later"), why=Why.LEFT)
    assert first is not None
    assert second is not None
    outside = sqlite3.connect(path)
    outside.executescript(
        f"drop trigger versions_stay;update versions set {spoil} where rowid = {first.number};"
    )
    outside.close()
    with pytest.raises(Damaged, match="version of"):
        versions.get(first.number)
    assert versions.get(second.number).record.title == "Later"


def test_a_damaged_version_fails_the_check_of_a_backup(
    versions: VersionStore, db: Database, path: Path, kept: DecisionRecord
) -> None:
    versions.keep(kept, why=Why.LEFT)
    check_file(path)
    (trigger,) = db.execute("select sql from sqlite_master where name = 'versions_stay'").fetchone()
    outside = sqlite3.connect(path)
    outside.execute("drop trigger versions_stay")
    outside.execute("update versions set content = ?", [zlib.compress(b"{}")])
    outside.execute(trigger)
    outside.commit()
    outside.close()
    with pytest.raises(Damaged):
        check_file(path)


def test_a_new_version_is_a_change_to_be_backed_up(
    versions: VersionStore, db: Database, kept: DecisionRecord
) -> None:
    before = content(db)
    versions.keep(kept, why=Why.LEFT)
    assert content(db) != before


@given(records())
def test_equal_records_have_equal_bytes_whatever_they_hold(record: DecisionRecord) -> None:
    assert content_of(record, {}) == content_of(replace(record), {})
