"""Where a record may go from where it stands: each step, what it asks, and why it is refused.

A step is a button that says what it does. It asks only for the fields in `asks`, refuses with
every reason at once, and can be taken back until the next one.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from sendapp.domain.call_in import CallIn, may_be_called_in
from sendapp.domain.catalogue import field
from sendapp.domain.dates import long_date
from sendapp.domain.issuing import WHAT_TO_DO, why_not_at
from sendapp.domain.record import DecisionRecord
from sendapp.domain.refusing import (
    Refusal,
    ahead,
    is_called_in_late,
    no_dates,
    out_of_order,
    overruled,
)
from sendapp.domain.sealing import PUBLISHED


class Act(StrEnum):
    """What an officer does with a record as a whole; the value stands in the journal."""

    READY = "ready"
    BACK = "back"
    DECIDE = "decide"
    PUBLISH = "publish"
    IMPLEMENT = "implement"
    CALL_IN = "call-in"
    OUTCOME = "outcome"
    WITHDRAW = "withdraw"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step: `label` for its button, `done` for the journal, `asks` the fields it needs.

    `to` is where the record stands then; `whole` says that the record must have what the law
    requires before.
    """

    act: Act
    label: str
    done: str
    from_: frozenset[str]
    to: str
    asks: tuple[str, ...] = ()
    whole: bool = False


STEPS: tuple[Step, ...] = (
    Step(
        act=Act.READY,
        label="Ready for signature",
        done="Marked as ready for signature",
        from_=frozenset({"draft"}),
        to="ready",
        whole=True,
    ),
    Step(
        act=Act.DECIDE,
        label="Record the decision",
        done="Decision recorded",
        from_=frozenset({"ready"}),
        to="decided",
        asks=("date_of_decision",),
        whole=True,
    ),
    Step(
        act=Act.BACK,
        label="Back to drafting",
        done="Back to drafting",
        from_=frozenset({"ready"}),
        to="draft",
    ),
    Step(
        act=Act.PUBLISH,
        label="Publish",
        done="Published",
        from_=frozenset({"decided"}),
        to="published",
        asks=("draft_list_published", "call_in_ends", "in_force_on", "call_in_reason"),
        whole=True,
    ),
    Step(
        act=Act.IMPLEMENT,
        label="Confirm: can be implemented",
        done="Confirmed: can be implemented",
        from_=frozenset({"published"}),
        to="implementable",
        asks=("confirmed_list_published",),
    ),
    Step(
        act=Act.CALL_IN,
        label="Called in",
        done="Called in",
        from_=frozenset({"published"}),
        to="called-in",
        asks=("called_in_by", "called_in_on"),
    ),
    Step(
        act=Act.OUTCOME,
        label="Call-in is over: the decision stands",
        done="Call-in over, the decision stands",
        from_=frozenset({"called-in"}),
        to="implementable",
        asks=("call_in_outcome", "confirmed_list_published"),
    ),
    Step(
        act=Act.WITHDRAW,
        label="Withdraw",
        done="Withdrawn",
        from_=frozenset({"draft", "ready", "decided", "published", "called-in"}),
        to="withdrawn",
        asks=("withdrawn_on", "withdrawn_reason"),
    ),
)
"""Every step; of those that begin where a record stands, the first is the usual one."""

_BY_ACT = {step.act: step for step in STEPS}
_MAY_BE_BLANK = frozenset({"call_in_reason"})
OF_CALL_IN = ("call_in_ends", "in_force_on", "call_in_reason")
"""What is asked only where a decision may be called in."""


ORDER: dict[Act, tuple[tuple[str, str], ...]] = {
    Act.PUBLISH: (
        ("date_of_decision", "draft_list_published"),
        ("draft_list_published", "call_in_ends"),
        ("call_in_ends", "in_force_on"),
    ),
    Act.IMPLEMENT: (
        ("draft_list_published", "confirmed_list_published"),
        ("in_force_on", "confirmed_list_published"),
    ),
    Act.CALL_IN: (("draft_list_published", "called_in_on"),),
    Act.OUTCOME: (("called_in_on", "confirmed_list_published"),),
    Act.WITHDRAW: (
        ("date_of_decision", "withdrawn_on"),
        ("draft_list_published", "withdrawn_on"),
        ("called_in_on", "withdrawn_on"),
    ),
}
"""For each step the pairs of dates of which the second may not come before the first."""


