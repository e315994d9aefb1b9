"""Pages are made again when the record changes: once at a time, and the newest wins."""

from collections.abc import Iterator
from concurrent.futures import Future
from typing import Any

import pytest
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from sendapp.domain.record import DecisionRecord
from sendapp.editing.open_record import OpenRecord
from sendapp.editing.page_maker import InSight, PageMaker
from sendapp.errors import TemplateProblem
from tests.factory import a_record


class Press:
    """What makes the pages: each job ends when, and as, the test says."""

    def __init__(self) -> None:
        self.jobs: list[tuple[str, InSight, Future[Any]]] = []

    def make(self, record: DecisionRecord, in_sight: InSight) -> Future[Any]:
        future: Future[Any] = Future()
        self.jobs.append((record.title, in_sight, future))
        return future

    def titles(self) -> list[str]:
        return [title for title, _, _ in self.jobs]


@pytest.fixture
def press() -> Press:
    return Press()


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[OpenRecord]:
    made = OpenRecord(a_record(title="A"))
    yield made
    # Whole and at once: the collector takes a record and its steps apart in an order of its own.
    delete(made)


@pytest.fixture
def maker(press: Press, desk: OpenRecord, qtbot: QtBot) -> PageMaker:
    made = PageMaker(press.make, lambda: (0, 96.0, 1), desk)
    made.be_active(True)
    made.follow(desk)
    qtbot.waitUntil(lambda: press.titles() == ["A"])
    return made


def test_what_changed_meanwhile_is_made_once_afterwards(
    maker: PageMaker, press: Press, desk: OpenRecord, qtbot: QtBot
) -> None:
    for title in ("B", "C", "D"):
        desk.set("title", title)
    assert press.titles() == ["A"]
    with qtbot.waitSignal(maker.made) as made:
        press.jobs[0][2].set_result("pages of A")
    assert made.args == ["pages of A", True]
    qtbot.waitUntil(lambda: press.titles() == ["A", "D"])


def test_more_pages_of_the_same_text_are_not_fresh(
    maker: PageMaker, press: Press, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(maker.made):
        press.jobs[0][2].set_result("first")
    maker.want(3, 120.0, 2)
    qtbot.waitUntil(lambda: len(press.jobs) == 2)
    assert press.jobs[1][1] == (3, 120.0, 2)
    with qtbot.waitSignal(maker.made) as made:
        press.jobs[1][2].set_result("more")
    assert made.args == ["more", False]


def test_pages_of_a_record_that_was_left_are_not_shown(
    maker: PageMaker, press: Press, qtbot: QtBot
) -> None:
    heard = QSignalSpy(maker.made)
    other = OpenRecord(a_record(title="Other"), parent=maker)
    maker.follow(other)
    press.jobs[0][2].set_result("of the record before")
    qtbot.waitUntil(lambda: press.titles() == ["A", "Other"])
    assert heard.count() == 0


def test_a_failure_is_told_and_the_next_change_tries_again(
    maker: PageMaker, press: Press, desk: OpenRecord, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(maker.failed):
        press.jobs[0][2].set_exception(TemplateProblem("No.", "", ""))
    desk.set("title", "B")
    qtbot.waitUntil(lambda: press.titles() == ["A", "B"])


def test_a_failure_of_a_record_that_was_left_is_not_told(
    maker: PageMaker, press: Press, qtbot: QtBot
) -> None:
    heard = QSignalSpy(maker.failed)
    other = OpenRecord(a_record(title="Other"), parent=maker)
    maker.follow(other)
    press.jobs[0][2].set_exception(TemplateProblem("No.", "", ""))
    qtbot.waitUntil(lambda: press.titles() == ["A", "Other"])
    assert heard.count() == 0


def test_pages_nobody_sees_are_not_made(
    maker: PageMaker, press: Press, desk: OpenRecord, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(maker.made):
        press.jobs[0][2].set_result("first")
    maker.be_active(False)
    desk.set("title", "Unseen")
    maker.be_active(True)
    qtbot.waitUntil(lambda: press.titles() == ["A", "Unseen"])
