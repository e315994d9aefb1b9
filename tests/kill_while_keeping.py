"""kill -9 while versions are kept: is each there that was said to be kept, and none by half?

    python -m tests.kill_while_keeping --times 200

A process of its own saves a record and keeps a version of it without end, with the program's own
keeper, and says so only when the version's future is done. It is killed at some moment, again and
again on the same file; after each kill everything that was ever said to be kept is looked for.
"""

import argparse
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import partial
from hashlib import sha256
from itertools import count, cycle
from pathlib import Path

from sqlite_utils import Database

from sendapp.domain.record import DecisionRecord
from sendapp.domain.versions import Why
from sendapp.errors import Problem
from sendapp.paths import Paths
from sendapp.services.desk import Desk
from sendapp.services.history import History
from sendapp.storage.backups import Backups
from sendapp.storage.checks import check_file
from sendapp.storage.database import open_database
from sendapp.storage.keeper import Keeper
from sendapp.storage.records import RecordStore
from sendapp.storage.version_rows import content_of
from sendapp.storage.versions import VersionStore

ROOT = Path(__file__).resolve().parents[1]
LONGEST_S = 0.6
"""When at the latest, after the file is open, the program is killed."""
A_FILE = 20
"""So many kills a file sees before another is begun: looking at all of it takes ever longer."""
WAIT_S = 60
MOST_TOLD = 10
"""So many faults are printed at most."""
_WHYS = (Why.LEFT, Why.WORK, Why.CIRCULATED)


class Broken(StrEnum):
    """What a program does that the check must find."""

    SAYS_FIRST = "says-first"
    """It says that a version is kept before it keeps it, and is always one behind."""
    SAVES_NOT = "saves-not"
    """It keeps a version of words it never saved."""


@dataclass(frozen=True, slots=True)
class Killed:
    """What one kill left: how many versions were said to be kept until then, and all that is wrong.

    `amid` says whether a transaction was cut short.
    """

    said: int
    amid: bool
    faults: tuple[str, ...]


@dataclass(slots=True)
class Run:
    """One file, and what was ever said to be kept in it: hashes by number."""

    path: Path
    said: dict[int, str] = field(default_factory=dict)


def kill_often(
    times: int, folder: Path, *, seed: int = 7, broken: Broken | None = None
) -> list[Killed]:
    """Start the program and kill it `times` times."""
    chance = random.Random(seed)
    results: list[Killed] = []
    for number in range(times):
        if number % A_FILE == 0:
            run = Run(Paths(folder / str(number)).database)
        results.append(_kill_once(run, number, chance.uniform(0, LONGEST_S), broken))
    return results


def told(results: Sequence[Killed]) -> str:
    """Return the figures in a sentence."""
    bad = sum(bool(result.faults) for result in results)
    return (
        f"{len(results)} kills while versions were kept, {sum(r.amid for r in results)} of them "
        f"amid a transaction; {sum(r.said for r in results)} versions said to be kept, median "
        f"{statistics.median(r.said for r in results):g} before a kill; {bad} kills left a fault"
    )


def _kill_once(run: Run, number: int, moment_s: float, broken: Broken | None) -> Killed:
    argv = [sys.executable, "-m", "tests.kill_while_keeping", "--keep-in", str(run.path.parent)]
    argv += ["--from", str(number * 1_000_000 + 1)]
    argv += ["--broken", broken] if broken else []
    with subprocess.Popen(argv, cwd=ROOT, env=os.environ, stdout=subprocess.PIPE) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == b"open\n"
        try:
            program.wait(timeout=moment_s)
        except subprocess.TimeoutExpired:
            # A broken program is given the time to do something wrong, however slow the machine.
            first = program.stdout.readline() if broken else b""
            program.kill()
        else:
            raise AssertionError(f"The program ended by itself: {program.returncode}")
        heard = (first + program.stdout.read()).decode().split("\n")[:-1]
    said = {int(at): digest for at, digest in (line.split() for line in heard)}
    run.said |= said
    amid = run.path.with_name(run.path.name + "-journal").exists()
    return Killed(len(said), amid, tuple(_faults(run)))


