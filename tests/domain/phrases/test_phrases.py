"""Phrases: their places, the library they make, and how one is found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendapp.domain.phrases.library import Counts, Own, library, own_of, with_incoming, with_shipped
from sendapp.domain.phrases.phrase import WHERES, Phrase, places_in
from sendapp.domain.phrases.search import found

GRANT = Phrase(id="grant", title="Award of a grant", keywords=("funding",), where="decisions")
WAIVER = Phrase(id="waiver", title="Waiver", keywords=("exemption",), text="<p>No grant.</p>")
COST = Phrase(id="cost", title="Cost of grants", where="reasons", text="<p>£[amount]</p>")
SHIPPED = (GRANT, WAIVER, COST)


@pytest.mark.parametrize(
    ("words", "places"),
    [
        ("A grant of £[amount] to [name].", ["[amount]", "[name]"]),
        ("[What they said, or that they had none]", ["[What they said, or that they had none]"]),
        ("[2019] EWHC 12, unit [B], [sic], [Emphasis added]", []),
        ("[[amount]]", ["[amount]"]),
        ("[not\nclosed]", []),
        ("[]", []),
        ("😀 [été]", ["[été]"]),
    ],
)
def test_places_to_fill(words: str, places: list[str]) -> None:
    assert [words[start:end] for start, end in places_in(words)] == places


def test_the_councils_phrases_stand_in_the_place_of_those_that_came() -> None:
    own = Own((Phrase(id="waiver", title="Our waiver"), Phrase(id="x", title="Ours")), ("cost",))
    assert [p.title for p in library(SHIPPED, own)] == ["Award of a grant", "Our waiver", "Ours"]


_SOME = st.lists(
    st.builds(Phrase, id=st.sampled_from(("grant", "waiver", "cost", "a", "b")), title=st.text()),
    unique_by=lambda phrase: phrase.id,
)


@given(_SOME)
def test_what_is_kept_gives_the_library_that_was_wanted(changed: list[Phrase]) -> None:
    wanted = {p.id: p for p in (*SHIPPED[:1], *changed)}
    again = library(SHIPPED, own_of(SHIPPED, tuple(wanted.values())))
    assert {p.id: p for p in again} == wanted


def test_the_shipped_ones_are_put_back_and_the_councils_additions_stay() -> None:
    ours = Phrase(id="x", title="Ours")
    assert with_shipped(SHIPPED, (Phrase(id="grant", title="Changed"), ours)) == (*SHIPPED, ours)


def test_what_comes_in_is_counted() -> None:
    incoming = (GRANT, Phrase(id="cost", title="Another"), Phrase(id="x", title="New"))
    phrases, counts = with_incoming(SHIPPED, incoming)
    assert counts == Counts(new=1, changed=1, same=1)
    assert [p.title for p in phrases] == ["Award of a grant", "Waiver", "Another", "New"]
    assert counts.sentence == "Phrases imported: 1 new, 1 changed, 1 the same as before."


@pytest.mark.parametrize(
    ("query", "field", "titles"),
    [
        ("", "reasons", ["Cost of grants", "Waiver", "Award of a grant"]),
        ("", "decisions", ["Award of a grant", "Waiver", "Cost of grants"]),
        ("GRANT", "decisions", ["Award of a grant", "Cost of grants", "Waiver"]),
        ("grant", "reasons", ["Cost of grants", "Award of a grant", "Waiver"]),
        ("exem", "", ["Waiver"]),
        ("fund award", "", ["Award of a grant"]),
        ("amount", "", ["Cost of grants"]),
        ("grant zebra", "", []),
        ("?!", "", ["Waiver", "Award of a grant", "Cost of grants"]),
    ],
)
def test_a_phrase_is_found_by_its_words_the_best_first(
    query: str, field: str, titles: list[str]
) -> None:
    assert [phrase.title for phrase in found(SHIPPED, query, field)] == titles


@given(st.text(), st.sampled_from([where for where, _ in WHERES]))
def test_any_words_can_be_looked_for(query: str, field: str) -> None:
    assert set(found(SHIPPED, query, field)) <= set(SHIPPED)
