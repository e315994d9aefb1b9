"""Saving, reading back, the bin, counts and posts."""

from dataclasses import fields, replace
from pathlib import Path

import pytest
from sqlite_utils import Database

from sendapp.domain.interchange import canonical, content_hash
from sendapp.domain.record import DecisionRecord, Item
from sendapp.errors import Changed, Damaged, NotFound
from sendapp.storage.database import open_database
from sendapp.storage.records import RecordStore
from sendapp.storage.rows import KEPT_BESIDE

from .conftest import a_record


def test_table_columns_are_the_record_fields_and_the_bookkeeping(db: Database) -> None:
    columns = {column[1] for column in db.execute("pragma table_info(records)").fetchall()}
    record_fields = {entry.name for entry in fields(DecisionRecord)}
    assert columns == record_fields | set(KEPT_BESIDE) | {"rowid"}
    assert not record_fields & set(KEPT_BESIDE)


def test_saved_record_is_read_back_equal_with_its_row_keys(path: Path, db: Database) -> None:
    record = a_record(unknown='{"later":[1,{"a":null}]}')
    saved = RecordStore(db).save(record, {"date_of_decision": "next Tuesday"}, create=True)
    db.close()
    reopened = open_database(path, create=False)
    stored = RecordStore(reopened).get(record.id)
    reopened.close()
    assert stored.record == record
    assert [row.key for row in stored.record.options] == [row.key for row in record.options]
    assert stored.typed == {"date_of_decision": "next Tuesday"}
    assert saved.hash == content_hash(record)
    assert (stored.saved, stored.in_bin) == (saved.at, False)


@pytest.mark.parametrize("said", ["Ring them", ""])
def test_unknown_key_that_is_a_field_by_now_comes_back_as_that_field(
    store: RecordStore, said: str
) -> None:
    record = a_record(notes="", unknown=canonical({"later": 1, "notes": said}))
    store.save(record, create=True)
    found = store.get(record.id).record
    assert (found.notes, found.unknown) == (said, '{"later":1}')
    store.save(found, create=True)
    assert store.get(record.id).record == found


def test_saving_again_replaces_the_record_and_keeps_when_it_was_made(store: RecordStore) -> None:
    first = a_record()
    made = store.save(first, create=True).at
    second = replace(first, title="Another title", reasons=())
    store.save(second, create=True)
    stored = store.get(first.id)
    assert stored.record == second
    assert stored.created <= made < stored.saved
    assert [summary.title for summary in store.summaries()] == ["Another title"]


def test_saving_what_has_not_changed_writes_nothing(path: Path, store: RecordStore) -> None:
    record = a_record()
    first = store.save(record, create=True)
    before = path.read_bytes()
    assert store.save(record, create=True) == first
    assert path.read_bytes() == before


def test_a_record_that_was_deleted_is_not_brought_back_by_a_save(store: RecordStore) -> None:
    record = a_record()
    store.save(record, create=True)
    store.bin(record.id)
    store.empty_bin()
    with pytest.raises(NotFound, match="not here any more"):
        store.save(replace(record, title="Typed later"))
    assert not store.exists(record.id)


def test_a_record_that_was_changed_elsewhere_is_not_written_over(store: RecordStore) -> None:
    record = a_record()
    first = store.save(record, create=True)
    theirs = replace(record, title="Theirs")
    second = store.save(theirs, expected_hash=first.hash)
    assert store.get(record.id).hash == second.hash
    with pytest.raises(Changed, match="changed elsewhere meanwhile") as caught:
        store.save(replace(record, title="Ours"), expected_hash=first.hash)
    assert caught.value.hint
    assert store.get(record.id).record == theirs
    # The same words twice are no quarrel, and nobody has to expect anything.
    assert store.save(theirs, expected_hash=first.hash) == second
    store.save(replace(record, title="Ours"))
    assert store.get(record.id).record.title == "Ours"


def test_changed_row_key_alone_is_saved(store: RecordStore) -> None:
    record = a_record(decisions=(Item(text="<p>Yes</p>", key="one"),))
    store.save(record, create=True)
    store.save(replace(record, decisions=(Item(text="<p>Yes</p>", key="two"),)), create=True)
    assert store.get(record.id).record.decisions[0].key == "two"


def test_record_that_is_not_there_is_said_so(store: RecordStore) -> None:
    assert not store.exists("nowhere")
    for act in (store.get, store.bin, store.unbin):
        with pytest.raises(NotFound, match="not here any more"):
            act("nowhere")


