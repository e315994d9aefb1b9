"""A record printed on its template: the same record and template give the same bytes."""

from dataclasses import dataclass

from jinja2 import TemplateError
from lxml import etree

from sendapp.documents.appending import (
    NOTHING,
    Appended,
    append_blocks,
    append_code,
    missing_in,
)
from sendapp.documents.context import Context, context_for
from sendapp.documents.lint import part_words
from sendapp.documents.list_context import list_context
from sendapp.documents.logo import embedded
from sendapp.documents.ooxml import PLACE, Links, Lists, Writer
from sendapp.documents.properties import (
    core_properties,
    document_title,
    list_title,
    relationships_part,
    with_links,
)
from sendapp.documents.release import check_released
from sendapp.documents.sandbox import FRAME, WRITER
from sendapp.documents.styles import NUMBERING, w
from sendapp.documents.template import MAIN, Part, Template
from sendapp.domain.listing.listing import DecisionList
from sendapp.domain.record import DecisionRecord
from sendapp.domain.record_types import RecordType
from sendapp.domain.wording import PLAIN_HOUSE, House
from sendapp.errors import TemplateProblem

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_BLOCKS = (w("p"), w("tbl"), w("sdt"))


@dataclass(frozen=True, slots=True)
class Printed:
    """A Word document and, for each block of its body, the address of the field it prints."""

    docx: bytes
    places: tuple[str, ...]


def render(
    record: DecisionRecord,
    record_type: RecordType,
    template: Template,
    *,
    house: House = PLAIN_HOUSE,
    signing: bool = False,
) -> bytes:
    """Return `record` as a .docx on `template`; raises TemplateProblem, or Problem for the logo.

    Every word of each field that the template names has been found in the document. `signing`
    asks for the copy to sign: a template without a place for it gets it at the end.
    """
    return print_record(record, record_type, template, house=house, signing=signing).docx


def print_record(
    record: DecisionRecord,
    record_type: RecordType,
    template: Template,
    *,
    house: House = PLAIN_HOUSE,
    signing: bool = False,
) -> Printed:
    """Return `record` as a .docx on `template`, and what its blocks print."""
    context = context_for(record, record_type, template.names, house, signing=signing)
    wanted = missing_in(template, context)
    title = document_title(record, record_type)
    return _print(context, template, wanted, title, record.council)


def print_list(listing: DecisionList, template: Template) -> Printed:
    """Return a list as a .docx on `template`, which was loaded for lists."""
    context, title = list_context(listing), list_title(listing)
    return _print(context, template, NOTHING, title, listing.council)


def _print(
    context: Context, template: Template, wanted: Appended, title: str, author: str
) -> Printed:
    """Return what `template` makes of `context`, and of what is `wanted` at its end.

    Every word of what it names, or what is wanted, has been found in it.
    """
    lists = Lists(template.lists.first_instance)
    parts = template.package.parts
    changed: dict[str, bytes] = {}
    roots: dict[str, etree._Element] = {}
    places: tuple[str, ...] = ()
    for part in template.parts:
        links = Links()
        writer = Writer(template.styles, lists, links)
        roots[part.name] = root = _parse(_rendered(part, context, writer), part)
        if part.name == MAIN:
            append_blocks(root, wanted, context, template.styles, writer)
        marked = _finish(root)
        places = marked if part.name == MAIN else places
        if links.targets:
            rels = relationships_part(part.name)
            changed[rels] = with_links(parts.get(rels), links.targets)
    if wanted.code:
        changed |= append_code(context, template.styles, roots, parts, changed)
    changed |= embedded(context.logo, roots, parts, changed)
    names = template.names | wanted.names
    check_released(context, names, roots.values(), changes_case=template.changes_case)
    if lists.names:
        changed[NUMBERING] = template.lists.part(lists.names)
    changed |= {name: _serialised(root) for name, root in roots.items()}
    changed |= core_properties(title, author, parts, changed)
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
