"""A text taken apart into items: each list item and each paragraph one of its own."""

from sendapp.domain.richtext import (
    Doc,
    Line,
    ListBlock,
    Paragraph,
    Table,
    assemble,
    flatten,
    runs_text,
)


def items_of(doc: Doc) -> tuple[Doc, ...]:
    """Return `doc` as items; a table, and the list inside a list item, stay with theirs."""
    items: list[list[Line | Table]] = []
    for part in flatten(doc):
        if isinstance(part, Line) and part.level < 2:
            if runs_text(part.runs).strip():
                items.append([Line(part.runs)])
        elif not items:
            items.append([part])
        elif isinstance(part, Line):
            items[-1].append(Line(part.runs, part.level - 1, part.ordered))
        else:
            items[-1].append(part)
    return tuple(assemble(item) for item in items)


def lists_several(doc: Doc) -> bool:
    """Whether `doc` is a list of two items or more, perhaps with words before it."""
    longest = max((len(block.items) for block in doc if isinstance(block, ListBlock)), default=0)
    words = sum(isinstance(block, Paragraph) for block in doc)
    return longest > 1 and words <= 1
