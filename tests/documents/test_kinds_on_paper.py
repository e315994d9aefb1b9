"""Every kind of record on its paper: tagged, archivable, with its own headings and wording."""

import io
from collections import Counter

import pikepdf
import pytest

from sendapp.documents.pages import Layout, lay_out
from sendapp.documents.word import print_record
from sendapp.domain.duties import CABINET, OFFICER_NON_EXECUTIVE
from sendapp.domain.record import Conflict, DecisionRecord
from sendapp.domain.wording import PLAIN_HOUSE, House
from tests.documents.reading import Reader
from tests.documents.shipped import KINDS, NAMES, corrections, logo, printed, template
from tests.documents.test_pages import elements, failures
from tests.factory import a_full_record, a_record

LOGO = House(logo=logo())
CONFLICTS = (
    Conflict(member="Councillor Owen Tarrant", interest="Owns a boat.", dispensation="None"),
    Conflict(member="Councillor Ada Moss", interest="", dispensation="To speak"),
)
# What stands in a record, and how many headings and header cells there are for it.
RECORDS = {
    "plain": (lambda kind: a_record(record_type=kind), False, 7, 0),
    "empty": (lambda kind: DecisionRecord(record_type=kind), False, 7, 0),
    "full": (lambda kind: a_full_record(record_type=kind), False, 9, None),
    "to sign": (lambda kind: a_record(record_type=kind), True, 8, 0),
    "to sign, undated": (
        lambda kind: a_record(record_type=kind, status="ready", date_of_decision=""),
        True,
        8,
        0,
    ),
    "corrected": (
        lambda kind: a_record(record_type=kind, status="published", corrections=corrections()),
        False,
        8,
        0,
    ),
}


def laid_out(record: DecisionRecord, *, house: House, signing: bool) -> Layout:
    kind = record.record_type
    result = print_record(record, KINDS[kind], template(kind), house=house, signing=signing)
    return lay_out(result.docx, result.places)


def tags_of(pdf: bytes) -> Counter[str]:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert str(opened.Root.Lang) == "en-GB"
        return elements(opened)


@pytest.mark.parametrize("house", [PLAIN_HOUSE, LOGO], ids=["no logo", "logo"])
@pytest.mark.parametrize("kept", RECORDS)
@pytest.mark.parametrize("kind", NAMES)
def test_the_pdf_is_archivable_and_can_be_listened_to(kind: str, kept: str, house: House) -> None:
    made, signing, headings, header_cells = RECORDS[kept]
    pdf = laid_out(made(kind), house=house, signing=signing).pdf()
    assert failures(pdf) == []
    tags = tags_of(pdf)
    assert (tags["/H1"], tags["/H2"]) == (1, headings)
    if header_cells is not None:
        assert tags["/TH"] == header_cells
    assert tags["/Figure"] == (1 if house.logo else 0)


@pytest.mark.parametrize("kind", NAMES)
def test_conflicts_are_a_table_or_of_a_non_executive_decision_the_names(kind: str) -> None:
    record = a_record(record_type=kind, conflicts_declared="declared", conflicts=CONFLICTS)
    shown = Reader(printed(record)).paragraphs()
    names_only = kind == OFFICER_NON_EXECUTIVE
    assert ("To speak" in shown) is not names_only
    assert ("Dispensation" in shown) is not names_only
    assert ("Councillor Owen Tarrant: Owns a boat." in shown) is names_only
    assert "Councillor Ada Moss" in shown
    tags = tags_of(laid_out(record, house=PLAIN_HOUSE, signing=False).pdf())
    assert tags["/TH"] == (0 if names_only else 5)


def test_no_alternatives_are_an_answer_only_where_the_law_asks_for_any() -> None:
    for kind in NAMES:
        shown = Reader(printed(a_record(record_type=kind, options=()))).paragraphs()
        assert ("[Options to be added]" in shown) is (kind != OFFICER_NON_EXECUTIVE)
        # Conflicts are answered with None in every one of them.
        assert shown.count("None.") == (2 if kind == OFFICER_NON_EXECUTIVE else 1)


@pytest.mark.parametrize("kind", NAMES)
def test_the_date_is_headed_as_the_kind_calls_it(kind: str) -> None:
    shown = Reader(printed(a_record(record_type=kind))).paragraphs()
    assert ("Date of Meeting" in shown) is (kind == CABINET)
    assert ("Date of Decision" in shown) is (kind != CABINET)


def test_corrections_say_when_where_why_and_the_words_before_and_after() -> None:
    shown = Reader(printed(a_record(status="published", corrections=corrections(1)))).styles_of()
    at = shown.index(("Heading2", "Corrections"))
    assert [words for _, words in shown[at + 1 :]] == [
        "10 March 2026: Decision 1",
        "Reason:\tThe sum was that of the year before",
        "Before:\t£12,000 from the highways reserve",
        "After:\t£14,500 from the highways reserve",
    ]
    assert not any(words == "Corrections" for _, words in Reader(printed(a_record())).styles_of())
