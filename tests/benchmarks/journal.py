"""Row 14: the journal of the whole database, from the key to the painted lines."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sendapp.domain.journal import By, Deed, What
from sendapp.storage.database import open_database, write
from sendapp.storage.journal import enter
from tests.benchmarks.figures import Figure, timed
from tests.benchmarks.setting import Place, Size, open_last
from tests.storage.bulk import without_guard

ROWS_A_RECORD = 10
RARE = "quincunx"
_BEGUN = datetime(2020, 1, 1, 9, 0, tzinfo=UTC)


def measure(place: Place, size: Size) -> Iterator[Figure]:
    """Open, narrow and read on; beside it, read and look through all with bare sqlite3."""
    paths = place.copy(place.filled(size.records), "journal")
    rows = fill(paths.database, size.records * ROWS_A_RECORD)
    with closing(sqlite3.connect(paths.database)) as db:
        newest = "select * from journal order by rowid desc limit 200"
        like = f"select count(*) from journal where words like '%{RARE}%'"
        reading = [timed(lambda: db.execute(newest).fetchall()) for _ in range(size.pauses)]
        looking = [timed(lambda: db.execute(like).fetchall()) for _ in range(size.pauses)]
    open_last(paths, "")
    shown = place.run("journal_in_window", str(paths.data), str(size.pauses))
    of = f"{rows:,} rows, {size.records:,} records"
    yield Figure(
        "14 journal",
        f"asked for → newest lines painted, of {of}",
        shown["opened"],
        "bare sqlite3, the newest 200 rows",
        reading,
    )
    yield Figure(
        "14 narrowed",
        "one word → lines painted",
        shown["narrowed"],
        "bare sqlite3, the word counted in the rows' words",
        looking,
    )
    yield Figure("14 read on", "end reached → 200 older lines painted", shown["more"])


def fill(path: Path, count: int) -> int:
    """Enter rows until the journal has `count`, of every record and of none; return how many."""
    db = open_database(path, create=False)
    without_guard(db).execute("pragma synchronous = off")
    try:
        ids = [row[0] for row in db.execute("select id from records order by id").fetchall()]
        there = int(db.execute("select count(*) from journal").fetchone()[0])
        with write(db):
            for number in range(there, count):
                at = _BEGUN + timedelta(minutes=30 * number)
                enter(db, _deed(ids, number), BY, at.isoformat(timespec="microseconds"))
        return max(there, count)
    finally:
        db.close()


BY = By("mokafor", "Mira Okafor")


def _deed(ids: list[str], number: int) -> Deed:
    rare = f" {RARE}" if number % 1000 == 500 else ""
    if number % 50 == 0:
        return Deed(what=What.LISTED, words=f"Draft Decision List made, list {number}.docx")
    words = f"Exported to PDF: decision {number}{rare}.pdf"
    return Deed(what=What.PDF, words=words, record_id=ids[number * 7 % len(ids)])
