"""Records for tests: sound defaults, of which a test names only what matters to it."""

from dataclasses import replace
from typing import Any

from sendapp.domain.catalogue import CATALOGUE
from sendapp.domain.fields import Kind
from sendapp.domain.record import (
    Appendix,
    Carried,
    Circulation,
    Clearance,
    Conflict,
    Correction,
    DecisionRecord,
    Item,
    Option,
    Paper,
    SetAside,
    Urgency,
)

A_ID = "00000000-0000-4000-8000-000000000001"


def a_record(**what_matters: Any) -> DecisionRecord:
    """Return a short, complete, invented record, with `what_matters` in place of the defaults."""
    values: dict[str, Any] = {
        "council": "Marlhaven Borough Council",
        "title": "Resurfacing of Tanner's Quay",
        "decision_maker": "Cabinet Member for Streets",
        "decision_lead_in": "The Cabinet Member for Streets approves",
        "decisions": items("<p>The resurfacing of Tanner's Quay.</p>"),
        "reasons": items("<p>The setts have sunk.</p>", "<p>Repairs no longer hold.</p>"),
        "options": (
            Option(title="Resurface", recommended=True, text="<p>It lasts.</p>"),
            Option(title="Do nothing", text="<p>The quay would close.</p>"),
        ),
        "conflicts_declared": "none",
        "date_of_decision": "2026-03-02",
    }
    return DecisionRecord(**(values | what_matters))


def a_full_record(**what_matters: Any) -> DecisionRecord:
    """Return a record in which every field and every field of every row is filled in."""
    record = a_record(**(THE_REST | what_matters))
    # A new field of words is tried without being named here.
    blank = {
        f.name: f"Some {f.label.lower()}"
        for f in CATALOGUE
        if f.kind in (Kind.LINE, Kind.TEXT, Kind.POST)
        and f.name not in what_matters
        and not getattr(record, f.name)
    }
    return replace(record, **blank)


def items(*texts: str) -> tuple[Item, ...]:
    """Return an item for each of the rich `texts`."""
    return tuple(Item(text=text) for text in texts)


THE_REST: dict[str, Any] = {
    "id": A_ID,
    "reference": "MBC/2026/014",
    "decision_maker_name": "Councillor Asha Pell",
    "decision_maker_interest": "no",
    "conflicts_declared": "declared",
    "conflicts": (
        Conflict(
            member="Councillor Owen Tarrant",
            interest="Owns a boat moored at the quay.",
            dispensation="To take part, but not to vote.",
            granted_by="Standards Committee",
            granted_on="12 February 2026",
        ),
    ),
    "draft_list_published": "2026-03-03",
    "confirmed_list_published": "2026-03-09",
    "status": "implementable",
    "key_decision": "yes",
    "key_decision_reason": "It costs more than the council's threshold.",
    "call_in_applies": "yes",
    "notice_published": "2026-01-30",
    "notice_reference": "FP/26/007",
    "urgency": (
        Urgency(
            kind="general exception",
            reason="The tide tables leave one week.",
            agreed_by="Chair of Scrutiny",
            agreed_on="20 February 2026",
        ),
    ),
    "wards": "Quayside; Old Town",
    "report_author": "Mira Okafor",
    "contact": "streets@marlhaven.example",
    "directorate": "Place",
    "consultees": "Harbour users\nThe Quay Traders' Association",
    "authority": "Constitution, part 3, paragraph 4.2",
    "implementing_officer": "Head of Highways",
    "background_papers": (Paper(text="Survey of the quay, October 2025"),),
    "appendices": (
        Appendix(
            title="Appendix 1: tender prices",
            exempt=True,
            paragraphs=(3,),
            public_interest=True,
        ),
    ),
    "clearances": (
        Clearance(
            role="Finance", name="Ines Coyle", cleared_on="26 February 2026", comment="No risk."
        ),
    ),
    "set_aside": (
        SetAside(
            check="numbered-by-hand",
            field="reasons",
            words="A.",
            reason="It is the name of the pier.",
        ),
    ),
    "carried": (Carried(field="reasons", words="1 April 2019", kind="date"),),
    "circulations": (Circulation(number="1", to="Legal", on="2026-02-20", words_hash="0" * 64),),
    "call_in_ends": "2026-03-06",
    "in_force_on": "2026-03-09",
    "called_in_on": "2026-03-05",
    "withdrawn_on": "2026-03-31",
    "corrections": (
        Correction(
            corrected_on="2026-03-10",
            place="Decision 1",
            reason="The quay was named wrongly.",
            before="Tanners Quay",
            after="Tanner's Quay",
        ),
    ),
    "notes": "Ask finance about the contingency.",
}
"""What `a_full_record` has beyond `a_record`."""
