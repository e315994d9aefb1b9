"""Cases of whoever is named as the decision maker, against the register of posts."""

from dataclasses import replace
from typing import Any

from sendapp.domain.checks.reading import Around
from sendapp.domain.duties import CABINET, OFFICER_EXECUTIVE, OFFICER_NON_EXECUTIVE
from sendapp.domain.posts import Post
from tests.domain.checks.cases import Case, Cases, clean, filled, said

_POST = "Cabinet Member for Streets"
_PELL = Post(_POST, "Councillor Asha Pell", since="2025-05-20")
_VANE = Post(_POST, "Councillor Iris Vane", since="2023-05-16", until="2025-05-19")
_TURNS = Around(posts=(_VANE, _PELL))
_GAP = Around(posts=(replace(_VANE, until="2025-05-01"), _PELL))
_UNDATED = Around(posts=(Post(_POST, "Councillor Asha Pell"),))


def _named(text: str, around: Around = _TURNS, **values: Any) -> Case:
    return said("decision_maker_name", text, around, **values)


FOUND: Cases = {
    "holder-at-odds": (
        _named("«Councillor Iris Vane»"),
        _named("«Councillor Asha Pell»", date_of_decision="2025-05-19", kind=CABINET),
        _named("«Councillor Owen Tarrant»", kind=OFFICER_EXECUTIVE),
        _named("«Cllr Vane»", decision_maker="cabinet member for  streets"),
        _named("«Iris Vane»", Around(posts=(_VANE,)), kind=OFFICER_NON_EXECUTIVE),
        _named("«Councillor Iris Vane»", _UNDATED, status="ready"),
        _named("«Councillor Ben Pell»", status="published"),
        _named("«Councillor Iris Vane»", _GAP, date_of_decision="2025-05-19"),
    )
}

LEFT: Cases = {
    "holder-at-odds": (
        _named("Councillor Asha Pell"),
        _named("Cllr A. Pell", kind=CABINET),
        _named("Councillor Iris Vane", date_of_decision="2025-05-19", kind=OFFICER_EXECUTIVE),
        _named("Councillor Iris Vane", Around(), kind=OFFICER_NON_EXECUTIVE),
        _named("Councillor Iris Vane", _UNDATED, status="published"),
        _named("Councillor Iris Vane", date_of_decision=""),
        _named("Councillor Owen Tarrant", decision_maker="The Leader"),
        _named("Councillor Owen Tarrant", date_of_decision="2020-01-06"),
        filled(around=_TURNS),
        _named("Councillor Owen Tarrant", Around(posts=(Post(_POST, since="2025-05-20"),))),
    )
}

assert clean().decision_maker == _POST
