"""What the record refers to and does not hold: appendices, tables, sections, paragraphs."""

import re
from collections.abc import Iterator
from functools import lru_cache

from sendapp.domain.checks.appendices import clause_spans, labels_in, listed, mentions
from sendapp.domain.checks.finding import Check, Rank
from sendapp.domain.checks.phrases import KEPT, matches, phrases
from sendapp.domain.checks.reading import Line, Reading, Spot
from sendapp.domain.checks.sources import NOTHING
from sendapp.domain.duties import ALL

_OWN = (
    r"(?:this|the)\s+(?:(?:decision|present|written|whole)\s+)?"
    r"(?:record|decision|form|statement|notice)\b(?!\s+(?:of|dated|made|taken)\b)"
)
_ELSEWHERE = re.compile(
    r"\s*(?:\([^)]{0,60}\)\s*)?(?:,\s*)?"
    r"(?:to|of|in|from|at|within|on|under|accompanying|attached to)\s+"
    r"(?!(?:this|the)\s+(?:(?:decision|present|written)\s+)?(?:record|decision|form|statement)\b)"
    r"(?:(?:the|that|its|their|our|this|a|an|his|her|each|any|part)\b|[A-Z‘“\"])",
)
_DOCUMENT = (
    r"(?:reports?|plan|strategy|policy|guidance|code|study|survey|act|agreement|contract|constitution"
    r"|schedule|document|paper|review|assessment|framework|order|lease|deed|budget|circular|tender"
    r"|specification|brief|consultation|appraisal|appendix|annex|submission|proposal|manual)"
)
# "the report's Table 2"; "the report, in its Appendix D"; "attached to the report as Appendix C".
_OF_ANOTHER = phrases(
    rf"(?:[’']s|s[’']) (?:own )?$|\b{_DOCUMENT} $|\b(?:in|at|under|by) (?:its|their) $",
    rf"\bto (?:the|that|its|their|his|her) (?:[\w’'-]+ ){{0,3}}{_DOCUMENT},? "
    r"(?:as|at|in|being) $",
    r"\b(?:appendix|annex|report|schedule) \w{1,3},? (?:at |in )?$",
)

_TABLE_NUMBER = re.compile(r"\btables?\s+(\d{1,2}|[A-Z])\b(?!\.\d)", re.IGNORECASE)
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 1}
_TABLE_HERE = phrases(
    r"\b(?:the|this|in|following|see|both) (?:(?P<ordinal>first|second|third|fourth|last) )?"
    r"(?:(?:two|following|above|accompanying|summary|small|short|attached|preceding|next) )?"
    r"tables?\b(?P<behind> (?:set out |shown |given |printed |reproduced |that follows"
    r"|which follows|immediately )*"
    r"(?:(?:below|above|beneath)(?! (?:the |ground|street|floor|[a-z]+ level))"
    r"|overleaf|following|opposite"
    r"|(?:at|on|in) (?:the )?(?:foot|end|head|top|bottom|next|following|this|previous|last)\b"
    r"[^.,;]{0,30}|under this))?",
    r"\btabulated (?:below|above|beneath|overleaf|here)",
)
_DOCUMENT_NEAR = re.compile(rf"\b{_DOCUMENT}\b", re.IGNORECASE)
_POINTS_HERE = re.compile(r"\b(?:following|above|next|preceding)\b", re.IGNORECASE)

