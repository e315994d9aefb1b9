"""Dates of call-in: lists that came too soon, or on a day off, and dates nobody accounted for."""

from collections.abc import Iterator

from sendapp.domain.call_in import (
    CallIn,
    Confirmation,
    call_in_of,
    confirmation_of,
    may_be_called_in,
)
from sendapp.domain.checks.finding import Check, Rank
from sendapp.domain.checks.reading import Reading, Spot, says
from sendapp.domain.checks.sources import NOTHING
from sendapp.domain.dates import long_date
from sendapp.domain.days import not_counted, why_not_counted
from sendapp.domain.duties import ALL, EXECUTIVE
from sendapp.domain.profile import InForce
from sendapp.errors import Problem


def _computed(reading: Reading) -> CallIn | None:
    """Return the call-in by the council's rule, None where there is none or no date for it."""
    if not may_be_called_in(reading.record, reading.around.duties):
        return None
    try:
        return call_in_of(reading.record, reading.around.profile.call_in, reading.closed)
    except Problem:
        # A year such as 9999 has no days after it; that it is wrong, other checks tell.
        return None


def _too_soon(reading: Reading) -> Iterator[Spot]:
    confirmed, computed = reading.day("confirmed_list_published"), _computed(reading)
    if confirmed is None or computed is None or confirmed < computed.given:
        # A list before the draft list is told as dates out of order.
        return
    if says(reading.record.called_in_on):
        # It was over when its outcome was known, whatever was counted.
        return
    if computed.rule.in_force is not InForce.NEXT_CALENDAR and not_counted(
        confirmed, reading.closed
    ):
        # One date, one finding: that it falls on a day off is told already.
        return
    stated = reading.day("in_force_on")
    if confirmed < (first := stated or computed.in_force):
        whose = "By the dates confirmed here" if stated else "By your council’s rule"
        yield Spot(
            "confirmed_list_published",
            f"{whose} the call-in is not over before {long_date(first.isoformat())}.",
        )


def _differ(reading: Reading) -> Iterator[Spot]:
    record, computed = reading.record, _computed(reading)
    if computed is None or says(record.call_in_reason):
        return
    if confirmation_of(record, computed) is Confirmation.OVERRULED:
        ends, in_force = (long_date(day.isoformat()) for day in (computed.ends, computed.in_force))
        yield Spot(
            computed.rule.counted_from.value,
            f"By your council’s rule the last day of call-in is {ends}, and the first day in force "
            f"{in_force}. The record says {_said(record.call_in_ends)} and "
            f"{_said(record.in_force_on)}, and gives no reason.",
        )


def _said(iso: str) -> str:
    return long_date(iso) or "nothing"


def _day_off(reading: Reading) -> Iterator[Spot]:
    published = reading.day("draft_list_published")
    if published and (why := why_not_counted(published, reading.closed)):
        yield Spot(
            "draft_list_published",
            f"{long_date(published.isoformat())} is {why}. The date may be wrong.",
        )


CHECKS = (
    Check(
        name="confirmed-before-call-in-ends",
        rank=Rank.COUNCIL,
        title="Confirmed before call-in is over",
        duty="The confirmed list is published once call-in is over: its days are counted by the "
        "rule in your council’s profile, or are those the officer confirmed.",
        find=_too_soon,
        types=EXECUTIVE,
        source=NOTHING,
        found=("Draft list on Monday 24 November 2025, confirmed list two days later",),
        passed=("Draft list on Monday 24 November 2025, confirmed list three days later",),
    ),
    Check(
        name="call-in-dates-differ",
        rank=Rank.COUNCIL,
        title="Call-in dates that differ from the rule",
        duty="Dates of call-in that differ from those by your council’s rule need a reason, or to "
        "be counted again.",
        find=_differ,
        types=EXECUTIVE,
        source=NOTHING,
        found=("Published a day later than before, with the old dates of call-in",),
        passed=("Dates two days later than by the rule, with the reason for it",),
    ),
    Check(
        name="published-on-day-off",
        rank=Rank.LOOKS,
        title="Published on a day that does not count",
        duty="Lists are published on working days, so a weekend or bank holiday tells of a slip.",
        find=_day_off,
        types=ALL,
        source=NOTHING,
        found=("Draft list of Saturday 22 November 2025",),
        passed=("Draft list of Monday 24 November 2025",),
    ),
)
