"""The copy to sign: a block for each signatory and the text's code, on any council's template."""

import io
import zipfile

import page
import pytest

from sendapp.documents.pages import lay_out
from sendapp.documents.template import load_template
from sendapp.documents.word import render
from sendapp.domain.record import DecisionRecord
from sendapp.domain.sealing import code_of, shown_code
from sendapp.errors import TemplateProblem
from tests import office
from tests.documents import crafted
from tests.documents.invented import invented
from tests.documents.reading import Reader, style_of, words_of
from tests.documents.shipped import KIND, KINDS, NAMES, corrections, printed
from tests.factory import a_record, items

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
RULE = "\N{NO-BREAK SPACE}" * 92
BLANK = [f"Signature:\t{RULE}", f"Date:\t{RULE}"]
OWN_BLANK = [words[:-22] for words in BLANK]


def code_words(record: DecisionRecord) -> str:
    return f"Text code {shown_code(code_of(record))}"


def block(reader: Reader) -> list[str]:
    """What stands under the last heading, which is that of the signatures."""
    shown = reader.paragraphs()
    return shown[max(shown.index(head) for head in ("Signature", "Signatures") if head in shown) :]


@pytest.mark.parametrize("kind", NAMES)
def test_the_block_has_holder_post_signature_and_date_of_each_signatory(kind: str) -> None:
    record = a_record(record_type=kind, decision_maker_name="Ines Coyle")
    shown = block(Reader(printed(record, signing=True)))
    if kind == "cabinet":
        chair = ["Chair of the meeting", f"Name:\t{RULE}", *BLANK]
        assert shown == ["Signatures", *chair, "Proper officer", f"Name:\t{RULE}", *BLANK]
    else:
        assert shown == ["Signature", record.decision_maker, "Name:\tInes Coyle", *BLANK]


def test_a_maker_that_is_not_named_yet_is_told_of() -> None:
    shown = block(Reader(printed(DecisionRecord(), signing=True)))
    assert shown[1:3] == ["[Decision maker to be added]", f"Name:\t{RULE}"]


@pytest.mark.parametrize("kind", NAMES)
def test_the_code_is_in_the_footer_of_the_copy_to_sign_alone(kind: str) -> None:
    record = a_record(record_type=kind)
    footer = "word/footer1.xml"
    signed, plain = Reader(printed(record, signing=True)), Reader(printed(record))
    assert code_words(record) in signed.paragraphs(footer)[0]
    assert "Text code" not in plain.paragraphs(footer)[0]
    assert not any(words.startswith("Signature") for words in plain.paragraphs())


def test_the_paper_that_is_signed_is_no_draft() -> None:
    ready, draft = a_record(status="ready"), a_record(status="draft")
    assert not any("DRAFT" in words for words in Reader(printed(ready, signing=True)).paragraphs())
    assert any("DRAFT" in words for words in Reader(printed(ready)).paragraphs())
    assert any("DRAFT" in words for words in Reader(printed(draft, signing=True)).paragraphs())


@pytest.mark.parametrize("kind", NAMES)
def test_the_copy_to_sign_has_room_for_the_date_and_no_words_in_its_place(kind: str) -> None:
    ready = a_record(record_type=kind, status="ready", date_of_decision="")
    to_sign = Reader(printed(ready, signing=True))
    assert "\N{NO-BREAK SPACE}" * 60 in to_sign.paragraphs()
    assert not any("to be added]" in words for words in to_sign.paragraphs())
    assert "[Date of decision to be added]" in Reader(printed(ready)).paragraphs()
    dated = a_record(record_type=kind, status="ready", date_of_decision="2026-03-02")
    shown = Reader(printed(dated, signing=True)).paragraphs()
    assert "2 March 2026" in shown
    assert "\N{NO-BREAK SPACE}" * 60 not in shown


def test_lines_to_write_on_are_no_words_of_the_pdf() -> None:
    ready = a_record(status="ready", date_of_decision="")
    for docx in (
        printed(ready, signing=True),
        render(ready, KIND, load_template(crafted.template("{{ title }}")), signing=True),
    ):
        (text,) = _page_texts(lay_out(docx).pdf())
        assert "Signature" in text
        assert "_" not in text


def test_the_date_is_written_by_hand_on_a_template_of_the_councils_own() -> None:
    own = load_template(
        crafted.template("{{ title }} {{ date_of_decision or missing.date_of_decision }}")
    )
    ready = a_record(status="ready", date_of_decision="")
    assert Reader(render(ready, KIND, own, signing=True)).paragraphs()[0].endswith(f" {'_' * 24}")
    assert "[Date of decision to be added]" in Reader(render(ready, KIND, own)).paragraphs()[0]


def test_the_code_is_on_every_page() -> None:
    record = invented(17)
    pdf = lay_out(printed(record, signing=True)).pdf()
    texts = _page_texts(pdf)
    assert len(texts) > 3
    assert all(shown_code(code_of(record)) in text for text in texts)


@pytest.mark.parametrize("lines", range(0, 60, 3))
def test_the_block_stands_on_one_page(lines: int) -> None:
    words = "<p>" + "</p><p>".join(f"Line {n} of the reasons." for n in range(lines + 1)) + "</p>"
    record = a_record(record_type="cabinet", reasons=items(words))
    texts = _page_texts(lay_out(printed(record, signing=True)).pdf())
    [on] = [text for text in texts if "Proper officer" in text]
    assert "Signatures" in on
    assert "Chair of the meeting" in on


