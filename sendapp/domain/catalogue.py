"""The field catalogue: every field of a record, entered once; those of rows are in `rows`."""

from sendapp.domain.duties import ALL, CABINET, CABINET_MEMBER
from sendapp.domain.fields import (
    FACTS,
    STATUSES,
    YES_NO,
    Field,
    Kind,
    Place,
    Section,
)
from sendapp.domain.life_fields import CORRECTIONS, LIFE
from sendapp.domain.text import FIELD_LIMIT

CATALOGUE: tuple[Field, ...] = (
    Field(name="id", label="Identity", places=Place.NOWHERE),
    Field(name="record_type", label="Kind of record", limit=100, places=Place.COPY),
    Field(
        name="title",
        label="Title",
        help="What is decided, in a line a resident would understand.",
        section=Section.TITLE,
    ),
    Field(
        name="decision_maker",
        label="Decision made by",
        help="The post as it is printed, for example Cabinet Member for Housing.",
        kind=Kind.POST,
        section=Section.DECISION_MAKER,
    ),
    Field(
        name="decision_lead_in",
        label="How the decision begins",
        help="Printed before the numbered decisions, for example The Leader approves.",
        section=Section.DECISION,
    ),
    Field(
        name="decisions",
        label="Decision",
        help="What is decided, one numbered paragraph for each part.",
        kind=Kind.ROWS,
        section=Section.DECISION,
        limit=FIELD_LIMIT,
        row="decision",
    ),
    Field(
        name="reasons",
        label="Reason for decision",
        help="Why. The reasons belong in the record itself, not only in the report.",
        kind=Kind.ROWS,
        section=Section.REASONS,
        limit=FIELD_LIMIT,
        row="reason",
    ),
    Field(
        name="options",
        label="Alternative options considered",
        help="Each option that was looked at, and why. Tick the one that is decided on; the others "
        "count as rejected.",
        kind=Kind.ROWS,
        section=Section.OPTIONS,
        limit=FIELD_LIMIT,
        row="option",
    ),
    Field(
        name="decision_maker_interest",
        label="Has the decision maker a disclosable pecuniary interest in this matter?",
        help="A member who has one may not decide the matter alone. Never printed.",
        kind=Kind.CHOICE,
        section=Section.CONFLICTS,
        places=Place.FORM,
        choices=YES_NO,
        only_for=frozenset({CABINET_MEMBER}),
    ),
    Field(
        name="conflicts_declared",
        label="Has anybody declared a conflict of interest?",
        help="By an executive member who was consulted on the decision.",
        kind=Kind.CHOICE,
        section=Section.CONFLICTS,
        places=Place.FORM | Place.TEMPLATE,
        choices=(("", "Not answered"), ("none", "None declared"), ("declared", "Declared")),
    ),
    Field(
        name="conflicts",
        label="Conflicts declared",
        help="Who declared what, and the dispensation granted for it.",
        kind=Kind.ROWS,
        section=Section.CONFLICTS,
        limit=FIELD_LIMIT,
        places=Place.FORM | Place.TEMPLATE | Place.SEARCH,
        row="conflict",
    ),
    Field(
        name="status",
        label="Where the record stands",
        help="The words at the head of the printed record follow from this.",
        kind=Kind.CHOICE,
        section=Section.DATES,
        # Changed by steps alone, not by a field of the form.
        places=Place.TEMPLATE,
        choices=STATUSES,
    ),
    Field(
        name="date_of_decision",
        label="Date of decision",
        kind=Kind.DATE,
        section=Section.DATES,
        places=FACTS,
    ),
    Field(
        name="draft_list_published",
        label="Draft Decision List published on",
        help="From this day the decision is public and open to call-in.",
        kind=Kind.DATE,
        section=Section.DATES,
        places=FACTS,
    ),
    Field(
        name="confirmed_list_published",
        label="Confirmed Decision List published on",
        help="The call-in period has passed.",
        kind=Kind.DATE,
        section=Section.DATES,
        places=FACTS,
    ),
    *LIFE,
    Field(
        name="council",
        label="Council",
        help="As printed at the head of the record.",
        spelt=False,
    ),
    Field(
        name="reference",
        spelt=False,
        label="Reference",
        help="Your council's number for this decision.",
        limit=200,
        places=Place.FORM | Place.TEMPLATE | Place.SEARCH,
    ),
    Field(
        name="decision_maker_name",
        spelt=False,
        label="Name of the decision maker",
        help="Who holds the post.",
        only_for=ALL - {CABINET},
    ),
    Field(
        name="key_decision",
        label="Is this a key decision?",
        kind=Kind.CHOICE,
        places=FACTS,
        choices=YES_NO,
    ),
    Field(
        name="key_decision_reason",
        label="Why it is, or is not, a key decision",
        kind=Kind.TEXT,
        limit=10_000,
    ),
    Field(
        name="call_in_applies",
        label="Does call-in apply?",
        kind=Kind.CHOICE,
        places=FACTS,
        choices=YES_NO,
    ),
    Field(
        name="notice_published",
        label="Notice of the key decision published on",
        help="Twenty-eight clear days before a key decision.",
        kind=Kind.DATE,
        places=FACTS,
    ),
    Field(
        name="notice_reference",
        spelt=False,
        label="Notice reference",
        limit=200,
        places=Place.FORM | Place.TEMPLATE | Place.SEARCH,
    ),
    Field(
        name="urgency",
        label="Urgency",
        help="A shortened notice or a waived call-in, and who agreed to it.",
        kind=Kind.ROWS,
        limit=FIELD_LIMIT,
        places=Place.FORM | Place.TEMPLATE | Place.SEARCH,
        row="urgency",
    ),
    Field(name="wards", label="Wards affected"),
    Field(name="report_author", label="Report author", spelt=False),
    Field(
        name="contact",
        label="Contact",
        help="Telephone or e-mail for questions.",
        spelt=False,
    ),
    Field(name="directorate", label="Directorate"),
    Field(name="consultees", label="Consulted", kind=Kind.TEXT, limit=10_000),
    Field(
        name="authority",
        label="Authority for the decision",
        help="The delegation or the part of the constitution it is taken under.",
        kind=Kind.TEXT,
        limit=10_000,
    ),
    Field(name="implementing_officer", label="Implementing officer", spelt=False),
    Field(
        name="background_papers",
        label="Background papers",
        kind=Kind.ROWS,
        limit=FIELD_LIMIT,
        row="background paper",
    ),
    Field(
        name="appendices",
        label="Appendices",
        kind=Kind.ROWS,
        limit=FIELD_LIMIT,
        row="appendix",
    ),
    Field(
        name="clearances",
        label="Cleared by",
        help="Who has cleared the record in your council, legal or finance say. Never printed.",
        kind=Kind.ROWS,
        limit=FIELD_LIMIT,
        places=Place.FORM | Place.SEARCH,
        row="clearance",
    ),
    Field(
        name="set_aside",
        label="Findings set aside",
        kind=Kind.ROWS,
        limit=FIELD_LIMIT,
        places=Place.NOWHERE,
        row="finding set aside",
    ),
    Field(
        name="carried",
        label="Carried over and not confirmed",
        kind=Kind.ROWS,
        limit=FIELD_LIMIT,
        places=Place.NOWHERE,
        row="carried-over fact",
    ),
    Field(
        name="circulations",
        label="Drafts sent round",
        kind=Kind.ROWS,
        limit=FIELD_LIMIT,
        places=Place.NOWHERE,
        row="draft sent round",
    ),
    CORRECTIONS,
    Field(
        name="notes",
        label="Notes to yourself",
        help="Never printed and never exported to Word or PDF.",
        kind=Kind.TEXT,
        limit=FIELD_LIMIT,
        places=Place.FORM | Place.SEARCH,
    ),
)

_BY_NAME = {entry.name: entry for entry in CATALOGUE}


def field(name: str) -> Field:
    """Return the catalogue's entry for the record's field `name`; KeyError if there is none."""
    return _BY_NAME[name]


def fields_in(place: Place) -> tuple[Field, ...]:
    """Return the record's fields that appear in `place`, in catalogue order."""
    return tuple(entry for entry in CATALOGUE if place in entry.places)
