"""Edits of rich text laid out flat: splitting, inserting, lists and their levels. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sendapp.domain.richtext import (
    MAX_LEVEL,
    Doc,
    Line,
    Run,
    Runs,
    Table,
    flatten,
    runs_text,
)

Parts = list[Line | Table]


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in flat parts: the part's index and the characters before the place in it."""

    part: int
    offset: int


def split_runs(runs: Runs, offset: int) -> tuple[Runs, Runs]:
    """Return the runs before and after `offset` characters."""
    before: list[Run] = []
    after: list[Run] = []
    left = offset
    for run in runs:
        head, tail = run.text[: max(0, left)], run.text[max(0, left) :]
        if head:
            before.append(replace(run, text=head))
        if tail:
            after.append(replace(run, text=tail))
        left -= len(run.text)
    return tuple(before), tuple(after)


@dataclass(frozen=True, slots=True)
class Swap:
    """`words` in place of the characters from `start` to `end` of a line, `marks` added to them."""

    start: int
    end: int
    words: str
    marks: frozenset[str] = frozenset()


def swapped(runs: Runs, swaps: Sequence[Swap]) -> Runs:
    """Return the runs after `swaps`, which go from left to right and do not overlap.

    New words take the looks of the first character that goes for them.
    """
    out: list[Run] = []
    rest, at = runs, 0
    for swap in swaps:
        before, rest = split_runs(rest, swap.start - at)
        gone, rest = split_runs(rest, swap.end - swap.start)
        out += before
        if swap.words and gone:
            out.append(replace(gone[0], text=swap.words, marks=gone[0].marks | swap.marks))
        at = swap.end
    return (*out, *rest)


def split_at(parts: Sequence[Line | Table], spot: Spot) -> tuple[Parts, Parts]:
    """Return what stands before and after `spot`, which is in a line; the line is divided."""
    line = parts[spot.part]
    if isinstance(line, Table):
        return list(parts[: spot.part + 1]), list(parts[spot.part + 1 :])
    before, after = split_runs(line.runs, spot.offset)
    return (
        [*parts[: spot.part], replace(line, runs=before)],
        [replace(line, runs=after), *parts[spot.part + 1 :]],
    )


def insert_parts(parts: Sequence[Line | Table], spot: Spot, new: Doc) -> tuple[Parts, Spot]:
    """Return the parts with `new` put in at `spot`, and the place behind what was put in.

    The first and the last of the new lines join the line they are put into, so that a few words
    from elsewhere go in as words. Items of a list do not run into the words of a paragraph.
    """
    before, after = split_at(parts, spot)
    added = list(flatten(new))
    if not added:
        return list(parts), spot
    head, tail = before[-1], after[0] if after else Line()
    if isinstance(head, Line) and isinstance(added[0], Line) and _join(head, added[0]):
        first = added[0] if not head.runs and added[0].level else replace(head, runs=())
        before[-1:] = []
        added[0] = replace(first, runs=head.runs + added[0].runs)
    last = added[-1]
    if isinstance(tail, Line) and isinstance(last, Line) and _join(tail, last):
        after[:1] = []
        place = Spot(len(before) + len(added) - 1, len(runs_text(last.runs)))
        added[-1] = replace(last, runs=last.runs + tail.runs)
    else:
        line = added[-1]
        behind = len(runs_text(line.runs)) if isinstance(line, Line) else 0
        place = Spot(len(before) + len(added) - isinstance(line, Line), behind)
    return [*before, *added, *after], place


def _join(line: Line, new: Line) -> bool:
    """Whether a line that was put in and the one it was put into become one."""
    return not (new.level and runs_text(line.runs) and not line.level)


def toggle_list(parts: Sequence[Line | Table], first: int, last: int, *, ordered: bool) -> Parts:
    """Make the lines `first` to `last` a list of that kind, or paragraphs if they are one."""
    chosen = [part for part in parts[first : last + 1] if isinstance(part, Line)]
    is_one = all(line.level and line.ordered == ordered for line in chosen)
    changed: Parts = []
    for index, part in enumerate(parts):
        if isinstance(part, Line) and first <= index <= last:
            changed.append(
                replace(part, level=0 if is_one else max(1, part.level), ordered=ordered)
            )
        else:
            changed.append(part)
    return _sound_levels(changed)


def change_level(parts: Sequence[Line | Table], first: int, last: int, by: int) -> Parts:
    """Move the list items `first` to `last` in (`by` 1) or out (-1), what hangs on them too."""
    changed = list(parts)
    while last + 1 < len(changed) and _deeper(changed, last + 1, first):
        last += 1
    for index in range(first, last + 1):
        part = changed[index]
        if isinstance(part, Line) and part.level:
            changed[index] = replace(part, level=max(0, min(MAX_LEVEL, part.level + by)))
    return _sound_levels(changed)


def _deeper(parts: Parts, index: int, than: int) -> bool:
    part, parent = parts[index], parts[than]
    return isinstance(part, Line) and isinstance(parent, Line) and part.level > parent.level > 0


def _sound_levels(parts: Parts) -> Parts:
    """No item may be more than one level deeper than the line above; kinds agree in a list."""
    sound: Parts = []
    kinds: dict[int, bool] = {}
    depth = 0
    for part in parts:
        if not isinstance(part, Line) or not part.level:
            depth, kinds = 0, {}
            sound.append(part)
            continue
        level = min(part.level, depth + 1)
        kinds = {n: kind for n, kind in kinds.items() if n <= level}
        ordered = part.ordered if level == 1 else kinds.get(level, part.ordered)
        kinds[level] = ordered
        sound.append(replace(part, level=level, ordered=ordered))
        depth = level
    return sound
