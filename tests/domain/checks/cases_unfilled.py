"""Cases of places that are still to be filled in, and of brackets that are none."""

from sendapp.domain.checks.reading import Around
from sendapp.domain.duties import CABINET, OFFICER_EXECUTIVE, OFFICER_NON_EXECUTIVE
from sendapp.domain.record import Appendix, Paper
from tests.domain.checks.cases import Cases, said

FOUND: Cases = {
    "place-not-filled": (
        said("decisions[0]", "A grant of £«[amount]» to «[name of organisation]»."),
        said("reasons[1]", "The roof leaks.\nIt was surveyed on «[date]».", kind=CABINET),
        said("title", "Grant to «[name]»", kind=OFFICER_EXECUTIVE),
        said("options[0].text", "It costs £«[Amount]» more.", kind=OFFICER_NON_EXECUTIVE),
        said("decision_lead_in", "The «[title of post]» approves"),
        said("consultees", "Ward members for «[name of ward, or none]»"),
        said("decisions[0]", "<p>In <b>«[what is changed]»</b> only.</p>"),
        said("authority", "Constitution, part «[tbc]»"),
        said(
            "appendices[0].title",
            "Appendix 1: «[name]»",
            appendices=(Appendix(title="Appendix 1"),),
        ),
    )
}

LEFT: Cases = {
    "place-not-filled": (
        said("reasons[0]", "As the court held in R v Marlhaven [2019] EWHC 12 (Admin)."),
        said("reasons[0]", "The tenant wrote “recieved” [sic] in the form.", kind=CABINET),
        said("decisions[0]", "The lease of unit [3] and of unit [B].", kind=OFFICER_EXECUTIVE),
        said("reasons[0]", "An open bracket [ stays one.", kind=OFFICER_NON_EXECUTIVE),
        said("reasons[0]", "[insert reasons here]"),
        said("decisions[0]", "A grant of £400 (in full) to the trust."),
        said("notes", "[ask finance]"),
        said("reasons[0]", "“The harbour [emphasis added] is full.”", Around()),
        said(
            "background_papers[0].text",
            "Survey [2]",
            background_papers=(Paper(text="Survey"),),
        ),
    )
}
