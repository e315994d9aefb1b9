"""Rules for the characters of a line: spaces, quotes, dashes, dots and raised endings."""

import re
from collections.abc import Iterator, Sequence

from sendapp.domain.richtext import Line, Table
from sendapp.domain.tidying.edits import Edit, swap_edit, words_of_line

_ADDRESS = re.compile(
    r"(?:https?://|www\.|mailto:)\S+|[\w.+'-]+@[\w-]+(?:\.[\w-]+)+|\b[\w-]+(?:\.[\w-]+)+/\S*"
    r"|(?:[A-Za-z]:)?[\\/](?:[\w.' -]+[\\/])+\S*",
    re.IGNORECASE,
)
"""What is an address or a path, in which every character counts."""

_DOUBLE = re.compile(r"(?<=[^\s]) {2,}(?=[^\s])")
_ENDS = re.compile(r"^ +(?=[^\s])|(?<=[^\s]) +$", re.MULTILINE)
_BEFORE_MARK = re.compile(r"(?:(?<=[\w)\]”’%])|(?<=\S[\"'])) +(?=[,;:.!?](?:[\"'”’)\]]*(?:\s|$)))")
_LIKE_NUMBER = re.compile(r" *\(?(?:\d{1,2}|[a-z]|[ivx]{2,4}) *")
_ORDINAL = re.compile(r"(?<![\w./\\:#_-])(\d{1,3})(st|nd|rd|th)(?![\w/]|[.-]\d)")
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
_DASH = re.compile(
    rf"(?:(?<![\w./-])£?\d{{1,4}}(?:,\d{{3}})*(?:\.\d+)?%?|\b{_MONTH}|\d(?:am|pm))(?: \d{{4}})?"
    rf"(?P<dash> +- +)(?=£?[1-9]\d{{0,3}}(?:,\d{{3}})*(?:\.\d+)?(?:%|am|pm)?(?![\w/-])|{_MONTH}\b)"
)
_DOTS = re.compile(r"(?<![.…/\\])\.\.\.(?![.…/\\\w])")
_OPENS_BEFORE = " \t\n\u00a0([{—–-“‘/"


def double_spaces(parts: Sequence[Line | Table]) -> Iterator[Edit]:
    """Two or more spaces between words become one; no-break spaces are meant and stay."""
    for index, words in _lines(parts):
        for match in _DOUBLE.finditer(words):
            if not _in_address(words, match.start(), match.end()):
                yield swap_edit(index, words, *match.span(), " ")


def spaces_at_ends(parts: Sequence[Line | Table]) -> Iterator[Edit]:
    """Spaces at the beginning and at the end of a line go."""
    for index, words in _lines(parts):
        for match in _ENDS.finditer(words):
            yield swap_edit(index, words, *match.span(), "")


def spaces_before_marks(parts: Sequence[Line | Table]) -> Iterator[Edit]:
    """Spaces before a comma, full stop, colon, semicolon, question or exclamation mark go."""
    for index, words in _lines(parts):
        for match in _BEFORE_MARK.finditer(words):
            behind = words[match.end() + 1 :].lstrip("\"'”’)]")
            # Spaced dots, and "1 : 4", are meant.
            spaced = re.match(r"\s+[.,;:!?]", behind) or re.match(r"\s*\d", behind)
            # "a ." at the beginning would become a number typed by hand.
            numbers = _LIKE_NUMBER.fullmatch(words, 0, match.end())
            if not numbers and not (spaced and words[match.end()] in ".:"):
                yield swap_edit(index, words, *match.span(), "")


def ordinals(parts: Sequence[Line | Table]) -> Iterator[Edit]:
    """The ending of "1st" is raised, as it is printed in records."""
    for index, words in _lines(parts):
        part = parts[index]
        for match in _ORDINAL.finditer(words):
            start, end = match.span(2)
            right = match[2] == _ending(int(match[1]))
            if right and not _in_address(words, *match.span()) and _level(part, *match.span()):
                yield swap_edit(index, words, start, end, match[2], frozenset({"sup"}))


def dashes(parts: Sequence[Line | Table]) -> Iterator[Edit]:
    """A hyphen with spaces between numbers or dates becomes a dash."""
    for index, words in _lines(parts):
        if "=" in words:
            continue
        for match in _DASH.finditer(words):
            at = words.index("-", match.start("dash"))
            # "REF 12 - 14" is a reference.
            code = re.search(r"[A-Z]{2,}[ /-]?$", words[: match.start()])
            if not code and not _in_address(words, at, at + 1):
                yield swap_edit(index, words, at, at + 1, "–")


def dots(parts: Sequence[Line | Table]) -> Iterator[Edit]:
    """Three full stops become one sign."""
    for index, words in _lines(parts):
        for match in _DOTS.finditer(words):
            if not _in_address(words, *match.span()):
                yield swap_edit(index, words, *match.span(), "…")


def quotes(parts: Sequence[Line | Table]) -> Iterator[Edit]:
    """Straight quotes and apostrophes become printers' ones, where it is clear which."""
    for index, words in _lines(parts):
        is_open = False
        # What a quote becomes depends on what the one before it has become.
        so_far = words
        for at, one in enumerate(words):
            if one == "“":
                is_open = True
            elif one == "”":
                is_open = False
            if one not in "\"'" or _in_address(words, at, at + 1):
                continue
            new = _double(so_far, at, is_open) if one == '"' else _single(so_far, at)
            if one == '"' and new:
                is_open = new == "“"
            if new:
                so_far = f"{so_far[:at]}{new}{so_far[at + 1 :]}"
                yield swap_edit(index, words, at, at + 1, new)


def _double(words: str, at: int, is_open: bool) -> str:
    before, behind = words[at - 1 : at], words[at + 1 : at + 2]
    if (not before or before in _OPENS_BEFORE) and behind.strip():
        return "“"
    if before.isdigit() and not is_open:
        # Inches.
        return ""
    return "”" if before.strip() and is_open else ""


def _single(words: str, at: int) -> str:
    before, behind = words[at - 1 : at], words[at + 1 : at + 2]
    if before.isdigit() and not behind.isalpha():
        # Feet and minutes.
        return ""
    if before.strip() and before not in _OPENS_BEFORE:
        return "’"
    if re.match(r"\d\ds?\b", words[at + 1 :]):
        return "’"
    if not behind.strip():
        return ""
    line = words[at + 1 :].partition("\n")[0]
    return "‘" if re.search(r"[\w.,!?)]['’](?!\w)", line) else "’"


def _lines(parts: Sequence[Line | Table]) -> Iterator[tuple[int, str]]:
    for index, part in enumerate(parts):
        if words := words_of_line(part):
            yield index, words


def _in_address(words: str, start: int, end: int) -> bool:
    if not any(sign in words for sign in "@/\\.:"):
        return False
    return any(m.start() < end and start < m.end() for m in _ADDRESS.finditer(words))


def _level(part: Line | Table, start: int, end: int) -> bool:
    """Whether no character of the stretch is raised or lowered already."""
    at = 0
    for run in part.runs if isinstance(part, Line) else ():
        if run.marks & {"sup", "sub"} and at < end and start < at + len(run.text):
            return False
        at += len(run.text)
    return True


def _ending(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
