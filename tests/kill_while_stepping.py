"""kill -9 at every point of every step of a record's life, and at any moment: is all in step?

    python -m tests.kill_while_stepping --times 200

For every verb and every fault point on its way, a process of its own does it to a copy of one
file that has lived, and is killed at that point. What is there then has to be the old state or the
new, whole: record, journal, seal and version; and the examination has to find nothing. After that
a process that moves a record on and back without end is killed `--times` times, at any moment.
"""

import argparse
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from itertools import cycle
from pathlib import Path
from typing import Any

from sendapp.domain.record import DecisionRecord
from sendapp.domain.states import Act
from sendapp.services.desk import Desk
from sendapp.storage import states
from sendapp.storage.database import open_database
from sendapp.storage.examining.examination import examine
from sendapp.storage.fault_points import fault_point, watch
from sendapp.storage.keeper import Keeper
from tests.storage.lived import DECIDED, at_work, now
from tests.storage.moved import VERBS, make_base

LONGEST_S = 0.25
"""When at the latest, after the file is open, a program that goes on without end is killed."""
A_FILE = 20
"""So many such kills a file sees."""
COMMITTED = ("step: committed",)
"""Points at which what was done has been kept."""
MOST_TOLD = 10


class Broken(StrEnum):
    """What a program does that the check must find."""

    JOURNAL_APART = "journal-apart"
    """It enters a step in the journal in another transaction than the record's."""


@dataclass(frozen=True, slots=True)
class Killed:
    """What one kill left: where it was killed, and all that is wrong."""

    where: str
    faults: tuple[str, ...]


def kill_at_every_point(
    folder: Path, *, verbs: tuple[str, ...] = (), broken: Broken | None = None
) -> list[Killed]:
    """Do each verb to a copy of the same file, once for every fault point, killed there."""
    base = folder / "base.db"
    _in_child(lambda: make_base(base))
    results = []
    for name in verbs or tuple(VERBS):
        before = _standing(base, name)
        whole = folder / "whole.db"
        shutil.copyfile(base, whole)
        points = _in_child(partial(_do, whole, name, None, None))
        after = _standing(whole, name)
        assert points, f"“{name}” has no fault point"
        assert before != after, f"“{name}” changed nothing"
        results.append(Killed(f"{name}, not killed", tuple(_sentences(whole))))
        for at, point in enumerate(points):
            path = folder / "killed.db"
            shutil.copyfile(base, path)
            said = _in_child(partial(_do, path, name, at, broken), may_fail=broken is not None)
            if broken is None:
                assert len(said) == at + 1, f"“{name}” was not killed at its point {at}"
            wanted = after if point in COMMITTED else before
            results.append(Killed(f"{name}, {point}", tuple(_faults(path, name, wanted))))
            for left in folder.glob("killed.db*"):
                left.unlink()
    return results


def kill_at_random(times: int, folder: Path, *, seed: int = 7) -> list[Killed]:
    """Kill a program that moves a record on and back without end, `times` times."""
    base = folder / "base.db"
    if not base.exists():
        _in_child(lambda: make_base(base))
    chance = random.Random(seed)
    results: list[Killed] = []
    path = folder / "moved.db"
    for number in range(times):
        if number % A_FILE == 0:
            for left in folder.glob("moved.db*"):
                left.unlink()
            shutil.copyfile(base, path)
        said = _in_child(lambda: _go_on(path), kill_after_s=chance.uniform(0.01, LONGEST_S))
        faults = [*_sentences(path)]
        if said and _newest_row(path) < int(said[-1]):
            faults.append(f"row {said[-1]} of the journal was said to be kept and is not there")
        results.append(Killed(f"moment {number}", tuple(faults)))
    return results


def _do(path: Path, name: str, kill_at: int | None, broken: Broken | None) -> None:
    """Be the program: do one verb, and be killed at its fault point number `kill_at`."""
    title, verb = VERBS[name]
    if broken:
        _break()
    with at_work(path) as (keeper, desk, stating):
        record = _record(keeper, desk, title)
        passed = 0

        def at(point: str) -> None:
            nonlocal passed
            _say(point)
            if passed == kill_at:
                os.kill(os.getpid(), signal.SIGKILL)
            passed += 1

        watch(at)
        verb(keeper, desk, stating, record)
        watch(None)


def _break() -> None:
    """Let the journal's row be kept before the record is put."""
    put_row = states.put_row

    def put_later(db: Any, *rest: Any) -> int:
        db.conn.commit()
        fault_point("step: kept by half")
        return put_row(db, *rest)

    states.put_row = put_later


