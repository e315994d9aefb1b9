"""Rules for whole lines: numbers typed by hand, and paragraphs with nothing in them."""

import re
from bisect import bisect
from collections.abc import Iterator, Sequence

from sendapp.domain.richtext import Line, Table
from sendapp.domain.richtext_edits import Swap
from sendapp.domain.tidying.edits import Edit, words_of_line

_LABEL = re.compile(r" *(\(?)(\d{1,2}|[a-z]|[ivx]{2,4})([.)])[ \t\u00a0]+(?=\S)")
_LIKE_LABEL = re.compile(r" *\(?(?:\d{1,2}|[a-z]|[ivx]{2,4}) *[.)](?!\.)")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_SHOWN = 40


def typed_numbers(parts: Sequence[Line | Table], position: int = 0) -> Iterator[Edit]:
    """Numbers typed by hand become a list where several follow each other, and go where a number
    is printed anyway; `position` is that of the item (from 1) that the text is, 0 if none.
    """
    first = words_of_line(parts[0]) if parts else ""
    single = isinstance(parts[0], Line) and parts[0].level == 0 if parts else False
    runs = list(_runs(parts))
    if position and single and not (runs and runs[0][0] == 0):
        yield from _needless(0, first, position)
    counts: dict[int, int] = {}
    for index, part in enumerate(parts):
        if isinstance(part, Line) and part.level and part.ordered:
            counts = {n: c for n, c in counts.items() if n <= part.level}
            counts[part.level] = counts.get(part.level, 0) + 1
            yield from _needless(index, words_of_line(part), counts[part.level])
        elif not (isinstance(part, Line) and part.level):
            counts = {}
    for run in runs:
        if not _mentioned(parts, run):
            yield _as_list(parts, run)


def empty_paragraphs(parts: Sequence[Line | Table]) -> Iterator[Edit]:
    """Paragraphs with nothing in them go, unless they keep two lists or tables apart."""
    listed = {at for edit in typed_numbers(parts) for at in edit.listed}
    full = [index for index, part in enumerate(parts) if not _is_empty(part)]
    for index, part in enumerate(parts):
        if not _is_empty(part):
            continue
        at = bisect(full, index)
        over, under = full[at - 1 : at] if at else [], full[at : at + 1]
        ends = [_parted(parts[n]) or n in listed for n in (*over, *under)]
        if len(ends) == 2 and all(ends):
            continue
        above = parts[over[0]] if over else None
        below = parts[under[0]] if under else None
        said = words_of_line(above)[-_SHOWN:] if above else ""
        tail = words_of_line(below)[:_SHOWN] if below else ""
        yield Edit(f"{said} ¶ ¶ {tail}", f"{said} ¶ {tail}", dropped=frozenset({index}))


def _is_empty(part: Line | Table) -> bool:
    return isinstance(part, Line) and not part.level and not words_of_line(part).strip()


def _parted(part: Line | Table) -> bool:
    """Whether a part would join another of its kind that touches it."""
    return not isinstance(part, Line) or part.level > 0


def _needless(index: int, words: str, position: int) -> Iterator[Edit]:
    found = _LABEL.match(words)
    if found is None or _LIKE_LABEL.match(words[found.end() :]):
        return
    if position in _values(found[2]):
        kept = words[found.end() :][:_SHOWN]
        swap = Swap(0, found.end(), "")
        yield Edit(f"{words[: found.end()]}{kept}", kept, ((index, swap),))


def _values(label: str) -> dict[int, str]:
    """Return what a label may count as, with the kind of number it then is."""
    if label.isdigit():
        return {int(label): "1"}
    values = {_ROMAN.index(label) + 1: "i"} if label in _ROMAN else {}
    return {ord(label) - 96: "a"} | values if len(label) == 1 else values


def _runs(parts: Sequence[Line | Table]) -> Iterator[list[int]]:
    """Yield the paragraphs that are numbered 1, 2, … by hand, with what is empty between them."""
    index = 0
    while index < len(parts):
        run = max((_run_of(parts, index, kind) for kind in "1ai"), key=len)
        if len(run) > 1:
            yield run
        index = run[-1] + 1 if len(run) > 1 else index + 1


def _run_of(parts: Sequence[Line | Table], index: int, kind: str) -> list[int]:
    run: list[int] = []
    style = None
    for at in range(index, len(parts)):
        part = parts[at]
        if _is_empty(part) and run:
            continue
        found = _LABEL.match(words_of_line(part))
        is_next = (
            isinstance(part, Line)
            and not part.level
            and found is not None
            and _values(found[2]).get(len(run) + 1) == kind
            and (style is None or style == (found[1], found[3]))
            and not _LIKE_LABEL.match(words_of_line(part)[found.end() :])
        )
        if not is_next or found is None:
            break
        style = (found[1], found[3])
        run.append(at)
    above = parts[index - 1] if index else None
    # Behind a list it would go on with that one's numbers.
    return [] if isinstance(above, Line) and above.level else run


def _mentioned(parts: Sequence[Line | Table], run: list[int]) -> bool:
    """Whether the text speaks of one of the numbers, which a list would print otherwise."""
    labels = [found[2] for at in run if (found := _LABEL.match(words_of_line(parts[at])))]
    named = "|".join(map(re.escape, labels))
    spoken = re.compile(
        rf"\((?:{named})\)|"
        rf"\b(?:paragraph|point|part|item|option|step|number|no\.?)s? (?:{named})\b",
        re.IGNORECASE,
    )
    for index, part in enumerate(parts):
        words = words_of_line(part)
        found = _LABEL.match(words) if index in run else None
        if spoken.search(words[found.end() :] if found else words):
            return True
    return False


def _as_list(parts: Sequence[Line | Table], run: list[int]) -> Edit:
    swaps = []
    before, after = [], []
    for at in run:
        words = words_of_line(parts[at])
        found = _LABEL.match(words)
        assert found is not None
        swaps.append((at, Swap(0, found.end(), "")))
        before.append(words[:_SHOWN])
        after.append(words[found.end() :][:_SHOWN])
    gone = frozenset(range(run[0], run[-1])) - set(run)
    shown = "numbered list: " + " / ".join(after)
    return Edit(" / ".join(before), shown, tuple(swaps), gone, frozenset(run))
