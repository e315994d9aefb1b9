"""Reads a Word document as somebody else would: its words, and its rich text back."""

import io
import zipfile
from collections.abc import Iterator

from lxml import etree

from sendapp.domain.richtext import Doc, Line, Run, Runs, Table, assemble

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MARKS = {"b": "b", "i": "i", "u": "u"}


class Reader:
    """The body of a Word document."""

    def __init__(self, docx: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(docx)) as package:
            assert package.testzip() is None
            self.parts = {name: package.read(name) for name in package.namelist()}
        body = self.root("word/document.xml").find(f"{_W}body")
        assert body is not None
        self.body = body
        rels = self.parts.get("word/_rels/document.xml.rels", b"<none/>")
        self._links = {str(e.get("Id")): str(e.get("Target")) for e in etree.fromstring(rels)}
        self._lists = self._list_kinds()

    def root(self, part: str) -> etree._Element:
        """Return the root of `part`."""
        return etree.fromstring(self.parts[part])

    def paragraphs(self, part: str = "word/document.xml") -> list[str]:
        """Return the words of every paragraph of `part`, those in tables too."""
        return [words_of(paragraph) for paragraph in self.root(part).iter(f"{_W}p")]

    def styles_of(self) -> list[tuple[str, str]]:
        """Return each body paragraph's style and words."""
        return [(style_of(p), words_of(p)) for p in self.body.findall(f"{_W}p")]

    def between(self, start: str, end: str) -> Doc:
        """Return the rich text between the paragraphs that say `start` and `end`."""
        parts: list[Line | Table] = []
        inside = False
        for block in self.body:
            if block.tag == f"{_W}p" and words_of(block) in (start, end):
                inside = words_of(block) == start
            elif inside:
                parts.append(self._block(block))
        return assemble(parts)

    def _block(self, block: etree._Element) -> Line | Table:
        if block.tag == f"{_W}tbl":
            header = block.find(f"{_W}tr/{_W}trPr/{_W}tblHeader") is not None
            rows = tuple(
                tuple(self._cell(cell) for cell in row.findall(f"{_W}tc"))
                for row in block.findall(f"{_W}tr")
            )
            return Table(header, rows)
        number = block.find(f"{_W}pPr/{_W}numPr")
        if number is None:
            return Line(tuple(self._runs(block)))
        level = int(_value(number, "ilvl"))
        kind = self._lists[_value(number, "numId")]
        return Line(tuple(self._runs(block)), level + 1, kind != "bullet")

    def _cell(self, cell: etree._Element) -> Runs:
        paragraph = cell.find(f"{_W}p")
        assert paragraph is not None
        return tuple(self._runs(paragraph))

    def _runs(self, paragraph: etree._Element) -> Iterator[Run]:
        for run in paragraph.iter(f"{_W}r"):
            holder = run.getparent()
            assert holder is not None
            href = self._links[str(holder.get(f"{_R}id"))] if "hyperlink" in holder.tag else ""
            look = run.find(f"{_W}rPr")
            marks = set()
            for child in [] if look is None else look:
                name = etree.QName(child).localname
                if name == "vertAlign":
                    marks.add(str(child.get(f"{_W}val"))[:3])
                elif name in _MARKS:
                    marks.add(_MARKS[name])
            yield Run(words_of(run), frozenset(marks), href)

    def _list_kinds(self) -> dict[str, str]:
        if "word/numbering.xml" not in self.parts:
            return {}
        root = self.root("word/numbering.xml")
        kinds = {
            str(entry.get(f"{_W}abstractNumId")): _value(entry.find(f"{_W}lvl"), "numFmt")
            for entry in root.iter(f"{_W}abstractNum")
        }
        return {
            str(entry.get(f"{_W}numId")): kinds[_value(entry, "abstractNumId")]
            for entry in root.iter(f"{_W}num")
        }


def words_of(element: etree._Element) -> str:
    """Return the text of a paragraph or a run, with line breaks and tabs."""
    out = []
    for child in element.iter(f"{_W}t", f"{_W}br", f"{_W}tab"):
        holder = child.getparent()
        if child.tag == f"{_W}t":
            out.append(child.text or "")
        elif holder is not None and holder.tag == f"{_W}r":
            out.append("\n" if child.tag == f"{_W}br" else "\t")
    return "".join(out)


def style_of(paragraph: etree._Element) -> str:
    """Return the style of a paragraph, '' if it names none."""
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return "" if style is None else str(style.get(f"{_W}val"))


def _value(holder: etree._Element | None, name: str) -> str:
    assert holder is not None
    element = holder.find(f"{_W}{name}")
    assert element is not None
    return str(element.get(f"{_W}val"))
