"""Appendices as they are listed and named, and the clauses that keep them from publication."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from sendapp.domain.checks.finding import Check, Rank
from sendapp.domain.checks.phrases import KEPT, phrases
from sendapp.domain.checks.reading import Reading, Spot
from sendapp.domain.checks.sources import EXEMPT
from sendapp.domain.duties import ALL
from sendapp.domain.record import DecisionRecord

_LABEL = r"(?:\d{1,2}[a-z]?|[A-Z]\d?|[IVX]{1,5})"
_PART = r"(?:\.\d+)*"
"""Part of an appendix, as the ".2" of "4.2": it is another than 4."""
_NAMED = re.compile(
    rf"\b(?P<kind>[Aa]ppendix|APPENDIX|[Aa]nnexe?|ANNEX)\s+(?P<one>{_LABEL})\b(?!\.\d)"
    rf"|\b(?:[Aa]ppendices|APPENDICES|[Aa]nnex(?:e)?s)\s+(?P<first>{_LABEL})(?P<part>{_PART})"
    rf"(?P<more>(?:\s*(?:,|and|&|to|or|-|–)\s*{_LABEL}\b{_PART})*)"
)
_JOINT = re.compile(rf"(,|and|&|to|or|-|–)\s*({_LABEL})\b({_PART})")
_LABELLED = re.compile(rf"^\s*(?:appendix|annexe?)\s+{_LABEL}\s*[-–—:.,]*\s*", re.IGNORECASE)
_ANY = re.compile(r"\b(?:append(?:ix|ices|ed)|annex(?:e|es|ed)?|attach(?:ed|ment|ments))\b", re.I)

_WITHHELD = (
    r"(?:not\s+(?:(?:to\s+be|being|been|be)\s+)?(?:for\s+(?:publication|disclosure)"
    r"|publish\w*|disclosed|released|made\s+public|(?:open|available)\s+to\s+the\s+(?:public|press))"
    r"|exempt(?!\s+from\s+(?!public|disclos|press))\b"
    r"|(?:withheld|kept|excluded|held\s+back)\s+from\s+(?:publication|the\s+public|disclosure)"
    r"|(?:be|is|are|being|remains?)\s+(?:to\s+remain\s+)?(?:withheld|private|restricted)\b"
    r"|(?:be|is|are|being|as|remains?|kept|marked|held|strictly)\s+(?:\w+\s+)?confidential\b"
    r"|in\s+part\s+(?:2|II)\b)"
)
_CLAUSE = phrases(
    rf"\b(?:append(?:ix|ices)|annex(?:e|es)?)\b(?:(?!\.\s)[^;\n]){{0,80}}?\b{_WITHHELD}",
    rf"\b{_WITHHELD}(?:(?!\.\s)[^;\n]){{0,60}}?\b(?:append(?:ix|ices)|annex(?:e|es)?)\b"
    rf"(?: {_LABEL}\b)?",
    r"\b(?:withhold|keep|exclude|restrict)\w* (?:the )?(?:append(?:ix|ices)|annex(?:e|es)?)\b"
    r"(?:(?!\.\s)[^;\n]){0,40}?\b(?:from (?:publication|the public)|private|exempt)\b",
)
_NOTHING_IN = phrases(r"\b(?:nothing|none|no part|no) (?:(?:in|of) )?(?:the )?$")
_NOT_WITHHELD = phrases(
    r"\b(?:not|nor|no longer|neither) (?:\w+ ){0,2}(?:exempt|confidential|withheld)\b"
)
_GROUND = phrases(
    r"\bparagraphs? \(?[1-7]\)?[^.;]{0,80}\bschedule 12A\b",
    r"\bschedule 12A\b[^.;]{0,60}\bparagraphs? \(?[1-7]\b",
    r"\bexempt\w* (?:\w+ ){0,4}paragraphs? \(?[1-7]\b",
    r"\bparagraphs? \(?[1-7]\)? of part (?:1|I)\b",
)
_OF_A_REPORT = phrases(
    r"\b(?:append(?:ix|ices)|annex(?:e|es)?) (?:\w{1,3} )?(?:to|of|in) "
    r"(?:the|that|its|their|his|her) (?:[\w’'-]+ ){0,3}?"
    r"(?:report|strategy|plan|study|business case|constitution|contract|agreement|lease|paper)\b"
)


@lru_cache(maxsize=KEPT)
def labels_in(words: str) -> tuple[tuple[int, int, str], ...]:
    """Return the appendices that `words` name: start, end and label ("2", "B")."""
    return tuple(_labels(words))


def _labels(words: str) -> Iterator[tuple[int, int, str]]:
    for match in _NAMED.finditer(words):
        if match["one"]:
            yield match.start(), match.end(), match["one"].upper()
            continue
        last = match["first"].upper()
        if not match["part"]:
            yield match.start(), match.end(), last
        for joint, label, part in _JOINT.findall(match["more"] or ""):
            if part:
                continue
            label = label.upper()
            for between in _through(last, label) if joint in ("to", "-", "–") else ():
                yield match.start(), match.end(), between
            yield match.start(), match.end(), label
            last = label


def _through(first: str, last: str) -> list[str]:
    """Return the labels between two, as B between A and C."""
    if first.isdigit() and last.isdigit():
        return [str(number) for number in range(int(first) + 1, int(last))]
    if len(first) == len(last) == 1:
        return [chr(code) for code in range(ord(first) + 1, ord(last))]
    return []


def listed(record: DecisionRecord) -> frozenset[str]:
    """Return the labels of the record's appendices; unlabelled ones count from 1 and from A."""
    labels: set[str] = set()
    for index, row in enumerate(record.appendices):
        own = [label for _, _, label in labels_in(row.title)]
        bare = re.match(rf"\s*({_LABEL})\b\s*[:.)–-]", row.title)
        labels |= set(own) or (
            {bare[1].upper()} if bare else {str(index + 1), chr(65 + index % 26)}
        )
    return frozenset(labels)


