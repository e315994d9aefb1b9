"""What is entered in the journal, when, and what is told where it could not be."""

from concurrent.futures import Future

import pytest
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from sendapp.domain.journal import Deed, What
from sendapp.editing.journaller import Journaller
from sendapp.errors import DiskFull

DEED = Deed(what=What.WORD, words="Exported to Word: lane.docx", record_id="a")


class Journal:
    """Keeps what is entered; a full disk keeps nothing."""

    def __init__(self) -> None:
        self.entered: list[str] = []
        self.full = False

    def note(self, deed: Deed) -> "Future[int]":
        future: Future[int] = Future()
        if self.full:
            future.set_exception(DiskFull("There is no room left."))
        else:
            self.entered.append(deed.words)
            future.set_result(len(self.entered))
        return future


@pytest.fixture
def journal() -> Journal:
    return Journal()


@pytest.fixture
def journaller(qtbot: QtBot, journal: Journal) -> Journaller:
    return Journaller(journal)


def test_what_has_been_done_is_entered(
    qtbot: QtBot, journal: Journal, journaller: Journaller
) -> None:
    with qtbot.waitSignal(journaller.entered) as told:
        journaller.enter(DEED)
    assert told.args == ["a"]
    assert journal.entered == ["Exported to Word: lane.docx"]


def test_what_takes_time_is_entered_once_it_is_done(
    qtbot: QtBot, journal: Journal, journaller: Journaller
) -> None:
    work: Future[str] = Future()
    journaller.enter_once(work, DEED)
    assert journal.entered == []
    with qtbot.waitSignal(journaller.entered):
        work.set_result("lane.docx")
    assert journal.entered == ["Exported to Word: lane.docx"]


def test_it_is_entered_even_where_the_window_is_gone(journal: Journal, qtbot: QtBot) -> None:
    work: Future[str] = Future()
    journaller = Journaller(journal)
    journaller.enter_once(work, DEED)
    del journaller
    work.set_result("lane.docx")
    assert journal.entered == ["Exported to Word: lane.docx"]


def test_what_failed_or_was_dropped_is_not_entered(
    journal: Journal, journaller: Journaller
) -> None:
    failed: Future[str] = Future()
    journaller.enter_once(failed, DEED)
    failed.set_exception(DiskFull("There is no room left."))
    dropped: Future[str] = Future()
    journaller.enter_once(dropped, DEED)
    dropped.cancel()
    assert journal.entered == []


@pytest.mark.parametrize("at_once", [True, False])
def test_a_journal_that_cannot_be_written_is_told_of(
    qtbot: QtBot, journal: Journal, journaller: Journaller, at_once: bool
) -> None:
    journal.full = True
    entered = QSignalSpy(journaller.entered)
    with qtbot.waitSignal(journaller.failed) as told:
        if at_once:
            journaller.enter(DEED)
        else:
            done: Future[str] = Future()
            done.set_result("lane.docx")
            journaller.enter_once(done, DEED)
    assert told.args is not None
    assert told.args[0].startswith("Done, but the journal has no row of it. There is no room left.")
    assert entered.count() == 0