def _faults(run: Run) -> Iterator[str]:
    """Look at everything in the file as the next start of the program finds it."""
    with closing(open_database(run.path, create=False)) as db:
        for number, digest in run.said.items():
            try:
                found = sha256(VersionStore(db).content(number)).hexdigest()
            except (Problem, TypeError) as fault:
                yield f"version {number} was said to be kept: {fault}"
                continue
            if found != digest:
                yield f"version {number} has other bytes than those that were kept"
        yield from _not_as_written(db)
    try:
        check_file(run.path)
    except Problem as fault:
        yield str(fault)


def _not_as_written(db: Database) -> Iterator[str]:
    """Look for texts no state of the record ever had, and for versions newer than the record."""
    store, versions = RecordStore(db), VersionStore(db)
    for record_id in store.ids():
        record = store.get(record_id).record
        newest = _state(record)
        for version in versions.listing(record_id):
            old = versions.get(version.number).record
            if old.notes != _words(_state(old)):
                yield f"version {version.number} holds what was never written"
            if _state(old) > newest:
                yield f"version {version.number} is newer than its record"
        if newest and record.notes != _words(newest):
            yield f"the record holds what was never written: {record_id}"


def _state(record: DecisionRecord) -> int:
    return int(record.title or 0)


def _words(state: int) -> str:
    """Return about 12 kB that belong to one state only and stay several pages when compressed."""
    return random.Random(state).randbytes(6_000).hex()


def _keep_in(folder: Path, first: int, broken: Broken | None) -> None:
    """Be the program: save and keep for ever; says number and hash of what is kept."""
    paths = Paths(folder)
    keeper = Keeper(paths.database, Backups(paths.backups), first_backup_s=WAIT_S)
    desk, history = Desk(keeper, (paths.rescued,)), History(keeper)
    while len(ids := desk.all_ids().result(WAIT_S)) < 2:
        desk.start_from(DecisionRecord()).result(WAIT_S)
    rowid = keeper.run(
        lambda stores: stores.db.execute("select coalesce(max(rowid), 0) from versions").fetchone()
    ).result(WAIT_S)[0]
    records = {each: desk.open(each).result(WAIT_S).record for each in sorted(ids)}
    _say("open")
    behind: Callable[[], object] = str
    for state, record_id, why in zip(count(first), cycle(records), cycle(_WHYS), strict=False):
        record = replace(records[record_id], title=str(state), notes=_words(state))
        digest = sha256(content_of(record, {})).hexdigest()
        rowid += 1
        if broken is Broken.SAYS_FIRST:
            _say(f"{rowid} {digest}")
            behind()
            behind = partial(_keep, desk, history, record, why)
            continue
        if broken is not Broken.SAVES_NOT:
            # Not waited for: the program may end between the save and the version.
            desk.save(record, {})
        made = history.keep(record, {}, why=why).result(WAIT_S)
        assert made is not None
        _say(f"{made.number} {digest}")


def _keep(desk: Desk, history: History, record: DecisionRecord, why: Why) -> None:
    desk.save(record, {})
    history.keep(record, {}, why=why).result(WAIT_S)


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main() -> int:
    """Kill as often as asked and say what was left; 1 if anything was wrong."""
    parser = argparse.ArgumentParser(prog="python -m tests.kill_while_keeping")
    parser.add_argument("--times", type=int, default=200)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--broken", type=Broken, choices=Broken, help="the check must fail then")
    parser.add_argument("--keep-in", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--from", type=int, dest="first", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.keep_in:
        _keep_in(options.keep_in, options.first, options.broken)
        return 0
    began = time.monotonic()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        results = kill_often(options.times, Path(folder), seed=options.seed, broken=options.broken)
    faults = [fault for result in results for fault in result.faults]
    took = f"{time.monotonic() - began:.0f} s"
    shown = "".join(f"{fault}\n" for fault in faults[:MOST_TOLD])
    sys.stdout.write(f"{told(results)} ({took})\n{shown}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
