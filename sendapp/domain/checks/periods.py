"""Stated periods, "from … to …", each with the term that the text gives it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from sendapp.domain.checks.dates_in_words import DateInWords, Term, dates_in, terms_in
from sendapp.domain.checks.phrases import KEPT, phrases

_ON = r"(?:\s+(?:on|at|from|the|midnight|noon|close of(?: business)?|end of|including|day|of)\b)*"
_TO = phrases(
    r"\s*[,;(]?\s*(?:and )?(?:(?:is|are|was|will be|shall be|due|which|that|it|to) )*"
    r"(?:to|until|till|through(?: to)?|up to|[-–—]|and"
    r"|(?:run(?:s|ning)?|last(?:s|ing)?|continu(?:e|es|ing)) (?:to|until|through)"
    r"|(?:end|expir|terminat|finish|conclud|clos|complet|laps)(?:e|es|s|ed|ing)?"
    r"|(?:com(?:e|es|ing) to an end))"
    r"(?: and including)?" + _ON + r"\s*"
)
_FROM = phrases(
    r"(?:\b(?P<between>between)"
    r"|\b(?:from|since|with effect from|w\.?e\.?f\.?|commenc(?:e|es|ed|ing)|start(?:s|ed|ing)?"
    r"|beg(?:in|ins|an|inning)|dat(?:ed|ing) from|effective(?: from)?|run(?:s|ning)?|period))"
    + _ON
    + r"\s*$"
)
_AND_ONLY = re.compile(r"\s*and" + _ON + r"\s*", re.IGNORECASE)
_MOVED = phrases(
    r"\b(?:(?:brought|brings?) forward|puts? back|mov(?:e|es|ed|ing)|chang(?:e|es|ed|ing)"
    r"|alter(?:s|ed|ing)?|amend(?:s|ed|ing)?|postpon(?:e|es|ed|ing)|reschedul(?:e|es|ed|ing)"
    r"|correct(?:s|ed|ing)?|revis(?:e|es|ed|ing)|shorten(?:s|ed|ing)?|extend(?:s|ed|ing)?"
    r"|advanc(?:e|es|ed|ing)|defer(?:s|red|ring)?)\b[^.;]*$"
)
_SENTENCE_END = re.compile(r"[;\n]|\.\s")
# Between a term and the period it belongs to nothing may speak of another one.
_ANOTHER = phrases(
    r"\b(?:option|extend|extension|extensions|further|break|renew\w*|plus|review\w*|after|before"
    r"|notice|followed|than|ago|each|every|old|earlier|later|previous|with|including|subject|whose"
    r"|rent|free|holiday|within|working|clear)\b"
)
_FILLER_BEFORE = 60
_FILLER_AFTER = 40
_APART = 200
_AFTER = phrases(
    r"\s*(?:[,(–—:-]\s*)?(?:that is|i\.e\.|namely|being|or|for|in all|a|an|the|total|totalling|full"
    r"|whole|fixed|initial|term|period|contract|duration|of|making|which is|thus|so|lasting"
    r"|equal to|\s)*"
)


_FOR = phrases(
    r"\s*,?\s*(?:and )?(?:(?:is|will be|to be|it|runs?|lasts?|continues?) )*(?:for|over|running for"
    r"|lasting|with a term of)?\s*(?:(?:a|an|the|total|initial|fixed|full|term|period|of) )*"
)
_EACH_YEAR = phrases(r"\s*,?\s*(?:in |of )?(?:each|every|any) (?:year|season)\b", r"\s*annually\b")
_EXTENDED = phrases(r",? (?:including|plus) (?:a|an|the) (?:[\w-]+ ){0,3}extension\b")
_BARE = re.compile(r"\s*[,(:–-]?\s*(?:from\s+)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Period:
    """A period that a text states: where it stands, its first and its last day, its term."""

    start: int
    end: int
    first: DateInWords
    last: DateInWords
    term: Term | None


@lru_cache(maxsize=KEPT)
def periods_in(text: str) -> tuple[Period, ...]:
    """Return the periods that `text` states with both ends, in order."""
    return tuple(_periods(text))


def _periods(text: str) -> Iterator[Period]:
    dates = dates_in(text)
    all_terms = terms_in(text) if len(dates) > 1 else ()
    starts = [term.start for term in all_terms]
    for index, (first, last) in enumerate(pairwise(dates)):
        if last.start - first.end > _APART:
            continue
        earliest = dates[index - 1].end if index else 0
        terms = all_terms[
            bisect_left(starts, earliest) : bisect_right(starts, last.end + _FILLER_AFTER)
        ]
        inner = _term_between(text, first.end, last.start, terms)
        joined = inner or _TO.fullmatch(text, first.end, last.start)
        opening = _opening(text, first.start, earliest, terms)
        if opening is None or joined is None:
            continue
        at, between = opening
        if not inner and (_AND_ONLY.fullmatch(text, first.end, last.start) is not None) != between:
            continue
        if _MOVED.search(text, max(0, at - _FILLER_BEFORE), at):
            continue
        if _EACH_YEAR.match(text, last.end):
            continue
        before = (
            None if _EXTENDED.match(text, last.end) else _term_before(text, at, earliest, terms)
        )
        term = inner or before or _term_after(text, last.end, terms)
        start = min(at, term.start) if term else at
        end = max(last.end, term.end) if term else last.end
        yield Period(start, end, first, last, term)


def _opening(text: str, at: int, earliest: int, terms: tuple[Term, ...]) -> tuple[int, bool] | None:
    """Return where a period begins whose first day stands at `at`, and whether with "between"."""
    opening = _FROM.search(text, max(earliest, at - _FILLER_BEFORE), at)
    if opening is not None:
        return opening.start(), bool(opening["between"])
    for term in terms:
        # "three years (1 April 2026 to 31 March 2029)".
        near = earliest <= term.end <= at <= term.end + _FILLER_BEFORE
        if near and _BARE.fullmatch(text, term.end, at):
            return term.end, False
    return None


def _term_between(text: str, start: int, end: int, terms: tuple[Term, ...]) -> Term | None:
    """Return the term within a period: "from 1 May 2026 for a year, to 30 April 2027"."""
    for term in terms:
        if start <= term.start and term.end <= end:
            leads = _FOR.fullmatch(text, start, term.start)
            return term if leads and _TO.fullmatch(text, term.end, end) else None
    return None


def _term_before(text: str, at: int, earliest: int, terms: tuple[Term, ...]) -> Term | None:
    """Return the term that leads up to a period that opens `at`: "for four years from"."""
    for term in reversed(terms):
        if term.end > at:
            continue
        between = text[term.end : at]
        apart = len(between) > _FILLER_BEFORE or _SENTENCE_END.search(between)
        if apart or term.start < earliest or _ANOTHER.search(between):
            return None
        before = text[max(0, term.start - 30) : term.start]
        return None if _ANOTHER.search(before.rpartition(". ")[2]) else term
    return None


def _term_after(text: str, at: int, terms: tuple[Term, ...]) -> Term | None:
    """Return the term that follows a period which ends `at`: "(ten years)"."""
    for term in terms:
        if term.start >= at:
            near = term.start - at <= _FILLER_AFTER
            told = near and _AFTER.fullmatch(text, at, term.start)
            behind = text[term.end : term.end + 30]
            return term if told and not _ANOTHER.match(behind.lstrip(" ’'")) else None
    return None
