"""The register: words, order and pages."""

from collections import Counter
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from sendapp.domain.fields import STATUSES
from sendapp.domain.record import Item, Option, Urgency
from sendapp.domain.standing import ENDED, STANDINGS, UNDATED, stands_at
from sendapp.storage.database import open_database
from sendapp.storage.records import RecordStore
from sendapp.storage.register import Sort, match_query
from sendapp.storage.snippets import Marker
from sendapp.storage.words import search_is_sound

from .conftest import a_record


def found(store: RecordStore, words: str) -> list[str]:
    return [summary.found for summary in store.summaries(words=words)]


@pytest.mark.parametrize(
    ("words", "marked"),
    [
        ("mill", "\x02Mill\x03 Lane"),
        ("resurf lan", "\x02Resurfacing\x03 of Mill \x02Lane\x03"),
        ("cafe", "The \x02café\x03’s kerb"),
        ("CAFÉ", "The \x02café\x03’s kerb"),
        ("1st", "from \x021st\x03 May"),
        ("cheap & quick", "\x02Cheap\x03 & \x02quick\x03"),
        ("birch", "Councillor \x02Birch\x03"),
        ("vat", "Finance about \x02VAT\x03"),
        ("survey 2025", "\x02Survey\x03 of \x022025\x03"),
        ("lane resurfacing worn", "is \x02worn\x03"),
        ("friday", "last \x02Friday\x03"),
    ],
)
def test_every_text_is_found_by_the_beginnings_of_its_words(
    store: RecordStore, words: str, marked: str
) -> None:
    store.save(a_record(), {"date_of_decision": "last Friday"}, create=True)
    (snippet,) = found(store, words)
    assert marked in snippet


@pytest.mark.parametrize("words", ["sup", "strong", "esurfacing", "mill hedge", "draft", "true"])
def test_what_the_officer_did_not_write_is_not_found(store: RecordStore, words: str) -> None:
    store.save(a_record(), create=True)
    assert found(store, words) == []


def test_all_text_of_rows_is_found(store: RecordStore) -> None:
    store.save(
        a_record(
            options=(Option(title="Demolish", text="<p>Flatten</p>"),),
            urgency=(Urgency(kind="special urgency", reason="Subsidence", agreed_by="Chair"),),
        ),
        create=True,
    )
    for word in ("demolish", "flatten", "subsidence", "chair"):
        assert len(found(store, word)) == 1, word


@pytest.mark.parametrize(
    "words",
    [
        *('"', '"mill', "mill AND", "NOT mill", "mill*", "NEAR(mill lane)", "words:mill", "^mill"),
        *("-", "mill + lane", "{mill}", "'", "(", "mill\x00lane", "\ud800mill", "mill " * 5000),
        *("%", "_"),
    ],
)
def test_nothing_typed_is_syntax(store: RecordStore, words: str) -> None:
    store.save(a_record(), create=True)
    store.summaries(words=words)
    store.count(words=words)


def test_words_without_a_letter_filter_nothing(store: RecordStore) -> None:
    store.save(a_record(), create=True)
    assert found(store, ' "-£ ') == [""]


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.text(max_size=30))
def test_any_words_can_be_looked_for(db: Database, words: str) -> None:
    db.execute("select count(*) from records_words where records_words match ?", ["x"]).fetchall()
    if query := match_query(words):
        sql = "select count(*) from records_words where records_words match ?"
        db.execute(sql, [query]).fetchall()
    Marker([words]).snippet("A text " + words)


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_word_of_a_text_finds_it_and_is_marked(db: Database, data: st.DataObject) -> None:
    letters = st.characters(codec="utf-8", categories=["Lu", "Ll", "Nd"], max_codepoint=0x24F)
    word = st.text(letters, min_size=1, max_size=12)
    chosen = data.draw(st.lists(word, min_size=1, max_size=40))
    looked_for = data.draw(st.sampled_from(chosen))
    store = RecordStore(db)
    record = a_record(title=" ".join(chosen))
    store.save(record, create=True)
    hits = {summary.id: summary.found for summary in store.summaries(words=looked_for, limit=-1)}
    assert "\x02" in hits[record.id]
    store.bin(record.id)
    store.empty_bin()


def test_snippet_is_one_line_around_the_rarer_word() -> None:
    text = "lane " * 100 + "\nquincunx\n" + "lane " * 100
    snippet = Marker(["lane", "quin"]).snippet(text)
    assert "\x02quincunx\x03" in snippet
    assert "\n" not in snippet
    assert snippet.startswith("…")
    assert snippet.endswith("…")


def test_search_follows_every_change(db: Database, store: RecordStore) -> None:
    record = a_record()
    store.save(record, create=True)
    store.save(replace(record, title="Felling", decisions=(Item(text="<p>Elm</p>"),)), create=True)
    assert found(store, "resurfacing") == []
    assert len(found(store, "felling elm")) == 1
    assert search_is_sound(db)


