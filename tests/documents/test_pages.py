"""Pages made from the exported bytes: counted, pictured, clickable, and an accessible PDF."""

import io
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import page
import pikepdf
import pypdfium2
import pytest
import rdocx

from sendapp.documents.pages import Layout, lay_out
from sendapp.documents.template import load_template
from sendapp.documents.word import print_record, render
from sendapp.domain.interchange import from_json
from sendapp.domain.record import DecisionRecord
from sendapp.errors import Problem
from tests import office
from tests.documents import crafted
from tests.documents.invented import invented
from tests.documents.shipped import KIND, template
from tests.factory import a_full_record, a_record, items

LINKED = (
    '<p>See <a href="https://a.example/one two/?q=1&amp;r=2">the whole report of the year</a> and '
    '<a href="mailto:a@b.example">write</a> to <a href="https://c.example/">c</a>.</p>'
)
SHOWABLE = "’“”–—…£€½²°§•©®™ éèüñçßøåÆŁőž ΩαβγδΣ ЖжЯ ЇїЄ ŵŷŴŶ \u00a0\u00ad → ≥ ≤ ≠ × ÷ "


def laid_out(record: DecisionRecord) -> Layout:
    result = print_record(record, KIND, template())
    return lay_out(result.docx, result.places)


def elements(pdf: pikepdf.Pdf) -> Counter[str]:
    """How many elements of each kind the tag tree has."""

    def walk(node: Any) -> Iterator[str]:
        if isinstance(node, pikepdf.Array):
            for child in node:
                yield from walk(child)
        elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
            yield str(node.S)
            yield from walk(node.get("/K"))

    return Counter(walk(pdf.Root.StructTreeRoot.K))


def failures(pdf: bytes) -> list[str]:
    """What the validator objects to."""
    found = []
    for profile in ("2b", "ua1"):
        report = page.validate_pdf_bytes(pdf, profile=profile)
        # page-validation takes a stream that happens to end in a carriage return for one that
        # is too long; about one in 256 does.
        found += [str(f) for f in report.failures if "STREAM-LENGTH-001" not in str(f)]
    return found


@pytest.mark.seed
def test_the_seed_is_a_tagged_pdf_a_with_its_words(seed: Path) -> None:
    record = from_json((seed / "record.json").read_text(encoding="utf-8"))
    pdf = laid_out(record).pdf()
    assert failures(pdf) == []
    expected = office.bare((seed / "expected.txt").read_text(encoding="utf-8"))
    assert office.bare(office.pdf_text(pdf)).replace("•", "") == expected
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert str(opened.Root.Lang) == "en-GB"
        assert elements(opened)["/H1"] == 1
        assert elements(opened)["/H2"] == 7
        assert elements(opened)["/H3"] == 3


def test_language_headings_header_cells_and_links_are_in_the_tag_tree() -> None:
    table = "<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table>"
    pdf = laid_out(a_record(reasons=items(LINKED, f"<p>t</p>{table}"))).pdf()
    assert failures(pdf) == []
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        found = elements(opened)
        assert (found["/H1"], found["/H2"], found["/H3"]) == (1, 7, 2)
        assert (found["/TH"], found["/TD"]) == (2, 2)
        assert found["/Link"] == 3
        assert str(opened.Root.Lang) == "en-GB"
        notes = [n for p in opened.pages for n in p.get("/Annots", [])]
        assert {str(n.Contents) for n in notes} == {
            "Link to https://a.example/one two/?q=1&r=2",
            "E-mail to a@b.example",
            "Link to https://c.example/",
        }
        assert str(opened.docinfo.Title).startswith("Record of Cabinet Member Decision: Resurf")


@pytest.mark.timeout(40)
def test_a_thousand_links_take_no_longer_each() -> None:
    links = " ".join(f'<a href="https://a.example/{n}">link {n}</a>' for n in range(1_000))
    pdf = laid_out(a_record(reasons=items(f"<p>{links}</p>"))).pdf()
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert elements(opened)["/Link"] >= 1_000
    assert failures(pdf) == []


def test_a_link_over_two_lines_and_two_pages() -> None:
    long = "<p>" + "words " * 60 + "</p>"
    link = f'<p>x <a href="https://a.example/">{"a long link " * 40}</a></p>'
    pdf = laid_out(a_record(reasons=items(long * 5, link * 6))).pdf()
    assert failures(pdf) == []


@pytest.mark.parametrize("number", [0, 1, 4, 5, 9, 13])
def test_invented_records_are_accessible(number: int) -> None:
    assert failures(laid_out(invented(number)).pdf()) == []


@pytest.mark.slow
@pytest.mark.parametrize("number", range(30, 74))
def test_fifty_invented_records_are_accessible(number: int) -> None:
    assert failures(laid_out(invented(number)).pdf()) == []


def test_a_full_and_an_empty_record_are_accessible() -> None:
    for record in (a_full_record(), DecisionRecord()):
        assert failures(laid_out(record).pdf()) == []


def test_the_validator_notices_what_we_mend() -> None:
    raw = laid_out(a_record(reasons=items(LINKED)))._plain_pdf
    assert any("LINK" in failure for failure in failures(raw))


def test_the_same_pdf_twice() -> None:
    assert laid_out(a_full_record()).pdf() == laid_out(a_full_record()).pdf()


def test_a_picture_of_a_page() -> None:
    layout = laid_out(a_record())
    picture = layout.png(0, 72)
    assert picture.startswith(b"\x89PNG")
    assert layout.sizes[0] == pytest.approx((595.3, 841.9), abs=0.1)
    with pytest.raises(IndexError):
        layout.png(layout.page_count, 72)


