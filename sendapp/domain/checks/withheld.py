"""What the record says of its exempt appendices agrees with how they are marked."""

import re
from collections.abc import Iterator

from sendapp.domain.checks.appendices import clause_spans, of_a_report
from sendapp.domain.checks.finding import Check, Rank
from sendapp.domain.checks.reading import Line, Reading, Spot
from sendapp.domain.checks.sources import EXEMPT
from sendapp.domain.duties import ALL
from sendapp.domain.exempt_clause import LABEL, named_as
from sendapp.domain.record import Appendix

_FIELDS = ("decisions", "reasons", "options", "consultees", "authority")
_MENTION = re.compile(
    r"\b(?i:append(?:ix|ices)|annex(?:es?)?)\s+"
    rf"(?P<labels>{LABEL}(?:\s*(?:,|and|&|or|to|–|-)\s*(?:and\s+)?{LABEL})*)"
)
_ONE_LABEL = re.compile(rf"(?P<through>\bto\b|–|-)?\s*(?P<label>{LABEL})")
_PARAGRAPHS = re.compile(
    r"\bpara(?:graph)?s?\.? \(?[1-7]\)?(?:\s*(?:,|and|&|or|to|–|-)\s*(?:and\s+)?\(?[1-7]\b\)?)*"
    r"(?![\w.]*\w)(?! of (?:the|this|that|its) (?!act\b|schedule\b|said\b))",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?P<through>\bto\b|–|-)?\s*\(?(?P<number>[1-7])")
_SENTENCE = re.compile(r"(?:(?![.;]\s).)+[.;]?", re.DOTALL)
_QUOTED = re.compile(r"“[^“”]*”")
_SCHEDULE = "12a"

_Rows = frozenset[int]
"""Places in the record's list of appendices."""


def _clause_at_odds(reading: Reading) -> Iterator[Spot]:
    """Yield each paragraph that is named of appendices none of which is marked with it."""
    rows = reading.record.appendices
    if not any(row.exempt and row.paragraphs for row in rows):
        return
    for line in reading.lines(*_FIELDS):
        if _SCHEDULE not in line.words.casefold():
            continue
        # The stops of a title in quotes end no sentence.
        blanked = _QUOTED.sub(lambda quoted: "x" * len(quoted[0]), line.words)
        for sentence in _SENTENCE.finditer(blanked):
            start, end = sentence.span()
            yield from _at_odds(line, line.words[start:end], start, rows)


def _at_odds(line: Line, words: str, at: int, rows: tuple[Appendix, ...]) -> Iterator[Spot]:
    if _SCHEDULE not in words.casefold() or of_a_report(words):
        return
    mentions = _mentions(words, rows)
    for match in _PARAGRAPHS.finditer(words):
        spoken_of = _spoken_of(match.start(), mentions, words, rows)
        marked = [rows[index].paragraphs for index in spoken_of if rows[index].exempt]
        if not marked or not all(marked):
            continue
        wrong = _numbers(match[0]) - {number for some in marked for number in some}
        if wrong:
            yield line.spot(
                f"The record marks what is spoken of here with {_said(marked)}, and these words "
                "name another.",
                at + match.start(),
                at + match.end(),
            )


def _spoken_of(
    at: int, mentions: list[tuple[int, _Rows]], words: str, rows: tuple[Appendix, ...]
) -> _Rows:
    """Return the appendices that the paragraph at `at` is said of: those named last before it.

    Where none is named before, it is those that come first after it; where none is named at all
    and the words say that “the appendix” is withheld, it is all that are exempt.
    """
    before = [found for start, found in mentions if start < at]
    if mentions:
        return before[-1] if before else mentions[0][1]
    if clause_spans(_QUOTED.sub("“”", words)):
        return frozenset(index for index, row in enumerate(rows) if row.exempt)
    return frozenset()


def _exempt_not_withheld(reading: Reading) -> Iterator[Spot]:
    """Yield each exempt appendix that nothing says is withheld.

    One without a ground is spoken of by `exempt-without-clause`, and is not told of twice.
    """
    rows = reading.record.appendices
    exempt = frozenset(i for i, row in enumerate(rows) if row.exempt and row.paragraphs)
    if not exempt:
        return
    withheld: set[int] = set()
    for line in reading.lines(*_FIELDS):
        if clause_spans(_QUOTED.sub("“”", line.words)):
            named = [found for _, found in _mentions(line.words, rows)]
            withheld.update(*(named or [exempt]))
    for index in sorted(exempt - withheld):
        yield Spot(
            f"appendices[{index}].exempt",
            "This appendix is marked as exempt, and no decision says that it is not for "
            "publication. Edit, Insert the not-for-publication clause, says so.",
        )


def _mentions(words: str, rows: tuple[Appendix, ...]) -> list[tuple[int, _Rows]]:
    """Return where `words` name appendices, and which of the record's, in their order."""
    found: dict[int, set[int]] = {}
    for match in _MENTION.finditer(words):
        labels = _labels(match["labels"])
        own = {index for index, row in enumerate(rows) if _called(row, index, rows) & labels}
        found.setdefault(match.start(), set()).update(own)
    folded = words.casefold()
    for index, row in enumerate(rows):
        named = named_as(row, index)
        name = (named.title or named.name).casefold()
        for match in re.finditer(re.escape(name), folded) if not named.label else ():
            found.setdefault(match.start(), set()).add(index)
    return [(start, frozenset(found[start])) for start in sorted(found)]


def _called(row: Appendix, index: int, rows: tuple[Appendix, ...]) -> frozenset[str]:
    """Return the labels that mean an appendix; one without counts from 1 and from A."""
    if label := named_as(row, index).label:
        return frozenset({label.upper()})
    own = {label for match in _MENTION.finditer(row.title) for label in _labels(match["labels"])}
    others = {named_as(other, place).label.upper() for place, other in enumerate(rows)}
    return frozenset(own or {str(index + 1), chr(65 + index % 26)} - others)


def _labels(words: str) -> frozenset[str]:
    out: list[str] = []
    for match in _ONE_LABEL.finditer(words):
        label = match["label"].upper()
        if match["through"] and out and out[-1].isdigit() and label.isdigit():
            out += map(str, range(int(out[-1]) + 1, int(label)))
        elif match["through"] and out and len(out[-1]) == len(label) == 1:
            out += map(chr, range(ord(out[-1]) + 1, ord(label)))
        out.append(label)
    return frozenset(out)


def _numbers(words: str) -> frozenset[int]:
    out: list[int] = []
    for match in _NUMBER.finditer(words):
        number = int(match["number"])
        if match["through"] and out:
            out += range(out[-1] + 1, number)
        out.append(number)
    return frozenset(out)


def _said(marked: list[tuple[int, ...]]) -> str:
    *most, last = map(str, sorted({number for some in marked for number in some}))
    return f"paragraphs {', '.join(most)} and {last}" if most else f"paragraph {last}"


CHECKS = (
    Check(
        name="clause-at-odds",
        rank=Rank.LOOKS,
        title="Another paragraph than is marked",
        duty="The ground that a record gives is the ground on which the appendix is withheld.",
        find=_clause_at_odds,
        types=ALL,
        source=EXEMPT,
        found=(
            "“Appendix 1 is exempt under paragraph 5 of Schedule 12A”, marked with paragraph 3",
        ),
        passed=("“Under paragraph 3 of Schedule 12A”, marked with paragraphs 1 and 3",),
    ),
    Check(
        name="exempt-not-withheld",
        rank=Rank.LOOKS,
        title="Exempt, and not said to be withheld",
        duty="That an appendix is not for publication is decided, and the record says so.",
        find=_exempt_not_withheld,
        types=ALL,
        source=EXEMPT,
        found=("An exempt appendix of which no decision says that it is not for publication",),
        passed=("“The appendices are not for publication”",),
    ),
)
