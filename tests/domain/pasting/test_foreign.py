"""Any HTML at all becomes rich text in normal form, with its words, in time its length sets."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendapp.domain.pasting.arriving import LONGEST_HTML, MOST_TAGS, arriving
from sendapp.domain.pasting.foreign import from_html
from sendapp.domain.pasting.plain_lines import from_text
from sendapp.domain.richtext import plain_text, to_html
from sendapp.domain.richtext_html import parse
from tests.profiles import thorough

TAGS = ["p", "ul", "ol", "li", "table", "tr", "td", "th", "tbody", "thead", "div", "h1", "caption"]
TAGS += ["b", "strong", "i", "em", "u", "sup", "sub", "a", "br", "span", "font", "o:p", "ins"]
TAGS += ["blockquote", "pre", "img", "section", "dl", "dt", "dd", "hr", "center", "body", "head"]
PARTS = st.one_of(
    st.sampled_from(TAGS).map(lambda tag: f"<{tag}>"),
    st.sampled_from(TAGS).map(lambda tag: f"</{tag}>"),
    st.sampled_from(
        [
            '<a href="https://a.example">',
            "<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'>",
            "<p class=MsoListNumber>",
            "<li style='list-style:none' aria-level=3>",
            "<ol start=2>",
            "<span style='font-weight:bold;vertical-align:super;display:block'>",
            "<b style='font-weight:normal'>",
            "<![if !supportLists]>",
            "<!-- note -->",
            "<td colspan=2 rowspan=3>",
            "<table role=presentation>",
            "<del>",
            "<style>p.x {font-weight:bold}</style>",
        ]
    ),
    st.from_regex(r"\A[a-z]{7,9}\Z").map(lambda word: f" {word} "),
)

LINE_PARTS = ["1.", "2.", "(a)", "i)", "•", "-", "o", "", "\n", "\n\n", "word", "Words", "end."]


@thorough
@given(st.lists(PARTS, max_size=25).map("".join))
def test_junk_becomes_normal_form_and_keeps_every_word(html: str) -> None:
    doc = from_html(html)
    seen = re.sub(r"<style>.*?</style>", " ", re.sub(r"<!--.*?-->", " ", html))
    words = re.sub(r"<[^>]*>", " ", seen).split()
    assert sorted(plain_text(doc).split()) == sorted(words)
    assert parse(to_html(doc)) == doc


@given(st.text(), st.text())
def test_any_clipboard_at_all_can_be_read(html: str, text: str) -> None:
    doc = arriving(html, text)
    assert parse(to_html(doc)) == doc


@thorough
@given(st.lists(st.sampled_from(LINE_PARTS)))
def test_plain_text_becomes_normal_form_and_keeps_its_words(parts: list[str]) -> None:
    text = " ".join(parts)
    doc = from_text(text)
    assert parse(to_html(doc)) == doc
    words = re.compile("word|Words|end")
    assert words.findall(plain_text(doc)) == words.findall(text)


def test_what_cannot_be_kept_is_left_out_of_html_from_elsewhere() -> None:
    doc = from_html("<p>a&#xFFFC;b&#12;&#xB;c&#xFDD0;d</p><table><tr><td>&#127;e<td>f</table>")
    assert plain_text(doc).replace(" ", "") == "abcd\ne\tf"


def test_what_hides_without_an_end_hides_nothing() -> None:
    assert plain_text(from_html("<del><svg><xml>seen")) == "seen"


def test_html_too_long_for_any_field_gives_way_to_the_plain_text() -> None:
    assert to_html(arriving("x" * LONGEST_HTML + "<br>", "words")) == "<p>words</p>"


def test_html_with_too_many_tags_gives_way_to_the_plain_text() -> None:
    assert to_html(arriving("<b>" * (MOST_TAGS + 1), "words")) == "<p>words</p>"


def test_initials_are_no_list() -> None:
    assert to_html(from_text("A. Smith\nB. Jones")) == "<p>A. Smith</p><p>B. Jones</p>"


@pytest.mark.timeout(120)
@pytest.mark.parametrize(
    "piece",
    [
        "<a ",
        "<!--",
        "<b>a",
        "<div>",
        "<div><li>",
        "<ul><li>a",
        "<table><tr><td>",
        "<td>a<tr>",
        "</p></b>",
        "<p style='mso-list:l0 level1'>&nbsp; ",
        "<style>{",
        "<style>a{b:c",
        "<p>1. ",
        "&nbsp; ",
        "<del>",
        "<!--EndFragment-->",
        "<!--StartFragment-->",
    ],
)
def test_the_same_said_again_and_again_takes_no_longer_than_its_length(piece: str) -> None:
    def seconds(times: int) -> float:
        begun = time.process_time()
        assert isinstance(from_html(piece * times), tuple)
        return time.process_time() - begun

    short = seconds(4_000)
    assert seconds(32_000) < max(1.0, 40 * short)


@pytest.mark.timeout(60)
def test_ten_megabytes_of_junk_do_not_hang() -> None:
    begun = time.process_time()
    arriving("<p><b>x</i><td>" * 700_000, "1. a-\n(a) \u00a0•\n" * 800_000)
    assert time.process_time() - begun < 20