@pytest.mark.parametrize(
    "damage",
    [
        "update records set title = 'Resurfacing of Hill Lane'",
        "update records set reasons = replace(reasons, 'worn', 'torn')",
        'update records set typed = \'{"date_of_decision":"Friday"}\'',
        "update records set reasons = '[{'",
        "update records set options = '[{\"nonsense\":1}]'",
        "update records set decisions = ''",
        "update records set hash = row_hash",
        "update records set saved = '2020-01-01T00:00:00.000000+00:00'",
        "update records set notes = cast(x'ff41' as text)",
    ],
)
def test_text_changed_behind_our_back_is_named_not_shown(db: Database, damage: str) -> None:
    store = RecordStore(db)
    record = a_record()
    store.save(record, {"date_of_decision": "Tuesday"}, create=True)
    db.execute(damage)
    with pytest.raises(Damaged, match=r"The record “Resurfacing of .ill Lane” is damaged"):
        store.get(record.id)


def test_bin_takes_a_record_out_of_every_list_until_it_comes_back(store: RecordStore) -> None:
    record = a_record(status="ready")
    store.save(record, create=True)
    store.bin(record.id)
    assert store.summaries() == store.summaries(words="Mill") == store.posts() == store.ids() == []
    assert store.counts()["ready"] == 0
    assert [(one.id, one.binned != "") for one in store.binned()] == [(record.id, True)]
    assert store.exists(record.id)
    assert store.get(record.id).in_bin
    store.unbin(record.id)
    assert store.ids() == [record.id]
    assert store.binned() == []
    assert store.get(record.id).record == record


def test_saving_a_record_in_the_bin_leaves_it_there(store: RecordStore) -> None:
    record = a_record()
    store.save(record, create=True)
    store.bin(record.id)
    store.save(replace(record, title="Typed at the last moment"), create=True)
    assert [one.title for one in store.binned()] == ["Typed at the last moment"]


def test_emptied_bin_leaves_no_word_in_the_file(path: Path, store: RecordStore) -> None:
    kept = a_record()
    gone = [
        a_record(title=f"Zyxwegone {n}", notes="qwyjibo " * 3000, wards=f"vexil{n}")
        for n in range(20)
    ]
    for record in (kept, *gone):
        store.save(record, {"date_of_decision": "when zyxwepigs fly"}, create=True)
    for record in gone:
        store.bin(record.id)
    assert store.empty_bin() == 20
    assert store.empty_bin() == 0
    left = path.read_bytes().lower()
    assert [word for word in (b"zyxwegone", b"qwyjibo", b"vexil1", b"wyjib") if word in left] == []
    assert store.ids() == [kept.id]
    assert [one.id for one in store.summaries(words="mill lane")] == [kept.id]


def test_counts_hold_every_status(store: RecordStore) -> None:
    for status in ("draft", "draft", "called-in"):
        store.save(a_record(status=status), create=True)
    counts = store.counts()
    assert (counts["draft"], counts["called-in"], counts["withdrawn"]) == (2, 1, 0)


def test_posts_come_last_used_first_with_what_stood_with_them(store: RecordStore) -> None:
    store.save(
        a_record(decision_maker="Leader", decision_maker_name="A", decision_lead_in="X"),
        create=True,
    )
    store.save(
        a_record(decision_maker="Mayor", decision_maker_name="B", decision_lead_in=""), create=True
    )
    store.save(
        a_record(decision_maker="Leader", decision_maker_name="", decision_lead_in="Y"), create=True
    )
    store.save(a_record(decision_maker=""), create=True)
    leader, mayor = store.posts()
    assert (leader.decision_maker, leader.holder, leader.lead_in) == ("Leader", "A", "Y")
    assert leader.used == 2
    assert (mayor.decision_maker, mayor.used) == ("Mayor", 1)


def test_the_references_of_the_other_records_are_found(store: RecordStore) -> None:
    kept = [a_record(reference=reference) for reference in ("CMD/1", "CMD/2", "", "CMD/2")]
    for record in kept:
        store.save(record, create=True)
    store.bin(kept[1].id)
    assert sorted(store.references(kept[0].id)) == ["CMD/2"]
    assert sorted(store.references("another")) == ["CMD/1", "CMD/2"]
    assert sorted(store.references(kept[0].id, with_bin=True)) == ["CMD/2", "CMD/2"]
