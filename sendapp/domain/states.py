"""Where a record may go from where it stands: each step, what it asks, and why it is refused.

A step is a button that says what it does. It asks only for the fields in `asks`, refuses with
every reason at once, and can be taken back until the next one.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from sendapp.domain.catalogue import field
from sendapp.domain.dates import long_date
from sendapp.domain.issuing import why_not_at
from sendapp.domain.record import DecisionRecord


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
_ONLY_WITH_CALL_IN = frozenset({"call_in_ends", "in_force_on", "call_in_reason"})
_NOT_AHEAD = frozenset(
    {"date_of_decision", "confirmed_list_published", "called_in_on", "withdrawn_on"}
)
"""Dates of what has happened: a day to come is a slip."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a step cannot be taken: the field it concerns, and a sentence."""

    field: str
    sentence: str


def step_of(act: Act) -> Step:
    """Return the step that does `act`."""
    return _BY_ACT[act]


def steps_from(record: DecisionRecord) -> tuple[Step, ...]:
    """Return the steps that begin where `record` stands, the usual one first."""
    return tuple(step for step in STEPS if record.status in step.from_)


def has_call_in(record: DecisionRecord) -> bool:
    """Whether the record is open to call-in once it is published."""
    return record.call_in_applies != "no"


def asked(record: DecisionRecord, act: Act) -> tuple[str, ...]:
    """Return the fields that the step asks of this record."""
    names = step_of(act).asks
    return tuple(n for n in names if has_call_in(record) or n not in _ONLY_WITH_CALL_IN)


def lands_at(record: DecisionRecord, act: Act) -> str:
    """Return where the record stands after the step."""
    if act is Act.PUBLISH and not has_call_in(record):
        return "implementable"
    return step_of(act).to


def taken(record: DecisionRecord, act: Act, values: Mapping[str, str]) -> DecisionRecord:
    """Return `record` after the step, with what was asked for; anything else is left out."""
    wanted: dict[str, Any] = {name: values.get(name, "").strip() for name in asked(record, act)}
    return replace(record, **wanted, status=lands_at(record, act))


def refusals(
    record: DecisionRecord,
    act: Act,
    values: Mapping[str, str],
    today: str,
    duties: str = "",
    computed: tuple[str, str] = ("", ""),
) -> tuple[Refusal, ...]:
    """Return every reason why the step cannot be taken with these values, none if it can.

    `today` and dates are ISO text; `computed` are the end of call-in and the first day in force by
    the council's rule, from which an officer may differ with a reason. What the law requires in the
    record's own words is the checks' to say (`domain/checks`), and is asked of steps that are
    `whole`.
    """
    step = step_of(act)
    if record.status not in step.from_:
        return (Refusal("status", f"“{step.label}” is not possible where the record stands."),)
    if why := why_not_at(record, step.to, duties):
        return (Refusal("decision_maker_interest", why),)
    after = taken(record, act, values)
    return (
        *_blank(after, act),
        *_ahead(after, act, today),
        *_out_of_order(after, act),
        *_overruled(after, act, computed),
    )


def _blank(after: DecisionRecord, act: Act) -> Iterator[Refusal]:
    for name in asked(after, act):
        if not getattr(after, name) and name not in _MAY_BE_BLANK:
            yield Refusal(name, f"“{field(name).label}” has to be filled in.")


def _ahead(after: DecisionRecord, act: Act, today: str) -> Iterator[Refusal]:
    for name in asked(after, act):
        day = getattr(after, name)
        if name in _NOT_AHEAD and day > today:
            label = field(name).label
            yield Refusal(name, f"“{label}” is {long_date(day)}, and that day is still to come.")


def _overruled(after: DecisionRecord, act: Act, computed: tuple[str, str]) -> Iterator[Refusal]:
    dates = (after.call_in_ends, after.in_force_on)
    if act is Act.PUBLISH and any(computed) and dates != computed and not after.call_in_reason:
        yield Refusal("call_in_reason", "These dates are not those of your rule: say why.")


def _out_of_order(after: DecisionRecord, act: Act) -> Iterator[Refusal]:
    """Yield the dates that cannot follow one another."""
    pairs = {
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
    }
    for earlier, later in pairs.get(act, ()):
        first, second = getattr(after, earlier), getattr(after, later)
        if first and second and second < first:
            yield Refusal(
                later,
                f"“{field(later).label}” is {long_date(second)}, before “{field(earlier).label}”, "
                f"{long_date(first)}.",
            )
    if act is Act.CALL_IN and after.call_in_ends and after.called_in_on > after.call_in_ends:
        ended = long_date(after.call_in_ends)
        yield Refusal(
            "called_in_on", f"Call-in ended on {ended}; nobody can call it in after that."
        )
