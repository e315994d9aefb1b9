"""A document's own properties and the addresses it links to."""

from collections.abc import Mapping

from lxml import etree

from sendapp.documents.package import parse_part
from sendapp.domain.listing.listing import DecisionList
from sendapp.domain.record import DecisionRecord
from sendapp.domain.record_types import RecordType

CORE, TYPES = "docProps/core.xml", "[Content_Types].xml"
_DC = "http://purl.org/dc/elements/1.1/"
_CP = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_TERMS = "http://purl.org/dc/terms/"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_LINK, _IMAGE = f"{_OFFICE}/hyperlink", f"{_OFFICE}/image"
_KIND = "application/vnd.openxmlformats-package.core-properties+xml"
_TO_CORE = f"{_RELATIONSHIPS}/metadata/core-properties"
_NUMBERING = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"
_TO_NUMBERING = f"{_OFFICE}/numbering"
_LIMIT = 255


def document_title(record: DecisionRecord, record_type: RecordType) -> str:
    """Return what a document is called in its properties; Word takes at most 255 characters."""
    title = f"{record_type.title}: {record.title}" if record.title.strip() else record_type.title
    return _within_limit(title)


def list_title(listing: DecisionList) -> str:
    """Return what the document of a list is called in its properties."""
    named = f"{listing.council}: {listing.heading}" if listing.council else listing.heading
    return _within_limit(named)


def _within_limit(title: str) -> str:
    title = " ".join(title.split())
    return title if len(title) <= _LIMIT else f"{title[: _LIMIT - 1]}…"


def core_properties(
    title: str, author: str, parts: Mapping[str, bytes], changed: Mapping[str, bytes]
) -> dict[str, bytes]:
    """Return the parts that give the document its title, its author and its language.

    Nothing in them tells the time: the same record makes the same bytes.
    """
    fields = [
        (f"{{{_DC}}}title", title),
        (f"{{{_DC}}}creator", author[:_LIMIT]),
        (f"{{{_DC}}}language", "en-GB"),
    ]
    root = etree.Element(f"{{{_CP}}}coreProperties", nsmap={"cp": _CP, "dc": _DC})
    for tag, text in fields:
        if text:
            etree.SubElement(root, tag).text = text
    added = {CORE: _whole(root)}
    if CORE not in parts:
        added |= introduced(
            parts, dict(changed) | added, CORE, _KIND, "_rels/.rels", _TO_CORE, CORE
        )
    if "word/numbering.xml" in changed and "word/numbering.xml" not in parts:
        rels = relationships_part("word/document.xml")
        added |= introduced(
            parts,
            dict(changed) | added,
            "word/numbering.xml",
            _NUMBERING,
            rels,
            _TO_NUMBERING,
            "numbering.xml",
        )
    return added


def relationships_part(part: str) -> str:
    """Return the name of the part that holds the relationships of `part`."""
    folder, _, name = part.rpartition("/")
    return f"{folder}/_rels/{name}.rels"


def with_links(existing: bytes | None, targets: Mapping[str, str]) -> bytes:
    """Return a relationships part with a hyperlink for each address in `targets`."""
    root = _relationships(existing)
    for href, identity in targets.items():
        etree.SubElement(
            root,
            f"{{{_RELATIONSHIPS}}}Relationship",
            Id=identity,
            Type=_LINK,
            Target=href,
            TargetMode="External",
        )
    return _whole(root)


def with_picture(existing: bytes | None, identity: str, target: str) -> bytes:
    """Return a relationships part that leads from `identity` to the picture `target`."""
    root = _relationships(existing)
    relation = f"{{{_RELATIONSHIPS}}}Relationship"
    etree.SubElement(root, relation, Id=identity, Type=_IMAGE, Target=target)
    return _whole(root)


def introduced(
    parts: Mapping[str, bytes],
    changed: Mapping[str, bytes],
    name: str,
    kind: str,
    rels: str,
    relation: str,
    target: str,
) -> dict[str, bytes]:
    """Return the content types and relationships that make the new part `name` known.

    Its relationship is the last one of the part `rels`.
    """
    types = parse_part(changed.get(TYPES, parts[TYPES]), TYPES)
    etree.SubElement(types, f"{types.tag.rsplit('}', 1)[0]}}}Override").attrib.update(
        {"PartName": f"/{name}", "ContentType": kind}
    )
    root = _relationships(changed.get(rels, parts.get(rels)))
    number = f"rIdOwn{len(root) + 1}"
    etree.SubElement(
        root, f"{{{_RELATIONSHIPS}}}Relationship", Id=number, Type=relation, Target=target
    )
    return {TYPES: _whole(types), rels: _whole(root)}


def _relationships(existing: bytes | None) -> etree._Element:
    if existing is None:
        return etree.fromstring(f'<Relationships xmlns="{_RELATIONSHIPS}"/>')
    return parse_part(existing, "relationships")


def _whole(root: etree._Element) -> bytes:
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
