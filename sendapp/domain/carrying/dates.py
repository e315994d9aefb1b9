"""The dates in a line, in all the writings officers use."""

import re

from sendapp.domain.carrying.spans import Fact, found

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_WEEKDAY = r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6}\.?)"
_DAY = r"\d{1,2}(?:\s?(?:st|nd|rd|th))?"
_TO = r"\s*(?:[–—/-]|to|and|or|until)\s*"
_YEAR = r"(?:1[89]|20|21)\d\d"
_SPAN = rf"{_YEAR}\s?[/–-]\s?(?:{_YEAR}|\d\d)(?![\w/])"
_FEAST = (
    r"(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter|Easter|Christmas|New Year|Michaelmas|Whitsun"
    r"|Lady Day|Good Friday|May Day|Midsummer|Candlemas|Lammas|Martinmas|Lent|Hilary|Trinity)"
)
_FREE = r"(?<![\w/.£€$-])"

# The longer writings come first: a day with its month and year is one fact.
_DATES = re.compile(
    rf"{_FREE}(?=[\dA-Zasw])(?:(?:{_WEEKDAY},?\s+(?:the\s+)?)?{_DAY}(?:{_TO}(?:{_WEEKDAY}\s+)?{_DAY})?"
    rf"\s+(?:of\s+)?{_MONTH}(?:,?\s+{_YEAR}\b|\s+[’']\d\d\b)?(?![a-z])"
    rf"|\d{{1,2}}[-–/.]{_MONTH}[-–/.](?:{_YEAR}|\d\d)\b"
    rf"|{_MONTH}\s+{_DAY}(?:,?\s+{_YEAR})\b"
    rf"|{_MONTH}(?:{_TO}{_MONTH})?(?:,?\s+(?:of\s+)?(?:{_SPAN}|{_YEAR}\b)|\s+[’']\d\d\b)"
    rf"|{_YEAR}-\d\d-\d\d\b"
    rf"|\d{{1,2}}([/.-])\d{{1,2}}\1(?:{_YEAR}|\d\d)(?![\w/]|[.-]\d)"
    rf"|(?:Q[1-4]|H[12])(?:{_TO}Q[1-4])?\s?,?\s?(?:of\s+)?(?:FY\s?)?(?:{_SPAN}|{_YEAR}\b)"
    rf"|(?:{_SPAN}|{_YEAR})\s+Q[1-4]\b"
    rf"|FY\s?(?:{_SPAN}|{_YEAR}|\d\d(?:\s?[/–-]\s?\d\d)?)\b"
    rf"|{_FEAST}(?:{_TO}{_FEAST})?(?:\s+[Tt]erm)?,?\s+(?:of\s+)?(?:{_SPAN}|{_YEAR}\b)"
    rf"|{_SPAN}(?:\s?[/–-]\s?\d\d\b)?)"
)
_FIRSTS = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth"
_ORDINALS = (
    rf"(?:(?:twenty|thirty)[-\s](?:{_FIRSTS})|{_FIRSTS}|tenth|eleventh|twelfth|thirteenth|fourteenth"
    r"|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth)"
)
_SPOKEN = re.compile(
    rf"\b(?:[Tt]he\s)?{_ORDINALS}\s(?:day\s)?of\s{_MONTH}(?:,?\s{_YEAR}\b)?(?![a-z])"
    rf"|\b{_MONTH}\sthe\s(?:{_DAY}|{_ORDINALS})\b(?:,?\s{_YEAR}\b)?"
    r"|\b\d{1,2}(?:st|nd|rd|th)\s(?:inst|ult|prox)\b\.?"
)
_MAY_BE_SPOKEN = re.compile(r"\sof\s[JFMASOND]|[a-z]\sthe\s|\s(?:inst|ult|prox)\b")
_BARE_YEAR = re.compile(
    rf"(?<![\w/£€$#(\[-])(?<!\d[.,])(?:early-|mid-|late-)?{_YEAR}(?![\w/%]|[-–.,:]\d|['’]?s\b)"
    r"(?!\s+(?:Act|Regulations|Rules|Order|homes|dwellings|people|residents|pupils|houses|metres"
    r"|square|tonnes|hours|units|children|visits|trips|properties|households|vehicles|spaces|sq)\b)"
    rf"|(?<=\(){_YEAR}(?=[),;])"
)
_LAW = re.compile(
    r"(?:\b(?:Act|Acts|Regulations?|Rules|Measure|Directives?|Directions?|Consent|Consents|Code"
    r"|Statute|Convention|Charter|Scheme Regulations|Framework|Guidance|Bill|Covenant)"
    r"|\((?:England|England and Wales|Wales|UK)\)\s+(?:\([^()]{1,80}\)\s+)?Order"
    r"|\)\s+Order|\b(?:ISO|BS|EN|IEC|PAS|JCT|NEC\d?)\b[ \w:/-]{0,20})"
    r"(?:\s*\([^()]{1,80}\))*(?:\s+\([A-Z]{2,8}\))?,?(?:\s+of)?\s*$"
)


def dates_in(line: str) -> list[Fact]:
    """Return the dates in `line`: days, months, years, terms, quarters; no year of a law."""
    dates = found(_SPOKEN, line, "date") if _MAY_BE_SPOKEN.search(line) else []
    dates += found(_DATES, line, "date")
    for match in _BARE_YEAR.finditer(line):
        # What follows a law's name is looked for in what stands shortly before.
        if not _LAW.search(line, max(0, match.start() - 120), match.start()):
            dates.append(Fact(match.start(), match.end(), "date"))
    return dates