def test_a_page_that_is_counted_and_not_drawn_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    class OneTooMany:
        def __init__(self, document: rdocx.Document) -> None:
            self._document = document

        def page_count(self) -> int:
            return int(self._document.page_count()) + 1

        def __getattr__(self, name: str) -> Any:
            return getattr(self._document, name)

    printed = print_record(a_record(), KIND, template())
    plain = lay_out(printed.docx, printed.places)
    document = OneTooMany(rdocx.Document.from_bytes(printed.docx))
    monkeypatch.setattr(rdocx.Document, "from_bytes", lambda _: document, raising=False)
    layout = lay_out(printed.docx, printed.places)
    assert (layout.page_count, layout.spots()) == (plain.page_count, plain.spots())
    assert layout.png(layout.page_count - 1, 20)


def test_spots_lead_from_the_page_to_the_field() -> None:
    layout = laid_out(invented(7))
    spots = layout.spots()
    assert {spot.page for spot in spots} == set(range(layout.page_count))
    addresses = [spot.address for spot in spots]
    for address in ("title", "decision_maker", "decisions[0]", "reasons[1]", "options[0].title"):
        assert address in addresses
    for spot in spots:
        width, height = layout.sizes[spot.page]
        assert 0 <= spot.x < width
        assert 0 <= spot.y < height
        assert spot.width > 0
        assert spot.height >= 0
    title = next(spot for spot in spots if spot.address == "title")
    maker = next(spot for spot in spots if spot.address == "decision_maker")
    assert title.y + title.height <= maker.y + 0.01


def test_characters_of_british_records_can_be_shown() -> None:
    layout = laid_out(a_record(title=SHOWABLE, reasons=items(f"<p><b><i>{SHOWABLE}</i></b></p>")))
    assert layout.unshowable == ()
    assert failures(layout.pdf()) == []


def test_characters_without_a_glyph_are_named_and_word_still_gets_them() -> None:
    layout = laid_out(a_record(title="Plan 😀 日 ok"))
    assert layout.unshowable == ("日", "😀")
    with pytest.raises(Problem, match=r"cannot show these characters: 日 \(U\+65E5") as caught:
        layout.pdf()
    assert "export to Word" in caught.value.hint
    assert layout.png(0, 50)


def test_fonts_that_are_shown_as_others_are_named() -> None:
    assert laid_out(a_record()).substituted == ()
    branded = (
        '<w:p><w:r><w:rPr><w:rFonts w:ascii="Borough Sans" w:hAnsi="Borough Sans"/></w:rPr>'
        "<w:t>{{ title }}</w:t></w:r></w:p>"
    )
    docx = render(a_record(), KIND, load_template(crafted.document_of(branded)))
    assert lay_out(docx).substituted == ("Borough Sans",)


def test_a_template_with_a_footnote_makes_word_but_no_pdf() -> None:
    noted = load_template(crafted.template("{{ title }}", footnote="See {{ council }}"))
    docx = render(a_record(), KIND, noted)
    assert lay_out(docx).page_count == 1
    with pytest.raises(Problem, match="footnotes"):
        lay_out(docx).pdf()


def test_what_is_no_document_is_a_problem() -> None:
    with pytest.raises(Problem, match="cannot be made"):
        lay_out(b"not a document")


LONG = "https://democracy.example/documents/" + "Appendix%20A%20Report&amp;" * 12 + "End"


def off_the_page(pdf: bytes) -> str:
    """Return the characters that stand, at least in part, beyond a page's edges."""
    found = ""
    for sheet in pypdfium2.PdfDocument(pdf):
        width, height = sheet.get_size()
        text = sheet.get_textpage()
        for index in range(text.count_chars()):
            left, low, right, high = text.get_charbox(index)
            if left < 0 or low < 0 or right > width or high > height:
                found += text.get_text_range(index, 1)
    return found


def test_words_that_run_off_the_page_are_named_and_word_still_gets_them() -> None:
    chain = "\u00a0".join(["harbour"] * 40)
    cells = crafted.paragraph("{{ decision_maker }}").join(
        ("<w:tbl><w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc>", "<w:p/></w:tc></w:tr></w:tbl>")
    )
    rowed = load_template(crafted.document_of(crafted.paragraph("{{ title }}") + cells))
    wide = lay_out(render(a_record(title=chain), KIND, rowed))
    high = lay_out(render(a_record(decision_maker="quay " * 3_000), KIND, rowed))
    for layout, word in ((wide, "harbour"), (high, "quay")):
        assert layout.cut_off
        with pytest.raises(Problem, match=f"run off the page: “.*{word}") as caught:
            layout.pdf()
        assert "export to Word" in caught.value.hint


@pytest.mark.parametrize(
    "record",
    [
        a_record(title=LONG, decision_maker="x" * 300),
        a_record(decisions=items(f"<p>See <b>{LONG}</b></p>", f"<ul><li>{LONG}</li></ul>")),
        a_record(reasons=items(f'<p><a href="https://a.example">{LONG}</a></p>')),
        a_record(decisions=items(f"<table><tr><td>{LONG}</td><td>b</td></tr></table>")),
        a_record(decisions=items(f"<table><tr><td>{'line<br>' * 150}</td><td>b</td></tr></table>")),
        a_record(decisions=items(f"<table><tr><th>{'words of ' * 900}</th></tr></table>")),
    ],
)
def test_no_words_run_off_the_page(record: DecisionRecord) -> None:
    pdf = laid_out(record).pdf()
    assert off_the_page(pdf) == ""
    assert failures(pdf) == []
