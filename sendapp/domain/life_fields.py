"""The catalogue's entries for a record's life after drafting: what its steps ask for, corrections.

None of them is on the form: the steps fill them in, and the banner tells of them in print.
"""

from sendapp.domain.fields import Field, Kind, Place
from sendapp.domain.text import FIELD_LIMIT

LIFE: tuple[Field, ...] = (
    Field(name="call_in_ends", label="Call-in ends on", kind=Kind.DATE, places=Place.NOWHERE),
    Field(name="in_force_on", label="Can be implemented on", kind=Kind.DATE, places=Place.NOWHERE),
    Field(
        name="call_in_reason",
        label="Why these dates of call-in",
        kind=Kind.TEXT,
        limit=10_000,
        places=Place.NOWHERE,
    ),
    Field(name="called_in_by", label="Called in by", spelt=False, places=Place.SEARCH),
    Field(name="called_in_on", label="Called in on", kind=Kind.DATE, places=Place.NOWHERE),
    Field(
        name="call_in_outcome",
        label="What came of the call-in",
        kind=Kind.TEXT,
        limit=10_000,
        places=Place.SEARCH,
    ),
    Field(name="withdrawn_on", label="Withdrawn on", kind=Kind.DATE, places=Place.NOWHERE),
    Field(
        name="withdrawn_reason",
        label="Why it was withdrawn",
        kind=Kind.TEXT,
        limit=10_000,
        places=Place.SEARCH,
    ),
)

CORRECTIONS = Field(
    name="corrections",
    label="Corrections",
    kind=Kind.ROWS,
    limit=FIELD_LIMIT,
    places=Place.TEMPLATE | Place.SEARCH,
    row="correction",
)
