"""Why a step is refused, or a date: days there are none of, to come, out of order, unexplained."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from sendapp.domain.catalogue import field
from sendapp.domain.dates import is_iso_date, long_date
from sendapp.domain.fields import Kind
from sendapp.domain.record import DecisionRecord

_NOT_AHEAD = frozenset(
    {"date_of_decision", "confirmed_list_published", "called_in_on", "withdrawn_on"}
)
"""Dates of what has happened: a day to come is a slip."""
_LIST_AHEAD_DAYS = 14
"""How far ahead the list's day may be that a record is marked with as published."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a step cannot be taken: the field it concerns, and a sentence."""

    field: str
    sentence: str


def no_dates(after: DecisionRecord, names: Collection[str]) -> Iterator[Refusal]:
    """Yield those of `names` that are dates and say no day there is, as 2026-02-30."""
    for name in names:
        day = getattr(after, name)
        if field(name).kind is Kind.DATE and day and not is_iso_date(day):
            yield Refusal(name, f"“{field(name).label}” is no date: {day}.")


def ahead(after: DecisionRecord, names: Collection[str], today: str) -> Iterator[Refusal]:
    """Yield those of `names` that tell of what has happened and say a day to come."""
    for name in names:
        day = getattr(after, name)
        if name in _NOT_AHEAD and is_iso_date(day) and day > today:
            label = field(name).label
            yield Refusal(name, f"“{label}” is {long_date(day)}, and that day is still to come.")
        if name == "draft_list_published" and _is_far(day, today):
            yield Refusal(
                name,
                f"“{field(name).label}” is {long_date(day)}, more than two weeks ahead. A record "
                "is marked when its list is made: look at the month and the year.",
            )


def _is_far(day: str, today: str) -> bool:
    if not (is_iso_date(day) and is_iso_date(today)):
        return False
    return (date.fromisoformat(day) - date.fromisoformat(today)).days > _LIST_AHEAD_DAYS


def overruled(
    after: DecisionRecord, names: Collection[str], computed: Collection[tuple[str, str]]
) -> Iterator[Refusal]:
    """Yield that a reason is lacking where the dates are none of those that are computed."""
    dates = (after.call_in_ends, after.in_force_on)
    asks = "call_in_reason" in names and not after.call_in_reason
    if asks and computed and all(dates) and dates not in computed:
        yield Refusal("call_in_reason", "These dates are not those of your rule: say why.")


def is_called_in_late(record: DecisionRecord) -> bool:
    """Whether the record was called in after its call-in had ended."""
    called_in, ended = record.called_in_on, record.call_in_ends
    return is_iso_date(called_in) and is_iso_date(ended) and called_in > ended


def out_of_order(after: DecisionRecord, pairs: Collection[tuple[str, str]]) -> Iterator[Refusal]:
    """Yield each date that comes before the one that `pairs` name first."""
    for earlier, later in pairs:
        first, second = getattr(after, earlier), getattr(after, later)
        if is_iso_date(first) and is_iso_date(second) and second < first:
            yield Refusal(
                later,
                f"“{field(later).label}” is {long_date(second)}, before “{field(earlier).label}”, "
                f"{long_date(first)}.",
            )
