"""The holder and the first words follow the post and the day, and never what was typed."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from sendapp.domain.duties import CABINET, CABINET_MEMBER
from sendapp.domain.posts import Post, Suggestion
from sendapp.editing.open_record import OpenRecord
from sendapp.editing.suggesting import PostFollowing
from tests.factory import a_record

VANE = Post("Leader", "Iris Vane", until="2025-05-19")
PELL = Post("Leader", "Asha Pell", lead_in="The Leader agrees", since="2025-05-20")
LEADER = Suggestion("Leader", terms=(VANE, PELL))
MAYOR = Suggestion("Mayor", "Bo Lind", "The Mayor decides")
BLANK = {"decision_maker": "", "decision_maker_name": "", "decision_lead_in": ""}


@pytest.fixture
def posts() -> PostFollowing:
    made = PostFollowing(CABINET_MEMBER, lambda: date(2026, 3, 2))
    made.known = {"Leader": LEADER, "Mayor": MAYOR}
    return made


@pytest.fixture
def desk(qtbot: QtBot, posts: PostFollowing) -> Iterator[OpenRecord]:
    made = OpenRecord(
        a_record(
            decision_maker="Leader",
            decision_maker_name="Iris Vane",
            decision_lead_in="The Leader approves",
            date_of_decision="2025-05-01",
        ),
        clock=lambda: 0.0,
    )
    made.followers.append(posts.follows)
    yield made
    delete(made)


def test_a_chosen_post_brings_its_holder_of_today(posts: PostFollowing) -> None:
    assert posts.chosen(a_record(**BLANK, date_of_decision=""), "Leader") == {
        "decision_maker": "Leader",
        "decision_maker_name": "Asha Pell",
        "decision_lead_in": "The Leader agrees",
    }


def test_a_chosen_post_brings_its_holder_on_the_day_of_the_decision(posts: PostFollowing) -> None:
    changes = posts.chosen(a_record(**BLANK, date_of_decision="2024-01-01"), "Leader")
    assert changes["decision_maker_name"] == "Iris Vane"
    assert changes["decision_lead_in"] == "The Leader approves"


def test_another_post_takes_the_place_of_what_the_first_one_brought(posts: PostFollowing) -> None:
    record = a_record(**posts.chosen(a_record(**BLANK), "Leader"))
    assert posts.chosen(record, "Mayor") == {
        "decision_maker": "Mayor",
        "decision_maker_name": "Bo Lind",
        "decision_lead_in": "The Mayor decides",
    }


@pytest.mark.parametrize(("duties", "name"), [(CABINET, None), (CABINET_MEMBER, "Bo Lind")])
def test_a_councils_own_kind_gets_a_holder_if_its_duties_ask_for_one(
    duties: str, name: str | None
) -> None:
    posts = PostFollowing(duties)
    posts.known = {"Mayor": MAYOR}
    changes = posts.chosen(a_record(**BLANK, record_type="joint-committee"), "Mayor")
    assert changes.get("decision_maker_name") == name
    assert changes["decision_lead_in"] == "The Mayor decides"


def test_what_was_typed_stays_when_the_post_changes(posts: PostFollowing) -> None:
    record = a_record(decision_maker_name="Own Name", decision_lead_in="Own words")
    assert posts.chosen(record, "Leader") == {"decision_maker": "Leader"}


def test_the_holder_follows_the_day_in_the_same_step(desk: OpenRecord) -> None:
    desk.set_date("date_of_decision", "2025-06-01", "1 June 2025")
    assert desk.record.decision_maker_name == "Asha Pell"
    assert desk.record.decision_lead_in == "The Leader agrees"
    assert desk.undo_stack.count() == 1
    desk.undo()
    assert desk.record.date_of_decision == "2025-05-01"
    assert desk.record.decision_maker_name == "Iris Vane"
    assert desk.record.decision_lead_in == "The Leader approves"


def test_a_day_typed_key_by_key_is_one_step(desk: OpenRecord) -> None:
    for iso, typed in (("", "1/6/2"), ("2020-06-01", "1/6/20"), ("", "1/6/202"), ("", "1/6/202")):
        desk.set_date("date_of_decision", iso, typed)
    desk.set_date("date_of_decision", "2025-06-01", "1/6/2025")
    assert desk.record.decision_maker_name == "Asha Pell"
    assert desk.undo_stack.count() == 1
    desk.undo()
    assert desk.record.decision_maker_name == "Iris Vane"
    assert desk.record.decision_lead_in == "The Leader approves"


def test_on_a_day_when_nobody_is_known_the_name_stays_and_follows_again_afterwards(
    desk: OpenRecord, posts: PostFollowing
) -> None:
    gap = (VANE, replace(PELL, since="2025-06-10"))
    posts.known = {"Leader": replace(LEADER, terms=gap), "Mayor": MAYOR}
    desk.set_date("date_of_decision", "2025-06-01", "1 June 2025")
    assert desk.record.decision_maker_name == "Iris Vane"
    assert posts.chosen(desk.record, "Mayor")["decision_maker_name"] == "Bo Lind"
    desk.set_date("date_of_decision", "2025-06-11", "11 June 2025")
    assert desk.record.decision_maker_name == "Asha Pell"


@pytest.mark.parametrize("name", ["Councillor Iris Vane", "Somebody Else"])
def test_a_holder_typed_by_hand_stays(desk: OpenRecord, name: str) -> None:
    desk.set("decision_maker_name", name)
    desk.set_date("date_of_decision", "2025-06-01", "1 June 2025")
    assert desk.record.decision_maker_name == name


def test_a_post_that_is_not_known_brings_no_change_of_name(desk: OpenRecord) -> None:
    desk.set("decision_maker", "Another")
    desk.set_date("date_of_decision", "2025-06-01", "1 June 2025")
    assert desk.record.decision_maker_name == "Iris Vane"
