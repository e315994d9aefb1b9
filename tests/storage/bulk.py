"""Invented records by the thousand, and a database filled with them fast, for measuring.

From the command line: python -m tests.storage.bulk FILE COUNT
"""

import random
import sys
import uuid
import zlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from pathlib import Path

from sqlite_utils import Database

from sendapp.domain.journal import By, Deed, What
from sendapp.domain.record import DecisionRecord, Item, Option, Paper
from sendapp.domain.sealing import DECIDED, code_of, seal_of
from sendapp.storage.database import open_database, write
from sendapp.storage.journal import enter
from sendapp.storage.record_rows import columns_of
from sendapp.storage.records import RecordStore
from sendapp.storage.rows import row_hash, words_in
from sendapp.storage.version_rows import ABOUT, about_hash, content_of

COMMON = "procurement"
"""A word in every record."""
RARE = "quincunx"
"""A word in one record of a thousand."""

_PLACES = ("Ashdown", "Brackley", "Corve", "Dunmere", "Eastlow", "Farholt", "Gisby", "Hallam")
_SERVICES = (
    "highway resurfacing",
    "home care",
    "library opening hours",
    "school meals",
    "street lighting",
    "temporary accommodation",
    "tree planting",
    "waste collection",
)
_POSTS = tuple(
    f"Cabinet Member for {portfolio}"
    for portfolio in ("Housing", "Children", "Adult Care", "Finance", "Climate", "Transport")
)
_STARTS, _ENDS = "bcdfghlmnprstvw", ("aldon", "entric", "ibble", "orrow", "umber", "yfield")
_WORDS = (
    *("council", "contract", "service", "children", "residents", "budget", "approval", "report"),
    *("review", "officer", "funding", "period", "tender", "supplier", "value", "quality", "risk"),
    *("legal", "statutory", "duty", "guidance", "consultation", "community", "borough", "need"),
    *(f"{start}{end}{last}" for start in _STARTS for end in _ENDS for last in ("", "s", "ing")),
)
_STATUSES = ("draft", "ready", "decided", "published", "called-in", "implementable", "withdrawn")
_WEIGHTS = (12, 3, 2, 2, 1, 100, 2)


def records(count: int, seed: int = 1) -> Iterator[DecisionRecord]:
    """Yield `count` records of about 700 words, always the same for one seed."""
    chance = random.Random(seed)
    for number in range(count):
        yield _record(chance, number)


def fill(path: Path, count: int, seed: int = 1) -> None:
    """Make the records file `path` with `count` records, a thousand to a transaction."""
    db = open_database(path, create=True)
    start = datetime(2020, 1, 1, 9, 0, tzinfo=UTC)
    without_guard(db).execute("pragma synchronous = off")
    try:
        source = records(count, seed)
        for first in range(0, count, 1000):
            with write(db):
                for number in range(first, min(first + 1000, count)):
                    _insert(db, next(source), start + timedelta(minutes=37 * number))
    finally:
        db.close()


def without_guard(db: Database) -> Database:
    """Let a connection do again what the program itself never does, for a test."""
    db.conn.set_authorizer(None)
    return db


def typed_on(record: DecisionRecord, number: int) -> DecisionRecord:
    """Return the record with a few more words in its first reason."""
    first = record.reasons[0].text.removesuffix("</p>")
    reasons = (replace(record.reasons[0], text=f"{first} and so on {number}</p>"),)
    return replace(record, reasons=(*reasons, *record.reasons[1:]))


def add_versions(path: Path, of_each: int) -> None:
    """Keep so many versions of every record of the file `path`, each of other words."""
    db = open_database(path, create=False)
    start = datetime(2026, 1, 1, 9, 0, tzinfo=UTC)
    without_guard(db).execute("pragma synchronous = off")
    store = RecordStore(db)
    try:
        ids = sorted(store.ids())
        for first in range(0, len(ids), 100):
            texts = [store.get(each).record for each in ids[first : first + 100]]
            with write(db):
                for number in range(of_each):
                    at = start + timedelta(minutes=37 * number)
                    for record in texts:
                        _insert_version(db, typed_on(record, number), at)
    finally:
        db.close()


