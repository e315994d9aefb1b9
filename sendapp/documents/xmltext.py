"""Officers' text as the content of Word's XML."""

import re
from xml.sax.saxutils import escape, quoteattr

_BREAKS = re.compile(r"([\n\t])")
OPEN, CLOSE = '<w:t xml:space="preserve">', "</w:t>"
_ELEMENTS = {"\n": "<w:br/>", "\t": "<w:tab/>"}

# Word breaks a word that is longer than the line; our own pages break it only between w:t.
_LONGEST = 50
_LONG = re.compile(rf"\S{{{_LONGEST + 1},}}")
_LETTER = "[!-~¡-¬®-ɏͰ-ͷͺ-ҁҊ-ԯ]"
_STRETCH = re.compile(f"{_LETTER}{{10}}(?={_LETTER})")
_CUT = "\0"

attribute = quoteattr
"""Return a text escaped and in quotes, as the value of an attribute."""


def text_content(text: str) -> str:
    """Return `text` as the inside of a w:r: spaces kept, LF a line break, tab a tab."""
    return "".join(
        _ELEMENTS[piece] if piece in _ELEMENTS else f"{OPEN}{_escaped(piece)}{CLOSE}"
        for piece in _BREAKS.split(text)
        if piece
    )


def inside_text(text: str) -> str:
    """Return `text` as it goes inside a w:t that is open already."""
    escaped = _escaped(text)
    if "\n" not in escaped and "\t" not in escaped:
        return escaped
    return _BREAKS.sub(lambda found: f"{CLOSE}{_ELEMENTS[found[1]]}{OPEN}", escaped)


def _escaped(text: str) -> str:
    """Return `text` escaped, its overlong words divided between several w:t."""
    if len(text) <= _LONGEST:
        return escape(text)
    cut = _LONG.sub(lambda word: _STRETCH.sub(rf"\g<0>{_CUT}", word[0]), text)
    return f"{CLOSE}{OPEN}".join(map(escape, cut.split(_CUT)))
