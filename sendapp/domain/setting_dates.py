"""The dates that steps have set: which they are in a record, and what may be put in their place."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from typing import Any

from sendapp.domain.catalogue import field
from sendapp.domain.dates import long_date
from sendapp.domain.record import DecisionRecord
from sendapp.domain.refusing import (
    Refusal,
    ahead,
    is_called_in_late,
    no_dates,
    out_of_order,
    overruled,
)
from sendapp.domain.sealing import KEPT, SEALED, was_published
from sendapp.domain.states import ORDER, Act

SET_BY_STEPS = "Steps set this date: take the step, or use “Change dates…” once it is set."
"""What an officer is told who would type over what steps set: the form shows its dates."""
TOLD_BY_STEPS = "What steps and corrections have told is not typed over."
"""What an officer is told who would change what no field of the form shows, as by a replacement."""
PUBLISHED_SO = (
    "The decision was published with this answer, so it stays as it is. Take “Publish” back to "
    "change it."
)
"""What an officer is told who would change whether a published decision may be called in."""

_AFTER_CALL_IN = frozenset({"called-in", "implementable", "withdrawn"})
_OF_CALL_IN = ("call_in_ends", "in_force_on")
_TOLD = ("called_in_by", "called_in_on", "call_in_outcome", "withdrawn_on", "withdrawn_reason")
"""What the steps after publication ask for, which no field of the form shows."""
_DATES = ("date_of_decision", "draft_list_published", *_OF_CALL_IN, "confirmed_list_published")
_ANSWERS = ("call_in_applies", "urgency")
"""What says whether a decision may be called in, which its banner tells from publication on."""


def dates_of_steps(record: DecisionRecord, *, sealed: bool) -> tuple[str, ...]:
    """Return the dates that steps have set, which “Change dates…” asks for.

    `sealed` is whether the decision has been made; a record withdrawn after that keeps the dates
    that it had.
    """
    if not sealed:
        return ()
    names = ["date_of_decision"]
    if was_published(record):
        names += ["draft_list_published", *(n for n in _OF_CALL_IN if getattr(record, n))]
    if _was_confirmed(record):
        names.append("confirmed_list_published")
    return tuple(names)


def set_by_steps(record: DecisionRecord, *, sealed: bool) -> tuple[str, ...]:
    """Return all that steps, corrections and changes of dates set, which typing leaves alone.

    `sealed` as for `dates_of_steps`. What each of them says is entered in the journal, and nothing
    else may stand in its place. From publication on the answers are among it by which the decision
    went to call-in, or to none.
    """
    if not sealed:
        return ()
    answers = _ANSWERS if was_published(record) else ()
    return (*_DATES, "call_in_reason", *_TOLD, *answers, "corrections")


def why_kept(record: DecisionRecord, names: Collection[str], *, sealed: bool) -> str:
    """Return why one of the fields `names` of `record` is not typed over, '' if all may be."""
    kept = kept_fields(record, sealed=sealed)
    return next((why_fixed(name) for name in names if name in kept), "")


def kept_fields(record: DecisionRecord, *, sealed: bool) -> frozenset[str]:
    """Return the fields of `record` that are not typed over: what was decided, and steps set."""
    return frozenset((*SEALED, *set_by_steps(record, sealed=True)) if sealed else ())


def why_fixed(name: str) -> str:
    """Return what an officer is told who would type over the field `name` where it is kept."""
    if name in SEALED:
        return KEPT
    if name in _ANSWERS:
        return PUBLISHED_SO
    return SET_BY_STEPS if name in _DATES else TOLD_BY_STEPS


def _was_confirmed(record: DecisionRecord) -> bool:
    withdrawn_since = record.status == "withdrawn" and record.confirmed_list_published
    return record.status == "implementable" or bool(withdrawn_since)


def _was_called_in(record: DecisionRecord) -> bool:
    return record.status in _AFTER_CALL_IN and bool(record.called_in_on)


def _steps_behind(record: DecisionRecord) -> Iterator[Act]:
    """Yield the steps whose dates bind `record`: those that it has been through.

    What was called in is confirmed whenever that is over, which may be before the day that was
    counted for its coming into force.
    """
    if was_published(record):
        yield Act.PUBLISH
    if _was_called_in(record):
        yield Act.CALL_IN
    if _was_confirmed(record):
        yield Act.OUTCOME if _was_called_in(record) else Act.IMPLEMENT
    if record.status == "withdrawn":
        yield Act.WITHDRAW


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
        *_out_of_order(after, values),
        *overruled(after, reason, computed),
    )


def _out_of_order(after: DecisionRecord, names: Collection[str]) -> Iterator[Refusal]:
    """Yield the dates that cannot follow one another, each under one of `names`.

    Pairs of which none is to be changed are left alone: what is wrong with them is older.
    """
    pairs = [pair for act in _steps_behind(after) for pair in ORDER.get(act, ())]
    for earlier, later in dict.fromkeys(pairs):
        if found := {earlier, later} & {*names}:
            for refusal in out_of_order(after, ((earlier, later),)):
                yield replace(refusal, field=later if later in found else earlier)
    if "call_in_ends" in names and _was_called_in(after) and is_called_in_late(after):
        called_in, ended = long_date(after.called_in_on), long_date(after.call_in_ends)
        yield Refusal(
            "call_in_ends",
            f"It was called in on {called_in}; call-in cannot have ended on {ended}.",
        )
