"""Make the shipped templates, of records and of lists: `python templates/build.py`.

The same bytes come out on every machine; a test compares them with the files in the tree.
"""

import io
import sys
import tomllib
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

import house  # noqa: E402
import list_parts  # noqa: E402
import margins  # noqa: E402
import numbering  # noqa: E402
import parts  # noqa: E402
import trimming  # noqa: E402

_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_KINDS = {
    "word/document.xml": f"{_WORD}.document.main+xml",
    "word/styles.xml": f"{_WORD}.styles+xml",
    "word/numbering.xml": f"{_WORD}.numbering+xml",
    "word/settings.xml": f"{_WORD}.settings+xml",
    "word/fontTable.xml": f"{_WORD}.fontTable+xml",
    "word/header1.xml": f"{_WORD}.header+xml",
    "word/header2.xml": f"{_WORD}.header+xml",
    "word/footer1.xml": f"{_WORD}.footer+xml",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
}


def build(folder: Path) -> bytes:
    """Return the record.docx of the record type that `folder`/type.toml describes."""
    kind = tomllib.loads((folder / "type.toml").read_text(encoding="utf-8"))
    kind.setdefault("duties", folder.name)
    own = {
        "word/document.xml": parts.document(kind),
        "word/footer1.xml": margins.footer(kind),
        "word/header1.xml": margins.first_header(),
        "word/header2.xml": margins.header(kind),
    }
    return _zipped(_members(kind["title"], own, house.styles()))


def build_list(kind: str) -> bytes:
    """Return the template of a list; `kind` is its name without the suffix."""
    own = {
        "word/document.xml": list_parts.document(kind),
        "word/footer1.xml": list_parts.footer(),
        "word/header1.xml": list_parts.first_header(),
        "word/header2.xml": list_parts.header(),
    }
    styles = trimming.without_unused(house.styles(), "".join(own.values()) + numbering.numbering())
    return _zipped(_members(list_parts.TITLES[kind], own, styles))


def _members(title: str, own: dict[str, str], styles: str) -> dict[str, str]:
    """Return every part of a template by name; `own` are those that differ between templates."""
    members = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _package_relationships(),
        "docProps/core.xml": house.core(title),
        "word/_rels/document.xml.rels": _document_relationships(),
        "word/fontTable.xml": house.fonts(),
        "word/numbering.xml": numbering.numbering(),
        "word/settings.xml": house.settings(),
        "word/styles.xml": styles,
    }
    return dict(sorted((members | own).items()))


def _zipped(members: dict[str, str]) -> bytes:
    stream = io.BytesIO()
    # Stored, not deflated: compressed bytes differ between versions of zlib.
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as package:
        for name, text in members.items():
            entry = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            entry.create_system = 0
            package.writestr(entry, text.encode())
    return stream.getvalue()


def _content_types() -> str:
    kinds = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in _KINDS.items()
    )
    return (
        f"{house.DECLARATION}"
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{kinds}</Types>'
    )


def _relationship(identity: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{identity}" Type="{kind}" Target="{target}"/>'


def _package_relationships() -> str:
    core = f"{_RELATIONSHIPS}/metadata/core-properties"
    return (
        f'{house.DECLARATION}<Relationships xmlns="{_RELATIONSHIPS}">'
        + _relationship("rId1", f"{house.R}/officeDocument", "word/document.xml")
        + _relationship("rId2", core, "docProps/core.xml")
        + "</Relationships>"
    )


def _document_relationships() -> str:
    kinds = ["styles", "numbering", "settings", "fontTable"]
    own = [(f"rId{n}", kind, f"{kind}.xml") for n, kind in enumerate(kinds, 1)]
    margins = [
        (parts.FIRST_HEADER, "header", "header1.xml"),
        (parts.HEADER, "header", "header2.xml"),
        (parts.FOOTER, "footer", "footer1.xml"),
    ]
    return (
        f'{house.DECLARATION}<Relationships xmlns="{_RELATIONSHIPS}">'
        + "".join(_relationship(i, f"{house.R}/{kind}", to) for i, kind, to in [*own, *margins])
        + "</Relationships>"
    )


def main() -> None:
    """Write the record.docx of every folder that holds a type.toml, and the lists' templates."""
    for description in sorted(HERE.glob("*/type.toml")):
        folder = description.parent
        (folder / "record.docx").write_bytes(build(folder))
    for kind in list_parts.TITLES:
        (HERE / "lists").mkdir(exist_ok=True)
        (HERE / "lists" / f"{kind}.docx").write_bytes(build_list(kind))


if __name__ == "__main__":
    main()
