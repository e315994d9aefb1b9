"""Cases of words that have no place in a finished record, and of texts that say nothing."""

from sendapp.domain.duties import CABINET, OFFICER_EXECUTIVE, OFFICER_NON_EXECUTIVE
from tests.domain.checks.cases import Cases, said

FOUND: Cases = {
    "says-nothing-itself": (
        said("reasons[0]", "«See attached.»"),
        said("options[1].text", "«N/A»", kind=OFFICER_EXECUTIVE),
        said("reasons[1]", "«As set out in the report.»", kind=CABINET),
        said(
            "reasons[0]",
            "«The reasons are given in paragraphs 3 to 7 of the officer’s report.»",
            kind=OFFICER_NON_EXECUTIVE,
        ),
        said("options[0].text", "  «Please refer to Appendix A.» "),
        said("reasons[0]", "«TBC»"),
        said("options[1].text", "«Set out in section 4 of the report of the Director of Housing.»"),
        said("reasons[1]", "«Reasons are as stated in the exempt report.\nSee also the minutes.»"),
        said("reasons[0]", "«[insert reasons here]»"),
        said("options[1].text", "«The alternatives are discussed in the business case.»"),
    ),
    "worded-as-recommendation": (
        said("decisions[0]", "«It is recommended that» the grant be paid."),
        said("decision_lead_in", "«Cabinet is asked to agree»", kind=CABINET),
        said(
            "decisions[0]", "«Recommendation:» that the lease be renewed.", kind=OFFICER_EXECUTIVE
        ),
        said(
            "decisions[0]",
            "«Approval is sought» for a consent to trade in the square.",
            kind=OFFICER_NON_EXECUTIVE,
        ),
        said("decision_lead_in", "«The Leader of the Council is invited to note»"),
        said("decisions[0]", "«Officers recommend» the purchase of two vans."),
        said("decisions[0]", "«This report seeks» authority to let the contract."),
        said("decisions[0]", "The scheme «should be approved» at a cost of £40,000."),
        said("decisions[0]", "«Members are requested to approve» the fees."),
        said("decisions[0]", "«It is proposed that» the hall be let to the trust."),
    ),
    "numbered-by-hand": (
        said("decisions[0]", "«1.» To approve the plan."),
        said("decisions[0]", "«(a)» the purchase of two vans", kind=CABINET),
        said("reasons[0]", "«ii)» the roof leaks", kind=OFFICER_EXECUTIVE),
        said("reasons[1]", "«2.1» The lease has run out.", kind=OFFICER_NON_EXECUTIVE),
        said("options[1].text", "«3)» It would cost more."),
        said("reasons[0]", "There are two reasons:\n«1.» the roof leaks;"),
        said("decisions[0]", "  «(iv)» the sale of the depot"),
        said("decisions[0]", "«B.» To delegate the detail."),
    ),
    "unshowable-character": (
        said("decisions[0]", "Two vans «\U0001f690» are bought."),
        said("title", "Sale of the depot «\uf0b7»"),
        said("reasons[0]", "«\uf0a7» The roof leaks.", kind=OFFICER_EXECUTIVE),
        said("options[1].text", "It scored «\U0001d7d3»."),
        said("consultees", "Friends of the park «\U0001f333»", kind=CABINET),
        said("wards", "Quayside «\U0001f44d»", kind=OFFICER_NON_EXECUTIVE),
    ),
}

LEFT: Cases = {
    "says-nothing-itself": (
        said("reasons[0]", "The bridge is unsafe, as the report of March 2026 shows."),
        said("reasons[0]", "See the survey in the report: the roof leaks in four places."),
        said("options[1].text", "None of the three bidders could start before July."),
        said("reasons[1]", "The law requires it.", kind=OFFICER_NON_EXECUTIVE),
        said("options[1].text", "It costs £4,000 more.", kind=CABINET),
        said("reasons[0]", "As set out in the report, the bridge carries 4,000 lorries a day."),
        said("reasons[0]", "No reply came to the notice.", kind=OFFICER_EXECUTIVE),
        said("options[1].text", "The landlord has not agreed to a shorter lease."),
        said("decisions[0]", "As set out in the report."),
        said("reasons[0]", "The committee’s scheme saves £9,000 a year."),
    ),
    "worded-as-recommendation": (
        said("decisions[0]", "The recommended option is adopted."),
        said("decision_lead_in", "The Cabinet recommends to full Council that", kind=CABINET),
        said("decisions[0]", "To accept the recommendation of the fares panel.", kind=CABINET),
        said("reasons[0]", "It is recommended that the roof be inspected each year."),
        said("decisions[0]", "The Secretary of State is asked to confirm the order."),
        said("decisions[0]", "To seek tenders for the cleaning contract.", kind=OFFICER_EXECUTIVE),
        said("decisions[0]", "Materials should be agreed with the conservation officer first."),
        said("decisions[0]", "The works begin once planning permission is sought and given."),
        said("decisions[0]", "The plan is published, and ward councillors are invited to comment."),
        said("decisions[0]", "A grant to the club that “recommends a friend”."),
        said(
            "decisions[0]",
            "The dose that the maker recommends is not exceeded.",
            kind=OFFICER_NON_EXECUTIVE,
        ),
        said("decisions[0]", "The budget is recommended to the full Council.", kind=CABINET),
    ),
    "numbered-by-hand": (
        said("decisions[0]", "24 flats at Mill Rise are bought."),
        said("decisions[0]", "2026/27 is the first year of the plan.", kind=CABINET),
        said("decisions[0]", "3.5 hectares of land are leased.", kind=OFFICER_EXECUTIVE),
        said("reasons[0]", "10.30am is too early for the school bus."),
        said("reasons[0]", "A roof that leaks costs more each year."),
        said("reasons[0]", "I have read the survey and agree with it."),
        said("reasons[0]", "1,200 people signed the petition.", kind=OFFICER_NON_EXECUTIVE),
        said("options[1].title", "1. Do nothing"),
        said("decisions[0]", "<ol><li>the depot</li><li>the yard</li></ol>"),
        said("reasons[0]", "14 May 2026 is the last day for replies."),
        said("decisions[0]", "(Part of) the yard is sold."),
        said("decisions[0]", "<table><tr><td>1.</td><td>Depot</td></tr></table>"),
        said("reasons[0]", "The panel saw two needs: (a) shelter and (b) light."),
    ),
    "unshowable-character": (
        said("decisions[0]", "£40,000 – “two vans” – at 3½ % a year…"),
        said("reasons[0]", "NO2 fell to 29 µg/m³, and 40 m² were cleared."),
        said("title", "Café lease, Señor’s Yard", kind=CABINET),
        said("options[1].text", "It costs €4,000 and 12° of frost would end it."),
        said("notes", "Ask finance \U0001f642", kind=OFFICER_EXECUTIVE),
        said("consultees", "Zoë Blåberg\nŁukasz Nowak", kind=OFFICER_NON_EXECUTIVE),
    ),
}
