"""Words that run off a page: found by where the laid-out PDF really draws them."""

import io
import re
from collections.abc import Iterator
from typing import Any, cast

import pikepdf

_PAIR = re.compile(rb"<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]+)>")
_STRING = rb"\((?:[^()\\]|\\.)*\)"
# A font chosen, a place chosen, text drawn there. What is drawn is matched as a whole, so that
# nothing within it is taken for an instruction.
_STEP = re.compile(
    rb"(/\S+) (-?[\d.]+) Tf\b"
    rb"|(?:-?[\d.]+ ){4}(-?[\d.]+) (-?[\d.]+) Tm\b"
    rb"|(\[(?:[^\]()]|" + _STRING + rb")*\]|" + _STRING + rb") T[Jj]\b",
    re.DOTALL,
)
_DRAWN = re.compile(rb"(" + _STRING + rb")|(-?[\d.]+)", re.DOTALL)
_SLACK = 1.0


class _Font:
    """How wide its strings are, in thousandths of the size, and what they say."""

    def __init__(self, font: Any) -> None:
        self._widths: dict[int, float] = {}
        self._says: dict[int, str] = {}
        self._otherwise = 0.0
        self._known: dict[bytes, tuple[str, float]] = {}
        if "/DescendantFonts" in font and "/ToUnicode" in font:
            inner = font.DescendantFonts[0]
            self._widths = _widths(list(inner.get("/W", [])))
            self._otherwise = float(inner.get("/DW", 1000))
            self._says = {
                int(glyph, 16): bytes.fromhex(text.decode()).decode("utf-16-be", "replace")
                for glyph, text in _PAIR.findall(font.ToUnicode.read_bytes())
            }

    def drawn(self, operand: bytes) -> tuple[str, float]:
        """Return what the operand of TJ or Tj says, and its width."""
        words, wide = "", 0.0
        for string, moved in _DRAWN.findall(operand):
            if moved:
                wide -= float(moved)
                continue
            if string not in self._known:
                self._known[string] = self._read(string)
            said, width = self._known[string]
            words += said
            wide += width
        return words, wide

    def _read(self, string: bytes) -> tuple[str, float]:
        data = bytes(cast(pikepdf.String, pikepdf.Object.parse(string)))
        glyphs = [int.from_bytes(data[at : at + 2], "big") for at in range(0, len(data) - 1, 2)]
        return (
            "".join(self._says.get(glyph, "") for glyph in glyphs),
            sum(self._widths.get(glyph, self._otherwise) for glyph in glyphs),
        )


def words_off_pages(pdf_bytes: bytes) -> tuple[str, ...]:
    """Return the words that stand, at least in part, beyond the edge of a page, in order.

    Reads the instructions as rdocx writes them: a page a stream, glyphs of two bytes.
    """
    with pikepdf.open(io.BytesIO(pdf_bytes)) as pdf:
        fonts: dict[tuple[int, int], _Font] = {}
        return tuple(words for page in pdf.pages for words in _off(page, fonts))


def _off(page: pikepdf.Page, fonts: dict[tuple[int, int], _Font]) -> Iterator[str]:
    width, height = float(page.MediaBox[2]), float(page.MediaBox[3])
    named: dict[bytes, _Font] = {}
    for name, entry in page.Resources.get("/Font", {}).items():
        if entry.objgen not in fonts:
            fonts[entry.objgen] = _Font(entry)
        named[str(name).encode()] = fonts[entry.objgen]
    font, size, left, top = _Font({}), 0.0, 0.0, 0.0
    for step in _STEP.finditer(page.Contents.read_bytes()):
        chosen, points, x, y, operand = step.groups()
        if chosen:
            font, size = named[chosen], float(points)
        elif x:
            left, top = float(x), float(y)
        else:
            words, wide = font.drawn(operand)
            right = left + wide * size / 1000
            inside = left >= -_SLACK and right <= width + _SLACK and 0 <= top <= height
            if words.strip() and not inside:
                yield words.strip()


def _widths(entries: list[Any]) -> dict[int, float]:
    """Return the width of each glyph that a font's W array gives."""
    widths: dict[int, float] = {}
    while entries:
        first, second = int(entries.pop(0)), entries.pop(0)
        if isinstance(second, pikepdf.Array):
            widths |= {first + n: float(wide) for n, wide in enumerate(second)}
        else:
            widths |= dict.fromkeys(range(first, int(second) + 1), float(entries.pop(0)))
    return widths
