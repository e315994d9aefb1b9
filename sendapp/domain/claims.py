"""What a code on a paper tells, and what it does not, in words."""

from sendapp.domain.record import DecisionRecord
from sendapp.domain.wording import STATUS_LABELS

NOT_PROVED = (
    "A code says which text a paper claims to be. It proves neither who signed it nor that nothing "
    "on it was altered by hand: compare the words. Dates, and what is printed under “Further "
    "information”, are no part of it."
)
NONE_HERE = (
    "No text kept here bears this code. The paper need not be false for that: its record may be "
    "kept on another computer, or have been deleted or disposed of."
)


def said_of(record: DecisionRecord, kept: str = "", *, in_bin: bool = False) -> str:
    """Return what a record's text is to a paper that bears its code.

    `kept` says when and why an older version of it was kept, '' for the text as it stands.
    """
    named = f"“{record.title}”" if record.title else "a record without a title"
    stands = STATUS_LABELS.get(record.status, record.status)
    where = f"{stands}; in the bin" if in_bin else stands
    if kept:
        return f"An older text of {named} ({where}). It was kept on {kept}. Its words have changed."
    return f"The words of {named} as they stand today ({where})."
