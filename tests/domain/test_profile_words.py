"""Customs in words, and what was changed in them."""

from dataclasses import fields, replace

import pytest
from hypothesis import given

from sendapp.domain.posts import Post
from sendapp.domain.profile import CallInRule, CountedFrom, InForce, Profile
from sendapp.domain.profile_exchange import SharedProfile
from sendapp.domain.profile_words import (
    days_in_words,
    profile_changes,
    run_in_words,
    runs_of_days,
)
from tests.domain.profiles import SHARED

BEFORE = SharedProfile(council="Marlhaven Borough Council")


def changed(**values: object) -> tuple[str, ...]:
    names = {entry.name for entry in fields(Profile)}
    customs = {name: value for name, value in values.items() if name in names}
    rest = {name: value for name, value in values.items() if name not in names}
    after = replace(BEFORE, profile=replace(BEFORE.profile, **customs), **rest)  # type: ignore[arg-type]
    return profile_changes(BEFORE, after)


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (CallInRule(), "3 working days"),
        (CallInRule(days=5, clear=True), "5 clear working days"),
        (CallInRule(days=1), "1 working day"),
    ],
)
def test_days_in_words(rule: CallInRule, words: str) -> None:
    assert days_in_words(rule) == words


def test_days_on_end_are_one_run() -> None:
    runs = runs_of_days(["2027-01-01", "2026-12-31", "2026-12-24", "2026-12-31"])
    assert runs == (("2026-12-24", "2026-12-24"), ("2026-12-31", "2027-01-01"))
    assert [run_in_words(run) for run in runs] == [
        "24 December 2026",
        "31 December 2026 to 1 January 2027",
    ]


@pytest.mark.parametrize(
    ("values", "lines"),
    [
        ({"council": "Wexley"}, ["Council’s name changed: Wexley (was Marlhaven Borough Council)"]),
        (
            {"call_in": CallInRule(days=5, clear=True)},
            ["Call-in rule changed: 5 clear working days (was 3 working days)"],
        ),
        (
            {"call_in": CallInRule(cut_off="17:00", counted_from=CountedFrom.DECISION)},
            [
                "Call-in counted from changed: the date of the decision (was the day the Draft "
                "Decision List is published)",
                "Cut-off time for publication changed: 17:00 (was none)",
            ],
        ),
        (
            {"call_in": CallInRule(in_force=InForce.NEXT_CALENDAR)},
            [
                "Decisions in force changed: on the next day after call-in, whichever it is (was "
                "on the last day of call-in)"
            ],
        ),
        (
            {"closure_days": ("2026-12-24", "2026-12-25", "2027-05-04")},
            ["Closure days added: 24 December 2026 to 25 December 2026; 4 May 2027"],
        ),
        (
            {"banners": (("withdrawn", "Withdrawn."),)},
            ["Banner “Withdrawn” changed: “Withdrawn.” (was “The Decision has been withdrawn.”)"],
        ),
        ({"retention_years": 10}, ["Decision records kept for changed: 10 years (was 6 years)"]),
        ({"series": "X{number}"}, ["Reference numbers changed: X{number} (was none)"]),
        ({"logo": "abc"}, ["Logo added"]),
        ({"asked_fields": ("wards",)}, ["Field asked for added: Wards affected"]),
        (
            {"asked_fields": ("appendices.public_interest",)},
            ["Field asked for added: Public interest in withholding each exempt appendix"],
        ),
        (
            {"asked_clearances": ("Legal", "Finance")},
            ["Clearance asked for added: Legal; Finance"],
        ),
        (
            {"posts": (Post("Leader", "Cllr Pell", since="2025-05-20"), Post("Director"))},
            ["Post added: Leader (Cllr Pell, from 20 May 2025); Director"],
        ),
        ({"words": ("parklet",)}, ["Word of the council added: parklet"]),
    ],
)
def test_what_was_changed_is_said_in_words(values: dict[str, object], lines: list[str]) -> None:
    assert list(changed(**values)) == lines


def test_another_order_is_told() -> None:
    one, other = (replace(BEFORE, asked_clearances=order) for order in (("A", "B"), ("B", "A")))
    assert profile_changes(one, other) == ("Clearance asked for put in another order: B; A",)


def test_going_back_to_the_usual_words_is_told() -> None:
    own = replace(BEFORE, profile=Profile(banners=(("withdrawn", "Gone."),)))
    (line,) = profile_changes(own, BEFORE)
    assert line.endswith("“The Decision has been withdrawn.” (the usual words) (was “Gone.”)")


@given(SHARED, SHARED)
def test_no_change_goes_untold(before: SharedProfile, after: SharedProfile) -> None:
    lines = profile_changes(before, after)
    assert bool(lines) == (before != after)
    assert all(line.strip() == line and "\n" not in line for line in lines)
