"""The signs before list items, typed or made by a word processor: "1.", "(a)", "•"."""

import re
from dataclasses import dataclass

BULLETS = "•·▪▫◦●○■□‣⁃∙⦁➢➤✓\uf0b7\uf0a7\uf0d8\uf0fc"
"""Signs that are bullets wherever they stand before words."""
DASHES = "-–—*o"
"""Signs that may be bullets, or words."""

_NUMBER = re.compile(
    r"(?P<open>\()?(?:(?P<digits>\d{1,3})|(?P<letters>[a-z]{1,6}|[A-Z]{1,6}))(?P<close>[.)])"
)
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


@dataclass(frozen=True, slots=True)
class Marker:
    """A sign before a list item: its style, and its places in the styles it may be of.

    "i)" is the first of i, ii, iii and the ninth of a, b, c.
    """

    style: str
    """What signs of one list share: "•", or the brackets of a number, such as "(.)"."""
    places: tuple[tuple[str, int], ...] = ()
    """Its kind ("1", "a", "i", "A", "I") and place, from 1; empty for bullets."""

    @property
    def ordered(self) -> bool:
        """Whether it numbers its item."""
        return bool(self.places)


def marker_of(sign: str) -> Marker | None:
    """Return what `sign`, without the space behind it, marks; None if it is a word."""
    if sign and (sign in BULLETS or sign in DASHES):
        return Marker(sign)
    number = _NUMBER.fullmatch(sign)
    if number is None:
        return None
    style = f"{number['open'] or ''}.{number['close']}"
    if number["digits"]:
        return Marker(style, (("1", int(number["digits"])),))
    places = []
    letters = number["letters"]
    if letters.isupper() and style == "..":
        # "A. Officer": an initial, not a sign.
        return None
    small = letters.lower()
    if value := _roman(small):
        places.append(("i" if letters == small else "I", value))
    if len(small) == 1:
        places.append(("a" if letters == small else "A", ord(small) - 96))
    return Marker(style, tuple(places)) if places else None


def numbers_an_item(sign: str) -> bool:
    """Whether a word processor's own `sign` before an item is a number or a letter.

    Its bullets are letters of symbol fonts as often as not: "o", "l", "§".
    """
    bare = sign.strip(" \u00a0\t\n")
    return any(c.isdigit() for c in bare) or (len(bare) > 1 and bare[-1] in ".):")


def _roman(small: str) -> int:
    """Return the value of a Roman number in small letters, 0 if it is none."""
    total = 0
    for index, letter in enumerate(small):
        value = _ROMAN.get(letter, 0)
        if not value:
            return 0
        following = _ROMAN.get(small[index + 1 : index + 2], 0)
        total += -value if following > value else value
    return total if small == _in_roman(total) else 0


def _in_roman(number: int) -> str:
    signs = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"))
    out = ""
    for value, letters in (*signs, (4, "iv"), (1, "i")):
        while number >= value:
            out, number = out + letters, number - value
    return out
