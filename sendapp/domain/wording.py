"""The words that follow from a record: banner, draft mark, the decision's first words."""

from dataclasses import replace

from sendapp.domain.catalogue import CATALOGUE
from sendapp.domain.dates import long_date
from sendapp.domain.fields import STATUSES, Place
from sendapp.domain.interchange import content_hash
from sendapp.domain.issuing import why_not_issued
from sendapp.domain.record import DecisionRecord

STATUS_LABELS = dict(STATUSES)
"""Where a record stands, in the officer's words."""

DRAFT_STATUSES = frozenset({"draft", "ready"})
"""Records that are printed with a DRAFT mark."""

_BLANK = DecisionRecord(id="")

_NEVER_PRINTED = {"status", "unknown"} | {
    entry.name
    for entry in CATALOGUE
    if Place.TEMPLATE not in entry.places and entry.name not in ("id", "record_type")
}

_BANNERS = {
    "decided": "The Decision has been made and has not yet been published.",
    "called-in": "The Decision has been called in and cannot be implemented.",
    "withdrawn": "The Decision has been withdrawn.",
}


def banner(record: DecisionRecord) -> str:
    """Return the sentence at the head of the printed record, '' while it is a draft."""
    if is_draft(record):
        return ""
    if record.call_in_applies == "no" and record.status in {"published", "implementable"}:
        return "Call-in does not apply and the Decision can be implemented."
    if record.status == "implementable":
        return "The call-in has expired and the Decision can be implemented."
    if record.status == "published":
        if not (ends := record.call_in_ends or record.confirmed_list_published):
            return "The Decision is open to call-in and cannot be implemented before it ends."
        until = long_date(ends)
        return (
            f"The Decision is open to call-in until {until} and cannot be implemented before then."
        )
    return _BANNERS.get(record.status, "")


def is_draft(record: DecisionRecord) -> bool:
    """Whether the printed record carries a DRAFT mark: a draft, or one that may not be issued."""
    return record.status in DRAFT_STATUSES or bool(why_not_issued(record))


def draft_mark(record: DecisionRecord) -> str:
    """Return the mark a printed draft carries, '' once the decision is made.

    "DRAFT 3" while it says what was sent round under that number, else that it has changed.
    """
    if not is_draft(record):
        return ""
    if not record.circulations:
        return "DRAFT"
    number = record.circulations[-1].number
    return f"DRAFT {number}" if is_circulated(record) else f"DRAFT, changed since draft {number}"


def is_circulated(record: DecisionRecord) -> bool:
    """Whether `record` prints what the draft that was last sent round printed."""
    last = record.circulations[-1:]
    return bool(last) and last[0].words_hash == words_hash(record)


def words_hash(record: DecisionRecord) -> str:
    """Return the SHA-256 of what `record` prints; where it stands and notes are no part of it."""
    blank = {name: getattr(_BLANK, name) for name in _NEVER_PRINTED}
    return content_hash(replace(record, **blank))


def next_draft(record: DecisionRecord) -> str:
    """Return the number of the draft that is sent round next."""
    numbers = [int(row.number) for row in record.circulations if row.number.isdecimal()]
    return str(max(numbers, default=0) + 1)


def lead_in(post: str) -> str:
    """Return how the decision of the holder of `post` begins, "The Deputy Leader approves".

    What stands in brackets after the post describes it and is left out.
    """
    name = post.split("(")[0].strip()
    if not name:
        return ""
    return f"{name} approves" if name.lower().startswith("the ") else f"The {name} approves"
