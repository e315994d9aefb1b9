"""Words that have no place in a finished record: recommendations, placeholders, typed numbers."""

import re
from collections.abc import Iterator
from functools import lru_cache

from sendapp.domain.checks.finding import Check, Rank
from sendapp.domain.checks.phrases import KEPT, phrases
from sendapp.domain.checks.reading import Reading, Spot
from sendapp.domain.checks.showable import unshowable_at
from sendapp.domain.checks.sources import NOTHING
from sendapp.domain.duties import ALL

_ACTS = (
    r"(?:approve|agree|note|consider|endorse|authori[sz]e|decide|adopt|confirm|delegate|support"
    r"|accept|grant|resolve|determine|ratify|sanction|award|receive|consent|permit|allow|give"
    r"|sign|make|review|comment|recommend|choose|select|instruct|appoint|declare)"
)
_DECIDERS = (
    r"(?:(?:the )?(?:(?:deputy )?leader(?: of the council)?|cabinet(?: member[^,.;:]{0,60}?)?"
    r"|(?:lead |executive )?members?(?: for [^,.;:]{1,60}?)?|portfolio holder[^,.;:]{0,60}?"
    r"|executive|mayor|(?<!ward\s)councillors?|decision[\s-]maker))"
)
_RECOMMENDED = phrases(
    # It is recommended that; Members are recommended to; be recommended for approval.
    r"\b(?:(?:it|this) (?:is|was)|(?:is|are|be|was|were|being)) "
    r"(?:(?:now|therefore|hereby|also|further|accordingly|strongly) )*"
    rf"recommended (?:that|to {_ACTS}\b|for (?:approval|adoption|agreement|acceptance))",
    r"^\W*recommend(?:ed|ation|ations|s)?\s*:",
    r"^\W*(?:(?:officers?|we|i) )?recommend(?:s|ed|ing)? that\b(?![^.]*\b(?:full )?council\b)",
    r"\bthe recommendations? (?:is|are) (?:that|to|for)\b",
    r"\brecommend(?:s|ed|ing)? (?:the )?(?:approval|adoption|acceptance)\b",
    r"\b(?:officers?|we) (?:seek|request|ask|would like|wish|are seeking|are asking)\b",
    r"\bshould be (?:approved|agreed|adopted|accepted|endorsed)\b(?! with\b)",
    r"\bofficers? (?:recommend|propose|suggest|advise)\b",
    # Cabinet is asked to agree.
    rf"(?:\b{_DECIDERS} |^\W*)(?:(?:is|are|be) )?(?:hereby |therefore |now |being )*"
    rf"(?:asked|requested|invited|urged|advised) to (?:[^,.;]{{0,30}} )?{_ACTS}\b",
    # Approval is sought.
    # Planning permission and the like are sought of others.
    r"\b(?<!planning\s)(?<!building\s)(?<!monument\s)"
    r"(?:approval|agreement|authority|authori[sz]ation|consent|permission|endorsement|decision)"
    r" (?:is|are|being) (?:hereby |now |therefore |also )*"
    r"(?:sought|requested|asked for|recommended|invited)\b",
    r"\b(?:this|the) (?:report|paper) (?:seeks|asks|recommends|requests|proposes|invites)\b",
    # It is proposed that Members agree.
    r"\bit is (?:therefore |now |hereby )?(?:proposed|suggested|advised) (?:that|to)\b",
    rf"(?:\b{_DECIDERS} |^\W*)(?:should|may wish to|might wish to|ought to|would be asked to) "
    rf"(?:now |therefore |be (?:asked|invited) to )?{_ACTS}\b",
    r"\bif (?:thought|considered|deemed) fit\b|\bis minded to\b",
    r"\bfor (?:members|cabinet|the leader)[’']?s? (?:approval|consideration|decision)\b",
)
_COUNCIL_IS = phrases(r"\b(?:full )?council $")
_COUNCIL_DECIDES = phrases(r"\b(?:to|by|that|for) (?:the )?(?:full )?council\b")


