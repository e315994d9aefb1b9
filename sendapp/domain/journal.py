"""What the journal tells: each thing that was done with a record, in the officer's words."""

from dataclasses import dataclass, field
from enum import StrEnum


class What(StrEnum):
    """What was done; the value is what stands in the records file."""

    STEP = "step"
    UNDONE = "undone"
    CORRECTED = "corrected"
    DATES = "dates"
    IMPORTED = "imported"
    SEALED = "sealed"
    WORD = "word"
    PDF = "pdf"
    SHARED = "shared"
    PRINTED = "printed"
    SIGNING = "signing"
    CIRCULATED = "circulated"
    RESTORED = "restored"
    OVERRIDDEN = "overridden"
    LISTED = "listed"
    FILED = "filed"
    FILE_REMOVED = "file-removed"
    FILE_SET_ASIDE = "file-set-aside"
    FILE_PUT_BACK = "file-put-back"
    REMOVED = "removed"
    DISPOSED = "disposed"
    PAPERS_DISPOSED = "papers-disposed"
    PROFILE = "profile"
    BACKUP = "backup"
    JOURNAL = "journal"


LIFE = frozenset({What.STEP, What.UNDONE, What.CORRECTED, What.IMPORTED, What.SEALED})
"""What changes where a record stands, or what is sealed in it."""

MOVES = LIFE | {What.DATES}
"""What `records.step` points to: the row of the journal that last changed a record as a whole."""
BY_US = frozenset({What.STEP, What.CORRECTED})
"""What seals a record by an act done here, and not elsewhere: from then on it goes to no bin."""
ENDS = frozenset({What.REMOVED, What.DISPOSED})
"""What ends a record's life here."""


@dataclass(frozen=True, slots=True)
class By:
    """Who did something: as the computer calls them, and as they are called in the settings."""

    user: str = ""
    who: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """Something done, to be entered in the journal: `words` say it, `details` are JSON values.

    `record_id` is '' where it concerns the whole records file.
    """

    what: What
    words: str
    record_id: str = ""
    details: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A row of the journal: `number` rises by one, `at` is UTC in ISO form."""

    number: int
    record_id: str
    at: str
    user: str
    who: str
    what: str
    words: str
    details: dict[str, object]
    status_before: str
    status_after: str
    seal_before: str
    seal_after: str
