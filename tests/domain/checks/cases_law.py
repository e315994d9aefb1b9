"""Cases of what the law wants in a record, of notices, and of what the council asks for."""

from typing import Any

from sendapp.domain.duties import CABINET, OFFICER_EXECUTIVE, OFFICER_NON_EXECUTIVE
from sendapp.domain.record import Option, Urgency
from tests.domain.checks.cases import Case, Cases, filled, said
from tests.factory import items

_BLANK_TABLE = "<table><tr><td></td><td></td></tr></table>"
_KEPT = Option(title="Resurface the quay", recommended=True, text="<p>It lasts longest.</p>")


def _options(*options: Option, **values: Any) -> Case:
    return filled(options=options, **values)


def _chosen(text: str, *places: str, **values: Any) -> Case:
    option = Option(title="Renew the lease", recommended=True, text=f"<p>{text}</p>")
    return filled(*places, options=(option,), **values)


def _key(notice: str, decided: str, *places: str, **values: Any) -> Case:
    rest = {"key_decision": "yes", "call_in_applies": "yes"} | values
    return filled(*places, notice_published=notice, date_of_decision=decided, **rest)


def _urgent(which: str, *places: str, by: str = "", on: str = "", **values: Any) -> Case:
    row = Urgency(kind=which, reason="The grant lapses.", agreed_by=by, agreed_on=on)
    return filled(*places, urgency=(row,), **{"key_decision": "yes"} | values)


_CHAIR = "Chair of the Scrutiny Committee"
_CHANCE = "<p>Drivers have no other choice of route. VAT is not applicable.</p>"
_GENERAL, _SPECIAL, _WAIVED = "general exception", "special urgency", "call-in waived"

