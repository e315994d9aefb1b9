"""A template's part as Jinja source: rich-text tags framed, printed paragraphs addressed."""

import re
from dataclasses import dataclass
from functools import partial
from io import BytesIO

from docxtpl import DocxTemplate
from lxml import etree

from sendapp.documents.ooxml import PLACE, Frame, Properties
from sendapp.documents.sandbox import FRAME, WRITER
from sendapp.documents.styles import Styles, W, left_indent, w

_WHOLE = re.compile(r"\s*\{\{p\s+(.+?)\s*\}\}\s*", re.DOTALL)
_PRINTED = re.compile(r"\{\{-?(?!p\s)\s*(.+?)\s*-?\}\}", re.DOTALL)
_SIMPLE = re.compile(r"[A-Za-z_][\w.]*(?: or [A-Za-z_][\w.]*)*")
_BINDS = re.compile(r"\{%-?\s*(?:for|set|endfor)\b")
_NAMESPACES = re.compile(r' xmlns(?::\w+)?="[^"]*"')
_CELL_MARGINS = 216
_DEFAULT_ROOM = 9000

_patch_xml = partial(DocxTemplate.patch_xml, DocxTemplate(BytesIO()))


@dataclass(frozen=True, slots=True)
class Prepared:
    """A part ready to be compiled; `lines` is the source with a line for each paragraph."""

    head: str
    source: str
    frames: tuple[Frame, ...]

    @property
    def lines(self) -> str:
        """The source with each paragraph on a line of its own, to find a fault's words."""
        return re.sub(r"<w:(p|tr)([ >])", r"\n<w:\1\2", self.source)


def prepare(root: etree._Element, styles: Styles, room: int) -> Prepared:
    """Return the part `root` as Jinja source; `room` is the width of its text in twips."""
    for element in list(root.iter(w("proofErr"), w("lastRenderedPageBreak"))):
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
    frames: list[Frame] = []
    for paragraph in root.iter(w("p")):
        text = own_text(paragraph)
        if whole := _WHOLE.fullmatch(text):
            frames.append(_frame(paragraph, styles, room))
            _replace_tag(paragraph, whole[1], len(frames) - 1)
        elif "{{" in text and not _BINDS.search(text):
            _mark_place(paragraph, text)
    for text_element in root.iter(w("t")):
        text_element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    xml = _patch_xml(etree.tostring(root, encoding="unicode"))
    head, body = _split_head(xml)
    return Prepared(head, body, tuple(frames))


def own_text(paragraph: etree._Element) -> str:
    """Return the words of `paragraph`, without those of paragraphs inside it (text boxes)."""
    return "".join(
        element.text or ""
        for element in paragraph.iter(w("t"))
        if next(element.iterancestors(w("p"))) is paragraph
    )


def room_of(document: etree._Element) -> int:
    """Return the width of the text on the document's last page, in twips."""
    sections = list(document.iter(w("sectPr")))
    if not sections:
        return _DEFAULT_ROOM
    size, margins = sections[-1].find(w("pgSz")), sections[-1].find(w("pgMar"))
    if size is None or margins is None:
        return _DEFAULT_ROOM
    try:
        width = int(str(size.get(w("w"))))
        return width - int(str(margins.get(w("left")))) - int(str(margins.get(w("right"))))
    except ValueError:
        return _DEFAULT_ROOM


def _frame(paragraph: etree._Element, styles: Styles, room: int) -> Frame:
    """Return the properties of the tag's paragraph: docxtpl throws them away."""
    properties: Properties = {}
    own = paragraph.find(w("pPr"))
    style_id = ""
    if own is not None:
        for child in own:
            name = etree.QName(child).localname
            if name not in ("rPr", "sectPr", "pPrChange"):
                properties[name] = _bare(child)
        style = own.find(w("pStyle"))
        style_id = "" if style is None else str(style.get(w("val")))
    indent = left_indent(own)
    run = paragraph.find(f"{w('r')}/{w('rPr')}")
    look = "" if run is None else "".join(map(_bare, run))
    indent = styles.indent_of(style_id) if indent is None else indent
    return Frame(properties, indent, _room_in(paragraph, room) - indent, look)


def _room_in(paragraph: etree._Element, room: int) -> int:
    cell = next(paragraph.iterancestors(w("tc")), None)
    width = None if cell is None else cell.find(f"{w('tcPr')}/{w('tcW')}")
    value = "" if width is None else str(width.get(w("w"), ""))
    return int(value) - _CELL_MARGINS if value.isdigit() and int(value) > 500 else room


def _bare(element: etree._Element) -> str:
    """Return the XML of `element` without the namespaces that its document declares."""
    return _NAMESPACES.sub("", etree.tostring(element, encoding="unicode", with_tail=False))


def _replace_tag(paragraph: etree._Element, expression: str, index: int) -> None:
    """Put the tag of a rich text, with its frame, into one run."""
    for child in list(paragraph):
        if child.tag != w("pPr"):
            paragraph.remove(child)
    run = etree.SubElement(paragraph, w("r"))
    tag = etree.SubElement(run, w("t"))
    tag.text = f"{{{{p ({expression})|placed({WRITER}, {FRAME.format(index)}) }}}}"


def _mark_place(paragraph: etree._Element, text: str) -> None:
    """Let the paragraph say, once rendered, which field it prints."""
    names = [name for name in _PRINTED.findall(text) if _SIMPLE.fullmatch(name)]
    if names:
        values = ", ".join(f"({name})" for name in names)
        paragraph.set(PLACE, f"{{{{ [{values}]|address }}}}")


def _split_head(xml: str) -> tuple[str, str]:
    """Split off the root's start tag, which declares what officers' links need."""
    end = xml.index(">") + 1
    head = xml[:end]
    for prefix, uri in (
        ("w", W),
        ("r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    ):
        if f"xmlns:{prefix}=" not in head:
            head = re.sub(r"^(<[\w:]+)", rf'\1 xmlns:{prefix}="{uri}"', head)
    return head, xml[end:]
