"""Rich text as HTML for Word, browsers and the forms of committee systems."""

from sendapp.domain.richtext import Doc, Line, Paragraph, Runs, Table, flatten, to_html

_NUMBERING = ("", ' type="a"', ' type="i"')
"""How numbered lists count at each level, as in print: 1. (a) (i)."""


def page(doc: Doc, *, counts_on: bool = False) -> str:
    """Return a small page of HTML that shows `doc`; a single paragraph goes in as words."""
    if len(doc) == 1 and isinstance(doc[0], Paragraph):
        body = _inline(doc[0].runs)
    else:
        body = fragment(doc, counts_on=counts_on)
    return (
        '<html><head><meta charset="utf-8"></head><body>'
        f"<!--StartFragment-->{body}<!--EndFragment--></body></html>"
    )


def fragment(doc: Doc, *, counts_on: bool = False) -> str:
    """Return HTML that shows `doc`, for the body of a page.

    With `counts_on` a numbered list that something interrupts goes on with the next number.
    """
    out: list[str] = []
    counted = 0
    open_lists: list[str] = []
    for part in flatten(doc):
        level = part.level if isinstance(part, Line) else 0
        while len(open_lists) > level:
            out.append(f"</li></{open_lists.pop()}>")
        if isinstance(part, Table):
            out.append(_table(part))
        elif not level:
            out.append(f"<p>{_inline(part.runs) or '&nbsp;'}</p>")
        else:
            kind = "ol" if part.ordered else "ul"
            if len(open_lists) == level and open_lists[-1] != kind:
                out.append(f"</li></{open_lists.pop()}>")
            if len(open_lists) == level:
                out.append("</li>")
            while len(open_lists) < level:
                look = _NUMBERING[len(open_lists)] if part.ordered else ""
                if counts_on and counted and kind == "ol" and not open_lists:
                    look += f' start="{counted + 1}"'
                out.append(f"<{kind}{look}>")
                open_lists.append(kind)
            out.append(f"<li>{_inline(part.runs)}")
            counted += level == 1 and kind == "ol"
    while open_lists:
        out.append(f"</li></{open_lists.pop()}>")
    return "".join(out)


def _table(table: Table) -> str:
    rows = []
    for index, row in enumerate(table.rows):
        cell = "th" if table.header and not index else "td"
        rows.append("<tr>" + "".join(f"<{cell}>{_inline(c)}</{cell}>" for c in row) + "</tr>")
    head = f"<thead>{rows.pop(0)}</thead>" if table.header else ""
    return f'<table border="1" cellspacing="0">{head}<tbody>{"".join(rows)}</tbody></table>'


def _inline(runs: Runs) -> str:
    return to_html((Paragraph(runs),)).removeprefix("<p>").removesuffix("</p>")
