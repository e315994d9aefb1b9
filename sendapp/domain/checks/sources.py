"""The law that the checks cite, each piece named once. Check the official text."""

from sendapp.domain.duties import CABINET, CABINET_MEMBER, OFFICER_EXECUTIVE, OFFICER_NON_EXECUTIVE

_2012 = "SI 2012/2089"
_2014 = "SI 2014/2095"

STATEMENT = {
    CABINET_MEMBER: f"{_2012}, regulation 13(1) and (2)",
    OFFICER_EXECUTIVE: f"{_2012}, regulation 13(4)",
    CABINET: f"{_2012}, regulation 12",
    OFFICER_NON_EXECUTIVE: f"{_2014}, regulation 7",
}
"""What a written statement of a decision holds, by record type."""

NOTICE = {"": f"{_2012}, regulation 9"}
GENERAL_EXCEPTION = {"": f"{_2012}, regulation 10"}
URGENCY = {"": f"{_2012}, regulations 10 and 11"}
OWN_INTEREST = {"": "Localism Act 2011, section 31"}
EXEMPT = {"": "Local Government Act 1972, Schedule 12A"}
PUBLIC_INTEREST = {"": "Local Government Act 1972, Schedule 12A, paragraph 10"}
WHICH_REGULATIONS = {"": f"{_2012}, regulations 12 and 13; {_2014}, regulation 7"}
NOTHING: dict[str, str] = {}
"""For what only looks wrong: no law says so."""
