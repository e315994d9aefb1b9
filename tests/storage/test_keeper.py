"""The storage thread: in turn, never in the caller's way, and closed in order."""

import threading
import time
from concurrent.futures import CancelledError, Future
from pathlib import Path

import pytest
from typing_extensions import override

from sendapp.errors import Damaged, Problem
from sendapp.storage.backups import Backups, Made
from sendapp.storage.keeper import Keeper, Stores

from .conftest import a_record

WAIT_S = 20


@pytest.fixture
def backups(tmp_path: Path) -> Backups:
    return Backups(tmp_path / "backups", pause=lambda: None)


def keep(path: Path, backups: Backups, **options: object) -> Keeper:
    return Keeper(path, backups, **options)  # type: ignore[arg-type]


def test_work_is_done_in_turn_on_one_thread(path: Path, backups: Backups) -> None:
    keeper = keep(path, backups)
    threads, order = set(), []

    def work(number: int) -> Future[None]:
        def act(stores: Stores) -> None:
            threads.add(threading.current_thread().name)
            order.append(number)
            stores.records.save(a_record(title=f"Number {number}"), create=True)

        return keeper.run(act)

    futures = [work(number) for number in range(20)]
    count = keeper.run(lambda stores: stores.records.count()).result(WAIT_S)
    keeper.close()
    assert all(future.done() for future in futures)
    assert (count, order, threads) == (20, list(range(20)), {"storage"})


def test_caller_never_waits(path: Path, backups: Backups) -> None:
    keeper = keep(path, backups)
    gate = threading.Event()
    blocked = keeper.run(lambda stores: gate.wait(WAIT_S))
    later = keeper.run(lambda stores: "done")
    assert not blocked.done()
    assert not later.done()
    gate.set()
    assert later.result(WAIT_S) == "done"
    keeper.close()


def test_closing_finishes_what_was_asked(path: Path, backups: Backups) -> None:
    keeper = keep(path, backups)
    records = [a_record(title=f"Number {number}") for number in range(10)]
    futures = [
        keeper.run(lambda stores, one=record: stores.records.save(one, create=True))
        for record in records
    ]
    keeper.close()
    keeper.close()
    assert all(future.done() and not future.exception() for future in futures)
    with pytest.raises(RuntimeError, match="closed"):
        keeper.run(lambda stores: None)
    again = keep(path, backups, create=False)
    assert again.run(lambda stores: stores.records.count()).result(WAIT_S) == 10
    again.close()


def test_file_that_cannot_be_opened_is_told_to_everybody(path: Path, backups: Backups) -> None:
    path.parent.mkdir()
    path.write_bytes(b"")
    keeper = keep(path, backups)
    with pytest.raises(Damaged, match="is empty"):
        keeper.opened.result(WAIT_S)
    with pytest.raises(Damaged, match="is empty"):
        keeper.run(lambda stores: None).result(WAIT_S)
    keeper.close()


def test_error_of_one_piece_of_work_is_its_own(path: Path, backups: Backups) -> None:
    keeper = keep(path, backups)
    with pytest.raises(ZeroDivisionError):
        keeper.run(lambda stores: 1 / 0).result(WAIT_S)
    with pytest.raises(Problem, match="not here any more"):
        keeper.run(lambda stores: stores.records.get("nowhere")).result(WAIT_S)
    assert keeper.run(lambda stores: 1).result(WAIT_S) == 1
    keeper.close()


def test_work_taken_back_before_its_turn_is_not_done(path: Path, backups: Backups) -> None:
    keeper = keep(path, backups)
    gate = threading.Event()
    done: list[str] = []
    keeper.run(lambda stores: gate.wait(WAIT_S))
    taken_back = keeper.run(lambda stores: done.append("too late"))
    assert taken_back.cancel()
    gate.set()
    keeper.close()
    assert done == []


def test_backup_at_start_and_after_each_half_hour_of_work(path: Path, backups: Backups) -> None:
    now = [0.0]
    finished: list[Made | None] = []
    done = threading.Semaphore(0)

    def note(future: "Future[Made | None]") -> None:
        finished.append(future.result())
        done.release()

    keeper = keep(path, backups, clock=lambda: now[0], on_backup=note)
    assert done.acquire(timeout=WAIT_S)

    def save() -> None:
        keeper.run(lambda stores: stores.records.save(a_record(), create=True)).result(WAIT_S)

    save()
    save()
    now[0] = 29 * 60
    save()
    assert len(finished) == 1
    now[0] = 30 * 60
    save()
    assert done.acquire(timeout=WAIT_S)
    now[0] = 60 * 60
    keeper.run(lambda stores: None).result(WAIT_S)
    assert done.acquire(timeout=WAIT_S)
    keeper.close()
    assert [made is not None for made in finished] == [True, True, False]
    assert [backup.reason for backup in backups.listing()] == ["work", "start"]


def test_failed_backup_is_reported_and_work_goes_on(path: Path, tmp_path: Path) -> None:
    (tmp_path / "backups").write_text("a file where the folder should be")
    finished: list[BaseException | None] = []
    keeper = keep(
        path,
        Backups(tmp_path / "backups"),
        on_backup=lambda future: finished.append(future.exception()),
    )
    keeper.run(lambda stores: stores.records.save(a_record(), create=True)).result(WAIT_S)
    keeper.close()
    (problem,) = finished
    assert isinstance(problem, Problem)


def test_first_backup_waits_but_is_made_at_closing_at_the_latest(
    path: Path, backups: Backups
) -> None:
    keeper = keep(path, backups, first_backup_s=3_600.0)
    keeper.run(lambda stores: stores.records.save(a_record(), create=True)).result(WAIT_S)
    assert backups.listing() == []
    keeper.close()
    assert [backup.reason for backup in backups.listing()] == ["start"]


def test_closing_waits_a_little_for_a_drive_that_does_not_answer_and_no_longer(
    path: Path, tmp_path: Path
) -> None:
    gate, begun = threading.Event(), threading.Event()
    told: list[object] = []

    class Stuck(Backups):
        @override
        def make_if_changed(self, source: Path, reason: str) -> Made | None:
            begun.set()
            gate.wait(WAIT_S)
            return None

    keeper = keep(path, Stuck(tmp_path / "backups"), patience_s=0.05, on_backup=told.append)
    assert begun.wait(WAIT_S)
    saved = keeper.run(lambda stores: stores.records.save(a_record(), create=True))
    later = keeper.backup_now("later")
    start = time.monotonic()
    keeper.close()
    assert time.monotonic() - start < WAIT_S / 2
    assert saved.done()
    assert all(thread.daemon for thread in threading.enumerate() if thread.name == "backups")
    gate.set()
    with pytest.raises(CancelledError):
        later.result(WAIT_S)
    assert len(told) == 1
