"""The whole journal in slices, the newest rows first, with what their records are called."""

from datetime import datetime
from typing import Any

from sqlite_utils import Database

from sendapp.domain.deeds import called_at_its_end
from sendapp.domain.journal import ENDS
from sendapp.domain.journal_lines import JournalAsked, JournalLine, JournalPage, Kept
from sendapp.storage.connection import path_of
from sendapp.storage.database import reading
from sendapp.storage.faults import damaged
from sendapp.storage.journal import LISTED, entry_of

_MOST_WORDS = 24
_MOST_CHARACTERS = 1_000
"""Of a word: SQLite refuses patterns that are much longer."""
_COLUMNS = ", ".join(f"journal.{name}" for name in LISTED)
_ENDS = ", ".join(sorted(f"'{what}'" for what in ENDS))
# What a record was called that is here no more stands in the row that tells how it went.
_AT_ITS_END = (
    "case when records.id is null and journal.record_id <> '' then (select words"
    " from journal as ended where ended.record_id = journal.record_id"
    f" and ended.what in ({_ENDS}) order by ended.rowid desc limit 1) end"
)
_NAMED = "records.id, records.reference, records.title, records.binned"


def first_page(db: Database, asked: JournalAsked, limit: int) -> JournalPage:
    """Return the newest rows of those asked for, at most `limit`, and how many there are."""
    with reading(db):
        of = int(db.execute("select count(*) from journal").fetchone()[0])
        total = of
        if not asked.is_all:
            where, values = _conditions(asked)
            counted = db.execute(f"select count(*) from journal where {where}", values)
            total = int(counted.fetchone()[0])
        lines = lines_before(db, asked, 0, limit) if total else []
        return JournalPage(lines=tuple(lines), total=total, of=of)


def lines_before(db: Database, asked: JournalAsked, number: int, limit: int) -> list[JournalLine]:
    """Return the rows of those asked for that come before row `number`, 0 for the newest."""
    where, values = _conditions(asked)
    if number:
        where += " and journal.rowid < ?"
        values.append(number)
    sql = (
        f"select {_COLUMNS}, {_NAMED}, {_AT_ITS_END} from journal"
        " left join records on records.id = journal.record_id"
        f" where {where} order by journal.rowid desc limit ?"
    )
    with reading(db):
        rows = db.execute(sql, [*values, limit]).fetchall()
    try:
        return [_line(row) for row in rows]
    except ValueError as fault:
        raise damaged(path_of(db)) from fault


def _conditions(asked: JournalAsked) -> tuple[str, list[Any]]:
    parts, values = ["true"], list[Any]()
    if asked.first:
        parts.append("journal.at >= ?")
        values.append(asked.first)
    if asked.last:
        parts.append("journal.at <= ?")
        values.append(asked.last)
    for word in asked.words.split()[:_MOST_WORDS]:
        likes = [_like(form) for form in _forms(word)]
        parts.append(f"({' or '.join([_HAS_IT] * len(likes))})")
        values += [like for like in likes for _ in range(_HAS_IT.count("?"))]
    return " and ".join(parts), values


# Of details that are damaged nothing is found; whoever reads the row is told.
_CHANGES = "json_each(case when json_valid(journal.details) then journal.details end, '$.changes')"
# The rows in which a record is named by itself are few: they are looked for once, not for each row.
_HAS_IT = (
    "journal.words like ? escape '\\' or journal.who like ? escape '\\'"
    " or journal.user like ? escape '\\'"
    " or journal.what = 'profile'"
    f" and exists (select 1 from {_CHANGES} where value like ? escape '\\')"
    " or journal.record_id in (select id from records"
    " where reference like ? escape '\\' or title like ? escape '\\')"
    f" or journal.record_id <> '' and journal.record_id in (select record_id from journal"
    f" where what in ({_ENDS}) and substr(words, instr(words, ': ') + 2) like ? escape '\\')"
)


def _forms(word: str) -> list[str]:
    """Return a word in the letters it may be written in: SQLite takes only A for a, not É for é."""
    if word.isascii():
        return [word]
    return list(dict.fromkeys((word, word.lower(), word.upper(), word.title())))


def _like(word: str) -> str:
    """Return the pattern that finds a word as it stands, whatever is in it."""
    sound = word[:_MOST_CHARACTERS].encode("utf-8", "ignore").decode().replace("\x00", "")
    for special in "\\%_":
        sound = sound.replace(special, f"\\{special}")
    return f"%{sound}%"


def _line(row: tuple[Any, ...]) -> JournalLine:
    entry = entry_of(row[: len(LISTED)])
    # It is shown by its day.
    datetime.fromisoformat(entry.at)
    record_id, reference, title, binned, words = row[len(LISTED) :]
    if not entry.record_id:
        return JournalLine(entry=entry)
    if record_id is None:
        return JournalLine(entry=entry, kept=Kept.GONE, called=called_at_its_end(words or ""))
    called = " · ".join(filter(None, (reference, title))) or "Without a title"
    return JournalLine(entry=entry, kept=Kept.BINNED if binned else Kept.HERE, called=called)
