"""Words that run off a page: found by where the laid-out PDF really draws them."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pikepdf

_PAIR = re.compile(rb"<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]+)>")
_SLACK = 1.0
_DRAWING = "Tf Tm TJ Tj"


@dataclass(frozen=True, slots=True)
class _Font:
    """How wide each glyph is, in thousandths of the size, and what it says."""

    widths: dict[int, float]
    otherwise: float
    says: dict[int, str]


def words_off_pages(pdf_bytes: bytes) -> tuple[str, ...]:
    """Return the words that stand, at least in part, beyond the edge of a page, in order."""
    with pikepdf.open(io.BytesIO(pdf_bytes)) as pdf:
        return tuple(words for page in pdf.pages for words in _off(page))


def _off(page: pikepdf.Page) -> Iterator[str]:
    width, height = float(page.MediaBox[2]), float(page.MediaBox[3])
    fonts = {name: _font(font) for name, font in page.Resources.get("/Font", {}).items()}
    font, size, left, top = _Font({}, 0, {}), 0.0, 0.0, 0.0
    for step in pikepdf.parse_content_stream(page, _DRAWING):
        operands: Any = step.operands
        match str(step.operator):
            case "Tf":
                font, size = fonts[str(operands[0])], float(operands[1])
            case "Tm":
                left, top = float(operands[4]), float(operands[5])
            case _:
                words, wide = _drawn(operands[0], font)
                right = left + wide * size / 1000
                inside = left >= -_SLACK and right <= width + _SLACK and 0 <= top <= height
                if words.strip() and not inside:
                    yield words.strip()


def _drawn(pieces: Any, font: _Font) -> tuple[str, float]:
    """Return what the operand of TJ or Tj says, and its width in thousandths of the size."""
    words, wide = "", 0.0
    for piece in pieces if isinstance(pieces, pikepdf.Array) else [pieces]:
        if not isinstance(piece, pikepdf.String):
            wide -= float(piece)
            continue
        data = bytes(piece)
        for at in range(0, len(data) - 1, 2):
            glyph = int.from_bytes(data[at : at + 2], "big")
            wide += font.widths.get(glyph, font.otherwise)
            words += font.says.get(glyph, "")
    return words, wide


def _font(font: Any) -> _Font:
    if "/DescendantFonts" not in font or "/ToUnicode" not in font:
        return _Font({}, 0, {})
    inner = font.DescendantFonts[0]
    widths: dict[int, float] = {}
    entries = list(inner.get("/W", []))
    while entries:
        first, second = int(entries.pop(0)), entries.pop(0)
        if isinstance(second, pikepdf.Array):
            widths |= {first + n: float(wide) for n, wide in enumerate(second)}
        else:
            widths |= dict.fromkeys(range(first, int(second) + 1), float(entries.pop(0)))
    says = {
        int(glyph, 16): bytes.fromhex(text.decode()).decode("utf-16-be", "replace")
        for glyph, text in _PAIR.findall(font.ToUnicode.read_bytes())
    }
    return _Font(widths, float(inner.get("/DW", 1000)), says)
