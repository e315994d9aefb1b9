"""HTML cut into tags and words: any junk at all, in time that grows only with its length."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

# A quoted value may hold ">"; a quote anywhere else is only a character. Nothing is tried twice.
_INSIDE = re.compile(r"""(?:[^>=]++|=\s*+(?:"[^"]*+"|'[^']*+')?+)*+""")
_START, _END = re.compile(r"<([a-zA-Z][^\s/>]*)"), re.compile(r"</\s*([a-zA-Z][^\s/>]*)")
_ATTRIBUTE = re.compile(r"""([^\s/=]+)(?:\s*=\s*("[^"]*"|'[^']*'|\S*))?""")
_COMMENT_END = re.compile(r"--\s*>|--!>")
_UNSPOKEN = {name: re.compile(f"</{name}", re.IGNORECASE) for name in ("script", "style")}
_HUGE_NUMBER = re.compile(r"&#(?:[0-9]{300,}|[xX][0-9a-fA-F]{300,});?")


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag: `opens` for <p>, `closes` for </p>, both for <p/>; `inside` is what follows p."""

    name: str
    opens: bool
    closes: bool
    inside: str = ""

    def attribute(self, name: str) -> str:
        """Return the value of the attribute `name`, '' if there is none."""
        for found in _ATTRIBUTE.finditer(self.inside):
            if found[1].lower() == name:
                return _value(found)
        return ""

    def attributes(self) -> dict[str, str]:
        """Return every attribute's value by its name in small letters; the first one counts."""
        found: dict[str, str] = {}
        for attribute in _ATTRIBUTE.finditer(self.inside):
            found.setdefault(attribute[1].lower(), _value(attribute))
        return found


def tokens(html: str) -> Iterator[str | Tag]:
    """Yield the words, decoded, and the tags of `html`; what is never closed is words."""
    scanner = _Scanner(html)
    words: list[str] = []
    at = 0
    while (found := html.find("<", at)) >= 0:
        words.append(html[at:found])
        end, tag = scanner.markup(found)
        if end == found:
            words.append("<")
            at = found + 1
            continue
        if text := "".join(words):
            yield _decoded(text)
        words = []
        if tag is not None:
            yield tag
        at = end
    if text := "".join([*words, html[at:]]):
        yield _decoded(text)


class _Scanner:
    """Finds where markup ends; what was looked for once in vain is not looked for again."""

    def __init__(self, html: str) -> None:
        self._html = html
        self._last_end = html.rfind(">")
        self._comments_end = self._quotes_end = True

    def markup(self, at: int) -> tuple[int, Tag | None]:
        """Return the end of the markup that begins `at`, which is `at` if none does, and its tag.

        A comment or a declaration is no tag; with a script or a style go its words.
        """
        html = self._html
        if at > self._last_end:
            return at, None
        if html.startswith("<!--", at):
            return self._comment_end(at), None
        if html.startswith(("<!", "<?", "</"), at):
            end = html.index(">", at)
            named = _END.match(html, at, end)
            return end + 1, Tag(named[1].lower(), False, True) if named else None
        opened = _START.match(html, at)
        return self._start_tag(opened) if opened else (at, None)

    def _comment_end(self, at: int) -> int:
        found = _COMMENT_END.search(self._html, at + 2) if self._comments_end else None
        self._comments_end = found is not None
        return found.end() if found else at

    def _start_tag(self, opened: re.Match[str]) -> tuple[int, Tag]:
        html, start = self._html, opened.end()
        end = start if html.startswith(">", start) else len(html)
        if end == len(html) and self._quotes_end and (inside := _INSIDE.match(html, start)):
            end = inside.end()
        if end == len(html):
            # All that follows is in quotes, as it seems: they are characters like any others.
            self._quotes_end = False
            end = html.index(">", start)
        text = html[start:end]
        tag = Tag(opened[1].lower(), True, _closes_itself(text), text)
        unspoken = _UNSPOKEN.get(tag.name)
        if unspoken is None or tag.closes:
            return end + 1, tag
        close = unspoken.search(html, end)
        return (close.start() if close else len(html)), tag


def _value(found: re.Match[str]) -> str:
    value = found[2] or ""
    quoted = len(value) > 1 and value[0] in "\"'" and value[-1] == value[0]
    return _decoded(value[1:-1] if quoted else value)


def _closes_itself(inside: str) -> bool:
    """Whether a tag ends in a slash that is not the end of an address: <br/>, <hr class=x />."""
    kept = inside.rstrip()
    return kept == "/" or (kept.endswith("/") and kept[-2] in " \t\r\n\f\"'")


def _decoded(text: str) -> str:
    return unescape(_HUGE_NUMBER.sub("\ufffd", text)) if "&" in text else text
