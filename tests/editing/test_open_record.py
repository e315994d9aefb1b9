"""The open record: every change is a step that can be undone, or is refused with a reason."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from sendapp.domain.record import Item
from sendapp.domain.text import FIELD_LIMIT
from sendapp.editing.open_record import OpenRecord
from sendapp.editing.places import place_of
from sendapp.editing.steps import Draft
from tests.factory import a_record, items


class Clock:
    """A clock that goes on only when told."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desk(qtbot: QtBot, clock: Clock) -> Iterator[OpenRecord]:
    made = OpenRecord(a_record(title="Quay"), clock=clock)
    yield made
    # Whole and at once: the collector takes a record and its steps apart in an order of its own.
    delete(made)


def steps(desk: OpenRecord) -> list[str]:
    return [desk.undo_stack.text(index) for index in range(desk.undo_stack.count())]


def test_a_value_that_is_there_already_is_no_change(desk: OpenRecord) -> None:
    heard = QSignalSpy(desk.changed)
    assert desk.set("title", "Quay")
    assert heard.count() == 0
    assert steps(desk) == []


def test_typing_merges_while_its_pauses_are_short(desk: OpenRecord, clock: Clock) -> None:
    for title in ("Quay ", "Quay w", "Quay wa"):
        clock.now += 0.9
        desk.set("title", title, typing=True)
    assert steps(desk) == ["Edit title"]
    clock.now += 1.0
    desk.set("title", "Quay wall", typing=True)
    assert steps(desk) == ["Edit title", "Edit title"]
    desk.undo()
    assert desk.record.title == "Quay wa"
    desk.undo()
    assert desk.record.title == "Quay"


def test_typing_in_another_field_is_another_step(desk: OpenRecord) -> None:
    desk.set("title", "A", typing=True)
    desk.set("notes", "B", typing=True)
    desk.set("title", "AB", typing=True)
    assert steps(desk) == ["Edit title", "Edit notes to yourself", "Edit title"]


def test_typing_that_is_taken_back_by_hand_leaves_no_step(desk: OpenRecord) -> None:
    desk.set("title", "Quay!", typing=True)
    desk.set("title", "Quay", typing=True)
    assert steps(desk) == []


def test_a_choice_does_not_merge_with_typing(desk: OpenRecord) -> None:
    desk.set("conflicts_declared", "declared")
    desk.set("conflicts_declared", "")
    assert len(steps(desk)) == 2


def test_undo_and_redo_say_where(desk: OpenRecord) -> None:
    desk.set("title", "A")
    key = desk.record.reasons[1].key
    desk.edit("reasons", key, "text", "<p>B</p>")
    heard = QSignalSpy(desk.stepped)
    desk.undo()
    desk.undo()
    desk.redo()
    assert [heard.at(i)[0] for i in range(heard.count())] == ["reasons[1].text", "title", "title"]


def test_undo_takes_in_first_what_is_being_typed(desk: OpenRecord) -> None:
    desk.flush_wanted.connect(lambda: desk.set("title", "Typed", typing=True))
    desk.undo()
    assert desk.record.title == "Quay"
    assert desk.undo_stack.canRedo()


def test_rows_come_go_and_move(desk: OpenRecord) -> None:
    before = desk.record.reasons
    new = Item(text="<p>New</p>")
    desk.insert("reasons", 1, new)
    assert desk.index_of("reasons", new.key) == 1
    desk.move("reasons", new.key, 2)
    desk.remove("reasons", before[0].key)
    assert [row.key for row in desk.record.reasons] == [before[1].key, new.key]
    assert steps(desk) == ["Add reason", "Move reason", "Remove reason 1"]
    for _ in range(3):
        desk.undo()
    assert desk.record.reasons == before


def test_a_new_row_of_the_same_words_is_a_step(desk: OpenRecord) -> None:
    desk.insert("reasons", 2, Item())
    assert len(desk.record.reasons) == 3
    key = desk.record.reasons[2].key
    desk.remove("reasons", key)
    desk.undo()
    assert desk.record.reasons[2].key == key


def test_the_first_words_in_an_empty_row_make_it_the_records(desk: OpenRecord) -> None:
    desk.edit("conflicts", "fresh", "member", "Councillor Tarrant", typing=True)
    assert desk.record.conflicts[0].member == "Councillor Tarrant"
    assert desk.record.conflicts[0].key == "fresh"
    desk.undo()
    assert desk.record.conflicts == ()


@pytest.mark.parametrize("bad", ["nul\x00", "bell\x07", "lone \ud800"])
def test_what_cannot_be_kept_is_refused_until_it_is_mended(desk: OpenRecord, bad: str) -> None:
    heard = QSignalSpy(desk.refused)
    assert not desk.set("title", bad, typing=True)
    assert desk.record.title == "Quay"
    assert heard.at(0)[0] == "title"
    assert heard.at(0)[1]
    assert desk.set("title", "Mended", typing=True)
    assert list(heard.at(1)) == ["title", ""]


def test_a_row_that_cannot_be_kept_is_refused_at_its_place(desk: OpenRecord) -> None:
    heard = QSignalSpy(desk.refused)
    key = desk.record.options[1].key
    assert not desk.edit("options", key, "title", "a\x00")
    assert heard.at(0)[0] == place_of("options", key, "title")
    desk.move("options", key, 0)
    assert list(desk.refusals) == [place_of("options", key, "title")]
    assert desk.edit("options", key, "title", desk.record.options[0].title)
    assert not desk.refusals


def test_undo_shows_what_is_held_in_place_of_what_was_refused(desk: OpenRecord) -> None:
    desk.set("title", "A")
    assert not desk.set("title", "B\x00")
    desk.undo()
    assert not desk.refusals


def test_rows_that_grow_too_long_together_are_refused(desk: OpenRecord) -> None:
    long = f"<p>{'x' * FIELD_LIMIT}x</p>"
    assert not desk.replace_rows("reasons", [Item(text=long)], 0, "Join reasons")
    assert [row.text for row in desk.record.reasons] != [long]


def test_an_unread_date_is_kept_as_typed_and_undone(desk: OpenRecord) -> None:
    before = desk.record.date_of_decision
    desk.set_date("date_of_decision", "", "next week")
    assert (desk.record.date_of_decision, desk.typed) == ("", {"date_of_decision": "next week"})
    desk.set_date("date_of_decision", "2026-03-09", "9/3/26")
    assert (desk.record.date_of_decision, desk.typed) == ("2026-03-09", {})
    desk.undo()
    assert (desk.record.date_of_decision, desk.typed) == (before, {})


def test_where_it_stands_is_on_no_stack(desk: OpenRecord) -> None:
    ready = Draft(replace(desk.record, status="ready"), {})
    desk.adopt(desk.record, ready, sealed=False)
    desk.set("title", "A")
    desk.undo()
    assert desk.record == replace(a_record(title="Quay"), id=desk.record.id, status="ready")


def test_several_fields_change_in_one_step(desk: OpenRecord) -> None:
    desk.set_many({"decision_maker": "Leader", "decision_lead_in": "The Leader approves"})
    assert steps(desk) == ["Edit decision made by"]
    desk.undo()
    assert desk.record.decision_lead_in == a_record().decision_lead_in


def test_rows_are_replaced_in_one_step(desk: OpenRecord) -> None:
    desk.replace_rows("reasons", list(items("<p>One</p>")), 0, "Join reasons")
    assert steps(desk) == ["Join reasons"]
    desk.undo()
    assert len(desk.record.reasons) == 2
