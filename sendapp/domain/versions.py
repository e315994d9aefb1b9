"""Why a version of a record is kept, and how that is said."""

from enum import StrEnum


class Why(StrEnum):
    """What made the program keep a version; the value is what stands in the records file."""

    LEFT = "left"
    WORK = "work"
    WORD = "word"
    PDF = "pdf"
    SHARED = "shared"
    PRINTED = "printed"
    SIGNING = "signing"
    SIGNING_FILE = "signing-file"
    CIRCULATED = "circulated"
    STATE = "state"
    BEFORE_RESTORE = "before-restore"
    REPLACED = "replaced"
    RESCUED = "rescued"
    CORRECTED = "corrected"


_WORDS = {
    Why.LEFT: "Left",
    Why.WORK: "After half an hour of work",
    Why.WORD: "Exported to Word",
    Why.PDF: "Exported to PDF",
    Why.SHARED: "Saved as a copy to share",
    Why.PRINTED: "Printed",
    Why.SIGNING: "Printed for signature",
    Why.SIGNING_FILE: "Signing copy exported",
    Why.CIRCULATED: "Circulated",
    Why.STATE: "State changed",
    Why.BEFORE_RESTORE: "Before an older text was brought back",
    Why.REPLACED: "Before an imported record replaced it",
    Why.CORRECTED: "Before a correction",
    Why.RESCUED: "Before a text kept aside was brought back",
}

SIGNING = frozenset({Why.SIGNING, Why.SIGNING_FILE})
"""Ways in which a copy to be signed leaves the desk; it bears the code of its text."""

NAMED = frozenset({Why.CIRCULATED, Why.STATE, Why.CORRECTED, *SIGNING})
"""Reasons that make a version stand out, and keep one though nothing changed since the last."""


def said(why: str, note: str = "") -> str:
    """Return in words why a version was kept: "Circulated as draft 3, to Legal"."""
    words = _WORDS.get(Why(why), why) if why in set(Why) else why
    if not note:
        return words
    if why == Why.CIRCULATED:
        return f"{words} {note}"
    return f"{words}, {note}" if why == Why.SIGNING else f"{words}: {note}"


def draft_note(number: str, to: str) -> str:
    """Return the note of a version that is sent round: "as draft 3, to Legal"."""
    return f"as draft {number}, to {to}" if to else f"as draft {number}"