FOUND: Cases = {
    "decision-missing": (
        filled("decisions", decisions=()),
        filled("decisions", kind=OFFICER_EXECUTIVE, decisions=items("")),
        filled("decisions", kind=CABINET, decisions=items("<p></p>", "<p> </p>", "")),
        filled("decisions", kind=OFFICER_NON_EXECUTIVE, decisions=(), reasons=items("<p>Yes.</p>")),
        filled("decisions", decisions=items(_BLANK_TABLE), status="published"),
        filled("decisions", decisions=items("<p>\u00a0</p>"), decision_lead_in="The Leader agrees"),
        filled("decisions", decisions=items("<ul><li></li></ul>")),
    ),
    "decision-date-missing": (
        filled("date_of_decision", status="decided", date_of_decision=""),
        filled("date_of_decision", kind=OFFICER_EXECUTIVE, status="published", date_of_decision=""),
        filled("date_of_decision", kind=CABINET, status="called-in", date_of_decision=""),
        filled(
            "date_of_decision",
            kind=OFFICER_NON_EXECUTIVE,
            status="implementable",
            date_of_decision="",
        ),
        filled(
            "date_of_decision",
            status="published",
            date_of_decision="",
            draft_list_published="2026-03-04",
        ),
        filled("date_of_decision", status="decided", date_of_decision="", call_in_applies="no"),
    ),
    "reasons-missing": (
        filled("reasons", reasons=()),
        filled("reasons", kind=OFFICER_EXECUTIVE, reasons=items("")),
        filled("reasons", kind=CABINET, reasons=items("<p> </p>", "<p></p>")),
        filled("reasons", kind=OFFICER_NON_EXECUTIVE, reasons=items(_BLANK_TABLE)),
        filled("reasons", reasons=(), decisions=items("<p>The sale, because it pays.</p>")),
        # What only points elsewhere, or cannot be seen, is no reason.
        filled("reasons", reasons=items("<p>See the attached report.</p>", "<p>N/A</p>")),
        filled("reasons", reasons=items("<p>\u200b\u00ad</p>")),
        filled("reasons", reasons=items("<p>\u00a0</p>"), key_decision_reason="It costs £2m."),
    ),
    "left-blank": (
        filled("title", title="", status="ready"),
        filled("title", title="  ", status="decided", kind=CABINET),
        filled("title", title="\u200b", status="published", kind=OFFICER_EXECUTIVE),
        filled("decision_maker", decision_maker="", status="decided", kind=OFFICER_NON_EXECUTIVE),
        filled("council", council="", status="implementable"),
        filled("council", "title", council="", title="", status="called-in"),
    ),
    "rejected-options-missing": (
        filled("options", options=(), kind=CABINET),
        filled("options", options=(_KEPT,), kind=OFFICER_EXECUTIVE),
        filled("options", options=(Option(title="Charge", recommended=True, text=_CHANCE),)),
        filled("options", options=(_KEPT, Option())),
        filled("options", options=(Option(title=" ", text="<p></p>"),)),
        filled("options", options=(_KEPT, Option(title="Widen", recommended=True))),
        _chosen("No staff would move. The option costs £4,000 less than last year.", "options"),
        _chosen("There is no extra cost with this option.", "options"),
        _chosen("There is no doubt that this is the best option.", "options", kind=CABINET),
    ),
    "key-notice-missing": (
        _key("", "2026-03-02", "notice_published"),
        _key("", "2026-03-02", "notice_published", kind=OFFICER_EXECUTIVE),
        _key("", "2026-03-02", "notice_published", kind=CABINET),
        _key("", "2026-03-02", "notice_published", notice_reference="FP/26/014"),
        _urgent(_WAIVED, "notice_published", by=_CHAIR, on="2 March 2026"),
        _urgent("", "notice_published", by=_CHAIR, on="2 March 2026"),
        _key("", "", "notice_published", status="ready"),
    ),
    "notice-too-short": (
        _key("2026-02-02", "2026-03-02", "notice_published"),
        _key("2026-02-02", "2026-03-02", "notice_published", kind=OFFICER_EXECUTIVE),
        _key("2026-02-27", "2026-03-02", "notice_published", kind=CABINET),
        _key("2026-03-01", "2026-03-02", "notice_published"),
        _key("2026-03-02", "2026-03-02", "notice_published"),
        _key("2026-03-05", "2026-03-02", "notice_published"),
        # Twenty-eight days later is 27 clear days, over the end of a year as in a leap year.
        _key("2025-12-15", "2026-01-12", "notice_published"),
        _key("2028-02-02", "2028-03-01", "notice_published"),
        _key("2026-02-23", "2026-03-02", "notice_published", status="implementable"),
    ),
    "exception-notice-too-short": (
        _urgent(_GENERAL, "urgency[0].agreed_on", by=_CHAIR, on="26 February 2026"),
        _urgent(_GENERAL, "urgency[0].agreed_on", by=_CHAIR, on="25/02/2026", kind=CABINET),
        _urgent(
            _GENERAL,
            "urgency[0].agreed_on",
            by=_CHAIR,
            on="Fri 27 Feb 2026",
            kind=OFFICER_EXECUTIVE,
        ),
        _urgent(_GENERAL, "urgency[0].agreed_on", by=_CHAIR, on="2 March 2026"),
        _urgent(_GENERAL, "urgency[0].agreed_on", by=_CHAIR, on="1st March 2026"),
        filled(
            "urgency[1].agreed_on",
            urgency=(
                Urgency(kind=_WAIVED, agreed_by="The Mayor", agreed_on="1 March 2026"),
                Urgency(kind=_GENERAL, agreed_by=_CHAIR, agreed_on="2026-02-25"),
            ),
        ),
    ),
    "urgency-agreement-missing": (
        _urgent(_SPECIAL, "urgency[0].agreed_by", on="2 March 2026"),
        _urgent(_SPECIAL, "urgency[0].agreed_on", by=_CHAIR, kind=CABINET),
        _urgent(_GENERAL, "urgency[0].agreed_by", kind=OFFICER_EXECUTIVE),
        _urgent(_GENERAL, "urgency[0].agreed_on", by=_CHAIR, on="  "),
        _urgent(_GENERAL, "urgency[0].agreed_on", by=_CHAIR, on="in the week before"),
        _urgent(_SPECIAL, "urgency[0].agreed_by", by="n/a", on="2 March 2026"),
        _urgent(_SPECIAL, "urgency[0].agreed_on", by=_CHAIR, on="9 March 2026"),
        _urgent(_SPECIAL, "urgency[0].agreed_by", by=" ", on="2 March 2026"),
        filled(
            "urgency[1].agreed_by",
            urgency=(
                Urgency(kind=_GENERAL, agreed_by=_CHAIR, agreed_on="2 February 2026"),
                Urgency(kind=_SPECIAL),
            ),
        ),
    ),
}

