"""What is in the settings is read kindly: what is no such thing stands at its default."""

import json
from dataclasses import asdict
from typing import Any

import pytest
from hypothesis import given

from sendapp.domain.profile import CallInRule, InForce, Profile
from sendapp.domain.profile_file import profile_from
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
        {"call_in": {"days": 366, "cut_off": "5pm", "in_force": "someday", "clear": 1}},
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
