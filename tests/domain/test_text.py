"""Text on its way in: one form for line ends, and a reason for what cannot be kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendapp.domain.text import FIELD_LIMIT, Refused, clean, one_line, without_refused


@pytest.mark.parametrize("ends", ["a\r\nb", "a\rb", "a\nb", "a\u2028b", "a\u2029b"])
def test_every_line_end_becomes_lf(ends: str) -> None:
    assert clean(ends) == "a\nb"


@pytest.mark.parametrize(
    "kept",
    [
        "a\u00a0b",
        "👩‍👩‍👧",
        "café",
        "Привет",
        "日本語",
        "עברית",
        "e\u0301",
        "{{ 7*7 }}",
        "£ ’ “ ” –",
        "\u200d\u00ad",
    ],
)
def test_every_script_is_kept_as_it_was_typed(kept: str) -> None:
    assert clean(kept) == kept


@pytest.mark.parametrize(
    ("character", "reason"),
    [
        ("\x00", "is a control character (U+0000)"),
        ("\ufeff", "is the byte order mark of a file, not a letter (U+FEFF)"),
        ("\x0b", "is a control character (U+000B)"),
        ("\x85", "is a control character (U+0085)"),
        ("\ud800", "is half of a broken character (U+D800)"),
        ("\ufffe", "is not a character (U+FFFE)"),
        ("\U0001ffff", "is not a character (U+1FFFF)"),
        ("\ufdd0", "is not a character (U+FDD0)"),
        ("\ufffc", "stands for a picture or an object"),
    ],
)
def test_what_paper_cannot_carry_is_refused_with_its_place(character: str, reason: str) -> None:
    with pytest.raises(Refused) as refusal:
        clean(f"ab{character}c")
    assert str(refusal.value) == f"Character 3 {reason} and cannot be kept. Remove it."


def test_a_field_holds_a_hundred_thousand_characters_and_no_more() -> None:
    assert len(clean("x" * FIELD_LIMIT)) == FIELD_LIMIT
    with pytest.raises(
        Refused, match=r"This holds 100,001 characters; at most 100,000 can be kept"
    ):
        clean("x" * (FIELD_LIMIT + 1))


def test_a_field_of_one_line_has_spaces_for_line_ends() -> None:
    assert one_line("a\r\nb\tc") == "a b c"


@given(st.text(st.characters()))
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    cleaned = without_refused(text)
    assert clean(cleaned) == cleaned


@given(st.text(st.characters()))
def test_text_is_either_kept_whole_or_refused(text: str) -> None:
    try:
        kept = clean(text)
    except Refused:
        assert without_refused(text) != text
    else:
        assert kept.encode().decode() == kept
        assert kept == without_refused(text)
