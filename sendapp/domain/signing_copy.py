"""What the journal tells of the copy of a record that was made last to be signed."""

from collections.abc import Iterable
from dataclasses import dataclass

from sendapp.domain.dates import long_date
from sendapp.domain.journal import Entry, What
from sendapp.domain.record import DecisionRecord
from sendapp.domain.sealing import code_of, shown_code
from sendapp.domain.versions import Why


@dataclass(frozen=True, slots=True)
class SigningCopy:
    """A copy that was printed, or else exported to a file, at a time (UTC, ISO form)."""

    code: str
    at: str
    printed: bool

    def is_of(self, record: DecisionRecord) -> bool:
        """Whether the words that are sealed are still those of the copy."""
        return self.code == code_of(record)


def last_signing_copy(entries: Iterable[Entry]) -> SigningCopy | None:
    """Return the copy that was made last; `entries` are a record's, the newest first."""
    for entry in entries:
        code = entry.details.get("code")
        if entry.what == What.SIGNING and isinstance(code, str):
            return SigningCopy(code, entry.at, entry.details.get("why") == Why.SIGNING)
    return None


def told_of(record: DecisionRecord, copy: SigningCopy | None, day: str) -> str:
    """Return what an officer is told who records that `record` was signed.

    `day` is the ISO date on which `copy` was made, as it was at their place.
    """
    if copy is None:
        return (
            "No copy to be signed was printed or exported here. If a paper made elsewhere was "
            "signed, see that it says what this record says."
        )
    made = "printed for signature" if copy.printed else "exported to be signed"
    code = shown_code(copy.code)
    if copy.is_of(record):
        return (
            f"The record was last {made} on {long_date(day)}. The signed paper has to bear "
            f"the code {code}."
        )
    return (
        f"The record was last {made} on {long_date(day)} with the code {code}; its words have "
        f"changed since (code now {shown_code(code_of(record))}). The paper that was signed may "
        "say something else: print it again and have it signed again, or compare what has changed."
    )
