"""What is sealed once a decision is made, and the code that ties a signed paper to it.

The code says which stored text a paper claims to be. It is a fingerprint, not a signature: it
proves neither who signed nor that the paper was not altered; the guide says so, too.
"""

import hashlib
from dataclasses import replace

from sendapp.domain.interchange import canonical, to_dict
from sendapp.domain.marks import WHOLE, mark
from sendapp.domain.record import DecisionRecord

SEALED = (
    "record_type",
    "council",
    "reference",
    "title",
    "decision_maker",
    "decision_maker_name",
    "decision_lead_in",
    "decisions",
    "reasons",
    "options",
    "conflicts_declared",
    "conflicts",
    "appendices",
)
"""The fields that do not change from the decision on, but by a correction."""

KEPT = "The decision has been made: its words are kept as they are."
"""What an officer is told who would change them otherwise than by a correction."""

DECIDED = frozenset({"decided", "published", "called-in", "implementable"})
"""Where a record stands that has been decided; a withdrawn one may have been, too."""
PUBLISHED = DECIDED - {"decided"}
"""Where a record stands that has been published, as far as it has not been withdrawn."""

LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""The letters of a code: none that is taken for another, and 31 of them, a prime number, so that
one wrong letter and two that changed places always show."""
LENGTH = 12

_BLANK = DecisionRecord(id="", record_type="", status="")


class Mistyped(ValueError):
    """A code cannot be right; the message says why, in a sentence."""


def was_published(record: DecisionRecord) -> bool:
    """Whether `record` has come out, as far as it says itself.

    A withdrawn one has if it is dated, and not after its withdrawal. Another day that was typed
    ahead of a publication which never came is told by the journal alone.
    """
    if record.status != "withdrawn" or not record.draft_list_published:
        return record.status in PUBLISHED
    return not record.withdrawn_on or record.draft_list_published <= record.withdrawn_on


def seal_of(record: DecisionRecord) -> str:
    """Return the seal of `record`, made of its sealed set alone.

    That is the SHA-256 of the set, then eight digits for each field, which name one that differs.
    """
    sealed = replace(_BLANK, **{name: getattr(record, name) for name in SEALED})
    values = to_dict(sealed, with_defaults=False)
    whole = hashlib.sha256(canonical(values).encode()).hexdigest()
    return whole + "".join(
        mark(f"{name}:{canonical(values.get(name))}".encode()) for name in SEALED
    )


def code_of(record: DecisionRecord) -> str:
    """Return the code of 12 letters that the signing copy of `record` bears."""
    return code_of_seal(seal_of(record))


def code_of_seal(seal: str) -> str:
    """Return the code that belongs to a seal."""
    number = int.from_bytes(hashlib.sha256(f"paper code 1:{seal[:WHOLE]}".encode()).digest(), "big")
    letters = ""
    for _ in range(LENGTH - 1):
        number, rest = divmod(number, len(LETTERS))
        letters += LETTERS[rest]
    return letters + _check_letter(letters)


def shown_code(code: str) -> str:
    """Return a code as it is printed: "7K2M-QX4R-9TWC"."""
    return "-".join(code[at : at + 4] for at in range(0, len(code), 4))


def read_code(text: str) -> str:
    """Return the code that somebody typed, in whatever case and grouping; raises Mistyped."""
    code = "".join(text.split()).replace("-", "").replace("–", "").upper()
    if wrong := sorted({letter for letter in code if letter not in LETTERS}):
        raise Mistyped(f"No code has the letter {wrong[0]}. Look at the paper again.")
    if len(code) != LENGTH:
        raise Mistyped(f"A code has {LENGTH} letters and digits; this has {len(code)}.")
    if _check_letter(code[:-1]) != code[-1]:
        raise Mistyped("A letter of this code is wrong. Look at the paper again.")
    return code


def _check_letter(letters: str) -> str:
    # Each place has its own weight, none a multiple of the prime.
    total = sum(at * LETTERS.index(letter) for at, letter in enumerate(letters, 2))
    return LETTERS[-total % len(LETTERS)]
