"""What can be asked of the whole journal, and its lines as they are read by day."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from enum import StrEnum

from sendapp.domain.journal import ENDS, Entry, What

_MOST_CHANGES = 12
"""So many changes of the settings are told on a line; the file has all of them."""
_FIRST_DAY, _LAST_DAY = "1971-01-01", "2999-12-31"
"""Every computer's clock knows the time of this place from the one to the other: that of Windows
begins in 1970 and ends in 3000, and the days beside one are asked for, too."""


class Kept(StrEnum):
    """Whether the record a line is about is still here; the value is how it is said."""

    HERE = "kept"
    BINNED = "in the bin"
    GONE = "no longer kept"
    NONE = ""
    """The line is about no record."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalAsked:
    """Which lines: with every one of `words`, from the ISO day `since` to `until`, '' for all."""

    words: str = ""
    since: str = ""
    until: str = ""

    @property
    def is_all(self) -> bool:
        """Whether every line is asked for."""
        return not (self.words or self.since or self.until)

    @property
    def first(self) -> str:
        """The moment in UTC at which the days begin, in ISO form; '' for no beginning."""
        return _moment(self.since, time.min) if self.since else ""

    @property
    def last(self) -> str:
        """The moment in UTC at which the days end, in ISO form; '' for no end."""
        return _moment(self.until, time.max) if self.until else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalLine:
    """A row of the journal, with what its record is called, or was called when it went."""

    entry: Entry
    kept: Kept = Kept.NONE
    called: str = ""

    @property
    def at(self) -> datetime:
        """When it was done, in the time of this place."""
        return datetime.fromisoformat(self.entry.at).astimezone()

    @property
    def who(self) -> str:
        """Who did it, by the name in the settings and as the computer calls them."""
        return who_did(self.entry)

    @property
    def record(self) -> str:
        """The record in words, with whether it is still here.

        '' for none, and where what was done says it: that the record went.
        """
        match self.kept:
            case Kept.NONE:
                return ""
            case Kept.GONE if self.entry.what in ENDS:
                return ""
            case Kept.HERE:
                return self.called
            case _:
                return f"{self.called or 'A record'} ({self.kept})"


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalPage:
    """The first lines of those asked for, newest first; how many there are, and how many in all."""

    lines: tuple[JournalLine, ...]
    total: int
    of: int


def who_did(entry: Entry) -> str:
    """Return who did it, by the name in the settings and as the computer calls them."""
    if entry.who and entry.user and entry.who != entry.user:
        return f"{entry.who} ({entry.user})"
    return entry.who or entry.user


def told(entry: Entry, most: int = _MOST_CHANGES) -> str:
    """Return what was done: of changed settings each change on a line of its own, `most` of them.

    The words of such a row have only the first change; its details have all.
    """
    changes = entry.details.get("changes") if entry.what == What.PROFILE else None
    if not isinstance(changes, list) or len(changes) < 2:
        return entry.words
    lines = [str(change) for change in changes[:most]]
    if (more := len(changes) - len(lines)) > 0:
        lines.append(f"and {more:,} more {'change' if more == 1 else 'changes'}")
    return "\n".join(lines)


def _moment(day: str, clock: time) -> str:
    known = min(max(day, _FIRST_DAY), _LAST_DAY)
    here = datetime.combine(date.fromisoformat(known), clock).astimezone(UTC)
    return here.isoformat(timespec="microseconds")
