"""A record printed on its template: the same record and template give the same bytes."""

from dataclasses import dataclass

from jinja2 import TemplateError
from lxml import etree

from sendapp.documents.context import Context, context_for
from sendapp.documents.lint import part_words
from sendapp.documents.ooxml import PLACE, Links, Lists, Writer
from sendapp.documents.properties import core_properties, relationships_part, with_links
from sendapp.documents.release import check_released
from sendapp.documents.sandbox import FRAME, WRITER
from sendapp.documents.styles import NUMBERING, w
from sendapp.documents.template import MAIN, Part, Template
from sendapp.domain.record import DecisionRecord
from sendapp.domain.record_types import RecordType
from sendapp.errors import TemplateProblem

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_BLOCKS = (w("p"), w("tbl"), w("sdt"))


@dataclass(frozen=True, slots=True)
class Printed:
    """A Word document and, for each block of its body, the address of the field it prints."""

    docx: bytes
    places: tuple[str, ...]


def render(record: DecisionRecord, record_type: RecordType, template: Template) -> bytes:
    """Return `record` as a .docx on `template`; raises TemplateProblem.

    Every word of each field that the template names has been found in the document.
    """
    return print_record(record, record_type, template).docx


def print_record(record: DecisionRecord, record_type: RecordType, template: Template) -> Printed:
    """Return `record` as a .docx on `template`, and what its blocks print."""
    context = context_for(record, record_type, template.names)
    lists = Lists(template.lists.first_instance)
    changed: dict[str, bytes] = {}
    roots: list[etree._Element] = []
    places: tuple[str, ...] = ()
    for part in template.parts:
        links = Links()
        root = _parse(_rendered(part, context, Writer(template.styles, lists, links)), part)
        roots.append(root)
        marked = _finish(root)
        places = marked if part.name == MAIN else places
        changed[part.name] = _serialised(root)
        if links.targets:
            rels = relationships_part(part.name)
            changed[rels] = with_links(template.package.parts.get(rels), links.targets)
    check_released(context, template, roots)
    if lists.names:
        changed[NUMBERING] = template.lists.part(lists.names)
    changed |= core_properties(record, record_type, template.package.parts, changed)
    return Printed(template.package.with_parts(changed), places)


def _rendered(part: Part, context: Context, writer: Writer) -> str:
    own: dict[str, object] = {WRITER: writer}
    own |= {FRAME.format(index): frame for index, frame in enumerate(part.frames)}
    try:
        body = part.compiled.render(own | dict(context.values))
    except (TemplateError, ArithmeticError, TypeError, ValueError, RecursionError) as fault:
        raise TemplateProblem(
            f"{part_words(part.name).capitalize()} of the template cannot be printed: {fault}.",
            "Compare the tags with those of the template that came with the program.",
            part.name,
        ) from fault
    return f"{part.head}{body}"


def _parse(xml: str, part: Part) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    try:
        return etree.fromstring(xml.encode(), parser)
    except (etree.XMLSyntaxError, UnicodeEncodeError) as fault:
        raise TemplateProblem(
            f"{part_words(part.name).capitalize()} of the template does not make a Word "
            "document: a loop or a condition begins in one place and ends in another.",
            "Begin and end each loop and condition at the same level.",
            part.name,
        ) from fault


def _finish(root: etree._Element) -> tuple[str, ...]:
    """Take the addresses off the blocks of `root` and return those of the body's own blocks."""
    addresses = {}
    for element in root.iter(w("p"), w("tbl")):
        address = element.attrib.pop(PLACE, "")
        if address:
            addresses[element] = str(address)
    for cell in root.iter(w("tc")):
        if len(cell) == 0 or cell[-1].tag != w("p"):
            # Word wants a paragraph at the end of every cell.
            etree.SubElement(cell, w("p"))
    body = root.find(w("body"))
    if body is None:
        return ()
    blocks = [child for child in body if child.tag in _BLOCKS]
    return _with_headings([_address(block, addresses) for block in blocks])


def _address(block: etree._Element, addresses: dict[etree._Element, str]) -> str:
    if block in addresses:
        return addresses[block]
    return next((addresses[e] for e in block.iter(w("p"), w("tbl")) if e in addresses), "")


def _with_headings(found: list[str]) -> tuple[str, ...]:
    """Give a block without an address, such as a heading, that of the field after it."""
    following = ""
    out = []
    for address in reversed(found):
        following = address or following
        out.append(address or following.split("[")[0])
    return tuple(reversed(out))


def _serialised(root: etree._Element) -> bytes:
    return _DECLARATION.encode() + etree.tostring(root, encoding="UTF-8")
