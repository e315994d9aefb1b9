"""HTML on its way in: what the normal form knows is kept, of anything else the words."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendapp.domain.richtext import plain_text, to_html
from sendapp.domain.richtext_html import (
    normalise,
    parse,
    safe_href,
    words_of,
)
from sendapp.domain.text import Refused
from tests.profiles import thorough

TAGS = ["p", "ul", "ol", "li", "table", "tr", "td", "th", "tbody", "div", "h1", "h3", "caption"]
TAGS += ["b", "strong", "i", "em", "u", "sup", "sub", "a", "br", "span", "font", "o:p", "mark"]
TAGS += ["blockquote", "pre", "img", "section", "dl", "dt", "dd", "hr", "center"]
PARTS = st.one_of(
    st.sampled_from(TAGS).map(lambda tag: f"<{tag}>"),
    st.sampled_from(TAGS).map(lambda tag: f"</{tag}>"),
    st.sampled_from(
        [
            '<a href="https://a.example">',
            '<a href="javascript:x()">',
            '<p class=MsoNormal style="mso-list:l0">',
            "<!-- note -->",
            "<![if !supportLists]>",
            "<![endif]>",
            '<img src="file:///etc/x">',
        ]
    ),
    st.from_regex(r"\A[a-z]{1,6}\Z").map(lambda word: f" {word} "),
)


@thorough
@given(st.lists(PARTS, max_size=25).map("".join))
def test_junk_never_fails_and_keeps_every_word(html: str) -> None:
    doc = parse(html)
    words = re.sub(r"<[^>]*>", " ", re.sub(r"<!--.*?-->", " ", html)).split()
    assert plain_text(doc).split() == words
    assert parse(to_html(doc)) == doc


@given(st.text())
def test_any_text_at_all_can_be_read(text: str) -> None:
    doc = parse(text)
    assert parse(to_html(doc)) == doc


@pytest.mark.parametrize(
    ("html", "normal"),
    [
        ("plain", "<p>plain</p>"),
        ("<div>a</div><h1>b</h1>", "<p>a</p><p>b</p>"),
        ("<p><strong>a</strong> <em>b</em></p>", "<p><b>a</b> <i>b</i></p>"),
        ("<p><i><b>a</b></i></p>", "<p><b><i>a</i></b></p>"),
        ("<p>1<sup>st</sup> September</p>", "<p>1<sup>st</sup> September</p>"),
        ("<ul><li><p>a</p></li><li>b</li></ul>", "<ul><li>a</li><li>b</li></ul>"),
        ("<ul><li><p>a</p><p>b</p></li></ul>", "<ul><li>a<br>b</li></ul>"),
        ("<ol><li>a<ul><li>b</li></ul></li></ol>", "<ol><li>a<ul><li>b</li></ul></li></ol>"),
        ("<ol><li>a</li><ul><li>b</li></ul></ol>", "<ol><li>a<ul><li>b</li></ul></li></ol>"),
        ("<p>a &amp; b &lt;c&gt;</p>", "<p>a &amp; b &lt;c&gt;</p>"),
        ("<p>a&nbsp;b</p>", "<p>a\u00a0b</p>"),
        ("<p>a</p>\n  <p>b</p>", "<p>a</p><p>b</p>"),
        ("<p>a\nb</p>", "<p>a b</p>"),
        ("<p>a<script>alert(1)</script><style>p {}</style></p>", "<p>a</p>"),
        (
            "<table><thead><tr><th>a</th></tr></thead><tbody><tr><td><p>b</p></td></tr></tbody></table>",
            "<table><tr><th>a</th></tr><tr><td>b</td></tr></table>",
        ),
        (
            "<table><tr><td>a<table><tr><td>b</td></tr></table></td></tr></table>",
            "<table><tr><td>a<br>b</td></tr></table>",
        ),
    ],
)
def test_html_is_brought_into_the_normal_form(html: str, normal: str) -> None:
    assert normalise(html) == normal


@pytest.mark.parametrize(
    "address",
    ["https://a.example/x?y=1&z=2", "http://a.example", "mailto:a@b.example", "HTTPS://A.EXAMPLE"],
)
def test_links_lead_to_the_web_and_to_mail(address: str) -> None:
    assert safe_href(f" {address} ") == address


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "//server/share",
        "data:text/html,x",
        "https://a\nb",
        "",
    ],
)
def test_links_lead_nowhere_else(address: str) -> None:
    assert safe_href(address) == ""


@pytest.mark.parametrize("html", ["<table>a<tr>", "<table><table>a", "<table><tr><td>a<table>"])
def test_words_in_a_table_that_never_ends_are_kept(html: str) -> None:
    assert words_of(html).split() == ["a"]


def test_a_link_that_may_not_stay_keeps_its_words() -> None:
    assert normalise('<p><a href="file:///x">here</a></p>') == "<p>here</p>"


def test_an_attribute_is_escaped_and_read_back() -> None:
    html = '<p><a href="https://a.example/?a=1&amp;b=%22">x</a></p>'
    assert normalise(html) == html


def test_words_that_cannot_be_kept_are_refused() -> None:
    with pytest.raises(Refused, match="control character"):
        normalise("<p>a\x0bb</p>")


def test_the_limit_counts_words_and_not_tags() -> None:
    assert normalise("<p>" + "<b>x</b>" * 10 + "</p>", limit=10) == f"<p><b>{'x' * 10}</b></p>"
    with pytest.raises(Refused, match="at most 9"):
        normalise("<p>" + "<b>x</b>" * 10 + "</p>", limit=9)


def test_words_of_a_rich_text_are_plain_lines() -> None:
    assert words_of("<p>a <b>b</b></p><p>c</p>") == "a b\nc"
    assert words_of("") == ""


@pytest.mark.parametrize(
    "html",
    [
        '<html><head><meta charset="utf-8"><body><p>Hello</p></body></html>',
        "<html><head><title>Page</title><p>Hello",
        "<head><title>Page<body>Hello",
        "<title>Page<p>Hello",
        "<title>Page</head>Hello",
        "<![weird]>Hello",
        "<!ATTLIST [>Hello",
        "<template><p>not yet</p></template>Hello",
    ],
)
def test_words_behind_a_head_or_a_declaration_out_of_order_are_kept(html: str) -> None:
    assert words_of(html) == "Hello"


@pytest.mark.parametrize(
    ("cells", "rows"),
    [
        (
            "<tr><th>A<th>B<th>C<tr><td rowspan=2>a<td>b<td>c<tr><td>d<td>e",
            ["A\tB\tC", "a\tb\tc", "\td\te"],
        ),
        ("<tr><td colspan=2>a<td>b<tr><td>c<td>d<td>e", ["a\t\tb", "c\td\te"]),
        ("<tr><td>a<td rowspan=3>b<tr><td>c<tr><td>d", ["a\tb", "c\t", "d\t"]),
        ("<tr><td colspan=2 rowspan=2>a<td>b<tr><td>c", ["a\t\tb", "\t\tc"]),
        ("<tr><td colspan=x rowspan=-1>a<td colspan=0>b", ["a\tb"]),
    ],
)
def test_cells_beside_one_that_spans_stay_in_their_columns(cells: str, rows: list[str]) -> None:
    assert words_of(f"<table>{cells}</table>").split("\n") == rows


def test_a_table_has_no_more_columns_than_word_takes_and_keeps_its_words() -> None:
    cells = "".join(f"<td>{number}" for number in range(70))
    first, second = words_of(f"<table><tr>{cells}<tr><td colspan=999999999>x").split("\n", 1)
    assert first.split("\t") == [str(number) for number in range(63)]
    assert second.split("\n")[:7] == [*map(str, range(63, 69)), "69"]
    assert second.endswith("\nx" + "\t" * 62)
