"""Finding in a record and replacing: what is meant is found, and nothing else changes."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendapp.domain.catalogue import CATALOGUE, field
from sendapp.domain.fields import Place
from sendapp.domain.finding_words import Hit, Wanted, hits, replace_all, replaced
from sendapp.domain.record import Item, Option
from sendapp.domain.record_texts import texts_of
from sendapp.domain.richtext import Line, Table, flatten, runs_text
from sendapp.domain.richtext_html import normalise, parse, words_of
from sendapp.domain.rows import row_field
from tests.factory import a_full_record, a_record, items
from tests.strategies import RICH, records

NAMES = tuple(entry.name for entry in CATALOGUE if Place.FORM in entry.places)
RICH_ENTRY = row_field("reasons", "text")


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        ("quay", "The Quay and the quays", ["Quay", "quay"]),
        ("section 106", "Section\u00a0106", ["Section\u00a0106"]),
        ("section\u00a0106", "section 106", ["section 106"]),
        ("tanner's", "Tanner’s", ["Tanner’s"]),
        ("tanner’s", "Tanner's", ["Tanner's"]),
        ('"a"', "“a” and 'a'", ["“a”"]),
        ("a.b", "a.b axb", ["a.b"]),
        ("aa", "aaaa", ["aa", "aa"]),
        ("É", "é", ["é"]),
        ("", "anything", []),
        ("a b", "a\nb", []),
    ],
)
def test_what_an_officer_means_is_found(words: str, text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in Wanted(words).ranges(text)] == found


def test_capitals_count_when_they_are_to() -> None:
    assert Wanted("Quay", match_case=True).ranges("quay Quay") == [(5, 9)]


@pytest.mark.parametrize(
    ("words", "text", "count"),
    [
        ("council", "The council, council-wide; councils", 2),
        ("council", "the council’s plan", 0),
        ("council’s", "the council's plan", 1),
        ("council", "‘council’", 1),
        ("caf", "café", 0),
        ("cafe", "cafe\u0301", 0),
        ("naïve", "a naïve view", 1),
        ("£5", "£50 and £5", 1),
        ("(a)", "x(a)y", 1),
        ("дом", "дома дом", 1),
    ],
)
def test_whole_words_end_where_words_end(words: str, text: str, count: int) -> None:
    assert len(Wanted(words, whole_words=True).ranges(text)) == count


def test_hits_stand_in_every_text_of_the_form_in_its_order() -> None:
    record = a_record(
        title="Ferry",
        reasons=items(
            "<p>a ferry, a ferry</p>", "<table><tr><td>x</td><td>ferry</td></tr></table>"
        ),
        options=(Option(title="Ferry", text="<ul><li>ferry<ul><li>Ferry</li></ul></li></ul>"),),
        notes="ferry",
        date_of_decision="2026-03-02",
    )
    places = [(hit.place, hit.nth) for hit in hits(record, NAMES, Wanted("ferry"))]
    assert places == [
        ("title", 0),
        ("reasons[0]", 0),
        ("reasons[0]", 1),
        ("reasons[1]", 0),
        ("options[0].title", 0),
        ("options[0].text", 0),
        ("options[0].text", 1),
        ("notes", 0),
    ]


def test_dates_choices_and_what_is_not_on_the_form_are_never_touched() -> None:
    record = a_full_record()
    after = replace_all(record, NAMES, Wanted("2026"), "1999")
    after = replace_all(after, NAMES, Wanted("yes"), "no")
    for name in ("date_of_decision", "key_decision", "status", "set_aside", "carried", "id"):
        assert getattr(after, name) == getattr(record, name)
    assert [row.kind for row in after.urgency] == [row.kind for row in record.urgency]
    assert after.reference == "MBC/1999/014"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<p>the <b>old</b> quay</p>", "<p>the <b>new</b> quay</p>"),
        ("<p>the <b>ol</b>d quay</p>", "<p>the <b>new</b> quay</p>"),
        ("<p>the o<b>ld</b> quay</p>", "<p>the new quay</p>"),
        ("<p>1<sup>old</sup></p>", "<p>1<sup>new</sup></p>"),
        (
            '<p><a href="https://a.example/">old b</a></p>',
            '<p><a href="https://a.example/">new b</a></p>',
        ),
        (
            "<ol><li>old<ul><li>old</li></ul></li></ol>",
            "<ol><li>new<ul><li>new</li></ul></li></ol>",
        ),
        ("<table><tr><th>old</th></tr></table>", "<table><tr><th>new</th></tr></table>"),
        ("<p>old<br>o<br>ld</p>", "<p>new<br>o<br>ld</p>"),
    ],
)
def test_what_is_put_in_looks_as_what_goes(before: str, after: str) -> None:
    assert replaced(RICH_ENTRY, before, Wanted("old"), "new") == after


def test_one_hit_alone_is_replaced() -> None:
    html = "<p>old old</p><ul><li>old</li></ul>"
    assert (
        replaced(RICH_ENTRY, html, Wanted("old"), "new", nth=1)
        == "<p>old new</p><ul><li>old</li></ul>"
    )
    assert replaced(field("title"), "old old", Wanted("old"), "new", nth=1) == "old new"


NEEDLES = st.sampled_from(["a", "b", "é", " ", "ab", "<", "'", "&"])
OTHERS = st.sampled_from(["Q", "QQ Z", "Z&<Q>"])


@given(records(), NEEDLES, OTHERS, st.booleans())
def test_after_replacing_all_nothing_is_left_to_find(record, words, by, whole) -> None:  # type: ignore[no-untyped-def]
    wanted = Wanted(words, whole_words=whole)
    after = replace_all(record, NAMES, wanted, by)
    if not (whole or {*words.lower()} & {*by.lower()}):
        assert hits(after, NAMES, wanted) == []
    for text in texts_of(after, NAMES):
        if text.entry is RICH_ENTRY:
            assert normalise(text.value) == text.value


@given(records(), st.sampled_from(["zzqq", "Ω!"]))
def test_where_nothing_is_found_nothing_changes(record, words) -> None:  # type: ignore[no-untyped-def]
    assert hits(record, NAMES, Wanted(words)) == []
    assert replace_all(record, NAMES, Wanted(words), "x") == record


@given(RICH, NEEDLES)
def test_words_and_looks_round_what_is_replaced_are_kept(html: str, words: str) -> None:
    after = replaced(RICH_ENTRY, html, Wanted(words, match_case=True), "Ω")
    before_parts, after_parts = list(flatten(parse(html))), list(flatten(parse(after)))
    assert [_shape(part) for part in before_parts] == [_shape(part) for part in after_parts]
    for one, other in zip(_stretches(before_parts), _stretches(after_parts), strict=True):
        said = runs_text(one)
        spans = Wanted(words, match_case=True).ranges(said)
        kept = [
            (said[at], run_marks)
            for at, run_marks in enumerate(_looks(one))
            if said[at] != "\n" and not any(start <= at < end for start, end in spans)
        ]
        left = [
            (c, look)
            for c, look in zip(runs_text(other), _looks(other), strict=True)
            if c not in "Ω\n"
        ]
        assert [k for k in kept if k[0] != "Ω"] == left


def _shape(part: Line | Table) -> object:
    if isinstance(part, Line):
        return part.level, part.ordered
    return part.header, [len(row) for row in part.rows]


def _stretches(parts):  # type: ignore[no-untyped-def]
    for part in parts:
        if isinstance(part, Line):
            yield part.runs
        else:
            yield from (cell for row in part.rows for cell in row)


def _looks(runs):  # type: ignore[no-untyped-def]
    return [(run.marks, run.href) for run in runs for _ in run.text]


def test_a_list_is_replaced_whole_and_rows_keep_their_keys() -> None:
    record = a_record(reasons=(Item(text="<p>old</p>", key="k1"), Item(text="<p>x</p>", key="k2")))
    after = replace_all(record, ("reasons",), Wanted("old"), "new")
    assert [row.key for row in after.reasons] == ["k1", "k2"]
    assert words_of(after.reasons[0].text) == "new"
    assert replace(after, reasons=record.reasons) == record
    assert hits(after, ("reasons",), Wanted("new")) == [Hit("reasons[0]", 0)]
