"""The names in a line, told by their make: titles, endings, and words that are none of the
council's common ones."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sendapp.domain.carrying.name_words import (
    BODY_ENDS,
    FIRM_ENDS,
    GENERIC,
    GOVERNMENT,
    JOINING,
    LAWS,
    PLACE_ENDS,
    PLACE_STARTS,
    POSTS,
    SMALL_ENDS,
    TITLES,
)
from sendapp.domain.carrying.spans import Fact
from sendapp.domain.carrying.vocabulary import is_common

_TOKEN = re.compile(
    r"[A-Z]\.(?=\s?[A-Z])|[^\W\d_]+(?:(?:['’‘][^\W\d_]|[-–][^\W\d_])[^\W\d_]*)*(?:(?<=s)['’](?!\w))?"
    r"|\d+[A-Za-z]?(?:[–-]\d+[A-Za-z]?)?|[^\s\w]"
)
_SMALL_ENDS = ("plc", "& Sons", "& Co")
_MOST_WORDS = 6
"""No person's name is longer, with title and degrees."""
_SENTENCE_ENDS = frozenset('.!?:;•–—\t|“"(')
_NUMBER_BEFORE = re.compile(
    r"(?:\b(?:[Uu]nits?|[Ff]lats?|[Ss]uite|[Pp]lots?|[Nn]os?\.?)\s)?"
    r"\b\d{1,4}[A-Za-z]?(?:\s?(?:[–-]|to|and|&)\s?\d{1,4}[A-Za-z]?)?,?\s$"
)
_UNIT_BEFORE = re.compile(
    r"\b(?:[Uu]nits?|[Ff]lats?|[Ss]uite|[Nn]os\.?)\s\d{1,4}[A-Za-z]?"
    r"(?:\s?(?:[–-]|to|and|&)\s?\d{1,4}[A-Za-z]?)?,?\s$"
)
_SMALL_END = re.compile(rf"\s(?:{'|'.join(sorted(SMALL_ENDS))})\b")
_POSSESSIVE = re.compile(r"['’]s?$")


@dataclass(frozen=True, slots=True)
class Known:
    """What a record says of itself: words it also writes small, and its own council's words."""

    small: frozenset[str]
    council: frozenset[str]
    """The words of the council's name, in small letters."""
    people: frozenset[str] = frozenset()
    """Those whom the fields for people name, without their titles."""


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    text: str
    begins: bool
    """Whether a sentence begins with it."""


def names_in(line: str, taken: bytearray, known: Known) -> list[Fact]:
    """Return the names in `line`, of what is not `taken` already as another fact."""
    facts = []
    listing = False
    for run in _runs(line, taken):
        kept = _name_of(run, known, listing)
        first = run[0].text
        listing = first in ("Cllrs", "Councillors", "Messrs") or (listing and len(run) < 3)
        if kept:
            start = _with_number(line, kept)
            end = kept[-1].end
            if (cut := _POSSESSIVE.search(kept[-1].text)) and _is_owner(kept):
                end -= len(cut[0])
            elif small := _SMALL_END.match(line, end):
                end = small.end()
            facts.append(Fact(start, end, "name"))
    return facts


def _is_owner(kept: list[_Word]) -> bool:
    """Whether the last word's "’s" says who something belongs to: "Brightwater’s manager"."""
    return kept[-1].text[-2:] in ("'s", "’s") or len(kept) == 1


def _runs(line: str, taken: bytearray) -> Iterator[list[_Word]]:
    """Yield the runs of capitalised words, joined where "of", "&" and the like join a name."""
    run: list[_Word] = []
    waiting: list[_Word] = []
    begins, end = True, 0
    for match in _TOKEN.finditer(line):
        text = match[0]
        word = _Word(match.start(), match.end(), text, begins)
        near = match.start() - end <= 1 and "\n" not in line[end : match.start()]
        begins, end = text in _SENTENCE_ENDS or (begins and not text[0].isalnum()), match.end()
        free = not taken[match.start()]
        big = text[0].isupper() and free
        if big and near and run and (not waiting or _joins(run, waiting, line, word)):
            run += [*waiting, word]
            waiting = []
        elif run and near and free and not waiting and text in _SMALL_ENDS:
            run.append(word)
        elif run and near and free and len(waiting) < 3 and _may_join(text):
            waiting.append(word)
        else:
            if run:
                yield run
            run, waiting = ([word] if big else []), []
        if run and waiting and not near:
            yield run
            run, waiting = [], []
    if run:
        yield run


def _may_join(text: str) -> bool:
    return text in (
        "of",
        "the",
        "&",
        "and",
        "at",
        "for",
        "on",
        "upon",
        "in",
        "under",
        "n",
        "‘",
        "’",
        "'",
        "le",
        "la",
        "de",
        "(",
        ")",
        "by",
        "with",
        "van",
        "von",
        "y",
    )


