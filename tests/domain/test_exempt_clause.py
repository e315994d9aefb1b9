"""The not-for-publication clause says what the appendices say, in good English, and no more."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendapp.domain.checks.catalogue import check_record
from sendapp.domain.exempt_clause import SUBJECTS, exempt_clause
from sendapp.domain.record import Appendix, Item
from sendapp.domain.richtext_html import normalise, words_of
from tests.domain.checks.cases import clean
from tests.strategies import LINE

ACT = "Part 1 of Schedule 12A to the Local Government Act 1972"
WEIGHED = (
    "In all the circumstances, the public interest in withholding this information outweighs the "
    "public interest in disclosing it."
)
PRICES = Appendix(title="Appendix 1: tender prices", exempt=True, paragraphs=(3,))
ADVICE = Appendix(title="Appendix 2 – advice of counsel", exempt=True, paragraphs=(5,))
PLAN = Appendix(title="Appendix 3: plan of the quay")


def said(*appendices: Appendix) -> list[str]:
    return words_of(exempt_clause(appendices)).split("\n")


def test_nothing_is_said_where_no_appendix_is_exempt() -> None:
    assert exempt_clause(()) == exempt_clause((PLAN,)) == ""


def test_one_appendix() -> None:
    assert said(PLAN, PRICES) == [
        "Appendix 1 is not for publication, because it contains information that is exempt under "
        f"paragraph 3 of {ACT} (the financial or business affairs of a particular person, which "
        "may be the council itself)."
    ]


def test_one_appendix_with_the_public_interest() -> None:
    (line,) = said(replace(PRICES, public_interest=True))
    assert line.endswith(f"itself). {WEIGHED}")


def test_two_with_the_same_ground_are_many() -> None:
    (line,) = said(PRICES, replace(ADVICE, paragraphs=(3,)), PLAN)
    assert line.startswith(
        "Appendices 1 and 2 are not for publication, because they contain information that is "
        f"exempt under paragraph 3 of {ACT} ("
    )


def test_three_with_two_paragraphs() -> None:
    rows = [replace(PRICES, title=f"Appendix {label}", paragraphs=(4, 1)) for label in "ABC"]
    (line,) = said(*rows)
    assert line.startswith("Appendices A, B and C are not")
    assert f"under paragraphs 1 and 4 of {ACT} ({SUBJECTS[1]}; {SUBJECTS[4]})." in line


def test_different_grounds_are_listed() -> None:
    third = replace(PRICES, title="Appendix 3: offers", public_interest=True)
    assert said(PRICES, ADVICE, third) == [
        "Appendices 1, 2 and 3 are not for publication, because they contain information that is "
        f"exempt under {ACT}:",
        f"Appendices 1 and 3: paragraph 3 of Schedule 12A ({SUBJECTS[3]})",
        f"Appendix 2: paragraph 5 of Schedule 12A ({SUBJECTS[5]})",
        "In all the circumstances, the public interest in withholding that in Appendix 3 outweighs "
        "the public interest in disclosing it.",
    ]


def test_without_a_paragraph_only_the_schedule_is_named() -> None:
    (line,) = said(replace(PRICES, paragraphs=()))
    assert line.endswith(f"information that is exempt under {ACT}.")


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Appendix 1", "Appendix 1 is"),
        ("APPENDIX B – plan", "Appendix B is"),
        ("Annex C: valuation", "Annex C is"),
        ("annexe 4", "Annexe 4 is"),
        ("2: valuation", "Appendix 2 is"),
        ("Valuation of the depot", "The appendix “Valuation of the depot” is"),
        ("A valuation of the depot", "The appendix “A valuation of the depot” is"),
        ("", "The first appendix is"),
        ("10-year plan: prices", "The appendix “10-year plan: prices” is"),
        ("5.5% rent increase: advice", "The appendix “5.5% rent increase: advice” is"),
        ("24-hour care: unit costs", "The appendix “24-hour care: unit costs” is"),
        ("12.5 hectares at Mill Lane", "The appendix “12.5 hectares at Mill Lane” is"),
        ("A. Smith’s valuation", "The appendix “A. Smith’s valuation” is"),
        ("10 - 12 Mill Lane: bids", "The appendix “10 - 12 Mill Lane: bids” is"),
        ("2026-27 rents", "The appendix “2026-27 rents” is"),
        ("Report “Quay 9”", "The appendix “Report ‘Quay 9’” is"),
        ("Annex A and B", "The appendix “Annex A and B” is"),
        ("Appendix 1–3: bids", "The appendix “Appendix 1–3: bids” is"),
        ("Appendix 10-year plan", "The appendix “Appendix 10-year plan” is"),
        ("Appendix 1.2 Heads of terms", "Appendix 1.2 is"),
        ("Appendix 2(b)", "Appendix 2(b) is"),
        ("Appendix 2(b)(ii): advice", "Appendix 2(b)(ii) is"),
        ("Appendix 1 – A plan", "Appendix 1 is"),
        ("Appendix 100. Maps", "Appendix 100 is"),
        ("B – valuation", "Appendix B is"),
    ],
)
def test_an_appendix_goes_by_its_label_or_else_by_its_title(title: str, name: str) -> None:
    assert said(replace(PRICES, title=title))[0].startswith(f"{name} not for publication")


def test_appendices_of_several_kinds_are_named_one_by_one() -> None:
    line = said(PRICES, replace(PRICES, title="Annex A"), replace(PRICES, title="Costs"))[0]
    assert line.startswith("Appendix 1, Annex A and the appendix “Costs” are not for publication")


def test_a_name_that_stands_twice_is_said_once() -> None:
    assert said(PRICES, replace(PRICES, title="Appendix 1 (continued)")) == said(PRICES)


def test_equal_names_have_the_grounds_of_all_of_them() -> None:
    terms = replace(PRICES, title="Appendix 1: heads of terms", paragraphs=(5,))
    (line,) = said(PRICES, terms)
    assert f"under paragraphs 3 and 5 of {ACT}" in line
    assert line.startswith("Appendix 1 is not")


def test_the_public_interest_is_said_of_an_equal_name_only_if_it_is_of_each() -> None:
    weighed = replace(PRICES, public_interest=True)
    assert WEIGHED not in said(PRICES, weighed)[0]
    assert WEIGHED in said(weighed, weighed)[0]


def test_one_without_a_title_goes_by_its_place_and_takes_no_other_name() -> None:
    blank = replace(PRICES, title=" ", paragraphs=(3,))
    assert said(replace(ADVICE, title="Appendix 2"), blank)[1:] == [
        f"Appendix 2: paragraph 5 of Schedule 12A ({SUBJECTS[5]})",
        f"The second appendix: paragraph 3 of Schedule 12A ({SUBJECTS[3]})",
    ]
    many = [PLAN] * 22
    assert said(*many[:20], blank)[0].startswith("The 21st appendix is")
    assert said(*many[:12], blank)[0].startswith("The 13th appendix is")


def test_the_list_of_grounds_leaves_out_none_without_a_ground() -> None:
    assert said(PRICES, replace(ADVICE, paragraphs=()))[1:] == [
        f"Appendix 1: paragraph 3 of Schedule 12A ({SUBJECTS[3]})",
        "Appendix 2: Part 1 of Schedule 12A",
    ]


_NAMES = (
    *("Appendix 1: tenders", "Annex B", "Valuation of the depot", "24-hour care: unit costs"),
    *("Appendix 4.1 Bids", "Appendix 4.2 Terms", "A. Smith’s valuation"),
)
_TITLES = st.one_of(
    st.sampled_from(("Appendix 1: bids", "Annex B", "3: x", "Valuation & <plan>", "")), LINE
)
_ROWS = st.lists(
    st.builds(
        Appendix,
        title=_TITLES,
        exempt=st.booleans(),
        paragraphs=st.lists(st.integers(1, 7), max_size=3).map(tuple),
        public_interest=st.booleans(),
    ),
    max_size=4,
)


@given(_ROWS)
def test_whatever_the_appendices_are_the_clause_is_in_normal_form(rows: list[Appendix]) -> None:
    clause = exempt_clause(rows)
    assert normalise(clause) == clause
    assert bool(clause) == any(row.exempt for row in rows)


@given(
    st.lists(
        st.builds(
            Appendix,
            title=st.sampled_from(_NAMES),
            exempt=st.just(True),
            paragraphs=st.lists(st.integers(1, 7), min_size=1, max_size=3).map(tuple),
            public_interest=st.booleans(),
        ),
        min_size=1,
        max_size=3,
    )
)
def test_the_checks_find_nothing_in_a_record_with_the_clause(rows: list[Appendix]) -> None:
    decisions = (Item(text="<p>The sale of the depot.</p>"), Item(text=exempt_clause(rows)))
    assert check_record(clean(appendices=tuple(rows), decisions=decisions)) == ()