def test_lost_index_is_noticed_and_made_anew(db: Database, store: RecordStore) -> None:
    store.save(a_record(), create=True)
    db.execute("delete from records_words")
    assert not search_is_sound(db)
    store.rebuild_search()
    assert search_is_sound(db)
    assert len(found(store, "mill")) == 1


@pytest.mark.parametrize(
    "damage",
    [
        "update records_words_data set block = zeroblob(40)",
        "update records_words_data set block = randomblob(40) where id > 10",
        "delete from records_words_data",
        "delete from records_words_idx",
        "update records_words_config set v = 0 where k = 'version'",
        "delete from records_words_config",
    ],
)
def test_damaged_index_heals_itself(path: Path, damage: str) -> None:
    db = open_database(path, create=True)
    store = RecordStore(db)
    records = [a_record(title=f"Mill Lane {number}") for number in range(9)]
    for record in records:
        store.save(record, create=True)
    db.execute(damage)
    db.close()
    db = open_database(path, create=False)
    store = RecordStore(db)
    store.save(replace(records[0], title="Mill Road"), create=True)
    assert store.count(words="mill") == 9
    store.save(replace(records[1], title="Mill Hill"), create=True)
    assert store.summaries(words="hill")[0].id == records[1].id
    assert search_is_sound(db)
    db.close()


def test_orders_put_blanks_last_either_way(store: RecordStore) -> None:
    for title, maker, date in (
        ("banana", "Leader", "2026-01-01"),
        ("", "", ""),
        ("Apple", "mayor", "2026-02-01"),
        ("cherry", "Deputy", "2025-01-01"),
    ):
        store.save(a_record(title=title, decision_maker=maker, date_of_decision=date), create=True)

    def titles(sort: Sort, *, reverse: bool = False) -> list[str]:
        return [one.title for one in store.summaries(sort=sort, reverse=reverse)]

    assert titles(Sort.SAVED) == ["cherry", "Apple", "", "banana"]
    assert titles(Sort.SAVED, reverse=True) == ["banana", "", "Apple", "cherry"]
    assert titles(Sort.TITLE) == ["Apple", "banana", "cherry", ""]
    assert titles(Sort.TITLE, reverse=True) == ["cherry", "banana", "Apple", ""]
    assert titles(Sort.DATE) == ["Apple", "banana", "cherry", ""]
    assert titles(Sort.DATE, reverse=True) == ["cherry", "banana", "Apple", ""]
    assert titles(Sort.MAKER) == ["cherry", "banana", "Apple", ""]
    assert titles(Sort.MAKER, reverse=True) == ["Apple", "banana", "cherry", ""]


def test_filters_and_pages_agree_with_the_count(store: RecordStore) -> None:
    for number in range(30):
        status = ("draft", "ready", "implementable")[number % 3]
        store.save(a_record(title=f"Number {number}", status=status), create=True)
    both = store.summaries(status=("ready", "implementable"), limit=-1)
    assert len(both) == store.count(status=("ready", "implementable")) == 20
    pages = [store.summaries(status="draft", limit=3, offset=n) for n in range(0, 12, 3)]
    ids = [one.id for page in pages for one in page]
    assert ids == [one.id for one in store.summaries(status="draft")]
    assert len(set(ids)) == 10
    saved = [one.saved for one in store.summaries(words="number", limit=-1)]
    assert all(first > second for first, second in pairwise(saved))
    assert store.count(words="number", status="draft") == 10


@pytest.mark.parametrize("today", ["", "2026-03-05", "2026-03-06", "2026-03-07", "2027-01-01"])
def test_counts_and_filters_agree_with_the_words_of_the_rows(
    store: RecordStore, today: str
) -> None:
    for status, _ in STATUSES:
        for ends in ("", "2026-03-05", "2026-03-06", "2026-02-30", "6 March"):
            store.save(a_record(title="A quay", status=status, call_in_ends=ends), create=True)
    said = Counter(
        stands_at(one.status, one.call_in_ends, today) for one in store.summaries(limit=-1)
    )
    counts = store.counts(today)
    assert sum(counts.values()) == 35
    for standing, words in STANDINGS:
        rows = store.summaries(status=standing, today=today, words="quay", limit=-1)
        assert {stands_at(one.status, one.call_in_ends, today) for one in rows} <= {words}
        assert len(rows) == counts[standing] == said[words]
        assert store.count(status=standing, today=today) == said[words]
    both = ("published", UNDATED, ENDED)
    assert store.count(status=both, today=today) == 5
    assert store.count(status=("draft", ENDED), today=today) == 5 + said["Call-in ended"]


@pytest.mark.parametrize("sort", Sort)
@pytest.mark.parametrize("reverse", [False, True])
def test_every_order_is_read_from_an_index(db: Database, sort: Sort, reverse: bool) -> None:
    index, order = sort.value[2:] if reverse else sort.value[:2]
    plan = db.execute(
        f"explain query plan select id from records indexed by {index} where binned = ''"
        f" and status in ('draft') order by {order} limit 9"
    ).fetchall()
    assert not [step for step in plan if "TEMP B-TREE" in step[3]]
