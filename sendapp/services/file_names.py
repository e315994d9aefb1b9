"""Names for exported files: meaningful to people, and allowed on every system."""

import re
import unicodedata
from collections.abc import Container
from pathlib import Path

from sendapp.domain.record import DecisionRecord
from sendapp.domain.wording import is_circulated, is_draft

_NOT_ALLOWED = re.compile(r'[<>:"/\\|?*]')
# Windows keeps these for devices, whatever suffix follows.
_DEVICE = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?", re.IGNORECASE)
_MOST_CHARACTERS = 100
_MOST_BYTES = 200
_UNTITLED = "Decision record"


def file_name(record: DecisionRecord, suffix: str, *, signing: bool = False) -> str:
    """Return a name such as "2025-11-24 New school.docx"; `suffix` has its dot.

    The reference leads, or where there is none the date of the decision; the number of a draft
    that was sent round stands at the end while the record says what it said, as "(to sign)" does
    in a copy for `signing`.
    """
    title = _allowed(record.title)
    lead = _allowed(record.reference) or record.date_of_decision
    stem = _shortened(f"{lead} {title or _UNTITLED}".strip())
    if signing:
        stem += " (to sign)"
    elif is_draft(record) and is_circulated(record):
        stem += f" (draft {_allowed(record.circulations[-1].number)})"
    return (f"_{stem}" if _DEVICE.fullmatch(stem) else stem) + suffix


def list_file_name(title: str, since: str, until: str, suffix: str) -> str:
    """Return a name such as "2025-11-24 Draft Decision List.docx", for a period with both days."""
    days = until if since == until else f"{since} to {until}"
    return f"{days} {_allowed(title)}{suffix}"


def unused(name: str, taken: Container[str]) -> str:
    """Return `name`, or "name (2)" and so on where `taken` holds it in lower case."""
    path = Path(name)
    number = 1
    while name.lower() in taken:
        number += 1
        name = f"{path.stem} ({number}){path.suffix}"
    return name


def _allowed(text: str) -> str:
    composed = unicodedata.normalize("NFC", text)
    printed = "".join(c if c.isprintable() or c.isspace() else "" for c in composed)
    words = _NOT_ALLOWED.sub("-", printed).split()
    return " ".join(words).strip(". -")


def _shortened(stem: str) -> str:
    """Cut at a word, so that name, folder and suffix stay inside every system's limits."""
    cut = stem[:_MOST_CHARACTERS].encode()[:_MOST_BYTES].decode(errors="ignore")
    if cut != stem and " " in cut[40:]:
        cut = cut[: cut.rindex(" ")]
    return cut.rstrip(". -")
