"""Interests: conflicts declared, dispensations, the decision maker's own, the right regulations."""

import re
from collections.abc import Iterator

from sendapp.domain.checks.finding import Check, Rank
from sendapp.domain.checks.phrases import matches, phrases, sentence_around
from sendapp.domain.checks.reading import Reading, Spot
from sendapp.domain.checks.sources import OWN_INTEREST as SECTION_31
from sendapp.domain.checks.sources import STATEMENT, WHICH_REGULATIONS
from sendapp.domain.duties import ALL, CABINET, CABINET_MEMBER, EXECUTIVE, OFFICER_NON_EXECUTIVE
from sendapp.domain.issuing import WHAT_TO_DO, why_not_issued
from sendapp.domain.record import Conflict

_NOT_ISSUED_YET = frozenset({"draft", "ready", "decided"})
_NOTHING_GRANTED = re.compile(r"\W*(?:none|no|nil|n/?a|not applicable)\b.{0,20}", re.IGNORECASE)
_DENIED = phrases(r"\b(?:not|nor|never|neither) (?:\w+ ){0,3}$")
# "The 2012 Regulations" are those of another matter where the record names such.
_SHORT = phrases(r"\bthe (?:2012|2014) Regulations\b|\b(?:2012|2014) Regulations$")
_OTHER_REGULATIONS = re.compile(
    r"(?<!\(Meetings and Access to Information\) \(England\) )(?<!Local Government Bodies )"
    r"Regulations (2012|2014)\b"
)
_OF_2012 = phrases(
    r"\bSI\s*2012/2089\b|\(Executive Arrangements\)|\b(?<!non-)(?<!non\s)executive decision\b",
    r"\b2012 Regulations\b",
)
_OF_2014 = phrases(
    r"\bregulation 7 of the (?:Openness of Local Government Bodies|2014)\b[^.;]*",
    r"\b(?:record\w*|minute\w*|statement|written|decision)\b[^.;]{0,80}?"
    r"(?:\bSI\s*2014/2095\b|\bOpenness of Local Government Bodies\b(?: Regulations 2014)?"
    r"|\bOpenness Regulations\b|\b2014 Regulations\b)",
    r"\bSI\s*2014/2095\b",
)
# These Regulations also let the public film meetings, which is no matter of the record.
_FILMING = phrases(
    r"\b(?:film\w*|record(?:ing|ed) (?:of )?(?:the )?meeting|broadcast\w*|photograph\w*)\b"
)


def _unanswered(reading: Reading) -> Iterator[Spot]:
    record = reading.record
    if not record.conflicts_declared:
        yield Spot("conflicts_declared", "Say whether anybody declared a conflict of interest.")
    elif record.conflicts_declared == "declared" and not reading.has_words("conflicts"):
        what = ", and what it is" if reading.record_type in EXECUTIVE else ""
        yield Spot("conflicts", f"A conflict was declared; say whose{what}.")


def _incomplete(reading: Reading) -> Iterator[Spot]:
    for index, row in _declared(reading):
        if not row.member.strip():
            yield Spot(f"conflicts[{index}].member", "Say who declared this conflict.")
        # Of an officer's non-executive decision the record names who declared, no more.
        if not row.interest.strip() and reading.record_type in EXECUTIVE:
            yield Spot(f"conflicts[{index}].interest", "Say what the declared interest is.")


def _dispensation(reading: Reading) -> Iterator[Spot]:
    for index, row in _declared(reading):
        if not row.dispensation.strip():
            yield Spot(
                f"conflicts[{index}].dispensation",
                "Note the dispensation that was granted for this conflict, or that there is none.",
            )


def _declared(reading: Reading) -> Iterator[tuple[int, Conflict]]:
    if reading.record.conflicts_declared == "declared":
        for index, row in enumerate(reading.record.conflicts):
            if any((row.member, row.interest, row.dispensation, row.granted_by, row.granted_on)):
                yield index, row


def _own_unanswered(reading: Reading) -> Iterator[Spot]:
    record = reading.record
    if record.status in _NOT_ISSUED_YET and not record.decision_maker_interest:
        yield Spot(
            "decision_maker_interest",
            "Ask the decision maker whether they have a disclosable pecuniary interest in this "
            "matter.",
        )


def _own_declared(reading: Reading) -> Iterator[Spot]:
    if why := why_not_issued(reading.record, reading.around.duties):
        yield Spot("decision_maker_interest", f"{why} {WHAT_TO_DO}")


