"""HTML cut into tags and words: any junk at all, in time that grows only with its length."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendapp.domain.markup import Tag, tokens

SCRAPS = ["<", ">", "</", "<!--", "-->", "<![", "]>", "<?", '"', "'", "=", "/", "&", "&#", ";", " "]
SCRAPS += [
    "<a ",
    "<b>",
    "</b>",
    "<td",
    "<script>",
    "</script",
    "<style ",
    'href="',
    "x",
    "\n",
    "<!",
]


def cut(html: str) -> list[str]:
    """Return tokens in short: words as they are, tags as +name, -name or +-name."""
    return [
        f"{'+' * part.opens}{'-' * part.closes}{part.name}" if isinstance(part, Tag) else part
        for part in tokens(html)
    ]


@pytest.mark.parametrize(
    ("html", "parts"),
    [
        ("a<P Class=x>b</p >c", ["a", "+p", "b", "-p", "c"]),
        ("a<br/>b<br />c", ["a", "+-br", "b", "+-br", "c"]),
        ("<a href=http://a.example/>x</a>", ["+a", "x", "-a"]),
        ('<a title="x > y">z', ["+a", "z"]),
        ("<p don't>a<p isn't>b", ["+p", "a", "+p", "b"]),
        ('<p title="a>b<i>c', ["+p", "b", "+i", "c"]),
        ("a < b <3 &lt; c", ["a < b <3 < c"]),
        ("a<!-- <b> --><i>b<!-->c", ["a", "+i", "b", "c"]),
        ("<!doctype html><?xml a?><![if x]>a<![endif]></>", ["a"]),
        ("<![weird]>a<!ATTLIST [>b", ["a", "b"]),
        ("<script>if (a<b) x('</p>')</SCRIPT>y", ["+script", "-script", "y"]),
        ("a<style>p {} ", ["a", "+style"]),
        ("a<script src=x />b", ["a", "+-script", "b"]),
        ("<o:p>a</o:p>", ["+o:p", "a", "-o:p"]),
        ("a <b", ["a <b"]),
        ("a <!-- b", ["a <!-- b"]),
        ("<!-- <p>a", ["<!-- ", "+p", "a"]),
        ("&amp;&nbsp;&#x41;&nosuch;", ["&\u00a0A&nosuch;"]),
        ("&#" + "9" * 9_000 + ";", ["\ufffd"]),
    ],
)
def test_tags_and_words(html: str, parts: list[str]) -> None:
    assert cut(html) == parts


@pytest.mark.parametrize(
    ("html", "value"),
    [
        ('<a class=x HREF="a&amp;b>c">', "a&b>c"),
        ("<a href='it\"s'>", 'it"s'),
        ("<a href = a/b/ x=y>", "a/b/"),
        ("<a href=a href=b>", "a"),
        ("<a href>", ""),
        ("<a data-href=x>", ""),
    ],
)
def test_an_attribute_by_its_name(html: str, value: str) -> None:
    (tag,) = tokens(html)
    assert isinstance(tag, Tag)
    assert tag.attribute("href") == value


@given(st.lists(st.sampled_from(SCRAPS), max_size=30).map("".join))
def test_no_junk_fails(html: str) -> None:
    assert all(tokens(html))


@pytest.mark.timeout(60)
@pytest.mark.parametrize("scrap", [*SCRAPS, "<!--x", '<a x="', "<a '>'", "<a ='>'", "</a ", '="'])
@pytest.mark.parametrize("end", ["", ">", "\"'>'\"", "-->"])
def test_junk_that_is_said_again_and_again_takes_no_longer(scrap: str, end: str) -> None:
    for part in tokens(scrap * 30_000 + end):
        if isinstance(part, Tag):
            part.attribute("nosuch")
