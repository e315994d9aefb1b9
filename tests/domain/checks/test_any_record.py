"""Any record can be checked: nothing is raised, and what is found is there, and found quickly."""

from dataclasses import replace
from pathlib import Path
from time import process_time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sendapp.domain.catalogue import CATALOGUE, field
from sendapp.domain.checks.catalogue import CHECKS, check_record
from sendapp.domain.checks.finding import Finding, Rank
from sendapp.domain.checks.reading import Around, Reading, folded
from sendapp.domain.duties import ALL
from sendapp.domain.interchange import from_json
from sendapp.domain.posts import Post
from sendapp.domain.profile import CallInRule, CountedFrom, InForce, Profile
from sendapp.domain.record import DecisionRecord, Item, Option, SetAside
from sendapp.domain.reference_series import folded_reference
from sendapp.domain.rows import ROWS, place_of_part
from sendapp.paths import resources
from tests.domain.checks.cases import clean, said
from tests.profiles import thorough
from tests.strategies import LINE, TEXT, records

_NAMES = [entry.name for entry in CATALOGUE]
_FRAGMENTS = (
    *("1 May 2026", "31 March ", "Monday ", "January", "2026", "29/02/2026", "three years", "18"),
    *("from ", " to ", " until ", "between ", " and ", "for ", "with effect from ", "commencing "),
    *("Appendix ", "Appendices ", "Annex ", "A", "B", "1", "12", "exempt ", "not for publication "),
    *("paragraph ", "decision ", "section ", "Table ", "above", "below", "of this record "),
    *("to the report ", "the report’s ", "Schedule 12A ", "of the Act ", "confidential "),
    *("recommended that ", "Cabinet is asked to ", "approve ", "should be approved "),
    *(
        "this is not a key decision",
        "call-in ",
        "does not apply",
        "may be called in",
        "SI 2014/2095",
    ),
    *("See attached.", "N/A", "the decision comes into force on ", "Regulations 2012"),
    *("(", ")", "“", "”", "'", "’", "«", ",", ".", ";", ":", "-", "–", "\n", "\t", " ", "\u00a0"),
    *("✓", "\uf0b7", "😀", "é", "²", "0", "a ", "ß", "İ"),
)
_SPEECH = st.lists(st.sampled_from(_FRAGMENTS), max_size=25).map("".join)
_TEXTS = _SPEECH.map(lambda text: text.replace("<", ""))
_AROUND = st.builds(
    Around,
    other_titles=st.frozensets(st.one_of(LINE, _SPEECH).map(folded), max_size=3),
    other_references=st.frozensets(LINE.map(folded_reference), max_size=3),
    asked_fields=st.lists(st.one_of(st.sampled_from(_NAMES), LINE), max_size=4).map(tuple),
    asked_clearances=st.lists(st.one_of(st.just("Legal"), LINE), max_size=3).map(tuple),
    posts=st.lists(
        st.builds(
            Post,
            st.one_of(st.just("Leader"), LINE),
            LINE,
            since=st.sampled_from(("", "2025-05-20")),
            until=st.sampled_from(("", "2026-05-20")),
        ),
        max_size=2,
    ).map(tuple),
    profile=st.builds(
        Profile,
        call_in=st.builds(
            CallInRule,
            days=st.integers(-1, 400),
            clear=st.booleans(),
            counted_from=st.sampled_from(CountedFrom),
            cut_off=st.sampled_from(("", "17:00", "noon")),
            in_force=st.sampled_from(InForce),
        ),
        closure_days=st.lists(st.dates().map(str), max_size=2).map(tuple),
    ),
    duties=st.sampled_from(["", *sorted(ALL), "another"]),
)


@st.composite
def _spoken(draw: st.DrawFn) -> DecisionRecord:
    """Any record, with texts in it that use the words the checks look for."""
    record = draw(records())
    return replace(
        record,
        record_type=draw(st.sampled_from([*sorted(ALL), "another"])),
        decisions=(*record.decisions, Item(text=f"<p>{draw(_TEXTS)}</p>")),
        reasons=(*record.reasons, Item(text=f"<p>{draw(_TEXTS)}</p>")),
        options=(*record.options, Option(title=draw(_TEXTS), text=f"<p>{draw(_TEXTS)}</p>")),
        authority=draw(_TEXTS),
        decision_maker=draw(st.sampled_from(("Leader", record.decision_maker))),
    )


def _is_a_place(record: DecisionRecord, place: str) -> bool:
    """Whether `place` names a field of the record, a row that is there, or a part of one."""
    if place in _NAMES:
        return True
    name = place.partition("[")[0]
    field(name)
    return any(
        place in (f"{name}[{index}]", place_of_part(name, index, part.name))
        for index in range(len(getattr(record, name)))
        for part in ROWS[name]
    )


_BY_NAME = {check.name: check for check in CHECKS}


def _holds(finding: Finding, reading: Reading) -> None:
    check = _BY_NAME[finding.check]
    assert reading.record_type in check.types
    assert _is_a_place(reading.record, finding.place)
    assert finding.field in _NAMES
    words = reading.words_at(finding.place)
    assert 0 <= finding.start <= finding.end <= len(words)
    assert finding.words == words[finding.start : finding.end]
    assert finding.sentence.strip()


@thorough
@given(record=st.one_of(records(), _spoken()), around=_AROUND)
def test_whatever_is_found_is_there_and_is_found_again(
    record: DecisionRecord, around: Around
) -> None:
    findings = check_record(record, around)
    for finding in findings:
        _holds(finding, Reading(record, around))
    assert check_record(record, around) == findings


