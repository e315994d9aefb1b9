"""Which records stand on a list: those marked with its days, and those that wait for it."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from sendapp.domain.call_in import may_be_called_in
from sendapp.domain.dates import long_date
from sendapp.domain.issuing import OWN_INTEREST, has_own_interest
from sendapp.domain.listing.kinds import ListAsked, ListKind
from sendapp.domain.record import DecisionRecord
from sendapp.domain.sealing import PUBLISHED, was_published

_NOT_DECIDED = frozenset({"draft", "ready"})
WITHDRAWN_UNPUBLISHED = "It was withdrawn before it was published."
"""Why a decision that nobody was told of is in no register."""
NO_KIND = (
    "There is no template for records of its kind here, so nobody can say whether it may be called "
    "in. Look at the folder of templates in the settings."
)
"""Why a record is on no list whose own type has gone, with the duties it told."""
_MUST_SAY = (
    ("title", "a title"),
    ("decision_maker", "who made the decision"),
    ("decisions", "what was decided"),
    ("date_of_decision", "the date of the decision"),
)


@dataclass(frozen=True, slots=True)
class Going:
    """A record that stands on the list; `new` where it is only marked when the list is made."""

    record: DecisionRecord
    new: bool = False


@dataclass(frozen=True, slots=True)
class Refused:
    """A record that would belong on the list, and why it does not go in."""

    record: DecisionRecord
    why: str


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a list holds, and what it does not, each in the order of the records given."""

    asked: ListAsked
    going: tuple[Going, ...] = ()
    refused: tuple[Refused, ...] = ()

    @property
    def new(self) -> tuple[Going, ...]:
        """Those that are marked when the list is made."""
        return tuple(entry for entry in self.going if entry.new)

    @property
    def marked(self) -> tuple[Going, ...]:
        """Those that are marked already."""
        return tuple(entry for entry in self.going if not entry.new)


def choose(
    records: Iterable[DecisionRecord],
    asked: ListAsked,
    duties: Mapping[str, str],
    never_out: Collection[str] = (),
) -> Chosen:
    """Return what of `records` goes on the list; `duties` by record type, as their types say.

    Where these are told, a record of a type that is not among them goes on none.
    Only the register holds what was withdrawn, and only what had been published before; `never_out`
    are the ids of those of which the journal knows that they were not. What may not be issued in
    its decision maker's name is on no list, unless it is there as withdrawn.
    """
    going: list[Going] = []
    refused: list[Refused] = []
    for record in records:
        own = duties.get(record.record_type, "")
        found = _ASKS[asked.kind](record, asked, own)
        if isinstance(found, Going) and record.id in never_out:
            found = Refused(record, WITHDRAWN_UNPUBLISHED)
        if isinstance(found, Going):
            found = _sound(found, own)
        if isinstance(found, Going) and duties and record.record_type not in duties:
            found = Refused(record, NO_KIND)
        if isinstance(found, Going):
            going.append(found)
        elif found is not None:
            refused.append(found)
    return Chosen(asked, tuple(going), tuple(refused))


def why_too_late(ends: str, today: str) -> str:
    """Return why no list made `today` publishes a decision whose call-in `ends`, '' if it may.

    Both are ISO dates. Nobody could have used a call-in that was over before the record was marked.
    """
    if not ends or ends >= today:
        return ""
    return (
        f"Call-in would have ended on {long_date(ends)}, before it was marked here. Use Publish… "
        "in the record, if it was published then."
    )


def _sound(going: Going, duties: str) -> Going | Refused:
    """Refuse a record that may not be issued, or lacks what a list says of it.

    What was withdrawn is issued in nobody's name any more, and its words are on no list.
    """
    record = going.record
    withdrawn = record.status == "withdrawn"
    if not withdrawn and has_own_interest(record, duties):
        return Refused(record, OWN_INTEREST)
    said = _MUST_SAY if not withdrawn else [each for each in _MUST_SAY if each[0] != "decisions"]
    lacking = [words for name, words in said if not getattr(record, name)]
    if lacking:
        last = lacking.pop()
        listed = f"{', '.join(lacking)} and {last}" if lacking else last
        return Refused(record, f"The record does not say {listed}.")
    return going


def _past_or_not_yet(record: DecisionRecord) -> Refused | None:
    if record.status == "withdrawn":
        return Refused(record, "It was withdrawn.")
    if record.status in _NOT_DECIDED:
        return Refused(record, "It has not been decided yet.")
    return None


def _for_draft(record: DecisionRecord, asked: ListAsked, _: str) -> Going | Refused | None:
    marked = record.draft_list_published
    if record.status == "decided" and not marked:
        if record.date_of_decision > asked.until:
            decided = long_date(record.date_of_decision)
            return Refused(record, f"It is decided on {decided}, after the day of this list.")
        return Going(record, new=True)
    if not asked.holds(marked):
        return None
    return _past_or_not_yet(record) or Going(record, new=record.status == "decided")


def _for_confirmed(record: DecisionRecord, asked: ListAsked, duties: str) -> Going | Refused | None:
    marked = record.confirmed_list_published
    if marked and not asked.holds(marked):
        return None
    if not marked and record.status not in PUBLISHED:
        return None
    if record.draft_list_published > asked.until:
        # It came out after the days of this list, and is none of its business.
        return None
    match record.status:
        case "implementable" if marked:
            return Going(record)
        case "published" | "implementable":
            why = _why_not_over(record, asked.list_date, duties)
            return Refused(record, why) if why else Going(record, new=True)
        case "called-in":
            on = f" on {long_date(record.called_in_on)}" if record.called_in_on else ""
            return Refused(record, f"It was called in{on}.")
        case "decided":
            return Refused(record, "It has not been published yet.")
        case _:
            return _past_or_not_yet(record)


def _why_not_over(record: DecisionRecord, day: str, duties: str) -> str:
    """Return why `record` cannot be implemented on the ISO date `day`, '' if it can."""
    if not may_be_called_in(record, duties):
        return ""
    if not record.in_force_on:
        if record.status == "implementable":
            return ""
        return "The dates of its call-in have not been confirmed."
    if record.in_force_on <= day:
        return ""
    first = f"can be implemented from {long_date(record.in_force_on)}"
    if record.call_in_ends >= day:
        return f"It is open to call-in until {long_date(record.call_in_ends)} and {first}."
    return f"It {first}."


def _for_register(record: DecisionRecord, asked: ListAsked, _: str) -> Going | Refused | None:
    if not asked.holds(record.date_of_decision):
        return None
    if record.status == "withdrawn":
        return Going(record) if was_published(record) else Refused(record, WITHDRAWN_UNPUBLISHED)
    return _past_or_not_yet(record) or Going(record)


_ASKS = {
    ListKind.DRAFT: _for_draft,
    ListKind.CONFIRMED: _for_confirmed,
    ListKind.REGISTER: _for_register,
}
