"""A filed document as a row of the database, and the two hashes that prove it."""

import hashlib
from collections.abc import Callable, Mapping
from typing import Any

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

_HASHED_AT_ONCE = 4 << 20


def about_hash(number: int, about: Mapping[str, Any]) -> str:
    """Return the SHA-256 of what is said about the file of that number."""
    digest = hashlib.sha256(f"{number}:".encode())
    for name in ABOUT:
        text = str(about[name]).encode()
        digest.update(f"{name}:{len(text)}:".encode())
        digest.update(text)
    return digest.hexdigest()


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