_SECTION_HERE = phrases(
    rf"\b(?:sections?|headings?|parts?) (\d{{1,2}})(?:\s*(?:and|to|or|,|-|–)\s*(\d{{1,2}}))? "
    rf"(?:(?:above|below|overleaf|hereof)\b|(?:of|in|to|on|under) {_OWN})",
    rf"\b{_OWN}[’']?s?,?\s*\(?(?:at |in |under )?(?:section|heading) (\d{{1,2}})\b",
)
_NTH = ("third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_NTH_HERE = phrases(
    rf"\b(?P<nth>{'|'.join(_NTH)}) (?P<what>paragraph|decision|reason|resolution|item) "
    rf"(?:above|below|of (?:this|the) (?:(?:decision|present|written) )?"
    rf"(?P<whole>record|decisions?|reasons|form|statement)\b)"
)
_PARAGRAPH_HERE = phrases(
    r"\b(?P<what>paragraphs?|paras?\.?|decisions?|items?|resolutions?|reasons?|points?|clauses?"
    r"|parts?)"
    r" \(?(?P<number>\d{1,2})\)?(?P<sub>(?:\.\d+)+|\([a-z0-9]\))?"
    r"(?:\s*(?:and|to|or|,|-|–)\s*\(?(?P<other>\d{1,2})\)?)?,? "
    r"(?:(?P<near>above|below|overleaf|hereof)\b(?! (?:of|in) (?:the|that|its)\b)"
    r"|(?:of|in|to|under|among) (?:(?:this|the|these|those) (?:(?:decision|present|written) )?"
    r"(?P<whole>record|decision|decisions|reasons?|resolutions?|form|statement)\b"
    r"(?! (?:of|in|made|taken|dated)\b)))"
)


def _appendix(reading: Reading) -> Iterator[Spot]:
    known = listed(reading.record)
    nothing_exempt = not any(row.exempt for row in reading.record.appendices)
    for line in _told(reading):
        clauses = clause_spans(line.words) if nothing_exempt else ()
        told = 0
        for start, end, label in labels_in(line.words):
            # Of "Appendices 1 to 9" once is enough.
            if label in known or end == told or any(a <= start < b for a, b in clauses):
                continue
            if _is_elsewhere(line.words, start, end):
                continue
            told = end
            yield line.spot(
                f"“{line.words[start:end]}” is not among the appendices of this record.",
                start,
                end,
            )


def _unmentioned(reading: Reading) -> Iterator[Spot]:
    texts = [line.words for line in _told(reading)]
    for index, row in enumerate(reading.record.appendices):
        if row.title.strip() and not mentions(texts, row.title):
            yield Spot(
                f"appendices[{index}].title",
                "No words of the record mention this appendix.",
                0,
                len(row.title),
            )


def _table(reading: Reading) -> Iterator[Spot]:
    for line in _told(reading):
        for start, end, wanted in _tables_named(line.words):
            if wanted > reading.tables:
                said = line.words[start:end]
                yield line.spot(f"“{said}”: no such table is in this record.", start, end)


@lru_cache(maxsize=KEPT)
def _tables_named(words: str) -> tuple[tuple[int, int, int], ...]:
    """Return where `words` name tables of this record, each with how many there have to be."""
    out = []
    for match in _TABLE_NUMBER.finditer(words):
        if not _is_elsewhere(words, match.start(), match.end()):
            number = match[1]
            wanted = int(number) if number.isdigit() else ord(number.upper()) - ord("A") + 1
            if number.isdigit() or number.isupper():
                out.append((match.start(), match.end(), wanted))
    for match in _TABLE_HERE.finditer(words):
        pointing = match["behind"] or _POINTS_HERE.search(match[0]) or match[0][:3].lower() == "tab"
        ordinal = match["ordinal"]
        if not pointing and (not ordinal or ordinal.lower() == "last"):
            continue
        if any(start <= match.start() < end for start, end, _ in out):
            continue
        if not match["behind"] and _is_elsewhere(words, match.start(), match.end()):
            continue
        if ordinal and not match["behind"] and words[match.end() : match.end() + 1].isspace():
            continue
        if _DOCUMENT_NEAR.search(match[0]):
            continue
        out.append((match.start(), match.end(), _ORDINALS.get((ordinal or "").lower(), 1)))
    return tuple(sorted(out))


def _section(reading: Reading) -> Iterator[Spot]:
    last = reading.around.sections
    for line in _told(reading):
        for match in matches(_SECTION_HERE, line.words):
            numbers = [int(number) for number in match.groups() if number]
            if max(numbers) > last or min(numbers) < 1:
                yield line.spot(
                    f"“{match[0]}”: the record has sections 1 to {last}.",
                    match.start(),
                    match.end(),
                )


