"""Cases of answers that contradict each other, or the words of the record."""

from typing import Any

from sendapp.domain.checks.reading import Around, folded
from sendapp.domain.duties import CABINET, OFFICER_EXECUTIVE, OFFICER_NON_EXECUTIVE
from sendapp.domain.record import Option, Urgency
from tests.domain.checks.cases import Case, Cases, filled, said


def _options(*places: str, chosen: tuple[int, ...], of: int = 3, kind: str = CABINET) -> Case:
    rows = (Option(title=f"Site {n}", recommended=n in chosen) for n in range(of))
    return filled(*places, options=tuple(rows), kind=kind)


def _each(why: str) -> tuple[Option, ...]:
    return tuple(Option(title=title, text=f"<p>{why}</p>") for title in ("Sell", "Let", "Wait"))


def _key(answer: str, text: str, place: str = "reasons[0]", **values: Any) -> Case:
    notice = {"notice_published": "2026-01-05"} if answer == "yes" else {}
    return said(place, text, key_decision=answer, **notice | values)


def _called(answer: str, text: str, place: str = "reasons[0]", **values: Any) -> Case:
    return said(place, text, call_in_applies=answer, **values)


def _titles(*titles: str) -> Around:
    return Around(other_titles=frozenset(map(folded, titles)))


_SPECIAL = (Urgency(kind="special urgency", agreed_by="The chair", agreed_on="2 March 2026"),)
_WAIVED = (Urgency(kind="call-in waived", agreed_by="The Mayor", agreed_on="2 March 2026"),)
_OUT = {"draft_list_published": "2026-03-04"}
_CONFIRMED = {"confirmed_list_published": "2026-03-11"}

FOUND: Cases = {
    "no-recommended-option": (
        _options("options", chosen=()),
        _options("options", chosen=(), of=2, kind="cabinet-member"),
        _options("options", chosen=(), of=5, kind=OFFICER_EXECUTIVE),
        _options("options", chosen=(), kind=OFFICER_NON_EXECUTIVE),
        filled("options", options=(Option(text="<p>Sell it.</p>"), Option(text="<p>Let it.</p>"))),
        filled("options", options=(Option(title="Sell"), Option(), Option(title="Let"))),
        filled("options", options=(Option(title="Sell"), Option(title="Let: rejected, too slow"))),
        filled("options", options=_each("Not rejected: it pays for itself.")),
        filled("options", options=_each("Decided on here; the others were rejected.")),
        filled("options", options=_each("Previously rejected in committee, and now the best.")),
    ),
    "two-recommended-options": (
        _options("options[1].recommended", chosen=(0, 1)),
        _options("options[2].recommended", chosen=(0, 2), kind="cabinet-member"),
        _options("options[2].recommended", chosen=(1, 2), kind=OFFICER_EXECUTIVE),
        _options("options[1].recommended", chosen=(0, 1, 2), kind=OFFICER_NON_EXECUTIVE),
        _options("options[1].recommended", chosen=(0, 1), of=2),
        _options("options[4].recommended", chosen=(3, 4), of=6),
    ),
    "key-decision-contradicts": (
        _key("yes", "«This is not a key decision»."),
        filled("key_decision", key_decision="no", notice_published="2026-01-05", kind=CABINET),
        filled("key_decision", key_decision="no", urgency=_SPECIAL, kind=OFFICER_EXECUTIVE),
        _key("no", "«This is a key decision», as it costs £2 million.", "key_decision_reason"),
        _key("yes", "The sum makes it a «non-key decision»."),
        filled("key_decision", key_decision="yes", kind=OFFICER_NON_EXECUTIVE),
        _key("", "«It is not a key decision».", notice_published="2026-01-05"),
        _key("yes", "«The award is not considered to be a key decision»."),
        _key("no", "The Leader makes «this key decision» today.", "decision_lead_in"),
    ),
    "call-in-contradicts": (
        _called("yes", "The decision «is not subject to call-in»."),
        _called("yes", "«Call-in does not apply».", "decisions[0]", kind=CABINET),
        _called("no", "It «may be called in» until Friday.", kind=OFFICER_EXECUTIVE),
        filled("call_in_applies", call_in_applies="yes", urgency=_WAIVED),
        filled("call_in_applies", call_in_applies="no", status="called-in", **_OUT),
        _called("no", "«Call-in ends» at noon on 11 March 2026.", kind=OFFICER_NON_EXECUTIVE),
        _called("yes", "The mayor agreed to «waive call-in».", "consultees"),
        _called("no", "The decision «is open to call-in» for five days."),
    ),
    "status-contradicts": (
        filled("status", status="published"),
        filled("status", status="called-in", kind=CABINET),
        filled("status", status="implementable", kind=OFFICER_EXECUTIVE, **_CONFIRMED),
        filled("status", status="implementable", **_OUT),
        filled("status", status="draft", kind=OFFICER_NON_EXECUTIVE, **_OUT),
        filled("status", status="ready", **_CONFIRMED),
        filled("status", status="implementable", call_in_applies="yes", **_OUT),
    ),
    "title-used": (
        said("title", "«Sale of Almond Terrace»", _titles("Sale of Almond Terrace")),
        said("title", "«SALE OF ALMOND TERRACE»", _titles("Sale of Almond Terrace"), kind=CABINET),
        said(
            "title",
            "«Sale  of Almond Terrace»",
            _titles(" Sale of  Almond Terrace"),
            kind=OFFICER_EXECUTIVE,
        ),
        said("title", "«Fees»", _titles("Rents", "Fees"), kind=OFFICER_NON_EXECUTIVE),
        said("title", "«Straße café lease»", _titles("STRASSE CAFÉ LEASE")),
        said("title", "«2026/27 budget»", _titles("2026/27 Budget"), status="published", **_OUT),
    ),
}

