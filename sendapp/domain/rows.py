"""The fields of the rows of each list of a record, each entered once."""

from sendapp.domain.duties import EXECUTIVE
from sendapp.domain.fields import CARRIED_KINDS, URGENCY_KINDS, Field, Kind
from sendapp.domain.record import Row
from sendapp.domain.text import FIELD_LIMIT

_ITEM = (Field(name="text", label="Text", kind=Kind.RICH, limit=FIELD_LIMIT),)

ROWS: dict[str, tuple[Field, ...]] = {
    "decisions": _ITEM,
    "reasons": _ITEM,
    "options": (
        Field(name="title", label="Option"),
        Field(name="recommended", label="Recommended, and printed so", kind=Kind.FLAG),
        Field(
            name="text",
            label="What it means, and why or why not",
            kind=Kind.RICH,
            limit=FIELD_LIMIT,
        ),
    ),
    "conflicts": (
        Field(name="member", label="Member", spelt=False),
        Field(name="interest", label="Interest declared", kind=Kind.TEXT, limit=10_000),
        Field(
            name="dispensation",
            label="Dispensation",
            kind=Kind.TEXT,
            limit=10_000,
            help="What was granted, or None.",
            only_for=EXECUTIVE,
        ),
        Field(name="granted_by", label="Granted by", spelt=False, only_for=EXECUTIVE),
        Field(name="granted_on", label="Granted on", spelt=False, limit=200, only_for=EXECUTIVE),
    ),
    "urgency": (
        Field(name="kind", label="Kind", kind=Kind.CHOICE, choices=URGENCY_KINDS),
        Field(name="reason", label="Why it cannot wait", kind=Kind.TEXT, limit=10_000),
        Field(name="agreed_by", label="Agreed by", spelt=False),
        Field(name="agreed_on", label="Agreed on", spelt=False, limit=200),
    ),
    "background_papers": (Field(name="text", label="Paper"),),
    "appendices": (
        Field(name="title", label="Appendix"),
        Field(name="exempt", label="Exempt: not for publication", kind=Kind.FLAG),
        Field(
            name="paragraphs",
            label="Paragraphs of Schedule 12A that apply",
            kind=Kind.NUMBERS,
            help="1 to 7.",
        ),
        Field(
            name="public_interest",
            label="The public interest in withholding it outweighs that in disclosing it",
            kind=Kind.FLAG,
        ),
    ),
    "clearances": (
        Field(name="role", label="For", help="Legal, finance, monitoring officer."),
        Field(name="name", label="Name", spelt=False),
        Field(name="cleared_on", label="Cleared on", spelt=False, limit=200),
        Field(name="comment", label="Comment", kind=Kind.TEXT, limit=10_000),
    ),
    "set_aside": (
        Field(name="check", label="Check", limit=100),
        Field(name="field", label="Field", limit=100),
        Field(name="words", label="Words", kind=Kind.TEXT, limit=FIELD_LIMIT),
        Field(name="reason", label="Why it is right", kind=Kind.TEXT, limit=10_000),
    ),
    "carried": (
        Field(name="field", label="Field", limit=100),
        Field(name="words", label="Words", limit=FIELD_LIMIT),
        Field(name="kind", label="Kind", kind=Kind.CHOICE, choices=CARRIED_KINDS),
    ),
    "circulations": (
        Field(name="number", label="Draft", limit=20),
        Field(name="to", label="Sent to"),
        Field(name="on", label="Sent on", limit=200),
        Field(name="words_hash", label="What it said", limit=64),
    ),
    "corrections": (
        Field(name="corrected_on", label="Corrected on", kind=Kind.DATE),
        Field(name="place", label="Where", limit=200),
        Field(name="reason", label="Why", kind=Kind.TEXT, limit=10_000),
        Field(name="before", label="Before", kind=Kind.TEXT, limit=FIELD_LIMIT),
        Field(name="after", label="After", kind=Kind.TEXT, limit=FIELD_LIMIT),
    ),
}
"""The fields of a row of each list, in the order of the form."""


def parts_for(list_name: str, duties: str, row: Row | None = None) -> tuple[Field, ...]:
    """Return the fields of a row that records with the duties of the type `duties` ask for.

    With `row`, those it has filled are among them: what stands there can be seen and taken out.
    """
    return tuple(
        entry
        for entry in ROWS[list_name]
        if entry.is_for(duties) or (row is not None and getattr(row, entry.name))
    )


def row_field(list_name: str, name: str) -> Field:
    """Return the entry for the field `name` of a row of the list `list_name`."""
    return next(entry for entry in ROWS[list_name] if entry.name == name)


def place_of_part(list_name: str, index: int, part: str) -> str:
    """Return the address of a row's part: "reasons[2]", "options[0].title"."""
    row = f"{list_name}[{index}]"
    return row if len(ROWS[list_name]) == 1 else f"{row}.{part}"
