"""The records that a list of decisions may be about, in one query."""

from dataclasses import dataclass

from sqlite_utils import Database

from sendapp.domain.interchange import absorbed
from sendapp.domain.journal import What
from sendapp.domain.listing.kinds import ListAsked, ListKind
from sendapp.domain.record import DecisionRecord
from sendapp.domain.sealing import PUBLISHED
from sendapp.errors import Damaged
from sendapp.storage.database import reading
from sendapp.storage.record_rows import sound_record
from sendapp.storage.rows import COLUMNS

_WAITING = {
    ListKind.DRAFT: "status = 'decided' and draft_list_published = ''",
    ListKind.CONFIRMED: (
        "status in ('published', 'called-in', 'implementable') and confirmed_list_published = ''"
    ),
}
"""Which records wait for a list of each kind; for the register none do."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """Records for a list, and what is wrong with those that are not as they were saved.

    `damaged` has a fault for each record that is another than was saved or decided, `never_out`
    the ids of those that were withdrawn here before they were published, whatever day they say.
    """

    records: tuple[DecisionRecord, ...]
    damaged: tuple[Damaged, ...] = ()
    never_out: frozenset[str] = frozenset()


def candidates(db: Database, asked: ListAsked) -> Candidates:
    """Return the records outside the bin that are dated within the days of the list, or wait."""
    asked_for = [f"{asked.kind.date_field} between ? and ?"]
    if asked.kind in _WAITING:
        asked_for.append(_WAITING[asked.kind])
    # One search an index each: with “or” between them SQLite goes through all records.
    numbers = " union all ".join(
        f"select rowid from records where binned = '' and {each}" for each in asked_for
    )
    sql = (
        f"select {', '.join(COLUMNS)} from records where rowid in ({numbers})"
        " order by date_of_decision, created"
    )
    with reading(db):
        rows = db.execute(sql, [asked.since, asked.until]).fetchall()
    records, damaged = [], []
    for values in rows:
        row = dict(zip(COLUMNS, values, strict=True))
        try:
            records.append(absorbed(sound_record(db, row["id"], row)))
        except Damaged as fault:
            damaged.append(fault)
    withdrawn = [record.id for record in records if record.status == "withdrawn"]
    with reading(db):
        never_out = frozenset(each for each in withdrawn if not _was_out(db, each))
    return Candidates(tuple(records), tuple(damaged), never_out)


def _was_out(db: Database, record_id: str) -> bool:
    """Whether a withdrawn record was published when it was withdrawn here, by its journal.

    One that came withdrawn from elsewhere, also in the place of a draft that was here, is taken at
    its word.
    """
    sql = (
        "select what, status_before from journal where record_id = ? and status_after = 'withdrawn'"
        " and status_before not in ('', 'withdrawn') and what in (?, ?) order by rowid desc limit 1"
    )
    row = db.execute(sql, [record_id, str(What.STEP), str(What.IMPORTED)]).fetchone()
    return row is None or row[0] == What.IMPORTED or row[1] in PUBLISHED
