"""A list of decisions as one value: its heading, its sentences, and its entries in order."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from sendapp.domain.call_in import may_be_called_in
from sendapp.domain.dates import long_date
from sendapp.domain.listing import wording
from sendapp.domain.listing.kinds import ListAsked, ListKind
from sendapp.domain.profile import CallInRule
from sendapp.domain.record import DecisionRecord
from sendapp.domain.sealing import was_published
from sendapp.domain.wording import STATUS_LABELS


@dataclass(frozen=True, slots=True, kw_only=True)
class ListEntry:
    """What a list says of one decision; dates are ISO text or '', `decisions` rich texts.

    Nothing else of a record is here, so that nothing else can get into print.
    """

    record_id: str
    reference: str
    title: str
    decision_maker: str
    date_of_decision: str
    decision_lead_in: str
    decisions: tuple[str, ...]
    draft_list_published: str
    confirmed_list_published: str
    call_in: str
    """When call-in ends, in words, that it does not apply, or that the decision was called in."""
    call_in_ends: str
    """Blank where `call_in` says anything else."""
    in_force_on: str
    """The first day on which it may be carried out, blank while nobody knows it."""
    standing: str
    """Where the decision stands, in the officer's words."""
    exempt: str
    """How many of its appendices are exempt, and under which paragraphs; never their names."""


@dataclass(frozen=True, slots=True)
class Group:
    """Entries under one heading: those of a decision maker, or of a month."""

    heading: str
    entries: tuple[ListEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionList:
    """A list, ready to be printed."""

    kind: ListKind
    council: str
    logo: str = ""
    """The council's logo as base64 text, '' for none."""
    heading: str
    count: str
    note: str
    empty: str
    """What stands in place of the entries where there are none."""
    groups: tuple[Group, ...]

    @property
    def entries(self) -> tuple[ListEntry, ...]:
        """All entries in the order of the list."""
        return tuple(entry for group in self.groups for entry in group.entries)


def list_of(
    records: Iterable[DecisionRecord],
    asked: ListAsked,
    council: str,
    rule: CallInRule,
    duties: Mapping[str, str],
) -> DecisionList:
    """Return the list of `records`, which were chosen for it; `rule` is told to its readers.

    `duties` by record type, as their types say (`RecordType.duties`).
    Draft and confirmed lists stand by decision maker, the register by month.
    """
    kind = asked.kind
    held = [(record, duties.get(record.record_type, "")) for record in records]
    entries = sorted((entry_of(*each) for each in held), key=_ORDERS[kind])
    opens = any(may_be_called_in(*each) for each in held)
    groups = _by_month(entries) if kind is ListKind.REGISTER else _by_maker(entries)
    return DecisionList(
        kind=kind,
        council=council,
        heading=wording.heading(asked),
        count=wording.count(len(entries)),
        note=wording.note(asked, rule, opens=opens) if entries else "",
        empty=wording.empty(asked),
        groups=groups,
    )


def entry_of(record: DecisionRecord, duties: str) -> ListEntry:
    """Return what a list says of `record`, which has the `duties` that its type says.

    Of a withdrawn one that is that it was made and withdrawn, never its words: these may be why.
    """
    opens = may_be_called_in(record, duties)
    # What was typed ahead of a list that is still to come is no fact yet.
    out = was_published(record)
    confirmed = record.status == "implementable"
    ends = record.call_in_ends if out and opens and not _was_called_in(record) else ""
    withdrawn = record.status == "withdrawn"
    if withdrawn and ends >= record.withdrawn_on:
        # Nobody could call it in any more: that day never came.
        ends = ""
    return ListEntry(
        record_id=record.id,
        reference=record.reference,
        title=record.title,
        decision_maker=record.decision_maker,
        date_of_decision=record.date_of_decision,
        decision_lead_in="" if withdrawn else record.decision_lead_in,
        decisions=() if withdrawn else tuple(item.text for item in record.decisions if item.text),
        draft_list_published=record.draft_list_published if out else "",
        confirmed_list_published=record.confirmed_list_published if confirmed else "",
        call_in=_call_in(record, ends, opens=opens) if out else "",
        call_in_ends=ends,
        in_force_on=_in_force_on(record, opens=opens),
        standing=_standing(record, opens=opens),
        exempt="" if withdrawn else wording.exempt(record.appendices),
    )


def _was_called_in(record: DecisionRecord) -> bool:
    return record.status == "called-in" or bool(record.called_in_on)


def _call_in(record: DecisionRecord, ends: str, *, opens: bool) -> str:
    if _was_called_in(record):
        return f"Called in{_on(record.called_in_on)}"
    if not opens:
        return "Does not apply"
    # Of what was withdrawn meanwhile there is nothing to state.
    return long_date(ends) or ("" if record.status == "withdrawn" else "Not stated")


def _in_force_on(record: DecisionRecord, *, opens: bool) -> str:
    """Return the day from which `record` may be carried out, '' where that is not known.

    Of what was called in, and of what may not be, the day that was counted does not hold.
    """
    match record.status:
        case "published":
            return record.in_force_on if opens else ""
        case "implementable" if not opens:
            return record.draft_list_published
        case "implementable" if _was_called_in(record):
            return record.confirmed_list_published
        case "implementable":
            return record.in_force_on or record.confirmed_list_published
    return ""


def _standing(record: DecisionRecord, *, opens: bool) -> str:
    """Return where the decision stands, as its banner has it; of a withdrawn one the day, too."""
    if record.status == "withdrawn":
        return f"{STATUS_LABELS['withdrawn']}{_on(record.withdrawn_on)}"
    over = record.status == "published" and not opens
    status = "implementable" if over else record.status
    return STATUS_LABELS.get(status, status)


def _on(day: str) -> str:
    return f" on {long_date(day)}" if day else ""


def _by_month(entries: Iterable[ListEntry]) -> tuple[Group, ...]:
    return tuple(Group(month, tuple(found)) for month, found in groupby(entries, _month))


def _by_maker(entries: Iterable[ListEntry]) -> tuple[Group, ...]:
    """Group by post, whatever its capitals; the first spelling heads the group."""
    found = [tuple(group) for _, group in groupby(entries, _maker)]
    return tuple(Group(group[0].decision_maker, group) for group in found)


def _maker(entry: ListEntry) -> str:
    return entry.decision_maker.casefold()


def _month(entry: ListEntry) -> str:
    return long_date(entry.date_of_decision).partition(" ")[2]


def _maker_first(entry: ListEntry) -> tuple[str, ...]:
    return (
        _maker(entry),
        entry.date_of_decision,
        entry.reference.casefold(),
        entry.title.casefold(),
        entry.record_id,
    )


def _date_first(entry: ListEntry) -> tuple[str, ...]:
    return entry.date_of_decision, *_maker_first(entry)


_ORDERS = {
    ListKind.DRAFT: _maker_first,
    ListKind.CONFIRMED: _maker_first,
    ListKind.REGISTER: _date_first,
}
