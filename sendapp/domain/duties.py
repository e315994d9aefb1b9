"""Whose duties a record is held to: a member's, a meeting's, an officer's."""

CABINET_MEMBER = "cabinet-member"
OFFICER_EXECUTIVE = "officer-executive"
CABINET = "cabinet"
OFFICER_NON_EXECUTIVE = "officer-non-executive"

EXECUTIVE = frozenset({CABINET_MEMBER, OFFICER_EXECUTIVE, CABINET})
ALL = EXECUTIVE | {OFFICER_NON_EXECUTIVE}


def duties_of(record_type: str, named: str = "") -> str:
    """Return the record type whose duties hold for a record of the type `record_type`.

    `named` is what a type of the council's own says; one that says nothing known has those of a
    cabinet member, which are the strictest.
    """
    found = named or record_type
    return found if found in ALL else CABINET_MEMBER


def knows_call_in(record_type: str, named: str = "") -> bool:
    """Whether a decision of the type `record_type` can be called in: an executive one alone.

    `named` as for `duties_of`.
    """
    return duties_of(record_type, named) in EXECUTIVE
