"""Whether a record may leave the desk in the decision maker's name."""

from sendapp.domain.duties import CABINET_MEMBER, duties_of
from sendapp.domain.record import DecisionRecord

OWN_INTEREST = (
    "The decision maker has a disclosable pecuniary interest in this matter: the record cannot be "
    "issued in their name."
)
"""What an officer is told where section 31 of the Localism Act 2011 stops a record."""

WHAT_TO_DO = (
    "Have the matter decided by somebody else and answer the question for them, or withdraw it."
)

_HELD_BACK = frozenset({"draft", "withdrawn"})
"""Where a record may stand that cannot be issued."""


def has_own_interest(record: DecisionRecord, duties: str) -> bool:
    """Whether a member decides alone in a matter in which they have declared an interest.

    `duties` is what the record's type says of them (`RecordType.duties`), '' where it has none. A
    member with a disclosable pecuniary interest may take no step in the matter alone (Localism
    Act 2011, section 31; check the official text).
    """
    alone = duties_of(record.record_type, duties) == CABINET_MEMBER
    return alone and record.decision_maker_interest == "yes"


def why_not_at(record: DecisionRecord, status: str, duties: str) -> str:
    """Return why `record` may not stand at `status`, '' if it may."""
    stopped = status not in _HELD_BACK and has_own_interest(record, duties)
    return OWN_INTEREST if stopped else ""


def why_not_issued(record: DecisionRecord, duties: str) -> str:
    """Return why `record` may not be printed or exported as a document, '' if it may."""
    stopped = record.status != "withdrawn" and has_own_interest(record, duties)
    return OWN_INTEREST if stopped else ""


def why_not_signed(record: DecisionRecord) -> str:
    """Return why no copy of `record` is printed to be signed, '' if one may be."""
    return _NOT_SIGNED.get(record.status, "")


HOW_TO_SIGN = "Mark it as ready for signature first: what the law requires is then looked for."
"""What to do about a draft that is wanted on paper for signature."""

_NOT_SIGNED = {
    "draft": "This is still a draft, and a draft is not signed.",
    "withdrawn": "This record has been withdrawn, so there is nothing to sign.",
}
