"""Numbered lists that go on after something that broke them, as word processors write them."""

from dataclasses import replace

from sendapp.domain.richtext import Line, Run, Table

_FURTHEST = 8
"""How many lines may stand between; more are a part of the text of their own."""


def resume(parts: list[Line | Table], numbered: list[tuple[int, int]], start: int) -> int:
    """Make what follows the list that has `start` - 1 items hang on its last item.

    `numbered` are the numbered lists so far, each with its first part and the part behind it.
    Returns where the list begins that goes on now.
    """
    for begin, end in reversed(numbered[-4:]):
        between = parts[end:]
        items = sum(isinstance(part, Line) and part.level == 1 for part in parts[begin:end])
        lines = [part for part in between if isinstance(part, Line)]
        if items != start - 1 or not 0 < len(lines) == len(between) <= _FURTHEST:
            continue
        del parts[end:]
        for line in lines:
            if line.level:
                parts.append(replace(line, level=line.level + 1))
            else:
                parts[-1] = joined_lines(parts[-1], line)
        return begin
    return len(parts)


def joined_lines(first: Line | Table, second: Line) -> Line | Table:
    """Return `first` going on with `second` after a line break, where `first` is a line."""
    if isinstance(first, Table):
        return first
    return replace(first, runs=(*first.runs, Run("\n"), *second.runs))
