"""As much of CSS as says how words look: inline styles and the plain rules of style sheets."""

import re
from collections.abc import Iterator

Declarations = dict[str, str]
"""Properties, in small letters, with their values as written, in small letters too."""

_SHEET = re.compile(r"<style\b[^>]*>", re.IGNORECASE)
_SHEET_END = re.compile(r"</style", re.IGNORECASE)
_NOTE = re.compile(r"/\*.*?\*/", re.DOTALL)
_SELECTOR = re.compile(r"([a-z][a-z0-9]*)?(?:\.([a-z0-9_-]+))?\Z")
_LEVEL = re.compile(r"@list\s+(l\d+):level(\d+)\Z")

_MEANT = re.compile(
    r"font\Z|font-weight|font-style|text-decoration|vertical-align|display|visibility"
    r"|white-space|list-style|mso-(?:list|hide|element|text-raise|level-number-format)\b"
    r"|margin-left|mso-special-character|mso-tab-count|mso-spacerun"
)
_MOST_CLASSES = 12
"""More classes than this on one element say nothing of its look."""


def declared(style: str) -> Declarations:
    """Return what `style`, the text of a style attribute, says of the look of words."""
    found: Declarations = {}
    for part in style.lower().split(";"):
        name, colon, value = part.partition(":")
        if colon and _MEANT.match(name := name.strip()):
            found[name] = value.replace("!important", "").strip()
    return found


class Sheets:
    """The rules of a page's style sheets for elements and classes; other selectors say nothing."""

    def __init__(self, html: str) -> None:
        self._rules: dict[tuple[str, str], Declarations] = {}
        self.levels: dict[tuple[str, int], Declarations] = {}
        """What Word says of its lists: by the list's name and the level from 1."""
        for text in _texts(html):
            self._take(text)

    def of(self, tag: str, classes: str) -> Declarations:
        """Return what the sheets say of an element `tag` with `classes`, as written."""
        if not self._rules:
            return {}
        found: Declarations = dict(self._rules.get((tag, ""), {}))
        names = classes.lower().split(maxsplit=_MOST_CLASSES)[:_MOST_CLASSES]
        for name in names:
            found |= self._rules.get(("", name), {})
        for name in names:
            found |= self._rules.get((tag, name), {})
        return found

    def _take(self, text: str) -> None:
        for selectors, body in _rules(text):
            said = declared(body)
            if not said:
                continue
            for selector in selectors.lower().split(","):
                if level := _LEVEL.match(selector.strip()):
                    self.levels[level[1], int(level[2][:3])] = said
                elif plain := _SELECTOR.match(selector.strip()):
                    key = (plain[1] or "", plain[2] or "")
                    if any(key):
                        self._rules[key] = self._rules.get(key, {}) | said


def _texts(html: str) -> Iterator[str]:
    """Yield the text of each style sheet; one that never ends is none."""
    at = 0
    while found := _SHEET.search(html, at):
        end = _SHEET_END.search(html, found.end())
        if end is None:
            return
        yield html[found.end() : end.start()]
        at = end.end()


def _rules(text: str) -> Iterator[tuple[str, str]]:
    """Yield selectors and body of each rule; the rules inside @media and the like are left out."""
    text = _NOTE.sub(" ", text) if "*/" in text else text
    text = text.replace("<!--", " ").replace("-->", " ")
    at = depth = 0
    selectors, nested = "", False
    for brace in re.finditer(r"[{}]", text):
        if brace[0] == "{":
            if not depth:
                selectors = text[at : brace.start()].rpartition(";")[2].strip()
            depth += 1
            nested = depth > 1
        else:
            depth = max(0, depth - 1)
            if not depth and not nested:
                yield selectors, text[at : brace.start()]
        if not depth or brace[0] == "{":
            at = brace.end()
