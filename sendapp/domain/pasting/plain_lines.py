"""Plain text as rich text: lines that a page's width broke are joined, typed lists are lists."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sendapp.domain.pasting.markers import DASHES, Marker, marker_of
from sendapp.domain.richtext import MAX_LEVEL, Doc, Line, Run, assemble
from sendapp.domain.text import without_refused

_LINE_END = re.compile(r"\r\n?|[\n\f\v\u2028\u2029\x85]")
_SIGN = re.compile(r"([ \t\u00a0]*)(\S{1,6})(?:[ \t\u00a0]+(?=\S)|\Z)")
_NARROWEST, _WIDEST = 45, 140
"""The longest line of a text that a page's width has broken, in characters."""
_FULL, _ENDED_FULL = 0.88, 0.85
_TERMINAL = ".!?:;"
_NO_WORDS = re.compile(
    r"(?:t?ions?|s?ions?|ations?|ments?|ness|it(?:y|ies)|[aei]nces?|tives?|tional|ally|ially"
    r"|ably|ibly|ated|ating|ings?|ised|ising|isation)\b"
)
"""Ends of words that are no words: a hyphen before them was put there by a line's end."""


@dataclass(slots=True)
class _Paragraph:
    """A paragraph put together from lines, with the sign and the indent it began with."""

    text: str
    sign: str = ""
    indent: int = 0
    marker: Marker | None = None


def from_text(text: str) -> Doc:
    """Return plain text as paragraphs and lists."""
    lines = [
        without_refused(line).replace("\t", "  ").rstrip(" \u00a0")
        for line in _LINE_END.split(text)
    ]
    paragraphs = list(_paragraphs(lines))
    return assemble(_lines(paragraphs))


def _paragraphs(lines: list[str]) -> Iterator[_Paragraph]:
    width = _width(lines)
    words = (
        frozenset(re.findall(r"\w+(?:-\w+)*", " ".join(lines).lower())) if width else frozenset()
    )
    now: _Paragraph | None = None
    before = ""
    for line in lines:
        if not line.strip(" \u00a0"):
            if now is not None and (now.text or not now.sign):
                yield now
                now = None
            continue
        begun = _begun(line)
        if now is not None and now.sign and not now.text:
            # PDF viewers put a bullet on a line of its own.
            now.text = line.strip(" \u00a0")
        elif now is not None and begun.marker is None and _goes_on(before, line, width, now):
            now.text = _joined(now.text, line.strip(" \u00a0"), words)
        else:
            if now is not None:
                yield now
            now = begun
        before = line
    if now is not None:
        yield now


def _begun(line: str) -> _Paragraph:
    """Return the paragraph that begins with `line`."""
    sign = _SIGN.match(line)
    marker = marker_of(sign[2]) if sign else None
    if sign is None or marker is None:
        return _Paragraph(line.strip(" \u00a0"))
    return _Paragraph(line[sign.end() :].strip(" \u00a0"), sign[2], len(sign[1]), marker)


def _width(lines: list[str]) -> int:
    """Return the longest line's length if a page's width can have broken the lines, else 0."""
    longest = max((len(line) for line in lines), default=0)
    return longest if _NARROWEST <= longest <= _WIDEST else 0


def _words(lines: list[str]) -> frozenset[str]:
    return frozenset(re.findall(r"\w+(?:-\w+)*", " ".join(lines).lower()))


def _goes_on(before: str, line: str, width: int, now: _Paragraph) -> bool:
    """Whether `line` goes on with the paragraph that the line `before` belongs to."""
    if not width:
        return False
    head = line.lstrip(" \u00a0")
    last = before[-1]
    if head[0].islower() and last not in _TERMINAL:
        return True
    if last in ":;":
        return False
    if last == "-" and len(before) > 1 and before[-2].isalpha() and head[0].islower():
        return True
    full = len(before) + 1 + len(head.split(maxsplit=1)[0]) >= _FULL * width
    if last in _TERMINAL:
        return full and len(before) >= _ENDED_FULL * width
    return full and len(before) >= _FULL * width * 0.8


def _joined(text: str, line: str, words: frozenset[str]) -> str:
    """Return both in one line; a hyphen goes only where it is known to be the line's end's."""
    if text.endswith("\u00ad"):
        return text[:-1] + line
    if not (text.endswith("-") and len(text) > 1 and text[-2].isalpha() and line[0].islower()):
        return f"{text} {line}"
    head = re.split(r"[\s(]", text[:-1])[-1]
    tail = re.split(r"[^\w-]", line, maxsplit=1)[0]
    whole = f"{head}{tail}".lower()
    if whole in words or (_NO_WORDS.fullmatch(tail) and f"{head}-{tail}".lower() not in words):
        return text[:-1] + line
    return text + line


def _lines(paragraphs: list[_Paragraph]) -> Iterator[Line]:
    at = 0
    while at < len(paragraphs):
        end, listed = _list_from(paragraphs, at)
        behind = at + 1
        while behind < len(paragraphs) and paragraphs[at].marker and paragraphs[behind].marker:
            behind += 1
        # Where signs do not count up as a list of ours would, they stay as they were typed.
        if end == behind and sum(line.level == 1 for line in listed) > 1:
            yield from listed
        else:
            for paragraph in paragraphs[at:behind]:
                yield Line((Run(f"{paragraph.sign} {paragraph.text}".strip()),))
        at = behind


@dataclass(slots=True)
class _Open:
    """A list that is open: the style of its signs, how far in they stand, and the last place."""

    style: str
    indent: int
    kind: str
    place: int


def _list_from(paragraphs: list[_Paragraph], at: int) -> tuple[int, list[Line]]:
    """Return the list that begins at a paragraph, and where it ends; none if none begins."""
    levels: list[_Open] = []
    lines: list[Line] = []
    while at < len(paragraphs):
        paragraph = paragraphs[at]
        marker = paragraph.marker
        if marker is None or not paragraph.text or not _takes(levels, marker, paragraph.indent):
            break
        ordered = marker.ordered
        lines.append(Line((Run(paragraph.text),), min(MAX_LEVEL, len(levels)), ordered))
        at += 1
    return at, lines


def _takes(levels: list[_Open], marker: Marker, indent: int) -> bool:
    """Whether a sign goes on with a list of `levels`, or begins one inside; if so, it is there."""
    for depth in range(len(levels), 0, -1):
        level = levels[depth - 1]
        if level.style != marker.style or (not marker.ordered and indent > level.indent):
            continue
        if not marker.ordered and depth > 1 and indent <= levels[depth - 2].indent:
            continue
        if marker.ordered and (level.kind, level.place + 1) not in marker.places:
            continue
        level.place += 1
        del levels[depth:]
        return True
    first = next((kind for kind, place in marker.places if place == 1), None)
    if marker.ordered and first is None:
        return False
    if marker.ordered and any(o.style == marker.style and indent <= o.indent for o in levels):
        kinds = {o.kind for o in levels if o.style == marker.style}
        first = next((k for k, n in marker.places if n == 1 and k not in kinds), None)
        if first is None:
            return False
    if levels and not marker.ordered and marker.style in DASHES and indent < levels[-1].indent:
        return False
    levels.append(_Open(marker.style, indent, first or "", 1))
    return True