def _joins(run: list[_Word], waiting: list[_Word], line: str, word: _Word) -> bool:
    between = " ".join(part.text for part in waiting)
    last = run[-1].text
    if between in ("&", "‘ n ’", "’ n ’", "' n '", "le", "la", "de", "de la", "van", "von"):
        return True
    if between in ("(", ")"):
        return line.startswith("UK)", word.start) if between == "(" else run[-1].text == "UK"
    if between in ("of", "of the"):
        return last in JOINING
    if between == "and":
        return last.endswith(("'", "’")) or (last in TITLES and word.text in TITLES)
    if between in ("upon", "under", "on the", "in the", "by the", "at", "for", "with", "the"):
        return _ends_as_firm(line, word.start) or (len(run) == 1 and between in ("upon", "under"))
    return False


def _ends_as_firm(line: str, start: int) -> bool:
    """Whether the capitalised words from `start` end as a firm's name does."""
    match = re.compile(r"(?:[A-Z&][\w'’-]*\s){1,4}?(?:Ltd|Limited|LLP|plc|CIC|CIO)\b").match(
        line, start
    )
    return match is not None


def _name_of(run: list[_Word], known: Known, listing: bool) -> list[_Word]:
    """Return the words of `run` that are a name, none if it is no name."""
    for at, word in enumerate(run):
        if word.text in TITLES and at + 1 < len(run) and not _is_post(run[at + 1 :]):
            start = at - 1 if at and run[at - 1].text in ("County", "The") else at
            return run[start : start + _MOST_WORDS]
    run = _bare_start(_after_post(run))
    while len(run) > 1 and run[0].begins and _is_plain(run[0], known):
        rest = _bare_start(run[1:])
        if run[0].text in PLACE_STARTS or not _is_name(rest, known):
            break
        run = rest
    if run and listing and all(word.text[:1].isupper() for word in run):
        return run
    return run if run and _is_name(run, known) else []


def _bare_start(run: list[_Word]) -> list[_Word]:
    """Leave out what joins words at the start of a run: "of Pike Meadow"."""
    first = next((at for at, word in enumerate(run) if word.text[0].isupper()), len(run))
    return run[first:]


def _is_post(rest: list[_Word]) -> bool:
    return rest[0].text.lower() in POSTS or rest[0].text in ("Mayor", "Members", "Councillor")


def _after_post(run: list[_Word]) -> list[_Word]:
    """Leave out a post that stands before a name: "Conservation Officer Isolde Marsh"."""
    posts = [at for at, word in enumerate(run) if word.text.lower() in POSTS]
    return run[posts[-1] + 1 :] if posts and posts[-1] < len(run) - 1 else run


def _is_plain(word: _Word, known: Known) -> bool:
    return is_common(word.text) or word.text.lower() in known.small


def _is_name(run: list[_Word], known: Known) -> bool:
    words = [word for word in run if word.text[0].isalnum()]
    texts = [word.text for word in words]
    if not texts or texts[-1] in LAWS:
        return False
    if len(texts) > 1 and (texts[-1] in FIRM_ENDS or texts[-1] == "plc"):
        return True
    strange = [text for text in texts if _is_strange(text, known)]
    own = [text for text in texts if _bare(text) in known.council]
    if strange:
        return True
    if own:
        rest = [text for text in texts if _bare(text) not in known.council | {"the", "this"}]
        return bool(rest) and not any(text in GOVERNMENT for text in texts)
    return _is_place(texts) or _is_body(texts)


def _is_strange(text: str, known: Known) -> bool:
    """Whether a word is none of the common ones: most names hold one."""
    bare = _bare(text)
    if len(text) < 3 or text == "Nos" or bare in known.small or bare in known.council:
        return text == "St"
    if len(text) < 5 and sum(map(str.isupper, text)) > 1:
        # A unit or a degree: "GWh", "PhD".
        return False
    if text.rstrip("s").isupper() and "." not in text:
        return len(text) > 6 and not is_common(text)
    return not is_common(text)


def _is_place(texts: list[str]) -> bool:
    """Whether common words make the name of a place: "Station Road", "the Corn Exchange"."""
    if len(texts) < 2 or texts[-1] not in PLACE_ENDS:
        return False
    before = [text.lower() for text in texts[:-1]]
    if texts[-1] in ("Road", "Street", "Lane", "Avenue", "Terrace", "Crescent"):
        return before[-1] not in ("the", "a", "trunk", "high") or texts[-2:] == ["High", "Street"]
    return any(text not in GENERIC for text in before) and all(text[0].isupper() for text in texts)


def _is_body(texts: list[str]) -> bool:
    """Whether common words make the name of a body: "Gentle Hands Homecare"."""
    return (
        len(texts) > 1
        and texts[-1] in BODY_ENDS
        and any(text.lower() not in GENERIC for text in texts[:-1])
    )


def _bare(text: str) -> str:
    return _POSSESSIVE.sub("", text).lower()


def _with_number(line: str, kept: list[_Word]) -> int:
    """Return where the name begins with the number of its house, if it has one."""
    start = kept[0].start
    end_word = _POSSESSIVE.sub("", kept[-1].text)
    look = _NUMBER_BEFORE if end_word in PLACE_ENDS else _UNIT_BEFORE
    match = look.search(line, max(0, start - 24), start)
    return match.start() if match else start
