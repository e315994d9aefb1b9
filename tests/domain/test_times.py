"""Times as officers type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendapp.domain.times import is_time, read_time


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("17:00", "17:00"),
        ("17.00", "17:00"),
        (" 9:05 ", "09:05"),
        ("5pm", "17:00"),
        ("5.30 p.m.", "17:30"),
        ("12 am", "00:00"),
        ("12pm", "12:00"),
        ("noon", "12:00"),
        ("12 noon", "12:00"),
        ("", ""),
        ("  ", ""),
    ],
)
def test_what_says_a_time_is_read(typed: str, kept: str) -> None:
    assert read_time(typed) == kept


@pytest.mark.parametrize(
    "typed", ["5", "25:00", "17:60", "13pm", "0am", "five", "3 noon", "12 midnight", "٣:٠٠"]
)
def test_what_says_none_is_not_guessed(typed: str) -> None:
    assert read_time(typed) is None


@given(st.times())
def test_every_time_of_the_day_is_read_as_it_is_kept(time: object) -> None:
    kept = str(time)[:5]
    assert is_time(kept)
    assert read_time(kept) == kept
