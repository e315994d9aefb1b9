"""Reasons and options that say nothing themselves: placeholders, and pointers elsewhere."""

import re
from collections.abc import Iterator
from functools import lru_cache

from sendapp.domain.checks.finding import Check, Rank
from sendapp.domain.checks.phrases import KEPT, phrases
from sendapp.domain.checks.reading import Reading, Spot
from sendapp.domain.checks.sources import STATEMENT
from sendapp.domain.duties import ALL

_VOCABULARY = """
a about above above-mentioned accompanied accompanies accompanying accordance according
accordingly account added advice aforementioned agenda agreed all alongside also alternative
alternatives an analysis and annex annexe annexed any appear appears appended appendices
appendix applies apply appraisal april are as at attached attachment august author available
background basis be been before behind below best board briefing business by cabinet can case
circulated circumstances committee complete comprehensively consideration considerations
considered contact contained contains copies copy could council council's councillor council’s
covered covering date dated december decision described detail detailed details director
director's director’s discussed discussion document documents drawn due each earlier elsewhere
enclosed enclosure evaluation executive explained explains explanation february file find folder
following for found from full fully further given gives go has have head held here herewith how
in information inspection intranet is it item its itself january july june justification kept
kindly known laid leader listed located made main march may me meeting member member's members
member’s memo memorandum merits minutes more must next not note notes november obtained october
of office officer officer's officers officers' officers’ officer’s on on-line online option
options or orally other our out outline outlined outlining overleaf pack page pages paper papers
para paragraph paragraphs part parts per person please point presented previous previously
proposal provided public published rationale read reader reason reasoning reasons recommendation
recommendations recommended recorded refer reference referred regarding register report report's
reported reports report’s request respect same same-named schedule section sections see sent
separate separately september service set sets setting showing shown shows simply slides so
stated states stating strategy submission submitted summarised summary supplied supporting table
tabled tables team text that the their them then there therein these they this those title to
together topic under upon us various verbal verbally view viewed was we website were what where
which whole why will with within written you your
"""
"""The words with which an officer points elsewhere without saying anything of the matter."""

_NOTHING = phrases(
    r"(?:n/?\s?a|n\.a|not applicable|none|nil|tb[acd]|(?:reasons? |text |details? )?to be "
    r"(?:confirmed|added|advised|agreed|completed|inserted|provided|supplied|drafted|written"
    r"|determined|decided)|(?:text |details? )?to follow|as above|see above|as below|see below"
    r"|ditto|as before|not known|unknown|pending|awaited|self[\s-]?(?:explanatory|evident)"
    r"|not (?:considered|relevant)"
    r"|(?:the )?(?:usual|standard|same) reasons?(?: apply)?|(?:please )?insert\b.{0,30}"
    r"|as (?:stated|discussed|described|agreed|requested|advised|explained|recommended|reported)"
    r"(?: (?:above|previously|elsewhere|before))?|x+)"
)
_ELSEWHERE = phrases(
    r"\b(?:reports?|papers?|documents?|attach(?:ed|ment|ments)|append(?:ed|ix|ices)|annex(?:es|ed)?"
    r"|agenda|minutes|briefing|memo(?:randum)?|business case|above|below|overleaf|enclosed?|pack"
    r"|covering|strategy|note|file|e-?mails?|link|website|presentation|study|assessment|schedule"
    r"|proposal|submission|committee|meeting|orally|verbal(?:ly)?|in person|separately|request"
    r"|contact|elsewhere|reason \d|option \d|website|intranet|folder)\b"
)
_POINTING = frozenset(_VOCABULARY.split())
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*['’]?")
# "below £500,000" says something.
_SUM = re.compile(r"[£€%]|\d,\d{3}")
_SENTENCES = re.compile(r"(?<=[.;!?])\s+|\n")
_MOST_WORDS, _MOST_LETTERS = 40, 600
_DASHES = ("-", "–", "—", "?", "..", "…")


def _says_nothing(reading: Reading) -> Iterator[Spot]:
    for passage in reading.of("reasons", "options"):
        if passage.part == "text" and says_nothing(passage.words):
            what = "reason" if passage.field == "reasons" else "option"
            yield Spot(
                passage.place,
                f"This {what} only points elsewhere, or says nothing. The record has to say it "
                "itself.",
                *_whole(passage.words),
            )


@lru_cache(maxsize=KEPT)
def says_nothing(words: str) -> bool:
    """Whether a text, as a whole, is a placeholder or only says where something else stands."""
    text = words.strip()
    if not text or len(text) > _MOST_LETTERS or len(_WORD.findall(text)) > _MOST_WORDS:
        return False
    return all(_only_points(sentence) for sentence in _SENTENCES.split(text) if sentence.strip())


def _only_points(sentence: str) -> bool:
    kernel = _without_marks(sentence)
    if not kernel:
        return any(mark in sentence for mark in _DASHES)
    if _NOTHING.fullmatch(kernel):
        return True
    if not _ELSEWHERE.search(sentence) or _SUM.search(sentence):
        return False
    unknown = [
        word
        for word in _WORD.findall(sentence)
        if word.lower() not in _POINTING and not word.isdigit() and len(word) > 1
    ]
    return len(unknown) <= len(_WORD.findall(sentence)) // 6


def _without_marks(sentence: str) -> str:
    """Return a sentence from its first letter or digit to its last, '' if it has none."""
    lettered = [index for index, character in enumerate(sentence) if character.isalnum()]
    return sentence[lettered[0] : lettered[-1] + 1] if lettered else ""


def _whole(words: str) -> tuple[int, int]:
    """Return where the words of a text begin and end, without the blanks around them."""
    return len(words) - len(words.lstrip()), len(words.rstrip())


CHECKS = (
    Check(
        name="says-nothing-itself",
        rank=Rank.LOOKS,
        title="Says nothing itself",
        duty="Reasons and options stand in the written statement itself, which is published.",
        find=_says_nothing,
        types=ALL,
        source=STATEMENT,
        found=("See attached.", "N/A", "As set out in the report."),
        passed=("The bridge is unsafe, as the report of March 2026 shows.",),
    ),
)
