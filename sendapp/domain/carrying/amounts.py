"""The amounts in a line: money, percentages, and lengths of time."""

import re

from sendapp.domain.carrying.spans import IN_WORDS, Fact, found

_NUMBER = r"\d(?:[\d,]*\d)?(?:\.\d+)?"
_BIG = r"(?:\s?(?:million|billion|thousand|bn|mn|[mMkK])\b)"
_FREE = r"(?<![\w.,/£€$-])"
_TO = r"\s?(?:[–-]|to|and|or)\s?"

_SPACED = r"\d{1,3}(?:\s\d{3}){1,4}"
# A million written out in figures is money more often than not; a thousand may count homes.
_MONEY = re.compile(
    rf"[£€$]\s?{_SPACED}\b(?![,.]\d)|{_FREE}{_SPACED}\s(?:pounds|pence|euros)\b"
    rf"|\b(?:USD|GBP|EUR)\s?{_NUMBER}{_BIG}?|{_FREE}\d{{1,3}}(?:,\d{{3}}){{2,4}}(?![\w,]|\.\d)|"
    rf"[£€$]\s?(?!000\b){_NUMBER}{_BIG}?(?:\s?[–-]\s?{_NUMBER}{_BIG}?(?![\w%]))?"
    rf"|{_FREE}{_NUMBER}{_BIG}?\s(?:pounds|pence|euros)\b|{_FREE}\d+(?:\.\d+)?p\b"
    rf"|\b(?:a\s|half\s|quarter\s|of\s|and\s|hundred\s|thousand\s|million\s|{IN_WORDS}\s){{1,8}}"
    r"(?:pounds|pence)\b",
)
_PERCENT = re.compile(
    rf"{_FREE}(?:{_NUMBER}{_TO})?{_NUMBER}\s?(?:%|per\s?cent\b|percentage\spoints?\b|basis\spoints\b)"
    rf"|\b(?:{IN_WORDS}|half\sof\sone|a)\s(?:per\s?cent|percentage\spoints?)\b",
    re.IGNORECASE,
)
_COUNT = rf"(?:\d{{1,3}}(?:\.5|½)?|{IN_WORDS})(?:\s?\((?:\d{{1,3}}|{IN_WORDS})\))?"
_SORT = (
    r"(?:working|calendar|consecutive|clear|full|whole|school|academic|further|additional|more"
    r"|financial|municipal|business|successive|complete|extra|rolling|initial)"
)
_TERM = re.compile(
    rf"{_FREE}\b(?<!aged )(?:{_COUNT}\s?(?:\+|x|×|[–-]|to|or|and|plus)\s?){{0,4}}{_COUNT}"
    rf"(?:[\s-]{_SORT}){{0,2}}[\s-](?:days?|weeks?|months?|years?|fortnights?|terms?)\b['’]?"
    r"(?![\s-]olds?\b|\s+of\s+age\b|\s+and\s+(?:over|under|above)\b)",
    re.IGNORECASE,
)
_MAY_BE_MONEY = re.compile(r"[£€$]|\b(?:pounds|pence|euros)\b|\dp\b|\b(?:USD|GBP|EUR)|,\d{3},\d{3}")
_MAY_BE_PERCENT = re.compile(r"\b(?:per\s?cent|points?)\b", re.IGNORECASE)
_MAY_BE_TERM = re.compile(r"(?:day|week|month|year|fortnight|term)s?\b", re.IGNORECASE)
_HEADING_DIGITS = re.compile(r"£\s?['’]?000s?|(?:19|20)\d\d(?:[/–-]\d\d)?")
_CELL = re.compile(rf"\(?[-–−]?{_NUMBER}\)?{_BIG}?$")
_YEARS = re.compile(r"(?:19|20)\d\d$")


def amounts_in(line: str) -> list[Fact]:
    """Return the amounts in `line`; no plain counts, ages or times of day."""
    # Few lines hold all three, and looking for each costs more than asking whether it can be.
    facts = found(_MONEY, line, "amount") if _MAY_BE_MONEY.search(line) else []
    if "%" in line or _MAY_BE_PERCENT.search(line):
        facts += found(_PERCENT, line, "amount")
    if _MAY_BE_TERM.search(line):
        facts += found(_TERM, line, "amount")
    return facts


def names_money(cell: str) -> bool:
    """Whether the heading of a column says that its numbers are money: "£000", "Cost (£m)"."""
    return "£" in cell and not any(char.isdigit() for char in _HEADING_DIGITS.sub("", cell))


def is_number(cell: str) -> bool:
    """Whether a cell holds a number and nothing else, and not a year."""
    return _CELL.match(cell) is not None and not _YEARS.match(cell)
