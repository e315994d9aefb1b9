"""A council's profile as it is read from the settings, where an older version may have put it.

What comes in a file from a colleague is read by `profile_exchange`, which refuses.
"""

import sys
from typing import Any

from sendapp.domain.banners import SHIPPED, fault_in_banner
from sendapp.domain.dates import is_iso_date, is_time
from sendapp.domain.logo import is_logo
from sendapp.domain.profile import (
    MOST_YEARS,
    CallInRule,
    CountedFrom,
    InForce,
    Profile,
)
from sendapp.domain.reference_series import fault_in_series


def profile_from(value: object) -> Profile:
    """Return the profile that `value` says; what is missing or no such thing is at its default."""
    kept = value if isinstance(value, dict) else {}
    rule = kept.get("call_in")
    series, logo = _text(kept, "series"), _text(kept, "logo")
    days = {day for day in _list(kept, "closure_days") if isinstance(day, str)}
    return Profile(
        call_in=_rule(rule if isinstance(rule, dict) else {}),
        closure_days=tuple(sorted(day for day in days if is_iso_date(day))),
        retention_years=_number(kept, "retention_years", Profile.retention_years, MOST_YEARS),
        papers_years=_number(kept, "papers_years", Profile.papers_years, MOST_YEARS),
        banners=_banners(_list(kept, "banners")),
        series="" if fault_in_series(series) else series,
        logo=logo if is_logo(logo) else "",
    )


def _banners(pairs: list[object]) -> tuple[tuple[str, str], ...]:
    """Return the council's own banners, in the order of a record's life."""
    said = {
        pair[0]: pair[1]
        for pair in pairs
        if isinstance(pair, list | tuple)
        and len(pair) == 2
        and all(isinstance(text, str) for text in pair)
    }
    return tuple(
        (name, said[name])
        for name in SHIPPED
        if said.get(name, "").strip() and not fault_in_banner(name, said[name])
    )


def _rule(kept: dict[str, Any]) -> CallInRule:
    counted_from, in_force = _text(kept, "counted_from"), _text(kept, "in_force")
    cut_off = _text(kept, "cut_off")
    return CallInRule(
        # More than MOST_DAYS is refused aloud where it is counted: a call-in is never cut short.
        days=_number(kept, "days", CallInRule.days, sys.maxsize, least=0),
        clear=kept.get("clear") is True,
        counted_from=CountedFrom(counted_from)
        if counted_from in set(CountedFrom)
        else CallInRule.counted_from,
        cut_off=cut_off if is_time(cut_off) else "",
        in_force=InForce(in_force) if in_force in set(InForce) else CallInRule.in_force,
    )


def _text(kept: dict[str, Any], name: str) -> str:
    value = kept.get(name)
    return value if isinstance(value, str) else ""


def _number(kept: dict[str, Any], name: str, default: int, most: int, least: int = 1) -> int:
    value = kept.get(name)
    return value if type(value) is int and least <= value <= most else default


def _list(kept: dict[str, Any], name: str) -> list[object]:
    value = kept.get(name)
    return list(value) if isinstance(value, list | tuple) else []
