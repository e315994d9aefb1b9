"""Rich text goes into a QTextDocument and comes out as it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication

from sendapp.domain.richtext import Doc, Line, flatten, runs_text, to_html
from sendapp.domain.richtext_edits import Spot
from sendapp.editing.rich_document import fill, fill_html, locate, position_of, read_html
from tests.profiles import thorough
from tests.strategies import DOC, RICH

pytestmark = pytest.mark.usefixtures("qapp")


@thorough
@given(RICH)
def test_any_rich_text_comes_out_as_it_went_in(html: str) -> None:
    document = QTextDocument()
    fill_html(document, html)
    assert read_html(document) == html


@given(RICH, RICH)
def test_nothing_of_the_text_before_is_left(before: str, html: str) -> None:
    document = QTextDocument()
    fill_html(document, before)
    fill_html(document, html)
    assert read_html(document) == html


@given(DOC, st.data())
def test_a_spot_is_found_again(doc: Doc, data: st.DataObject) -> None:
    lines = [(i, p) for i, p in enumerate(flatten(doc)) if isinstance(p, Line)]
    if not lines:
        return
    part, line = data.draw(st.sampled_from(lines))
    spot = Spot(part, data.draw(st.integers(0, len(runs_text(line.runs)))))
    document = QTextDocument()
    fill(document, flatten(doc))
    assert locate(document, position_of(document, spot)) == spot, to_html(doc)


def test_a_blank_text_is_blank(qapp: QApplication) -> None:
    document = QTextDocument()
    fill_html(document, "")
    assert read_html(document) == ""
    assert document.blockCount() == 1


@pytest.mark.parametrize(
    "html",
    [
        "<p>1<sup>st</sup></p>",
        '<p><a href="https://marlhaven.example/?a=1&amp;b=2"><b>page</b></a></p>',
        "<ol><li>one<ol><li>two<ul><li>three</li></ul></li></ol></li><li>four</li></ol>",
        "<table><tr><th>a</th><th></th></tr><tr><td>b<br>c</td><td>d</td></tr></table>",
        "<p>a</p><table><tr><td>b</td></tr></table><p>c</p>",
        "<table><tr><td>b</td></tr></table><ul><li></li></ul>",
        "<p>no-break\u00a0space, 😀 and 日本</p>",
    ],
)
def test_every_kind_of_text_comes_out_as_it_went_in(html: str) -> None:
    document = QTextDocument()
    fill_html(document, html)
    assert read_html(document) == html
