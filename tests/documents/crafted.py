"""Small Word templates made for one test: a body, and what else the test needs."""

import io
import zipfile
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_SPACES = f'xmlns:w="{W}" xmlns:r="{R}"'
MAIN_KIND = f"{_WORD}.document.main+xml"


def paragraph(text: str) -> str:
    """Return a paragraph of one run."""
    return f'<w:p><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


def template(*texts: str, sections: int = 1, **parts: str) -> bytes:
    """Return a template whose body has a paragraph for each of `texts`.

    `parts` may give the words of a `header`, a `footer` and a `footnote`; `sections` repeats
    the section, as in a document with several.
    """
    body = "".join(map(paragraph, texts))
    return document_of(body, sections=sections, **parts)


def document_of(body: str, sections: int = 1, **parts: str) -> bytes:
    """Return a template with the XML `body`."""
    references = "".join(
        f'<w:{kind}Reference w:type="default" r:id="{kind}"/>'
        for kind in ("header", "footer")
        if kind in parts
    )
    section = (
        f'<w:sectPr>{references}<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" '
        'w:right="1440" w:bottom="1440" w:left="1440" w:header="700" w:footer="700" '
        'w:gutter="0"/></w:sectPr>'
    )
    breaks = f"<w:p><w:pPr>{section}</w:pPr></w:p>" * (sections - 1)
    note = '<w:p><w:r><w:footnoteReference w:id="2"/></w:r></w:p>' if "footnote" in parts else ""
    files = {
        "word/document.xml": f"<w:document {_SPACES}><w:body>{body}{note}{breaks}{section}"
        "</w:body></w:document>",
    }
    kinds = {"word/document.xml": MAIN_KIND}
    for kind, root in (("header", "hdr"), ("footer", "ftr")):
        if kind in parts:
            files[f"word/{kind}1.xml"] = f"<w:{root} {_SPACES}>{paragraph(parts[kind])}</w:{root}>"
            kinds[f"word/{kind}1.xml"] = f"{_WORD}.{kind}+xml"
    if "footnote" in parts:
        files["word/footnotes.xml"] = (
            f'<w:footnotes {_SPACES}><w:footnote w:id="2">{paragraph(parts["footnote"])}'
            "</w:footnote></w:footnotes>"
        )
        kinds["word/footnotes.xml"] = f"{_WORD}.footnotes+xml"
    links = {"header": "header1.xml", "footer": "footer1.xml", "footnote": "footnotes.xml"}
    files["word/_rels/document.xml.rels"] = relationships(
        *((kind, f"{R}/{kind.replace('note', 'notes')}", links[kind]) for kind in parts)
    )
    return packed(files, kinds)


def relationships(*entries: tuple[str, str, str], mode: str = "") -> str:
    """Return a relationships part of (name, kind, target) entries."""
    outside = f' TargetMode="{mode}"' if mode else ""
    inside = "".join(
        f'<Relationship Id="{name}" Type="{kind}" Target="{target}"{outside}/>'
        for name, kind, target in entries
    )
    return f'<Relationships xmlns="{_RELS}">{inside}</Relationships>'


def packed(files: dict[str, str], kinds: dict[str, str]) -> bytes:
    """Return the zip of `files`, with content types for `kinds`."""
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in kinds.items()
    )
    whole = {
        "[Content_Types].xml": f'<Types xmlns="{_TYPES}"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>',
        "_rels/.rels": relationships(("rId1", f"{R}/officeDocument", "word/document.xml")),
    } | files
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in whole.items():
            package.writestr(name, text)
    return stream.getvalue()


def changed(docx: bytes, part: str, old: str, new: str) -> bytes:
    """Return `docx` with `old` replaced by `new` in `part`, which must hold it."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as source, zipfile.ZipFile(stream, "w") as target:
        for name in source.namelist():
            text = source.read(name)
            if name == part:
                assert old.encode() in text, f"{part} does not hold {old}"
                text = text.replace(old.encode(), new.encode())
            target.writestr(name, text)
    return stream.getvalue()
