"""People whom a record names in a field of their own, wherever else it names them."""

import re
from collections.abc import Iterable
from functools import lru_cache

from sendapp.domain.carrying.listed_names import people_in
from sendapp.domain.carrying.name_words import TITLES
from sendapp.domain.carrying.spans import Fact, found

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def people_of(texts: Iterable[str]) -> frozenset[str]:
    """Return the people whom fields for people name, without titles, of two words at least."""
    names = (text[fact.start : fact.end] for text in texts for fact in people_in(text))
    bare = (_without_title(name) for name in names)
    return frozenset(name for name in bare if " " in name)


def known_in(line: str, people: frozenset[str]) -> list[Fact]:
    """Return where `line` names one of `people`, also in capitals throughout."""
    return found(_pattern(people), line, "name") if people else []


def titled_in(line: str, names: Iterable[Fact]) -> list[Fact]:
    """Return those of the names in `line` that begin with a person's title."""
    firsts = ((fact, _WORD.match(line, fact.start)) for fact in names)
    return [fact for fact, first in firsts if first is not None and first[0] in TITLES]


def is_named(name: str, text: str, post: str) -> bool:
    """Whether `text` names the person `name` by the last word of it, which is none of `post`."""
    words = _WORD.findall(name.partition(",")[0])
    last = words[-1] if words else ""
    if not last or last in TITLES or last in _WORD.findall(post):
        return False
    return not {last, last.upper()}.isdisjoint(_WORD.findall(text))


def _without_title(name: str) -> str:
    words = name.split()
    while words and words[0].strip(".") in TITLES | {"The", "Rt"}:
        del words[0]
    return " ".join(words)


@lru_cache(maxsize=64)
def _pattern(people: frozenset[str]) -> re.Pattern[str]:
    written = sorted(people | {name.upper() for name in people}, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, written))})(?!\w)")