def _insert_version(db: Database, record: DecisionRecord, at: datetime) -> None:
    content = content_of(record, {})
    values = (record.id, at.isoformat(timespec="microseconds"), "Mira Okafor", "left", "")
    code = code_of(record) if record.status != "draft" else ""
    about = dict(zip(ABOUT, (*values, sha256(content).hexdigest(), code), strict=True))
    columns = {**about, "row_hash": about_hash(about), "content": zlib.compress(content, 6)}
    names, places = ", ".join(columns), ", ".join("?" * len(columns))
    db.execute(f"insert into versions ({names}) values ({places})", list(columns.values()))


def _insert(db: Database, record: DecisionRecord, at: datetime) -> None:
    when = at.isoformat(timespec="microseconds")
    columns = columns_of(record, {}, {}) | {"created": when, "saved": when}
    if record.status in DECIDED:
        # As if the step that made it what it is had been taken here.
        seal = seal_of(record)
        deed = Deed(what=What.STEP, words="Decision recorded", record_id=record.id)
        states = ("ready", record.status)
        number = enter(db, deed, By("mokafor"), when, status=states, seal=("", seal))
        columns |= {"seal": seal, "step": str(number)}
    columns["row_hash"] = row_hash(columns)
    names, places = ", ".join(columns), ", ".join("?" * len(columns))
    cursor = db.execute(f"insert into records ({names}) values ({places})", list(columns.values()))
    db.execute(
        "insert into records_words (rowid, words) values (?, ?)",
        [cursor.lastrowid, words_in(record, {})],
    )


def _record(chance: random.Random, number: int) -> DecisionRecord:
    place, service = chance.choice(_PLACES), chance.choice(_SERVICES)
    status = chance.choices(_STATUSES, _WEIGHTS)[0]
    if number == 0:
        # The one that is worked on.
        status = "draft"
    decided = date(2020, 1, 1) + timedelta(days=number % 2200)
    rare = f" {RARE}" if number % 1000 == 500 else ""
    post = chance.choice(_POSTS)
    return DecisionRecord(
        id=str(uuid.UUID(int=chance.getrandbits(128), version=4)),
        title=f"{service.capitalize()} in {place}, {chance.choice(_WORDS)} {COMMON} {number}",
        council="Wexcombe Borough Council",
        reference=f"WBC/{decided.year}/{number:05}",
        decision_maker=post,
        decision_maker_name=f"Councillor {chance.choice(_PLACES)}",
        decision_lead_in=f"The {post} approves",
        decisions=tuple(_item(chance, 50) for _ in range(3)),
        reasons=tuple(_item(chance, 90) for _ in range(4)),
        options=tuple(
            Option(title=_text(chance, 4), recommended=first, text=_rich(chance, 60))
            for first in (True, False, False)
        ),
        conflicts_declared="none",
        date_of_decision="" if status in ("draft", "ready") else decided.isoformat(),
        status=status,
        **_published(status, decided),
        wards=place,
        background_papers=(Paper(text=_text(chance, 6)),),
        notes=f"Chase {place}.{rare}",
    )


def _published(status: str, decided: date) -> dict[str, str]:
    """Return the dates that a record at `status` has, a few days after each other."""
    if status not in ("published", "called-in", "implementable"):
        return {}
    days = [(decided + timedelta(days=after)).isoformat() for after in (2, 7)]
    ends = {"draft_list_published": days[0], "call_in_ends": days[1], "in_force_on": days[1]}
    return ends | ({"confirmed_list_published": days[1]} if status == "implementable" else {})


def _item(chance: random.Random, words: int) -> Item:
    return Item(text=_rich(chance, words))


def _rich(chance: random.Random, words: int) -> str:
    return f"<p>{_text(chance, words).capitalize()} 1<sup>st</sup> September.</p>"


def _text(chance: random.Random, words: int) -> str:
    return " ".join(chance.choices(_WORDS, k=words))


if __name__ == "__main__":
    fill(Path(sys.argv[1]), int(sys.argv[2]))
