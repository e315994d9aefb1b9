"""Names for exported files: meaningful to people, and allowed on every system."""

from collections.abc import Container
from pathlib import Path

from sendapp.domain.record import DecisionRecord
from sendapp.domain.safe_names import allowed, shortened, undeviced
from sendapp.domain.wording import DRAFT_STATUSES, is_circulated

_UNTITLED = "Decision record"


def file_name(record: DecisionRecord, suffix: str, *, signing: bool = False) -> str:
    """Return a name such as "2025-11-24 New school.docx"; `suffix` has its dot.

    The reference leads, or where there is none the date of the decision; the number of a draft
    that was sent round stands at the end while the record says what it said, as "(to sign)" does
    in a copy for `signing`.
    """
    title = allowed(record.title)
    lead = allowed(record.reference) or record.date_of_decision
    stem = shortened(f"{lead} {title or _UNTITLED}".strip())
    if signing:
        stem += " (to sign)"
    elif record.status in DRAFT_STATUSES and is_circulated(record):
        stem += f" (draft {allowed(record.circulations[-1].number)})"
    return undeviced(stem) + suffix


def list_file_name(title: str, since: str, until: str, suffix: str) -> str:
    """Return a name such as "2025-11-24 Draft Decision List.docx", for a period with both days."""
    days = until if since == until else f"{since} to {until}"
    return f"{days} {allowed(title)}{suffix}"


def unused(name: str, taken: Container[str]) -> str:
    """Return `name`, or "name (2)" and so on where `taken` holds it in lower case."""
    path = Path(name)
    number = 1
    while name.lower() in taken:
        number += 1
        name = f"{path.stem} ({number}){path.suffix}"
    return name
