"""What is due today: the kinds of task that follow from where records stand, and their days.

Nothing is kept of this: it is read from the records anew whenever it is looked at.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from sendapp.domain.states import Act

_DAYS = 7
_29_FEBRUARY = (2, 29)


class Due(StrEnum):
    """What a record waits for, in the order of the view."""

    CALL_IN_ENDS_TODAY = "ends-today"
    CALL_IN_ENDS_THIS_WEEK = "ends-this-week"
    CALLED_IN = "called-in"
    CONFIRM = "confirm"
    UNDATED = "undated"
    PUBLISH = "publish"
    SIGN = "sign"
    SCAN = "scan"
    RETENTION = "retention"
    PAPERS = "papers"


DUE_WORDS = {
    Due.CALL_IN_ENDS_TODAY: "Call-in ends today",
    Due.CALL_IN_ENDS_THIS_WEEK: "Call-in ends this week",
    Due.CALLED_IN: "Called in, waiting for the outcome",
    Due.CONFIRM: "Waiting for the Confirmed Decision List",
    Due.UNDATED: "Published, but without dates of call-in",
    Due.PUBLISH: "Overdue to publish",
    Due.SIGN: "Ready for signature",
    Due.SCAN: "Waiting for the signed paper",
    Due.RETENTION: "Time of retention over",
    Due.PAPERS: "Background papers past their time",
}
"""What heads each kind of task."""

STEP_OF = {
    Due.CALLED_IN: Act.OUTCOME,
    Due.CONFIRM: Act.IMPLEMENT,
    Due.PUBLISH: Act.PUBLISH,
    Due.SIGN: Act.DECIDE,
}
"""The step that ends the waiting, where there is one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A record that waits for something; `day` is the ISO date that the waiting is told by, or ''.

    For retention that is the day on which its time was over.
    """

    due: Due
    record_id: str
    title: str
    reference: str
    decision_maker: str
    day: str


@dataclass(frozen=True, slots=True)
class Tasks:
    """The tasks of one kind: how many there are, and the first of them."""

    due: Due
    total: int
    first: tuple[Task, ...]


def week_end(today: date) -> date:
    """Return the Sunday of the week of `today`."""
    return today + timedelta(days=_DAYS - 1 - today.weekday())


def years_before(today: date, years: int) -> date:
    """Return the day `years` before `today`; 28 February where that year has no 29th."""
    if (today.month, today.day) == _29_FEBRUARY:
        try:
            return today.replace(year=today.year - years)
        except ValueError:
            return today.replace(year=today.year - years, day=28)
    return today.replace(year=today.year - years)


def over_on(decided: str, years: int) -> str:
    """Return the day on which something kept for `years` from `decided` (ISO) may go."""
    day = date.fromisoformat(decided)
    if (day.month, day.day) == _29_FEBRUARY:
        # In a year without that day, the year is over on the first of March.
        try:
            return day.replace(year=day.year + years).isoformat()
        except ValueError:
            return day.replace(year=day.year + years, month=3, day=1).isoformat()
    return day.replace(year=day.year + years).isoformat()
