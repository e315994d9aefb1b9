"""Databases damaged at random: never a crash, never a changed record that is not noticed."""

import random
from dataclasses import astuple
from pathlib import Path

import pytest
from sqlite_utils import Database

from sendapp.domain.record import DecisionRecord
from sendapp.errors import Problem
from sendapp.storage.checks import check_file
from sendapp.storage.database import open_database
from sendapp.storage.records import RecordStore
from sendapp.storage.register import Sort

from .conftest import a_record

MUTATIONS = 400


def originals(path: Path) -> dict[str, DecisionRecord]:
    db = open_database(path, create=True)
    store = RecordStore(db)
    kept = {}
    for number in range(12):
        record = a_record(title=f"Number {number}", notes=f"Some words {number} " * 60)
        store.save(record, {"date_of_decision": f"day {number}"}, create=True)
        kept[record.id] = record
    db.close()
    return kept


def mutate(data: bytearray, chance: random.Random) -> None:
    place, length = chance.randrange(len(data)), chance.choice((1, 8, 100, 512, 4096))
    end = min(len(data), place + length)
    match chance.randrange(6):
        case 0 | 1:
            for _ in range(chance.randint(1, 8)):
                data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        case 2:
            data[place:end] = bytes(end - place)
        case 3:
            data[place:end] = chance.randbytes(end - place)
        case 4:
            del data[place:end]
        case 5:
            other = chance.randrange(len(data) - (end - place))
            data[place:end] = data[other : other + end - place]


def look_at(db: Database, kept: dict[str, DecisionRecord]) -> None:
    """Do what the window does: list, search, open. A Problem is a good answer."""
    store = RecordStore(db)
    listed = [store.summaries(sort=sort, limit=-1) for sort in Sort]
    listed.append(store.summaries(words="words", limit=-1))
    assert all(isinstance(value, str) for page in listed for one in page for value in astuple(one))
    store.counts()
    store.posts()
    for record_id in {one.id for page in listed for one in page} & kept.keys():
        try:
            stored = store.get(record_id)
        except Problem:
            continue
        assert stored.record == kept[record_id]
        keys = [row.key for row in stored.record.options]
        assert keys == [row.key for row in kept[record_id].options]
        assert stored.typed == {"date_of_decision": stored.record.title.replace("Number", "day")}


@pytest.mark.slow
def test_no_changed_record_goes_unnoticed(tmp_path: Path) -> None:
    kept = originals(tmp_path / "good.db")
    good = (tmp_path / "good.db").read_bytes()
    chance = random.Random(20261123)
    refused = opened = 0
    for number in range(MUTATIONS):
        data = bytearray(good)
        mutate(data, chance)
        path = tmp_path / f"{number}.db"
        path.write_bytes(data)
        try:
            sound = bool(check_file(path, lambda: None))
        except Problem:
            sound = False
        try:
            db = open_database(path, create=False)
        except Problem:
            assert path.read_bytes() == data
            refused += 1
        else:
            opened += 1
            try:
                look_at(db, kept)
            except Problem:
                assert not sound
            if sound:
                store = RecordStore(db)
                assert {one: store.get(one).record for one in store.ids()} == kept
            db.close()
        path.unlink()
    assert refused + opened == MUTATIONS
    assert refused > MUTATIONS / 3
