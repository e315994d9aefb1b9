"""What a list says of each decision beside its title and its words, line by line."""

from dataclasses import dataclass

from sendapp.domain.dates import long_date
from sendapp.domain.listing.kinds import ListKind
from sendapp.domain.listing.listing import ListEntry


@dataclass(frozen=True, slots=True)
class Detail:
    """One line: what is said, and what it is called."""

    label: str
    text: str


def details(entry: ListEntry, kind: ListKind) -> tuple[Detail, ...]:
    """Return what a list of `kind` says of a decision, in order; what is blank is left out."""
    draft = Detail("Draft list published on", long_date(entry.draft_list_published))
    call_in = Detail("Call-in ends" if entry.call_in_ends else "Call-in", entry.call_in)
    in_force = Detail("Can be implemented on", long_date(entry.in_force_on))
    confirmed = Detail("Confirmed list published on", long_date(entry.confirmed_list_published))
    own = {
        ListKind.DRAFT: (draft, call_in, in_force),
        ListKind.CONFIRMED: (draft, confirmed, in_force),
        ListKind.REGISTER: (
            Detail("Where it stands", entry.standing),
            draft,
            call_in,
            in_force,
            confirmed,
        ),
    }[kind]
    said = (
        Detail("Reference", entry.reference),
        Detail("Decision made by", entry.decision_maker),
        Detail("Date of decision", long_date(entry.date_of_decision)),
        *own,
        Detail("Not for publication", entry.exempt),
    )
    return tuple(detail for detail in said if detail.text)
