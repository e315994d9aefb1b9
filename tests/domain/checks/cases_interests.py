"""Cases of interests: conflicts declared, dispensations, one's own, the Regulations cited."""

from typing import Any

from sendapp.domain.checks.reading import Around
from sendapp.domain.duties import CABINET, CABINET_MEMBER, OFFICER_EXECUTIVE, OFFICER_NON_EXECUTIVE
from sendapp.domain.record import Conflict
from tests.domain.checks.cases import Case, Cases, filled, said

_WHOLE = Conflict(
    member="Councillor Owen Tarrant",
    interest="Owns a boat at the quay.",
    dispensation="None granted",
)
_THE_2014 = "Openness of Local Government Bodies Regulations 2014"


def _declared(place: str, *rows: Conflict, **values: Any) -> Case:
    places = (place,) if place else ()
    return filled(*places, conflicts_declared="declared", conflicts=rows, **values)


def _member(interest: str = "", dispensation: str = "") -> Conflict:
    return Conflict(member="Cllr Jo Ferris", interest=interest, dispensation=dispensation)


def _dispensed(text: str, kind: str = OFFICER_NON_EXECUTIVE) -> Case:
    values = {"conflicts_declared": "declared", "conflicts": (_WHOLE,)}
    return said("conflicts[0].dispensation", text, kind=kind, **values)


FOUND: Cases = {
    "conflicts-unanswered": (
        filled("conflicts_declared", conflicts_declared=""),
        filled("conflicts_declared", conflicts_declared="", kind=OFFICER_EXECUTIVE),
        filled("conflicts_declared", conflicts_declared="", kind=CABINET, conflicts=(_WHOLE,)),
        _declared("conflicts", kind=OFFICER_NON_EXECUTIVE),
        _declared("conflicts", Conflict()),
        _declared("conflicts", Conflict(member=" "), Conflict(), status="published"),
    ),
    "conflict-incomplete": (
        _declared("conflicts[0].interest", _member(dispensation="None")),
        _declared("conflicts[0].member", Conflict(interest="Kin."), kind=OFFICER_NON_EXECUTIVE),
        _declared("conflicts[0].member", Conflict(interest="A governor."), kind=OFFICER_EXECUTIVE),
        _declared(
            "conflicts[0].member", Conflict(member=" ", interest="Lives near."), kind=CABINET
        ),
        _declared("conflicts[1].interest", _WHOLE, _member(dispensation="None")),
        _declared("conflicts[2].member", _WHOLE, Conflict(), Conflict(interest="A tenant.")),
        filled(
            *("conflicts[0].member", "conflicts[0].interest"),
            conflicts_declared="declared",
            conflicts=(Conflict(granted_by="Head of Paid Service"),),
        ),
    ),
    "dispensation-missing": (
        _declared("conflicts[0].dispensation", _member("Rents a berth.")),
        _declared("conflicts[0].dispensation", _member("Rents a berth."), kind=OFFICER_EXECUTIVE),
        _declared("conflicts[0].dispensation", _member("Rents a berth.", " "), kind=CABINET),
        _declared("conflicts[1].dispensation", _WHOLE, _member("A trustee of the museum.")),
        _declared(
            "conflicts[0].dispensation",
            Conflict(member="Cllr Lowe", interest="Kin.", granted_by="Head of Paid Service"),
        ),
        _declared("conflicts[0].dispensation", Conflict(granted_on="2 March 2026")),
    ),
    "own-interest-unanswered": (
        filled("decision_maker_interest", decision_maker_interest=""),
        filled("decision_maker_interest", decision_maker_interest="", status="ready"),
        filled("decision_maker_interest", decision_maker_interest="", status="decided"),
        # A council's own kind of record has the duties of a cabinet member's.
        filled("decision_maker_interest", decision_maker_interest="", kind="leader-alone"),
        filled(
            "decision_maker_interest",
            decision_maker_interest="",
            kind=CABINET,
            around=Around(duties=CABINET_MEMBER),
        ),
        filled("decision_maker_interest", decision_maker_interest="", conflicts_declared="none"),
    ),
    "own-interest-declared": (
        filled("decision_maker_interest", decision_maker_interest="yes"),
        filled("decision_maker_interest", decision_maker_interest="yes", status="ready"),
        filled("decision_maker_interest", decision_maker_interest="yes", status="decided"),
        filled("decision_maker_interest", decision_maker_interest="yes", status="published"),
        filled("decision_maker_interest", decision_maker_interest="yes", status="implementable"),
        filled("decision_maker_interest", decision_maker_interest="yes", kind="leader-alone"),
    ),
    "wrong-regulations": (
        said("authority", "Recorded as required by «SI 2012/2089».", kind=OFFICER_NON_EXECUTIVE),
        said(
            "reasons[0]",
            "The Local Authorities «(Executive Arrangements)» (Meetings and Access to Information) "
            "(England) Regulations 2012 ask for this statement.",
            kind=OFFICER_NON_EXECUTIVE,
        ),
        said(
            "decisions[0]",
            "This «executive decision» grants the street trading consent.",
            kind=OFFICER_NON_EXECUTIVE,
        ),
        _dispensed("«Granted by the head of paid service: to speak, not to vote.»"),
        said(
            "reasons[1]",
            f"This «record is made under regulation 7 of the {_THE_2014}».",
            kind=OFFICER_EXECUTIVE,
        ),
        said("authority", "This «record is kept under SI 2014/2095».", kind=CABINET),
        said("decision_lead_in", f"In a «written statement under the {_THE_2014}», the Leader"),
    ),
}

