"""Lists of decisions on paper: their words, their pages, and templates of the council's own."""

import io
import re
from pathlib import Path

import pikepdf
import pytest

from sendapp.documents.jobs import Form, RenderList
from sendapp.documents.list_context import LISTS
from sendapp.documents.pages import lay_out
from sendapp.documents.performing import perform
from sendapp.documents.template import load_template
from sendapp.documents.word import print_list
from sendapp.domain.dates import long_date
from sendapp.domain.listing.kinds import ListKind
from sendapp.domain.listing.listing import DecisionList, list_of
from sendapp.domain.profile import CallInRule
from sendapp.domain.richtext_html import words_of
from sendapp.errors import TemplateProblem
from tests import office
from tests.documents import crafted
from tests.documents.listed import ASKED, POSTS, a_list, made
from tests.documents.reading import Reader
from tests.documents.shipped import TEMPLATES
from tests.documents.test_injection import CORPUS, everywhere
from tests.documents.test_pages import elements, failures
from tests.factory import a_record, items

KINDS = list(ListKind)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TABLE = "<table><tr><th>Lot</th><th>Price</th></tr><tr><td>A</td><td>£5</td></tr></table>"


def of(kind: ListKind, *records: object) -> DecisionList:
    return list_of(records, ASKED[kind], "Marlhaven Borough Council", CallInRule(), {})  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", KINDS)
def test_every_word_of_every_entry_is_printed(kind: ListKind) -> None:
    listing = a_list(kind, 9, rich=True)
    shown = Reader(made(listing)).paragraphs()
    whole = "\n".join(shown)
    assert shown[:2] == ["Marlhaven Borough Council", listing.heading]
    assert shown[2:4] == [listing.note, "9 decisions"]
    for entry in listing.entries:
        assert shown.count(entry.title) == 2, "at a glance, and at the head of the decision"
        assert f"Reference:\t{entry.reference}" in shown
        assert f"Decision made by:\t{entry.decision_maker}" in shown
        assert f"Date of decision:\t{long_date(entry.date_of_decision)}" in shown
        assert "Can be implemented on:\t27 November 2025" in shown
        for text in entry.decisions:
            for words in re.split(r"[\n\t]", words_of(text)):
                assert words in whole
        if entry.exempt:
            assert f"Not for publication:\t{entry.exempt}" in shown


def test_what_a_list_is_headed_by() -> None:
    headed = {
        kind: [w for s, w in Reader(made(a_list(kind, 6))).styles_of() if s == "Heading2"]
        for kind in KINDS
    }
    makers = ["Decisions at a glance", *sorted(POSTS)]
    assert headed[ListKind.DRAFT] == headed[ListKind.CONFIRMED] == makers
    assert headed[ListKind.REGISTER] == ["Decisions at a glance", "September 2025"]


@pytest.mark.parametrize("kind", KINDS)
def test_an_empty_list_has_a_sentence_and_nothing_else(kind: ListKind) -> None:
    listing = of(kind)
    docx = made(listing)
    assert Reader(docx).paragraphs() == [
        "Marlhaven Borough Council",
        listing.heading,
        listing.empty,
    ]
    assert failures(lay_out(docx).pdf()) == []


def test_a_lone_decision_needs_no_table_of_all_decisions() -> None:
    reader = Reader(made(of(ListKind.DRAFT, a_record())))
    assert list(reader.body.iter(f"{W}tbl")) == []
    assert "Decisions at a glance" not in reader.paragraphs()


def test_what_was_withdrawn_leaves_no_gap_where_its_words_would_stand() -> None:
    days = {"date_of_decision": "2025-09-02", "draft_list_published": "2025-09-03"}
    withdrawn = a_record(**days, status="withdrawn", withdrawn_on="2025-09-04")
    docx = made(of(ListKind.REGISTER, withdrawn))
    shown = Reader(docx).paragraphs()
    assert shown[shown.index(withdrawn.title) :] == [
        withdrawn.title,
        "Decision made by:\tCabinet Member for Streets",
        "Date of decision:\t2 September 2025",
        "Where it stands:\tWithdrawn on 4 September 2025",
        "Draft list published on:\t3 September 2025",
    ]
    assert failures(lay_out(docx).pdf()) == []


def test_a_council_without_a_name_is_asked_for_one() -> None:
    listing = list_of([a_record()], ASKED[ListKind.DRAFT], "", CallInRule(), {})
    assert Reader(made(listing)).paragraphs()[0] == "[Council to be added]"


def test_items_begin_at_one_in_each_decision() -> None:
    reader = Reader(made(a_list(ListKind.DRAFT, 5)))
    lists = [
        number.get(f"{W}val")
        for paragraph, number in (
            (p, p.find(f"{W}pPr/{W}numPr/{W}numId")) for p in reader.body.iter(f"{W}p")
        )
        if number is not None
    ]
    assert len(set(lists)) == 5


