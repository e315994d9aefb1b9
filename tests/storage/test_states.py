"""A record's steps in the database: record, seal, journal and version at once, or nothing."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from sqlite_utils import Database

from sendapp.domain.journal import By, Deed, What
from sendapp.domain.record import Correction, DecisionRecord
from sendapp.domain.sealing import code_of, seal_of
from sendapp.domain.versions import Why
from sendapp.errors import Changed, NotFound, Problem
from sendapp.storage import fault_points
from sendapp.storage.journal import CHAINED, JournalStore, journal_hash
from sendapp.storage.records import RecordStore
from sendapp.storage.states import StateStore
from sendapp.storage.stored import Stored
from sendapp.storage.versions import VersionStore
from tests.factory import a_record, items

BY = By(user="mokafor", who="Mira Okafor")


@pytest.fixture
def store(db: Database) -> RecordStore:
    return RecordStore(db, by=lambda: BY)


@pytest.fixture
def states(db: Database) -> StateStore:
    return StateStore(db, by=lambda: BY)


@pytest.fixture
def ready(store: RecordStore) -> DecisionRecord:
    record = a_record(status="ready")
    store.save(record, create=True)
    return record


def step(
    states: StateStore, record: DecisionRecord, status: str, what: What = What.STEP
) -> DecisionRecord:
    after = replace(record, status=status)
    deed = Deed(what=what, words=f"To {status}")
    states.put(after, {}, deed, seen=record, why=Why.STATE)
    return after


def test_a_step_keeps_record_journal_seal_and_version(
    db: Database, store: RecordStore, states: StateStore, ready: DecisionRecord
) -> None:
    decided = step(states, ready, "decided")
    stored = store.get(ready.id)
    assert (stored.record, stored.sealed) == (decided, True)
    (entry,) = JournalStore(db).listing(ready.id)
    assert (entry.status_before, entry.status_after) == ("ready", "decided")
    assert (entry.seal_before, entry.seal_after) == ("", seal_of(decided))
    assert (entry.user, entry.who, entry.words) == ("mokafor", "Mira Okafor", "To decided")
    versions = VersionStore(db)
    (version,) = versions.listing(ready.id)
    assert versions.get(version.number).record == decided
    sql = "select seal, code, cast(step as integer) from records"
    assert db.execute(sql).fetchone() == (seal_of(decided), code_of(decided), entry.number)


def test_a_record_that_stands_elsewhere_takes_no_step(
    states: StateStore, ready: DecisionRecord
) -> None:
    decided = step(states, ready, "decided")
    with pytest.raises(Changed):
        step(states, ready, "withdrawn")
    assert step(states, decided, "published").status == "published"


def test_a_record_that_is_gone_takes_no_step(states: StateStore) -> None:
    with pytest.raises(NotFound):
        step(states, a_record(status="ready"), "decided")


def test_what_was_decided_changes_neither_by_a_save_nor_by_a_step(
    store: RecordStore, states: StateStore, ready: DecisionRecord
) -> None:
    decided = step(states, ready, "decided")
    other = replace(decided, reasons=items("<p>Another reason.</p>"))
    with pytest.raises(Problem, match="its words do not change"):
        store.save(other)
    with pytest.raises(Changed, match="not what is shown here"):
        step(states, other, "published")
    deed = Deed(what=What.STEP, words="To published")
    with pytest.raises(Problem, match="its words do not change"):
        states.put(other, {}, deed, seen=decided, why=Why.STATE)
    store.save(replace(decided, notes="Ring them."))
    assert store.get(ready.id).record.notes == "Ring them."


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("date_of_decision", "2026-03-01"),
        ("draft_list_published", "2026-03-09"),
        ("call_in_ends", "2026-03-19"),
        ("in_force_on", "2026-03-19"),
        ("call_in_reason", "Because."),
        ("called_in_by", "Nobody"),
        ("withdrawn_on", "2026-03-09"),
        ("withdrawn_reason", "By the back door."),
        ("corrections", (Correction(place="Title", reason="By the back door."),)),
    ],
)
def test_a_save_sets_nothing_that_steps_set(
    store: RecordStore, states: StateStore, ready: DecisionRecord, name: str, value: Any
) -> None:
    decided = replace(step(states, ready, "decided"), status="published")
    dates = {"call_in_ends": "2026-03-12", "in_force_on": "2026-03-12"}
    published = replace(decided, draft_list_published="2026-03-08", **dates)
    deed = Deed(what=What.STEP, words="Published")
    states.put(published, {}, deed, seen=replace(decided, status="decided"), why=Why.STATE)
    with pytest.raises(Changed, match="does not change by saving"):
        store.save(replace(published, **{name: value}))
    assert store.get(ready.id).record == published


def test_a_step_is_not_taken_from_an_older_text(
    store: RecordStore, states: StateStore, ready: DecisionRecord
) -> None:
    newer = replace(ready, title="Typed since", notes="Saved since")
    store.save(newer)
    with pytest.raises(Changed, match="not what is shown here"):
        step(states, ready, "decided")
    assert store.get(ready.id).record == newer


def test_a_save_moves_no_record(store: RecordStore, ready: DecisionRecord) -> None:
    with pytest.raises(Changed, match="stands elsewhere"):
        store.save(replace(ready, status="draft"))


def test_a_correction_keeps_the_text_before(
    db: Database, store: RecordStore, states: StateStore, ready: DecisionRecord
) -> None:
    decided = step(states, ready, "decided")
    corrected = replace(decided, title="Resurfacing of Tanner’s Quay and Slip")
    deed = Deed(what=What.CORRECTED, words="Corrected: Title")
    states.put(corrected, {}, deed, seen=decided, why=Why.CORRECTED, before=decided)
    assert store.get(ready.id).record == corrected
    versions = VersionStore(db)
    assert versions.get(versions.listing(ready.id)[0].number).record == decided
    newest = JournalStore(db).listing(ready.id)[0]
    assert (newest.seal_before, newest.seal_after) == (seal_of(decided), seal_of(corrected))


def test_taken_back_a_decision_is_free_again(
    store: RecordStore, states: StateStore, ready: DecisionRecord
) -> None:
    back = step(states, step(states, ready, "decided"), "ready", What.UNDONE)
    assert not store.get(ready.id).sealed
    store.save(replace(back, title="Another title"))


def test_a_withdrawn_record_stays_sealed_if_it_was_decided(
    store: RecordStore, states: StateStore, ready: DecisionRecord
) -> None:
    other = replace(ready, id="another")
    store.save(other, create=True)
    step(states, step(states, ready, "decided"), "withdrawn")
    step(states, other, "withdrawn")
    assert store.get(ready.id).sealed
    assert not store.get("another").sealed


def test_a_record_that_comes_decided_is_sealed_and_can_be_deleted(
    db: Database, store: RecordStore
) -> None:
    record = a_record(status="implementable", reference="MBC/26/3")
    store.save(record, create=True)
    assert store.get(record.id).sealed
    store.bin(record.id)
    assert store.empty_bin() == 1
    words = [entry.words for entry in JournalStore(db).listing(record.id)]
    assert words == [
        "Deleted: MBC/26/3 · Resurfacing of Tanner's Quay",
        "Imported as it stands: Implementable",
    ]


def test_what_was_decided_here_is_not_binned(
    store: RecordStore, states: StateStore, ready: DecisionRecord
) -> None:
    decided = step(states, ready, "decided")
    with pytest.raises(Problem, match="kept until its time of retention is over"):
        store.bin(decided.id)
    assert not store.get(decided.id).in_bin


def sealed_statements() -> Iterator[str]:
    for column in ("title", "reasons", "appendices", "council", "seal", "step", "status", "id"):
        yield f"update records set {column} = 'x'"
    yield "update records set seal = '', status = 'draft', step = ''"
    yield "update records set title = 'x', step = '999'"
    yield "delete from records"
    yield "insert or replace into records select * from records"
    yield "update journal set words = 'x'"
    yield "delete from journal where rowid = 1"
    yield "delete from journal where rowid = (select max(rowid) from journal)"
    yield "insert or replace into journal select * from journal"
    yield (
        "insert into journal (rowid, at, what, words, previous, row_hash)"
        " select rowid + 5, at, what, words, 'x', 'y' from journal limit 1"
    )


@pytest.mark.parametrize("sql", list(sealed_statements()))
def test_no_statement_of_ours_changes_what_was_decided_or_the_journal(
    db: Database, states: StateStore, ready: DecisionRecord, sql: str
) -> None:
    step(states, step(states, ready, "decided"), "published")

    def all_of(table: str) -> list[object]:
        return list(db.execute(f"select * from {table} order by rowid").fetchall())

    before = all_of("records"), all_of("journal")
    with pytest.raises(sqlite3.DatabaseError):
        db.execute(sql)
    assert (all_of("records"), all_of("journal")) == before


def test_each_row_of_the_journal_carries_the_hash_of_the_one_before(
    db: Database, states: StateStore, ready: DecisionRecord
) -> None:
    step(states, step(states, ready, "decided"), "published")
    JournalStore(db).add(Deed(what=What.PROFILE, words="Call-in rule changed"), BY)
    names = ("rowid", *CHAINED, "row_hash")
    found = db.execute(f"select {', '.join(names)} from journal order by rowid").fetchall()
    rows = [dict(zip(names, row, strict=True)) for row in found]
    assert len(rows) == 3
    assert [row["row_hash"] for row in rows] == [journal_hash(row["rowid"], row) for row in rows]
    assert all(after["previous"] == before["row_hash"] for before, after in pairwise(rows))


def test_a_fault_at_any_point_leaves_everything_as_it_was(
    db: Database, store: RecordStore, states: StateStore, ready: DecisionRecord
) -> None:
    points: list[str] = []
    fault_points.watch(points.append)
    before: Stored = store.get(ready.id)

    class Fault(Exception):
        pass

    try:
        step(states, ready, "decided")
        back = step(states, replace(ready, status="decided"), "ready", What.UNDONE)
        within = [point for point in dict.fromkeys(points) if point != "step: committed"]
        assert len(within) >= 3
        for wanted in within:

            def fail(point: str, wanted: str = wanted) -> None:
                if point == wanted:
                    raise Fault

            fault_points.watch(fail)
            rows = db.execute("select count(*) from journal").fetchone()
            with pytest.raises(Fault):
                step(states, back, "decided")
            assert store.get(ready.id).record == before.record
            assert db.execute("select count(*) from journal").fetchone() == rows
    finally:
        fault_points.watch(None)
