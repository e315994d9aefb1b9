"""The council's logo as a picture in a Word document."""

import base64
import io
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree
from PIL import Image

from sendapp.documents.package import parse_part
from sendapp.documents.properties import TYPES, relationships_part, with_picture
from sendapp.documents.xmltext import attribute
from sendapp.errors import Problem

HEIGHT_MM, WIDEST_MM = 16, 60
_MM = 36_000
"""English Metric Units, Word's measure of pictures."""
_MOST_PIXELS = 40_000_000
_BOMBS = (Image.DecompressionBombError, Image.DecompressionBombWarning)
# At the size it is printed in, finer than any printer shows.
_MOST_WIDE, _MOST_HIGH = 1_400, 380
_IDENTITY, _NAME = "rIdLogo", "media/logo.png"
_FIRST_NUMBER = 90_001

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that a template may print: PNG bytes, its size in EMU, and what it shows."""

    png: bytes
    width: int
    height: int
    shows: str

    def drawing(self) -> str:
        """Return the picture as the inside of a w:r."""
        extent = f'cx="{self.width}" cy="{self.height}"'
        named = f'id="{_FIRST_NUMBER}" name="Logo" descr={attribute(self.shows)}'
        return (
            f'<w:drawing><wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing" '
            f'distT="0" distB="0" distL="0" distR="0"><wp:extent {extent}/><wp:docPr {named}/>'
            f'<a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData uri="{_DRAWING}/picture">'
            f'<pic:pic xmlns:pic="{_DRAWING}/picture"><pic:nvPicPr><pic:cNvPr {named}/>'
            f'<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{_IDENTITY}"/>'
            "<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>"
            f'<a:off x="0" y="0"/><a:ext {extent}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
            "</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"
        )


def picture_of(logo: str, council: str) -> Picture | None:
    """Return the logo in the base64 text `logo`, None where that is ''; raises Problem."""
    if not logo:
        return None
    png, wide, high = _prepared(logo)
    height = HEIGHT_MM * _MM
    width = height * wide // high
    if width > WIDEST_MM * _MM:
        width, height = WIDEST_MM * _MM, max(1, WIDEST_MM * _MM * high // wide)
    return Picture(png, max(1, width), height, f"Logo of {council}" if council else "Logo")


@lru_cache(maxsize=2)
def _prepared(logo: str) -> tuple[bytes, int, int]:
    """Return a logo as an opaque PNG no larger than print needs, with its pixels across and down.

    PDF/A knows neither every kind of colour nor what shines through: all logos become one kind.
    """
    try:
        data = base64.b64decode(logo, validate=True)
        with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as opened:
            if opened.width * opened.height > _MOST_PIXELS:
                raise ValueError("too many pixels")
            whole = opened.convert("RGBA")
    except (ValueError, OSError, SyntaxError, *_BOMBS) as fault:
        raise Problem(
            "Your council’s logo cannot be read as a picture.",
            "Choose it again in the settings, as a PNG or JPEG file.",
        ) from fault
    whole.thumbnail((_MOST_WIDE, _MOST_HIGH))
    ground = Image.new("RGB", whole.size, "white")
    ground.paste(whole, mask=whole.getchannel("A"))
    out = io.BytesIO()
    ground.save(out, "PNG")
    return out.getvalue(), ground.width, ground.height


def embedded(
    picture: Picture | None,
    roots: Mapping[str, etree._Element],
    parts: Mapping[str, bytes],
    changed: Mapping[str, bytes],
) -> dict[str, bytes]:
    """Return the parts that the logo needs where it stands in `roots`, rendered parts by name.

    Each of its pictures gets a number of its own in `roots`. `changed` take the place of `parts`.
    """
    added: dict[str, bytes] = {}
    number = _FIRST_NUMBER
    for name, root in roots.items():
        blips = [e for e in root.iter(f"{{{_DRAWING}/main}}blip") if e.get(_RELATION) == _IDENTITY]
        if picture is None or not blips:
            continue
        for inline in {next(b.iterancestors("{*}inline")): None for b in blips}:
            for properties in inline.iter("{*}docPr", "{*}cNvPr"):
                properties.set("id", str(number))
            number += 1
        rels = relationships_part(name)
        added[rels] = with_picture(changed.get(rels, parts.get(rels)), _IDENTITY, _NAME)
    if added and picture is not None:
        added[f"word/{_NAME}"] = picture.png
        added[TYPES] = _with_png(changed.get(TYPES, parts[TYPES]))
    return added


def _with_png(data: bytes) -> bytes:
    """Return the content types with that of PNG pictures among them."""
    root = parse_part(data, TYPES)
    space = root.tag.rsplit("}", 1)[0]
    kinds = {str(entry.get("Extension", "")).lower() for entry in root}
    if "png" not in kinds:
        entry = etree.Element(f"{space}}}Default", Extension="png", ContentType="image/png")
        root.insert(0, entry)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
