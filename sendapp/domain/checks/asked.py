"""What the council asks for beyond the law: fields to fill, clearances, numbers of their own."""

from collections.abc import Iterator
from dataclasses import replace

from sendapp.domain.catalogue import CATALOGUE, field
from sendapp.domain.checks.finding import Check, Rank
from sendapp.domain.checks.reading import Reading, Spot, folded, says
from sendapp.domain.checks.sources import NOTHING, PUBLIC_INTEREST
from sendapp.domain.duties import ALL
from sendapp.domain.fields import Kind, Place, Section
from sendapp.domain.reference_series import folded_reference
from sendapp.domain.rows import row_field

_NOT_FOR_EVERY_RECORD = frozenset(
    {"council", "key_decision_reason", "notice_published", "notice_reference"}
)
_WEIGHED = replace(
    row_field("appendices", "public_interest"),
    name="appendices.public_interest",
    label="Public interest in withholding each exempt appendix",
)
ASKABLE = (
    *(
        entry
        for entry in CATALOGUE
        if entry.section is Section.MORE
        and Place.TEMPLATE in entry.places
        and entry.kind is not Kind.ROWS
        and entry.name not in _NOT_FOR_EVERY_RECORD
    ),
    _WEIGHED,
)
"""The optional fields that a council may want filled in for every record, or every such row."""

_NAMES = frozenset(entry.name for entry in CATALOGUE)


def _fields(reading: Reading) -> Iterator[Spot]:
    for name in reading.around.asked_fields:
        # What this kind of record has no place for on its form cannot be filled in.
        asked = name in _NAMES and field(name).is_for(reading.record_type)
        if asked and not reading.has_words(name):
            yield Spot(name, f"“{field(name).label}” is blank.")


def _not_weighed(reading: Reading) -> Iterator[Spot]:
    if _WEIGHED.name not in reading.around.asked_fields:
        return
    for index, row in enumerate(reading.record.appendices):
        if row.exempt and not row.public_interest:
            yield Spot(
                f"appendices[{index}].public_interest",
                "This appendix is exempt; say whether the public interest in withholding it "
                "outweighs that in disclosing it. If it does not, it is not exempt.",
            )


def _clearances(reading: Reading) -> Iterator[Spot]:
    rows = reading.record.clearances
    for role in reading.around.asked_clearances:
        # "Legal" is asked for, and "Legal services" has cleared it.
        asked = set(folded(role).split())
        begun = [n for n, row in enumerate(rows) if asked <= set(folded(row.role).split())]
        if any(says(rows[n].name) for n in begun):
            continue
        place = f"clearances[{begun[0]}].name" if begun else "clearances"
        yield Spot(place, f"{role} has not cleared this record yet.")


def _reference(reading: Reading) -> Iterator[Spot]:
    reference = reading.record.reference
    if says(reference) and folded_reference(reference) in reading.around.other_references:
        yield Spot("reference", "Another record has this reference.", 0, len(reference))


def _no_reference(reading: Reading) -> Iterator[Spot]:
    if reading.around.profile.series and not says(reading.record.reference):
        yield Spot(
            "reference",
            "The record has no number of your council’s series. Take the next one before it is "
            "printed for signature: the code on the paper is made with it.",
        )


CHECKS = (
    Check(
        name="asked-field-missing",
        rank=Rank.COUNCIL,
        title="Asked for by your council",
        duty="The settings say which of the optional fields your council wants filled in.",
        find=_fields,
        types=ALL,
        source=NOTHING,
        found=("Wards affected is asked for, and blank",),
        passed=("Wards affected is blank, and not asked for",),
    ),
    Check(
        name="public-interest-not-weighed",
        rank=Rank.COUNCIL,
        title="Exempt, and the public interest not weighed",
        duty="Information is exempt only while the public interest in withholding it outweighs "
        "that in disclosing it. The settings say whether your council wants that answered for each "
        "exempt appendix.",
        find=_not_weighed,
        types=ALL,
        source=PUBLIC_INTEREST,
        found=("The answer is asked for, and an exempt appendix does not have it",),
        passed=("The answer is not asked for", "An appendix that is not exempt"),
    ),
    Check(
        name="clearance-missing",
        rank=Rank.COUNCIL,
        title="Not cleared yet",
        duty="The settings say who has to clear a record before it goes to be signed.",
        find=_clearances,
        types=ALL,
        source=NOTHING,
        found=("Legal is asked for, and has not cleared the record",),
        passed=("Legal is asked for, and Ines Coyle has cleared the record",),
    ),
    Check(
        name="reference-missing",
        rank=Rank.COUNCIL,
        title="No reference yet",
        duty="Where your council has a series of numbers, every decision has one of them.",
        find=_no_reference,
        types=ALL,
        source=NOTHING,
        found=("A blank reference, where the series is CMD/YEAR/001",),
        passed=("A blank reference, where the council has no series",),
    ),
    Check(
        name="reference-taken",
        rank=Rank.COUNCIL,
        title="A reference already used",
        duty="A reference is to lead to one decision, on the web site and in the lists.",
        find=_reference,
        types=ALL,
        source=NOTHING,
        found=("Another record has the reference CMD/2026/014, too",),
        passed=("Another record has the reference CMD/2025/014",),
    ),
)