def _go_on(path: Path) -> None:
    """Be the program: move a record on and back for ever; says the journal's newest row."""
    with at_work(path) as (keeper, desk, stating):
        record = _record(keeper, desk, "Draft")
        # Where the kill before left it.
        if record.status == "decided":
            record = now(stating.undo(record, {})).record
        if record.status == "ready":
            record = now(stating.take(record, {}, Act.BACK, {})).record
        _say(str(_row(keeper)))
        for turn in cycle(range(3)):
            record = now(stating.take(record, {}, Act.READY, {})).record
            if turn == 0:
                record = now(stating.undo(record, {})).record
            elif turn == 1:
                record = now(stating.take(record, {}, Act.BACK, {})).record
            else:
                record = now(stating.take(record, {}, Act.DECIDE, DECIDED)).record
                record = now(stating.undo(record, {})).record
                record = now(stating.take(record, {}, Act.BACK, {})).record
            _say(str(_row(keeper)))


def _record(keeper: Keeper, desk: Desk, title: str) -> DecisionRecord:
    sql = "select id from records where title like ? || ':%'"
    found = now(keeper.run(lambda stores: stores.db.execute(sql, [title]).fetchone()))
    return now(desk.open(found[0])).record


def _row(keeper: Keeper) -> int:
    sql = "select max(rowid) from journal"
    return int(now(keeper.run(lambda stores: stores.db.execute(sql).fetchone()))[0])


def _newest_row(path: Path) -> int:
    with closing(open_database(path, create=False)) as db:
        return int(db.execute("select max(rowid) from journal").fetchone()[0])


def _standing(path: Path, name: str) -> dict[str, object]:
    """Return how the verb's record stands, its journal, seal, versions and files: all but times."""
    with closing(open_database(path, create=False)) as db:
        cursor = db.execute("select * from records where title like ? || ':%'", [VERBS[name][0]])
        names = [column[0] for column in cursor.description]
        rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
        told = "select rowid, record_id, what, words, status_after, seal_after from journal"
        kept = "select rowid, record_id, hash, code from versions"
        return {
            "rows": [{n: row[n] for n in row if n not in ("saved", "row_hash")} for row in rows],
            "journal": db.execute(told).fetchall(),
            "versions": db.execute(kept).fetchall(),
            "files": db.execute("select rowid, hash from files").fetchall(),
            "words": db.execute("select rowid, words from records_words").fetchall(),
        }


def _sentences(path: Path) -> Iterator[str]:
    yield from (fault.sentence for fault in _examined(path))


def _faults(path: Path, name: str, wanted: dict[str, object]) -> Iterator[str]:
    found = _standing(path, name)
    for part, value in wanted.items():
        if found[part] != value:
            yield f"{part}: neither as it was nor as it was to be"
    yield from _sentences(path)


def _examined(path: Path) -> Iterator[Any]:
    # As the next start of the program: what was cut short is taken back.
    open_database(path, create=False).close()
    yield from examine(path, pause=lambda: None).faults


_out = -1


def _say(line: str) -> None:
    os.write(_out, line.encode() + b"\n")


def _in_child(
    work: Callable[[], None], kill_after_s: float = 0.0, *, may_fail: bool = False
) -> list[str]:
    """Run `work` in a forked process, which is killed by itself or so long after its first line.

    Returns the lines it said. Forked, since starting Python anew for each point takes longer.
    """
    global _out
    reader, writer = os.pipe()
    pid = os.fork()
    if pid == 0:
        _out = writer
        os.close(reader)
        try:
            work()
        except BaseException as fault:
            if may_fail:
                os._exit(0)
            os.write(2, f"{type(fault).__name__}: {fault}\n".encode())
            os._exit(1)
        os._exit(0)
    os.close(writer)
    heard = b""
    if kill_after_s:
        heard = os.read(reader, 65536)
        time.sleep(kill_after_s)
        os.kill(pid, signal.SIGKILL)
    while more := os.read(reader, 65536):
        heard += more
    os.close(reader)
    _, status = os.waitpid(pid, 0)
    assert not os.WIFEXITED(status) or os.WEXITSTATUS(status) == 0, "the child failed"
    return [line for line in heard.decode().split("\n")[:-1] if line]


def told(results: list[Killed]) -> str:
    """Return the figures in a sentence."""
    bad = sum(bool(result.faults) for result in results)
    return f"{len(results)} kills while records were moved; {bad} left a fault"


def main() -> int:
    """Kill at every point, then as often as asked; say what was left, 1 if anything is wrong."""
    parser = argparse.ArgumentParser(prog="python -m tests.kill_while_stepping")
    parser.add_argument("--times", type=int, default=200)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--verb", action="append", choices=tuple(VERBS), default=[])
    parser.add_argument("--broken", type=Broken, choices=Broken, help="the check must fail then")
    options = parser.parse_args()
    began = time.monotonic()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        verbs = tuple(options.verb)
        results = kill_at_every_point(Path(name), verbs=verbs, broken=options.broken)
        if not options.broken:
            results += kill_at_random(options.times, Path(name), seed=options.seed)
    faults = [f"{result.where}: {fault}" for result in results for fault in result.faults]
    took = f"{time.monotonic() - began:.0f} s"
    shown = "".join(f"{fault}\n" for fault in faults[:MOST_TOLD])
    sys.stdout.write(f"{told(results)} ({took})\n{shown}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
