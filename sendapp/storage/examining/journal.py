"""The journal examined: each row by its own proof, and by what the row after it says of it."""

from collections.abc import Iterator
from typing import Any

from sqlite_utils import Database

from sendapp.domain.examined import Fault, Part
from sendapp.domain.journal import ENDS, MOVES
from sendapp.domain.marks import WHOLE, unlike
from sendapp.storage.examining.reading import Row, day, moment, one, rows, told_columns
from sendapp.storage.journal import PROVED, journal_hash

SLICE = 200
_MOST_MISSING = 1_000
"""So many missing rows are named one by one."""


class JournalCheck:
    """Goes through the journal from its beginning, a slice at a time."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._last: Row | None = None
        self._number = 0
        self.done = False

    def slice(self) -> tuple[int, list[Fault]]:
        """Look at the next rows; returns how many, and what is wrong."""
        with moment(self._db) as db:
            sql = "select rowid as number, * from journal where rowid > ? order by rowid limit ?"
            found = rows(db, sql, [self._number, SLICE])
            self.done = len(found) < SLICE
            end = one(db, "select number, row_hash from journal_end") if self.done else ()
            given = one(db, "select seq from sqlite_sequence where name = 'journal'")
        faults: list[Fault] = []
        for row in found:
            faults += self._look(row)
        if self.done:
            faults += self._look_at_end(end, int(given[0]) if given else 0)
        return len(found), faults

    def _look(self, row: Row) -> Iterator[Fault]:
        last, number = self._last, row["number"]
        yield from _missing(self._number + 1, number - 1)
        if last is not None:
            follows = number == last["number"] + 1
            says = row["previous"] if follows and _is_sure_of_previous(row) else ""
            yield from _row_faults(last, says)
        elif number == 1 and row["previous"] and _is_sure_of_previous(row):
            yield _changed(row, ("previous",))
        self._last, self._number = row, number

    def _look_at_end(self, end: tuple[Any, ...], given: int) -> Iterator[Fault]:
        """Compare the last row with what is kept apart from the journal."""
        number, proof = (int(end[0]), str(end[1])) if end else (0, "")
        if not end:
            yield Fault(part=Part.JOURNAL, sentence="The journal’s end is noted nowhere any more.")
        if self._last is not None:
            says = proof if number == self._number else ""
            yield from _row_faults(self._last, says)
        yield from _missing(self._number + 1, number)
        if end and number < self._number:
            yield from _added(self._db, number)
        if given > max(number, self._number):
            yield from _missing(max(number, self._number) + 1, given)
        elif given < self._number:
            sentence = "The count of the journal’s rows was set back by another program."
            yield Fault(part=Part.JOURNAL, sentence=sentence)


def gone_records(db: Database) -> Iterator[Fault]:
    """Yield the records that the journal knows and that are not here, though nobody deleted them.

    Within `moment`.
    """
    places = ", ".join("?" * len(MOVES | ENDS))
    sql = (
        "select rowid as number, record_id, what, words, at from journal where rowid in"
        f" (select max(rowid) from journal where record_id <> '' and what in ({places})"
        " group by record_id) and record_id not in (select id from records) order by rowid"
    )
    for row in rows(db, sql, sorted(MOVES | ENDS)):
        if row["what"] not in ENDS:
            yield Fault(
                part=Part.RECORDS,
                record_id=row["record_id"],
                sentence=f"A record is missing: the one with the id {row['record_id']}, of which "
                f"the journal last says “{row['words']}” on {day(row['at'])}, in its row "
                f"{row['number']}. Nobody deleted it with this program.",
            )


def missing_row(number: int) -> Fault:
    """Return the fault that a row of the journal is not there."""
    sentence = f"Row {number} of the journal is missing."
    return Fault(part=Part.JOURNAL, number=number, sentence=sentence)


def _row_faults(row: Row, says: str) -> Iterator[Fault]:
    """Compare a row with its own proof, and with what the row after it `says` of that."""
    made = journal_hash(row["number"], row)
    kept = str(row["row_hash"])
    truth = says or kept
    if made == kept == truth:
        return
    # A row that was put elsewhere still bears its own number's proof.
    unlike_it = {*unlike(PROVED, made, truth), *unlike(PROVED, made, kept)}
    columns = tuple(name for name in PROVED if name in unlike_it)
    yield _changed(row, columns or ("row_hash",))


def _is_sure_of_previous(row: Row) -> bool:
    """Whether what a row says of the one before is what it always said."""
    made = journal_hash(row["number"], row)
    kept = str(row["row_hash"])
    if made == kept:
        return True
    return len(kept) > WHOLE and "previous" not in unlike(PROVED, made, kept)


def _changed(row: Row, columns: tuple[str, ...]) -> Fault:
    number = row["number"]
    sentence = f"Row {number} of the journal, of {day(row['at'])}, “{row['words']}”, was changed: "
    if "number" in columns:
        sentence += "it stood elsewhere, or was not written by this program; "
    return Fault(
        part=Part.JOURNAL,
        number=number,
        record_id=row["record_id"],
        columns=columns,
        sentence=f"{sentence}not what was kept: the {told_columns(columns)}.",
    )


def _missing(first: int, last: int) -> Iterator[Fault]:
    if last - first < _MOST_MISSING:
        yield from (missing_row(number) for number in range(first, last + 1))
        return
    sentence = f"Rows {first} to {last} of the journal are missing."
    yield Fault(part=Part.JOURNAL, number=first, sentence=sentence)


def _added(db: Database, end: int) -> Iterator[Fault]:
    sql = "select rowid as number, record_id, at, words from journal where rowid > ? order by rowid"
    for row in rows(db, sql, [end]):
        yield Fault(
            part=Part.JOURNAL,
            number=row["number"],
            record_id=row["record_id"],
            columns=("number",),
            sentence=f"Row {row['number']} of the journal, of {day(row['at'])}, “{row['words']}”, "
            "was added by another program: the journal ended before it.",
        )
