"""A series says how references are made, and which comes next."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendapp.domain.reference_series import SeriesFault, fault_in_series, read_series


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        ("CMD/{year}/{number:03}", "CMD/2026/007"),
        ("{number}", "7"),
        ("{year}-{number:4}", "2026-0007"),
        ("Decision {number:02} of {year}", "Decision 07 of 2026"),
    ],
)
def test_a_series_makes_references(text: str, reference: str) -> None:
    assert read_series(text).reference(2026, 7) == reference


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("CMD/{year}", "has no {number}"),
        ("CMD", "has no {number}"),
        ("{number}/{number:03}", "twice"),
        ("{year}/{year}/{number}", "twice"),
        ("{month}/{number}", "{month} is not known"),
        ("{number:x}", "is not known"),
        ("CMD/{number", "bracket"),
        ("CMD/}{number}", "bracket"),
        ("{year}{number}", "right beside"),
        ("{number}{year}", "right beside"),
        ("CMD2{number}", "right beside"),
        ("{number}" + "x" * 100, "at most 100"),
        ("{number}\x00", "cannot be kept"),
    ],
)
def test_what_is_no_series_is_refused_with_a_reason(text: str, says: str) -> None:
    with pytest.raises(SeriesFault, match=says.replace("{", r"\{")):
        read_series(text)
    assert says in fault_in_series(text)


def test_a_blank_is_no_fault() -> None:
    assert fault_in_series("  ") == ""


def test_the_next_number_follows_the_highest_of_the_year() -> None:
    series = read_series("CMD/{year}/{number:03}")
    used = ["CMD/2026/001", "CMD/2026/009", "CMD/2025/120", "OLD/2026/500", "", "CMD/2026/x"]
    assert series.next_reference(2026, used) == "CMD/2026/010"
    assert series.next_reference(2027, used) == "CMD/2027/001"


def test_a_number_typed_by_hand_counts_too() -> None:
    series = read_series("CMD/{year}/{number:03}")
    assert series.next_number(2026, ["cmd / 2026 / 14"]) == 15


def test_a_series_without_a_year_runs_on() -> None:
    series = read_series("EX{number:02}")
    assert not series.yearly
    assert series.next_reference(2027, ["EX99", "EX100"]) == "EX101"


_WORDS = st.text("abCD/-. (é", max_size=6)
_SERIES = st.builds(
    lambda a, b, c, digits, yearly: (
        f"{a}{{year}}/{b}-{{number:0{digits}}}/{c}" if yearly else f"{a}-{{number:0{digits}}}/{c}"
    ),
    _WORDS,
    _WORDS,
    _WORDS,
    st.integers(1, 9),
    st.booleans(),
)


@given(_SERIES, st.integers(1, 9999), st.lists(st.integers(1, 99_999), max_size=8))
def test_the_next_reference_is_never_one_in_use(text: str, year: int, numbers: list[int]) -> None:
    series = read_series(text)
    used = [series.reference(year, number) for number in numbers]
    assert [series.next_number(year, [one]) for one in used] == [n + 1 for n in numbers]
    following = series.next_reference(year, used)
    assert following not in used
    assert series.next_number(year, [following]) == max(numbers, default=0) + 2
