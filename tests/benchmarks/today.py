"""Row 12: Today, from the key to the painted list, in a file full of records."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

from tests.benchmarks.figures import Figure, timed
from tests.benchmarks.setting import Place, Size, open_last


def measure(place: Place, size: Size) -> Iterator[Figure]:
    """Open Today so often; beside it, count with bare sqlite3 where every record stands."""
    paths = place.copy(place.filled(size.records), "today")
    with closing(sqlite3.connect(paths.database)) as db:
        sql = "select status, count(*), min(date_of_decision) from records group by status"
        counts = [timed(lambda: db.execute(sql).fetchall()) for _ in range(size.pauses)]
    open_last(paths, "")
    shown = place.run("today_in_window", str(paths.data), str(size.pauses))
    yield Figure(
        "12 today",
        f"asked for → {shown['due']:,} tasks of {size.records:,} records found and painted",
        shown["times"],
        "bare sqlite3, where all records stand",
        counts,
        most=100,
    )
