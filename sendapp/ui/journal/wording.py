"""How the journal's window says what is shown, and why a record cannot be opened from it."""

from sendapp.domain.dates import long_date
from sendapp.domain.journal_lines import JournalAsked, JournalLine, JournalPage, Kept

NOTHING = "The journal has no lines yet."
NOTHING_HINT = (
    "Each step, print, export, correction and decision list, each change of the council’s settings "
    "and each disposal is told here with who did it and when, and stays."
)
NO_LINE_HINT = "Try fewer words, just the beginning of one, or other days."
CROSSED = "This day is before the first."
CROSSED_DAYS = "The last day is before the first, so no line can fit."
NO_DAYS = "Enter the days as in 5 March 2026, or leave them blank."


def counted(page: JournalPage, asked: JournalAsked) -> str:
    """Return how many lines there are of those asked for, and in all."""
    if not page.of:
        return NOTHING
    if asked.is_all:
        return f"{_lines(page.total)}, the newest first"
    asked_for = _asked_for(asked)
    if not page.total:
        return f"None of {_lines(page.of)} {asked_for}"
    return f"{page.total:,} of {_lines(page.of)} {asked_for}"


def more_words(left: int) -> str:
    """Return what stands after the last line that is shown, where there are others."""
    return f"and {left:,} older {'line' if left == 1 else 'lines'}: narrow the words or the days"


def spoken(line: JournalLine, words: str) -> str:
    """Return a line as it is read out, with its day: its heading cannot be chosen."""
    when = f"{long_date(line.at.date().isoformat())}, {line.at:%H:%M}"
    said = (when, line.who, words.replace("\n", "; "), line.record)
    return " ".join(part if part[-1] in ".?!”" else f"{part}." for part in said if part)


def about_record(line: JournalLine | None) -> str:
    """Return what is said of the record of a line; '' where it can be opened or none is chosen."""
    if line is None:
        return ""
    match line.kept:
        case Kept.NONE:
            return "This line belongs to no single record."
        case Kept.GONE:
            return "The record is no longer kept, so there is nothing to open."
        case Kept.BINNED:
            return "The record is in the bin. It can be opened, and put back."
        case Kept.HERE:
            return ""


def _asked_for(asked: JournalAsked) -> str:
    parts = [f"with “{asked.words}”"] if asked.words else []
    if asked.since and asked.since == asked.until:
        parts.append(f"on {long_date(asked.since)}")
    else:
        parts += [f"from {long_date(asked.since)}"] if asked.since else []
        parts += [f"to {long_date(asked.until)}"] if asked.until else []
    return " ".join(parts)


def _lines(count: int) -> str:
    return f"{count:,} {'line' if count == 1 else 'lines'}"
