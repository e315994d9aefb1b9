"""What is copied shows in other programs as it was, and can be read back."""

from hypothesis import given

from sendapp.domain.pasting.foreign import from_html
from sendapp.domain.pasting.outgoing import fragment, page
from sendapp.domain.richtext import plain_text, to_html
from sendapp.domain.richtext_html import parse
from tests.profiles import thorough
from tests.strategies import DOC


def test_lists_count_as_in_print_and_nest_as_browsers_expect() -> None:
    doc = parse("<ol><li>a<ol><li>b<ol><li>c</li></ol></li></ol></li><li>d</li></ol>")
    assert fragment(doc) == (
        '<ol><li>a<ol type="a"><li>b<ol type="i"><li>c</li></ol></li></ol></li><li>d</li></ol>'
    )


def test_a_table_has_a_head_and_borders() -> None:
    doc = parse("<table><tr><th>a</th></tr><tr><td>1<sup>st</sup></td></tr></table>")
    assert fragment(doc) == (
        '<table border="1" cellspacing="0"><thead><tr><th>a</th></tr></thead>'
        "<tbody><tr><td>1<sup>st</sup></td></tr></tbody></table>"
    )


def test_a_page_says_its_encoding_and_a_few_words_stay_words() -> None:
    assert page(parse("<p>£ <b>é</b></p>")) == (
        '<html><head><meta charset="utf-8"></head><body>'
        "<!--StartFragment-->£ <b>é</b><!--EndFragment--></body></html>"
    )


@thorough
@given(DOC)
def test_the_page_holds_the_same_as_the_text(doc: object) -> None:
    assert isinstance(doc, tuple)
    assert parse(fragment(doc)) == parse(to_html(doc).replace("<p></p>", "<p>\u00a0</p>"))


def test_other_programs_words_come_back_the_same() -> None:
    html = (
        "<p>On the 1<sup>st</sup> <b>May</b></p><ol><li>one<ul><li>in</li></ul></li><li>two</li>"
        "</ol><table><tr><th>a</th><th>b</th></tr><tr><td>c</td><td>d</td></tr></table>"
    )
    assert to_html(from_html(page(parse(html)))) == html
    assert plain_text(parse(html)).startswith("On the 1st May")
