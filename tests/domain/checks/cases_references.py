"""Cases of what a record refers to, and of its appendices."""

from sendapp.domain.duties import CABINET, OFFICER_EXECUTIVE, OFFICER_NON_EXECUTIVE
from sendapp.domain.record import Appendix
from tests.domain.checks.cases import Case, Cases, filled, said
from tests.factory import items


def _listed(*titles: str) -> tuple[Appendix, ...]:
    return tuple(Appendix(title=title) for title in titles)


_ONE_TABLE = "<p>The cost is shown in the table below.</p><table><tr><td>Van</td></tr></table>"
_EXEMPT = Appendix(title="Appendix 1: prices", exempt=True)
_UNDER_3 = Appendix(title="Appendix 1: prices", exempt=True, paragraphs=(3,))


def _exempt(text: str, *appendices: Appendix, places: tuple[str, ...] = (), kind: str = "") -> Case:
    values = {"kind": kind} if kind else {}
    reasons = items(f"<p>{text}</p>")
    return filled(*places, appendices=appendices, reasons=reasons, **values)


_P = ("appendices[0].paragraphs",)

FOUND: Cases = {
    "appendix-not-listed": (
        said("decisions[0]", "The fees set out in «Appendix B»."),
        said("reasons[0]", "The survey («Appendix 2») shows it.", appendices=_listed("Appendix 1")),
        said("decisions[0]", "As drawn on the plan at «Annex A».", kind=CABINET),
        said(
            "options[1].text",
            "Costed in «appendix 3».",
            kind=OFFICER_EXECUTIVE,
            appendices=_listed(),
        ),
        said("reasons[1]", "See «Appendix C» to this record.", kind=OFFICER_NON_EXECUTIVE),
        said(
            "decisions[0]",
            "As shown in «Appendices 1 and 2».",
            appendices=_listed("Appendix 1: plan"),
        ),
        said("consultees", "The traders listed in «APPENDIX 4»."),
        said("reasons[0]", "The report is long, and «Appendix B» tells why."),
    ),
    "appendix-unmentioned": (
        said("appendices[0].title", "«Appendix 1: plan»", appendices=_listed("")),
        said("appendices[0].title", "«Tender prices»", kind=CABINET, appendices=_listed("")),
        said(
            "appendices[1].title",
            "«Appendix 2: prices»",
            kind=OFFICER_EXECUTIVE,
            appendices=_listed("Appendix 1: plan", ""),
            reasons=items("<p>Appendix 1 shows where.</p>"),
        ),
        said(
            "appendices[0].title",
            "«Annex C»",
            kind=OFFICER_NON_EXECUTIVE,
            appendices=_listed(""),
            reasons=items("<p>Annex B to the report shows where.</p>"),
        ),
        said(
            "appendices[2].title",
            "«Appendix 4: risks»",
            appendices=_listed("Appendix 1", "Appendix 2", ""),
            reasons=items("<p>Appendices 1 to 3 hold the figures.</p>"),
        ),
        said(
            "appendices[0].title",
            "«Appendix 1: plan»",
            appendices=_listed(""),
            title="Sale of the yard",
            background_papers=(),
        ),
    ),
    "table-not-there": (
        said("decisions[0]", "The fees in «the table below»."),
        said("reasons[0]", "«Table 1» shows the cost.", kind=CABINET),
        said("reasons[0]", "The costs are «tabulated below».", kind=OFFICER_EXECUTIVE),
        said("options[1].text", "It costs more (see «Table 2»).", decisions=items(_ONE_TABLE)),
        said("reasons[1]", "As «the following table» shows.", kind=OFFICER_NON_EXECUTIVE),
        said("decisions[0]", "The charges are those in «Table A»."),
        said("reasons[0]", "«The second table below» has the rents.", decisions=items(_ONE_TABLE)),
    ),
    "section-not-there": (
        said("reasons[0]", "As said in «section 8 of this record»."),
        said("decisions[0]", "The works described in «section 7 above».", kind=CABINET),
        said("reasons[1]", "For the interests see «part 9 of this form».", kind=OFFICER_EXECUTIVE),
        said("options[1].text", "Rejected, see «heading 7 below».", kind=OFFICER_NON_EXECUTIVE),
        said("reasons[0]", "«Sections 5 to 8 of this decision» apply."),
        said("reasons[0]", "«This record’s section 11» has the risks."),
    ),
    "paragraph-not-there": (
        said("reasons[0]", "For the works in «paragraph 5 above» a permit is needed."),
        said("decisions[0]", "Subject to «decision 3 above».", kind=CABINET),
        said("options[1].text", "See «reason 4 above».", kind=OFFICER_EXECUTIVE),
        said("reasons[1]", "As in «paragraph 2.3 above».", kind=OFFICER_NON_EXECUTIVE),
        said("decisions[0]", "The «fourth decision below» pays for it."),
        said("reasons[0]", "«Paragraphs 1 and 4 of this decision» go together."),
        said("decisions[0]", "The sum in «paragraph 2 of this decision»."),
    ),
    "exempt-without-clause": (
        _exempt("Appendix 1 has the prices.", _EXEMPT, places=_P),
        _exempt("Appendix 1 has the prices.", _EXEMPT, places=_P, kind=CABINET),
        _exempt("Appendix 1 is exempt.", _EXEMPT, places=_P, kind=OFFICER_EXECUTIVE),
        _exempt(
            "Paragraph 3 of the report; see Appendix 1.",
            _EXEMPT,
            places=_P,
            kind=OFFICER_NON_EXECUTIVE,
        ),
        _exempt(
            "Appendices 1 and 2.",
            _UNDER_3,
            Appendix(title="Appendix 2: advice", exempt=True),
            places=("appendices[1].paragraphs",),
        ),
        _exempt(
            "Appendix 1, in the public interest.",
            Appendix(title="Appendix 1", exempt=True, public_interest=True),
            places=_P,
        ),
    ),
    "clause-without-exempt-appendix": (
        said("decisions[0]", "«Appendix 1 is not for publication»."),
        said("decisions[0]", "That «Appendix 2 be withheld» from publication.", kind=CABINET),
        said("reasons[0]", "The «appendix contains exempt» information.", kind=OFFICER_EXECUTIVE),
        said(
            "reasons[1]",
            "«Annex A is confidential», as it names a tenant.",
            kind=OFFICER_NON_EXECUTIVE,
            appendices=_listed("Annex A"),
        ),
        said("consultees", "The two bidders («exempt Appendix 1»)"),
        said("reasons[0]", "The prices stand in «Appendix 1, which is exempt»."),
    ),
}

