"""Saving by itself: once typing pauses, now and then while it goes on, and never in vain."""

from collections.abc import Iterator, Mapping
from concurrent.futures import Future
from pathlib import Path

import pytest
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from sendapp.domain.record import DecisionRecord
from sendapp.editing.open_record import OpenRecord
from sendapp.editing.saver import LATEST_MS, PAUSE_MS, RETRY_MS, LastSave, Saver
from sendapp.errors import Changed, DiskFull
from tests.factory import a_record


class Disk:
    """What the saver saves to: each save ends when, and as, the test says."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, Future[str]]] = []
        self.rescued: list[str] = []
        self.full = False

    def save(self, record: DecisionRecord, typed: Mapping[str, str]) -> Future[str]:
        future: Future[str] = Future()
        self.asked.append((record.title, future))
        return future

    def rescue(self, record: DecisionRecord, typed: Mapping[str, str]) -> Path:
        if self.full:
            raise DiskFull("The disk is full.")
        self.rescued.append(record.title)
        return Path(record.title)


@pytest.fixture
def disk() -> Disk:
    return Disk()


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[OpenRecord]:
    made = OpenRecord(a_record(title=""))
    yield made
    # Whole and at once: the collector takes a record and its steps apart in an order of its own.
    delete(made)


@pytest.fixture
def saver(desk: OpenRecord, disk: Disk) -> Saver:
    return Saver(desk, disk.save, disk.rescue, desk)


def test_it_saves_a_moment_after_the_last_key(
    saver: Saver, desk: OpenRecord, disk: Disk, qtbot: QtBot
) -> None:
    desk.set("title", "A")
    assert saver.unsaved
    assert disk.asked == []
    qtbot.waitUntil(lambda: bool(disk.asked), timeout=PAUSE_MS + 2_000)
    with qtbot.waitSignal(saver.saved):
        disk.asked[0][1].set_result("done")
    assert not saver.unsaved
    assert disk.asked[0][0] == "A"


def test_it_saves_into_steady_typing(
    saver: Saver, desk: OpenRecord, disk: Disk, qtbot: QtBot
) -> None:
    def types_on() -> bool:
        desk.set("title", desk.record.title[-20:] + "x", typing=True)
        return bool(disk.asked)

    # Polled every few milliseconds, so there is never a pause of a second.
    qtbot.waitUntil(types_on, timeout=LATEST_MS + 2_000)


def test_saved_is_not_said_while_something_newer_waits(
    saver: Saver, desk: OpenRecord, disk: Disk, qtbot: QtBot
) -> None:
    heard = QSignalSpy(saver.saved)
    desk.set("title", "A")
    saver.flush()
    desk.set("title", "B")
    disk.asked[0][1].set_result("done")
    qtbot.waitUntil(lambda: len(disk.asked) == 2, timeout=LATEST_MS + 2_000)
    assert heard.count() == 0
    with qtbot.waitSignal(saver.saved):
        disk.asked[1][1].set_result("done")
    assert [title for title, _ in disk.asked] == ["A", "B"]


def test_a_failed_save_goes_aside_is_told_and_tried_again(
    saver: Saver, desk: OpenRecord, disk: Disk, qtbot: QtBot
) -> None:
    desk.set("title", "A")
    saver.flush()
    with qtbot.waitSignal(saver.failed) as told:
        disk.asked[0][1].set_exception(DiskFull("The disk is full."))
    assert isinstance(told.args[0], DiskFull)
    assert disk.rescued == ["A"]
    assert saver.unsaved
    saver.flush()
    with qtbot.waitSignal(saver.saved):
        disk.asked[1][1].set_result("done")
    assert not saver.unsaved


def test_flush_takes_in_what_is_being_typed(saver: Saver, desk: OpenRecord, disk: Disk) -> None:
    desk.touch()
    desk.flush_wanted.connect(lambda: desk.set("title", "Typed"))
    saver.flush()
    assert [title for title, _ in disk.asked] == ["Typed"]


def test_where_no_side_file_can_be_written_either_that_is_told_and_saving_goes_on(
    saver: Saver, desk: OpenRecord, disk: Disk, qtbot: QtBot
) -> None:
    disk.full = True
    desk.set("title", "A")
    saver.flush()
    with qtbot.waitSignal(saver.failed) as told:
        disk.asked[0][1].set_exception(DiskFull("The disk is full."))
    assert told.args[1] is None
    qtbot.waitUntil(lambda: len(disk.asked) == 2, timeout=RETRY_MS + 2_000)


def test_a_record_that_was_left_is_saved_until_it_is_kept(
    desk: OpenRecord, disk: Disk, qtbot: QtBot
) -> None:
    desk.set("title", "A")
    last = LastSave(desk, disk.save, disk.rescue, desk)
    last.begin()
    with qtbot.waitSignal(last.failed) as told:
        disk.asked[0][1].set_exception(DiskFull("The disk is full."))
    assert told.args[1] == Path("A")
    qtbot.waitUntil(lambda: len(disk.asked) == 2, timeout=RETRY_MS + 2_000)
    with qtbot.waitSignal(last.done):
        disk.asked[1][1].set_result("done")


def test_what_no_waiting_mends_is_tried_again_with_the_next_typing_alone(
    saver: Saver, desk: OpenRecord, disk: Disk, qtbot: QtBot
) -> None:
    desk.set("title", "A")
    saver.flush()
    with qtbot.waitSignal(saver.failed):
        disk.asked[0][1].set_exception(Changed("It stands elsewhere."))
    assert disk.rescued == ["A"]
    assert saver.unsaved
    assert not saver._latest.isActive(), "nothing is tried again by itself"
    assert len(disk.asked) == 1
    desk.set("title", "B")
    qtbot.waitUntil(lambda: len(disk.asked) == 2, timeout=LATEST_MS + 2_000)


def test_a_record_that_was_left_and_never_can_be_kept_is_given_up_once_it_is_set_aside(
    desk: OpenRecord, disk: Disk, qtbot: QtBot
) -> None:
    desk.set("title", "Left")
    last = LastSave(desk, disk.save, disk.rescue, desk)
    told = QSignalSpy(last.failed)
    last.begin()
    with qtbot.waitSignal(last.given_up):
        disk.asked[0][1].set_exception(Changed("It stands elsewhere."))
    assert disk.rescued == ["Left"]
    assert told.count() == 1


def test_it_is_not_given_up_while_it_is_nowhere_else(
    desk: OpenRecord, disk: Disk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sendapp.editing.saver.RETRY_MS", 1)
    disk.full = True
    last = LastSave(desk, disk.save, disk.rescue, desk)
    given_up, told = QSignalSpy(last.given_up), QSignalSpy(last.failed)
    last.begin()
    for tries in range(1, 6):
        qtbot.waitUntil(lambda tries=tries: len(disk.asked) == tries)  # type: ignore[misc]
        disk.asked[-1][1].set_exception(Changed("It stands elsewhere."))
    qtbot.waitUntil(lambda: len(disk.asked) == 6)
    assert (given_up.count(), told.count()) == (0, 1)
    disk.full = False
    with qtbot.waitSignal(last.given_up):
        disk.asked[-1][1].set_exception(Changed("It stands elsewhere."))
    assert disk.rescued == [""]
    assert told.count() == 1
