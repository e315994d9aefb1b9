"""Every check on what it must find, and on what looks like it and is left alone."""

from itertools import chain
from typing import Any

import pytest

from sendapp.domain.checks.catalogue import CHECKS, check_record
from sendapp.domain.checks.reading import Reading
from sendapp.domain.duties import ALL
from tests.domain.checks import (
    cases_call_in,
    cases_carried,
    cases_contradictions,
    cases_council,
    cases_holders,
    cases_interests,
    cases_law,
    cases_looks,
    cases_references,
    cases_timing,
    cases_unfilled,
    cases_withheld,
)
from tests.domain.checks.cases import Case, Cases, Expected

_PAGES = (
    *(cases_law, cases_council, cases_interests, cases_looks),
    *(cases_references, cases_contradictions, cases_timing, cases_call_in),
    *(cases_carried, cases_holders, cases_unfilled, cases_withheld),
)
FOUND: Cases = dict(chain.from_iterable(page.FOUND.items() for page in _PAGES))
LEFT: Cases = dict(chain.from_iterable(page.LEFT.items() for page in _PAGES))

_FEWEST = 6


def _each(cases: Cases) -> list[Any]:
    return [
        pytest.param(check, case, id=f"{check}-{number}")
        for check, some in cases.items()
        for number, case in enumerate(some, 1)
    ]


def _found(check: str, case: Case) -> list[Expected]:
    """Return what `check` finds, in the order of places."""
    reading = Reading(case.record, case.around)
    findings = [f for f in check_record(case.record, case.around) if f.check == check]
    for finding in findings:
        assert finding.words == reading.words_at(finding.place)[finding.start : finding.end]
    return sorted(Expected(f.place, f.start, f.words) for f in findings)


@pytest.mark.parametrize(("check", "case"), _each(FOUND))
def test_it_is_found_where_it_stands(check: str, case: Case) -> None:
    assert case.expected
    assert _found(check, case) == sorted(case.expected)


@pytest.mark.parametrize(("check", "case"), _each(LEFT))
def test_what_looks_like_it_is_left_alone(check: str, case: Case) -> None:
    assert _found(check, case) == []


@pytest.mark.parametrize("check", [check.name for check in CHECKS])
def test_every_check_has_cases_for_every_record_type(check: str) -> None:
    assert len(FOUND[check]) >= _FEWEST
    assert len(LEFT[check]) >= _FEWEST
    types = next(c.types for c in CHECKS if c.name == check)
    assert {Reading(case.record, case.around).record_type for case in FOUND[check]} == types
    others = {Reading(case.record, case.around).record_type for case in LEFT[check]} - types
    assert others or types == ALL


def test_no_cases_are_left_over() -> None:
    assert set(FOUND) == set(LEFT) == {check.name for check in CHECKS}
