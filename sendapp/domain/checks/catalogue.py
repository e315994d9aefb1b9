"""Every check there is, and the one function that runs them."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sendapp.domain.catalogue import CATALOGUE
from sendapp.domain.checks import (
    appendices,
    asked,
    call_in_dates,
    carried_over,
    contradictions,
    drafting,
    holders,
    interests,
    missing,
    nothing_said,
    notices,
    references,
    timing,
    unfilled,
    withheld,
)
from sendapp.domain.checks.finding import Check, Finding, Rank
from sendapp.domain.checks.reading import Around, Reading
from sendapp.domain.record import DecisionRecord

CHECKS: tuple[Check, ...] = (
    *missing.CHECKS,
    *interests.CHECKS,
    *holders.CHECKS,
    *notices.CHECKS,
    *asked.CHECKS,
    *nothing_said.CHECKS,
    *drafting.CHECKS,
    *unfilled.CHECKS,
    *references.CHECKS,
    *appendices.CHECKS,
    *withheld.CHECKS,
    *contradictions.CHECKS,
    *timing.CHECKS,
    *call_in_dates.CHECKS,
    *carried_over.CHECKS,
)

_RANKS = list(Rank)
_PLACES = {entry.name: place for place, entry in enumerate(CATALOGUE)}


def check_record(record: DecisionRecord, around: Around | None = None) -> tuple[Finding, ...]:
    """Return what the checks find in `record`: what the law requires first, then as the form runs.

    Those that an officer has set aside are among them, with the reason.
    """
    reading = Reading(record, around or Around())
    found = [finding for check in CHECKS for finding in check.findings(reading)]
    return tuple(_with_reasons(record, sorted(found, key=_order)))


def _order(finding: Finding) -> tuple[int, bool, int, int, int]:
    """Return where a finding stands among others: by rank, then as the form is read.

    Facts to be confirmed may be many, and come behind what else looks wrong.
    """
    place = _PLACES[finding.field], finding.row, finding.start
    return _RANKS.index(finding.rank), finding.confirmable, *place


def _with_reasons(record: DecisionRecord, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield the findings, with the reason for which each was set aside.

    It stays so while its words stay, wherever in the field they go. One row of `set_aside` speaks
    for one finding. Only what looks wrong can be set aside, and not what wants to be confirmed.
    """
    rows = list(record.set_aside)
    for finding in findings:
        row = next((row for row in rows if row.finding == finding.key), None)
        if row is None or finding.rank is not Rank.LOOKS or finding.confirmable:
            yield finding
            continue
        rows.remove(row)
        yield replace(finding, set_aside=row.reason or "No reason given")
