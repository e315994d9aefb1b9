"""How long a record is kept: until its life is over, and for the council's years besides."""

from collections.abc import Mapping
from datetime import date

from sendapp.domain.dates import is_iso_date, long_date
from sendapp.domain.record import DecisionRecord
from sendapp.domain.today import over_on
from sendapp.errors import Problem

OVER = frozenset({"implementable", "withdrawn"})
"""Where a record's life is over: nobody waits for a step of it, and call-in can stop it no more."""

_NOT_OVER: Mapping[str, tuple[str, str]] = {
    "draft": (
        "is a draft, and only decisions are kept for a time and then disposed of.",
        "Put it in the bin if it is not needed.",
    ),
    "ready": (
        "waits for signature, and only decisions are kept for a time and then disposed of.",
        "Take it back to drafting and put it in the bin if it is not needed.",
    ),
    "decided": (
        "was decided and never published, so it is not over.",
        "Publish it, or withdraw it, first.",
    ),
    "published": (
        "is published, and nobody has confirmed that it can be implemented, so it is not over.",
        "Confirm it, or withdraw it, first.",
    ),
    "called-in": (
        "is called in, so it is not over.",
        "Record how the call-in ended, or withdraw it, first.",
    ),
}


def refuse_if_kept(record: DecisionRecord, years: int, today: date) -> None:
    """Raise a Problem where a record, or what is kept `years` with it, may not go on `today`."""
    if record.status not in OVER:
        why, hint = _NOT_OVER[record.status]
        raise Problem(f"“{record.title}” {why}", hint)
    decided = record.date_of_decision
    if not is_iso_date(decided):
        raise Problem(
            f"“{record.title}” does not say when it was decided, so nobody can tell how long "
            "it has to be kept.",
            "Put it in the bin if it was withdrawn before it was decided; else enter the date of "
            "the decision first.",
        )
    over = over_on(decided, years)
    if over > today.isoformat():
        raise Problem(
            f"“{record.title}” was decided on {long_date(decided)} and is kept until "
            f"{long_date(over)}.",
            "How long records are kept is set in the settings.",
        )
