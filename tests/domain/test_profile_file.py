"""What is in the settings is read kindly: what is no such thing stands at its default."""

import json
from dataclasses import asdict
from datetime import date
from typing import Any

import pytest
from hypothesis import given

from sendapp.domain.call_in import count_days
from sendapp.domain.profile import CallInRule, InForce, Profile
from sendapp.domain.profile_file import profile_from
from sendapp.errors import Problem
from tests.domain.profiles import PROFILES
from tests.strategies import JSON_VALUE


@given(PROFILES)
def test_a_profile_is_read_as_it_was_kept(profile: Profile) -> None:
    assert profile_from(json.loads(json.dumps(asdict(profile)))) == profile


@given(JSON_VALUE)
def test_junk_is_the_usual_profile(junk: Any) -> None:
    assert profile_from(junk) == Profile()


def test_the_usual_rule_is_three_working_days_in_force_on_the_last() -> None:
    assert Profile().call_in == CallInRule(days=3, clear=False, cut_off="", in_force=InForce.LAST)
    assert (Profile().retention_years, Profile().papers_years) == (6, 4)


@pytest.mark.parametrize(
    "kept",
    [
        {"call_in": {"days": -1, "cut_off": "5pm", "in_force": "someday", "clear": 1}},
        {"call_in": {"days": True, "counted_from": 4}, "retention_years": 1_000},
        {
            "closure_days": ["24/12/2026", 4],
            "banners": [["nowhere", "x"], ["decided", "On DATE"], 3],
        },
        {"series": "CMD", "logo": "no picture"},
    ],
)
def test_a_value_that_is_none_stands_at_its_default(kept: object) -> None:
    assert profile_from(kept) == Profile()


def test_days_that_are_too_many_are_refused_where_they_are_counted_and_never_cut_short() -> None:
    rule = profile_from({"call_in": {"days": 45, "cut_off": "17:00"}}).call_in
    assert (rule.days, rule.cut_off) == (45, "17:00")
    with pytest.raises(Problem, match="A call-in of 45 days cannot be counted"):
        count_days(date(2026, 3, 5), rule)
