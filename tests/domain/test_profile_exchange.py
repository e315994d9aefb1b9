"""A profile comes back as it went out, and a wrong file is refused by its keys."""

import json
from typing import Any

import pytest
from hypothesis import given

from sendapp.domain.posts import Post
from sendapp.domain.profile import CallInRule, CountedFrom, InForce, Profile
from sendapp.domain.profile_exchange import (
    ProfileFileError,
    SharedProfile,
    from_json,
    to_json,
)
from tests.domain.profiles import SHARED
from tests.profiles import thorough

OURS = SharedProfile(
    council="Marlhaven Borough Council",
    profile=Profile(
        call_in=CallInRule(
            days=5, clear=True, counted_from=CountedFrom.DECISION, in_force=InForce.NEXT_WORKING
        ),
        closure_days=("2026-12-24",),
        banners=(("withdrawn", "Withdrawn."),),
        series="CMD/{year}/{number:03}",
    ),
    asked_fields=("wards",),
    asked_clearances=("Legal",),
    posts=(Post("Leader of the Council", "Councillor Pell"),),
    words=("parklet",),
)
_RULE = {
    "days": 4,
    "clear": False,
    "counted_from": "draft_list_published",
    "cut_off": "17:00",
    "in_force": "next-calendar",
}


@thorough
@given(SHARED, SHARED)
def test_a_profile_comes_back_as_it_went_out(shared: SharedProfile, over: SharedProfile) -> None:
    text = to_json(shared)
    assert from_json(text, over) == shared
    assert to_json(from_json(text, over)) == text


def file(**keys: object) -> str:
    return json.dumps({"format": "council-profile/1"} | keys)


def test_of_what_it_does_not_speak_all_stays_as_it_is() -> None:
    assert from_json(file(), OURS) == OURS
    read = from_json(file(call_in=_RULE, papers_years=5), OURS)
    assert read.profile.call_in == CallInRule(
        days=4, cut_off="17:00", in_force=InForce.NEXT_CALENDAR
    )
    assert (read.profile.papers_years, read.profile.retention_years) == (5, 6)
    assert (read.profile.series, read.posts) == (OURS.profile.series, OURS.posts)


def test_a_byte_order_mark_is_no_fault() -> None:
    assert from_json("\ufeff" + to_json(OURS), SharedProfile()) == OURS


def faults(**keys: object) -> tuple[str, ...]:
    with pytest.raises(ProfileFileError) as refused:
        from_json(file(**keys), OURS)
    return refused.value.problems


@pytest.mark.parametrize(
    ("keys", "says"),
    [
        ({"colour": "red"}, "“colour” is not known."),
        ({"my_name": "Ama"}, "“my_name” is not known."),
        ({"council": 4}, "“council” is not text."),
        ({"call_in": []}, "“call_in” is not an object."),
        ({"call_in": _RULE | {"day": 3}}, "“call_in.day” is not known."),
        ({"call_in": {"days": 3}}, "“call_in.clear” is missing."),
        ({"call_in": _RULE | {"days": -1}}, "“call_in.days” is no whole number from 0 to 30."),
        ({"call_in": _RULE | {"days": True}}, "“call_in.days” is no whole number from 0 to 30."),
        (
            {"call_in": _RULE | {"days": 31}},
            "“call_in.days” is more than 30, the most that it may be.",
        ),
        ({"call_in": _RULE | {"clear": 1}}, "“call_in.clear” is neither true nor false."),
        ({"call_in": _RULE | {"cut_off": "5pm"}}, "“call_in.cut_off” is no time like 17:00."),
        ({"call_in": _RULE | {"cut_off": None}}, "“call_in.cut_off” is no time like 17:00."),
        (
            {"call_in": _RULE | {"in_force": "soon"}},
            "“call_in.in_force” is none of last, next-working, next-calendar.",
        ),
        (
            {"call_in": _RULE | {"counted_from": ["x"]}},
            "“call_in.counted_from” is none of draft_list_published, date_of_decision.",
        ),
        ({"closure_days": "2026-12-24"}, "“closure_days” is not a list of 2,000 at most."),
        ({"closure_days": ["24/12/26"]}, "“closure_days[0]” is no date like 2026-12-24."),
        ({"closure_days": ["2026-02-30"]}, "“closure_days[0]” is no date like 2026-12-24."),
        ({"retention_years": 6.5}, "“retention_years” is no whole number from 1 to 100."),
        ({"banners": {"decide": "x"}}, "“banners.decide” is not known."),
        ({"banners": {"decided": 4}}, "“banners.decided” is not text."),
        (
            {"banners": {"published": "Soon."}},
            "“banners.published”: Say once where the date goes: DATE.",
        ),
        ({"logo": 3}, "“logo” is not text."),
        ({"logo": "xx"}, "“logo”: This is no picture in base64."),
        ({"words": ["a", 4]}, "“words[1]” is not text."),
        ({"words": ["a\x00"]}, "“words[0]”: Character 2 is a control character (U+0000)"),
        ({"posts": [4]}, "“posts[0]” is not an object."),
        ({"posts": [{"holder": "A"}]}, "“posts[0].title” is missing."),
        ({"posts": [{"title": "A", "from": ""}]}, "“posts[0].from” is not known."),
        ({"posts": [{"title": "A", "since": "May"}]}, "“posts[0]”: “May” is not a date."),
    ],
)
def test_a_fault_is_told_with_its_key(keys: dict[str, Any], says: str) -> None:
    found = faults(**keys)
    assert any(line.startswith(says) for line in found), found


def test_a_series_and_an_asked_field_that_are_none_are_told() -> None:
    assert faults(series="CMD")[0].startswith("“series”: It has no {number}")
    assert faults(asked_fields=["title"])[0].startswith("“asked_fields[0]” is none of")


def test_every_fault_is_told_at_once() -> None:
    assert len(faults(colour="red", council=4, retention_years="six", words=[None])) == 4


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{", "This is not JSON"),
        ('{"format": "council-profile/1", "council": "A", "council": "B"}', "stands there twice"),
        ("[" * 100_000, "nested too deeply"),
        ("[]", "this is no council’s profile"),
        ('{"format": "council-profile/2"}', "this is no council’s profile"),
        ('{"format": "decision-record/1"}', "this is no council’s profile"),
    ],
)
def test_another_file_is_refused(text: str, says: str) -> None:
    with pytest.raises(ProfileFileError, match=says):
        from_json(text, OURS)
