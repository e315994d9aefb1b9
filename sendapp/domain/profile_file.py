"""A council's profile as a JSON value, in the settings and in a file handed round a team."""

from typing import Any

from sendapp.domain.dates import is_iso_date
from sendapp.domain.profile import CallInRule, CountedFrom, InForce, Profile


def profile_from(value: object) -> Profile:
    """Return the profile that `value` says; what is missing or no such thing is at its default."""
    kept = value if isinstance(value, dict) else {}
    rule = kept.get("call_in")
    return Profile(
        call_in=_rule(rule if isinstance(rule, dict) else {}),
        closure_days=tuple(
            day for day in _list(kept, "closure_days") if isinstance(day, str) and is_iso_date(day)
        ),
        retention_years=_number(kept, "retention_years", Profile.retention_years),
        papers_years=_number(kept, "papers_years", Profile.papers_years),
        banners=tuple(
            (pair[0], pair[1])
            for pair in _list(kept, "banners")
            if isinstance(pair, list) and len(pair) == 2 and all(isinstance(t, str) for t in pair)
        ),
        series=_text(kept, "series"),
        logo=_text(kept, "logo"),
    )


def _rule(kept: dict[str, Any]) -> CallInRule:
    counted_from, in_force = _text(kept, "counted_from"), _text(kept, "in_force")
    return CallInRule(
        days=_number(kept, "days", CallInRule.days),
        clear=kept.get("clear") is True,
        counted_from=CountedFrom(counted_from)
        if counted_from in set(CountedFrom)
        else CallInRule.counted_from,
        cut_off=_text(kept, "cut_off"),
        in_force=InForce(in_force) if in_force in set(InForce) else CallInRule.in_force,
    )


def _text(kept: dict[str, Any], name: str) -> str:
    value = kept.get(name)
    return value if isinstance(value, str) else ""


def _number(kept: dict[str, Any], name: str, default: int) -> int:
    value = kept.get(name)
    return value if type(value) is int and value >= 0 else default


def _list(kept: dict[str, Any], name: str) -> list[object]:
    value = kept.get(name)
    return list(value) if isinstance(value, list | tuple) else []
