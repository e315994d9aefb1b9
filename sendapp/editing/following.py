"""What changes with a change: fields that follow others in the same undo step."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from typing import Any

from sendapp.domain.exempt_clause import exempt_clause
from sendapp.domain.record import DecisionRecord
from sendapp.domain.text import FIELD_LIMIT

Follows = Callable[[DecisionRecord, DecisionRecord, Collection[str]], Mapping[str, Any]]
"""Given a record before and after a change to some fields, the other fields that follow."""


def clause_follows(
    before: DecisionRecord, after: DecisionRecord, names: Collection[str]
) -> dict[str, Any]:
    """Keep the not-for-publication clause in step with the appendices.

    A decision is the clause as long as its text is what the appendices gave; one that was edited
    by hand is left alone. Where no appendix is exempt any more, the clause goes.
    """
    if "appendices" not in names or "decisions" in names:
        return {}
    was, now = exempt_clause(before.appendices), exempt_clause(after.appendices)
    if was in ("", now) or len(now) > FIELD_LIMIT or _is_not_among(was, before):
        return {}
    kept = (row for row in before.decisions if now or row.text != was)
    return {"decisions": tuple(replace(row, text=now) if row.text == was else row for row in kept)}


def _is_not_among(text: str, record: DecisionRecord) -> bool:
    return all(row.text != text for row in record.decisions)
