"""The records that a list of decisions may be about, in one query."""

from dataclasses import dataclass

from sqlite_utils import Database

from sendapp.domain.interchange import absorbed
from sendapp.domain.listing.kinds import ListAsked, ListKind
from sendapp.domain.record import DecisionRecord
from sendapp.errors import Damaged
from sendapp.storage.database import reading
from sendapp.storage.record_rows import sound_record
from sendapp.storage.rows import COLUMNS

_WAITING = {
    ListKind.DRAFT: "(status = 'decided' and draft_list_published = '')",
    ListKind.CONFIRMED: (
        "(status in ('published', 'called-in', 'implementable') and confirmed_list_published = '')"
    ),
}
"""Which records wait for a list of each kind; for the register none do."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """Records for a list, and what is wrong with those that are not as they were saved.

    `damaged` has a fault for each record that is another than was saved or decided.
    """

    records: tuple[DecisionRecord, ...]
    damaged: tuple[Damaged, ...] = ()


def candidates(db: Database, asked: ListAsked) -> Candidates:
    """Return the records outside the bin that are dated within the days of the list, or wait."""
    dated = f"{asked.kind.date_field} between ? and ?"
    waiting = _WAITING.get(asked.kind)
    where = f"({dated} or {waiting})" if waiting else dated
    sql = (
        f"select {', '.join(COLUMNS)} from records where binned = '' and {where}"
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
    return Candidates(tuple(records), tuple(damaged))
