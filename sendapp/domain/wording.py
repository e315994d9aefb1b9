"""The words that follow from a record: banner, draft mark, the decision's first words."""

from sendapp.domain.dates import long_date
from sendapp.domain.fields import STATUSES
from sendapp.domain.issuing import why_not_issued
from sendapp.domain.record import DecisionRecord

STATUS_LABELS = dict(STATUSES)
"""Where a record stands, in the officer's words."""

DRAFT_STATUSES = frozenset({"draft", "ready"})
"""Records that are printed with a DRAFT mark."""

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
        if not record.confirmed_list_published:
            return "The Decision is open to call-in and cannot be implemented before it ends."
        until = long_date(record.confirmed_list_published)
        return (
            f"The Decision is open to call-in until {until} and cannot be implemented before then."
        )
    return _BANNERS.get(record.status, "")


def is_draft(record: DecisionRecord) -> bool:
    """Whether the printed record carries a DRAFT mark: a draft, or one that may not be issued."""
    return record.status in DRAFT_STATUSES or bool(why_not_issued(record))


def lead_in(post: str) -> str:
    """Return how the decision of the holder of `post` begins, "The Deputy Leader approves".

    What stands in brackets after the post describes it and is left out.
    """
    name = post.split("(")[0].strip()
    if not name:
        return ""
    return f"{name} approves" if name.lower().startswith("the ") else f"The {name} approves"
