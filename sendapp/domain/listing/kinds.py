"""The lists there are, and what is asked of one: its kind and the days it is for."""

from dataclasses import dataclass
from enum import StrEnum

from sendapp.domain.dates import long_date


class ListKind(StrEnum):
    """A list of decisions; its value names its Word template."""

    DRAFT = "draft"
    """What is published and open to call-in."""
    CONFIRMED = "confirmed"
    """What can be implemented, because nobody called it in or nobody may."""
    REGISTER = "register"
    """What was decided, whether or not it can be implemented; also what was withdrawn once out."""

    @property
    def words(self) -> str:
        """What officers call the list."""
        return _TITLES[self]

    @property
    def date_field(self) -> str:
        """The field of the record whose date puts it on a list of this kind."""
        return _DATE_FIELDS[self]


_TITLES = {
    ListKind.DRAFT: "Draft Decision List",
    ListKind.CONFIRMED: "Confirmed Decision List",
    ListKind.REGISTER: "Register of decisions",
}
_DATE_FIELDS = {
    ListKind.DRAFT: "draft_list_published",
    ListKind.CONFIRMED: "confirmed_list_published",
    ListKind.REGISTER: "date_of_decision",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ListAsked:
    """A list for the days `since` to `until`, ISO dates, both counted; for one day they agree."""

    kind: ListKind
    since: str
    until: str

    @property
    def list_date(self) -> str:
        """The day on which the list comes out: its last."""
        return self.until

    def is_past(self, today: str) -> bool:
        """Whether the list would have come out before the ISO date `today`."""
        return self.list_date < today

    def holds(self, day: str) -> bool:
        """Whether the ISO date `day` is one of its days; '' is none."""
        return bool(day) and self.since <= day <= self.until

    @property
    def days(self) -> str:
        """Its days in words, "24 November 2025" or "17 November 2025 to 24 November 2025"."""
        if self.since == self.until:
            return long_date(self.until)
        return f"{long_date(self.since)} to {long_date(self.until)}"
