"""Characters that no carried font can show: found by looking at what the layout really drew."""

import io
import unicodedata
import zipfile
from collections.abc import Callable, Iterable
from xml.sax.saxutils import escape

import pikepdf

from sendapp.documents.styles import W

# How the layout writes the glyph that stands for "no such character".
_NO_GLYPH = b"(\\000\\000)"
_KINDS = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_RELS = "application/vnd.openxmlformats-package.relationships+xml"
_KNOWN_LIMIT = 20_000
_FACE = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/>'
_LOOKS = ("", "<w:b/>", "<w:i/>", "<w:b/><w:i/>")

_known: dict[str, bool] = {}


def lacks_glyphs(pdf_bytes: bytes) -> bool:
    """Whether the laid-out PDF draws a character that its font does not have."""
    with pikepdf.open(io.BytesIO(pdf_bytes)) as pdf:
        return any(_NO_GLYPH in page.Contents.read_bytes() for page in pdf.pages)


def unshowable(text: Iterable[str], make_pdf: Callable[[bytes], bytes]) -> tuple[str, ...]:
    """Return the characters of `text` that cannot be shown, sorted.

    `make_pdf` turns the bytes of a Word document into those of a PDF.
    """
    characters = {c for piece in text for c in piece if ord(c) > 0x7E}
    if len(_known) > _KNOWN_LIMIT:
        _known.clear()
    _learn(sorted(characters - _known.keys()), make_pdf)
    return tuple(sorted(c for c in characters if not _known[c]))


def name_of(character: str) -> str:
    """Return a character with its code and name, as an officer may read it out."""
    name = unicodedata.name(character, "").lower()
    return f"{character} (U+{ord(character):04X}{f', {name}' if name else ''})"


def _learn(characters: list[str], make_pdf: Callable[[bytes], bytes]) -> None:
    """Find out about `characters` by halves: most groups can be shown as a whole."""
    if not characters:
        return
    if not lacks_glyphs(make_pdf(_document(characters))):
        _known.update(dict.fromkeys(characters, True))
    elif len(characters) == 1:
        _known[characters[0]] = False
    else:
        middle = len(characters) // 2
        _learn(characters[:middle], make_pdf)
        _learn(characters[middle:], make_pdf)


def _document(characters: list[str]) -> bytes:
    """Return a Word document with `characters`, each in every look and beside letters.

    A font that has the character alone, and takes the words about it along, shows nothing of them.
    """
    body = "".join(
        f"<w:p><w:r><w:rPr>{_FACE}{look}</w:rPr><w:t>a{escape(character)}a</w:t></w:r></w:p>"
        for character in characters
        for look in _LOOKS
    )
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_KINDS}"><Default Extension="rels" '
        f'ContentType="{_RELS}"/><Override PartName="/word/document.xml" '
        f'ContentType="{_MAIN}"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="rId1" '
        f'Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>',
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        for name, text in parts.items():
            package.writestr(name, text)
    return stream.getvalue()
