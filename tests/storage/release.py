"""Writes released/<number>.sql, a tiny database of today's schema; run once, when it is released.

From the command line: python -m tests.storage.release
"""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlite_utils import Database

from sendapp.domain.record import ROW_TYPES, DecisionRecord
from sendapp.domain.versions import Why
from sendapp.storage import steps
from sendapp.storage.database import open_database
from sendapp.storage.guard import APPLICATION_ID
from sendapp.storage.records import RecordStore
from sendapp.storage.settings import SettingsStore
from sendapp.storage.versions import VersionStore
from tests.factory import A_ID, a_full_record, a_record

RELEASED = Path(__file__).with_name("released")
IN_BIN = A_ID[:-1] + "2"
# What the full-text index keeps for itself comes into being with the index.
_NOT_SHADOWS = (
    r"name not like 'records\_words\_%' escape '\' and name not like 'sqlite\_%' escape '\'"
)


def main() -> None:
    """Write the script for the newest schema, never over one that is there."""
    number = steps.newest()
    with TemporaryDirectory() as folder:
        db = open_database(Path(folder) / "records.db", create=True)
        fill(db)
        lines = [
            f"-- A tiny database of schema {number}, as released. Never edited: councils have it.",
            f"pragma application_id = {APPLICATION_ID};",
            f"pragma user_version = {number};",
            *schema_lines(db, "type <> 'trigger'"),
            *row_lines(db),
            # Last: what they keep and count stands there already.
            *schema_lines(db, "type = 'trigger'"),
        ]
        db.close()
    with (RELEASED / f"{number}.sql").open("x", encoding="utf-8") as script:
        script.write("\n".join(lines) + "\n")


def fill(db: Database) -> None:
    """Put in two records, one of them in the bin, and a setting."""
    ticks = (f"2026-03-02T09:00:{second:02}.000000+00:00" for second in range(60))
    store = RecordStore(db, clock=lambda: next(ticks))
    record = with_fixed_keys(a_full_record(unknown='{"later":1}'))
    store.save(record, {"notice_published": "end of January"}, create=True)
    store.save(with_fixed_keys(a_record(id=IN_BIN, title="In the bin")), create=True)
    store.bin(IN_BIN)
    SettingsStore(db).put("council", "Marlhaven Borough Council")
    VersionStore(db, clock=lambda: next(ticks)).keep(record, why=Why.LEFT, who="Ines Coyle")


def with_fixed_keys(record: DecisionRecord) -> DecisionRecord:
    lists = {
        name: tuple(
            replace(row, key=f"{name}-{number}") for number, row in enumerate(getattr(record, name))
        )
        for name in ROW_TYPES
    }
    return replace(record, **lists)  # type: ignore[arg-type]


def schema_lines(db: Database, which: str) -> list[str]:
    where = f"sql is not null and {which} and {_NOT_SHADOWS}"
    sql = f"select sql from sqlite_master where {where} order by rowid"
    return [f"{statement};" for (statement,) in db.execute(sql).fetchall()]


def row_lines(db: Database) -> list[str]:
    lines = []
    sql = f"select name from sqlite_master where type = 'table' and {_NOT_SHADOWS} order by rowid"
    for (table,) in db.execute(sql).fetchall():
        rowid = "rowid, " if table == "records_words" else ""
        cursor = db.execute(f"select {rowid}* from {table}")
        names = [column[0] for column in cursor.description]
        columns_of = db.execute(f"pragma table_info({table})").fetchall()
        blank = {name for _, name, _, _, default, _ in columns_of if default == "''"}
        for row in cursor.fetchall():
            filled = [
                (name, value)
                for name, value in zip(names, row, strict=True)
                if value != "" or name not in blank
            ]
            columns = ", ".join(name for name, _ in filled)
            values = ",\n    ".join(literal(value) for _, value in filled)
            lines.append(f"insert into {table} ({columns}) values (\n    {values}\n);")
    return lines


def literal(value: object) -> str:
    if isinstance(value, bytes):
        return f"x'{value.hex()}'"
    return "'" + value.replace("'", "''") + "'" if isinstance(value, str) else str(value)


if __name__ == "__main__":
    main()
