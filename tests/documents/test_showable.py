"""The characters said to be showable are those that the page shows."""

import pytest

from sendapp.documents.glyphs import unshowable
from sendapp.documents.pages import plain_pdf_of
from sendapp.domain.checks.showable import SHOWN, unshowable_at


def test_what_is_said_to_be_showable_is_shown() -> None:
    sample = [chr(point) for point in sorted(SHOWN)][::7]
    assert unshowable(sample, plain_pdf_of) == ()


@pytest.mark.parametrize("box", sorted("⇨◆◻☐☑☒✓✗❍❑❒❖➔➢⧫⬥⬧"))
def test_what_has_a_font_without_letters_is_found_beside_them_and_shown_alone(box: str) -> None:
    assert unshowable_at(f"Agreed {box} and done") == 7
    assert unshowable_at(f" {box} ") is None
    assert unshowable([box], plain_pdf_of) == (box,)


@pytest.mark.parametrize("character", "\N{HEAVY CHECK MARK}\N{BLACK STAR}日😀🍰")
def test_what_no_carried_font_has_is_found(character: str) -> None:
    assert unshowable_at(f"Ready {character}") == 6


def test_ordinary_words_are_all_shown() -> None:
    assert unshowable_at("£1,200 – ½ m² of “naïve” café, 5 °C, 20 €…") is None
    assert unshowable_at("Line\nand\ttab") is None
