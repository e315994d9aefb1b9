"""A records file of its own for every test."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from sqlite_utils import Database

from sendapp.domain.record import Appendix, Conflict, DecisionRecord, Item, Option, Paper
from sendapp.storage.database import open_database
from sendapp.storage.files import FileStore
from sendapp.storage.records import RecordStore
from tests.storage.filed import BY

NOON = datetime(2026, 11, 23, 12, 0)


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now


def unguarded(db: Database) -> Database:
    """Let a test do with our own connection what the program itself never does."""
    db.conn.set_authorizer(None)
    return db


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "records.db"


@pytest.fixture
def db(path: Path) -> Iterator[Database]:
    opened = open_database(path, create=True)
    yield opened
    opened.close()


@pytest.fixture
def store(db: Database) -> RecordStore:
    return RecordStore(db)


@pytest.fixture
def filled(path: Path) -> Path:
    """A closed records file with three records."""
    db = open_database(path, create=True)
    store = RecordStore(db)
    for number in range(3):
        store.save(a_record(title=f"Resurfacing of Mill Lane, part {number}"), create=True)
    db.close()
    return path


@pytest.fixture
def files(db: Database) -> FileStore:
    ticks = (f"2026-11-27T09:{n // 60 % 60:02}:{n % 60:02}.000000+00:00" for n in range(10_000))
    return FileStore(db, clock=lambda: next(ticks), by=lambda: BY)


@pytest.fixture
def draft(store: RecordStore) -> DecisionRecord:
    record = a_record()
    store.save(record, create=True)
    return record


@pytest.fixture
def decided(store: RecordStore) -> DecisionRecord:
    record = a_record(status="decided")
    store.save(record, create=True)
    return record


def a_record(**named: object) -> DecisionRecord:
    """A record with something in every kind of field; `named` says what matters to the test."""
    values: dict[str, object] = {
        "council": "Wexcombe Borough Council",
        "title": "Resurfacing of Mill Lane",
        "decision_maker": "Cabinet Member for Transport",
        "decision_maker_name": "Councillor Ashe",
        "decision_lead_in": "The Cabinet Member approves",
        "decisions": (Item(text="<p>To resurface Mill Lane from 1<sup>st</sup> May.</p>"),),
        "reasons": (Item(text="<ul><li>The café’s kerb<ol><li>is worn</li></ol></li></ul>"),),
        "options": (Option(title="Patch it", recommended=True, text="<p>Cheap &amp; quick</p>"),),
        "conflicts_declared": "declared",
        "conflicts": (Conflict(member="Councillor Birch", interest="Lives there"),),
        "date_of_decision": "2026-03-02",
        "background_papers": (Paper(text="Survey of 2025"),),
        "appendices": (Appendix(title="Prices", exempt=True, paragraphs=(3, 5)),),
        "notes": "Ask Finance about VAT",
    }
    return DecisionRecord(**(values | named))  # type: ignore[arg-type]
