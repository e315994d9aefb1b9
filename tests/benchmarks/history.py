"""Row 10: a thousand versions of one record, and a file in which every record has some."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from typing import Any

from sendapp.domain.record import DecisionRecord
from sendapp.domain.versions import Why
from sendapp.paths import Paths
from sendapp.services.history import History
from sendapp.storage.version_rows import ABOUT
from tests.benchmarks.figures import Figure, Values, timed, warm
from tests.benchmarks.finding import ask_the_desk
from tests.benchmarks.saving import SETTINGS, WAIT_S, open_desk
from tests.benchmarks.setting import Place, Size, first_record, open_last
from tests.storage import bulk

OF_EACH = 3
"""How many versions every record of the large file has."""
_NAMES = (*ABOUT, "row_hash", "content")


def measure(place: Place, size: Size) -> Iterator[Figure]:
    """Keep, list, open and compare versions; then start and find in a file full of them."""
    paths = place.copy(place.filled(1), "history-of-one")
    bulk.add_versions(paths.database, size.versions)
    yield from _at_the_desk(paths, place.copy(paths, "history-bare"), size)
    yield from _in_the_window(place, paths, size)
    without = place.copy(place.filled(size.records), "history-none")
    versioned = place.copy(without, "history-of-all")
    bulk.add_versions(versioned.database, OF_EACH)
    yield from _starts(place, versioned, without, size)
    yield from _finds(versioned, without, size)


def _at_the_desk(paths: Paths, bare: Paths, size: Size) -> Iterator[Figure]:
    keeper, _ = open_desk(paths)
    history = History(keeper)
    record, many = first_record(), f"of one record with {size.versions:,} versions"
    numbers = [version.number for version in history.listing(record.id).result(WAIT_S)]
    chosen = numbers[1 :: max(1, len(numbers) // size.saves)]
    listed = [timed(lambda: history.listing(record.id).result(WAIT_S)) for _ in range(size.saves)]
    opened = [timed(lambda n=n: history.get(n).result(WAIT_S)) for n in chosen]
    compared = [timed(lambda n=n: history.changed(n, n + 1).result(WAIT_S)) for n in chosen]
    with closing(sqlite3.connect(bare.database, isolation_level=None)) as db:
        for setting in SETTINGS:
            db.execute(f"pragma {setting}").fetchall()
        sql = "select rowid, record_id, at, who, why, note, hash from versions where record_id = ?"
        scans = [timed(lambda: db.execute(sql, [record.id]).fetchall()) for _ in listed]
        kept, inserted = _keep_in_turn(history, record, paths, db, size)
    history.close()
    keeper.close()
    same = "bare sqlite3 insert of the same row, same settings"
    yield Figure("10 history", f"keep one more {many}", kept, same, inserted, most_ratio=2)
    yield Figure("10", f"list the versions {many}", listed, "bare sqlite3", scans, most=50)
    yield Figure("10", f"open a version {many}, with its content", opened)
    yield Figure("10", f"compare a version with the one before, {many}", compared, most=50)


def _keep_in_turn(
    history: History, record: DecisionRecord, paths: Paths, db: sqlite3.Connection, size: Size
) -> tuple[Values, Values]:
    """Keep versions, ours and bare in turn; the bare row is the one that ours became."""
    ours, bare = [], []
    names, places = ", ".join(_NAMES), ", ".join("?" * len(_NAMES))
    with closing(sqlite3.connect(paths.database)) as theirs:
        for number in range(size.saves + 3):
            later = bulk.typed_on(record, 100_000 + number)
            ours.append(timed(lambda r=later: history.keep(r, {}, why=Why.LEFT).result(WAIT_S)))
            newest = f"select {names} from versions order by rowid desc limit 1"
            row = theirs.execute(newest).fetchone()

            def insert(row: tuple[Any, ...] = row) -> None:
                db.execute("begin immediate")
                db.execute(f"insert into versions ({names}) values ({places})", row)
                db.execute("commit")

            bare.append(timed(insert))
    return warm(ours), warm(bare)


def _in_the_window(place: Place, paths: Paths, size: Size) -> Iterator[Figure]:
    open_last(paths, first_record().id)
    shown = place.run("history_in_window", str(paths.data), str(size.pauses))
    many = f"{shown['versions']:,} versions"
    yield Figure("10 panel", f"asked for → {many} listed and painted", shown["listed"])
    yield Figure("10", f"of these the window's thread, {many}", shown["held"])
    yield Figure("10", "another version chosen → its changes painted", shown["chosen"])


def _starts(place: Place, versioned: Paths, without: Paths, size: Size) -> Iterator[Figure]:
    for paths in (versioned, without):
        open_last(paths, first_record().id)
    # The first start makes the day's backup and the compiled modules.
    memory = place.run("started", str(versioned.data), "memory")["memory"]
    place.run("started", str(without.data), "memory")
    ours: Values = []
    theirs: Values = []
    for _ in range(size.starts):
        ours.append(place.run("started", str(versioned.data))["ready"])
        theirs.append(place.run("started", str(without.data))["ready"])
    what = f"start, {size.records:,} records with {OF_EACH} versions each"
    yield Figure("10 start", what, ours, "the same without versions", theirs, most=1000)
    if memory:
        yield Figure("10", "memory, the same file", [memory["now"]], unit="MB", most=200)


def _finds(versioned: Paths, without: Paths, size: Size) -> Iterator[Figure]:
    less = replace(size, finds=max(1, size.finds // 2))
    ours, theirs = ask_the_desk(versioned, less), ask_the_desk(without, less)
    what = f"{len(ours)} questions to the desk, {OF_EACH} versions of each record"
    beside = "the same without versions"
    yield Figure("10 find", f"{what}, the slowest", ours, beside, theirs, of=max, most=50)
    yield Figure("10", f"{what}, the middle one", ours, beside, theirs)
