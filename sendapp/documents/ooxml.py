"""Rich text as Word's XML, built on the styles of the template it stands in."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from sendapp.documents.columns import column_widths
from sendapp.documents.numbering import BULLETED, ITEMS, NUMBERED
from sendapp.documents.styles import Styles
from sendapp.documents.xmltext import attribute, text_content
from sendapp.domain.richtext import Block, Doc, ListBlock, Paragraph, Run, Runs, Table, runs_text

PLACE = "sendapp-at"
"""An attribute that says which field a block prints; taken off before a document leaves."""

STEP, BULLET_STEP = 510, 340
_LETTER_TWIPS, _HIGH = 130, 25
_AFTER_TABLE = '<w:spacing w:before="160"/>'
_ORDER = """
    pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers
    pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE
    autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents
    suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle
"""
_RANK = {name: rank for rank, name in enumerate(_ORDER.split())}
_MARK_XML = (
    ("b", "<w:b/><w:bCs/>"),
    ("i", "<w:i/><w:iCs/>"),
    ("u", '<w:u w:val="single"/>'),
    ("sup", '<w:vertAlign w:val="superscript"/>'),
    ("sub", '<w:vertAlign w:val="subscript"/>'),
)

Properties = dict[str, str]
"""The children of a w:pPr: element name → its XML."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a rich text stands: the tag paragraph's properties, its indent and room in twips."""

    properties: Properties
    indent: int
    room: int
    run: str = ""
    """The XML inside the w:rPr of the tag's own run."""


@dataclass(slots=True)
class Lists:
    """The list instances that one document prints, numbered from `first`."""

    first: int
    names: list[str] = field(default_factory=list)

    def new(self, name: str) -> int:
        """Return the number of a fresh instance of the definition `name`."""
        self.names.append(name)
        return self.first + len(self.names) - 1


@dataclass(slots=True)
class Links:
    """The addresses that one part of a document links to, in the order of their first use."""

    targets: dict[str, str] = field(default_factory=dict)

    def identity(self, href: str) -> str:
        """Return the relationship's name for `href`."""
        return self.targets.setdefault(href, f"rIdLink{len(self.targets) + 1}")


