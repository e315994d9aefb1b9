"""Which backups stay, for any times of backups."""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from sendapp.storage.thinning import ALL_FOR, DAYS, MONTHS, WEEKS, Plan, plan

NOW = datetime(2026, 11, 23, 9, 30)
TIMES = st.sets(
    st.timedeltas(timedelta(0), timedelta(days=900)).map(
        lambda age: (NOW - age).replace(microsecond=0)
    ),
    max_size=300,
)


def kept(thinned: Plan) -> list[datetime]:
    return [group[0] for group in thinned.groups]


@given(times=TIMES)
def test_every_backup_is_in_one_group_or_surplus(times: set[datetime]) -> None:
    thinned = plan(times, NOW)
    placed = [time for group in thinned.groups for time in group] + list(thinned.surplus)
    assert sorted(placed) == sorted(times)


@given(times=TIMES)
def test_all_of_two_days_the_newest_and_no_more_than_promised_stay(times: set[datetime]) -> None:
    recent = {time for time in times if NOW - time < ALL_FOR}
    left = kept(plan(times, NOW))
    assert recent <= set(left)
    assert len(left) <= len(recent) + DAYS + WEEKS + MONTHS
    assert not times or max(times) in left


@given(times=TIMES)
def test_each_day_of_the_last_twelve_with_one_keeps_its_last(times: set[datetime]) -> None:
    older = [time for time in times if NOW - time >= ALL_FOR]
    days = sorted({time.date() for time in older}, reverse=True)[:DAYS]
    left = kept(plan(times, NOW))
    for day in days:
        assert max(time for time in older if time.date() == day) in left


@given(times=TIMES)
def test_thinning_twice_is_thinning_once(times: set[datetime]) -> None:
    once = kept(plan(times, NOW))
    assert kept(plan(once, NOW)) == once


def test_two_years_of_half_hours_come_down_to_the_promise() -> None:
    """Thinned every day, as the program does, not in one go."""
    backups: list[datetime] = []
    for day in range(730):
        now = NOW + timedelta(days=day)
        backups += [now - timedelta(minutes=30 * n) for n in range(16)]
        backups = kept(plan(backups, now))
    ages = sorted((now - time).days for time in backups)
    assert len(backups) == 32 + DAYS + WEEKS + MONTHS
    assert ages[32 : 32 + DAYS] == list(range(2, 2 + DAYS))
    assert ages[-1] > 270
