"""Filed documents examined: each by its own proofs, and by the row of the journal that filed it."""

import json
from collections.abc import Iterator
from typing import Any

from sqlite_utils import Database

from sendapp.domain.examined import Fault, Part
from sendapp.domain.journal import What
from sendapp.domain.marks import unlike
from sendapp.storage.examining.reading import (
    InSlices,
    Row,
    day,
    one,
    record_called,
    rows,
    told_columns,
)
from sendapp.storage.file_rows import ABOUT, PROVED, about_hash, content_hash

SLICE = 200


def files_check(db: Database) -> InSlices[tuple[Row, str, Row | None]]:
    """Go through the filed documents one at a time, for they are large."""

    def see(db: Database, row: Row) -> tuple[Row, str, Row | None]:
        return row, record_called(db, row["record_id"]), _filing(db, row)

    sql = "select rowid as number, * from files where"
    return InSlices(db, sql, see, lambda seen: _file_faults(*seen), 1)


def filings_check(db: Database) -> InSlices[list[Fault]]:
    """Go through the journal for documents that were filed and are not here any more."""
    filed = f"what = '{What.FILED}'"
    sql = f"select rowid as number, record_id, details from journal where {filed} and"
    return InSlices(db, sql, lambda db, row: list(_gone_faults(db, row)), list, SLICE)


def _filing(db: Database, row: Row) -> Row | None:
    """Return what the journal says of a document where it was filed, None if it says nothing."""
    told = "select rowid as number, details from journal where what = ?"
    # Where it was given to another record, its own is told of it.
    for where, values in ((" and record_id = ?", [row["record_id"]]), ("", [])):
        sql = f"{told}{where} order by rowid desc"
        for entry in rows(db, sql, [What.FILED, *values]):
            details = _details(entry)
            if details.get("number") == row["number"]:
                return {**entry, "details": details}
    return None


def _file_faults(row: Row, called: str, filing: Row | None) -> Iterator[Fault]:
    number, kept = row["number"], str(row["row_hash"])
    made = about_hash(number, row)
    columns = set() if made == kept else {*unlike(PROVED, made, kept)} or {"row_hash"}
    content = row["content"] if isinstance(row["content"], bytes) else b""
    digest = content_hash(content)
    meant = filing["details"].get("hash") if filing else row["hash"]
    if "hash" not in columns and digest not in (meant, row["hash"]):
        columns.add("content")
    if "size" not in columns and "content" not in columns and len(content) != row["size"]:
        columns.add("size")
    reasons = []
    if filing is None:
        reasons.append("the journal does not tell that it was filed")
    else:
        told = _unlike_filing(made, row, filing["details"])
        # The content is told by its hash, where both were made anew.
        columns |= {"content" if name == "hash" and digest != meant else name for name in told}
        if told:
            reasons.append(f"it is not what row {filing['number']} of the journal says was filed")
    if not called:
        reasons.append("its record is not here")
    if not columns and not reasons:
        return
    ordered = tuple(name for name in (*PROVED, "row_hash", "content") if name in columns)
    said = [f"not what was kept: the {told_columns(ordered)}"] if ordered else []
    whose = f" of the record {called}" if called else ""
    yield Fault(
        part=Part.FILES,
        number=number,
        record_id=row["record_id"],
        columns=ordered,
        sentence=f"The filed document “{row['name']}” number {number}, of {day(row['at'])},{whose} "
        f"was changed by another program: {'; '.join([*said, *reasons])}.",
    )


def _unlike_filing(made: str, row: Row, details: dict[str, Any]) -> tuple[str, ...]:
    """Return the columns in which a document is not what the journal says was filed."""
    if proof := details.get("proof"):
        return unlike(PROVED, made, str(proof))
    return tuple(name for name in ABOUT if name in details and details[name] != row[name])


def _gone_faults(db: Database, filed: Row) -> Iterator[Fault]:
    details = _details(filed)
    number = details.get("number")
    if not isinstance(number, int) or not 0 < number < 1 << 63:
        return
    # A record that is gone is named by itself, or was deleted with its documents.
    if not (called := record_called(db, filed["record_id"])):
        return
    if one(db, "select 1 from files where rowid = ?", [number]) or _taken_out(db, filed, number):
        return
    yield Fault(
        part=Part.FILES,
        number=number,
        record_id=filed["record_id"],
        sentence=f"The filed document “{details.get('name', '')}” (number {number}) of the record "
        f"{called} is missing; row {filed['number']} of the journal filed it.",
    )


def _taken_out(db: Database, filed: Row, number: int) -> bool:
    sql = (
        "select what, details from journal"
        " where record_id = ? and rowid > ? and what in (?, ?, ?, ?) order by rowid"
    )
    ends = [What.FILE_REMOVED, What.PAPERS_DISPOSED, What.REMOVED, What.DISPOSED]
    is_paper = _details(filed).get("kind") == "background-paper"
    for row in rows(db, sql, [filed["record_id"], filed["number"], *ends]):
        match row["what"]:
            case What.FILE_REMOVED if _details(row).get("number") != number:
                continue
            case What.PAPERS_DISPOSED if not is_paper:
                continue
        return True
    return False


def _details(row: Row) -> dict[str, Any]:
    try:
        found = json.loads(row["details"])
    except ValueError:
        # Details that were changed are named with their row.
        return {}
    return found if isinstance(found, dict) else {}
