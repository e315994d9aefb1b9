"""Any rich text comes back from the Word document as it went in: words, marks, lists, links."""

import pytest
from hypothesis import given

from sendapp.documents.template import load_template
from sendapp.documents.word import render
from sendapp.domain.catalogue import CATALOGUE
from sendapp.domain.fields import Kind, Place
from sendapp.domain.record import DecisionRecord, Item, Option
from sendapp.domain.richtext import Doc, to_html
from tests import strategies
from tests.documents import crafted
from tests.documents.reading import Reader
from tests.documents.shipped import KIND, TEMPLATE_PATH, printed
from tests.factory import a_record
from tests.profiles import thorough

# Thousands of examples take minutes; the number is the caller's choice.
pytestmark = pytest.mark.timeout(0)

START, END = "⟦start⟧", "⟦end⟧"


def _with_the_shipped_styles(*texts: str) -> bytes:
    """The shipped template with another body."""
    docx = TEMPLATE_PATH.read_bytes()
    body = Reader(docx).parts["word/document.xml"].decode()
    old = body[body.index("<w:body>") + len("<w:body>") : body.index("<w:sectPr>")]
    return crafted.changed(docx, "word/document.xml", old, "".join(map(crafted.paragraph, texts)))


TEMPLATE = load_template(
    _with_the_shipped_styles(
        *("{%p for option in options %}", START, "{{p option.text }}", END, "{%p endfor %}")
    )
)


@thorough
@given(strategies.DOC)
def test_rich_text_comes_back_from_word(doc: Doc) -> None:
    record = a_record(options=(Option(title="kept", text=to_html(doc)),))
    docx = render(record, KIND, TEMPLATE)
    assert to_html(Reader(docx).between(START, END)) == to_html(doc)


@thorough
@given(strategies.records())
def test_any_record_prints_every_word(record: DecisionRecord) -> None:
    shown = "\n".join(Reader(printed(record)).paragraphs())
    for entry in CATALOGUE:
        value = getattr(record, entry.name)
        if Place.TEMPLATE in entry.places and entry.kind in (Kind.LINE, Kind.TEXT, Kind.POST):
            assert value in shown


@thorough
@given(strategies.RICH, strategies.LINE)
def test_items_keep_their_words_and_their_titles(html: str, line: str) -> None:
    record = a_record(title=line, decisions=(Item(text=html), Item(text="<p>end</p>")))
    shown = Reader(printed(record)).paragraphs()
    assert f"1. TITLE: {line or '[Title to be added]'}" in shown
    assert "end" in shown
