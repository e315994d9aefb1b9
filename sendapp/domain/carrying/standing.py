"""Where carried-over facts stand in a text: whole words, the longest first."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

_SPACES = str.maketrans(dict.fromkeys("\u00a0\u202f\u2007\u2009", " "))
_FIRST = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class StandingFact:
    """Where the words of a fact stand, from `start` to `end` in characters."""

    start: int
    end: int
    words: str


def plain_spaces(text: str) -> str:
    """Return `text` with each space that does not break as a plain one, character for character."""
    return text.translate(_SPACES)


def standing_in(text: str, facts: Iterable[str]) -> tuple[StandingFact, ...]:
    """Return where the words of `facts` stand in `text`, in order and never over each other."""
    by_first = _by_first(tuple(facts))
    if not by_first:
        return ()
    plain = plain_spaces(text)
    out, behind = [], 0
    for token in _FIRST.finditer(plain):
        at = token.start()
        if at < behind:
            continue
        for words in by_first.get(token[0], ()):
            if plain.startswith(words, at) and _is_whole(plain, at, at + len(words)):
                behind = at + len(words)
                out.append(StandingFact(at, behind, words))
                break
    return tuple(out)


def stands(words: str, text: str) -> bool:
    """Whether `words` stand whole in `text`, both with plain spaces, be it within a longer fact."""
    at = text.find(words) if words else -1
    while at >= 0:
        if _is_whole(text, at, at + len(words)):
            return True
        at = text.find(words, at + 1)
    return False


@lru_cache(maxsize=64)
def _by_first(facts: tuple[str, ...]) -> dict[str, list[str]]:
    """Return the facts by their first word or mark, of each the longest first."""
    by_first: dict[str, list[str]] = {}
    for words in sorted({plain_spaces(fact) for fact in facts}, key=len, reverse=True):
        if first := _FIRST.match(words):
            by_first.setdefault(first[0], []).append(words)
    return by_first


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether no word runs on before `start` or behind `end`."""
    before = start and text[start - 1].isalnum() and text[start].isalnum()
    behind = end < len(text) and text[end].isalnum() and text[end - 1].isalnum()
    return not before and not behind
