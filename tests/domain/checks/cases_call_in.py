"""Cases of call-in: lists that came too soon or on a day off, and dates that differ."""

from typing import Any

from sendapp.domain.checks.reading import Around
from sendapp.domain.duties import CABINET, OFFICER_EXECUTIVE, OFFICER_NON_EXECUTIVE
from sendapp.domain.profile import CallInRule, CountedFrom, InForce, Profile
from sendapp.domain.record import Urgency
from tests.domain.checks.cases import Case, Cases, filled

_CONFIRMED, _DRAFT, _DECIDED = (
    "confirmed_list_published",
    "draft_list_published",
    "date_of_decision",
)


def _by(*closed: str, **rule: Any) -> Around:
    return Around(profile=Profile(call_in=CallInRule(**rule), closure_days=closed))


def _case(
    *places: str, draft: str, last: str = "", rule: Around | None = None, **more: Any
) -> Case:
    """Return a case of a draft list on `draft` and a confirmed list on `last`."""
    values = {"date_of_decision": "2025-11-21", "status": "implementable"} | more
    return filled(
        *places,
        draft_list_published=draft,
        confirmed_list_published=last,
        around=rule or Around(),
        **values,
    )


def _stated(*places: str, ends: str, in_force: str, **more: Any) -> Case:
    """Return a case of a draft list on Monday 24 November 2025, with these dates of call-in."""
    values = {"draft": "2025-11-24", "call_in_ends": ends, "in_force_on": in_force} | more
    return _case(*places, **values)


_WAIVED = (Urgency(kind="call-in waived", agreed_by="The chair", agreed_on="2025-11-20"),)
_NEXT_WORKING = _by(in_force=InForce.NEXT_WORKING)
_NEXT_CALENDAR = _by(days=4, in_force=InForce.NEXT_CALENDAR)
_FROM_DECISION = _by(counted_from=CountedFrom.DECISION)

FOUND: Cases = {
    "confirmed-before-call-in-ends": (
        _case(_CONFIRMED, draft="2025-11-24", last="2025-11-26"),
        _case(_CONFIRMED, draft="2025-11-24", last="2025-11-27", rule=_NEXT_WORKING),
        _case(_CONFIRMED, draft="2025-11-24", last="2025-11-28", rule=_by(days=5), kind=CABINET),
        _case(
            _CONFIRMED,
            draft="2025-11-24",
            last="2025-11-27",
            rule=_by("2025-11-26"),
            kind=OFFICER_EXECUTIVE,
        ),
        _case(_CONFIRMED, draft="2025-11-24", last="2025-11-27", rule=_by(clear=True)),
        _case(_CONFIRMED, draft="2025-12-23", last="2025-12-29"),
        _stated(
            _CONFIRMED,
            ends="2025-12-01",
            in_force="2025-12-01",
            last="2025-11-28",
            call_in_reason="The notice board was down for two days.",
        ),
        _case(_CONFIRMED, draft="2025-11-25", last="2025-11-28", rule=_NEXT_CALENDAR),
    ),
    "call-in-dates-differ": (
        _stated(_DRAFT, ends="2025-11-26", in_force="2025-11-27"),
        _stated(_DRAFT, ends="2025-11-27", in_force="2025-11-28", kind=CABINET),
        _stated(_DRAFT, ends="2025-11-28", in_force="2025-11-28", kind=OFFICER_EXECUTIVE),
        _stated(_DRAFT, ends="2025-11-27", in_force=""),
        _stated(_DRAFT, ends="", in_force="2025-11-27", call_in_reason=" - "),
        _stated(_DRAFT, ends="2025-11-27", in_force="2025-11-27", rule=_by(days=5)),
        _stated(_DECIDED, ends="2025-11-27", in_force="2025-11-27", rule=_FROM_DECISION),
    ),
    "published-on-day-off": (
        _case(_DRAFT, draft="2025-11-22"),
        _case(_DRAFT, draft="2025-11-23", kind=CABINET),
        _case(_DRAFT, draft="2025-12-25", kind=OFFICER_EXECUTIVE),
        _case(_DRAFT, draft="2026-05-04", kind=OFFICER_NON_EXECUTIVE),
        _case(_DRAFT, draft="2025-12-24", rule=_by("2025-12-24")),
        _case(_DRAFT, draft="2022-09-19", date_of_decision="2022-09-16"),
    ),
}

LEFT: Cases = {
    "confirmed-before-call-in-ends": (
        _case(draft="2025-11-24", last="2025-11-27"),
        _case(draft="2025-11-24", last="2025-11-28", rule=_NEXT_WORKING, kind=CABINET),
        _case(draft="2025-11-24", last="2025-11-25", call_in_applies="no"),
        _case(draft="2025-11-24", last="2025-11-25", urgency=_WAIVED),
        _case(draft="2025-11-24", last="2025-11-25", kind=OFFICER_NON_EXECUTIVE),
        # Dates out of order and days that do not count are told as such.
        _case(draft="2025-11-24", last="2025-11-20"),
        _case(draft="2025-11-20", last="2025-11-22", kind=OFFICER_EXECUTIVE),
        _case(draft="", last="2025-11-25"),
        _case(draft="2025-11-24", last="2025-11-24", rule=_by(days=0)),
        _case(draft="2025-11-24", last="2025-11-29", rule=_NEXT_CALENDAR),
        _stated(
            ends="2025-11-26",
            in_force="2025-11-26",
            last="2025-11-26",
            call_in_reason="The scrutiny chair agreed to two days.",
        ),
        _case(draft="9999-12-30", last="9999-12-31"),
    ),
    "call-in-dates-differ": (
        _stated(ends="2025-11-27", in_force="2025-11-27"),
        _stated(ends="", in_force="", kind=CABINET),
        _stated(ends="2025-12-01", in_force="2025-12-01", call_in_reason="The website was down."),
        _stated(ends="2025-11-26", in_force="2025-11-26", kind=OFFICER_NON_EXECUTIVE),
        _stated(ends="2025-11-27", in_force="2025-11-28", rule=_NEXT_WORKING),
        _stated(ends="2025-11-26", in_force="2025-11-26", call_in_applies="no"),
        _stated(ends="2025-11-26", in_force="2025-11-26", draft=""),
        _stated(ends="2025-11-26", in_force="2025-11-26", rule=_FROM_DECISION),
    ),
    "published-on-day-off": (
        _case(draft="2025-11-24"),
        _case(draft="", kind=CABINET),
        _case(draft="2025-12-24", kind=OFFICER_EXECUTIVE),
        _case(draft="2025-12-29", kind=OFFICER_NON_EXECUTIVE),
        _case(draft="2026-03-17"),
        _case(draft="2025-11-24", last="2025-11-29"),
    ),
}
