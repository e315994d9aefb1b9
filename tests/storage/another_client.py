"""Another SQLite client, which changes something in a records file at random."""

import json
import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sendapp.domain.interchange import content_hash as record_hash
from sendapp.domain.record import ROW_TYPES
from sendapp.domain.sealing import SEALED, code_of_seal, seal_of
from sendapp.storage.file_rows import ABOUT as FILE_COLUMNS
from sendapp.storage.file_rows import about_hash as file_hash
from sendapp.storage.file_rows import content_hash
from sendapp.storage.journal import CHAINED, journal_hash
from sendapp.storage.rows import COLUMNS, row_hash, to_record
from sendapp.storage.version_rows import ABOUT as VERSION_COLUMNS

COLUMNS_OF: dict[str, tuple[str, ...]] = {
    "records": tuple(name for name in COLUMNS if name != "row_hash"),
    "journal": CHAINED,
    "versions": (*VERSION_COLUMNS, "content"),
    "files": (*FILE_COLUMNS, "content"),
}
TABLES = ("records", "records", "journal", "journal", "files", "files", "versions")
"""Sealed records, the journal and files are what the promise is about, so they are hit oftener."""


@dataclass(frozen=True, slots=True)
class Named:
    """What has to be named: the table, the row's number, and the column, '' for the whole row."""

    table: str
    number: int
    column: str = ""
    record_id: str = ""


def tampered(path: Path, chance: random.Random) -> tuple[str, list[Named]]:
    """Change something at random; returns what was done, and what has to be named."""
    with closing(sqlite3.connect(path)) as outside:
        outside.row_factory = sqlite3.Row
        with without_safeguards(outside, chance):
            deed = chance.choice(DEEDS)
            wanted: list[Named] = []
            while not wanted:
                wanted = deed(outside, chance, chance.choice(TABLES))
            outside.commit()
    return deed.__name__, wanted


class without_safeguards:  # noqa: N801 - reads as a verb
    """Take the triggers away, and put them back as they were or not at all."""

    def __init__(self, outside: sqlite3.Connection, chance: random.Random) -> None:
        self._outside = outside
        self._how = chance.choice(("dropped", "put back", "out of the schema", "as they were"))
        sql = "select name, sql from sqlite_master where type = 'trigger'"
        self._triggers = [tuple(row) for row in outside.execute(sql)]

    def __enter__(self) -> None:
        if self._how == "out of the schema":
            self._outside.execute("pragma writable_schema = on")
            self._outside.execute("delete from sqlite_master where type = 'trigger'")
            self._outside.commit()
            self._outside.execute("pragma writable_schema = reset")
            return
        for name, _ in self._triggers:
            self._outside.execute(f"drop trigger {name}")

    def __exit__(self, *_: object) -> None:
        if self._how != "dropped":
            for _, sql in self._triggers:
                self._outside.execute(sql)
        self._outside.commit()


def change_column(outside: sqlite3.Connection, chance: random.Random, table: str) -> list[Named]:
    """Change a column and nothing else."""
    row = any_row(outside, chance, table)
    column = chance.choice(COLUMNS_OF[table])
    put(outside, table, row["rowid"], {column: other(row[column], chance)})
    return [Named(table, row["rowid"], column)]


def change_cleverly(outside: sqlite3.Connection, chance: random.Random, table: str) -> list[Named]:
    """Change a column and make every proof that stands in the row anew."""
    if table == "versions":
        return []
    row = dict(any_row(outside, chance, table, sealed=True))
    if table == "records":
        column = chance.choice(SEALED)
        row[column] = other_field(column, row[column], chance)
        record = to_record(row)
        row["hash"] = record_hash(record)
        if chance.random() < 0.5:
            row["seal"] = seal_of(record)
            row["code"] = code_of_seal(row["seal"])
        row["row_hash"] = row_hash({name: row[name] for name in COLUMNS})
    else:
        column = chance.choice([name for name in COLUMNS_OF[table] if name != "previous"])
        row[column] = other(row[column], chance)
        if table == "journal":
            row["row_hash"] = journal_hash(row["rowid"], row)
        else:
            row["hash"] = content_hash(row["content"]) if column == "content" else row["hash"]
            row["row_hash"] = file_hash(row["rowid"], row)
    number = row.pop("rowid")
    put(outside, table, number, row)
    return [Named(table, number, column)]