class Writer:
    """Writes rich text for one part of one document."""

    def __init__(self, styles: Styles, lists: Lists, links: Links) -> None:
        self._styles = styles
        self._lists = lists
        self._links = links
        self._follows_table = False

    def text(self, doc: Doc, frame: Frame, place: str) -> str:
        """Return the paragraphs, lists and tables of `doc` in `frame`."""
        self._follows_table = False
        return self._blocks(doc, frame, place)

    def items(self, items: Iterable[tuple[str, Doc]], frame: Frame) -> str:
        """Return numbered items, each a place and a text; the first paragraph has the number."""
        self._follows_table = False
        first, rest = self._item_frames(frame)
        number = self._lists.new(ITEMS)
        numbered = Frame(
            first.properties | {"numPr": _num_pr(number, 0)}, first.indent, first.room, frame.run
        )
        out = []
        for place, doc in items:
            opening = doc[0] if doc and isinstance(doc[0], Paragraph) else None
            out.append(self._paragraph(opening.runs if opening else (), numbered, place))
            out.append(self._blocks(doc[1:] if opening else doc, rest, place))
        return "".join(out)

    def _item_frames(self, frame: Frame) -> tuple[Frame, Frame]:
        """Return the frames of an item's first paragraph and of what follows it."""
        look = self._styles.paragraph("List Number")
        first = dict(frame.properties)
        rest = {k: v for k, v in frame.properties.items() if k not in ("numPr", "ind", "keepNext")}
        if look:
            first["pStyle"] = _style(look.style_id)
        indent = self._styles.indent_of(look.style_id) if look else 0
        if not indent or (look and frame.indent not in (0, indent)):
            indent = frame.indent + STEP
            first["ind"] = _ind(indent, STEP)
        room = frame.room + frame.indent - indent
        follow = self._styles.paragraph("List Continue")
        if follow:
            rest["pStyle"] = _style(follow.style_id)
        if not follow or self._styles.indent_of(follow.style_id) != indent:
            rest["ind"] = _ind(indent, 0)
        return Frame(first, indent, room, frame.run), Frame(rest, indent, room, frame.run)

    def _blocks(self, doc: Sequence[Block], frame: Frame, place: str) -> str:
        out = []
        for block in doc:
            match block:
                case Paragraph(runs):
                    out.append(self._paragraph(runs, frame, place))
                case ListBlock():
                    out.append(self._list(block, frame, place, frame.indent, 0, 0))
                case Table():
                    out.append(self._table(block, frame, place))
        return "".join(out)

    def _paragraph(self, runs: Runs, frame: Frame, place: str) -> str:
        properties = frame.properties
        if self._follows_table:
            properties = {"spacing": _AFTER_TABLE} | properties
            self._follows_table = False
        return paragraph(properties, self._runs(runs, frame.run), place)

    def _list(
        self, block: ListBlock, frame: Frame, place: str, left: int, level: int, shared: int
    ) -> str:
        """Return the list at `level` (0 to 2); `shared` is the outer numbered list, or 0."""
        step = STEP if block.ordered else BULLET_STEP
        number = shared or self._lists.new(NUMBERED if block.ordered else BULLETED)
        properties = {k: v for k, v in frame.properties.items() if k not in ("numPr", "ind")}
        if look := self._styles.paragraph("List Paragraph"):
            properties["pStyle"] = _style(look.style_id)
        properties["numPr"] = _num_pr(number, level)
        properties["ind"] = _ind(left + step, step)
        own = Frame(properties, frame.indent, frame.room, frame.run)
        out = []
        for item in block.items:
            out.append(self._paragraph(item.runs, own, place))
            if inner := item.sublist:
                goes_on = number if inner.ordered == block.ordered else 0
                out.append(self._list(inner, frame, place, left + step, level + 1, goes_on))
        return "".join(out)

    def _table(self, table: Table, frame: Frame, place: str) -> str:
        widths = column_widths(table, frame.room)
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        rows = "".join(
            self._row(row, widths, frame, header=table.header and not index)
            for index, row in enumerate(table.rows)
        )
        self._follows_table = True
        return (
            f"<w:tbl {PLACE}={attribute(place)}>{self._table_look(table, sum(widths), frame)}"
            f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
        )

    def _table_look(self, table: Table, width: int, frame: Frame) -> str:
        style = self._styles.tables.get("table grid")
        sides = "".join(
            f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
            for side in ("top", "left", "bottom", "right", "insideH", "insideV")
        )
        first = int(table.header)
        return (
            "<w:tblPr>"
            + (f"<w:tblStyle w:val={attribute(style)}/>" if style else "")
            + f'<w:tblW w:w="{width}" w:type="dxa"/><w:tblInd w:w="{frame.indent}" w:type="dxa"/>'
            + ("" if style else f"<w:tblBorders>{sides}</w:tblBorders>")
            + '<w:tblLayout w:type="fixed"/>'
            + f'<w:tblLook w:val="{"0620" if first else "0600"}" w:firstRow="{first}" '
            + 'w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
            + "</w:tblPr>"
        )

    def _row(self, row: tuple[Runs, ...], widths: list[int], frame: Frame, *, header: bool) -> str:
        look = self._styles.paragraph("Table Heading" if header else "Table Text")
        kept = ("numPr", "ind", "keepNext")
        properties = {k: v for k, v in frame.properties.items() if k not in kept}
        if look:
            properties = {"pStyle": _style(look.style_id)}
        bold = "<w:b/><w:bCs/>" if header and not look else ""
        # A row that is higher than a page would lose its end there.
        high = _lines(row, widths) > _HIGH
        if high:
            properties |= {n: f'<w:{n} w:val="0"/>' for n in ("keepNext", "keepLines")}
        cells = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
            f"{paragraph(properties, self._runs(runs, bold), '')}</w:tc>"
            for runs, width in zip(row, widths, strict=True)
        )
        whole = f"<w:trPr><w:cantSplit/>{'<w:tblHeader/>' * header}</w:trPr>"
        return f"<w:tr>{'' if high else whole}{cells}</w:tr>"

    def _runs(self, runs: Runs, base: str) -> str:
        out = []
        for href, group in groupby(runs, lambda run: run.href):
            inside = "".join(self._run(run, base) for run in group)
            if href:
                name = attribute(self._links.identity(href))
                inside = f'<w:hyperlink r:id={name} w:history="1">{inside}</w:hyperlink>'
            out.append(inside)
        return "".join(out)

    def _run(self, run: Run, base: str) -> str:
        look = base
        if run.href:
            style = self._styles.characters.get("hyperlink")
            look = f"<w:rStyle w:val={attribute(style)}/>" if style else '<w:u w:val="single"/>'
        look += "".join(xml for mark, xml in _MARK_XML if mark in run.marks and xml not in look)
        return f"<w:r>{f'<w:rPr>{look}</w:rPr>' if look else ''}{text_content(run.text)}</w:r>"


def paragraph(properties: Properties, runs: str, place: str) -> str:
    """Return a w:p; `place` is the address of the field it prints, '' if none."""
    inside = "".join(
        properties[name] for name in sorted(properties, key=lambda n: _RANK.get(n, len(_RANK)))
    )
    mark = f" {PLACE}={attribute(place)}" if place else ""
    return f"<w:p{mark}>{f'<w:pPr>{inside}</w:pPr>' if inside else ''}{runs}</w:p>"


def _lines(row: tuple[Runs, ...], widths: list[int]) -> int:
    """Return about how many lines the row's longest cell takes, rather too many."""
    return max(
        (
            sum(1 + len(line) * _LETTER_TWIPS // width for line in runs_text(runs).split("\n"))
            for runs, width in zip(row, widths, strict=True)
        ),
        default=0,
    )


def _style(style_id: str) -> str:
    return f"<w:pStyle w:val={attribute(style_id)}/>"


def _num_pr(number: int, level: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def _ind(left: int, hanging: int) -> str:
    return f'<w:ind w:left="{left}" w:hanging="{hanging}"/>'
