"""Cases of dates and terms: out of order, on days that do not count, not adding up."""

from typing import Any

from sendapp.domain.checks.reading import Around
from sendapp.domain.duties import CABINET, OFFICER_EXECUTIVE, OFFICER_NON_EXECUTIVE
from sendapp.domain.profile import CallInRule, InForce, Profile
from sendapp.domain.record import Appendix, Correction, Paper, Urgency
from tests.domain.checks.cases import Case, Cases, filled, said

_CLOSED = Around(profile=Profile(closure_days=("2026-12-24",)))
_ANY_DAY = Around(profile=Profile(call_in=CallInRule(in_force=InForce.NEXT_CALENDAR)))


def _dates(
    *places: str, notice: str = "", decided: str = "", draft: str = "", last: str = "", **more: Any
) -> Case:
    return filled(
        *places,
        notice_published=notice,
        date_of_decision=decided,
        draft_list_published=draft,
        confirmed_list_published=last,
        **{"status": "implementable"} | more,
    )


def _agreed(on: str, *places: str, kind: str = CABINET) -> Case:
    row = Urgency(kind="special urgency", agreed_by="The chair", agreed_on=on)
    return filled(*places, urgency=(row,), kind=kind)


FOUND: Cases = {
    "dates-out-of-order": (
        _dates("draft_list_published", decided="2026-05-05", draft="2026-05-01"),
        _dates("date_of_decision", notice="2026-05-06", decided="2026-05-05", kind=CABINET),
        _dates(
            "confirmed_list_published",
            decided="2026-05-05",
            draft="2026-05-12",
            last="2026-05-08",
            kind=OFFICER_EXECUTIVE,
        ),
        _dates("confirmed_list_published", decided="2026-05-05", last="2025-05-12"),
        _agreed("3 March 2026", "urgency[0].agreed_on"),
        _agreed("02/03/2027", "urgency[0].agreed_on", kind=OFFICER_EXECUTIVE),
        _dates(
            "draft_list_published",
            decided="2026-12-31",
            draft="2026-01-04",
            kind=OFFICER_NON_EXECUTIVE,
        ),
    ),
    "published-late": (
        _dates("draft_list_published", decided="2026-01-05", draft="2026-04-01"),
        _dates("draft_list_published", decided="2026-01-05", draft="2026-03-07", kind=CABINET),
        _dates("draft_list_published", decided="2025-03-02", draft="2026-03-04"),
        _dates(
            "draft_list_published",
            decided="2025-11-20",
            draft="2026-02-02",
            kind=OFFICER_EXECUTIVE,
        ),
        _dates(
            "draft_list_published",
            decided="2026-05-05",
            draft="2026-09-01",
            kind=OFFICER_NON_EXECUTIVE,
        ),
        _dates(
            "draft_list_published", decided="2026-01-05", draft="2026-04-01", status="published"
        ),
        _dates("confirmed_list_published", draft="2026-05-05", last="2026-08-03"),
        _dates("confirmed_list_published", draft="2025-05-06", last="2026-05-11", kind=CABINET),
    ),
    "in-force-day-does-not-count": (
        said("decisions[0]", "This decision comes into force on «Saturday 21 March 2026»."),
        _dates("confirmed_list_published", decided="2026-03-02", last="2026-03-15"),
        said("reasons[0]", "The decision takes effect on «3 April 2026».", kind=CABINET),
        said(
            "reasons[0]",
            "The decision may be implemented from «Monday 4 May 2026».",
            kind=OFFICER_EXECUTIVE,
        ),
        said(
            "decisions[0]",
            "The decision will come into effect on «24/12/2026».",
            _CLOSED,
        ),
        _dates(
            "confirmed_list_published",
            decided="2026-08-24",
            last="2026-08-31",
            kind=OFFICER_NON_EXECUTIVE,
        ),
        said("reasons[1]", "The effective date of this decision is «28 December 2026»."),
        _dates("confirmed_list_published", decided="2026-08-24", last="2026-08-31"),
    ),
    "weekday-wrong": (
        said("decisions[0]", "The fair on «Monday 25 November 2025»."),
        said("reasons[0]", "Replies came by «Fri 5th June 2025».", kind=CABINET),
        said("options[1].text", "It ends on «Sunday, 1 March 2027».", kind=OFFICER_EXECUTIVE),
        said(
            "consultees", "Traders, «Wednesday the 3rd of March 2026»", kind=OFFICER_NON_EXECUTIVE
        ),
        said("decision_lead_in", "On «Tuesday 2 March 2026» the Leader"),
        said("reasons[1]", "From «Thurs. 29 February 2028» a new fare applies."),
    ),
    "term-does-not-fit": (
        said(
            "decisions[0]",
            "A lease for «five years from 1 April 2026 to 31 March 2030».",
        ),
        said(
            "decisions[0]",
            "A contract «from 1 May 2026 to 30 April 2027 (two years»).",
            kind=CABINET,
        ),
        said(
            "decisions[0]",
            "A licence for «18 months, from 1 June 2026 until 31 May 2027».",
            kind=OFFICER_EXECUTIVE,
        ),
        said(
            "decisions[0]",
            "A consent of «six weeks from 2 March 2026 to 2 June 2026».",
            kind=OFFICER_NON_EXECUTIVE,
        ),
        said(
            "reasons[0]",
            "A term of «ten years commencing on 1 July 2026 and ending on 30 June 2035».",
        ),
        said("decisions[0]", "It «runs from 1 May 2026 for a year, to 30 April 2028»."),
        said("decisions[0]", "A term of «3 (three) years from April 2026 to March 2031»."),
    ),
    "end-before-start": (
        said("decisions[0]", "The lease «runs from 1 April 2026 until 31 March 2025»."),
        said(
            "decisions[0]",
            "A grant for the «period 1 April 2026 to 31 March 2026».",
            kind=CABINET,
        ),
        said(
            "reasons[0]",
            "The road is shut «between 14 July 2026 and 12 June 2026».",
            kind=OFFICER_EXECUTIVE,
        ),
        said(
            "decisions[0]", "Trading «from 01/09/2026 to 31/08/2026».", kind=OFFICER_NON_EXECUTIVE
        ),
        said("decisions[0]", "The term «commencing 1 May 2027 and ending 30 April 2026»."),
        said("decisions[0]", "A licence «starting on 3 May 2026 and expiring on 2 May 2025»."),
    ),
}

