"""A version as a row of the database: its bytes, and the two hashes that prove it."""

import hashlib
import zlib
from collections.abc import Mapping
from typing import Any

from sendapp.domain.interchange import canonical
from sendapp.domain.marks import WHOLE
from sendapp.domain.record import DecisionRecord
from sendapp.storage.proofs import proof
from sendapp.storage.rows import to_columns

ABOUT = ("record_id", "at", "who", "why", "note", "hash", "code")
"""The columns that say something about a version; `hash` is the SHA-256 of its content, `code` what
a signing copy of it bears, '' for a draft."""
PROVED = ("number", *ABOUT)


def content_of(record: DecisionRecord, typed: Mapping[str, str]) -> bytes:
    """Return what a version of `record` holds, uncompressed: the same record, the same bytes."""
    columns = {name: text for name, text in to_columns(record).items() if text}
    return canonical(columns | ({"typed": dict(typed)} if typed else {})).encode()


def about_hash(about: Mapping[str, Any], number: int = 0) -> str:
    """Return the proof of what is said about a version (`proofs.py`), its number included.

    Without its number it is the SHA-256 alone, as versions of older programs have it.
    """
    if number:
        return proof(PROVED, {**about, "number": number})
    digest = hashlib.sha256()
    for name in ABOUT:
        if name == "code" and not about.get("code"):
            # Versions of older schemas had none.
            continue
        text = str(about[name]).encode()
        digest.update(f"{name}:{len(text)}:".encode())
        digest.update(text)
    return digest.hexdigest()


def is_sound(about: Mapping[str, Any], number: int, row_hash: str, packed: bytes) -> bool:
    """Whether a version's row is what was kept: what is said about it, and its content."""
    content = unpacked(packed)
    return hashlib.sha256(content).hexdigest() == about["hash"] and row_hash == about_hash(
        about, number if len(row_hash) > WHOLE else 0
    )


def unpacked(packed: bytes) -> bytes:
    """Return a version's content, b'' where it cannot be had from these bytes."""
    try:
        return zlib.decompress(packed)
    except (zlib.error, TypeError):
        return b""
