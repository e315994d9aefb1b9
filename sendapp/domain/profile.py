"""What a council does its own way: its call-in rule, closure days, retention, banners, numbers.

Everything here is custom, not law: another council does it otherwise.
"""

from dataclasses import dataclass
from enum import StrEnum

MOST_YEARS = 100
"""The longest that anything is kept."""
MOST_CLOSURE_DAYS = 2_000


class InForce(StrEnum):
    """When a decision may be carried out once nobody has called it in."""

    LAST = "last"
    """On the last day that is counted."""
    NEXT_WORKING = "next-working"
    """On the next day that counts."""
    NEXT_CALENDAR = "next-calendar"
    """On the next day, whatever day it is."""


class CountedFrom(StrEnum):
    """The date from which the days of call-in are counted; that day itself does not count."""

    PUBLICATION = "draft_list_published"
    DECISION = "date_of_decision"


@dataclass(frozen=True, kw_only=True)
class CallInRule:
    """How long members may call a decision in: `days` that count, or as many clear ones.

    `cut_off` is a time of day, "17:00", after which a publication counts as one of the next day
    that counts; '' for none.
    """

    days: int = 3
    clear: bool = False
    counted_from: CountedFrom = CountedFrom.PUBLICATION
    cut_off: str = ""
    in_force: InForce = InForce.LAST


@dataclass(frozen=True, kw_only=True)
class Profile:
    """One council's customs; what is not set stands at what most councils do.

    `closure_days` are ISO dates, `logo` the base64 text of a PNG or JPEG picture, `banners` the
    council's own words by the name of the banner (`banners.SHIPPED`), `series` the make of its
    reference numbers ("CMD/{year}/{number:03}").
    """

    call_in: CallInRule = CallInRule()
    closure_days: tuple[str, ...] = ()
    retention_years: int = 6
    papers_years: int = 4
    """How long background papers are kept."""
    banners: tuple[tuple[str, str], ...] = ()
    series: str = ""
    logo: str = ""
