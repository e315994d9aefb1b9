"""A record on a template that a council made itself."""

from dataclasses import fields

import pytest

from sendapp.documents.template import load_template
from sendapp.documents.word import render
from sendapp.domain.record import DecisionRecord
from sendapp.errors import TemplateProblem
from tests.documents import crafted
from tests.documents.reading import Reader, style_of, words_of
from tests.documents.shipped import KIND, TEMPLATE_PATH, printed
from tests.factory import a_full_record, a_record, items

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


NEVER_PRINTED = (
    *("notes", "unknown", "decision_maker_interest", "clearances"),
    *("set_aside", "carried", "circulations", "call_in_ends", "in_force_on", "call_in_reason"),
    *("called_in_by", "called_in_on", "call_in_outcome", "withdrawn_on", "withdrawn_reason"),
)


def test_every_template_field_of_the_record_can_be_named() -> None:
    names = [f.name for f in fields(DecisionRecord) if f.name not in ("id", "record_type")]
    for name in names:
        if name in NEVER_PRINTED:
            with pytest.raises(TemplateProblem, match=name):
                load_template(crafted.template(f"{{{{ {name} }}}}"))
        elif name in ("decisions", "reasons"):
            load_template(crafted.template(f"{{{{p {name} }}}}"))
        elif name in (
            *("options", "conflicts", "urgency", "background_papers", "appendices", "corrections"),
        ):
            load_template(
                crafted.template(f"{{%p for row in {name} %}}", "{{ row.number }}", "{%p endfor %}")
            )
        else:
            load_template(crafted.template(f"{{{{ {name} }}}}"))


def test_words_that_the_template_hides_stop_the_document() -> None:
    hiding = load_template(crafted.template("{% if draft %}{{ title }}{% endif %}"))
    render(a_record(status="draft"), KIND, hiding)
    with pytest.raises(TemplateProblem, match="leaves out words of “Title”: “Resurfacing"):
        render(a_record(status="decided"), KIND, hiding)


def test_upper_case_headings_are_allowed() -> None:
    shouting = load_template(crafted.template("{{ title|upper }}"))
    shown = Reader(render(a_record(title="Straße"), KIND, shouting)).paragraphs()
    assert shown == ["STRASSE"]


def test_a_council_template_without_styles_gets_lists_links_and_tables() -> None:
    plain = load_template(crafted.template("{{p decisions }}"))
    rich = (
        '<p>x <a href="https://a.example/?q=1&amp;r=2">l</a></p><ol><li>o</li></ol>'
        "<table><tr><td>c</td></tr></table>"
    )
    reader = Reader(render(a_record(decisions=items(rich)), KIND, plain))
    assert reader.paragraphs() == ["x l", "o", "c"]
    assert b"https://a.example/?q=1&amp;r=2" in reader.parts["word/_rels/document.xml.rels"]
    assert b"numbering" in reader.parts["[Content_Types].xml"]


def test_the_tag_paragraphs_own_look_goes_to_what_replaces_it() -> None:
    tag = (
        '<w:p><w:pPr><w:keepNext/><w:jc w:val="both"/></w:pPr><w:r><w:rPr><w:sz w:val="18"/>'
        "</w:rPr><w:t>{{p option.text }}</w:t></w:r></w:p>"
    )
    loop = crafted.paragraph("{%p for option in options %}")
    end = crafted.paragraph("{%p endfor %}")
    titled = crafted.paragraph("{{ option.title }}")
    docx = load_template(crafted.document_of(loop + titled + tag + end))
    found = Reader(render(a_record(), KIND, docx)).body.findall(f"{W}p")
    texts = [p for p in found if words_of(p) == "It lasts."]
    assert texts[0].find(f"{W}pPr/{W}jc") is not None
    assert texts[0].find(f"{W}r/{W}rPr/{W}sz") is not None
    assert style_of(texts[0]) == ""


def test_rendering_leaves_the_template_file_alone() -> None:
    before = TEMPLATE_PATH.read_bytes()
    printed(a_full_record())
    assert TEMPLATE_PATH.read_bytes() == before
