"""Which backups are worth their room: all of two days, then daily, weekly and monthly ones."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby

ALL_FOR = timedelta(days=2)
DAYS, WEEKS, MONTHS = 12, 10, 9


@dataclass(frozen=True, slots=True)
class Plan:
    """Groups of times, newest first, of each of which one is to stay, and those of no group."""

    groups: tuple[tuple[datetime, ...], ...]
    surplus: tuple[datetime, ...]


def plan(times: Iterable[datetime], now: datetime) -> Plan:
    """Return what thinning has to do: local times in, none lost on the way.

    Everything of the last two days stays. Of what is older, one a day for the last twelve days
    that have one; of what is older still, one a week for ten weeks, then one a month for nine.
    """
    left = sorted(times, reverse=True)
    recent = [time for time in left if now - time < ALL_FOR]
    left = left[len(recent) :]
    groups: list[tuple[datetime, ...]] = [(time,) for time in recent]
    for most, period in ((DAYS, _day), (WEEKS, _week), (MONTHS, _month)):
        periods = [tuple(members) for _, members in groupby(left, period)][:most]
        groups += periods
        left = left[sum(map(len, periods)) :]
    return Plan(tuple(groups), tuple(left))


def _day(time: datetime) -> object:
    return time.date()


def _week(time: datetime) -> object:
    return time.isocalendar()[:2]


def _month(time: datetime) -> object:
    return time.year, time.month