LEFT: Cases = {
    "appendix-not-listed": (
        said("decisions[0]", "The fees in Appendix B to the report."),
        said("decisions[0]", "The fees in Appendix B.", appendices=_listed("A: plan", "B: fees")),
        said("reasons[0]", "The report’s Appendix C shows it.", kind=CABINET),
        said("reasons[0]", "Schedule 12A and Appendix 2 of the Constitution apply."),
        said("decisions[0]", "As in the appendix.", kind=OFFICER_NON_EXECUTIVE),
        said(
            "decisions[0]",
            "As shown in Appendices 1 to 3.",
            appendices=_listed("Appendix 1", "Appendix 2", "Appendix 3"),
            kind=OFFICER_EXECUTIVE,
        ),
        said("decisions[0]", "The plan attached to the report as Appendix D."),
        said("decisions[0]", "The map in annex A to the lease.", kind=CABINET),
        said("reasons[0]", "His appendix was inflamed."),
    ),
    "appendix-unmentioned": (
        said("reasons[0]", "Appendix 1 shows it.", appendices=_listed("Appendix 1: plan")),
        said(
            "decisions[0]",
            "As in Appendices 1 to 3.",
            appendices=_listed("Appendix 1", "Appendix 2", "Appendix 3"),
            kind=CABINET,
        ),
        said("reasons[0]", "The tender prices are low.", appendices=_listed("Tender prices")),
        said("reasons[0]", "The attached plan shows it.", appendices=_listed("Plan of the yard")),
        said("reasons[0]", "See ANNEX B.", appendices=_listed("Annex B: map")),
        filled(appendices=_listed(" ", ""), kind=OFFICER_EXECUTIVE),
        said(
            "key_decision_reason",
            "Its cost (Appendix A).",
            appendices=_listed("Appendix A"),
            kind=OFFICER_NON_EXECUTIVE,
        ),
    ),
    "table-not-there": (
        said("decisions[0]", _ONE_TABLE),
        said("reasons[0]", "Table 1 shows the cost.", decisions=items(_ONE_TABLE)),
        said("reasons[0]", "Table 4 of the Local Plan has the need.", kind=CABINET),
        said("decisions[0]", "Twelve chairs and the table in the hall are sold."),
        said("reasons[0]", "The report’s Table 2 has the cost.", kind=OFFICER_EXECUTIVE),
        said("reasons[0]", "The motion was on the table.", kind=OFFICER_NON_EXECUTIVE),
        said("reasons[0]", "The team is in the second table of the league."),
        said("decisions[0]", "Table tennis is added, and 2 tables are bought."),
    ),
    "section-not-there": (
        said("reasons[0]", "Section 106 of the Act allows it."),
        said("reasons[0]", "Section 8 of the report has the figures.", kind=CABINET),
        said("reasons[0]", "As said in section 3 of this record.", kind=OFFICER_EXECUTIVE),
        said("authority", "Local Government Act 1972, section 111", kind=OFFICER_NON_EXECUTIVE),
        said("reasons[0]", "The road is a section 38 road, as the order of 2019 says."),
        said("decisions[0]", "The river is dredged along section 9, below the weir."),
        said("reasons[0]", "Sections 2 and 6 above say why."),
    ),
    "paragraph-not-there": (
        said("reasons[0]", "Paragraph 3 of Schedule 12A applies."),
        said("reasons[0]", "See paragraph 1 above.", kind=CABINET),
        said("reasons[0]", "See paragraph 9.4 of the report.", kind=OFFICER_EXECUTIVE),
        said("authority", "Constitution, part 3, paragraph 12", kind=OFFICER_NON_EXECUTIVE),
        said("reasons[1]", "As said in reason 1 above."),
        said("reasons[1]", "Decision 7 of the decision made in May 2024 fell."),
        said(
            "decisions[1]",
            "The cost of decision 1 above.",
            decisions=items("<p>Two vans.</p>", ""),
        ),
        said("decisions[0]", "Item 14 of the agenda was withdrawn.", kind=CABINET),
        said("reasons[0]", "The points 9 and 10 above the sluice were struck."),
    ),
    "exempt-without-clause": (
        _exempt("Appendix 1.", _UNDER_3),
        _exempt("Appendix 1.", Appendix(title="Appendix 1"), kind=CABINET),
        _exempt("Appendix 1 is exempt under paragraph 3 of Part 1.", _EXEMPT),
        _exempt(
            "Appendix 1: exempt by paragraph 5 of Part 1 of Schedule 12A.",
            _EXEMPT,
            kind=OFFICER_EXECUTIVE,
        ),
        _exempt("Schedule 12A, paragraph 1, covers Appendix 1.", _EXEMPT, kind=CABINET),
        _exempt("Appendices 1 and 2.", _UNDER_3, Appendix(title="Appendix 2")),
        _exempt("Nothing.", kind=OFFICER_NON_EXECUTIVE),
    ),
    "clause-without-exempt-appendix": (
        said("decisions[0]", "Appendix 1 is not for publication.", appendices=(_UNDER_3,)),
        said("decisions[0]", "Appendix B to the report is exempt.", kind=CABINET),
        said("reasons[0]", "Appendix 1 is no longer exempt.", appendices=_listed("Appendix 1")),
        said("reasons[0]", "The charity is exempt from rates.", kind=OFFICER_EXECUTIVE),
        said("reasons[0]", "The club’s lease is confidential. Appendix 1 shows the site."),
        said("decisions[0]", "Appendix 1 is published.", kind=OFFICER_NON_EXECUTIVE),
        said("reasons[0]", "Appendix 1 lists the vehicles that are exempt from the charge."),
        said("reasons[0]", "Nothing in Appendix 2 is confidential."),
    ),
}
