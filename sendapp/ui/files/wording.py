"""Files in the words officers see."""

from collections.abc import Sequence
from datetime import datetime

from sendapp.domain.dates import long_date
from sendapp.domain.filed import KIND_WORDS, MOST_MB_IN_ALL
from sendapp.services.filing import Filed


def size_words(size: int) -> str:
    """Return a size in bytes as people say it: "2.4 MB"."""
    if size < 1_000:
        return f"{size} bytes"
    if size < 999_500:
        return f"{size / 1_000:.0f} KB"
    return f"{size / 1_000_000:.1f} MB"


def total_words(files: Sequence[Filed]) -> str:
    """Return how many files there are and how large they are together, with the limit."""
    count = "1 file" if len(files) == 1 else f"{len(files)} files"
    size = size_words(sum(filed.size for filed in files))
    return f"{count} · {size} of {MOST_MB_IN_ALL} MB"


def about_words(filed: Filed) -> str:
    """Return what a file is, its size, when it was filed and by whom, in one line."""
    at = datetime.fromisoformat(filed.at).astimezone()
    when = f"{long_date(at.date().isoformat())}, {at:%H:%M}"
    parts = (KIND_WORDS[filed.kind], size_words(filed.size), when, filed.who)
    return " · ".join(part for part in parts if part)


def more_words(filed: Filed) -> str:
    """Return the note of a file, or why it was set aside; '' where there is neither."""
    if filed.is_aside:
        return f"Set aside: {filed.why_aside}" if filed.why_aside else "Set aside"
    return filed.note


def spoken(filed: Filed) -> str:
    """Return a file for those who listen."""
    parts = (filed.name, about_words(filed), more_words(filed))
    return ", ".join(part for part in parts if part)
