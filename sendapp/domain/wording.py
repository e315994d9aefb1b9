"""The words that follow from a record: banner, draft mark, the decision's first words."""

import re
from dataclasses import dataclass, replace

from sendapp.domain.banners import SHIPPED
from sendapp.domain.call_in import may_be_called_in
from sendapp.domain.catalogue import CATALOGUE
from sendapp.domain.dates import long_date
from sendapp.domain.fields import STATUSES, Place
from sendapp.domain.interchange import content_hash
from sendapp.domain.issuing import why_not_issued
from sendapp.domain.profile import Profile
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


_DATE = re.compile(r"\bDATE\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """What of a council's profile is printed: its words for banners, by name, and its logo.

    `logo` is the base64 text of a PNG or JPEG picture, '' for none.
    """

    banners: tuple[tuple[str, str], ...] = ()
    logo: str = ""


PLAIN_HOUSE = House()
"""A council that has set nothing of this."""


def house_of(profile: Profile) -> House:
    """Return what is printed of `profile`."""
    return House(banners=profile.banners, logo=profile.logo)


def banner(record: DecisionRecord, duties: str, banners: tuple[tuple[str, str], ...] = ()) -> str:
    """Return the sentence at the head of the printed record, '' while it is a draft.

    `duties` is what the record's type says of them (`RecordType.duties`), `banners` are the
    council's own words, by the name of the banner; blank ones count as none.
    """
    if is_draft(record, duties) or (name := _banner_name(record, duties)) not in SHIPPED:
        return ""
    words = dict(banners).get(name, "").strip() or SHIPPED[name]
    if name != "published":
        return words
    ends, starts = record.call_in_ends, record.in_force_on
    if ends and starts > ends:
        # By some councils' rules the last day of call-in is not yet the first in force.
        words = words.replace("before then", f"before {long_date(starts)}")
    # A function, since the date is no pattern.
    return _DATE.sub(lambda _: _open_until(record), words)


def _banner_name(record: DecisionRecord, duties: str) -> str:
    free = not may_be_called_in(record, duties)
    if free and record.status in {"published", "implementable"}:
        return "implementable-no-call-in"
    if record.status == "implementable" and record.called_in_on:
        return "implementable-after-call-in"
    if record.status == "published" and not _open_until(record):
        return "published-undated"
    return record.status


def _open_until(record: DecisionRecord) -> str:
    """Return the day on which call-in ends, in words, '' where the record does not say."""
    return long_date(record.call_in_ends or record.confirmed_list_published)


def is_draft(record: DecisionRecord, duties: str) -> bool:
    """Whether the printed record carries a DRAFT mark: a draft, or one that may not be issued."""
    return record.status in DRAFT_STATUSES or bool(why_not_issued(record, duties))


def draft_mark(record: DecisionRecord, duties: str) -> str:
    """Return the mark a printed draft carries, '' once the decision is made.

    "DRAFT 3" while it says what was sent round under that number, else that it has changed.
    """
    if not is_draft(record, duties):
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
