"""What the register shows: pages of summaries, sorted, filtered and searched in SQL."""

import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from enum import Enum
from typing import Any

from sqlite_utils import Database

from sendapp.domain.standing import ENDED, UNDATED
from sendapp.storage.connection import path_of
from sendapp.storage.faults import damaged
from sendapp.storage.snippets import FOUND_END, FOUND_START, Marker

_MOST_WORDS = 24
_SNIPPET_TOKENS = 14
# As `is_iso_date` has it: what is no date has not passed. Only what is added to is looked up in the
# calendar by SQLite.
_HAS_ENDED = "(call_in_ends < ? and date(call_in_ends, '+0 days') is call_in_ends)"
_UNDATED = "call_in_ends = ''"
# Each asks for the day of today as often as it has a mark for it.
_OF_PUBLISHED = {
    UNDATED: _UNDATED,
    "published": f"not {_UNDATED} and not {_HAS_ENDED}",
    ENDED: f"not {_UNDATED} and {_HAS_ENDED}",
}
_COLUMNS = (
    "rowid, id, title, decision_maker, date_of_decision, status, saved, binned, call_in_ends,"
    " reference"
)


class Sort(Enum):
    """The orders of the register: its index and clause, then those of the reverse.

    Blank titles, dates and posts come last either way; equals stand newest first.
    """

    SAVED = ("records_by_saved", "saved desc", "records_by_saved", "saved")
    """Last saved first."""
    TITLE = (
        "records_by_title",
        "title = '', title collate nocase, created desc",
        "records_by_title_down",
        "title = '', title collate nocase desc, created desc",
    )
    """A to Z."""
    DATE = (
        "records_by_date",
        "date_of_decision desc, created desc",
        "records_by_date_up",
        "date_of_decision = '', date_of_decision, created desc",
    )
    """Newest decision first."""
    MAKER = (
        "records_by_maker",
        "decision_maker = '', decision_maker collate nocase, created desc",
        "records_by_maker_down",
        "decision_maker = '', decision_maker collate nocase desc, created desc",
    )
    """A to Z."""


@dataclass(frozen=True, slots=True)
class Summary:
    """One line of the register; `saved` and `binned` are UTC times in ISO form, or ''.

    `found` is a piece of the record's text with the words found between FOUND_START and
    FOUND_END, '' where nothing was looked for.
    """

    id: str
    title: str
    decision_maker: str
    date_of_decision: str
    status: str
    saved: str
    found: str = ""
    binned: str = ""
    call_in_ends: str = ""
    reference: str = ""


def page(
    db: Database,
    *,
    statuses: Collection[str],
    today: str,
    words: str,
    sort: Sort,
    reverse: bool,
    limit: int,
    offset: int,
) -> list[Summary]:
    """Return the summaries of one page; no `statuses` means all, a negative `limit` no end.

    A status is one of STANDINGS: on the ISO date `today`, those whose call-in has ended are ENDED
    and not published ('' has none of them), and those without a last day of it are UNDATED.
    """
    index, order = sort.value[2:] if reverse else sort.value[:2]
    where, parameters = _conditions(statuses, today, query := match_query(words))
    rows = db.execute(
        f"select {_COLUMNS} from records indexed by {index} where {where}"
        f" order by {order} limit ? offset ?",
        [*parameters, limit, offset],
    ).fetchall()
    found = _found(db, words, [row[0] for row in rows]) if query else {}
    return [_summary(row, found.get(row[0], "")) for row in rows]


def count(db: Database, *, statuses: Collection[str], today: str, words: str) -> int:
    """Return how many records all the pages together hold."""
    where, parameters = _conditions(statuses, today, match_query(words))
    sql = f"select count(*) from records indexed by records_by_saved where {where}"
    return int(db.execute(sql, parameters).fetchone()[0])


