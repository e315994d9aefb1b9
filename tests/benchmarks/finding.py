"""Row 5: find, sort and filter, at the desk and on the screen, and how it grows."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import product
from statistics import median

from sendapp.paths import Paths
from sendapp.services.desk import Query, Sort
from tests.benchmarks.figures import Figure, Values, timed
from tests.benchmarks.saving import WAIT_S, open_desk
from tests.benchmarks.setting import Place, Size, open_last
from tests.storage.bulk import COMMON, RARE

PAGE = 60
"""How many records the window asks for at once."""

WORDS = (
    *("", COMMON, "council", "c", "re", RARE, "zzyzx", f"{COMMON} council report"),
    *("highway brackley", "2023", "WBC", "september 1st"),
)
"""From every record to none: common words, beginnings of words, several at once, a rare one."""


def measure(place: Place, size: Size) -> Iterator[Figure]:
    """Ask the desk every kind of question; then type words into the window's search line."""
    paths = place.copy(place.filled(size.records), "finds")
    yield from _at_the_desk(paths, size, size.records, most=50)
    open_last(paths, "")
    shown = place.run("finding_in_window", str(paths.data), str(size.finds))
    yield Figure(
        row="5 find",
        what="words typed to register painted, the slowest question",
        ours=[median(times) for times in shown["times"].values()],
        of=max,
        most=50,
    )
    if size.grown:
        yield from _at_the_desk(place.filled(size.grown), size, size.grown, most=None)


def ask_the_desk(paths: Paths, size: Size) -> Values:
    """Ask every kind of question so often; return the median time of each, in ms."""
    keeper, desk = open_desk(paths)
    questions = [
        Query(words=words, sort=sort, reverse=reverse, status=status, limit=PAGE)
        for words, sort, reverse, status in product(
            WORDS, Sort, (False, True), ("", "draft", "implementable")
        )
    ]
    times = [
        median(timed(lambda q=query: desk.register(q).result(WAIT_S)) for _ in range(size.finds))
        for query in questions
    ]
    keeper.close()
    return times


def _at_the_desk(paths: Paths, size: Size, records: int, most: float | None) -> Iterator[Figure]:
    times = ask_the_desk(paths, size)
    scans = _scans(paths, size)
    what = f"{len(times)} questions to the desk, {records:,} records"
    based = {"baseline_of": "bare sqlite3, LIKE over all text", "baseline": scans}
    yield Figure("5 find", f"{what}, the slowest", times, **based, of=max, most=most)  # type: ignore[arg-type]
    yield Figure("5", f"{what}, the middle one", times, **based)  # type: ignore[arg-type]


def _scans(paths: Paths, size: Size) -> list[float]:
    """Time what one would write first: look for the word in all text, and count."""
    sql = (
        "select id, title from records join records_words on records_words.rowid = records.rowid"
        " where binned = '' and words like ? order by saved desc limit 200"
    )
    with closing(sqlite3.connect(paths.database)) as db:
        return [
            timed(lambda w=word: db.execute(sql, [f"%{w}%"]).fetchall())
            for word in (COMMON, RARE)[: size.finds]
        ]
