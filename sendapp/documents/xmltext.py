"""Officers' text as the content of Word's XML."""

import re
from xml.sax.saxutils import escape, quoteattr

_BREAKS = re.compile(r"([\n\t])")
_OPEN, _CLOSE = '<w:t xml:space="preserve">', "</w:t>"
_ELEMENTS = {"\n": "<w:br/>", "\t": "<w:tab/>"}

attribute = quoteattr
"""Return a text escaped and in quotes, as the value of an attribute."""


def text_content(text: str) -> str:
    """Return `text` as the inside of a w:r: spaces kept, LF a line break, tab a tab."""
    return "".join(
        _ELEMENTS[piece] if piece in _ELEMENTS else f"{_OPEN}{escape(piece)}{_CLOSE}"
        for piece in _BREAKS.split(text)
        if piece
    )


def inside_text(text: str) -> str:
    """Return `text` as it goes inside a w:t that is open already."""
    escaped = escape(text)
    if "\n" not in escaped and "\t" not in escaped:
        return escaped
    return _BREAKS.sub(lambda found: f"{_CLOSE}{_ELEMENTS[found[1]]}{_OPEN}", escaped)
