"""The records file as a whole examined: its pages, its schema, its search, and what is gone."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from sqlite_utils import Database

from sendapp.domain.examined import Fault, Figures, Part
from sendapp.errors import Problem
from sendapp.storage import steps
from sendapp.storage.connection import connect
from sendapp.storage.examining.journal import gone_records
from sendapp.storage.examining.reading import moment, one, rows
from sendapp.storage.faults import told
from sendapp.storage.migrations import expected_schema, schema_of
from sendapp.storage.words import search_is_sound

_MOST_TOLD = 20
_LARGE = 200 << 20
"""From this size on, pages are looked at table by table, so that savers need not wait so long."""

_SCHEMA_WORDS = {"table": "table", "index": "index", "trigger": "safeguard", "view": "view"}


def page_faults(db: Database) -> Iterator[Fault]:
    """Yield what SQLite itself finds wrong."""
    size = one(db, "select page_count * page_size from pragma_page_count, pragma_page_size")[0]
    names = [""]
    if size > _LARGE:
        sql = "select name from sqlite_master where type = 'table' and rootpage > 0"
        names = [row["name"] for row in rows(db, sql)]
    for name in names:
        quoted = '"' + name.replace('"', '""') + '"'
        asked = f"pragma integrity_check({quoted})" if name else "pragma integrity_check"
        for (answer,) in db.execute(asked).fetchall()[:_MOST_TOLD]:
            if answer != "ok":
                sentence = f"The records file is damaged: {answer}."
                yield Fault(part=Part.FILE, sentence=sentence)


def schema_faults(db: Database) -> Iterator[Fault]:
    """Yield what of the file is not built as this program builds it."""
    found, expected = schema_of(db), expected_schema(steps.STEPS)
    here = {(kind, name) for kind, name, _ in found}
    meant = {(kind, name) for kind, name, _ in expected}
    changed = {(kind, name) for kind, name, _ in found ^ expected} & here & meant
    for said, things in (
        ("is missing", meant - here),
        ("was added by another program", here - meant),
        ("was changed by another program", changed),
    ):
        for kind, name in sorted(things):
            sentence = f"The {_SCHEMA_WORDS.get(kind, kind)} “{name}” of the records file {said}."
            yield Fault(part=Part.SCHEMA, sentence=sentence)


def gone_faults(db: Database) -> Iterator[Fault]:
    """Yield the records that are gone, and what they left behind."""
    with moment(db):
        yield from list(gone_records(db))
        sql = "select rowid from records_words where rowid not in (select rowid from records)"
        left = [row["rowid"] for row in rows(db, sql)]
        kept = one(db, "select counted, numbers from tallies where what = 'records'") or (0, 0)
        here = one(db, "select count(*), coalesce(sum(rowid), 0) from records")
    for number in left:
        sentence = (
            f"The search knows the words of a record that is not here (number {number}): "
            "it was taken away by another program."
        )
        yield Fault(part=Part.RECORDS, number=number, sentence=sentence)
    if here != kept:
        sentence = f"There are {here[0]} records, and {kept[0]} were kept."
        if here[0] == kept[0]:
            sentence = "The numbers of the records were exchanged by another program."
        yield Fault(part=Part.RECORDS, sentence=sentence)


def search_faults(path: Path) -> Iterator[Fault]:
    """Yield whether the search's index agrees with its words; asks for the right to write."""
    try:
        with told(path), closing(connect(path)) as db:
            sound = search_is_sound(db)
    except Problem as problem:
        sentence = f"The search could not be looked at: {problem.sentence}"
        yield Fault(part=Part.SEARCH, sentence=sentence)
        return
    if not sound:
        sentence = "The search is damaged. It is made anew when something is searched for."
        yield Fault(part=Part.SEARCH, sentence=sentence)


def figures_of(db: Database, path: Path) -> Figures:
    """Return how much there is of everything."""
    with moment(db):
        records = one(db, "select count(*), sum(binned <> ''), sum(seal <> '') from records")
        versions = one(db, "select count(*), sum(length(content)) from versions")
        journal = one(db, "select count(*) from journal")
        files = one(db, "select count(*), sum(length(content)) from files")
    return Figures(
        records=records[0],
        in_bin=records[1] or 0,
        sealed=records[2] or 0,
        versions=versions[0],
        versions_size=versions[1] or 0,
        journal=journal[0],
        files=files[0],
        files_size=files[1] or 0,
        file_size=path.stat().st_size,
    )
