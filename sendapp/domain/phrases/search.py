"""Finding a phrase by words of its title, its keywords and its text."""

import re
from collections.abc import Iterable
from functools import lru_cache

from sendapp.domain.phrases.phrase import ANYWHERE, Phrase

_WORD = re.compile(r"[^\W_]+")
_IN_TITLE, _IN_KEYWORDS, _IN_TEXT = 6, 4, 1
_FOR_THE_FIELD, _FOR_ANY = 2, 1


def found(phrases: Iterable[Phrase], query: str, field: str = "") -> tuple[Phrase, ...]:
    """Return the phrases in which every word of `query` begins some word, the best first.

    A word of the title counts most, then one of the keywords, then one of the text. Among equals
    those that belong in `field` come first, then those that belong anywhere.
    """
    wanted = _words(query)
    scored = [(_score(phrase, wanted), phrase) for phrase in phrases]
    kept = [(score + _bonus(phrase, field), phrase) for score, phrase in scored if score >= 0]
    return tuple(phrase for _, phrase in sorted(kept, key=lambda pair: -pair[0]))


def _score(phrase: Phrase, wanted: tuple[str, ...]) -> int:
    """Return how well a phrase fits, -1 where a word is not in it at all."""
    fields = (
        (_IN_TITLE, _words(phrase.title)),
        (_IN_KEYWORDS, _words(" ".join(phrase.keywords))),
        (_IN_TEXT, _words(phrase.words)),
    )
    total = 0
    for word in wanted:
        best = max((weight for weight, words in fields if _begins(words, word)), default=-1)
        if best < 0:
            return -1
        total += best
    return total


def _begins(words: tuple[str, ...], beginning: str) -> bool:
    return any(word.startswith(beginning) for word in words)


def _bonus(phrase: Phrase, field: str) -> int:
    if phrase.where == field:
        return _FOR_THE_FIELD
    return _FOR_ANY if phrase.where == ANYWHERE else 0


@lru_cache(maxsize=2_000)
def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text.casefold().replace("’", "").replace("'", "")))
