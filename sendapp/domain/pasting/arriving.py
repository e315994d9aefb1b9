"""Which of a clipboard's forms to take, and the rich text it becomes."""

import re

from sendapp.domain.pasting.foreign import from_html
from sendapp.domain.pasting.plain_lines import from_text
from sendapp.domain.richtext import Doc

LONGEST_HTML = 4_000_000
"""Longer HTML, in characters, is not read: no field can hold what such a page says."""
MOST_TAGS = 60_000
"""HTML with more tags, which take the time, is not read either; Word writes ten to a paragraph."""

LONGEST_TEXT = 1_000_000
"""Of a longer text no more is read, in characters: no field can hold even that."""

_PLACED_LINES = re.compile(r"<br[^<>]*role=[\"']?presentation", re.IGNORECASE)
_LINES = re.compile(r"<(?:br|p|div|li|t[drh]|h\d|pre|dd|section)\b", re.IGNORECASE)


def arriving(html: str, text: str) -> Doc:
    """Return what a clipboard holds as rich text; either form may be ''.

    PDF viewers in browsers give each line of the page as HTML, where the plain text is better.
    """
    readable = len(html) <= LONGEST_HTML and html.count("<") <= MOST_TAGS
    if html and readable and not (text.strip() and _has_no_lines(html, text)):
        doc = from_html(html)
        if doc or not text.strip():
            return doc
    return from_text(text[:LONGEST_TEXT])


def _has_no_lines(html: str, text: str) -> bool:
    """Whether the HTML does not tell lines from paragraphs where the plain text may."""
    if _PLACED_LINES.search(html):
        return True
    return "\n" in text.strip() and _LINES.search(html) is None
