"""The decision record: one frozen value, with every field named once.

A scalar's name is dataclass attribute, column, placeholder, widget name and JSON key alike.
Blank text is ''; dates are ISO text or ''; lists are tuples of frozen rows.
"""

import uuid
from dataclasses import dataclass, field


def new_key() -> str:
    """Return a fresh identity for a row, used while editing and in history, never printed."""
    return uuid.uuid4().hex


def new_id() -> str:
    """Return a fresh identity for a record."""
    return str(uuid.uuid4())


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What every row of a list carries beside its own fields."""

    key: str = field(default_factory=new_key, compare=False, repr=False)
    unknown: str = field(default="", repr=False)
    """Canonical JSON of keys this version does not know, kept and written back; '' if none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item(Row):
    """A numbered paragraph of the decision or of its reasons; `text` is rich text."""

    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Option(Row):
    """An alternative that was considered; `text` is rich text."""

    title: str = ""
    recommended: bool = False
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict(Row):
    """An interest that was declared, and the dispensation granted for it, if any."""

    member: str = ""
    interest: str = ""
    dispensation: str = ""
    granted_by: str = ""
    granted_on: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Urgency(Row):
    """A shortened notice or a waived call-in, and who agreed to it."""

    kind: str = ""
    reason: str = ""
    agreed_by: str = ""
    agreed_on: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper(Row):
    """A background paper, by name."""

    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Appendix(Row):
    """An appendix; `paragraphs` are those of Schedule 12A that make it exempt, 1 to 7."""

    title: str = ""
    exempt: bool = False
    paragraphs: tuple[int, ...] = ()
    public_interest: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Clearance(Row):
    """Who cleared the record in a role (legal, finance), and when."""

    role: str = ""
    name: str = ""
    cleared_on: str = ""
    comment: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAside(Row):
    """A finding that looks wrong and is right here: which check, in which field, on what words."""

    check: str = ""
    field: str = ""
    words: str = ""
    reason: str = ""

    @property
    def finding(self) -> tuple[str, str, str]:
        """The key of the finding that is set aside (`Finding.key`)."""
        return self.check, self.field, self.words


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried(Row):
    """A fact that came from an older record and is not confirmed yet: where, and its words.

    `field` is the record's field, a list's name for all of its rows; `kind` is "name", "date",
    "amount" or "reference".
    """

    field: str = ""
    words: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Circulation(Row):
    """A draft as it was sent round: its number, to whom, the day, and the hash of what it said."""

    number: str = ""
    to: str = ""
    on: str = ""
    words_hash: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction(Row):
    """A correction of a decided record: where, why, and the words before and after.

    `place` is what the officer calls it ("Decision 2"); `before` and `after` are plain words.
    """

    corrected_on: str = ""
    place: str = ""
    reason: str = ""
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionRecord:
    """One executive decision, as drafted, decided and published."""

    id: str = field(default_factory=new_id)
    record_type: str = "cabinet-member"
    council: str = ""
    reference: str = ""
    title: str = ""
    decision_maker: str = ""
    decision_maker_name: str = ""
    decision_lead_in: str = ""
    decisions: tuple[Item, ...] = ()
    reasons: tuple[Item, ...] = ()
    options: tuple[Option, ...] = ()
    conflicts_declared: str = ""
    conflicts: tuple[Conflict, ...] = ()
    decision_maker_interest: str = ""
    date_of_decision: str = ""
    draft_list_published: str = ""
    confirmed_list_published: str = ""
    status: str = "draft"
    call_in_ends: str = ""
    in_force_on: str = ""
    call_in_reason: str = ""
    called_in_by: str = ""
    called_in_on: str = ""
    call_in_outcome: str = ""
    withdrawn_on: str = ""
    withdrawn_reason: str = ""
    key_decision: str = ""
    key_decision_reason: str = ""
    call_in_applies: str = ""
    notice_published: str = ""
    notice_reference: str = ""
    urgency: tuple[Urgency, ...] = ()
    wards: str = ""
    report_author: str = ""
    contact: str = ""
    directorate: str = ""
    consultees: str = ""
    authority: str = ""
    implementing_officer: str = ""
    background_papers: tuple[Paper, ...] = ()
    appendices: tuple[Appendix, ...] = ()
    clearances: tuple[Clearance, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    carried: tuple[Carried, ...] = ()
    circulations: tuple[Circulation, ...] = ()
    corrections: tuple[Correction, ...] = ()
    notes: str = ""
    unknown: str = field(default="", repr=False)
    """Canonical JSON of keys this version does not know, kept and written back; '' if none."""


ROW_TYPES: dict[str, type[Row]] = {
    "decisions": Item,
    "reasons": Item,
    "options": Option,
    "conflicts": Conflict,
    "urgency": Urgency,
    "background_papers": Paper,
    "appendices": Appendix,
    "clearances": Clearance,
    "set_aside": SetAside,
    "carried": Carried,
    "circulations": Circulation,
    "corrections": Correction,
}
"""The row class of each list field."""
