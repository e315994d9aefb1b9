"""What a council asks for and is not there, and what only looks so."""

from dataclasses import replace

from sendapp.domain.checks.reading import Around, Others
from sendapp.domain.duties import CABINET, OFFICER_EXECUTIVE, OFFICER_NON_EXECUTIVE
from sendapp.domain.profile import Profile
from sendapp.domain.record import Appendix, Clearance, Paper
from tests.domain.checks.cases import Case, Cases, Expected, clean, filled


def _asks(*fields: str) -> Around:
    return Around(asked_fields=fields)


def _clears(*roles: str) -> Around:
    return Around(asked_clearances=roles)


def _cleared(role: str, name: str) -> tuple[Clearance, ...]:
    return (Clearance(role=role, name=name),)


def _used(*references: str) -> Around:
    return Around(other_references=Others.called((), references).references)


def _taken(reference: str, *used: str, kind: str = "cabinet-member") -> Case:
    record = clean(kind, reference=reference)
    return Case(record, _used(*used), (Expected("reference", 0, reference),))


def _numbered(series: str, reference: str, kind: str, *places: str) -> Case:
    around = Around(profile=Profile(series=series))
    return Case(clean(kind, reference=reference), around, tuple(map(Expected, places)))


_SERIES = "CMD/{year}/{number:03}"

_WEIGHED = "appendices.public_interest"
_EXEMPT = Appendix(title="Appendix 1", exempt=True, paragraphs=(3,))
_OPEN = Appendix(title="Appendix 2")
_FIRST = "appendices[0].public_interest"

FOUND: Cases = {
    "public-interest-not-weighed": (
        filled(_FIRST, appendices=(_EXEMPT,), around=_asks(_WEIGHED)),
        filled(_FIRST, appendices=(_EXEMPT, _OPEN), around=_asks(_WEIGHED), kind=CABINET),
        filled(
            "appendices[1].public_interest",
            appendices=(_OPEN, _EXEMPT),
            around=_asks(_WEIGHED),
            kind=OFFICER_EXECUTIVE,
        ),
        filled(
            _FIRST,
            "appendices[1].public_interest",
            appendices=(_EXEMPT, _EXEMPT),
            around=_asks(_WEIGHED),
            kind=OFFICER_NON_EXECUTIVE,
        ),
        filled(
            "appendices[1].public_interest",
            appendices=(replace(_EXEMPT, public_interest=True), _EXEMPT),
            around=_asks(_WEIGHED),
        ),
        filled(_FIRST, appendices=(replace(_EXEMPT, paragraphs=()),), around=_asks(_WEIGHED)),
    ),
    "reference-missing": (
        _numbered(_SERIES, "", "cabinet-member", "reference"),
        _numbered(_SERIES, " ", "cabinet-member", "reference"),
        _numbered(_SERIES, "", CABINET, "reference"),
        _numbered(_SERIES, "", OFFICER_EXECUTIVE, "reference"),
        _numbered(_SERIES, "", OFFICER_NON_EXECUTIVE, "reference"),
        _numbered("{number}", "", CABINET, "reference"),
    ),
    "reference-taken": (
        _taken("CMD/2026/014", "CMD/2026/014"),
        _taken("cmd/2026/014", "CMD/2026/013", "CMD/2026/014", kind=CABINET),
        _taken("CMD / 2026 / 014", "CMD/2026/014", kind=OFFICER_EXECUTIVE),
        _taken("14", "14", kind=OFFICER_NON_EXECUTIVE),
        _taken("Straße 3", "STRASSE 3"),
        _taken(" X9 ", "x9"),
    ),
    "asked-field-missing": (
        filled(
            "decision_maker_name",
            around=_asks("decision_maker_name"),
            decision_maker_name="",
            kind=OFFICER_EXECUTIVE,
        ),
        filled("wards", around=_asks("wards")),
        filled("report_author", around=_asks("report_author"), report_author="  "),
        filled("background_papers", around=_asks("background_papers"), kind=CABINET),
        filled(
            "appendices",
            around=_asks("appendices"),
            appendices=(Appendix(title=" "),),
            kind=OFFICER_EXECUTIVE,
        ),
        filled("key_decision", around=_asks("key_decision"), kind=OFFICER_NON_EXECUTIVE),
        filled(
            "directorate", "contact", around=_asks("directorate", "wards", "contact"), wards="A"
        ),
    ),
    "clearance-missing": (
        filled("clearances", around=_clears("Legal")),
        filled("clearances[0].name", around=_clears("Legal"), clearances=_cleared("Legal", "")),
        filled("clearances[0].name", around=_clears("Finance"), clearances=_cleared("finance", "")),
        filled(
            "clearances",
            around=_clears("Section 151 officer"),
            clearances=_cleared("Legal", "Ines Coyle"),
            kind=CABINET,
        ),
        filled("clearances", "clearances", around=_clears("S151", "Legal"), kind=OFFICER_EXECUTIVE),
        filled(
            "clearances[0].name",
            around=_clears("Monitoring officer"),
            clearances=_cleared("Monitoring  Officer ", " "),
            kind=OFFICER_NON_EXECUTIVE,
        ),
    ),
}

