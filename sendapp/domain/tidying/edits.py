"""What a rule would change in one text, and the text once chosen changes are made."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from sendapp.domain.richtext import Line, Table, runs_text
from sendapp.domain.richtext_edits import Parts, Swap, swapped

NO_SWAPS: tuple[tuple[int, Swap], ...] = ()


@dataclass(frozen=True, slots=True)
class Edit:
    """One change of a text laid out flat, all of it or none.

    `swaps` are each of a part, `dropped` are parts that go, `listed` are lines that become items
    of a numbered list. `before` and `after` show it in its context, in plain words.
    """

    before: str
    after: str
    swaps: tuple[tuple[int, Swap], ...] = NO_SWAPS
    dropped: frozenset[int] = field(default=frozenset())
    listed: frozenset[int] = field(default=frozenset())

    def clashes(self, other: "Edit") -> bool:
        """Whether both would change the same characters or the same part as a whole."""
        whole, others = self.dropped | self.listed, other.dropped | other.listed
        if whole & others:
            return True
        return any(
            part == part_2 and one.start < two.end and two.start < one.end
            for part, one in self.swaps
            for part_2, two in other.swaps
        ) or any(part in other.dropped for part, _ in self.swaps)


def made(parts: Sequence[Line | Table], edits: Iterable[Edit]) -> Parts:
    """Return the parts with `edits`, which do not clash, made."""
    swaps: dict[int, list[Swap]] = {}
    dropped: set[int] = set()
    listed: set[int] = set()
    for edit in edits:
        dropped |= edit.dropped
        listed |= edit.listed
        for at, swap in edit.swaps:
            swaps.setdefault(at, []).append(swap)
    out: Parts = []
    for index, part in enumerate(parts):
        if index in dropped:
            continue
        if isinstance(part, Line) and index in swaps:
            ordered = sorted(swaps[index], key=lambda swap: swap.start)
            part = replace(part, runs=swapped(part.runs, ordered))
        if isinstance(part, Line) and index in listed:
            part = replace(part, level=1, ordered=True)
        out.append(part)
    return out


_AROUND = 24
_RAISED = str.maketrans("dhnrst", "ᵈʰⁿʳˢᵗ")


def swap_edit(
    index: int, words: str, start: int, end: int, new: str, marks: frozenset[str] = frozenset()
) -> Edit:
    """Return the edit that puts `new` in place of a stretch of the line `index` of these words."""
    old, shown = words[start:end], new.translate(_RAISED) if "sup" in marks else new
    if not old.strip() or not new.strip():
        # Spaces cannot be seen: a dot stands for each that is or was there.
        old, shown = (text.replace(" ", "·").replace("\u00a0", "·") for text in (old, shown))
    head, tail = _context(words, start, end)
    return Edit(
        f"{head}{old}{tail}", f"{head}{shown}{tail}", ((index, Swap(start, end, new, marks)),)
    )


def _context(words: str, start: int, end: int) -> tuple[str, str]:
    """Return a few words before and behind a stretch, with dots where they are cut."""
    head = words[max(0, start - _AROUND) : start].rpartition("\n")[2]
    tail = words[end : end + _AROUND].partition("\n")[0]
    if start > _AROUND and len(head) == _AROUND:
        head = "…" + head.partition(" ")[2] if " " in head.rstrip() else "…" + head
    if end + _AROUND < len(words) and len(tail) == _AROUND:
        tail = (tail.rpartition(" ")[0] if " " in tail.lstrip() else tail) + "…"
    return head, tail


def words_of_line(part: Line | Table) -> str:
    """Return the words of a line, '' of a table, which tidying leaves as it is."""
    return runs_text(part.runs) if isinstance(part, Line) else ""
