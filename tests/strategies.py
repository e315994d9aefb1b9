"""Hypothesis strategies: any text, any rich text, any record, and JSON that is none."""

import datetime
from typing import Any

from hypothesis import strategies as st

from sendapp.domain.catalogue import CATALOGUE
from sendapp.domain.fields import Field, Kind
from sendapp.domain.interchange import canonical
from sendapp.domain.record import ROW_TYPES, DecisionRecord, Row
from sendapp.domain.richtext import MARKS, Doc, Line, Run, Table, assemble, to_html
from sendapp.domain.rows import ROWS
from sendapp.domain.text import Refused, clean

TEMPTING = (
    "{{ 7*7 }}",
    "{_{ 7*7 }_}",
    "{% if x %}",
    "<w:p>",
    "&amp;",
    "&",
    "<",
    ">",
    "“£’ –",
    "\u00a0",
)
"""What must come through as it was typed."""


def _can_be_kept(text: str) -> bool:
    try:
        return clean(text) == text
    except Refused:
        return False


_CHARACTERS = st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\t")
TEXT = st.one_of(
    st.text(_CHARACTERS, max_size=30),
    st.text("ab é\u00a0<&;{}%'\"\n", max_size=12),
    st.sampled_from(TEMPTING),
).filter(_can_be_kept)
"""Text in the form in which it is kept."""

LINE = TEXT.map(lambda text: text.replace("\n", " ").replace("\t", " "))
"""Text of one line."""

_HREFS = st.sampled_from(
    ["", "", "https://marlhaven.example/?a=1&b=2", "mailto:a@marlhaven.example"]
)
RUN = st.builds(Run, TEXT, st.frozensets(st.sampled_from(MARKS), max_size=3), _HREFS)
RUNS = st.lists(RUN, max_size=3).map(tuple)
LINES = st.builds(Line, RUNS, st.integers(0, 4), st.booleans())
TABLES = st.builds(
    Table, st.booleans(), st.lists(st.lists(RUNS, max_size=3).map(tuple), max_size=3).map(tuple)
)
DOC: st.SearchStrategy[Doc] = st.lists(st.one_of(LINES, LINES, TABLES), max_size=4).map(assemble)
"""A rich text in its normal form."""

RICH = DOC.map(to_html)
"""A rich text as it is stored."""

JSON_VALUE: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | LINE,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(LINE, inner, max_size=3),
    max_leaves=6,
)

IDS = st.uuids().map(str)
DATE = st.dates(datetime.date(1900, 1, 1)).map(datetime.date.isoformat)


def _unknown(known: tuple[Field, ...]) -> st.SearchStrategy[str]:
    names = {entry.name for entry in known} | {"format"}
    keys = LINE.filter(lambda key: key not in names)
    return st.dictionaries(keys, JSON_VALUE, max_size=2).map(lambda d: canonical(d) if d else "")


def values(entry: Field) -> st.SearchStrategy[Any]:
    """Any value of the field `entry`."""
    match entry.kind:
        case Kind.ROWS:
            return st.lists(rows(entry.name), max_size=2).map(tuple)
        case Kind.RICH:
            return RICH
        case Kind.TEXT:
            return TEXT
        case Kind.DATE:
            return st.one_of(st.just(""), DATE)
        case Kind.CHOICE:
            return st.sampled_from([value for value, _ in entry.choices])
        case Kind.FLAG:
            return st.booleans()
        case Kind.NUMBERS:
            return st.frozensets(st.integers(1, 7)).map(lambda numbers: tuple(sorted(numbers)))
        case _:
            return LINE.map(lambda text: text[: entry.limit])


def rows(name: str) -> st.SearchStrategy[Row]:
    """Any row of the list `name`."""
    inner = {entry.name: values(entry) for entry in ROWS[name]}
    return st.builds(ROW_TYPES[name], unknown=_unknown(ROWS[name]), **inner)


def records() -> st.SearchStrategy[DecisionRecord]:
    """Any record, with a few of its fields filled in: more of them find no more faults."""
    strategies = {entry.name: values(entry) for entry in CATALOGUE if entry.name != "id"}
    strategies["unknown"] = _unknown(CATALOGUE)
    names = st.lists(st.sampled_from(list(strategies)), unique=True, max_size=5)
    some = names.flatmap(lambda chosen: st.fixed_dictionaries({n: strategies[n] for n in chosen}))
    return st.builds(lambda identity, filled: DecisionRecord(id=identity, **filled), IDS, some)
