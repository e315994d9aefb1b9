"""A council may word its banners, and loses no date over it."""

import pytest

from sendapp.domain.banners import DATE, LABELS, LIMIT, SHIPPED, fault_in_banner


def test_every_banner_is_called_something_and_the_usual_words_are_sound() -> None:
    assert list(LABELS) == list(SHIPPED)
    assert [fault_in_banner(name, words) for name, words in SHIPPED.items()] == [""] * len(SHIPPED)


@pytest.mark.parametrize(
    ("name", "words", "says"),
    [
        ("published", "It may be called in.", "Say once where the date goes"),
        ("published", f"{DATE} or {DATE}", "Say once"),
        ("published", "Open until the UPDATED day.", "Say once"),
        ("withdrawn", f"Withdrawn on {DATE}", "tells no date"),
        ("decided", "x" * (LIMIT + 1), "at most"),
        ("decided", "x\x07", "cannot be kept"),
    ],
)
def test_what_cannot_be_printed_is_said(name: str, words: str, says: str) -> None:
    assert says in fault_in_banner(name, words)


def test_blank_means_the_usual_words() -> None:
    assert fault_in_banner("published", " ") == ""
