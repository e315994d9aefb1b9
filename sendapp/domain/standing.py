"""Where a record stands in a sentence: what has happened, and what it waits for."""

from datetime import date

from sendapp.domain.call_in import may_be_called_in
from sendapp.domain.dates import is_iso_date, short_date
from sendapp.domain.fields import STATUSES
from sendapp.domain.record import DecisionRecord
from sendapp.domain.wording import STATUS_LABELS

CALL_IN_ENDED = "Call-in ended"
"""Said in the place of “In call-in” of a record whose call-in has ended."""
ENDED = "call-in-ended"
"""What such a record is counted and found under, in the place of its status."""
PUBLISHED = "Published"
"""Said of a published record that has no last day of call-in: mostly, there is no call-in."""
UNDATED = "published-undated"
"""What that one is counted and found under."""

_OF_PUBLISHED = ((UNDATED, PUBLISHED), ("published", STATUS_LABELS["published"]))
STANDINGS = tuple(
    entry
    for status, words in STATUSES
    for entry in (
        (*_OF_PUBLISHED, (ENDED, CALL_IN_ENDED)) if status == "published" else ((status, words),)
    )
)
"""Where records stand, as they are counted in the register, in the order of a record's life."""


def stands_at(status: str, call_in_ends: str, today: str) -> str:
    """Return where a record stands on the day `today` (ISO), in the words officers see.

    A published one whose call-in has ended says so until that is confirmed; of one without a last
    day of call-in it is not said that it is in call-in.
    """
    if status == "published" and not call_in_ends:
        return PUBLISHED
    if status == "published" and is_iso_date(call_in_ends) and call_in_ends < today:
        return CALL_IN_ENDED
    return STATUS_LABELS.get(status, status)


def standing_in_words(record: DecisionRecord, today: date, duties: str) -> str:
    """Return what the officer is told at the head of the record on the day `today`.

    `duties` is what the record's type says of them (`RecordType.duties`), '' where it has none.
    """
    match record.status:
        case "draft":
            return "Once it is finished, mark it as ready for signature."
        case "ready":
            return "Waiting for the signature. Record the decision once it is signed."
        case "decided":
            return f"Decided{_on(record.date_of_decision)}. Waiting to be published."
        case "published":
            opens = may_be_called_in(record, duties)
            return _open_to_call_in(record, today) if opens else _without_call_in(record, today)
        case "called-in":
            by = f" by {record.called_in_by}" if record.called_in_by else ""
            return f"Called in{by}{_on(record.called_in_on)}; it cannot be implemented meanwhile."
        case "implementable":
            return _in_force(record, today)
        case "withdrawn":
            why = f": {record.withdrawn_reason}" if record.withdrawn_reason else "."
            return f"Withdrawn{_on(record.withdrawn_on)}{why}"
    return ""


def _open_to_call_in(record: DecisionRecord, today: date) -> str:
    ends, starts = record.call_in_ends, record.in_force_on
    if not is_iso_date(ends):
        return f"Published{_on(record.draft_list_published)}, and open to call-in."
    day = today.isoformat()
    is_open = f"{CALL_IN_ENDED} on" if ends < day else "Open to call-in until"
    told = f"{is_open} {_day(ends)}"
    if not is_iso_date(starts):
        return f"{told}."
    if starts <= day:
        return f"{told}. It can be implemented: confirm it."
    return f"{told}; it can be implemented on {_day(starts)}."


def _without_call_in(record: DecisionRecord, today: date) -> str:
    told = f"Published{_on(record.draft_list_published)}; call-in does not apply"
    starts = record.in_force_on
    if is_iso_date(starts) and starts > today.isoformat():
        return f"{told}, and it can be implemented on {_day(starts)}."
    return f"{told}. It can be implemented: confirm it."


def _in_force(record: DecisionRecord, today: date) -> str:
    confirmed = record.confirmed_list_published
    # Of what was called in, the day that was counted holds no more.
    starts = confirmed if record.called_in_on else record.in_force_on or confirmed
    if not is_iso_date(starts):
        return "It can be implemented."
    word = "since" if starts <= today.isoformat() else "from"
    return f"It can be implemented {word} {_day(starts)}."


def _on(iso: str) -> str:
    return f" on {_day(iso)}" if iso else ""


def _day(iso: str) -> str:
    """Return a date with its weekday, "Thu 27 Nov 2025"."""
    return short_date(date.fromisoformat(iso)) if is_iso_date(iso) else iso