LEFT: Cases = {
    "reference-missing": (
        _numbered("", "", "cabinet-member"),
        _numbered("", "", CABINET),
        _numbered("", "", OFFICER_EXECUTIVE),
        _numbered(_SERIES, "CMD/2026/014", "cabinet-member"),
        _numbered(_SERIES, "Another of our own", OFFICER_NON_EXECUTIVE),
        _numbered(_SERIES, "14", CABINET),
    ),
    "reference-taken": (
        filled(around=_used("CMD/2026/014")),
        filled(around=_used("CMD/2026/014"), reference="CMD/2025/014"),
        filled(around=_used("CMD/2026/014"), reference="CMD/2026/0144", kind=CABINET),
        filled(around=_used("", " ", "-"), reference="-", kind=OFFICER_EXECUTIVE),
        filled(around=_used(""), reference="", kind=OFFICER_NON_EXECUTIVE),
        filled(reference="CMD/2026/014"),
    ),
    "asked-field-missing": (
        # The form of a cabinet's record has no place for the name of one person.
        filled(around=_asks("decision_maker_name"), decision_maker_name="", kind=CABINET),
        filled(wards=""),
        filled(around=_asks("wards"), wards="Quayside", kind=CABINET),
        filled(around=_asks("background_papers"), background_papers=(Paper(text="Survey"),)),
        filled(around=_asks("a_field_of_a_later_version")),
        filled(around=_asks("key_decision"), key_decision="no", kind=OFFICER_EXECUTIVE),
        filled(around=_asks("options", "reasons"), kind=OFFICER_NON_EXECUTIVE),
        filled(around=_asks("date_of_decision"), date_of_decision="2026-03-02"),
    ),
    "public-interest-not-weighed": (
        filled(appendices=(_EXEMPT,)),
        filled(appendices=(_EXEMPT,), around=_asks("wards", "appendices"), wards="Quay"),
        filled(around=_asks(_WEIGHED)),
        filled(appendices=(replace(_EXEMPT, public_interest=True),), around=_asks(_WEIGHED)),
        filled(appendices=(_OPEN,), around=_asks(_WEIGHED), kind=CABINET),
        filled(appendices=(_EXEMPT,), kind=OFFICER_NON_EXECUTIVE),
    ),
    "clearance-missing": (
        filled(clearances=()),
        filled(around=_clears("Legal"), clearances=_cleared("Legal", "Ines Coyle")),
        filled(around=_clears("Legal"), clearances=_cleared(" LEGAL", "I. Coyle"), kind=CABINET),
        filled(
            around=_clears("Section 151 officer"),
            clearances=_cleared("section 151  Officer", "Raj Lowe"),
            kind=OFFICER_EXECUTIVE,
        ),
        filled(
            around=_clears("Finance"),
            clearances=(*_cleared("Finance", ""), *_cleared("Finance", "Raj Lowe")),
        ),
        filled(clearances=_cleared("Legal", ""), kind=OFFICER_NON_EXECUTIVE),
    ),
}
