"""What a field is: its kind, its part of the form, and where it appears."""

from dataclasses import dataclass
from enum import Enum, Flag, StrEnum, auto


class Kind(Enum):
    """How a field is filled in and kept."""

    LINE = auto()
    """One line of text."""
    TEXT = auto()
    """Plain text of several lines."""
    RICH = auto()
    """Rich text, in normal form."""
    POST = auto()
    """A post, suggested from earlier records and the settings."""
    DATE = auto()
    """An ISO date, or ''."""
    CHOICE = auto()
    """One of a few values."""
    FLAG = auto()
    """True or false."""
    NUMBERS = auto()
    """A set of whole numbers, as a tuple in rising order."""
    ROWS = auto()
    """A list of rows, each with the fields of `ROWS[name]`."""


class Place(Flag):
    """Where a field appears. Every field is in the database and in the interchange."""

    NOWHERE = 0
    FORM = auto()
    TEMPLATE = auto()
    SEARCH = auto()
    COPY = auto()
    """Carried over by 'Start from this'."""


class Section(StrEnum):
    """The parts of the form, in the order of the printed record."""

    TITLE = "title"
    DECISION_MAKER = "decision_maker"
    DECISION = "decision"
    REASONS = "reasons"
    OPTIONS = "options"
    CONFLICTS = "conflicts"
    DATES = "dates"
    MORE = "more"


EVERYWHERE = Place.FORM | Place.TEMPLATE | Place.SEARCH | Place.COPY
FACTS = Place.FORM | Place.TEMPLATE
"""On the form and in print, but neither words to search for nor carried into a copy."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field of a record, or of a row of one of its lists."""

    name: str
    label: str
    help: str = ""
    kind: Kind = Kind.LINE
    section: Section = Section.MORE
    limit: int = 1_000
    places: Place = EVERYWHERE
    choices: tuple[tuple[str, str], ...] = ()
    """For Kind.CHOICE: each stored value with its words."""
    row: str = ""
    """For Kind.ROWS: what one row is called ("reason", "option")."""
    spelt: bool = True
    """Whether its spelling is checked; names, references and dates are in no dictionary."""
    only_for: frozenset[str] = frozenset()
    """Asked for only in records with the duties of these record types; empty for all."""

    def is_for(self, duties: str) -> bool:
        """Whether it is asked for in a record with the duties of the record type `duties`."""
        return not self.only_for or duties in self.only_for


YES_NO = (("", "Not answered"), ("yes", "Yes"), ("no", "No"))

STATUSES = (
    ("draft", "Drafting"),
    ("ready", "Ready for signature"),
    ("decided", "Decided"),
    ("published", "In call-in"),
    ("called-in", "Called in"),
    ("implementable", "Implementable"),
    ("withdrawn", "Withdrawn"),
)
"""Where a record stands, in the order of its life, with the words officers see."""

URGENCY_KINDS = (
    ("", "Choose"),
    ("general exception", "General exception"),
    ("special urgency", "Special urgency"),
    ("call-in waived", "Call-in waived"),
)

CARRIED_KINDS = (
    ("", "Fact"),
    ("name", "Name"),
    ("date", "Date"),
    ("amount", "Amount"),
    ("reference", "Reference"),
)
"""What a fact carried over from an older record is."""
