"""The whole journal in slices: order, words, days, and records that are no longer kept."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from sendapp.domain.journal import By, Deed, What
from sendapp.domain.journal_lines import JournalAsked, JournalLine, Kept
from sendapp.domain.record import DecisionRecord
from sendapp.errors import Damaged
from sendapp.storage.disposal import DisposalStore
from sendapp.storage.journal import JournalStore
from sendapp.storage.journal_pages import first_page, lines_before
from sendapp.storage.records import RecordStore
from tests.storage.conftest import a_record

BY = By(user="mokafor", who="Mira Okafor")
BEGUN = datetime(2026, 3, 2, 12, tzinfo=UTC)


class Writer:
    """Enters rows in a journal, a day apart."""

    def __init__(self, db: Database) -> None:
        self._days = 0
        self._store = JournalStore(db, clock=self._clock)

    def __call__(self, words: str, record_id: str = "", by: By = BY, what: What = What.PDF) -> int:
        return self._store.add(Deed(what=what, words=words, record_id=record_id), by)

    def profile(self, *changes: str) -> int:
        deed = Deed(what=What.PROFILE, words="in short", details={"changes": list(changes)})
        return self._store.add(deed, BY)

    def _clock(self) -> str:
        self._days += 1
        return (BEGUN + timedelta(days=self._days - 1)).isoformat(timespec="microseconds")


@pytest.fixture
def write(db: Database) -> Iterator[Writer]:
    return Writer(db)  # type: ignore[return-value]


def words_of(lines: tuple[JournalLine, ...] | list[JournalLine]) -> list[str]:
    return [line.entry.words for line in lines]


def found(db: Database, words: str = "", since: str = "", until: str = "") -> list[str]:
    page = first_page(db, JournalAsked(words=words, since=since, until=until), 100)
    assert page.total == len(page.lines)
    return words_of(page.lines)


def test_an_empty_journal_has_no_lines(db: Database) -> None:
    page = first_page(db, JournalAsked(), 10)
    assert (page.lines, page.total, page.of) == ((), 0, 0)


def test_lines_come_newest_first_slice_by_slice(db: Database, write: Writer) -> None:
    numbers = [write(f"row {n}") for n in range(7)]
    page = first_page(db, JournalAsked(), 3)
    assert words_of(page.lines) == ["row 6", "row 5", "row 4"]
    assert (page.total, page.of) == (7, 7)
    # What is entered meanwhile moves nothing.
    write("row 7")
    assert words_of(lines_before(db, JournalAsked(), numbers[4], 3)) == ["row 3", "row 2", "row 1"]
    assert words_of(lines_before(db, JournalAsked(), numbers[1], 3)) == ["row 0"]
    assert lines_before(db, JournalAsked(), numbers[0], 3) == []


def test_every_word_is_looked_for_in_words_names_and_records(
    db: Database, store: RecordStore, write: Writer
) -> None:
    record = a_record(title="Renewal of the pier", reference="WBC/7")
    store.save(record, create=True)
    write("Exported to PDF: pier.pdf", record.id)
    write("Printed: 2 copies", record.id, By(user="ipell", who="Ines Pell"))
    write("Draft Decision List made", "")
    assert found(db, "PIER") == ["Printed: 2 copies", "Exported to PDF: pier.pdf"]
    assert found(db, "wbc/7 print") == ["Printed: 2 copies"]
    assert found(db, "ipell") == found(db, "ines pell") == ["Printed: 2 copies"]
    assert found(db, "list made") == ["Draft Decision List made"]
    assert found(db, "pier list") == []
    page = first_page(db, JournalAsked(words="list"), 10)
    assert (page.total, page.of) == (1, 3)


def test_what_is_looked_for_stands_for_itself(db: Database, write: Writer) -> None:
    write("100% of it_all")
    write(r"a\b")
    write("1000 of items")
    assert found(db, "100%") == ["100% of it_all"]
    assert found(db, "it_a") == ["100% of it_all"]
    assert found(db, "\\") == ["a\\b"]
    assert found(db, "'; drop table journal") == []
    assert found(db, "\x00") == found(db)
    assert found(db, "x" * 60_000) == []
    assert found(db, "\ud800") == found(db)


def test_letters_beyond_english_are_found_in_both_cases(db: Database, write: Writer) -> None:
    write("Circulated as draft 1, to Siân Évans")
    assert found(db, "SIÂN") == found(db, "évans") == found(db)


def test_each_change_of_the_settings_is_found(db: Database, write: Writer) -> None:
    write.profile("Call-in: 5 days instead of 3", "Closure day 24 December 2026 added")
    assert found(db, "closure december") == ["in short"]


def test_changes_are_looked_for_as_they_are_read(db: Database, write: Writer) -> None:
    write.profile("Council: Marlow", 'Cabinet: "The Executive" instead of C:\\old', "Post: Évans")
    assert found(db, '"the') == found(db, "c:\\old") == found(db, "évans") == ["in short"]
    for sign in ("changes", "[", "{", '",', "\\\\", "\\u"):
        assert found(db, sign) == []


@pytest.mark.parametrize("details", ['{"changes": ["Closure', "", '{"changes": "Closure"}', "[]"])
def test_settings_rows_without_a_list_of_changes_hinder_no_search(
    db: Database, path: Path, write: Writer, details: str
) -> None:
    write("Exported to PDF: closure.pdf")
    write.profile("Call-in: 5 days instead of 3")
    with closing(sqlite3.connect(path)) as outside:
        outside.execute("drop trigger journal_stays")
        outside.execute("update journal set details = ? where what = 'profile'", [details])
        outside.commit()
    assert found(db, "closure.pdf") == ["Exported to PDF: closure.pdf"]


def test_days_are_those_of_this_place(db: Database, write: Writer) -> None:
    for n in range(4):
        write(f"row {n}")
    here = [(BEGUN + timedelta(days=n)).astimezone().date().isoformat() for n in range(4)]
    assert found(db, since=here[1], until=here[2]) == ["row 2", "row 1"]
    assert found(db, since=here[3]) == ["row 3"]
    assert found(db, until=here[0]) == ["row 0"]
    assert found(db, "row", since=here[2], until=here[2]) == ["row 2"]
    assert found(db, since="9998-01-01") == found(db, until="0001-01-01") == []
    assert found(db, since="0001-01-01", until="9999-12-31") == found(db)


def test_a_line_names_its_record_as_it_is_called_now(
    db: Database, store: RecordStore, write: Writer
) -> None:
    record = a_record(title="The pier", reference="WBC/7")
    blank = a_record(title="")
    store.save(record, create=True)
    store.save(blank, create=True)
    write("A", record.id)
    write("B", blank.id)
    write("C")
    lines = first_page(db, JournalAsked(), 10).lines
    assert [(line.kept, line.called) for line in lines] == [
        (Kept.NONE, ""),
        (Kept.HERE, "Without a title"),
        (Kept.HERE, "WBC/7 · The pier"),
    ]
    store.bin(record.id)
    assert first_page(db, JournalAsked(), 10).lines[2].kept is Kept.BINNED


def disposed(db: Database, record: DecisionRecord) -> None:
    DisposalStore(db, by=lambda: BY).records([record.id])


def test_a_record_that_was_disposed_of_is_named_by_what_its_row_keeps(
    db: Database, store: RecordStore, write: Writer
) -> None:
    record = a_record(title="The old mill", reference="WBC/3")
    store.save(record, create=True)
    write("Exported to PDF: mill.pdf", record.id)
    disposed(db, record)
    write("Printed", "never-kept-here")
    other, ended, before = first_page(db, JournalAsked(), 10).lines
    assert ended.entry.words == "Disposed of: WBC/3 · The old mill"
    assert (ended.kept, ended.called) == (Kept.GONE, "WBC/3 · The old mill")
    assert (before.kept, before.called) == (Kept.GONE, "WBC/3 · The old mill")
    assert (other.kept, other.called) == (Kept.GONE, "")
    assert found(db, "old mill") == [ended.entry.words, before.entry.words]
    # How it went is said by the row alone that tells of it.
    assert found(db, "disposed") == [ended.entry.words]


def test_a_row_whose_day_cannot_be_read_is_said_to_be_damaged(
    db: Database, path: Path, write: Writer
) -> None:
    write("A")
    with closing(sqlite3.connect(path)) as outside:
        outside.execute("drop trigger journal_stays")
        outside.execute("update journal set at = 'yesterday'")
        outside.commit()
    with pytest.raises(Damaged):
        first_page(db, JournalAsked(), 10)


TEXTS = ("pier", "quay", "pier and quay", "mill")


@pytest.fixture
def many(db: Database, write: Writer) -> Database:
    for n in range(40):
        write(f"{TEXTS[n % 3 if n % 7 else 3]} {n}")
    return db


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    words=st.lists(st.sampled_from([*TEXTS, "1", "tower"]), max_size=2),
    since=st.integers(-2, 45),
    days=st.integers(-2, 45),
    limit=st.integers(1, 9),
)
def test_the_slices_together_are_what_was_asked_for(
    many: Database, words: list[str], since: int, days: int, limit: int
) -> None:
    begin = (BEGUN + timedelta(days=since)).astimezone().date().isoformat()
    end = (BEGUN + timedelta(days=since + days)).astimezone().date().isoformat()
    asked = JournalAsked(words=" ".join(words), since=begin, until=end)
    page = first_page(many, asked, limit)
    slices = list(page.lines)
    while page.lines and (more := lines_before(many, asked, slices[-1].entry.number, limit)):
        assert len(more) <= limit
        slices += more
    expected = [
        line.entry.words
        for line in first_page(many, JournalAsked(), 100).lines
        if all(word in line.entry.words for word in asked.words.split())
        and begin <= line.at.date().isoformat() <= end
    ]
    assert words_of(slices) == expected
    assert (page.total, page.of) == (len(expected), 40)