def step_of(act: Act) -> Step:
    """Return the step that does `act`."""
    return _BY_ACT[act]


def steps_from(record: DecisionRecord) -> tuple[Step, ...]:
    """Return the steps that begin where `record` stands, the usual one first."""
    return tuple(step for step in STEPS if record.status in step.from_)


def asked(record: DecisionRecord, act: Act, duties: str) -> tuple[str, ...]:
    """Return the fields that the step asks of this record; `duties` are those of its type."""
    opens = may_be_called_in(record, duties)
    return tuple(name for name in step_of(act).asks if opens or name not in OF_CALL_IN)


def lands_at(record: DecisionRecord, act: Act, duties: str) -> str:
    """Return where the record stands after the step."""
    if act is Act.PUBLISH and not may_be_called_in(record, duties):
        return "implementable"
    return step_of(act).to


def taken(
    record: DecisionRecord, act: Act, values: Mapping[str, str], duties: str
) -> DecisionRecord:
    """Return `record` after the step, with what was asked for; anything else is left out."""
    names = asked(record, act, duties)
    wanted: dict[str, Any] = {name: values.get(name, "").strip() for name in names}
    return replace(record, **wanted, status=lands_at(record, act, duties))


def as_counted(call_in: CallIn | None) -> tuple[tuple[str, str], ...]:
    """Return the ends of call-in with the first days in force that a count gives, as ISO text.

    There are two where a cut-off may have passed, none where nothing could be counted.
    """
    if call_in is None:
        return ()
    counts = (call_in, call_in.if_late)
    return tuple((each.ends.isoformat(), each.in_force.isoformat()) for each in counts if each)


def refusals(
    record: DecisionRecord,
    act: Act,
    values: Mapping[str, str],
    today: str,
    duties: str,
    computed: Collection[tuple[str, str]] = (),
) -> tuple[Refusal, ...]:
    """Return every reason why the step cannot be taken with these values, none if it can.

    `today` and dates are ISO text; `computed` are the ends of call-in and first days in force that
    the council's rule gives (`as_counted`), from which an officer may differ with a reason. What
    the law requires in the record's own words is the checks' to say (`domain/checks`), and is asked
    of steps that are `whole`.
    """
    step = step_of(act)
    if record.status not in step.from_:
        return (Refusal("status", f"“{step.label}” is not possible where the record stands."),)
    if why := why_not_at(record, step.to, duties):
        return (Refusal("decision_maker_interest", f"{why} {WHAT_TO_DO}"),)
    after, names = taken(record, act, values, duties), asked(record, act, duties)
    return (
        *(_nameless(after) if step.whole else ()),
        *_blank(after, names),
        *no_dates(after, names),
        *ahead(after, names, today),
        *_out_of_order(record, after, act, duties),
        *overruled(after, names, computed),
    )


def _nameless(after: DecisionRecord) -> Iterator[Refusal]:
    """Yield what a record has to be told by before anybody signs it, and has not."""
    for name in ("title", "decision_maker"):
        if not getattr(after, name).strip():
            yield Refusal(name, f"“{field(name).label}” is blank: nobody signs a record without.")


def _blank(after: DecisionRecord, names: tuple[str, ...]) -> Iterator[Refusal]:
    for name in names:
        if not getattr(after, name) and name not in _MAY_BE_BLANK:
            yield Refusal(name, f"“{field(name).label}” has to be filled in.")


def _out_of_order(
    record: DecisionRecord, after: DecisionRecord, act: Act, duties: str
) -> Iterator[Refusal]:
    """Yield the dates that cannot follow one another."""
    pairs = ORDER.get(act, ())
    if act is Act.WITHDRAW and record.status not in PUBLISHED:
        # A day was typed ahead of a publication that now never comes: nothing follows it.
        pairs = tuple(pair for pair in pairs if pair[0] != "draft_list_published")
    yield from out_of_order(after, pairs)
    if act is Act.IMPLEMENT and not after.in_force_on and may_be_called_in(after, duties):
        yield Refusal(
            "in_force_on",
            "The record does not say from when it can be implemented. Use Change dates… first.",
        )
    if act is Act.CALL_IN and is_called_in_late(after):
        ended = long_date(after.call_in_ends)
        yield Refusal(
            "called_in_on", f"Call-in ended on {ended}; nobody can call it in after that."
        )
