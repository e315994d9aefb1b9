"""Row 4: a durable save, beside the same bytes through bare sqlite3."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path

from typing_extensions import override

from sendapp.domain.interchange import content_hash
from sendapp.domain.record import DecisionRecord
from sendapp.paths import Paths
from sendapp.services.desk import Desk
from sendapp.storage.backups import Backups, Made
from sendapp.storage.keeper import Keeper
from sendapp.storage.rows import row_hash, to_columns, words_in
from tests.benchmarks.figures import Figure, Values, timed, warm
from tests.benchmarks.setting import Place, Size, first_record
from tests.storage import bulk

SETTINGS = (
    *("foreign_keys = on", "journal_mode = delete", "synchronous = extra"),
    *("cell_size_check = on", "secure_delete = on", "temp_store = memory"),
)
WAIT_S = 300


class NoBackups(Backups):
    """Makes none, so that no copying of the whole file disturbs what is measured."""

    @override
    def make_if_changed(self, source: Path, reason: str) -> Made | None:
        return None


def open_desk(paths: Paths) -> tuple[Keeper, Desk]:
    """Return a desk over the records in `paths`, and the keeper to close."""
    keeper = Keeper(paths.database, NoBackups(paths.backups))
    keeper.opened.result(WAIT_S)
    return keeper, Desk(keeper, (paths.rescued,))


def measure(place: Place, size: Size) -> Iterator[Figure]:
    """Change one paragraph and save, ours and bare in turn, in two copies of one file."""
    filled = place.filled(size.records)
    paths, bare = place.copy(filled, "saves-ours"), place.copy(filled, "saves-bare")
    keeper, desk = open_desk(paths)
    record = first_record()
    ours, baseline, rows = [], [], []
    with closing(sqlite3.connect(bare.database, isolation_level=None)) as db:
        for setting in SETTINGS:
            db.execute(f"pragma {setting}").fetchall()
        for number in range(size.saves + 3):
            record = bulk.typed_on(record, number)
            columns, words = _columns(record), words_in(record, {})
            ours.append(timed(lambda r=record: desk.save(r, {}).result(WAIT_S)))
            baseline.append(timed(lambda c=columns, w=words: _save_bare(db, c, w)))
            again = columns | {"saved": str(number)}
            rows.append(timed(lambda c=again: _save_row_bare(db, c)))
    keeper.close()
    yield from _figures(size, warm(ours), warm(baseline), warm(rows))


def _figures(size: Size, ours: Values, baseline: Values, rows: Values) -> Iterator[Figure]:
    yield Figure(
        row="4 save",
        what=f"one save of a typed paragraph, through the desk, {size.records:,} records",
        ours=ours,
        baseline_of="bare sqlite3, the row and its search words, same settings",
        baseline=baseline,
        most_ratio=2,
    )
    yield Figure(
        row="4",
        what="the same save",
        ours=ours,
        baseline_of="bare sqlite3, the row without search words",
        baseline=rows,
    )


def _columns(record: DecisionRecord) -> dict[str, str]:
    columns = to_columns(record) | {"typed": "", "hash": content_hash(record)}
    columns |= {"saved": "2026-11-23T09:00:00.000000+00:00", "binned": ""}
    kept = ("reasons", "hash", "saved")
    return {name: columns[name] for name in kept} | {
        "row_hash": row_hash(columns),
        "id": record.id,
    }


def _save_bare(db: sqlite3.Connection, columns: Mapping[str, str], words: str) -> None:
    db.execute("begin immediate")
    db.execute(_UPDATE, columns)
    db.execute(
        "update records_words set words = ? where rowid = (select rowid from records where id = ?)",
        [words, columns["id"]],
    )
    db.execute("commit")


def _save_row_bare(db: sqlite3.Connection, columns: Mapping[str, str]) -> None:
    db.execute("begin immediate")
    db.execute(_UPDATE, columns)
    db.execute("commit")


_UPDATE = (
    "update records set reasons = :reasons, hash = :hash, saved = :saved, row_hash = :row_hash"
    " where id = :id"
)
