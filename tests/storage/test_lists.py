"""The records that a list may be about, found without going through all the others."""

from typing import Any

import pytest
from sqlite_utils import Database

from sendapp.domain.listing.kinds import ListAsked, ListKind
from sendapp.storage.lists import candidates
from sendapp.storage.records import RecordStore
from tests.factory import a_record

DAY = "2026-03-03"
KINDS = [ListAsked(kind=kind, since=DAY, until=DAY) for kind in ListKind]


def keep(db: Database, title: str, **values: Any) -> None:
    RecordStore(db).save(a_record(title=title, **values), create=True)


def titles(db: Database, asked: ListAsked) -> list[str]:
    found = candidates(db, asked)
    assert not found.damaged
    return [record.title for record in found.records]


@pytest.mark.parametrize(
    ("asked", "wanted"),
    [
        (KINDS[0], ["Waits to be published", "Out"]),
        (KINDS[1], ["Waits to be confirmed", "Over"]),
        (KINDS[2], ["That day"]),
    ],
    ids=[asked.kind.value for asked in KINDS],
)
def test_records_of_its_days_and_those_that_wait(
    db: Database, asked: ListAsked, wanted: list[str]
) -> None:
    before = {"date_of_decision": "2026-02-20", "draft_list_published": "2026-02-21"}
    keep(db, "Waits to be published", status="decided", date_of_decision="2026-02-10")
    keep(db, "Waits to be confirmed", status="published", **before)
    keep(db, "That day", status="draft", date_of_decision=DAY)
    keep(
        db,
        "Out",
        status="implementable",
        confirmed_list_published="2026-03-06",
        **before | {"draft_list_published": DAY},
    )
    keep(db, "Over", status="implementable", confirmed_list_published=DAY, **before)
    binned = a_record(title="Binned", date_of_decision=DAY, draft_list_published=DAY)
    store = RecordStore(db)
    store.save(binned, create=True)
    store.bin(binned.id)
    assert titles(db, asked) == wanted


@pytest.mark.parametrize("asked", KINDS, ids=[asked.kind.value for asked in KINDS])
def test_no_list_goes_through_all_records(db: Database, asked: ListAsked) -> None:
    said: list[str] = []
    db.conn.set_trace_callback(said.append)
    candidates(db, asked)
    db.conn.set_trace_callback(None)
    (sql,) = [each for each in said if "from records" in each]
    steps = [row[3] for row in db.execute(f"explain query plan {sql}").fetchall()]
    assert any("INDEX" in step for step in steps)
    assert not any(step.startswith("SCAN") for step in steps)
