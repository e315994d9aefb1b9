"""A pasted text as items, each a paragraph or an item of its list."""

import pytest

from sendapp.domain.pasting.separating import items_of, lists_several
from sendapp.domain.richtext import to_html
from sendapp.domain.richtext_html import parse


@pytest.mark.parametrize(
    ("html", "items"),
    [
        ("<ol><li>a</li><li>b</li></ol>", ["<p>a</p>", "<p>b</p>"]),
        ("<p>a</p><p></p><p>b</p>", ["<p>a</p>", "<p>b</p>"]),
        (
            "<ol><li>a<ol><li>x<ul><li>y</li></ul></li></ol></li><li>b</li></ol>",
            ["<p>a</p><ol><li>x<ul><li>y</li></ul></li></ol>", "<p>b</p>"],
        ),
        (
            "<p>a</p><table><tr><td>x</td></tr></table><p>b</p>",
            ["<p>a</p><table><tr><td>x</td></tr></table>", "<p>b</p>"],
        ),
        ("", []),
    ],
)
def test_each_item_and_each_paragraph_is_one(html: str, items: list[str]) -> None:
    assert [to_html(item) for item in items_of(parse(html))] == items


@pytest.mark.parametrize(
    ("html", "several"),
    [
        ("<ol><li>a</li><li>b</li></ol>", True),
        ("<p>To:</p><ul><li>a</li><li>b</li></ul>", True),
        ("<ol><li>a<ol><li>b</li><li>c</li></ol></li></ol>", False),
        ("<p>a</p><p>b</p><ol><li>a</li><li>b</li></ol>", False),
        ("<p>a</p>", False),
    ],
)
def test_a_list_of_several_is_told_from_a_text_with_a_list(html: str, several: bool) -> None:
    assert lists_several(parse(html)) is several
