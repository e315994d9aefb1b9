"""The next number of the council's series follows those that its records have."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from sendapp.domain.profile import Profile
from sendapp.domain.record import DecisionRecord
from sendapp.errors import Problem
from sendapp.services.council import CouncilSettings
from sendapp.services.desk import Desk
from tests.services.conftest import now

SERIES = "CMD/{year}/{number:03}"


def with_series(desk: Desk, series: str = SERIES) -> None:
    now(desk.keep_settings(CouncilSettings(profile=Profile(series=series))))


def numbered(desk: Desk, reference: str, **more: str) -> DecisionRecord:
    """Keep a new record with this reference."""
    record = replace(now(desk.create("cabinet-member")).record, reference=reference, **more)
    now(desk.save(record, {}))
    return record


def test_the_next_number_is_of_the_year_of_the_decision(desk: Desk) -> None:
    with_series(desk)
    numbered(desk, "CMD/2025/041")
    numbered(desk, "CMD/2026/007")
    new = DecisionRecord(date_of_decision="2026-01-05")
    assert now(desk.next_reference(new)) == "CMD/2026/008"
    earlier = replace(new, date_of_decision="2025-12-30")
    assert now(desk.next_reference(earlier)) == "CMD/2025/042"


def test_a_record_in_the_bin_keeps_its_number_and_its_own_does_not_count(desk: Desk) -> None:
    with_series(desk)
    binned = numbered(desk, "CMD/2026/001")
    now(desk.bin(binned.id))
    second = numbered(desk, "CMD/2026/002", date_of_decision="2026-03-02")
    assert now(desk.next_reference(second)) == "CMD/2026/002"
    assert now(desk.next_reference(replace(second, id="another"))) == "CMD/2026/003"


def test_without_a_date_of_decision_it_is_of_this_year(desk: Desk) -> None:
    with_series(desk, "{number}/{year}")
    # The year may turn while this runs.
    years = {date.today().year, (date.today() + timedelta(seconds=60)).year}
    assert now(desk.next_reference(DecisionRecord())) in {f"1/{year}" for year in years}


def test_without_a_series_it_is_said_where_to_enter_one(desk: Desk) -> None:
    with pytest.raises(Problem) as told:
        now(desk.next_reference(DecisionRecord()))
    assert "settings" in told.value.hint
