"""The references in a line: numbers and codes of decisions, contracts, cases, deeds and people."""

import re
from collections.abc import Iterator

from sendapp.domain.carrying.spans import Fact, found, word_set

_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+")
_ADDRESS = re.compile(
    r"(?:https?://|\bwww\.)[^\s<>()]{1,200}[\w/]"
    r"|(?<![\w/.])(?:\+44\s?(?:\(0\))?|\(?0)\d[\d ()-]{7,12}\d"
    r"(?:\s?(?:ext\.?|x)\s?\d{2,6})?(?![\w/])"
    r"|(?<!\w)[A-Z]{2}\d{2}\s?[A-Z]{3}(?!\w)"
    r"|(?<!\w)[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}(?!\w)"
)
_LISTED = re.compile(
    r"\b(?:[Ll]ots?|[Pp]lots?|[Pp]arcels?|[Zz]ones?)\s(?:\d{1,3}[A-Z]?|[A-Z]\d?)\b"
    r"(?:(?:,\s|\s?[–-]\s?|\s(?:and|to|or|&)\s)(?:\d{1,3}[A-Z]?|[A-Z]\d{0,2})\b)*"
)
_TOKEN = re.compile(r"(?<![\w£€$.,/-])[A-Za-z0-9][A-Za-z0-9/.–()_:-]*")
_STANDARD = word_set(
    "ISO BS EN IEC PAS NEC JCT SI EU EC UK KS CO WCAG GCSE LTN TSM IFRS IAS FRS EPC AONB PM NOX "
    "UKSC EWCA EWHC GDPR COVID CIPFA SEND PSN NPPF HM US BSI AQ HMO ICO BST GMT AM"
)
_SHAPE = re.compile(r"[A-Z]{1,6}\d{3,}[A-Z0-9]*$|\d{2,}[A-Z]{2,}\d*$|[A-Z]{2,}\d{2,}[A-Z]+\d*$")
_ROAD = re.compile(r"[ABM]\d{1,4}$")
_CUE = re.compile(
    r"\b(?:[Mm]inutes?|MIN|[Rr]ef(?:erence)?s?|[Nn]umbers?|[Nn]os?|[Aa]ccount|[Rr]eceipt|[Ee]ntry"
    r"|[Pp]ermit|UPRNs?|USRNs?|[Tt]itle|[Ll]icence|[Cc]harity|[Pp]roject|[Cc]ontract|[Cc]ase|KD|PO"
    r"|[Aa]pplications?|[Ss]cheme|[Bb]udget|[Cc]entre|[Cc]ode|[Dd]rawings?|[Ff]ile|[Ii]nvoice"
    r"|[Nn]otice|[Ff]ramework|[Cc]laim|[Dd]istrict|[Rr]outes?|[Ss]ervices?|[Mm]ap|[Dd]ocument)"
    r"(?:\s(?:number|no|nos|ref|reference|code|entry))?[.:]?\s?(?=[A-Z0-9])"
)
_AFTER_CUE = re.compile(r"[A-Z]{0,5}\d[\w/()–-]*(?:\.\d+)*")
_LIST = re.compile(r",\s|\sand\s|\sor\s|\s?&\s?|\sto\s")
_PLAIN = re.compile(r"(?:19|20)?\d\d$|\d$")
_ACRONYM = re.compile(r"(?<![\w-])([A-Z]{1,5})[\s./]$")
_SECOND_PART = re.compile(r"\s\d{3}-\d{3,}")
_LONG = re.compile(r"(?<![\w£€$.,/-])\d{6,14}(?![\w,/]|\.\d)")
_WORDLY = re.compile(r"[a-z]{3}|^(?:[Mm]id|[Pp]ost|[Pp]re|[Nn]on)\b")
_SHORT_CUES = ("minute", "min", "kd", "route", "service")


def references_in(line: str) -> list[Fact]:
    """Return the references in `line`; no numbers of laws, standards, or the record's own."""
    facts = found(_MAIL, line, "reference") if "@" in line else []
    facts += found(_ADDRESS, line, "reference")
    facts += found(_LISTED, line, "reference")
    facts += _codes(line)
    facts += _after_cues(line)
    return facts + found(_LONG, line, "reference")


def roads_in(line: str) -> list[Fact]:
    """Return the numbered roads in `line`: "A4021", "M6"."""
    tokens = _TOKEN.finditer(line)
    return [
        Fact(token.start(), token.start() + len(word), "name")
        for token in tokens
        if _ROAD.match(word := token[0].rstrip(".:)–-")) and not _is_paper(word, line, token.end())
    ]


def _is_paper(word: str, line: str, end: int) -> bool:
    if len(word) > 2:
        return False
    behind = line[end : end + 8].strip().lower()
    # "A4 paper", "appendix A1", "B2 use": only roads of one figure that are spoken of as roads.
    return word[0] != "M" and not behind.startswith(("road", "corrido", "betwee", "juncti"))


def _codes(line: str) -> Iterator[Fact]:
    for token in _TOKEN.finditer(line):
        if token[0].isalpha():
            continue
        word = token[0].rstrip(".:–-_(")
        if word.endswith(")") and "(" not in word:
            word = word.rstrip(")")
        start, end = token.start(), token.start() + len(word)
        before = _ACRONYM.search(line, max(0, start - 7), start)
        standard = before is not None and before[1] in _STANDARD
        if not any(char.isdigit() for char in word) or standard:
            continue
        before = None if before and before[1] in ("UPRN", "USRN") else before
        if _is_code(word):
            behind = _SECOND_PART.match(line, end)
            end = behind.end() if behind else end
            yield Fact(before.start(1) if before and word[0].isdigit() else start, end, "reference")
        elif before and len(before[1]) > 1 and _is_number(word):
            yield Fact(before.start(1), end, "reference")


def _is_code(word: str) -> bool:
    if _ROAD.match(word) or word.split("-")[0].upper() in _STANDARD:
        return False
    letters = [char for char in word if char.isalpha()]
    joined = any(mark in word for mark in "/-._:")
    if not letters:
        # A number with strokes or dashes is a code if it is longer than a date or a range.
        groups = re.split(r"[/.–-]", word)
        return len(groups) > 1 and "." not in word and max(map(len, groups)) >= 4 and joined
    if _WORDLY.search(word) or not any(char.isupper() for char in letters):
        return False
    return _SHAPE.match(word) is not None or (joined and len(word) > 3 and "." not in word[:3])


def _is_number(word: str) -> bool:
    return re.fullmatch(r"\d{2,}(?:[/–-]\d+)*[A-Z]?", word) is not None


def _after_cues(line: str) -> Iterator[Fact]:
    """Yield the numbers behind a word that says they are one: "Minute 45", "permit 0031"."""
    for cue in _CUE.finditer(line):
        at = cue.end()
        short = cue[0].lower().startswith(_SHORT_CUES)
        for _ in range(10):
            match = _AFTER_CUE.match(line, at)
            if match is None:
                break
            word = match[0].rstrip("–-(")
            if word.endswith(")") and "(" not in word:
                word = word.rstrip(")")
            if short or (len(word) > 2 and not _PLAIN.match(word)):
                yield Fact(match.start(), match.start() + len(word), "reference")
            joint = _LIST.match(line, match.start() + len(word))
            if joint is None:
                break
            at = joint.end()