def counts(db: Database, today: str) -> dict[str, int]:
    """Return how many records outside the bin stand where (STANDINGS), as `page` finds them."""
    found: dict[str, int] = dict(
        db.execute(
            "select status, count(*) from records indexed by records_by_saved"
            " where binned = '' group by status"
        ).fetchall()
    )
    for standing in (UNDATED, ENDED) if "published" in found else ():
        where = _OF_PUBLISHED[standing]
        sql = (
            "select count(*) from records indexed by records_by_what_is_due"
            f" where binned = '' and status = 'published' and {where}"
        )
        found[standing] = db.execute(sql, [today] * where.count("?")).fetchone()[0]
        found["published"] -= found[standing]
    return found


def in_bin(db: Database) -> list[Summary]:
    """Return what is in the bin, last binned first."""
    sql = f"select {_COLUMNS} from records where binned <> '' order by binned desc"
    rows = db.execute(sql).fetchall()
    return [_summary(row) for row in rows]


def parts_of(words: str) -> list[str]:
    """Return the parts of what was typed that hold a letter or a digit, up to a sane number."""
    sound = words.encode("utf-8", "ignore").decode().replace("\x00", " ")
    return [part for part in sound.split() if any(map(_is_wordy, part))][:_MOST_WORDS]


def match_query(words: str) -> str:
    """Return the full-text query for records that hold every one of `words`, or its beginning.

    Whatever is typed is looked for as it stands: nothing in it is syntax. '' where it holds
    no letter and no digit.
    """
    return " ".join('"' + part.replace('"', '""') + '"*' for part in parts_of(words))


def _is_wordy(character: str) -> bool:
    """Whether the full-text index takes the character as part of a word."""
    return unicodedata.category(character)[0] in "LN" or unicodedata.category(character) == "Co"


def _conditions(statuses: Collection[str], today: str, query: str) -> tuple[str, list[str]]:
    where = "binned = ''"
    parameters: list[str] = []
    if statuses:
        published = [_OF_PUBLISHED[status] for status in statuses if status in _OF_PUBLISHED]
        kept = {"published" if status in _OF_PUBLISHED else status for status in statuses}
        where += f" and status in ({','.join('?' * len(kept))})"
        parameters += kept
        if published:
            where += f" and (status <> 'published' or {' or '.join(published)})"
            parameters += [today] * " ".join(published).count("?")
    if query:
        # The plus keeps SQLite walking the sorted index: a common word then ends at the limit.
        where += " and +rowid in (select rowid from records_words where records_words match ?)"
        parameters.append(query)
    return where, parameters


def _summary(row: tuple[Any, ...], found: str = "") -> Summary:
    # A damaged record may hold anything; it is named when it is opened, not when it is listed.
    texts = (value if isinstance(value, str) else "" for value in row[1:])
    record_id, title, maker, date, status, saved, binned, ends, reference = texts
    return Summary(record_id, title, maker, date, status, saved, found, binned, ends, reference)


def _found(db: Database, words: str, rowids: list[int]) -> dict[int, str]:
    """Return a piece of the text of each of the rows, with the words found marked."""
    marker = Marker(parts_of(words))
    marks = ",".join("?" * len(rowids))
    sql = f"select rowid, words from records_words where rowid in ({marks})"
    texts = dict(db.execute(sql, rowids).fetchall())
    if not all(isinstance(text, str) for text in texts.values()):
        raise damaged(path_of(db))
    found = {rowid: marker.snippet(text) for rowid, text in texts.items()}
    # Scripts whose words the index divides in its own way.
    for rowid in [rowid for rowid, text in found.items() if not text]:
        found[rowid] = _index_snippet(db, match_query(words), rowid)
    return found


def _index_snippet(db: Database, query: str, rowid: int) -> str:
    row = db.execute(
        "select snippet(records_words, 0, ?, ?, '…', ?) from records_words"
        " where records_words match ? and rowid = ?",
        [FOUND_START, FOUND_END, _SNIPPET_TOKENS, query, rowid],
    ).fetchone()
    return " ".join(row[0].split()) if row and row[0] else ""