def _paragraph(reading: Reading) -> Iterator[Spot]:
    record = reading.record
    counts = {"decisions": len(record.decisions), "reasons": len(record.reasons)}
    for line in _told(reading):
        for match, numbers in _paragraphs_named(line.words):
            there = _how_many(match.groupdict(), line, counts)
            if there is None or (max(numbers) <= there and min(numbers) > 0):
                continue
            yield line.spot(
                f"“{match[0]}”: there is no such paragraph in this record.",
                match.start(),
                match.end(),
            )


def _paragraphs_named(words: str) -> Iterator[tuple[re.Match[str], list[int]]]:
    """Yield where `words` name paragraphs of this record, with their numbers."""
    for match in matches(_PARAGRAPH_HERE, words):
        # "paragraph 2.3 above" can only come from elsewhere: the record numbers 1, 2, 3.
        dotted = [0] if (match["sub"] or "").startswith(".") else []
        yield (
            match,
            [int(number) for number in (match["number"], match["other"]) if number] + dotted,
        )
    for match in matches(_NTH_HERE, words):
        yield match, [_NTH.index(match["nth"].casefold()) + 3]


def _how_many(said: dict[str, str | None], line: Line, counts: dict[str, int]) -> int | None:
    """Return how many paragraphs the words can mean; None where they mean something else."""
    what, whole = (said["what"] or "").lower(), (said["whole"] or "").lower()
    if what.startswith("reason") or whole.startswith("reason"):
        return counts["reasons"]
    if what.startswith(("decision", "resolution")) or whole.startswith(("decision", "resolution")):
        return counts["decisions"]
    if what.startswith(("item", "point", "clause", "part")) and not whole:
        return None
    # From the reasons "above" may lead back to the decision.
    return counts["decisions"] if line.field == "decisions" else max(counts.values())


def _told(reading: Reading) -> list[Line]:
    """Return the lines in which the record speaks of what it holds."""
    return [line for line in reading.told if line.field != "title"]


def _is_elsewhere(words: str, start: int, end: int) -> bool:
    """Whether what stands at `start` to `end` is part of another document."""
    if _ELSEWHERE.match(words, end):
        return True
    return _OF_ANOTHER.search(words, max(0, start - 80), start) is not None


CHECKS = (
    Check(
        name="appendix-not-listed",
        rank=Rank.LOOKS,
        title="An appendix that is not listed",
        duty="What the record refers to has to be there for those who read it.",
        find=_appendix,
        types=ALL,
        source=NOTHING,
        found=("“as set out in Appendix B”, and no Appendix B is listed",),
        passed=("Appendix B to the report",),
    ),
    Check(
        name="appendix-unmentioned",
        rank=Rank.LOOKS,
        title="An appendix that nothing mentions",
        duty="An appendix that no words lead to may be left over, or its mention forgotten.",
        find=_unmentioned,
        types=ALL,
        source=NOTHING,
        found=("Appendix 2 is listed, and no text mentions it",),
        passed=("Appendices 1 to 3",),
    ),
    Check(
        name="table-not-there",
        rank=Rank.LOOKS,
        title="A table that is not there",
        duty="What the record refers to has to be there for those who read it.",
        find=_table,
        types=ALL,
        source=NOTHING,
        found=("“in the table below”, and the record has no table",),
        passed=("Table 4 of the Local Plan",),
    ),
    Check(
        name="section-not-there",
        rank=Rank.LOOKS,
        title="A section that is not there",
        duty="What the record refers to has to be there for those who read it.",
        find=_section,
        types=ALL,
        source=NOTHING,
        found=("section 8 of this record",),
        passed=("section 106 of the Act", "section 5 of the report"),
    ),
    Check(
        name="paragraph-not-there",
        rank=Rank.LOOKS,
        title="A paragraph that is not there",
        duty="What the record refers to has to be there for those who read it.",
        find=_paragraph,
        types=ALL,
        source=NOTHING,
        found=("“paragraph 5 above”, in a record of three decisions",),
        passed=("paragraph 3 of Schedule 12A",),
    ),
)
