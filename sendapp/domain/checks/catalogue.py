"""Every check there is, and the one function that runs them."""

from sendapp.domain.catalogue import CATALOGUE
from sendapp.domain.checks import (
    appendices,
    asked,
    contradictions,
    drafting,
    interests,
    missing,
    nothing_said,
    notices,
    references,
    timing,
)
from sendapp.domain.checks.finding import Check, Finding, Rank
from sendapp.domain.checks.reading import Around, Reading
from sendapp.domain.record import DecisionRecord

CHECKS: tuple[Check, ...] = (
    *missing.CHECKS,
    *interests.CHECKS,
    *notices.CHECKS,
    *asked.CHECKS,
    *nothing_said.CHECKS,
    *drafting.CHECKS,
    *references.CHECKS,
    *appendices.CHECKS,
    *contradictions.CHECKS,
    *timing.CHECKS,
)

_RANKS = list(Rank)
_PLACES = {entry.name: place for place, entry in enumerate(CATALOGUE)}
_BY_NAME = {check.name: check for check in CHECKS}


def check_named(name: str) -> Check:
    """Return the check `name`; KeyError if there is none."""
    return _BY_NAME[name]


def check_record(record: DecisionRecord, around: Around | None = None) -> tuple[Finding, ...]:
    """Return what the checks find in `record`: what the law requires first, then as the form runs.

    Findings that were set aside are among them; `why_set_aside` tells them.
    """
    reading = Reading(record, around or Around())
    found = [finding for check in CHECKS for finding in check.findings(reading)]
    return tuple(sorted(found, key=_order))


def _order(finding: Finding) -> tuple[int, int, int, int]:
    """Return where a finding stands among others: by rank, then as the form is read."""
    row = finding.place.partition("[")[2].partition("]")[0]
    rank = _RANKS.index(check_named(finding.check).rank)
    return rank, _PLACES[finding.field], int(row or -1), finding.start


def why_set_aside(record: DecisionRecord, finding: Finding) -> str:
    """Return the reason for which `finding` was set aside, '' if it was not.

    It stays so while its words stay, wherever in the field they go. What the law requires, and
    what the council asks, cannot be set aside.
    """
    if check_named(finding.check).rank is not Rank.LOOKS:
        return ""
    for row in record.set_aside:
        if (row.check, row.field, row.words) == (finding.check, finding.field, finding.mark):
            return row.reason or "No reason given"
    return ""
