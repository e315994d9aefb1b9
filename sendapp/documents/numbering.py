"""Automatic lists: each printed list is an instance of its own, so that it starts at 1."""

from collections.abc import Mapping
from xml.sax.saxutils import quoteattr

from lxml import etree

from sendapp.documents.package import parse_part
from sendapp.documents.styles import NUMBERING, Styles, W, w

ITEMS, NUMBERED, BULLETED = "Items", "Numbered", "Bulleted"

_FORMS = {
    ITEMS: [("decimal", "%1."), ("lowerLetter", "(%2)"), ("lowerRoman", "(%3)")],
    NUMBERED: [("decimal", "%1."), ("lowerLetter", "(%2)"), ("lowerRoman", "(%3)")],
    BULLETED: [("bullet", "•"), ("bullet", "–"), ("bullet", "•")],
}


class ListDefinitions:
    """The list definitions of a template, ours added where it has none by our names."""

    def __init__(self, parts: Mapping[str, bytes], styles: Styles) -> None:
        source = parts.get(NUMBERING, f'<w:numbering xmlns:w="{W}"/>'.encode())
        self._root = parse_part(source, NUMBERING)
        self.is_new_part = NUMBERING not in parts
        self._numbers = {name: self._definition(name) for name in _FORMS}
        look = styles.paragraph("List Number")
        if look and look.abstract_list:
            self._numbers[ITEMS] = look.abstract_list
        self.first_instance = 1 + max(self._used(), default=0)
        whole = etree.tostring(self._root, encoding="UTF-8", xml_declaration=True, standalone=True)
        self._head, self._tail = self._split(whole)

    def part(self, instances: list[str]) -> bytes:
        """Return word/numbering.xml with an instance for each name in `instances` added."""
        added = "".join(
            self._instance(self.first_instance + offset, name)
            for offset, name in enumerate(instances)
        )
        return self._head + added.encode() + self._tail

    def _used(self) -> list[int]:
        numbers = (str(entry.get(w("numId"), "")) for entry in self._root.iter(w("num")))
        return [int(number) for number in numbers if number.isdigit()]

    def _definition(self, name: str) -> str:
        """Return the number of the definition called `name`, made if it is missing."""
        taken = [0]
        for entry in self._root.iter(w("abstractNum")):
            number = str(entry.get(w("abstractNumId"), ""))
            label = entry.find(w("name"))
            if label is not None and label.get(w("val")) == name:
                return number
            if number.isdigit():
                taken.append(int(number))
        number = str(max(taken) + 1)
        definitions = self._root.findall(w("abstractNum"))
        # The schema wants definitions before instances.
        place = self._root.index(definitions[-1]) + 1 if definitions else 0
        self._root.insert(place, etree.fromstring(_definition_xml(number, name)))
        return number

    def _split(self, whole: bytes) -> tuple[bytes, bytes]:
        """Split the part where new instances belong: after the last one there is."""
        for mark in (b"</w:num>", b"</w:abstractNum>"):
            if (at := whole.rfind(mark)) >= 0:
                return whole[: at + len(mark)], whole[at + len(mark) :]
        raise AssertionError("a numbering part always holds our definitions")

    def _instance(self, number: int, name: str) -> str:
        restart = (
            ""
            if name == BULLETED
            else "".join(
                f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="1"/></w:lvlOverride>'
                for level in range(1 if name == ITEMS else 3)
            )
        )
        definition = quoteattr(self._numbers[name])
        return f'<w:num w:numId="{number}"><w:abstractNumId w:val={definition}/>{restart}</w:num>'


def _definition_xml(number: str, name: str) -> str:
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{words}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{510 * (level + 1)}" w:hanging="510"/></w:pPr></w:lvl>'
        for level, (form, words) in enumerate(_FORMS[name])
    )
    return (
        f'<w:abstractNum xmlns:w="{W}" w:abstractNumId="{number}">'
        f'<w:multiLevelType w:val="multilevel"/><w:name w:val="{name}"/>{levels}</w:abstractNum>'
    )
