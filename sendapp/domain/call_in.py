"""Call-in dates: the days that members have to call a decision in, counted by the council's rule.

What is counted here is advice; the officer confirms the dates, or overrules them with a reason.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum
from itertools import count

from sendapp.domain.dates import is_iso_date, read_time, short_date
from sendapp.domain.days import LAST_OFFICIAL_YEAR, NotCounted, days_of, not_counted
from sendapp.domain.duties import knows_call_in
from sendapp.domain.profile import CallInRule, CountedFrom, InForce, Profile
from sendapp.domain.record import DecisionRecord
from sendapp.errors import Problem

MOST_DAYS = 30
"""Councils give three to ten days; more than six weeks of working days is a slip of the hand."""

WAIVED = "call-in waived"
"""The kind of urgency by which nobody may call a decision in."""

_DAY = timedelta(days=1)
_LAST_MINUTE = "23:59"


@dataclass(frozen=True, slots=True, kw_only=True)
class CallIn:
    """The days of a call-in, one by one, and what follows from them.

    `given` is the date of publication (or of the decision, where the rule says so), `at` its time
    of day as "17:30" or '', `start` the day it counts as, which itself is none of the days counted.
    `not_counted` are the days that do not count up to the first day in force, in order.
    """

    rule: CallInRule
    given: date
    at: str
    start: date
    counted: tuple[date, ...]
    not_counted: tuple[NotCounted, ...]
    ends: date
    """The last day counted, on which a decision can still be called in."""
    in_force: date
    """The first day on which the decision may be implemented, and its list confirmed."""
    if_late: "CallIn | None"
    """What is counted if it was published after the cut-off; None where that is known, or there is
    no cut-off."""
    warnings: tuple[str, ...]


def count_days(
    given: date, rule: CallInRule, closed: Collection[date] = (), *, at: str = ""
) -> CallIn:
    """Count the days of call-in after `given`, published at the time of day `at`, '' if unknown.

    What is published after the cut-off counts as published on the next day that counts.
    Clear days stay clear: where the rule says “on the last day” of clear days, the decision comes
    into force on the next day that counts. Of no days (0) the last is the first day itself.
    Raises a Problem for more than MOST_DAYS days, and where the calendar ends before they do.
    """
    if not 0 <= rule.days <= MOST_DAYS:
        raise Problem(
            f"A call-in of {rule.days:,} days cannot be counted.",
            f"Give a number of days from 0 to {MOST_DAYS}.",
        )
    try:
        counted = _count(given, rule, frozenset(closed), read_time(at) or "")
        counted = replace(counted, if_late=_if_late(counted, frozenset(closed)))
        return replace(counted, warnings=_warnings(counted))
    except OverflowError as fault:
        raise Problem(
            f"The days of call-in after {short_date(given)} run past the end of the calendar.",
            "Look at the year.",
        ) from fault


def _count(given: date, rule: CallInRule, closed: frozenset[date], at: str) -> CallIn:
    start, left_out = given, list[NotCounted]()
    if _is_late(rule, at):
        # Not the next calendar day: on a Friday the cut-off would then change nothing.
        (start,), left_out = _days_after(given, 1, closed)
    counted, between = _days_after(start, rule.days, closed)
    left_out += between
    ends = counted[-1] if counted else start
    if rule.in_force is InForce.NEXT_CALENDAR:
        in_force = ends + _DAY
    elif counted and rule.in_force is InForce.LAST and not rule.clear:
        in_force = ends
    else:
        # Of no days, the first that counts is good enough for “on the last day”.
        before = ends if counted or rule.in_force is not InForce.LAST else ends - _DAY
        (in_force,), between = _days_after(before, 1, closed)
        left_out += between
    return CallIn(
        rule=rule,
        given=given,
        at=at,
        start=start,
        counted=tuple(counted),
        not_counted=tuple(left_out),
        ends=ends,
        in_force=in_force,
        if_late=None,
        warnings=(),
    )


def _days_after(
    day: date, number: int, closed: frozenset[date]
) -> tuple[list[date], list[NotCounted]]:
    """Return the first `number` days after `day` that count, and the days left out on the way."""
    counted: list[date] = []
    left_out: list[NotCounted] = []
    for ahead in count(1):
        if len(counted) == number:
            break
        following = day + timedelta(days=ahead)
        if found := not_counted(following, closed):
            left_out.append(found)
        else:
            counted.append(following)
    return counted, left_out


def _cut_off(rule: CallInRule) -> str:
    """Return the time after which a publication counts as a later day's, '' if there is none."""
    return (read_time(rule.cut_off) or "") if rule.counted_from is CountedFrom.PUBLICATION else ""


