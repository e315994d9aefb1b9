"""Marks: a few digits for each part of a whole, which name the part that is another one by now.

They stand behind the SHA-256 of the whole, so that one text proves all of it and names its parts.
"""

import hashlib
from collections.abc import Iterable

WHOLE = 64
"""So many digits are the SHA-256 of the whole."""
_MARK = 8


def mark(part: bytes) -> str:
    """Return the eight digits that stand for a part."""
    return hashlib.sha256(part).hexdigest()[:_MARK]


def unlike(names: Iterable[str], one: str, other: str) -> tuple[str, ...]:
    """Return the parts, called `names` in their order, in which two such texts differ.

    None where one of them says nothing of its parts.
    """
    ordered = tuple(names)
    if {len(one), len(other)} != {WHOLE + _MARK * len(ordered)}:
        return ()
    places = range(WHOLE, len(one), _MARK)
    return tuple(
        name
        for name, at in zip(ordered, places, strict=True)
        if one[at : at + _MARK] != other[at : at + _MARK]
    )
