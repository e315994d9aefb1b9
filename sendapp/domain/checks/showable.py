"""Characters that the page can show with the fonts it carries, whatever the computer has.

Found by printing each character beside a letter (`tests/documents/test_showable.py` prints them
again): the layout of our own pages brings its fonts along, so the answer is the same on every desk.
"""

from functools import lru_cache

from sendapp.domain.checks.phrases import KEPT

_SHOWN = """
a0-36f 374-375 37a-37e 384-38a 38c 38e-3a1 3a3-3ce 3d0-513 51a-51d 591-5c7 5d0-5ea 5f0-5f4 600-6ff
750-77f 870-88e 890-891 898-97f e01-e3a e3f-e5b 17b4-17b5 180b-180e 1cd0-1cf6 1cf8-1cf9 1d00-1dca
1dfe-1e9b 1e9e 1ea0-1ef9 1f00-1f15 1f18-1f1d 1f20-1f45 1f48-1f4d 1f50-1f57 1f59 1f5b 1f5d
1f5f-1f7d 1f80-1fb4 1fb6-1fc4 1fc6-1fd3 1fd6-1fdb 1fdd-1fef 1ff2-1ff4 1ff6-1ffe 2000-2022 2026
202a-2030 2032-2034 2039-203a 203c-203e 2044 204f 2052 205e-2064 2066-2071 2074-208e 2090-2094
20a0-20b5 20b8-20ba 20bc-20bd 20dd 20f0 2105-2106 2113 2116-2117 2120 2122 2126 212a-212b 212e
2132 214d-214e 2153-215f 2183-2184 2190-219b 21a8 21ae 2202 2205-2206 220f 2211-2212 2215
2219-221a 221e-221f 2229 222b 2248-2249 2260-2262 2264-2265 226e-2271 2302 2310 2320-2321
2460-2473 24ea-24f4 24ff-2500 2502 250c 2510 2514 2518 251c 2524 252c 2534 253c 2550-256c 2580
2584 2588 258c 2590-2593 25a0-25a1 25aa-25ac 25b2 25ba 25bc 25c4 25ca-25cc 25cf 25d8-25d9 25e6
2600 263a-263c 2640 2642 2660 2663 2665-2666 2669-266b 266f 2776-277f 27e8-27e9 2c60-2c6d
2c71-2c77 2e17 2e41 3000-3001 3008-3009 3053 3061 306b 306f 3093 30ab 30bf 30ca 4f60 a717-a721
a788-a78c a7ae a830-a839 a8e0-a8ff fb00-fb04 fb1d-fb36 fb38-fb3c fb3e fb40-fb41 fb43-fb44
fb46-fbc2 fbd3-fd8f fd92-fdc7 fdcf fdf0-fe0f fe20-fe23 fe70-fe74 fe76-fefc 1d173-1d17a
"""
"""Ranges of code points in hexadecimal, from U+00A0 on; everything below is shown."""

_ALONE = frozenset("⇨◆◻☐☑☒✓✗❍❑❒❖➔➢⧫⬥⬧")
"""Shown where nothing else is in the line: the font that has them has no letters and no blank."""

_FIRST = 0xA0


def _points() -> frozenset[int]:
    points: set[int] = set()
    for entry in _SHOWN.split():
        first, _, last = entry.partition("-")
        points |= set(range(int(first, 16), int(last or first, 16) + 1))
    return frozenset(points)


SHOWN = _points()
"""The code points from U+00A0 on that are shown."""


@lru_cache(maxsize=KEPT)
def unshowable_at(words: str) -> int | None:
    """Return where the first character stands that cannot be shown, None if all can be."""
    if words.isascii():
        return None
    for index, character in enumerate(words):
        if ord(character) < _FIRST or ord(character) in SHOWN:
            continue
        if character not in _ALONE or words.strip() != character:
            return index
    return None