def _is_late(rule: CallInRule, at: str) -> bool:
    cut_off = _cut_off(rule)
    return bool(cut_off) and at > cut_off


def _if_late(call_in: CallIn, closed: frozenset[date]) -> CallIn | None:
    if call_in.at or not _is_late(call_in.rule, _LAST_MINUTE):
        return None
    return _count(call_in.given, call_in.rule, closed, _LAST_MINUTE)


def _warnings(call_in: CallIn) -> tuple[str, ...]:
    rule, cut_off, out = call_in.rule, _cut_off(call_in.rule), []
    if _is_late(rule, call_in.at):
        out.append(
            f"Published at {call_in.at}, after {cut_off}: it counts as published on "
            f"{short_date(call_in.start)}."
        )
    elif call_in.if_late:
        late = call_in.if_late
        out.append(
            f"If it was published after {cut_off}, it counts as published on "
            f"{short_date(late.start)}: the last day counted is then {short_date(late.ends)}, and "
            f"the first day in force {short_date(late.in_force)}."
        )
    elif rule.cut_off and read_time(rule.cut_off) is None:
        out.append(f"The cut-off time “{rule.cut_off}” is no time of day, and was left aside.")
    if rule.clear and rule.in_force is InForce.LAST:
        out.append(
            "Clear days stay clear to their end, so that “in force on the last day” means the next "
            "day that counts."
        )
    if (last := max(call_in.ends, call_in.in_force).year) > LAST_OFFICIAL_YEAR:
        out.append(
            f"When this version was made, bank holidays were published up to {LAST_OFFICIAL_YEAR}. "
            f"Those of {last} are worked out by the usual rules: look on GOV.UK whether one was "
            "moved or added."
        )
    return tuple(out)


def may_be_called_in(record: DecisionRecord, duties: str) -> bool:
    """Whether call-in applies: to an executive decision, unless the record says otherwise.

    `duties` is what the record's type says of them (`RecordType.duties`), '' where it has none.
    """
    opens = knows_call_in(record.record_type, duties)
    return opens and record.call_in_applies != "no" and not is_waived(record)


def is_waived(record: DecisionRecord) -> bool:
    """Whether the record says that call-in was waived as urgent."""
    return any(row.kind == WAIVED for row in record.urgency)


def call_in_of(
    record: DecisionRecord, rule: CallInRule, closed: Collection[date] = (), *, at: str = ""
) -> CallIn | None:
    """Return the days counted from the record's own date, None where that date is blank.

    Whether call-in applies at all is asked elsewhere (`may_be_called_in`). Raises as `count_days`.
    """
    return _from_iso(getattr(record, rule.counted_from.value), rule, closed, at)


def call_in_by(record: DecisionRecord, profile: Profile, *, at: str = "") -> CallIn | None:
    """Return the days counted for `record` by the council's customs; as `call_in_of`."""
    return call_in_of(record, profile.call_in, days_of(profile.closure_days), at=at)


def settled_or_counted(record: DecisionRecord, counted: CallIn | None) -> tuple[str, str]:
    """Return the last day of call-in and the first in force to put in a record that is published.

    What stands in `record` stays, for it is the officer's own; else it is what was `counted`, ''
    where nothing could be.
    """
    settled = record.call_in_ends, record.in_force_on
    return settled if any(settled) else _dates(counted)


class Confirmation(Enum):
    """How the dates that stand in a record compare with those that are computed."""

    OPEN = "not confirmed yet"
    CONFIRMED = "as computed"
    OVERRULED = "overruled"


def confirmation_of(record: DecisionRecord, computed: CallIn | None) -> Confirmation:
    """Return whether the officer's dates are those that are computed.

    Where no time of publication is known, those after the cut-off are as good. Dates where nothing
    can be computed are the officer's own, and so is a date that stands alone.
    """
    stated = record.call_in_ends, record.in_force_on
    if not any(stated):
        return Confirmation.OPEN
    late = computed.if_late if computed else None
    if stated in (_dates(computed), _dates(late)):
        return Confirmation.CONFIRMED
    return Confirmation.OVERRULED


def _from_iso(iso: str, rule: CallInRule, closed: Collection[date], at: str) -> CallIn | None:
    if not is_iso_date(iso):
        return None
    return count_days(date.fromisoformat(iso), rule, closed, at=at)


def _dates(computed: CallIn | None) -> tuple[str, str]:
    return (computed.ends.isoformat(), computed.in_force.isoformat()) if computed else ("", "")