def _page_texts(pdf: bytes) -> list[str]:
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    texts = []
    for sheet in document:
        text = sheet.get_textpage()
        texts.append(text.get_text_bounded())
        text.close()
        sheet.close()
    document.close()
    return texts


# A council's own template.


def test_a_template_without_a_place_for_it_gets_the_block_in_its_own_styles() -> None:
    own = load_template(crafted.template("{{ title }}", footer="Page footer"))
    record = a_record(decision_maker_name="Ines Coyle")
    reader = Reader(render(record, KIND, own, signing=True))
    assert reader.paragraphs() == [
        *(record.title, "Signature", record.decision_maker, "Name:\tInes Coyle"),
        *OWN_BLANK,
    ]
    assert reader.paragraphs("word/footer1.xml") == ["Page footer", code_words(record)]
    assert _opens(reader)
    plain = Reader(render(record, KIND, own))
    assert plain.paragraphs() == [record.title]


def test_a_template_without_a_footer_gets_one_in_every_section() -> None:
    own = load_template(crafted.template("{{ title }}", sections=3))
    record = a_record()
    reader = Reader(render(record, KIND, own, signing=True))
    assert reader.paragraphs("word/footer1.xml") == [code_words(record)]
    assert b'footer1.xml"' in reader.parts["word/_rels/document.xml.rels"]
    assert b"/word/footer1.xml" in reader.parts["[Content_Types].xml"]
    pages = _page_texts(lay_out(render(record, KIND, own, signing=True)).pdf())
    assert all(code_words(record) in text for text in pages)


def test_a_first_page_of_its_own_gets_the_code_too() -> None:
    document = crafted.document_of(
        crafted.paragraph("{{ title }}")
        + '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:titlePg/></w:sectPr>'
    )
    reader = Reader(render(a_record(), KIND, load_template(document), signing=True))
    section = reader.body.find(f"{W}sectPr")
    assert section is not None
    kinds = {str(e.get(f"{W}type")) for e in section.findall(f"{W}footerReference")}
    assert kinds == {"first", "default"}


def test_a_template_that_names_block_and_code_is_left_to_print_them() -> None:
    own = load_template(
        crafted.template(
            "{%p if signing %}",
            "{%p for row in signatories %}",
            "{{ row.number }}. {{ row.name }}, {{ row.post }}: ........",
            "{%p endfor %}",
            "Code {{ code }}",
            "{%p endif %}",
        )
    )
    record = a_record(record_type="cabinet")
    reader = Reader(render(record, KINDS["cabinet"], own, signing=True))
    assert reader.paragraphs() == [
        "1. , Chair of the meeting: ........",
        "2. , Proper officer: ........",
        f"Code {shown_code(code_of(record))}",
    ]
    assert "word/footer1.xml" not in reader.parts
    assert Reader(render(record, KINDS["cabinet"], own)).paragraphs() == []


def test_a_template_that_names_the_code_and_hides_it_is_refused() -> None:
    hiding = load_template(crafted.template("{{ title }}{% if reference %}{{ code }}{% endif %}"))
    with pytest.raises(TemplateProblem, match="leaves out words of “code”"):
        render(a_record(reference=""), KIND, hiding, signing=True)


def test_corrections_are_never_lost() -> None:
    record = a_record(status="published", corrections=corrections(1))
    told = "10 March 2026, Decision 1: The sum was that of the year before. Before: “£12,000"
    listing = load_template(
        crafted.template(
            "{%p for detail in more %}",
            "{{ detail.label }}",
            "{%p for entry in detail.entries %}",
            "{{ entry }}",
            "{%p endfor %}",
            "{%p endfor %}",
        )
    )
    shown = Reader(render(record, KIND, listing)).paragraphs()
    assert any(words.startswith(told) for words in shown)
    silent = Reader(render(record, KIND, load_template(crafted.template("{{ title }}"))))
    assert silent.paragraphs() == [
        record.title,
        "Corrections",
        "10 March 2026: Decision 1",
        "Why: The sum was that of the year before",
        "Before: £12,000 from the highways reserve",
        "After: £14,500 from the highways reserve",
    ]


def test_what_is_appended_stands_before_the_section_and_is_valid() -> None:
    own = load_template(crafted.template("{{ title }}"))
    record = a_record(corrections=corrections(), status="published")
    docx = render(record, KIND, own, signing=True)
    reader = Reader(docx)
    assert reader.body[-1].tag == f"{W}sectPr"
    assert reader.paragraphs()[-1] == OWN_BLANK[-1]
    report = page.validate_pdf_bytes(lay_out(docx).pdf(), profile="2b")
    assert [str(f) for f in report.failures if "STREAM-LENGTH" not in str(f)] == []
    heading = next(p for p in reader.body.findall(f"{W}p") if words_of(p) == "Signature")
    assert style_of(heading) == ""
    assert office.page_count(lay_out(docx).pdf()) == 1


def _opens(reader: Reader) -> bool:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, data in reader.parts.items():
            package.writestr(name, data)
    return office.page_count(lay_out(out.getvalue()).pdf()) == 1