def delete_row(outside: sqlite3.Connection, chance: random.Random, table: str) -> list[Named]:
    row = any_row(outside, chance, table)
    outside.execute(f"delete from {table} where rowid = ?", [row["rowid"]])
    record_id = row["id"] if table == "records" else ""
    return [Named(table, row["rowid"], record_id=record_id)]


def swap_columns(outside: sqlite3.Connection, chance: random.Random, table: str) -> list[Named]:
    """Give a column of one row to another, and the other's to it."""
    one, two = any_row(outside, chance, table), any_row(outside, chance, table)
    column = chance.choice([name for name in COLUMNS_OF[table] if name != "id"])
    if one[column] == two[column]:
        return []
    put(outside, table, one["rowid"], {column: two[column]})
    put(outside, table, two["rowid"], {column: one[column]})
    return [Named(table, row["rowid"], column) for row in (one, two)]


def copy_row(outside: sqlite3.Connection, chance: random.Random, table: str) -> list[Named]:
    row = dict(any_row(outside, chance, table))
    number = outside.execute(f"select max(rowid) + 1 from {table}").fetchone()[0]
    row["rowid"] = number
    if table == "records":
        row["id"] = "00000000-0000-4000-8000-0000000000ff"
    places = ", ".join("?" * len(row))
    sql = f"insert into {table} ({', '.join(row)}) values ({places})"
    outside.execute(sql, list(row.values()))
    column = {"records": "id", "journal": "number", "files": "number", "versions": "number"}[table]
    return [Named(table, number, column)]


def exchange_numbers(outside: sqlite3.Connection, chance: random.Random, table: str) -> list[Named]:
    if table == "records":
        return []
    one, two = (any_row(outside, chance, table)["rowid"] for _ in range(2))
    if one == two:
        return []
    for before, after in ((one, -1), (two, one), (-1, two)):
        outside.execute(f"update {table} set rowid = ? where rowid = ?", [after, before])
    return [Named(table, number, "number") for number in (one, two)]


def cut_the_end(outside: sqlite3.Connection, chance: random.Random, table: str) -> list[Named]:
    """Cut rows off the journal's end, and put its counter back."""
    del table
    end = outside.execute("select max(rowid) from journal").fetchone()[0]
    first = end - chance.randrange(8)
    outside.execute("delete from journal where rowid >= ?", [first])
    outside.execute("update sqlite_sequence set seq = ? where name = 'journal'", [first - 1])
    return [Named("journal", number) for number in range(first, end + 1)]


Deed = Callable[[sqlite3.Connection, random.Random, str], list[Named]]
DEEDS: tuple[Deed, ...] = (
    change_column,
    change_column,
    change_cleverly,
    change_cleverly,
    delete_row,
    swap_columns,
    copy_row,
    exchange_numbers,
    cut_the_end,
)


def any_row(
    outside: sqlite3.Connection, chance: random.Random, table: str, *, sealed: bool = False
) -> sqlite3.Row:
    only = "where seal <> ''" if sealed and table == "records" else ""
    rows = outside.execute(f"select rowid, * from {table} {only}").fetchall()
    row: sqlite3.Row = chance.choice(rows)
    return row


def put(outside: sqlite3.Connection, table: str, number: int, values: dict[str, Any]) -> None:
    sets = ", ".join(f"{name} = ?" for name in values)
    outside.execute(f"update {table} set {sets} where rowid = ?", [*values.values(), number])


def other(value: Any, chance: random.Random) -> Any:
    """Return another value of the same kind, mostly one that is not far from it."""
    if isinstance(value, int):
        return value + chance.randrange(1, 9)
    if isinstance(value, bytes):
        at = chance.randrange(len(value))
        return value[:at] + bytes([value[at] ^ (1 << chance.randrange(8))]) + value[at + 1 :]
    if not value or chance.random() < 0.3:
        return value + chance.choice(("x", " ", "0", "é"))
    at = chance.randrange(len(value))
    return value[:at] + chance.choice([c for c in "aZ7 “" if c != value[at]]) + value[at + 1 :]


def other_field(name: str, value: str, chance: random.Random) -> str:
    """Return what the column of a field holds where somebody knows how it is written."""
    if name not in ROW_TYPES:
        return str(other(value, chance))
    rows = json.loads(value) if value else []
    if rows and chance.random() < 0.3:
        return json.dumps(rows[1:], ensure_ascii=False) if rows[1:] else ""
    word = {"options": "title", "appendices": "title", "conflicts": "member"}.get(name, "text")
    text = "<p>Another.</p>" if word == "text" else "Another"
    return json.dumps([*rows, {"key": "k", word: text}], ensure_ascii=False)
