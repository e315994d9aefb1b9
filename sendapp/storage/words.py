"""The full-text index over the officers' words, which can always be made anew from the records."""

import sqlite3

from sqlite_utils import Database

from sendapp.storage.connection import path_of
from sendapp.storage.faults import damaged

# An index that lost the notes it keeps for itself cannot even be dropped, so it gets those of an
# empty one, in the format that every version of SQLite reads.
_MAKE_WORDS_DROPPABLE = (
    "insert or replace into records_words_config values ('version', 4)",
    "delete from records_words_data",
    "insert into records_words_data values (1, x''), (10, x'00000000000000')",
)


def put_words(db: Database, rowid: int, words: str) -> None:
    """Keep the words of the record in that row, unless they are there already."""
    old = db.execute("select words from records_words where rowid = ?", [rowid]).fetchone()
    if old is None:
        db.execute("insert into records_words (rowid, words) values (?, ?)", [rowid, words])
    elif old[0] != words:
        db.execute("update records_words set words = ? where rowid = ?", [words, rowid])


def make_empty(db: Database) -> None:
    """Make the full-text index anew, empty; a damaged one can be dropped, but not emptied."""
    sql = "select sql from sqlite_master where name = 'records_words'"
    made_by = db.execute(sql).fetchone()[0]
    try:
        for statement in _MAKE_WORDS_DROPPABLE:
            db.execute(statement)
        db.execute("drop table records_words")
    except sqlite3.OperationalError as fault:
        raise damaged(path_of(db)) from fault
    db.execute(made_by)


def search_is_sound(db: Database) -> bool:
    """Whether the full-text index agrees with the words it was given, and knows every record."""
    counted = "select (select count(*) from records) - (select count(*) from records_words)"
    try:
        if db.execute(counted).fetchone()[0]:
            return False
        # Words that are no longer UTF-8 escape the index's own check.
        for (words,) in db.execute("select words from records_words"):
            if not isinstance(words, str):
                return False
        sql = "insert into records_words(records_words, rank) values ('integrity-check', 1)"
        db.execute(sql)
    except (sqlite3.DatabaseError, UnicodeDecodeError):
        return False
    return True
