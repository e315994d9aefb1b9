"""When versions are kept by themselves: at leaving, after half an hour of work."""

from collections.abc import Iterator, Mapping
from concurrent.futures import Future
from dataclasses import replace

import pytest
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from sendapp.domain.record import DecisionRecord
from sendapp.domain.versions import Why
from sendapp.editing.open_record import OpenRecord
from sendapp.editing.steps import Draft
from sendapp.editing.versioner import PAUSE_S, Versioner
from sendapp.errors import DiskFull
from sendapp.services.history import Version
from tests.factory import a_record


class Keeping:
    """Keeps versions in a list; a full disk keeps none."""

    def __init__(self) -> None:
        self.kept: list[tuple[str, str, str, bool]] = []
        self.full = False

    def keep(
        self,
        record: DecisionRecord,
        typed: Mapping[str, str],
        *,
        why: str,
        note: str = "",
        save_first: bool = False,
    ) -> "Future[Version | None]":
        future: Future[Version | None] = Future()
        if self.full:
            future.set_exception(DiskFull("There is no room left."))
        else:
            self.kept.append((record.title, why, note, save_first))
            future.set_result(Version(1, record.id, "", "", why, note, ""))
        return future


class Clock:
    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def keeping() -> Keeping:
    return Keeping()


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[OpenRecord]:
    made = OpenRecord(a_record(title="Quay", status="draft"))
    yield made
    delete(made)


@pytest.fixture
def versioner(keeping: Keeping, clock: Clock, desk: OpenRecord) -> Iterator[Versioner]:
    made = Versioner(keeping, clock=clock)
    made.follow(desk)
    yield made
    made.follow(None)
    delete(made)


def works(desk: OpenRecord, clock: Clock, minutes: int) -> None:
    """Type something each minute."""
    for minute in range(minutes):
        clock.now += 60
        desk.set("title", f"Quay {clock.now} {minute}")


def test_half_an_hour_of_work_is_kept_and_each_half_hour_after_it(
    versioner: Versioner, desk: OpenRecord, clock: Clock, keeping: Keeping
) -> None:
    works(desk, clock, 30)
    assert keeping.kept == [], "29 minutes lie between 30 keys"
    works(desk, clock, 1)
    assert [why for _, why, _, _ in keeping.kept] == [Why.WORK]
    works(desk, clock, 60)
    assert [why for _, why, _, _ in keeping.kept] == [Why.WORK] * 3


def test_pauses_are_no_work(
    versioner: Versioner, desk: OpenRecord, clock: Clock, keeping: Keeping
) -> None:
    for _ in range(40):
        clock.now += PAUSE_S + 1
        desk.set("title", f"Quay {clock.now}")
    assert keeping.kept == []
    versioner.keep_left(desk.record, desk.typed)
    assert keeping.kept == [(desk.record.title, Why.LEFT, "", True)]


def test_leaving_says_how_long_it_was_worked_on(
    versioner: Versioner, desk: OpenRecord, clock: Clock, keeping: Keeping
) -> None:
    works(desk, clock, 26)
    versioner.keep_left(desk.record, desk.typed)
    assert keeping.kept[-1][1:] == (Why.LEFT, "after 25 minutes", True)


def test_leaving_what_was_only_read_names_no_work(
    versioner: Versioner, desk: OpenRecord, keeping: Keeping
) -> None:
    versioner.keep_left(desk.record, desk.typed)
    assert keeping.kept == [("Quay", Why.LEFT, "", True)]


def test_a_step_that_kept_a_version_itself_is_told_on_and_kept_once(
    versioner: Versioner, desk: OpenRecord, keeping: Keeping, qtbot: QtBot
) -> None:
    before = desk.record
    desk.adopt(before, Draft(replace(before, status="ready"), {}), sealed=False)
    with qtbot.waitSignal(versioner.kept) as told:
        versioner.note_kept(before.id)
    assert told.args == [before.id]
    assert keeping.kept == []


def test_a_record_that_is_followed_no_more_is_left_alone(
    versioner: Versioner, desk: OpenRecord, keeping: Keeping
) -> None:
    versioner.follow(None)
    versioner.keep_now(Why.PRINTED)
    assert keeping.kept == []


def test_what_left_is_kept_as_it_was_and_not_saved_over_what_followed(
    versioner: Versioner, desk: OpenRecord, keeping: Keeping
) -> None:
    earlier = desk.record
    desk.set("title", "Typed on")
    versioner.keep_issued(Why.WORD, "quay.docx", earlier)
    assert keeping.kept == [("Quay", Why.WORD, "quay.docx", False)]


def test_it_is_told_when_a_version_is_there_and_why_one_is_not(
    versioner: Versioner, desk: OpenRecord, keeping: Keeping, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(versioner.kept) as kept:
        versioner.keep_now(Why.PRINTED)
    assert kept.args == [desk.record.id]
    keeping.full = True
    failed = QSignalSpy(versioner.failed)
    versioner.keep_now(Why.PRINTED)
    qtbot.waitUntil(lambda: failed.count() == 1)
