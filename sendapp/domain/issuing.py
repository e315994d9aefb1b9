"""Whether a record may leave the desk in the decision maker's name."""

from sendapp.domain.record import DecisionRecord

OWN_INTEREST = (
    "The decision maker has an interest of their own in this matter: the record cannot be issued "
    "in their name. Have the matter decided by somebody else, or withdraw it."
)
"""What an officer is told where section 31 of the Localism Act 2011 stops a record."""

_HELD_BACK = frozenset({"draft", "withdrawn"})
"""Where a record stands while it is not issued."""


def why_stopped(record: DecisionRecord, status: str = "") -> str:
    """Return why `record` may not stand at `status` ('' for where it stands), '' if it may.

    A member with a disclosable pecuniary interest may take no step in the matter alone
    (Localism Act 2011, section 31; check the official text).
    """
    stopped = record.decision_maker_interest == "yes"
    return OWN_INTEREST if stopped and (status or record.status) not in _HELD_BACK else ""
