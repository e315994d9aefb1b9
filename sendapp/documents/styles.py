"""The styles and lists of a template, by the names that Word's users see."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from sendapp.documents.package import parse_part

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STYLES, NUMBERING = "word/styles.xml", "word/numbering.xml"


def w(name: str) -> str:
    """Return `name` in the namespace of Word's XML, in lxml's notation."""
    return f"{{{W}}}{name}"


@dataclass(frozen=True, slots=True)
class Look:
    """A paragraph style as far as we need it; `indent` in twips, None where it says nothing."""

    style_id: str
    parent: str = ""
    indent: int | None = None
    abstract_list: str = ""


@dataclass(frozen=True, slots=True)
class Styles:
    """The paragraph, character and table styles of a template."""

    paragraphs: Mapping[str, Look] = field(default_factory=dict)
    """By the style's lower-case name."""
    characters: Mapping[str, str] = field(default_factory=dict)
    tables: Mapping[str, str] = field(default_factory=dict)

    def paragraph(self, name: str) -> Look | None:
        """Return the paragraph style called `name`, None if the template has none."""
        return self.paragraphs.get(name.lower())

    def indent_of(self, style_id: str) -> int:
        """Return the left indent, in twips, that the style gives to a paragraph."""
        by_id = {look.style_id: look for look in self.paragraphs.values()}
        seen: set[str] = set()
        while (look := by_id.get(style_id)) and style_id not in seen:
            if look.indent is not None:
                return look.indent
            seen.add(style_id)
            style_id = look.parent
        return 0


def read_styles(parts: Mapping[str, bytes]) -> Styles:
    """Return what word/styles.xml and word/numbering.xml define."""
    if STYLES not in parts:
        return Styles()
    root = parse_part(parts[STYLES], STYLES)
    lists = _lists_of_instances(parts)
    found: dict[str, dict[str, str]] = {"character": {}, "table": {}}
    paragraphs = {}
    for style in root.iter(w("style")):
        name = _value(style.find(w("name"))).lower()
        kind, identity = str(style.get(w("type"))), str(style.get(w("styleId")))
        if kind == "paragraph":
            number = _value(style.find(f"{w('pPr')}/{w('numPr')}/{w('numId')}"))
            paragraphs[name] = Look(
                identity,
                _value(style.find(w("basedOn"))),
                left_indent(style.find(w("pPr"))),
                lists.get(number, ""),
            )
        elif kind in found:
            found[kind][name] = identity
    return Styles(paragraphs, found["character"], found["table"])


def left_indent(properties: etree._Element | None) -> int | None:
    """Return the left indent, in twips, that a w:pPr gives; None if it gives none."""
    indent = None if properties is None else properties.find(w("ind"))
    if indent is None:
        return None
    value = indent.get(w("left")) or indent.get(w("start"))
    return int(value) if value and value.lstrip("-").isdigit() else None


def _lists_of_instances(parts: Mapping[str, bytes]) -> dict[str, str]:
    """Return the list definition of each list instance."""
    if NUMBERING not in parts:
        return {}
    root = parse_part(parts[NUMBERING], NUMBERING)
    return {
        str(entry.get(w("numId"))): _value(entry.find(w("abstractNumId")))
        for entry in root.iter(w("num"))
    }


def _value(element: etree._Element | None) -> str:
    return "" if element is None else str(element.get(w("val"), ""))
