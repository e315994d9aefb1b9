"""Which of a clipboard's forms to take, and the rich text it becomes."""

import re

from sendapp.domain.pasting.foreign import from_html
from sendapp.domain.pasting.plain_lines import from_text
from sendapp.domain.richtext import Doc

LONGEST_HTML = 4_000_000
"""Longer HTML, in characters, is not read: no field can hold what such a page says."""

_PLACED_LINES = re.compile(r"<br[^<>]*role=[\"']?presentation", re.IGNORECASE)


def arriving(html: str, text: str) -> Doc:
    """Return what a clipboard holds as rich text; either form may be ''.

    PDF viewers in browsers give each line of the page as HTML, where the plain text is better.
    """
    if html and len(html) <= LONGEST_HTML and not (text and _PLACED_LINES.search(html)):
        doc = from_html(html)
        if doc or not text.strip():
            return doc
    return from_text(text)