LEFT: Cases = {
    "decision-missing": (
        said("decisions[0]", "Agreed."),
        filled(decisions=items("", "<p>The second of two.</p>"), kind=CABINET),
        said("decisions[0]", "<table><tr><td>Van</td><td>£31,000</td></tr></table>"),
        said("decisions[0]", "<ul><li>two vans</li></ul>", kind=OFFICER_EXECUTIVE),
        said("decisions[0]", "No decision is taken today.", kind=OFFICER_NON_EXECUTIVE),
        said("decisions[0]", "£0", decision_lead_in="The charge is"),
    ),
    "decision-date-missing": (
        filled(status="draft", date_of_decision=""),
        filled(status="ready", date_of_decision="", kind=CABINET),
        filled(status="withdrawn", date_of_decision="", kind=OFFICER_EXECUTIVE),
        filled(status="decided", date_of_decision="2026-03-02", kind=OFFICER_NON_EXECUTIVE),
        filled(status="called-in", draft_list_published="2026-03-03"),
        filled(status="implementable", call_in_applies="no", draft_list_published="2026-03-03"),
    ),
    "reasons-missing": (
        said("reasons[1]", ""),
        filled(reasons=items("", "", "<p>Repairs no longer hold.</p>"), kind=CABINET),
        filled(reasons=items("<table><tr><td>Cost</td><td>£9</td></tr></table>")),
        filled(reasons=items("<ol><li>cost</li></ol>"), kind=OFFICER_NON_EXECUTIVE),
        filled(reasons=items("<p>The law requires it.</p>"), kind=OFFICER_EXECUTIVE),
        filled(reasons=items("<p>See the attached report.</p>", "<p>The quay sinks.</p>")),
        filled(reasons=items("<p><b>Why.</b></p>"), status="draft"),
    ),
    "left-blank": (
        filled(title=""),
        filled(title="\u200b"),
        filled(decision_maker="", council="", status="draft", kind=CABINET),
        filled(reference="", kind=OFFICER_EXECUTIVE),
        filled(decision_maker_name="", kind=OFFICER_NON_EXECUTIVE),
        filled(wards="", status="ready"),
        filled(title="1", decision_maker="The Leader", status="decided"),
    ),
    "rejected-options-missing": (
        _options(Option(title="Do nothing", text="<p>Rejected: the roof leaks.</p>")),
        _options(_KEPT, Option(title="Close the quay"), kind=CABINET),
        _options(_KEPT, Option(text="<p>To wait a year was thought too costly.</p>")),
        _options(kind=OFFICER_NON_EXECUTIVE),
        _chosen("No other option was available.", kind=OFFICER_EXECUTIVE),
        _chosen("None of the alternatives met the brief."),
        _chosen("There was no lawful alternative to the licence."),
        _chosen("The council had no choice: the court has ordered it.", kind=CABINET),
        _chosen("It was the only option open to the council, as the court ordered it."),
        _chosen("Alternatives were not considered, as the grant is for this work alone."),
    ),
    "key-notice-missing": (
        _key("2026-01-05", "2026-03-02"),
        _urgent(_GENERAL, by=_CHAIR, on="2 February 2026", kind=CABINET),
        _urgent(_SPECIAL, kind=OFFICER_EXECUTIVE),
        filled(key_decision="no"),
        filled(key_decision="", key_decision_reason="Not yet known."),
        _key("", "2026-03-02", kind=OFFICER_NON_EXECUTIVE),
    ),
    "notice-too-short": (
        _key("2026-02-01", "2026-03-02"),
        # Exactly 28 clear days, also over the end of a year and in a leap year.
        _key("2026-02-02", "2026-03-03", kind=CABINET),
        _key("2025-12-15", "2026-01-13", kind=OFFICER_EXECUTIVE),
        _key("2028-02-01", "2028-03-01"),
        _key("2026-02-20", "2026-03-02", key_decision="no"),
        _key("2026-02-20", ""),
        _key("2026-02-20", "2026-03-02", urgency=(Urgency(kind=_GENERAL),)),
        _key("2026-02-20", "2026-03-02", kind=OFFICER_NON_EXECUTIVE),
    ),
    "exception-notice-too-short": (
        # Exactly five clear days: 3, 4, 5, 6 and 7 March.
        _urgent(_GENERAL, by=_CHAIR, on="2 March 2026", date_of_decision="2026-03-08"),
        _urgent(_GENERAL, by=_CHAIR, on="24 February 2026", kind=CABINET),
        _urgent(_SPECIAL, by=_CHAIR, on="2 March 2026", kind=OFFICER_EXECUTIVE),
        _urgent(_WAIVED, by=_CHAIR, on="1 March 2026"),
        _urgent(_GENERAL, by=_CHAIR, on="last Tuesday"),
        _urgent(_GENERAL, by=_CHAIR, on="27 February 2026", date_of_decision=""),
        _urgent(_GENERAL, by=_CHAIR, on="27 February 2026", kind=OFFICER_NON_EXECUTIVE),
    ),
    "urgency-agreement-missing": (
        _urgent(_SPECIAL, by=_CHAIR, on="2 March 2026"),
        _urgent(_GENERAL, by="Cllr Jo Ferris", on="Mon 2 March 2026", kind=CABINET),
        _urgent(_WAIVED, kind=OFFICER_EXECUTIVE),
        _urgent(""),
        filled(urgency=(Urgency(), Urgency(kind=_WAIVED, reason="The tide."))),
        _urgent(_SPECIAL, kind=OFFICER_NON_EXECUTIVE),
    ),
}
