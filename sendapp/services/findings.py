"""What the checks found, written out for the command line."""

import json
from collections.abc import Iterable

from sendapp.domain.catalogue import field
from sendapp.domain.checks.finding import Finding, Rank

ALL_WELL = "The checks found nothing missing that the law requires, and nothing that looks wrong."
SET_ASIDE = "Set aside"
"""Heads the findings that an officer has set aside."""

_OFFICIAL = "Check the official text."


def as_text(findings: Iterable[Finding]) -> str:
    """Return the findings in lines, a part for each rank, what is set aside last."""
    parts: dict[str, list[str]] = {head: [] for head in (*(r.value for r in Rank), SET_ASIDE)}
    for finding in findings:
        lines = parts[SET_ASIDE if finding.set_aside else finding.rank.value]
        lines.append(f"  {finding.place} ({field(finding.field).label}): {finding.sentence}")
        if finding.words:
            lines.append(f"    {finding.quoted}")
        lines.append(f"    {finding.duty}{f' ({finding.source})' if finding.source else ''}")
        if finding.set_aside:
            lines.append(f"    {SET_ASIDE}: {finding.set_aside}")
    out = [line for head, lines in parts.items() if lines for line in (f"{head}:", *lines)]
    return "\n".join([*(out or [ALL_WELL]), _OFFICIAL])


def as_json(findings: Iterable[Finding]) -> str:
    """Return the findings as a JSON list, each with its check, rank, place, words and source."""
    kept = ("check", "place", "start", "end", "words", "sentence", "source", "set_aside")
    rows = [
        {"rank": finding.rank.name.lower()} | {name: getattr(finding, name) for name in kept}
        for finding in findings
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)