def _recommendation(reading: Reading) -> Iterator[Spot]:
    for line in reading.lines("decision_lead_in", "decisions"):
        found = _recommends(line.words)
        if found:
            yield line.spot(
                "This is still worded as a recommendation. Say what is decided: “approves”, "
                "“agrees”.",
                *found,
            )


@lru_cache(maxsize=KEPT)
def _recommends(words: str) -> tuple[int, int] | None:
    for match in _RECOMMENDED.finditer(words):
        # A cabinet may well decide to recommend something to the full council.
        behind = words[match.end() : match.end() + 60]
        before = words[max(0, match.start() - 30) : match.start()]
        if "recommend" in match[0].lower() and (
            _COUNCIL_DECIDES.match(behind.lstrip()) or _COUNCIL_IS.search(before)
        ):
            continue
        lead = len(match[0]) - len(match[0].lstrip())
        return match.start() + lead, match.end()
    return None


_NUMBERED = re.compile(
    r"\s*(?:\(\s?(?:\d{1,2}|[a-zA-Z]|[ivxIVX]{1,5})\s?\)"
    r"|(?:\d{1,2}|[a-z]|[ivx]{1,5})\)"
    r"|(?:\d{1,2}|[a-h]|[ivx]{2,5})\.(?=\s)"
    # "B. The scheme", and not the initials of B. Patel.
    r"|[A-H]\.(?=\s+(?:[a-z]|(?:The|To|That|This|An?|All|Any|Each|It|In|For|On|Of|As)\b))"
    r"|\d{1,2}(?:\.\d{1,2}){1,2}\.?(?=\s+[A-Z]))(?=\s*\S)"
)


def _numbered(reading: Reading) -> Iterator[Spot]:
    told = ""
    for line in reading.lines("decisions", "reasons", "options"):
        # Of a whole list typed by hand, its first number is enough.
        if line.passage.part != "text" or line.passage.place == told:
            continue
        if found := _typed_number(line.words):
            told = line.passage.place
            yield line.spot(
                "A number typed by hand: the record numbers its paragraphs itself. Take it out, "
                "or make a numbered list.",
                *found,
            )


@lru_cache(maxsize=KEPT)
def _typed_number(words: str) -> tuple[int, int] | None:
    match = _NUMBERED.match(words) if "\t" not in words else None
    return (match.end() - len(match[0].lstrip()), match.end()) if match else None


def _unshowable(reading: Reading) -> Iterator[Spot]:
    told = ""
    for line in reading.lines(*(passage.field for passage in reading.passages)):
        at = unshowable_at(line.words)
        if at is not None and line.passage.place != told:
            told = line.passage.place
            yield line.spot(
                f"The fonts of the printed page cannot show “{line.words[at]}”, so that no PDF can "
                "be made. Write it another way; if it is signed and published from Word, set it "
                "aside among the checks.",
                at,
                at + 1,
            )


CHECKS = (
    Check(
        name="worded-as-recommendation",
        rank=Rank.LOOKS,
        title="Still worded as a recommendation",
        duty="A record says what was decided, not what was asked for.",
        find=_recommendation,
        types=ALL,
        source=NOTHING,
        found=("It is recommended that the grant be paid.", "Members are asked to note the plan."),
        passed=("The Cabinet decides to recommend the budget to full Council.",),
    ),
    Check(
        name="numbered-by-hand",
        rank=Rank.LOOKS,
        title="Numbered by hand",
        duty="The record numbers its paragraphs itself; a typed number stands beside the real one.",
        find=_numbered,
        types=ALL,
        source=NOTHING,
        found=("1. To approve the plan.", "(a) the purchase of two vans"),
        passed=("24 flats at Mill Rise", "3.5 hectares of land"),
    ),
    Check(
        name="unshowable-character",
        rank=Rank.LOOKS,
        title="A character that cannot be printed",
        duty="A character that no font of the page has would be missing from paper and PDF.",
        find=_unshowable,
        types=ALL,
        source=NOTHING,
        found=("A van: \N{DELIVERY TRUCK}",),
        passed=("£ ½ m² é – “ ”",),
    ),
)
