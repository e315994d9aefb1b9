"""A step of the record's life: nothing typed is lost, and no save puts the record back."""

from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from sendapp.domain.record import DecisionRecord
from sendapp.domain.sealing import KEPT
from sendapp.editing.mover import Mover
from sendapp.editing.open_record import OpenRecord
from sendapp.editing.saver import Saver
from sendapp.errors import DiskFull
from sendapp.services.stating import Stored
from tests.editing.test_saver import Disk
from tests.factory import a_record, items


class Life:
    """What a step is asked of: it ends when, and as, the test says."""

    def __init__(self) -> None:
        self.asked: list[tuple[DecisionRecord, dict[str, str], Future[Stored]]] = []
        self.told: list[Any] = []

    def step(self, record: DecisionRecord, typed: Mapping[str, str]) -> "Future[Stored]":
        future: Future[Stored] = Future()
        self.asked.append((record, dict(typed), future))
        return future

    def done(self, *, sealed: bool = False, **changes: Any) -> None:
        record, typed, future = self.asked[-1]
        after = replace(record, **changes)
        future.set_result(Stored(after, typed, "", "", False, "", sealed))

    def failed(self) -> None:
        self.asked[-1][2].set_exception(DiskFull("The disk is full."))


@pytest.fixture
def disk() -> Disk:
    return Disk()


@pytest.fixture
def life() -> Life:
    return Life()


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[OpenRecord]:
    made = OpenRecord(a_record(title="Quay", status="ready"))
    yield made
    delete(made)


@pytest.fixture
def saver(desk: OpenRecord, disk: Disk) -> Saver:
    return Saver(desk, disk.save, disk.rescue, desk)


@pytest.fixture
def mover(desk: OpenRecord, saver: Saver) -> Mover:
    return Mover(desk, saver, desk)


def moves(mover: Mover, life: Life, **how: Any) -> bool:
    return mover.move(life.step, life.told.append, life.told.append, **how)


def until(qtbot: QtBot, true: Callable[[], bool]) -> None:
    qtbot.waitUntil(true)


def test_a_step_writes_what_was_typed_before_it(
    mover: Mover, life: Life, desk: OpenRecord, qtbot: QtBot
) -> None:
    desk.flush_wanted.connect(lambda: desk.set("notes", "Typed last"))
    assert moves(mover, life)
    assert life.asked[0][0].notes == "Typed last"
    life.done(status="decided", date_of_decision="2026-03-05")
    until(qtbot, lambda: bool(life.told))
    assert (desk.record.status, desk.record.date_of_decision) == ("decided", "2026-03-05")
    assert not mover.busy


def test_what_is_typed_during_a_step_stays_and_is_saved_where_the_step_led(
    mover: Mover, life: Life, desk: OpenRecord, disk: Disk, qtbot: QtBot
) -> None:
    moves(mover, life)
    desk.set("notes", "Meanwhile")
    desk.flush()
    assert disk.asked == [], "a save meanwhile would put the record back where it stood"
    life.done(status="draft")
    until(qtbot, lambda: bool(disk.asked))
    assert (desk.record.status, desk.record.notes) == ("draft", "Meanwhile")


def test_a_step_that_fails_leaves_the_record_and_saves_what_was_typed(
    mover: Mover, life: Life, desk: OpenRecord, disk: Disk, qtbot: QtBot
) -> None:
    moves(mover, life, seals=True)
    desk.set("notes", "Meanwhile")
    life.failed()
    until(qtbot, lambda: bool(disk.asked))
    assert (desk.record.status, desk.record.notes) == ("ready", "Meanwhile")
    assert isinstance(life.told[0], DiskFull)
    assert not desk.sealed
    assert desk.set("title", "Another")


def test_what_is_to_be_sealed_cannot_be_typed_over_while_the_step_is_under_way(
    mover: Mover, life: Life, desk: OpenRecord, qtbot: QtBot
) -> None:
    desk.set("title", "Harbour")
    said = QSignalSpy(desk.noticed)
    moves(mover, life, seals=True)
    assert not desk.set("reasons", items("<p>Too late.</p>"))
    assert [told[0] for told in map(said.at, range(said.count()))] == [KEPT]
    life.done(sealed=True, status="decided")
    until(qtbot, lambda: bool(life.told))
    assert desk.sealed
    assert not desk.undo_stack.canUndo(), "undo would change what was decided"
    assert desk.record.title == "Harbour"


def test_taking_a_decision_back_lets_its_words_be_typed_again(
    mover: Mover, life: Life, desk: OpenRecord, qtbot: QtBot
) -> None:
    moves(mover, life, seals=True)
    life.done(sealed=True, status="decided")
    until(qtbot, lambda: len(life.told) == 1)
    moves(mover, life)
    life.done(sealed=False, status="ready")
    until(qtbot, lambda: len(life.told) == 2)
    assert desk.set("title", "Another")


def test_all_that_was_typed_is_saved_before_the_step(
    mover: Mover, life: Life, desk: OpenRecord, disk: Disk
) -> None:
    desk.set("title", "Saved first")
    moves(mover, life)
    assert [title for title, _ in disk.asked] == ["Saved first"]
    assert life.asked[0][0].title == "Saved first"


def test_what_is_typed_during_a_save_is_saved_before_the_step_too(
    saver: Saver, mover: Mover, life: Life, desk: OpenRecord, disk: Disk, qtbot: QtBot
) -> None:
    desk.set("title", "First")
    saver.flush()
    desk.set("title", "Second")
    moves(mover, life)
    assert [title for title, _ in disk.asked] == ["First", "Second"]
    for _, save in disk.asked:
        save.set_result("done")
    life.done(status="draft")
    until(qtbot, lambda: bool(life.told))
    assert (desk.record.title, desk.record.status) == ("Second", "draft")


def test_a_verb_that_breaks_holds_nothing(
    mover: Mover, life: Life, desk: OpenRecord, disk: Disk
) -> None:
    def breaks(record: DecisionRecord, typed: Mapping[str, str]) -> "Future[Stored]":
        raise RuntimeError("a fault of ours")

    with pytest.raises(RuntimeError, match="a fault of ours"):
        mover.move(breaks, life.told.append, life.told.append, seals=True)
    assert not mover.busy
    assert not desk.sealed
    desk.set("title", "Typed on")
    mover.settle(0.01)
    assert moves(mover, life)
    assert [title for title, _ in disk.asked] == ["Typed on"]


def test_one_step_at_a_time(mover: Mover, life: Life, qtbot: QtBot) -> None:
    assert moves(mover, life)
    assert not moves(mover, life)
    life.done(status="draft")
    until(qtbot, lambda: not mover.busy)
    assert moves(mover, life)


def test_leaving_waits_for_the_step_and_tells_of_it_once(
    mover: Mover, life: Life, desk: OpenRecord, qtbot: QtBot
) -> None:
    moves(mover, life)
    life.done(status="draft")
    mover.settle(5.0)
    assert desk.record.status == "draft"
    qtbot.wait(0)
    assert len(life.told) == 1


def test_leaving_does_not_wait_for_a_disk_that_does_not_answer(
    mover: Mover, life: Life, desk: OpenRecord, disk: Disk
) -> None:
    moves(mover, life)
    desk.set("notes", "Meanwhile")
    mover.settle(0.01)
    assert [title for title, _ in disk.asked] == ["Quay"]
