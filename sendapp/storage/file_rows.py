"""A filed document as a row of the database, and what proves it."""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from sqlite_utils import Database

from sendapp.storage.proofs import proof

ABOUT = (
    "record_id",
    "kind",
    "name",
    "media_type",
    "size",
    "at",
    "who",
    "note",
    "hash",
)
"""The columns that say something about a file; `hash` is the SHA-256 of its content."""

PROVED = ("number", *ABOUT)

_HASHED_AT_ONCE = 4 << 20
_MOVED_AT_ONCE = 1 << 20


def about_hash(number: int, about: Mapping[str, Any]) -> str:
    """Return the proof (`proofs.py`) of what is said about the file of that number."""
    return proof(PROVED, {**about, "number": number})


def content_hash(content: bytes, pause: Callable[[], None] = lambda: None) -> str:
    """Return the SHA-256 of a file, with a pause between its pieces."""
    digest = hashlib.sha256()
    pieces = memoryview(content)
    for at in range(0, len(pieces), _HASHED_AT_ONCE):
        digest.update(pieces[at : at + _HASHED_AT_ONCE])
        pause()
    return digest.hexdigest()


def is_sound(
    number: int,
    about: Mapping[str, Any],
    row_hash: object,
    content: object,
    pause: Callable[[], None] = lambda: None,
) -> bool:
    """Whether a file's row is what was filed: what is said about it, and its content."""
    return (
        isinstance(content, bytes)
        and len(content) == about["size"]
        and about_hash(number, about) == row_hash
        and content_hash(content, pause) == about["hash"]
    )


def put_row(db: Database, number: int, about: Mapping[str, Any], content: bytes) -> None:
    """Put a file into the table, within a transaction.

    Its content goes in by pieces: one statement would copy all of it while no other thread of the
    program could run, the window's among them.
    """
    values = {"rowid": number, **about, "row_hash": about_hash(number, about)}
    places = ", ".join("?" * len(values))
    sql = f"insert into files ({', '.join(values)}, content) values ({places}, zeroblob(?))"
    db.execute(sql, [*values.values(), len(content)])
    pieces = memoryview(content)
    with db.conn.blobopen("files", "content", number) as blob:
        for at in range(0, len(pieces), _MOVED_AT_ONCE):
            blob.write(pieces[at : at + _MOVED_AT_ONCE])


def holds(db: Database, number: int, content: bytes) -> bool:
    """Whether the table gives back exactly `content` for the file of that number."""
    pieces, at = memoryview(content), 0
    for piece in _pieces(db, number):
        if piece != pieces[at : at + len(piece)]:
            return False
        at += len(piece)
    return at == len(content)


def _pieces(db: Database, number: int) -> Iterator[bytes]:
    with db.conn.blobopen("files", "content", number, readonly=True) as blob:
        while piece := blob.read(_MOVED_AT_ONCE):
            yield piece
