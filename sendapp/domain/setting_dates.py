"""The dates that steps have set: which they are in a record, and what may be put in their place."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

from sendapp.domain.catalogue import field
from sendapp.domain.record import DecisionRecord
from sendapp.domain.sealing import KEPT, SEALED
from sendapp.domain.states import ORDER, Refusal, ahead, no_dates, out_of_order, overruled

SET_BY_STEPS = "A step has set this date: change it with “Change dates…”."
"""What an officer is told who would type over what a step has set: the form shows its dates."""

_OUT = frozenset({"published", "called-in", "implementable"})
_OF_CALL_IN = ("call_in_ends", "in_force_on")
_TOLD = ("called_in_by", "called_in_on", "call_in_outcome", "withdrawn_on", "withdrawn_reason")
"""What the steps after publication ask for, which no field of the form shows."""
_PAIRS = tuple(dict.fromkeys(pair for pairs in ORDER.values() for pair in pairs))


def dates_of_steps(record: DecisionRecord, *, sealed: bool) -> tuple[str, ...]:
    """Return the dates that steps have set, which typing does not change any more.

    `sealed` is whether the decision has been made; a record withdrawn after that keeps the dates
    that it had.
    """
    if not sealed:
        return ()
    names = ["date_of_decision"]
    if record.status in _OUT or (record.status == "withdrawn" and record.draft_list_published):
        names += ["draft_list_published", *(n for n in _OF_CALL_IN if getattr(record, n))]
    ended = record.status == "withdrawn" and record.confirmed_list_published
    if record.status == "implementable" or ended:
        names.append("confirmed_list_published")
    return tuple(names)


def set_by_steps(record: DecisionRecord, *, sealed: bool) -> tuple[str, ...]:
    """Return all that steps, corrections and changes of dates have set, which typing leaves alone.

    `sealed` as for `dates_of_steps`. What each of them says is entered in the journal, and nothing
    else may stand in its place.
    """
    if not sealed:
        return ()
    dates = dates_of_steps(record, sealed=True)
    reason = ("call_in_reason",) if {*_OF_CALL_IN} & {*dates} else ()
    return (*dates, *reason, *_TOLD, "corrections")


def why_kept(record: DecisionRecord, names: Collection[str], *, sealed: bool) -> str:
    """Return why one of the fields `names` of `record` is not typed over, '' if all may be."""
    if sealed and not {*SEALED}.isdisjoint(names):
        return KEPT
    return "" if {*set_by_steps(record, sealed=sealed)}.isdisjoint(names) else SET_BY_STEPS


def with_dates(record: DecisionRecord, values: Mapping[str, str]) -> DecisionRecord:
    """Return `record` with other dates."""
    wanted: dict[str, Any] = {name: value.strip() for name, value in values.items()}
    return replace(record, **wanted)


def refusals_of_dates(
    record: DecisionRecord,
    values: Mapping[str, str],
    today: str,
    computed: Collection[tuple[str, str]] = (),
) -> tuple[Refusal, ...]:
    """Return every reason why a record's dates cannot become `values`, as `states.refusals` does.

    A date that stands there may not be taken away: for that its step is taken back.
    """
    after = with_dates(record, values)
    blank = (
        Refusal(name, f"“{field(name).label}” has to be filled in.")
        for name in values
        if name != "call_in_reason" and getattr(record, name) and not getattr(after, name)
    )
    reason = ("call_in_reason",) if {*_OF_CALL_IN} & {*values} else ()
    return (
        *blank,
        *no_dates(after, values),
        *ahead(after, values, today),
        *out_of_order(after, _PAIRS),
        *overruled(after, reason, computed),
    )
