"""The proof that stands in a row: a SHA-256 over all of it, then eight digits for each column.

The first says whether a row is what was kept; the others name the column that is not. The row
after it, or the journal, holds the proof once more, so that a row whose proof was made anew
behind the program's back is named, too.
"""

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

from sqlite_utils import Database

from sendapp.domain.marks import mark


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
