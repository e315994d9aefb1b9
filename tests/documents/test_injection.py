"""Nothing an officer types is ever evaluated, in any field, in any part of a template."""

from dataclasses import replace
from typing import Any

import pytest

from sendapp.documents.template import load_template
from sendapp.documents.word import render
from sendapp.domain.catalogue import CATALOGUE
from sendapp.domain.fields import Kind, Place
from sendapp.domain.record import ROW_TYPES, DecisionRecord
from sendapp.domain.richtext import Paragraph, Run, to_html
from sendapp.domain.rows import ROWS
from tests.documents import crafted
from tests.documents.reading import Reader
from tests.documents.shipped import KIND, printed
from tests.factory import a_record

CORPUS = (
    *("{{ 7*7 }}", "{_{ 7*7 }_}", "{% for a in b %}", "{%p if x %}", "{# note #}", "{{p title }}"),
    *("<w:p>", "</w:t></w:r></w:p>", "<w:br/>", "&", "&amp;", "&#65;", "]]>", "<!-- a -->"),
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ title.__class__.__mro__ }}",
    *("%s %d", "$(id)", "`id`", "=1+1", "'; drop table records; --", "\\n\\u0041", "${7*7}"),
    *("<script>alert(1)</script>", "<?xml version='1.0'?>", "../../etc", "{", "}", "}}", "%}"),
    *("sendapp-at", '" onclick="', "\n<w:p a", "a\tb\nc"),
)
TEXT_KINDS = (Kind.LINE, Kind.TEXT, Kind.RICH, Kind.POST)
PART = {"header": "header1", "footer": "footer1", "footnote": "footnotes"}


def everywhere(text: str) -> DecisionRecord:
    """A record with `text` in every field and row field that holds words."""
    values: dict[str, Any] = {}
    for entry in CATALOGUE:
        if Place.TEMPLATE not in entry.places:
            continue
        if entry.kind is Kind.ROWS:
            row = {r.name: kept(r.kind, text) for r in ROWS[entry.name] if r.kind in TEXT_KINDS}
            values[entry.name] = (ROW_TYPES[entry.name](**row),) * 2
        elif entry.kind in TEXT_KINDS:
            values[entry.name] = kept(entry.kind, text)
    return replace(a_record(), **values, conflicts_declared="declared")


def kept(kind: Kind, text: str) -> str:
    """`text` as a field of `kind` keeps it."""
    return to_html((Paragraph((Run(text),)),)) if kind is Kind.RICH else text


@pytest.mark.parametrize("text", CORPUS)
def test_words_stay_words_in_the_shipped_template(text: str) -> None:
    reader = Reader(printed(everywhere(text)))
    shown = reader.paragraphs()
    assert f"1. TITLE: {text}" in shown
    assert f"Wards affected:\t{text}" in shown
    assert shown.count(text) >= 9
    assert not any("49" in words for words in shown)
    assert reader.paragraphs("word/footer1.xml")[0].startswith(text)


@pytest.mark.parametrize("text", CORPUS)
def test_words_stay_words_in_three_sections_header_footer_and_footnote(text: str) -> None:
    template = load_template(
        crafted.template(
            "Body: {{ title }}",
            "{{p reasons }}",
            sections=3,
            header="Header: {{ title }}",
            footer="Footer: {{ wards }}",
            footnote="Note: {{ authority }}",
        )
    )
    reader = Reader(render(everywhere(text), KIND, template))
    assert f"Body: {text}" in reader.paragraphs()
    # Two reasons, and where the two corrections stand, which this template does not print itself.
    assert reader.paragraphs().count(text) == 4
    assert reader.paragraphs().count(f"Before: {text}") == 2
    for part, file in PART.items():
        label = {"footnote": "Note"}.get(part, part.capitalize())
        assert reader.paragraphs(f"word/{file}.xml") == [f"{label}: {text}"]


@pytest.mark.parametrize("text", CORPUS)
def test_words_stay_words_in_tables_links_and_attributes(text: str) -> None:
    href = "https://a.example/?" + "".join(c for c in text if c not in "\n\t ")
    cell = Run(text, frozenset({"b"}), href)
    html = to_html((Paragraph((cell, Run(text))),))
    docx = printed(a_record(decisions=a_record().decisions, reasons=(_item(html),)))
    reader = Reader(docx)
    assert text + text in reader.paragraphs()
    assert any(cell.href in str(target) for target in reader._links.values())


def _item(html: str) -> Any:
    return replace(a_record().reasons[0], text=html)