LEFT: Cases = {
    "no-recommended-option": (
        _options(chosen=(1,)),
        _options(chosen=(), of=1, kind="cabinet-member"),
        _options(chosen=(), of=0, kind=OFFICER_NON_EXECUTIVE),
        _options(chosen=(0, 2), kind=OFFICER_EXECUTIVE),
        filled(options=(Option(title="Do nothing"), Option(), Option(title=" "))),
        filled(options=(Option(text="<p>Sell it.</p>"), Option(recommended=True))),
        filled(options=_each("Rejected, since the roof leaks.")),
        filled(options=_each("This was not taken forward: it costs too much."), kind=CABINET),
        filled(options=_each("Ruled out, for want of staff."), kind=OFFICER_NON_EXECUTIVE),
        filled(options=_each("It is dear. The others are cheaper. It was rejected."), kind=CABINET),
    ),
    "two-recommended-options": (
        _options(chosen=(0,)),
        _options(chosen=(2,), kind="cabinet-member"),
        _options(chosen=(), kind=OFFICER_EXECUTIVE),
        _options(chosen=(0,), of=1, kind=OFFICER_NON_EXECUTIVE),
        _options(chosen=(), of=0),
        filled(options=(Option(title="Both sites", recommended=True), Option(title="Neither"))),
    ),
    "key-decision-contradicts": (
        _key("no", "It would be a key decision if it cost more."),
        _key("no", "This is not a key decision.", kind=CABINET),
        _key("yes", "This is a key decision.", kind=OFFICER_EXECUTIVE),
        _key("", "This is not a key decision.", kind=OFFICER_NON_EXECUTIVE),
        _key("no", "It carries out the key decision of May 2024."),
        _key("no", "Last year it was a key decision to buy the depot."),
        _key("yes", "The first stage was not a key decision."),
        filled(key_decision="no", urgency=_WAIVED),
        _key("yes", "The key to this decision is the cost."),
    ),
    "call-in-contradicts": (
        _called("yes", "The earlier scheme was exempted from call-in."),
        _called("no", "The decision is not subject to call-in.", kind=CABINET),
        _called("yes", "The decision is open to call-in.", kind=OFFICER_EXECUTIVE),
        _called("no", "The previous decision may be called in.", kind=OFFICER_NON_EXECUTIVE),
        filled(call_in_applies="no", urgency=_WAIVED),
        filled(call_in_applies="", status="called-in", **_OUT),
        _called("yes", "Engineers may call in at the flats in May."),
        _called("", "Call-in does not apply."),
        _called("no", "If it were a key decision it would be subject to call-in."),
    ),
    "status-contradicts": (
        filled(status="published", **_OUT),
        filled(status="implementable", call_in_applies="no", kind=CABINET, **_OUT),
        filled(status="implementable", urgency=_WAIVED, **_OUT),
        filled(
            status="implementable",
            kind="panel",
            around=Around(duties=OFFICER_NON_EXECUTIVE),
            **_OUT,
        ),
        filled(status="implementable", kind=OFFICER_EXECUTIVE, **_OUT, **_CONFIRMED),
        filled(status="decided", **_OUT),
        filled(status="withdrawn", kind=OFFICER_NON_EXECUTIVE, **_OUT),
        filled(status="called-in", **_OUT),
        filled(status="ready", notice_published="2026-01-05", key_decision="yes"),
    ),
    "title-used": (
        said("title", "Sale of Almond Terrace", _titles()),
        said("title", "Sale of Almond Terrace, phase 2", _titles("Sale of Almond Terrace")),
        said("title", "Sale of Almond Terrace", _titles("Sale of Almond Terrace."), kind=CABINET),
        said("title", "", _titles(""), kind=OFFICER_EXECUTIVE),
        said("title", "Fees", _titles("Fees 2026/27"), kind=OFFICER_NON_EXECUTIVE),
        said("title", "Sale of Alder Terrace", _titles("Sale of Almond Terrace")),
    ),
}
