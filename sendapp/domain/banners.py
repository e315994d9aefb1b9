"""The banners of a record in the officer's words, and what may be said in their place."""

import re

from sendapp.domain.text import Refused, one_line

LIMIT = 300
"""The most characters of a banner."""

DATE = "DATE"
"""Stands in a banner for the day on which call-in ends."""

SHIPPED = {
    "decided": "The Decision has been made and has not yet been published.",
    "published": (
        f"The Decision is open to call-in until {DATE} and cannot be implemented before then."
    ),
    "published-undated": (
        "The Decision is open to call-in and cannot be implemented before it ends."
    ),
    "called-in": "The Decision has been called in and cannot be implemented.",
    "implementable": "The call-in has expired and the Decision can be implemented.",
    "implementable-after-call-in": "The call-in is over and the Decision can be implemented.",
    "implementable-no-call-in": "Call-in does not apply and the Decision can be implemented.",
    "withdrawn": "The Decision has been withdrawn.",
}
"""The usual words of each banner, by its name, in the order of a record's life."""

LABELS = {
    "decided": "Decided, not yet published",
    "published": "Published, open to call-in until a date",
    "published-undated": "Published, open to call-in, date not known",
    "called-in": "Called in",
    "implementable": "Call-in has passed",
    "implementable-after-call-in": "Called in, and the decision stands",
    "implementable-no-call-in": "Call-in does not apply",
    "withdrawn": "Withdrawn",
}
"""When each banner is printed."""


def fault_in_banner(name: str, words: str) -> str:
    """Return why `words` cannot be the banner `name`, '' if they can; blank means the usual ones.

    The one that tells a date has to have a place for it, and no other may.
    """
    try:
        text = one_line(words, LIMIT)
    except Refused as reason:
        return str(reason)
    if not text.strip():
        return ""
    dated, told = bool(_DATE.search(SHIPPED[name])), len(_DATE.findall(text))
    if dated and told != 1:
        return f"Say once where the date goes: {DATE}."
    if told and not dated:
        return f"This banner tells no date: {DATE} would be printed as it stands."
    return ""


_DATE = re.compile(rf"\b{DATE}\b")
