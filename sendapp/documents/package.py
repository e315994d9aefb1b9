"""Word files as zip packages: read with limits, written with the same bytes every time."""

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from sendapp.errors import TemplateProblem

MAX_ENTRIES = 500
MAX_BYTES = 50_000_000
MAX_RATIO = 100

_CHOOSE = "Choose a Word document (.docx) saved from Word or LibreOffice."
_SAVE_AGAIN = "Open it in Word, save it again as a Word document (.docx), and choose that."
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OTHER_KINDS = {
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml": ".dotx",
    "application/vnd.ms-word.document.macroEnabled.main+xml": ".docm",
    "application/vnd.ms-word.template.macroEnabledTemplate.main+xml": ".dotm",
}
_LEGACY_WORD = b"\xd0\xcf\x11\xe0"
# 1 January 1980 in the zip format's own notation: the file's time is not the record's.
_DOS_DATE = 0x21


@dataclass(frozen=True, slots=True)
class _Packed:
    """A part ready to be written: its bytes as they stand in the zip."""

    method: int
    checksum: int
    size: int
    data: bytes


class Package:
    """The parts of a Word file by name, in the order of the zip."""

    def __init__(self, parts: dict[str, bytes], packed: dict[str, _Packed]) -> None:
        self.parts = parts
        self._packed = packed

    def with_parts(self, changed: Mapping[str, bytes]) -> bytes:
        """Return the zip with `changed` parts in place of, or beside, the package's own.

        Changed parts are stored, not deflated: deflated bytes differ between versions of zlib.
        """
        packed = self._packed | {
            name: _Packed(zipfile.ZIP_STORED, zlib.crc32(data), len(data), data)
            for name, data in sorted(changed.items())
        }
        return _zipped(packed)


def read_package(data: bytes) -> Package:
    """Return the checked parts of the Word file `data`; raises TemplateProblem."""
    if data.startswith(_LEGACY_WORD):
        raise TemplateProblem("The template is an old Word file (.doc).", _SAVE_AGAIN)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_entries(archive.infolist())
            files = [entry for entry in archive.infolist() if not entry.is_dir()]
            parts = {entry.filename: archive.read(entry) for entry in files}
            packed = {entry.filename: _packed(data, entry) for entry in files}
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as fault:
        raise TemplateProblem("The template is not a Word document.", _CHOOSE) from fault
    except (ValueError, OSError, struct.error, UnicodeError) as fault:
        raise TemplateProblem("The template is damaged.", _SAVE_AGAIN) from fault
    package = Package(parts, packed)
    _check_kind(package)
    _check_relationships(package)
    return package


def parse_part(data: bytes, part: str) -> etree._Element:
    """Return the root of the XML `data`; raises TemplateProblem naming `part`."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as fault:
        raise TemplateProblem(
            "The template is damaged: a part of it cannot be read.", _SAVE_AGAIN, part
        ) from fault
    if str(getattr(root.getroottree().docinfo, "doctype", "")):
        raise TemplateProblem(
            "The template holds a document type declaration, which Word never writes.",
            _SAVE_AGAIN,
            part,
        )
    return root


def _packed(data: bytes, entry: zipfile.ZipInfo) -> _Packed:
    """Return the part `entry` of the zip `data` as it stands there."""
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise zipfile.BadZipFile("packed in a way that Word cannot read")
    name_length, extra_length = struct.unpack_from("<HH", data, entry.header_offset + 26)
    start = entry.header_offset + 30 + name_length + extra_length
    part = data[start : start + entry.compress_size]
    return _Packed(entry.compress_type, entry.CRC, entry.file_size, part)


def _zipped(packed: Mapping[str, _Packed]) -> bytes:
    """Return a zip of the parts; written by hand so that packed parts are copied as they are."""
    body = bytearray()
    directory = bytearray()
    for name, part in packed.items():
        encoded = name.encode()
        flags = 0 if encoded.isascii() else 0x800
        common = struct.pack(
            "<HHHHHIIIHH",
            20,
            flags,
            part.method,
            0,
            _DOS_DATE,
            part.checksum,
            len(part.data),
            part.size,
            len(encoded),
            0,
        )
        entry = struct.pack("<IH", 0x02014B50, 20) + common
        directory += entry + struct.pack("<HHHII", 0, 0, 0, 0, len(body)) + encoded
        body += struct.pack("<I", 0x04034B50) + common + encoded + part.data
    end = struct.pack(
        "<IHHHHIIH", 0x06054B50, 0, 0, len(packed), len(packed), len(directory), len(body), 0
    )
    return bytes(body + directory + end)


def _check_entries(entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > MAX_ENTRIES:
        raise TemplateProblem(f"The template has more than {MAX_ENTRIES} parts.", _SAVE_AGAIN)
    names: set[str] = set()
    for entry in entries:
        name = entry.filename
        if name.lower() in names:
            raise TemplateProblem("The template holds a part twice.", _SAVE_AGAIN, name)
        names.add(name.lower())
        if name.startswith(("/", "\\")) or ".." in name.split("/") or "\\" in name:
            raise TemplateProblem("The template has a part with a bad name.", _SAVE_AGAIN, name)
        if entry.flag_bits & 1:
            raise TemplateProblem(
                "The template is protected by a password.", "Remove the password first.", name
            )
        if entry.file_size > MAX_RATIO * max(entry.compress_size, 1_000):
            raise TemplateProblem(
                "The template holds a part that unpacks to far more than its size.",
                _SAVE_AGAIN,
                name,
            )
    if sum(entry.file_size for entry in entries) > MAX_BYTES:
        raise TemplateProblem(
            f"The template is larger than {MAX_BYTES // 1_000_000} MB.",
            "Make its pictures smaller.",
        )


def _check_kind(package: Package) -> None:
    if "[Content_Types].xml" not in package.parts or "word/document.xml" not in package.parts:
        raise TemplateProblem("The template is not a Word document.", _CHOOSE)
    types = parse_part(package.parts["[Content_Types].xml"], "[Content_Types].xml")
    kinds = {str(entry.get("ContentType", "")) for entry in types}
    for kind, suffix in _OTHER_KINDS.items():
        if kind in kinds:
            raise TemplateProblem(f"The template is a {suffix} file.", _SAVE_AGAIN)
    told = "\n".join([*kinds, *package.parts]).lower()
    if any(name in told for name in ("vbaproject", "vbadata", "activex")):
        raise TemplateProblem("The template contains macros.", _SAVE_AGAIN)
    if _MAIN not in kinds:
        raise TemplateProblem("The template is not a Word document.", _CHOOSE)


def _check_relationships(package: Package) -> None:
    for name, data in package.parts.items():
        if not name.lower().endswith(".rels"):
            continue
        for relation in parse_part(data, name).iter(f"{{{_RELATIONSHIPS}}}Relationship"):
            kind = str(relation.get("Type", "")).rsplit("/", 1)[-1]
            outside = str(relation.get("TargetMode", "")).lower() == "external"
            if kind.lower() == "afchunk" or (outside and kind != "hyperlink"):
                raise TemplateProblem(
                    "The template links to something outside itself"
                    f" ({kind}: {relation.get('Target', '')}).",
                    "Embed pictures in the template, and remove links to other files.",
                    name,
                )
