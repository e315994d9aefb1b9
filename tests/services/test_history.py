"""The history's verbs: what changed is told, and finding it out holds up no save."""

import threading
from collections.abc import Iterator
from concurrent.futures import wait
from dataclasses import replace

import pytest

from sendapp.domain import comparing
from sendapp.domain.comparing import Difference
from sendapp.domain.record import DecisionRecord
from sendapp.domain.versions import Why
from sendapp.errors import NotFound
from sendapp.services import history as service
from sendapp.services.desk import Desk
from sendapp.services.history import History
from sendapp.storage.keeper import Keeper
from tests.services.conftest import kept, now


@pytest.fixture
def history(keeper: Keeper) -> Iterator[History]:
    history = History(keeper)
    yield history
    history.close()


def a_version(history: History, record: DecisionRecord) -> int:
    made = now(history.keep(record, {}, why=Why.LEFT))
    assert made is not None
    return made.number


def test_what_changed_is_told_between_two_versions_and_since_one(
    desk: Desk, history: History
) -> None:
    record = kept(desk, title="Old quay").record
    first = a_version(history, record)
    second = a_version(history, replace(record, title="New quay"))
    between = now(history.changed(first, second))
    assert [(each.field, each.how.value) for each in between] == [("title", "changed")]
    since = now(history.changed(second, replace(record, title="New quay", wards="All")))
    assert [(each.field, each.how.value) for each in since] == [("wards", "added")]


def test_a_version_that_is_gone_is_told_of_when_it_is_compared(
    desk: Desk, history: History
) -> None:
    record = kept(desk).record
    with pytest.raises(NotFound):
        now(history.changed(99, record))


def test_a_long_comparison_holds_up_no_save(
    desk: Desk, history: History, monkeypatch: pytest.MonkeyPatch
) -> None:
    stored = kept(desk)
    number = a_version(history, stored.record)
    saved = threading.Event()

    def compare_long(old: DecisionRecord, new: DecisionRecord) -> list[Difference]:
        assert saved.wait(20), "a save waited for the comparison"
        return comparing.differences(old, new)

    monkeypatch.setattr(service, "differences", compare_long)
    later = replace(stored.record, title="Typed meanwhile")
    compared = history.changed(number, later)
    now(desk.save(later, {}))
    saved.set()
    assert [each.field for each in now(compared)] == ["title"]


def test_closing_waits_for_no_comparison(
    desk: Desk, keeper: Keeper, monkeypatch: pytest.MonkeyPatch
) -> None:
    stored = kept(desk)
    history = History(keeper)
    number = a_version(history, stored.record)
    begun, go_on = threading.Event(), threading.Event()

    def compare_long(old: DecisionRecord, new: DecisionRecord) -> list[Difference]:
        begun.set()
        assert go_on.wait(20)
        return []

    monkeypatch.setattr(service, "differences", compare_long)
    running = history.changed(number, stored.record)
    waiting = history.changed(number, stored.record)
    assert begun.wait(20)
    history.close()
    assert not running.done()
    go_on.set()
    assert now(running) == []
    wait([waiting], timeout=20)
    assert waiting.cancelled()


def test_a_history_is_never_ahead_of_its_record(desk: Desk, history: History) -> None:
    record = kept(desk, title="Old quay").record
    later = replace(record, title="New quay")
    now(history.keep(later, {}, why=Why.CIRCULATED, note="as draft 1", save_first=True))
    assert now(desk.open(record.id)).record == later
    issued = replace(record, title="As it was printed a while ago")
    now(history.keep(issued, {}, why=Why.PRINTED))
    assert now(desk.open(record.id)).record == later


def test_nothing_is_saved_or_kept_of_a_record_that_was_deleted(
    desk: Desk, history: History
) -> None:
    record = kept(desk).record
    now(desk.bin(record.id))
    now(desk.empty_bin())
    assert now(history.keep(record, {}, why=Why.LEFT, save_first=True)) is None
    with pytest.raises(NotFound):
        now(desk.open(record.id))


def test_a_date_that_could_not_be_read_is_told_as_it_was_typed(
    desk: Desk, history: History
) -> None:
    record = kept(desk).record
    first = now(history.keep(record, {"notice_published": "31 Febuary"}, why=Why.LEFT))
    second = now(history.keep(record, {"notice_published": "end of May"}, why=Why.LEFT))
    assert first is not None
    assert second is not None
    (told,) = now(history.changed(first.number, second.number))
    assert told.field == "notice_published"
    assert "".join(piece.text for piece in told.pieces) == "31 Febuaryend of May"
