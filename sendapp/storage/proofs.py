"""The proof that stands in a row: a SHA-256 over all of it, then eight digits for each column.

The first says whether a row is what was kept; the others name the column that is not. The row
after it, or the journal, holds the proof once more, so that a row whose proof was made anew
behind the program's back is named, too.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlite_utils import Database

WHOLE = 64
"""So many digits of a proof are the SHA-256."""
_MARK = 8


def proof(names: Sequence[str], values: Mapping[str, Any]) -> str:
    """Return the proof of the columns `names`, in that order."""
    digest = hashlib.sha256()
    marks = ""
    for name in names:
        text = str(values[name]).encode()
        part = f"{name}:{len(text)}:".encode() + text
        digest.update(part)
        marks += mark(part)
    return digest.hexdigest() + marks


def next_number(db: Database, table: str) -> int:
    """Return the number of the row that comes next in `table`, within a transaction.

    A number that was ever given is not given again.
    """
    sql = f"select max((select coalesce(max(rowid), 0) from {table}), coalesce(max(seq), 0)) + 1"
    return int(db.execute(f"{sql} from sqlite_sequence where name = ?", [table]).fetchone()[0])


def mark(part: bytes) -> str:
    """Return the eight digits that stand for a column's name and text."""
    return hashlib.sha256(part).hexdigest()[:_MARK]


def unlike(names: Iterable[str], one: str, other: str) -> tuple[str, ...]:
    """Return the columns in which two proofs differ; none where a proof says nothing of them."""
    ordered = tuple(names)
    if {len(one), len(other)} != {WHOLE + _MARK * len(ordered)}:
        return ()
    places = range(WHOLE, len(one), _MARK)
    return tuple(
        name
        for name, at in zip(ordered, places, strict=True)
        if one[at : at + _MARK] != other[at : at + _MARK]
    )
