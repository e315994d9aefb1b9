"""Tidying: each rule changes what it should and leaves alone what is meant."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendapp.domain.record import DecisionRecord
from sendapp.domain.record_texts import changed_fields, texts_of
from sendapp.domain.richtext import Line, Run, assemble, to_html
from sendapp.domain.richtext_html import normalise
from sendapp.domain.tidying.tidy import RULES, changes_in, tidied
from tests.domain.tidying.cases import HARMED_BY, TIDIED
from tests.factory import a_record, items
from tests.profiles import thorough
from tests.strategies import records


def tidy(record: DecisionRecord, rule: str = "") -> DecisionRecord:
    chosen = [c for c in changes_in(record) if not rule or c.rule.name == rule]
    return DecisionRecord(
        **(
            {name: getattr(record, name) for name in record.__dataclass_fields__}
            | changed_fields(record, tidied(chosen))
        )
    )


def tidy_html(html: str, rule: str = "") -> str:
    # An option is not numbered by its place, as a decision is.
    record = a_record(reasons=items("<p>x</p>"), decisions=items(html))
    return tidy(record, rule).decisions[0].text


@pytest.mark.parametrize(("rule", "before", "after"), TIDIED)
def test_a_rule_tidies(rule: str, before: str, after: str) -> None:
    assert normalise(before) == before
    assert tidy_html(before, rule) == after
    assert tidy_html(before) == tidy_html(tidy_html(before))


@pytest.mark.parametrize(("rule", "html"), [(r, h) for r, many in HARMED_BY.items() for h in many])
def test_a_rule_leaves_alone(rule: str, html: str) -> None:
    assert normalise(html) == html
    assert tidy_html(html, rule) == html


def test_every_rule_has_six_cases_it_must_not_harm() -> None:
    assert {rule.name: len(HARMED_BY[rule.name]) >= 6 for rule in RULES} == dict.fromkeys(
        [rule.name for rule in RULES], True
    )


def test_codes_addresses_notes_and_tables_are_left_alone() -> None:
    table = "<table><tr><td>1.  a</td><td>1st ...</td></tr></table>"
    record = a_record(
        reference="A  1", contact="a 'b'  c", notes="two  spaces", decisions=items(table)
    )
    assert [c for c in changes_in(record) if c.text.name != "title"] == [
        c for c in changes_in(a_record()) if c.text.name not in ("title", "decisions")
    ]


def test_what_would_change_is_shown_in_its_context() -> None:
    record = a_record(title="The council's  plan", decisions=items("<p>On the 1st of May</p>"))
    shown = {(c.edit.before, c.edit.after) for c in changes_in(record)}
    assert ("The council's  plan", "The council’s  plan") in shown
    assert ("The council's··plan", "The council's·plan") in shown
    assert ("On the 1st of May", "On the 1ˢᵗ of May") in shown


def test_one_change_can_be_made_without_the_others() -> None:
    record = a_record(title="a  b  'c'")
    changes = [c for c in changes_in(record) if c.text.place == "title"]
    assert len(changes) == 4
    values = {c.edit.swaps[0][1].start: tidied([c]) for c in changes}
    assert list(values[1].values()) == ["a b  'c'"]
    assert list(values[6].values()) == ["a  b  ‘c'"]


LABELS = ("1. ", "2. ", "(a) ", "(b) ", "i) ", "ii) ")
MESSY = st.lists(
    st.sampled_from((*"ab .,'1-()£=/:@“’…\n\u00a0", '"', "  ", "...", "12", "1st", " - ", *LABELS)),
    max_size=12,
).map("".join)
MESSY_HTML = st.lists(
    st.builds(
        Line,
        st.lists(
            st.builds(Run, MESSY, st.sampled_from([frozenset(), frozenset(["b"])])), max_size=2
        ).map(tuple),
        st.integers(0, 2),
        st.booleans(),
    ),
    max_size=4,
).map(lambda lines: to_html(assemble(lines)))


@thorough
@given(MESSY_HTML)
def test_tidying_twice_changes_nothing_more(html: str) -> None:
    once = tidy_html(html)
    assert normalise(once) == once
    assert tidy_html(once) == once


@given(records())
def test_words_are_kept(record: DecisionRecord) -> None:
    after = tidy(record)
    for one, other in zip(_texts(record), _texts(after), strict=True):
        assert re.sub(r"[^A-Z£&]", "", one) == re.sub(r"[^A-Z£&]", "", other)
    for name in ("notes", "reference", "contact", "date_of_decision", "carried", "set_aside"):
        assert getattr(after, name) == getattr(record, name)


def _texts(record: DecisionRecord) -> list[str]:
    names = ("title", "decisions", "reasons", "options", "consultees")
    return [re.sub(r"<[^>]*>", "", text.value) for text in texts_of(record, names)]