@pytest.mark.parametrize("kind", KINDS)
def test_pages_are_accessible_and_header_rows_repeat(kind: ListKind) -> None:
    listing = a_list(kind, 60)
    docx = made(listing)
    table = next(Reader(docx).body.iter(f"{W}tbl"))
    rows = table.findall(f"{W}tr")
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True] + [False] * 60
    pdf = lay_out(docx).pdf()
    assert failures(pdf) == []
    assert len(re.findall(r"Decision made by\b(?!:)", office.pdf_text(pdf))) >= 4
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        found = elements(opened)
        assert str(opened.Root.Lang) == "en-GB"
        assert str(opened.docinfo.Title) == f"Marlhaven Borough Council: {listing.heading}"
        assert found["/H1"] == 1
        assert found["/H2"] == 1 + len(listing.groups)
        assert found["/H3"] == 60
        assert found["/TD"] == 240
        assert found["/TH"] >= 4


def test_rich_texts_with_tables_links_and_lists_are_accessible() -> None:
    link = '<p>See <a href="https://a.example/">the report</a>.</p>'
    nested = "<ol><li>one<ol><li>two</li></ol></li></ol>"
    record = a_record(decisions=items(f"{link}{TABLE}<p>after</p>", nested))
    docx = made(of(ListKind.DRAFT, record, a_record(title="Other")))
    pdf = lay_out(docx).pdf()
    assert failures(pdf) == []
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert elements(opened)["/Link"] == 1
        assert elements(opened)["/TH"] == 6


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_rich_lists_are_accessible(kind: ListKind) -> None:
    assert failures(lay_out(made(a_list(kind, 25, rich=True))).pdf()) == []


def test_the_same_list_gives_the_same_bytes() -> None:
    for form in Form:
        assert made(a_list(ListKind.REGISTER, 4), form) == made(a_list(ListKind.REGISTER, 4), form)


@pytest.mark.parametrize("text", CORPUS)
def test_words_stay_words_in_a_list(text: str) -> None:
    shown = Reader(made(of(ListKind.DRAFT, everywhere(text), everywhere(text)))).paragraphs()
    assert shown.count(text) >= 6
    assert not any("49" in words for words in shown)


# Templates of the council's own.

BODY = (
    "{{ heading }}",
    "{%p for entry in entries %}",
    "{{ entry.number }} {{ entry.title }} ({{ entry.call_in }})",
    "{{p entry.decisions }}",
    "{%p endfor %}",
)


def test_a_template_may_list_the_entries_without_groups() -> None:
    template = load_template(crafted.template(*BODY), LISTS)
    listing = a_list(ListKind.DRAFT, 3)
    shown = Reader(print_list(listing, template).docx).paragraphs()
    titled = [f"{n} {entry.title} (27 November 2025)" for n, entry in enumerate(listing.entries, 1)]
    assert [words for words in shown if words in titled] == titled


def test_a_template_that_drops_an_entry_is_refused() -> None:
    hiding = [BODY[0], BODY[1], "{%p if loop.first %}", *BODY[2:4], "{%p endif %}", BODY[4]]
    template = load_template(crafted.template(*hiding), LISTS)
    with pytest.raises(TemplateProblem, match="leaves out words of “"):
        print_list(a_list(ListKind.DRAFT, 3), template)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("{{ title }}", "“title”, which is not a field of a list of decisions"),
        ("{{ groups }}", "inside a line"),
        ("{%p for e in entries %}{{ e.notes }}{%p endfor %}", "in a paragraph with other words"),
        ("{% for e in entries %}{{ e.notes }}{% endfor %}", "“notes” of entries"),
        ("{% for e in entries %}{{ e.decisions }}{% endfor %}", "inside a line"),
        ("{% for g in groups %}{{ g.entries[0].notes }}{% endfor %}", "“notes” of groups.entries"),
    ],
)
def test_a_template_names_only_what_a_list_says(words: str, told: str) -> None:
    with pytest.raises(TemplateProblem) as caught:
        load_template(crafted.template(words), LISTS)
    assert told in caught.value.sentence


def test_a_records_template_is_no_lists_template_and_the_other_way_round() -> None:
    with pytest.raises(TemplateProblem):
        load_template(TEMPLATES / "lists" / "draft.docx")
    with pytest.raises(TemplateProblem):
        load_template(TEMPLATES / "cabinet-member" / "record.docx", LISTS)


def test_a_missing_template_is_a_problem(tmp_path: Path) -> None:
    listing = a_list(ListKind.DRAFT, 1)
    job = RenderList(listing=listing, template_path=tmp_path / "none.docx", form=Form.WORD)
    with pytest.raises(Exception, match=r"none\.docx"):
        perform(job)
