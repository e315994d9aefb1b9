"""How a call-in is told: its rule, and the working that an officer can follow with a finger."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from sendapp.domain.call_in import CallIn
from sendapp.domain.dates import read_time, short_day, short_month
from sendapp.domain.days import NotCounted, Why
from sendapp.domain.profile import CallInRule, CountedFrom, InForce

SPELLED_OUT = 10
"""Up to so many days are told one by one; of more, those that follow one another together."""

_IN_FORCE = {
    InForce.LAST: "in force on the last day",
    InForce.NEXT_WORKING: "in force on the next working day",
    InForce.NEXT_CALENDAR: "in force on the next calendar day",
}


def rule_in_words(rule: CallInRule) -> str:
    """Return the rule as an officer says it: "3 working days, in force on the last day"."""
    kind = "clear working day" if rule.clear else "working day"
    days = f"{rule.days} {kind}{'' if rule.days == 1 else 's'}"
    parts = [days, _IN_FORCE[rule.in_force]]
    if rule.counted_from is CountedFrom.DECISION:
        parts.append("counted from the date of the decision")
    elif cut_off := read_time(rule.cut_off):
        parts.append(f"published by {cut_off}")
    return ", ".join(parts)


def working(call_in: CallIn) -> str:
    """Return the count in words: "published Mon 24 Nov; day 1 Tue 25, day 2 Wed 26 Nov; ...".

    The month is said with the last of the days that share it, the year only where it changes;
    the first day in force only where it is not the last day counted. More than SPELLED_OUT days
    are told in runs, and their weekends in a word.
    """
    last = max(call_in.ends, call_in.in_force)
    says_year = call_in.given.year != last.year
    done = "decided" if call_in.rule.counted_from is CountedFrom.DECISION else "published"
    parts = [f"{done} {_told(call_in.given, says_year)}"]
    if call_in.start != call_in.given:
        parts[0] += f" at {call_in.at}, counted as {_told(call_in.start, says_year)}"
    parts.append(_days(call_in.counted, says_year))
    if not call_in.counted or call_in.in_force != call_in.ends:
        parts.append(f"in force from {_told(call_in.in_force, says_year)}")
    if left_out := _left_out(call_in, says_year):
        parts.append(f"not counted: {left_out}")
    return "; ".join(parts)


def _days(counted: Sequence[date], says_year: bool) -> str:
    if not counted:
        return "no days to count"
    if len(counted) <= SPELLED_OUT:
        told = enumerate(_in_a_row(counted, says_year), 1)
        return ", ".join(f"day {number} {day}" for number, day in told)
    return ", ".join(
        f"day {first} {_told(days[0], says_year)}"
        if len(days) == 1
        else f"days {first}–{first + len(days) - 1} {_from_to(days, says_year)}"
        for first, days in _runs(counted)
    )


def _left_out(call_in: CallIn, says_year: bool) -> str:
    shown: Sequence[NotCounted] = call_in.not_counted
    before = ""
    if len(call_in.counted) > SPELLED_OUT:
        shown = [entry for entry in shown if entry.why is not Why.WEEKEND]
        before = "weekends"
    days = _in_a_row([entry.day for entry in shown], says_year)
    told = [f"{day}{_why(entry)}" for day, entry in zip(days, shown, strict=True)]
    return ", ".join([before, *told] if before else told)


def _why(entry: NotCounted) -> str:
    """Return why a day does not count, where its weekday does not tell."""
    match entry.why:
        case Why.WEEKEND:
            return ""
        case Why.BANK_HOLIDAY:
            return f" ({entry.name})"
        case Why.CLOSED:
            return " (council closed)"


def _in_a_row(days: Sequence[date], says_year: bool) -> list[str]:
    """Return each day in words, with its month where the next day is of another or there is none.

    A list is read from left to right, so the month that follows is that of all before it.
    """
    out = [short_day(day) for day in days]
    for place, (day, following) in enumerate(pairwise(days)):
        if (day.year, day.month) != (following.year, following.month):
            out[place] = _told(day, says_year)
    if days:
        out[-1] = _told(days[-1], says_year)
    return out


def _runs(days: Sequence[date]) -> Iterator[tuple[int, list[date]]]:
    """Yield days that follow one another, each time with the number of the first, from 1."""
    run: list[date] = []
    for number, day in enumerate(days, 1):
        if run and day - run[-1] != timedelta(days=1):
            yield number - len(run), run
            run = []
        run.append(day)
    yield len(days) - len(run) + 1, run


def _from_to(days: Sequence[date], says_year: bool) -> str:
    first, last = days[0], days[-1]
    same = (first.year, first.month) == (last.year, last.month)
    return f"{short_day(first) if same else _told(first, says_year)} to {_told(last, says_year)}"


def _told(day: date, says_year: bool) -> str:
    year = f" {day.year}" if says_year else ""
    return f"{short_day(day)} {short_month(day)}{year}"
