"""What is asked of the whole journal, and what its lines say."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from sendapp.domain.journal import Entry, What
from sendapp.domain.journal_lines import JournalAsked, JournalLine, Kept, told, who_did


@pytest.fixture
def in_london(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    if not hasattr(time, "tzset"):
        pytest.skip("the place cannot be set here")
    monkeypatch.setenv("TZ", "Europe/London")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def an_entry(**what_matters: object) -> Entry:
    values: dict[str, object] = dict.fromkeys(
        ("record_id", "status_before", "status_after", "seal_before", "seal_after"), ""
    )
    values |= {"number": 1, "at": "2026-03-06T09:00:00.000000+00:00", "details": {}}
    values |= {"user": "mokafor", "who": "Mira Okafor", "what": "pdf", "words": "Exported to PDF"}
    return Entry(**(values | what_matters))  # type: ignore[arg-type]


@pytest.mark.usefixtures("in_london")
def test_days_begin_and_end_by_the_clock_of_this_place() -> None:
    summer = JournalAsked(since="2026-06-01", until="2026-06-01")
    assert summer.first == "2026-05-31T23:00:00.000000+00:00"
    assert summer.last == "2026-06-01T22:59:59.999999+00:00"
    winter = JournalAsked(since="2026-01-05", until="2026-01-05")
    assert winter.first == "2026-01-05T00:00:00.000000+00:00"


@pytest.mark.parametrize(
    ("day", "known"),
    [
        ("0001-01-01", "1971-01-01"),
        ("1969-12-31", "1971-01-01"),
        ("3001-01-01", "2999-12-31"),
        ("9999-12-31", "2999-12-31"),
    ],
)
def test_days_that_no_clock_knows_are_taken_as_the_nearest_it_knows(day: str, known: str) -> None:
    asked, nearest = JournalAsked(since=day, until=day), JournalAsked(since=known, until=known)
    assert "" < asked.first < asked.last
    assert (asked.first, asked.last) == (nearest.first, nearest.last)


def test_no_day_is_no_bound() -> None:
    assert (JournalAsked().first, JournalAsked().last) == ("", "")


def test_all_is_asked_for_only_where_nothing_narrows() -> None:
    assert JournalAsked().is_all
    assert not JournalAsked(words="pier").is_all
    assert not JournalAsked(until="2026-01-05").is_all


def test_who_did_it_is_told_by_both_names_where_they_differ() -> None:
    assert who_did(an_entry()) == "Mira Okafor (mokafor)"
    assert who_did(an_entry(who="")) == "mokafor"
    assert who_did(an_entry(user="")) == "Mira Okafor"
    assert who_did(an_entry(user="Mira Okafor")) == "Mira Okafor"


def test_of_changed_settings_each_change_is_told() -> None:
    changes = [f"Closure day {day} added" for day in range(1, 15)]
    entry = an_entry(what=What.PROFILE, words="in short", details={"changes": changes})
    lines = told(entry).split("\n")
    assert lines == [*changes[:12], "and 2 more changes"]
    assert told(entry, 13).endswith("\nand 1 more change")
    assert told(entry, 100).split("\n") == changes
    one = an_entry(what=What.PROFILE, words="Call-in: 5 days", details={"changes": ["x"]})
    assert told(one) == "Call-in: 5 days"
    assert told(an_entry(details={"changes": changes})) == "Exported to PDF"


def test_a_line_says_what_became_of_its_record() -> None:
    entry = an_entry(record_id="a")
    assert JournalLine(entry=entry).record == ""
    assert JournalLine(entry=entry, kept=Kept.HERE, called="The pier").record == "The pier"
    binned = JournalLine(entry=entry, kept=Kept.BINNED, called="The pier")
    assert binned.record == "The pier (in the bin)"
    gone = JournalLine(entry=entry, kept=Kept.GONE, called="The pier")
    assert gone.record == "The pier (no longer kept)"
    assert JournalLine(entry=entry, kept=Kept.GONE).record == "A record (no longer kept)"
    ended = an_entry(record_id="a", what=What.DISPOSED, words="Disposed of: The pier")
    assert JournalLine(entry=ended, kept=Kept.GONE, called="The pier").record == ""


def test_a_line_has_the_time_of_this_place() -> None:
    line = JournalLine(entry=an_entry())
    assert line.at == datetime(2026, 3, 6, 9, tzinfo=UTC)
    assert line.at.tzinfo is not None
