"""What the checks found, written out for the command line."""

import json
from collections.abc import Iterable

from sendapp.domain.catalogue import field
from sendapp.domain.checks.catalogue import check_named, why_set_aside
from sendapp.domain.checks.finding import Finding, Rank
from sendapp.domain.checks.reading import Reading
from sendapp.domain.record import DecisionRecord

_ALL_WELL = "Nothing the law requires is missing, and nothing looks wrong."


def as_text(findings: Iterable[Finding], record: DecisionRecord) -> str:
    """Return the findings in lines, a part for each rank, what is set aside last."""
    parts: dict[str, list[str]] = {head: [] for head in (*(r.value for r in Rank), "Set aside")}
    for finding in findings:
        check = check_named(finding.check)
        reason = why_set_aside(record, finding)
        lines = parts["Set aside" if reason else check.rank.value]
        source = check.source_for(Reading(record).record_type)
        lines.append(f"  {finding.place} ({field(finding.field).label}): {finding.sentence}")
        if finding.words:
            lines.append(f"    “{finding.words}”")
        lines.append(f"    {check.duty}{f' ({source})' if source else ''}")
        if reason:
            lines.append(f"    Set aside: {reason}")
    out = [line for head, lines in parts.items() if lines for line in (f"{head}:", *lines)]
    return "\n".join([*out, "Check the official text."] if out else [_ALL_WELL])


def as_json(findings: Iterable[Finding], record: DecisionRecord) -> str:
    """Return the findings as a JSON list, each with its check, rank, place, words and source."""
    record_type = Reading(record).record_type
    return json.dumps(
        [
            {
                "check": finding.check,
                "rank": check_named(finding.check).rank.name.lower(),
                "place": finding.place,
                "start": finding.start,
                "end": finding.end,
                "words": finding.words,
                "sentence": finding.sentence,
                "source": check_named(finding.check).source_for(record_type),
                "set_aside": why_set_aside(record, finding),
            }
            for finding in findings
        ],
        ensure_ascii=False,
        indent=2,
    )
