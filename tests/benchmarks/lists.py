"""Row 13: decision lists, gathered from a file full of records, and made into Word and PDF."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

from sendapp.documents.jobs import Form
from sendapp.documents.performing import perform
from sendapp.domain.listing.kinds import ListAsked, ListKind
from sendapp.services.lists import Gathered, gathered
from sendapp.services.record_types import load_kinds
from sendapp.storage.backups import Backups
from sendapp.storage.keeper import Keeper
from sendapp.storage.rows import COLUMNS
from tests.benchmarks.figures import Figure, Values, timed
from tests.benchmarks.saving import WAIT_S
from tests.benchmarks.setting import Place, Size

_ASKED = {
    "draft list of a day": ListAsked(kind=ListKind.DRAFT, since="2024-06-04", until="2024-06-04"),
    "confirmed list of a day": ListAsked(
        kind=ListKind.CONFIRMED, since="2024-06-04", until="2024-06-04"
    ),
    "register of a month": ListAsked(
        kind=ListKind.REGISTER, since="2024-06-01", until="2024-06-30"
    ),
}


def measure(place: Place, size: Size) -> Iterator[Figure]:
    """Gather each list so often, every record of it proved; then make it."""
    paths = place.copy(place.filled(size.records), "lists")
    duties = {name: kind.type.duties for name, kind in load_kinds().items()}
    keeper = Keeper(paths.database, Backups(paths.backups))
    try:
        for words, asked in _ASKED.items():

            def gather(asked: ListAsked = asked) -> Gathered:
                return keeper.run(lambda stores: gathered(stores, asked, duties)).result(WAIT_S)

            found = gather()
            looked_at = len(found.chosen.going) + len(found.chosen.refused)
            yield Figure(
                "13 lists",
                f"{words}: {looked_at:,} of {size.records:,} records looked at and proved",
                [timed(gather) for _ in range(size.pauses)],
                "bare sqlite3, all records of that month read",
                _bare(str(paths.database), asked, size.pauses),
            )
            for form in (Form.WORD, Form.PDF):
                yield Figure(
                    "13",
                    f"{words}: {len(found.listing.entries):,} decisions as {form.name.lower()}",
                    [timed(lambda f=form, g=found: perform(g.job(f))) for _ in range(size.finds)],
                )
    finally:
        keeper.close()


def _bare(database: str, asked: ListAsked, often: int) -> Values:
    """Time the rows that the list's month has by its date, read and nothing more."""
    sql = f"select {', '.join(COLUMNS)} from records where {asked.kind.date_field} like ?"
    with closing(sqlite3.connect(database)) as db:
        return [
            timed(lambda: db.execute(sql, [f"{asked.until[:7]}%"]).fetchall()) for _ in range(often)
        ]
