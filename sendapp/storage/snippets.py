"""A piece of a text with the words found in it marked.

The full-text index can do this too, but takes three times as long where a word is common.
"""

import re
import unicodedata

FOUND_START, FOUND_END = "\x02", "\x03"
"""What stands around each word found; no officer's text may hold them."""

_BEFORE, _LONGEST = 40, 130
_TOKEN = re.compile(r"[^\W_]+")


class _Folded(dict[int, str]):
    """Each character as the full-text index sees it: small, without accents, still one."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        plain = unicodedata.normalize("NFD", character)[0].lower()
        self[code] = plain if len(plain) == 1 else character
        return self[code]


_FOLDED = _Folded()


class Marker:
    """Finds the `parts` of a query, each a word's beginning, in texts."""

    def __init__(self, parts: list[str]) -> None:
        sources = [source for part in parts if (source := _pattern(part))]
        self._each = [re.compile(source) for source in sources]
        self._any = re.compile("|".join(sorted(sources, key=len, reverse=True)))

    def snippet(self, text: str) -> str:
        """Return a line of `text` around the part that appears last, '' where one is missing.

        What first appears late is the rarer part, and the one worth showing.
        """
        flat = " ".join(text.split())
        folded = flat.lower() if flat.isascii() else flat.translate(_FOLDED)
        matches = [pattern.search(folded) for pattern in self._each]
        if not matches or None in matches:
            return ""
        place = max(match.start() for match in matches if match)
        start, end = _window(flat, place)
        pieces, done = ["…" if start else ""], start
        for match in self._any.finditer(folded, start, end):
            pieces += [flat[done : match.start()], FOUND_START]
            pieces += [flat[match.start() : match.end()], FOUND_END]
            done = match.end()
        return "".join(pieces) + flat[done:end] + ("…" if end < len(flat) else "")


def _pattern(part: str) -> str:
    tokens = _TOKEN.findall(part.translate(_FOLDED))
    return r"(?<![^\W_])" + r"[\W_]+".join(tokens) + r"[^\W_]*" if tokens else ""


def _window(flat: str, place: int) -> tuple[int, int]:
    """Return where the line starts and ends: at spaces, unless a word is longer than the line."""
    start = max(0, place - _BEFORE)
    if start:
        start = flat.find(" ", start, place) + 1 or place
    end = start + _LONGEST
    if end >= len(flat):
        return start, len(flat)
    cut = flat.rfind(" ", place, end)
    return start, cut if cut > 0 else end
