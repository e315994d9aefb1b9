"""Cases of what a record says of its exempt appendices, against how they are marked."""

from typing import Any

from sendapp.domain.duties import CABINET, OFFICER_EXECUTIVE, OFFICER_NON_EXECUTIVE
from sendapp.domain.exempt_clause import exempt_clause
from sendapp.domain.record import Appendix
from tests.domain.checks.cases import Case, Cases, filled, said
from tests.factory import items

_PRICES = Appendix(title="Appendix 1: prices", exempt=True, paragraphs=(3,))
_ADVICE = Appendix(title="Appendix 2: advice", exempt=True, paragraphs=(5,))
_MAP = Appendix(title="Appendix 3: map")
_COSTS = Appendix(title="24-hour care: unit costs", exempt=True, paragraphs=(3,))
_SMITH = Appendix(title="A. Smith’s valuation; and more", exempt=True, paragraphs=(3,))
_BLANK = Appendix(exempt=True, paragraphs=(3,))


def _of(text: str, *rows: Appendix, place: str = "decisions[0]", **values: Any) -> Case:
    return said(place, text, appendices=rows or (_PRICES, _ADVICE, _MAP), **values)


def _only(text: str, *rows: Appendix, missing: tuple[int, ...] = (), **values: Any) -> Case:
    places = [f"appendices[{index}].exempt" for index in missing]
    decisions = items(text if text.startswith("<") else f"<p>{text}</p>")
    return filled(*places, appendices=rows, decisions=decisions, **values)


FOUND: Cases = {
    "clause-at-odds": (
        _of("Appendix 1 is not for publication («paragraph 5» of Schedule 12A)."),
        _of("Appendix 2: «paragraph 3» of Schedule 12A (business affairs)", kind=CABINET),
        _of(
            "Under «paragraph 7» of Part 1 of Schedule 12A, Appendix 2 is withheld.",
            place="reasons[0]",
            kind=OFFICER_EXECUTIVE,
        ),
        _of(
            "The appendix is exempt under «paragraph 1» of Schedule 12A.",
            _COSTS,
            kind=OFFICER_NON_EXECUTIVE,
        ),
        _of(
            "Appendix 1 is exempt under paragraph 3, and Appendix 2 under «paragraph 3», of "
            "Schedule 12A."
        ),
        _of("Appendices 1 and 2 are exempt under «paragraphs 3, 5 and 6» of Schedule 12A."),
        _of("The appendix “24-hour care: unit costs”: «paragraph 2» of Schedule 12A", _COSTS),
        _of(
            "The appendix “A. Smith’s valuation; and more”: «paragraph 2» of Schedule 12A",
            _SMITH,
            _ADVICE,
        ),
        _of("The second appendix: «paragraphs 3 to 5» of Schedule 12A", _MAP, _BLANK),
        _of(
            "Appendix 1.2 is exempt: «paragraph 5» of Schedule 12A.",
            Appendix(title="Appendix 1.2 Terms", exempt=True, paragraphs=(3,)),
        ),
    ),
    "exempt-not-withheld": (
        _only("The prices stand in Appendix 1.", _PRICES, missing=(0,)),
        _only("Appendix 1 is not for publication.", _PRICES, _ADVICE, missing=(1,), kind=CABINET),
        _only("The sale.", _PRICES, _ADVICE, missing=(0, 1), kind=OFFICER_EXECUTIVE),
        _only("The sale.", _BLANK, missing=(0,), kind=OFFICER_NON_EXECUTIVE),
        _only(
            "The appendix “24-hour care: unit costs” is not for publication.",
            _COSTS,
            _PRICES,
            missing=(1,),
        ),
        _only(exempt_clause((_PRICES,)), _PRICES, _MAP, _BLANK, missing=(2,)),
    ),
}

LEFT: Cases = {
    "clause-at-odds": (
        _of("Appendix 1 is not for publication (paragraph 3 of Schedule 12A).", kind=CABINET),
        _of(exempt_clause((_PRICES, _ADVICE)), kind=OFFICER_EXECUTIVE),
        _of("As paragraph 5 of the report says, Appendix 1 is exempt under Schedule 12A."),
        _of("Appendix 3 is exempt under paragraph 6 of Schedule 12A.", kind=OFFICER_NON_EXECUTIVE),
        _of("Appendix 4 to the report is exempt under paragraph 1 of Schedule 12A."),
        _of("The appendix is exempt under paragraphs 3 and 5 of Schedule 12A."),
        _of(
            "Appendix 1 is exempt under paragraph 4 of Schedule 12A.",
            Appendix(title="Appendix 1", exempt=True),
            _ADVICE,
        ),
        _of("Paragraph 2 applies. Appendix 1 is exempt under paragraph 3 of Schedule 12A."),
        _of("Appendix 1 is exempt: paragraph 3 of Schedule 12A, not paragraph 10A."),
        _of("Appendix 1 was weighed in 5 ways under paragraph 3.2 of the code and Schedule 12A."),
        _of(exempt_clause((_COSTS, _ADVICE)), _COSTS, _ADVICE),
    ),
    "exempt-not-withheld": (
        _only("Appendices 1 and 2 are not for publication.", _PRICES, _ADVICE, kind=CABINET),
        _only("The appendices are not for publication.", _PRICES, _COSTS, kind=OFFICER_EXECUTIVE),
        _only("Appendix 1 stays confidential and is exempt.", _PRICES, _MAP),
        _only("The sale.", _MAP, kind=OFFICER_NON_EXECUTIVE),
        _only(exempt_clause((_PRICES, _COSTS, _BLANK)), _PRICES, _COSTS, _BLANK),
        _only(exempt_clause((_SMITH,)), _SMITH),
        _only("The sale.", Appendix(title="Appendix 1", exempt=True)),
        _only("Appendices 1 to 3 are not for publication.", _PRICES, _ADVICE, _BLANK),
        _only(
            "Appendix 1.2 is not for publication.",
            Appendix(title="Appendix 1.2 Terms", exempt=True, paragraphs=(3,)),
        ),
    ),
}
