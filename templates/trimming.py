"""Styles without those that nothing leads to: unused ones make every file larger."""

import re

_STYLE = re.compile(r'<w:style [^>]*w:styleId="(\w+)".*?</w:style>')
_NAMED = re.compile(r'w:(?:pStyle|rStyle|tblStyle|basedOn|next) w:val="(\w+)"')
# The defaults, and what rich text is built on.
_NEEDED = {"Normal", "DefaultParagraphFont", "TableNormal", "TableGrid", "TableText"}
_NEEDED |= {"TableHeading", "ListNumber", "ListContinue", "ListParagraph", "Hyperlink"}


def without_unused(styles: str, written: str) -> str:
    """The text of word/styles.xml without the styles that nothing in `written` leads to."""
    texts = {found[1]: found[0] for found in _STYLE.finditer(styles)}
    used, found = set(), _NEEDED | set(_NAMED.findall(written))
    while found:
        used |= found
        found = {name for one in found for name in _NAMED.findall(texts[one])} - used
    return _STYLE.sub(lambda style: style[0] if style[1] in used else "", styles)
