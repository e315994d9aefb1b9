"""Cases of facts that came with an older record."""

from sendapp.domain.duties import (
    CABINET,
    CABINET_MEMBER,
    OFFICER_EXECUTIVE,
    OFFICER_NON_EXECUTIVE,
)
from sendapp.domain.record import Carried
from tests.domain.checks.cases import Case, Cases, said


def _case(
    place: str,
    text: str,
    *facts: str,
    field: str = "",
    kind: str = CABINET_MEMBER,
    sort: str = "date",
) -> Case:
    name = field or place.partition("[")[0]
    carried = tuple(Carried(field=name, words=words, kind=sort) for words in facts)
    return said(place, text, carried=carried, kind=kind)


FOUND: Cases = {
    "carried-over": (
        _case("reasons[0]", "It begins on «1 April 2024» at noon.", "1 April 2024"),
        _case("title", "Lease of «Tarn House», Silver Street", "Tarn House"),
        _case(
            "decisions[0]", "Pay «£40,000» to «Harlow & Pike LLP».", "£40,000", "Harlow & Pike LLP"
        ),
        _case("consultees", "«Mr D. Pargeter»\nThe police", "Mr D. Pargeter", kind=CABINET),
        _case("options[1].text", "It costs «£64k» more.", "£64k", kind=OFFICER_EXECUTIVE),
        _case("reasons[0]", "Since «1\u00a0April 2024» it is let.", "1 April 2024"),
        _case("reasons[0]", "The «1 April 2024» and again 1 April 2024.", "1 April 2024"),
        _case("reasons[1]", "At «Tarn Lane Farm», off «Tarn Lane».", "Tarn Lane", "Tarn Lane Farm"),
        # Cut out of its own field and pasted into this one.
        _case("reasons[0]", "It begins on «1 April 2024».", "1 April 2024", field="decisions"),
        _case("wards", "«Tarn Green»; Hollin", "Tarn Green", kind=OFFICER_NON_EXECUTIVE),
    )
}

LEFT: Cases = {
    "carried-over": (
        _case("reasons[0]", "It begins on 1 April 2024 at noon."),
        _case("reasons[0]", "It begins on 1 April 2027 at noon.", "1 April 2024"),
        _case("reasons[0]", "It begins on 11 April 2024 at noon.", "1 April 2024"),
        _case(
            "reasons[0]", "See the report on it.", "the report", field="decisions", sort="reference"
        ),
        _case("title", "Lease of Tarn Houses", "Tarn House", kind=CABINET),
        _case("decisions[0]", "Pay £40,000,000 to the firm.", "000,0", kind=OFFICER_EXECUTIVE),
        _case("consultees", "Mr D.\nPargeter", "D. Pargeter", kind=OFFICER_NON_EXECUTIVE),
        _case("reasons[0]", "It begins at noon.", ""),
    )
}
