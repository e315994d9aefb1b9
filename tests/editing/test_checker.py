"""The checks follow the open record: the newest text counts, and nobody waits for them."""

from collections.abc import Iterator
from concurrent.futures import Future

import pytest
from pytestqt.qtbot import QtBot

from sendapp.domain.checks.catalogue import check_record
from sendapp.domain.checks.finding import Finding
from sendapp.domain.checks.reading import Around, Others
from sendapp.domain.record import DecisionRecord
from sendapp.editing.checker import Checker
from sendapp.editing.open_record import OpenRecord
from tests.factory import a_record, items

Findings = tuple[Finding, ...]


class Slowly:
    """Answers each request when it is told to, as a busy thread would."""

    def __init__(self) -> None:
        self.asked: list[tuple[DecisionRecord, Around]] = []
        self.futures: list[Future[Findings]] = []
        self.others: Future[Others] = Future()

    def check(self, record: DecisionRecord, others: Others) -> Future[Findings]:
        self.asked.append(
            (record, Around(other_titles=others.titles, other_references=others.references))
        )
        self.futures.append(Future())
        return self.futures[-1]

    def others_beside(self, _: str) -> Future[Others]:
        return self.others

    def answers(self) -> None:
        record, around = self.asked[-1]
        self.futures[-1].set_result(check_record(record, around))


@pytest.fixture
def slowly() -> Slowly:
    return Slowly()


@pytest.fixture
def open_record() -> Iterator[OpenRecord]:
    made = OpenRecord(a_record(decision_maker_interest="no"))
    yield made
    made.deleteLater()


@pytest.fixture
def checker(qtbot: QtBot, slowly: Slowly, open_record: OpenRecord) -> Iterator[Checker]:
    made = Checker(slowly.check, slowly.others_beside)
    made.follow(open_record)
    qtbot.waitUntil(lambda: len(slowly.asked) == 1)
    yield made
    made.follow(None)
    made.deleteLater()


def test_a_record_is_checked_when_it_opens_and_when_it_changes(
    qtbot: QtBot, slowly: Slowly, checker: Checker, open_record: OpenRecord
) -> None:
    with qtbot.waitSignal(checker.checked) as first:
        slowly.answers()
    assert first.args == [()]
    open_record.set("reasons", ())
    qtbot.waitUntil(lambda: len(slowly.asked) == 2)
    with qtbot.waitSignal(checker.checked) as second:
        slowly.answers()
    assert second.args is not None
    assert [finding.check for finding in second.args[0]] == ["reasons-missing"]


def test_while_checks_run_the_newest_text_alone_waits(
    qtbot: QtBot, slowly: Slowly, checker: Checker, open_record: OpenRecord
) -> None:
    for text in ("<p>One.</p>", "<p>Two.</p>", "<p>Three.</p>"):
        open_record.set("reasons", items(text))
    with qtbot.waitSignal(checker.checked):
        slowly.answers()
    qtbot.waitUntil(lambda: len(slowly.asked) == 2)
    assert slowly.asked[1][0].reasons[0].text == "<p>Three.</p>"
    with qtbot.waitSignal(checker.checked):
        slowly.answers()
    assert len(slowly.asked) == 2


def test_titles_of_other_records_come_in_when_they_are_known(
    qtbot: QtBot, slowly: Slowly, checker: Checker
) -> None:
    with qtbot.waitSignal(checker.checked):
        slowly.answers()
    slowly.others.set_result(Others.called(["Resurfacing of Tanner's Quay"], []))
    qtbot.waitUntil(lambda: len(slowly.asked) == 2)
    with qtbot.waitSignal(checker.checked) as told:
        slowly.answers()
    assert told.args is not None
    assert [finding.check for finding in told.args[0]] == ["title-used"]


def test_what_comes_for_a_record_that_was_left_is_not_shown(
    qtbot: QtBot, slowly: Slowly, checker: Checker
) -> None:
    checker.follow(None)
    with qtbot.assertNotEmitted(checker.checked, wait=50):
        slowly.answers()


def test_nothing_is_said_of_a_record_before_it_was_checked(qtbot: QtBot, slowly: Slowly) -> None:
    opened = OpenRecord(DecisionRecord())
    checker = Checker(slowly.check, slowly.others_beside)
    with qtbot.assertNotEmitted(checker.checked):
        checker.follow(opened)
        qtbot.waitUntil(lambda: len(slowly.asked) == 1)
    with qtbot.waitSignal(checker.checked):
        slowly.answers()
    checker.follow(None)
    checker.deleteLater()
    opened.deleteLater()


def test_what_was_asked_of_one_record_is_not_said_of_the_next(
    qtbot: QtBot, slowly: Slowly, checker: Checker
) -> None:
    following = OpenRecord(a_record(decision_maker_interest="no", reasons=()))
    checker.follow(following)
    with qtbot.waitSignal(checker.checked) as told:
        # The first record's answer; the next one is asked for after it.
        slowly.answers()
        qtbot.waitUntil(lambda: len(slowly.asked) == 2)
        slowly.answers()
    assert told.args is not None
    assert [finding.check for finding in told.args[0]] == ["reasons-missing"]
    checker.follow(None)
    following.deleteLater()


def test_a_check_that_fails_is_told_and_asked_again_after_the_next_change(
    qtbot: QtBot, slowly: Slowly, checker: Checker, open_record: OpenRecord
) -> None:
    with (
        qtbot.captureExceptions() as faults,
        qtbot.waitSignal(checker.failed),
        qtbot.assertNotEmitted(checker.checked),
    ):
        slowly.futures[-1].set_exception(IndexError("a fault of ours"))
    assert [str(fault) for _, fault, _ in faults] == ["a fault of ours"]
    open_record.set("title", "Another")
    qtbot.waitUntil(lambda: len(slowly.asked) == 2)
    with qtbot.waitSignal(checker.checked):
        slowly.answers()
