"""Dates as officers type them, keep them and print them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendapp.domain.dates import (
    day_heading,
    is_iso_date,
    is_time,
    long_date,
    read_date,
    read_time,
    short_date,
    short_day,
    short_month,
)


@pytest.mark.parametrize(
    "typed",
    [
        "24 November 2025",
        "24 Nov 2025",
        "24 nov. 2025",
        "24th November 2025",
        "24th of November, 2025",
        "Mon 24 Nov 2025",
        "Monday, 24 November 2025",
        "24/11/2025",
        "24/11/25",
        "24.11.25",
        "24-11-2025",
        "2025-11-24",
        "  24   November 2025 ",
    ],
)
def test_a_date_is_read_however_it_is_typed(typed: str) -> None:
    assert read_date(typed) == "2025-11-24"


@pytest.mark.parametrize(
    "typed",
    [
        "31 February 2025",
        "soon",
        "24 Nonsense 2025",
        "11/24/2025",
        "2025",
        "24 November",
        "0/0/0000",
    ],
)
def test_what_says_no_date_is_none(typed: str) -> None:
    assert read_date(typed) is None


def test_nothing_typed_is_no_date_and_no_fault() -> None:
    assert read_date("  ") == ""


def test_the_day_comes_first_as_in_britain() -> None:
    assert read_date("03/04/2026") == "2026-04-03"


def test_september_may_be_sept() -> None:
    assert read_date("1 Sept 2026") == "2026-09-01"


def test_a_date_is_printed_in_words() -> None:
    assert long_date("2025-11-04") == "4 November 2025"


def test_text_that_is_no_date_is_printed_as_it_stands() -> None:
    assert long_date("to be confirmed") == "to be confirmed"
    assert long_date("") == ""
    for typed in ("20251124", "2025-W48-1", "2025W481", "2025-11-24T00:00", "2025-02-30"):
        assert long_date(typed) == typed


@given(st.dates())
def test_a_printed_date_is_read_back(day: date) -> None:
    assert read_date(long_date(day.isoformat())) == day.isoformat()


@given(st.dates())
def test_an_iso_date_is_one(day: date) -> None:
    assert is_iso_date(day.isoformat())


@pytest.mark.parametrize(
    "text", ["", "2025-1-4", "2025-02-30", "20251124", "2025-11-24T00:00", "２０２５-11-24"]
)
def test_other_texts_are_no_iso_dates(text: str) -> None:
    assert not is_iso_date(text)


@given(st.text(max_size=30))
def test_reading_a_date_never_fails(text: str) -> None:
    assert is_iso_date(read_date(text) or "2025-11-24")


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        *[("17:00", "17:00"), ("17.30", "17:30"), ("9:05", "09:05"), ("0:00", "00:00")],
        *[("5pm", "17:00"), ("5.30 PM", "17:30"), ("12 am", "00:00"), ("12:15pm", "12:15")],
        *[("", ""), ("  ", ""), ("24:00", None), ("17:60", None), ("13 pm", None), ("0am", None)],
        *[("17", None), ("noon", None), ("17:0", None), ("5pm sharp", None), ("²pm", None)],
    ],
)
def test_a_time_of_day_is_read_as_officers_type_it(typed: str, read: str | None) -> None:
    assert read_time(typed) == read


def test_a_day_is_said_in_short() -> None:
    assert short_date(date(2025, 11, 24)) == "Mon 24 Nov 2025"
    assert (short_day(date(2026, 5, 3)), short_month(date(2026, 5, 3))) == ("Sun 3", "May")


def test_days_are_headed_by_how_near_they_are_or_by_their_weekday() -> None:
    today = date(2026, 3, 1)
    days = [date(2026, 3, 2), today, date(2026, 2, 28), date(2026, 2, 27)]
    assert [day_heading(day, today) for day in days] == [
        "Monday, 2 March 2026",
        "Today, 1 March 2026",
        "Yesterday, 28 February 2026",
        "Friday, 27 February 2026",
    ]


@given(st.times())
def test_every_time_of_the_day_is_one_as_it_is_kept(time: object) -> None:
    kept = str(time)[:5]
    assert is_time(kept)
    assert read_time(kept) == kept


@pytest.mark.parametrize("text", ["", "5pm", "9:05", "24:00", "12:60", "٠٣:٠٠"])
def test_another_text_is_no_time_as_it_is_kept(text: str) -> None:
    assert not is_time(text)
