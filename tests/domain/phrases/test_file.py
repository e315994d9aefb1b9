"""A file of phrases comes back as it went out, and a wrong one is refused by its place."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendapp.domain.phrases.file import PhraseFileError, from_json, from_rows, to_json
from sendapp.domain.phrases.phrase import WHERES, Phrase
from sendapp.domain.richtext_html import normalise
from tests.strategies import LINE

GOOD: dict[str, Any] = {
    "id": "a",
    "title": "Grant",
    "keywords": ["money"],
    "where": "decisions",
    "text": "<p>A <b>grant</b> of £[amount].</p>",
}
_SAID = LINE.map(lambda text: f"x{text}".strip())
_PHRASES = st.lists(
    st.builds(
        Phrase,
        id=_SAID.map(lambda text: text[:100].strip()),
        title=_SAID.map(lambda text: text[:200].strip()),
        keywords=st.lists(_SAID.map(lambda text: text[:50].strip()), max_size=3).map(tuple),
        where=st.sampled_from([where for where, _ in WHERES]),
        text=_SAID.map(lambda text: normalise(f"<p><b>{text.replace('<', '')}</b></p>")),
    ),
    unique_by=lambda phrase: phrase.id,
    max_size=4,
)


@given(_PHRASES)
def test_phrases_come_back_as_they_went_out(phrases: list[Phrase]) -> None:
    text = to_json(phrases)
    assert from_json(text) == tuple(phrases)
    assert to_json(from_json(text)) == text


def file(*rows: object, **more: object) -> str:
    return json.dumps({"format": "decision-phrases/1", "phrases": list(rows)} | more)


def test_what_is_left_out_is_at_its_default() -> None:
    (phrase,) = from_json(file({"id": "a", "title": "T", "text": "Words"}))
    assert phrase == Phrase(id="a", title="T", text="<p>Words</p>")


def test_a_byte_order_mark_is_no_fault() -> None:
    assert from_json("\ufeff" + file(GOOD)) == from_json(file(GOOD))


def test_an_id_is_one_line_without_spaces_around_it() -> None:
    (phrase,) = from_json(file(GOOD | {"id": " grant\nof 2026 \n"}))
    assert phrase.id == "grant of 2026"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "This is not JSON"),
        ("[" * 100_000, "This is not JSON"),
        ("[]", "“format” is not “decision-phrases/1”"),
        (file(format="decision-phrases/2"), "“format” is not"),
        ('{"format": "decision-phrases/1"}', "“phrases” is not a list."),
        (file(GOOD, author="x"), "“author” is not known."),
        (file("x"), "“phrases[0]” is not an object."),
        (file(GOOD, GOOD | {"id": "b", "colour": 1}), "“phrases[1].colour” is not known."),
        (file(GOOD | {"id": ""}), "“phrases[0].id” is not text that says something."),
        (file(GOOD | {"title": 3}), "“phrases[0].title” is not text"),
        (file(GOOD | {"title": "x" * 201}), "“phrases[0].title”: This holds 201 characters"),
        (file(GOOD | {"keywords": "money"}), "“phrases[0].keywords” is not a list"),
        (file(GOOD | {"keywords": ["a", ""]}), "“phrases[0].keywords[1]” is not text"),
        (file(GOOD | {"where": "notes"}), "“phrases[0].where” is none of any, decisions"),
        (file(GOOD | {"where": []}), "“phrases[0].where” is none of any, decisions"),
        (file(GOOD | {"text": "<p></p>"}), "“phrases[0].text” says nothing."),
        (file(GOOD | {"text": "a\x07"}), "“phrases[0].text”: Character 2 is a control"),
        (file(GOOD, GOOD | {"id": " a\n"}), "“phrases[1].id” is “a”, which another phrase has."),
        (file(GOOD, GOOD), "“phrases[1].id” is “a”, which another phrase has."),
    ],
)
def test_a_wrong_file_is_refused_with_what_and_where(text: str, problem: str) -> None:
    with pytest.raises(PhraseFileError) as refused:
        from_json(text)
    assert any(found.startswith(problem) for found in refused.value.problems)


_JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=5), st.just("any")),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.sampled_from(list(GOOD)), inner)
    ),
)


@given(st.lists(_JSON, max_size=5))
def test_junk_among_rows_is_named_and_left_out(junk: list[object]) -> None:
    phrases, faults = from_rows([*junk, GOOD | {"id": "the good one"}])
    assert phrases[-1].title == "Grant"
    assert len(faults) >= len(junk) - len(phrases) + 1