@given(record=_spoken(), around=_AROUND, reason=TEXT)
def test_what_the_law_requires_cannot_be_set_aside(
    record: DecisionRecord, around: Around, reason: str
) -> None:
    findings = check_record(record, around)
    rows = tuple(
        SetAside(check=f.check, field=f.field, words=f.mark, reason=reason) for f in findings
    )
    aside = check_record(replace(record, set_aside=rows), around)
    assert [replace(finding, set_aside="") for finding in aside] == list(findings)
    for finding in aside:
        may_be = finding.rank is Rank.LOOKS and not finding.confirmable
        assert bool(finding.set_aside) == may_be


_LONG = 100_000
# An idle computer takes less than a second, a busy one some; a pattern that explodes takes minutes.
_LIMIT_S = 30
_REPEATED = (
    *("from ", "from from to ", "a ", "(", "( ", ") ", "1 May ", "1 May 2026 ", "1.", "1/", "\n"),
    *("from 1 May 2026 to ", "from 1 May to 2 June 2026 for two years ", "two years and ", " "),
    *("Appendix ", "Appendix A ", "Appendices A, ", "Appendices 1 to 3, ", "appendix and "),
    *("paragraph 3 ", "paragraph (1) of ", "decision 1 and 2 ", "section 1 to 2 ", "table ", "1,"),
    *("“", "’s ", "the the ", "this decision is ", "to the report ", "exempt ", "not be "),
    *("to be not for ", "is recommended ", "recommend ", "cabinet member for ", "members for a "),
    *("Cabinet is asked to ", "call-in ", "key decision ", "this is treated as deemed ", "no "),
    *("Monday ", "Monday the 1 ", "the decision comes into force on ", "SI 2014/2095 ", "N/A "),
    *("see attached ", "regulation 7 of the 2014 ", "written ", "record ", "no option ", "x", "-"),
    *("between 1 May 2026 and ", "a", "1", "A", "ii) ", "1. ", "of the ", "filming ", "twenty-"),
    *(
        "the first table ",
        "the second table below at the foot ",
        "commencing on the the ",
        "\u00a0",
    ),
    *(
        "for the total term of ",
        "not to be being ",
        "the only option ",
        "as the ",
        ". ",
        "; ",
        "🙂",
    ),
)


@pytest.mark.parametrize("piece", _REPEATED)
@pytest.mark.parametrize("place", ["decisions[0]", "reasons[0]"])
def test_a_text_as_long_as_a_field_may_be_is_checked_at_once(place: str, piece: str) -> None:
    _checked_at_once(_as_long_as_may_be(piece), place)


# What begins a turn of phrase, and what may follow it without end.
_BEGINNINGS = (
    *("from 1 May 2026 ", "between 1 May ", "two years ", "three years and ", "1 May 2026 to "),
    *("is recommended ", "Cabinet member for ", "approval is ", "this ", "the decision ", "not "),
    *("appendix ", "Appendices 1 ", "Annex 1 to the ", "exempt ", "paragraph ", "paragraph 1 "),
    *("section 1 ", "the ", "the first table ", "Table 1 ", "in ", "see ", "insert ", "(", "no "),
    *("the only ", "none ", "call-in ", "record ", "regulation 7 of the 2014 ", "as ", "1. "),
)
_FILLINGS = (
    " ",
    "\n",
    "\u00a0",
    "-",
    "–",
    "?",
    ".",
    "( ",
    "x",
    "1",
    ", ",
    "a ",
    "the ",
    "to ",
    "’ ",
)
_ENDINGS = (
    "",
    " 31 May 2027 z",
    "exempt",
    "call-in",
    "report",
    "filming",
    "Regulations 2014",
    "if",
)


@pytest.mark.parametrize("filling", _FILLINGS)
def test_what_goes_on_without_end_is_checked_at_once(filling: str) -> None:
    run = filling * (_LONG // len(_BEGINNINGS) // len(filling))
    _checked_at_once("31 May 2027 z ".join(beginning + run for beginning in _BEGINNINGS))


@given(
    beginning=st.sampled_from(_BEGINNINGS),
    filling=st.one_of(st.sampled_from(_FILLINGS), _TEXTS),
    ending=st.sampled_from(_ENDINGS),
)
@settings(max_examples=25)
def test_any_words_over_and_over_are_checked_at_once(
    beginning: str, filling: str, ending: str
) -> None:
    _checked_at_once(beginning + _as_long_as_may_be(filling) + ending)


def _as_long_as_may_be(piece: str) -> str:
    return (piece * (_LONG // max(1, len(piece)) + 1))[:_LONG]


def _checked_at_once(text: str, place: str = "reasons[0]") -> None:
    record = said(place, text.replace("«", ""), options=(Option(title="Wait"),)).record
    start = process_time()
    check_record(record)
    assert process_time() - start < _LIMIT_S


@pytest.mark.parametrize("kind", sorted(ALL))
def test_the_short_record_of_the_tests_is_clean(kind: str) -> None:
    assert check_record(clean(kind)) == ()


def _samples() -> list[Any]:
    paths = sorted((resources() / "examples").glob("*.json"))
    return [pytest.param(path, id=path.stem) for path in paths]


@pytest.mark.parametrize("path", _samples())
def test_a_sample_record_is_clean(path: Path) -> None:
    assert check_record(from_json(path.read_text(encoding="utf-8"))) == ()


def test_there_is_a_sample_of_every_record_type() -> None:
    samples = [from_json(case.values[0].read_text(encoding="utf-8")) for case in _samples()]
    assert {record.record_type for record in samples} == ALL
    assert len({record.id for record in samples}) == len(samples)


def test_every_check_has_a_name_of_its_own() -> None:
    assert len({check.name for check in CHECKS}) == len(CHECKS)
