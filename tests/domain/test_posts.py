"""The register of posts knows who holds a post on a day, and what is wrong with itself."""

import pytest

from sendapp.domain.posts import (
    Post,
    Suggestion,
    fault_in,
    following,
    holders_on,
    same_person,
    terms_of,
)

VANE = Post("Leader", "Iris Vane", lead_in="The Leader agrees", until="2025-05-19")
PELL = Post("Leader", "Asha Pell", portfolio="Finance", since="2025-05-20")
LEADER = Suggestion("Leader", "Used Before", "It was agreed", (VANE, PELL))


@pytest.mark.parametrize(
    ("day", "holder", "lead_in"),
    [
        ("1999-01-01", "Iris Vane", "The Leader agrees"),
        ("2025-05-19", "Iris Vane", "The Leader agrees"),
        ("2025-05-20", "Asha Pell", "It was agreed"),
        ("2031-01-01", "Asha Pell", "It was agreed"),
    ],
)
def test_the_holder_and_the_lead_in_are_those_of_the_day(
    day: str, holder: str, lead_in: str
) -> None:
    assert (LEADER.holder_on(day), LEADER.lead_in_on(day)) == (holder, lead_in)


def test_on_a_day_in_nobodys_time_nobody_is_named() -> None:
    gap = Suggestion("Leader", "Used Before", terms=(VANE,))
    assert gap.holder_on("2026-01-01") == ""
    assert gap.lead_in_on("2026-01-01") == "The Leader approves"


def test_what_was_used_before_counts_where_the_register_names_nobody() -> None:
    assert Suggestion("Leader", "Used Before").holder_on("2026-01-01") == "Used Before"
    vacant = Suggestion("Leader", "Used Before", terms=(Post("Leader"),))
    assert vacant.holder_on("2026-01-01") == "Used Before"


def test_entries_for_a_post_are_found_whatever_its_capitals_and_spaces() -> None:
    assert terms_of((VANE, Post("Mayor"), PELL), " leader ") == (VANE, PELL)
    assert terms_of((Post(""),), "") == ()


def test_holders_in_turn_are_sound() -> None:
    assert fault_in((VANE, PELL, Post("Mayor"), Post("Director of Place", "Bo Lind"))) is None


@pytest.mark.parametrize(
    ("posts", "index", "words"),
    [
        ([Post("", "Iris Vane")], 0, "Which post does Iris Vane hold?"),
        ([VANE, Post("")], 1, "An entry has no post."),
        ([Post("Leader", since="soon")], 0, "“soon” is not a date."),
        (
            [Post("Leader", since="2025-05-20", until="2025-05-19")],
            0,
            "“Leader” ends on 19 May 2025, before it begins on 20 May 2025.",
        ),
        (
            [PELL, Post("leader", "Bo Lind", since="2026-01-05")],
            1,
            "“leader” is held by Asha Pell and by Bo Lind at the same time from 5 January 2026.",
        ),
        ([VANE, Post("Mayor"), Post("Mayor")], 2, "“Mayor” is in the list twice"),
        ([VANE, Post("Leader", "Asha Pell", since="2025-05-19")], 1, "from 19 May 2025."),
    ],
)
def test_a_fault_is_told_in_words(posts: list[Post], index: int, words: str) -> None:
    found = fault_in(posts)
    assert found is not None
    assert found[0] == index
    assert words in found[1]


def test_the_holders_of_a_day_are_those_whose_time_it_is_in() -> None:
    posts = (PELL, VANE, Post("Mayor", "Bo Lind"), Post("Director of Place"))
    assert holders_on(posts, "2025-05-19") == {"Leader": "Iris Vane", "Mayor": "Bo Lind"}
    assert holders_on(posts, "2025-05-20") == {"Leader": "Asha Pell", "Mayor": "Bo Lind"}


def test_who_follows_begins_on_the_day_after() -> None:
    assert following(VANE) == Post("Leader", lead_in="The Leader agrees", since="2025-05-20")
    assert following(PELL) == Post("Leader", portfolio="Finance")


def test_a_time_in_words() -> None:
    assert Post("Leader", since="2025-05-01", until="2026-06-03").period == (
        "from 1 May 2025 to 3 June 2026"
    )
    assert (VANE.period, Post("Leader").period) == ("to 19 May 2025", "")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Councillor Asha Pell", "Cllr A. Pell", True),
        ("Asha Pell", "The Rt Hon Asha Pell", True),
        ("Pell", "Councillor Asha Pell", True),
        ("Asha Pell", "Ben Pell", False),
        ("Asha Pell", "Asha Vane", False),
        ("Councillor", "Councillor", False),
        ("Seán O’Neill", "SEÁN O'NEILL", True),
    ],
)
def test_names_that_can_be_one_persons(one: str, other: str, same: bool) -> None:
    assert same_person(one, other) is same_person(other, one) is same