LEFT: Cases = {
    "conflicts-unanswered": (
        filled(conflicts_declared="none"),
        filled(conflicts_declared="none", kind=OFFICER_EXECUTIVE, conflicts=(_WHOLE,)),
        _declared("", _WHOLE, kind=CABINET),
        _declared("", _member(), kind=OFFICER_NON_EXECUTIVE),
        _declared("", Conflict(), _WHOLE),
        _declared("", Conflict(granted_by="Standards Committee")),
    ),
    "conflict-incomplete": (
        _declared("", _WHOLE),
        _declared("", _WHOLE, Conflict(), kind=CABINET),
        _declared("", _member("None that is pecuniary."), kind=OFFICER_NON_EXECUTIVE),
        # Of a non-executive decision who declared is enough.
        _declared("", _member(interest="  ", dispensation="None"), kind=OFFICER_NON_EXECUTIVE),
        filled(conflicts_declared="none", conflicts=(_member(),)),
        filled(conflicts_declared="", conflicts=(Conflict(interest="Lives near."),)),
        _declared("", kind=OFFICER_EXECUTIVE),
    ),
    "dispensation-missing": (
        _declared("", _WHOLE),
        _declared("", _member("Rents a berth.", "None"), kind=CABINET),
        _declared("", _member("Rents a berth.", "Not sought."), kind=OFFICER_EXECUTIVE),
        _declared("", _member("Rents a berth."), kind=OFFICER_NON_EXECUTIVE),
        filled(conflicts_declared="none", conflicts=(_member("Rents a berth."),)),
        _declared("", Conflict(), _WHOLE),
        _declared("", _member("", "To take part and to vote, until May 2027.")),
    ),
    "own-interest-unanswered": (
        filled(decision_maker_interest="no"),
        filled(decision_maker_interest="yes", status="ready"),
        filled(decision_maker_interest="", status="published"),
        filled(decision_maker_interest="", status="withdrawn"),
        filled(decision_maker_interest="", kind=CABINET),
        filled(decision_maker_interest="", kind=OFFICER_EXECUTIVE),
        filled(decision_maker_interest="", kind="board", around=Around(duties=CABINET)),
    ),
    "own-interest-declared": (
        filled(decision_maker_interest="yes", status="withdrawn"),
        filled(decision_maker_interest="no", status="decided"),
        filled(decision_maker_interest=""),
        filled(decision_maker_interest="yes", kind=CABINET),
        filled(decision_maker_interest="yes", kind=OFFICER_EXECUTIVE),
        filled(decision_maker_interest="yes", kind=OFFICER_NON_EXECUTIVE),
        _declared("", _WHOLE, decision_maker_interest="no"),
    ),
    "wrong-regulations": (
        said("reasons[0]", f"Filming was allowed, as the {_THE_2014} require."),
        said("authority", "SI 2012/2089, regulation 13.", kind=OFFICER_EXECUTIVE),
        said("authority", f"{_THE_2014}, regulation 7.", kind=OFFICER_NON_EXECUTIVE),
        said(
            "decisions[0]",
            "This non-executive decision grants a street trading consent.",
            kind=OFFICER_NON_EXECUTIVE,
        ),
        said(
            "reasons[0]",
            "Licensing is a council function, so that this is not an executive decision.",
            kind=OFFICER_NON_EXECUTIVE,
        ),
        said(
            "reasons[0]",
            "The Town and Country Planning (Tree Preservation) (England) Regulations 2012 (“the "
            "2012 Regulations”) apply. Under the 2012 Regulations the order is provisional.",
            kind=OFFICER_NON_EXECUTIVE,
        ),
        said(
            "reasons[0]",
            "The Special Educational Needs and Disability Regulations 2014 set the time. A written "
            "plan under the 2014 Regulations is due in twenty weeks.",
            kind=CABINET,
        ),
        _dispensed("None"),
        _dispensed("Not applicable."),
        _dispensed("Granted by the head of paid service.", kind=CABINET),
        said("reasons[1]", "The Care Act 2014 asks for a decision in writing.", kind=CABINET),
    ),
}
