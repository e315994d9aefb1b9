"""A version as a row of the database: its bytes, and the two hashes that prove it."""

import hashlib
import zlib
from collections.abc import Mapping

from sendapp.domain.interchange import canonical
from sendapp.domain.record import DecisionRecord
from sendapp.storage.rows import to_columns

ABOUT = ("record_id", "at", "who", "why", "note", "hash", "code")
"""The columns that say something about a version; `hash` is the SHA-256 of its content, `code` what
a signing copy of it bears, '' for a draft."""


def content_of(record: DecisionRecord, typed: Mapping[str, str]) -> bytes:
    """Return what a version of `record` holds, uncompressed: the same record, the same bytes."""
    columns = {name: text for name, text in to_columns(record).items() if text}
    return canonical(columns | ({"typed": dict(typed)} if typed else {})).encode()


def about_hash(about: Mapping[str, str]) -> str:
    """Return the SHA-256 of what is said about a version."""
    digest = hashlib.sha256()
    for name in ABOUT:
        if name == "code" and not about.get("code"):
            # Versions of older schemas had none.
            continue
        text = str(about[name]).encode()
        digest.update(f"{name}:{len(text)}:".encode())
        digest.update(text)
    return digest.hexdigest()


def is_sound(about: Mapping[str, str], row_hash: str, packed: bytes) -> bool:
    """Whether a version's row is what was kept: what is said about it, and its content."""
    try:
        content = zlib.decompress(packed)
    except zlib.error:
        return False
    return hashlib.sha256(content).hexdigest() == about["hash"] and about_hash(about) == row_hash