LEFT: Cases = {
    "dates-out-of-order": (
        _dates(decided="2026-05-05", draft="2026-05-05", last="2026-05-12"),
        _dates(notice="2026-03-02", decided="2026-05-05", kind=CABINET),
        _dates(decided="", draft="2026-05-05", kind=OFFICER_EXECUTIVE),
        _dates(notice="2026-05-06", draft="2026-05-12", kind=OFFICER_NON_EXECUTIVE),
        _agreed("2 March 2026"),
        _agreed("before the meeting"),
    ),
    "published-late": (
        _dates(decided="2026-05-01", draft="2026-05-06"),
        _dates(decided="2026-01-05", draft="2026-03-06", kind=CABINET),
        _dates(decided="2026-01-05", last="2026-06-01", kind=OFFICER_EXECUTIVE),
        _dates(decided="", draft="2026-06-01", kind=OFFICER_NON_EXECUTIVE),
        _dates(notice="2025-01-05", decided="2026-05-05", draft="2026-05-06"),
        _dates(decided="2026-05-05", draft="2026-05-05"),
        _dates(draft="2026-05-05", last="2026-07-04"),
        _dates(draft="2026-05-05", last="2026-08-03", called_in_on="2026-05-07"),
    ),
    "in-force-day-does-not-count": (
        said("decisions[0]", "The fair takes place on Saturday 21 March 2026."),
        said("decisions[0]", "This decision comes into force on Friday 20 March 2026."),
        said("decisions[0]", "This decision comes into force on 21 March 2026.", _ANY_DAY),
        _dates(decided="2026-03-02", draft="2026-03-03", last="2026-03-11", kind=CABINET),
        said("reasons[0]", "The decision takes effect in April 2026.", kind=OFFICER_EXECUTIVE),
        said(
            "reasons[0]",
            "The decision takes effect on 24 December 2026.",
            kind=OFFICER_NON_EXECUTIVE,
        ),
        said("reasons[0]", "The decision was made known. It rained on 21 March 2026."),
        said("decisions[0]", "The new fares take effect on Sunday 5 April 2026."),
        said("reasons[0]", "The decision comes into force after the fair; that is 21 March 2026."),
    ),
    "weekday-wrong": (
        # A correction quotes the words that were wrong.
        filled(corrections=(Correction(before="Monday 25 November 2025"),)),
        said("decisions[0]", "The fair on Tuesday 25 November 2025."),
        said("reasons[0]", "Open Monday to Friday 8 May 2026 to 3 June 2026.", kind=CABINET),
        said("reasons[0]", "On Sat 21st March 2026 the hall is shut.", kind=OFFICER_EXECUTIVE),
        said("reasons[0]", "Each Monday in May 2026.", kind=OFFICER_NON_EXECUTIVE),
        said("reasons[0]", "On Thursday 29 February 2026 nothing was open."),
        said("appendices[0].title", "Notes of Monday 3 March 2026", appendices=(Appendix(),)),
        said("background_papers[0]", "Minutes, Monday 3 March 2026", background_papers=(Paper(),)),
        said("reasons[0]", "Opening hours: Sunday 10 to 4. May 2026 is an exception."),
    ),
    "term-does-not-fit": (
        said("decisions[0]", "A lease for five years from 1 April 2026 to 31 March 2031."),
        said("decisions[0]", "Two years and six months from 1 May 2026 to 31 October 2028."),
        said(
            "decisions[0]",
            "Three years from 1 May 2026 to 30 April 2029, with two further years.",
            kind=CABINET,
        ),
        said(
            "decisions[0]",
            "From 1 May 2026 to 30 April 2029, and an option to extend by 24 months.",
            kind=OFFICER_EXECUTIVE,
        ),
        said(
            "decisions[0]",
            "A consent of 28 days from 2 March 2026 to 29 March 2026.",
            kind=OFFICER_NON_EXECUTIVE,
        ),
        said("decisions[0]", "A lease for a year from 29 February 2028 to 28 February 2029."),
        said("reasons[0]", "It was let two years ago, from 1 April 2024 to 31 March 2025."),
        said(
            "reasons[0]", "Six months’ notice is due. The lease runs from 1 May 2026 to 1 May 2030."
        ),
        said(
            "reasons[0]", "A twelve-year-old school closes from 20 July 2026 to 2 September 2026."
        ),
    ),
    "end-before-start": (
        said("decisions[0]", "The lease runs from 1 April 2026 until 31 March 2027."),
        said("decisions[0]", "Brought forward from 14 May 2026 to 23 April 2026.", kind=CABINET),
        said("decisions[0]", "From 1 October to 31 March 2027.", kind=OFFICER_EXECUTIVE),
        said("decisions[0]", "On 3 May 2026 only.", kind=OFFICER_NON_EXECUTIVE),
        said("reasons[0]", "Rents rise from 1 April 2026. Until 31 March 2026 they stay."),
        said("reasons[0]", "The launch moves from 1 June 2026 to 1 May 2026."),
        said("reasons[0]", "Compared with the report from 9 May 2026, 3 May 2024 was wet."),
        said("decisions[0]", "From March 2026 to 2 March 2026 inclusive, one day."),
    ),
}
