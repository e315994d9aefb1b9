"""What holds for a call-in by any rule, on any day, with any closure days."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from sendapp.domain.call_in import CallIn, count_days
from sendapp.domain.days import not_counted
from sendapp.domain.profile import CallInRule, CountedFrom, InForce
from tests.profiles import thorough

_DAY = timedelta(days=1)

RULES = st.builds(
    CallInRule,
    days=st.integers(1, 25),
    clear=st.booleans(),
    counted_from=st.sampled_from(CountedFrom),
    cut_off=st.sampled_from(("", "12:00", "17:00")),
    in_force=st.sampled_from(InForce),
)
DAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31))
TIMES = st.sampled_from(("", "09:00", "12:00", "16:30", "23:59"))


@st.composite
def _some(draw: st.DrawFn) -> tuple[date, CallInRule, frozenset[date], str]:
    """A day, a rule, closure days near the day, a time of day."""
    day = draw(DAYS)
    near = st.integers(-5, 40).map(lambda ahead: day + timedelta(ahead))
    return day, draw(RULES), draw(st.frozensets(near, max_size=6)), draw(TIMES)


def _naive(day: date, by: CallInRule, closed: frozenset[date], at: str) -> tuple[date, date]:
    """Count as an officer would with a calendar: day by day, crossing off."""
    if by.cut_off and by.counted_from is CountedFrom.PUBLICATION and at > by.cut_off:
        day += _DAY
        while not_counted(day, closed):
            day += _DAY
    left = by.days
    while left:
        day += _DAY
        if not_counted(day, closed) is None:
            left -= 1
    ends = day
    if by.in_force is InForce.LAST and not by.clear:
        return ends, ends
    day += _DAY
    while by.in_force is not InForce.NEXT_CALENDAR and not_counted(day, closed):
        day += _DAY
    return ends, day


@thorough
@given(_some())
def test_any_call_in_is_what_a_finger_on_the_calendar_finds(
    some: tuple[date, CallInRule, frozenset[date], str],
) -> None:
    day, by, closed, at = some
    found = count_days(day, by, closed, at=at)
    assert (found.ends, found.in_force) == _naive(day, by, closed, at)


@given(_some())
def test_no_day_that_does_not_count_is_ever_the_last_or_the_first(
    some: tuple[date, CallInRule, frozenset[date], str],
) -> None:
    day, by, closed, at = some
    found = count_days(day, by, closed, at=at)
    assert not any(not_counted(one, closed) for one in found.counted)
    assert len(found.counted) == by.days
    assert found.ends == found.counted[-1] > day
    if by.in_force is not InForce.NEXT_CALENDAR:
        assert not_counted(found.in_force, closed) is None
    assert found.in_force >= found.ends
    assert found.in_force > found.ends or not by.clear
    _every_day_is_accounted_for(found, closed)


def _every_day_is_accounted_for(found: CallIn, closed: frozenset[date]) -> None:
    left_out = [entry.day for entry in found.not_counted]
    assert left_out == sorted(left_out)
    until = max(found.ends, found.in_force - _DAY)
    between = {found.given + n * _DAY for n in range(1, (until - found.given).days + 1)}
    assert between == {*found.counted, *left_out, found.start} - {found.given}
    assert all(not_counted(entry.day, closed) == entry for entry in found.not_counted)


@given(_some(), st.integers(0, 30))
def test_a_later_publication_never_ends_sooner(
    some: tuple[date, CallInRule, frozenset[date], str], later: int
) -> None:
    day, by, closed, at = some
    first, second = (count_days(one, by, closed, at=at) for one in (day, day + later * _DAY))
    assert (first.ends, first.in_force) <= (second.ends, second.in_force)
    assert first.in_force <= second.in_force


@given(_some(), st.sampled_from(("12:00", "17:00")))
def test_a_late_publication_ends_one_day_that_counts_later(
    some: tuple[date, CallInRule, frozenset[date], str], cut_off: str
) -> None:
    day, by, closed, _ = some
    by = replace(by, cut_off=cut_off, counted_from=CountedFrom.PUBLICATION)
    on_time, late = (count_days(day, by, closed, at=at) for at in (cut_off, "23:58"))
    assert late.ends > on_time.ends
    assert late.in_force >= on_time.in_force
    assert late.counted[:-1] == on_time.counted[1:]
    assert late.start == on_time.counted[0]
    assert count_days(day, by, closed).if_late == replace(late, at="23:59", warnings=())


@given(_some())
def test_on_the_eve_of_a_day_off_the_cut_off_changes_the_last_day(
    some: tuple[date, CallInRule, frozenset[date], str],
) -> None:
    day, by, closed, _ = some
    by = replace(by, cut_off="17:00", counted_from=CountedFrom.PUBLICATION)
    while not_counted(day, closed) or not not_counted(day + _DAY, closed):
        day += _DAY
    on_time, late = (count_days(day, by, closed, at=at) for at in ("09:00", "17:01"))
    assert not_counted(late.start, closed) is None
    assert late.start > day + _DAY
    assert late.ends > on_time.ends


@given(_some())
def test_more_days_and_more_closure_days_never_end_sooner(
    some: tuple[date, CallInRule, frozenset[date], str],
) -> None:
    day, by, closed, at = some
    found = count_days(day, by, closed, at=at)
    one_more = replace(by, days=by.days + 1)
    assert count_days(day, one_more, closed, at=at).ends > found.ends
    assert count_days(day, by, (), at=at).ends <= found.ends