def _regulations(reading: Reading) -> Iterator[Spot]:
    if reading.record_type == OFFICER_NON_EXECUTIVE:
        yield from _cited(reading, _OF_2012, "An officer’s non-executive decision is recorded "
                          "under the Regulations of 2014, not those of 2012.")  # fmt: skip
        for index, row in _declared(reading):
            if row.dispensation.strip() and not _NOTHING_GRANTED.fullmatch(row.dispensation):
                yield Spot(
                    f"conflicts[{index}].dispensation",
                    "The record of a non-executive decision names who declared a conflict; a note "
                    "of a dispensation is no part of it, and is not printed.",
                    0,
                    len(row.dispensation),
                )
        return
    yield from _cited(reading, _OF_2014, "An executive decision is recorded under the Regulations "
                      "of 2012, not those of 2014.")  # fmt: skip


def _cited(reading: Reading, cited: re.Pattern[str], sentence: str) -> Iterator[Spot]:
    others = set(_OTHER_REGULATIONS.findall(reading.text))
    for line in reading.told:
        for match in matches(cited, line.words):
            start, end = sentence_around(line.words, match)
            if _FILMING.search(line.words, start, end) or _is_short_for(others, match):
                continue
            if not _DENIED.search(line.words, max(0, match.start() - 40), match.start()):
                yield line.spot(sentence, match.start(), match.end())
                break


def _is_short_for(others: set[str], match: re.Match[str]) -> bool:
    """Whether what is cited is "the 2012 Regulations", and the record names such of its own."""
    short = _SHORT.search(match[0])
    return short is not None and any(year in short[0] for year in others)


CHECKS = (
    Check(
        name="conflicts-unanswered",
        rank=Rank.LAW,
        title="Conflicts of interest not answered",
        duty="The written statement says whether an executive member who was consulted declared a "
        "conflict of interest, and which.",
        duties={
            CABINET: "The written statement says whether a member of the body that decided "
            "declared a conflict of interest, and which.",
            OFFICER_NON_EXECUTIVE: "Of a decision under an express authorisation the record names "
            "the members who declared a conflict of interest.",
        },
        find=_unanswered,
        types=ALL,
        source=STATEMENT,
        found=("The question about conflicts is not answered",),
        passed=("None declared",),
    ),
    Check(
        name="conflict-incomplete",
        rank=Rank.LAW,
        title="A declared conflict without who or what",
        duty="A declared conflict is recorded with who declared it and what it is.",
        duties={
            OFFICER_NON_EXECUTIVE: "Of a decision under an express authorisation the record names "
            "the members who declared a conflict of interest.",
        },
        find=_incomplete,
        types=ALL,
        source=STATEMENT,
        found=("Councillor Owen Tarrant, and no interest",),
        passed=("Councillor Owen Tarrant: owns a boat at the quay.",),
    ),
    Check(
        name="dispensation-missing",
        rank=Rank.LAW,
        title="No note of a dispensation",
        duty="For each declared conflict the written statement notes the dispensation granted.",
        find=_dispensation,
        types=EXECUTIVE,
        source=STATEMENT,
        found=("A declared conflict, with nothing under Dispensation",),
        passed=("None granted",),
    ),
    Check(
        name="own-interest-unanswered",
        rank=Rank.LAW,
        title="Decision maker’s own interest not asked",
        duty="A member who has a disclosable pecuniary interest in a matter may not decide it "
        "alone, so they have to be asked before the record is issued.",
        find=_own_unanswered,
        types=frozenset({CABINET_MEMBER}),
        source=SECTION_31,
        found=("A draft in which the question is not answered",),
        passed=("The question is answered with No",),
    ),
    Check(
        name="own-interest-declared",
        rank=Rank.LAW,
        title="The decision maker may not decide this alone",
        duty="A member who has a disclosable pecuniary interest in a matter may take no step in "
        "it alone, except to have it dealt with otherwise.",
        find=_own_declared,
        types=frozenset({CABINET_MEMBER}),
        source=SECTION_31,
        found=("The question is answered with Yes",),
        passed=("A withdrawn record in which it is answered with Yes",),
    ),
    Check(
        name="wrong-regulations",
        rank=Rank.LOOKS,
        title="The wrong Regulations",
        duty="Executive decisions are recorded under the Regulations of 2012, officers’ "
        "non-executive ones under those of 2014, which know no note of a dispensation.",
        find=_regulations,
        types=ALL,
        source=WHICH_REGULATIONS,
        found=("An officer’s non-executive record: “an executive decision under SI 2012/2089”",),
        passed=("Filming was allowed under the Openness of Local Government Bodies Regulations.",),
    ),
)