def mentions(texts: Sequence[str], title: str) -> bool:
    """Whether any of `texts` mentions the appendix `title`, by label or, without one, by name."""
    own = {label for _, _, label in labels_in(title)}
    if any(label in own for words in texts for _, _, label in labels_in(words)):
        return True
    name = _LABELLED.sub("", title).strip().casefold() or title.strip().casefold()
    return any(
        name in words.casefold() or (not own and _ANY.search(words) is not None) for words in texts
    )


@lru_cache(maxsize=KEPT)
def clause_spans(words: str) -> tuple[tuple[int, int], ...]:
    """Return where `words` say that an appendix of the record is kept from publication."""
    return tuple(
        match.span()
        for match in _CLAUSE.finditer(words)
        if not _NOT_WITHHELD.search(match[0])
        and not _NOTHING_IN.search(words, max(0, match.start() - 30), match.start())
        and not _OF_A_REPORT.search(words[match.start() : match.end() + 40])
    )


def of_a_report(words: str) -> bool:
    """Whether `words` speak of an appendix to something else, as to a report or a lease."""
    return _OF_A_REPORT.search(words) is not None


def _exempt_without_clause(reading: Reading) -> Iterator[Spot]:
    for index, row in enumerate(reading.record.appendices):
        if row.exempt and not row.paragraphs and not _GROUND.search(reading.text):
            yield Spot(
                f"appendices[{index}].paragraphs",
                "This appendix is exempt; say under which paragraph of Schedule 12A.",
            )


def _clause_without_exempt(reading: Reading) -> Iterator[Spot]:
    if any(row.exempt for row in reading.record.appendices):
        return
    for line in reading.lines("decisions", "reasons", "options", "consultees", "authority"):
        for start, end in clause_spans(line.words)[:1]:
            yield line.spot(
                "These words keep an appendix from publication, but no appendix of this record is "
                "marked as exempt.",
                start,
                end,
            )


CHECKS = (
    Check(
        name="exempt-without-clause",
        rank=Rank.LOOKS,
        title="Exempt, and no ground given",
        duty="Information is exempt only under one of the seven paragraphs of Schedule 12A.",
        find=_exempt_without_clause,
        types=ALL,
        source=EXEMPT,
        found=("An exempt appendix without a paragraph of Schedule 12A",),
        passed=("An exempt appendix under paragraph 3",),
    ),
    Check(
        name="clause-without-exempt-appendix",
        rank=Rank.LOOKS,
        title="Not for publication, and nothing marked exempt",
        duty="What is not for publication has to be marked, so that it is not published.",
        find=_clause_without_exempt,
        types=ALL,
        source=EXEMPT,
        found=("“Appendix 1 is not for publication”, and no appendix is marked exempt",),
        passed=("Appendix B to the report is exempt.",),
    ),
)
