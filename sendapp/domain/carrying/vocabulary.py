"""Whether a word is one of the common words of a council's records, in any of its forms."""

from collections.abc import Iterator
from functools import lru_cache

from sendapp.domain.carrying.common_words import COMMON_WORDS

_ENDINGS = (
    *("s", "es", "ed", "d", "ing", "ly", "er", "ers", "or", "ors", "r", "rs", "al", "ally"),
    *("ion", "ions", "ation", "ations", "ment", "ments", "ness", "able", "ity", "ive", "y"),
    *("ies", "ied", "ise", "ised", "ising", "isation", "ful", "less", "age", "ant", "ants", "est"),
)
_BEGINNINGS = ("un", "re", "non", "co", "pre", "sub", "over", "under", "mis", "inter", "multi")
_LEAST_STEM = 3
_KEPT = 5_000


@lru_cache(maxsize=_KEPT)
def is_common(word: str) -> bool:
    """Whether `word`, written in any case, is a common word; "Co-operative" is by its parts."""
    whole = word.lower().replace("’", "'").removesuffix("'s").removesuffix("'")
    parts = [part for part in whole.split("-") if part]
    return all(_is_form(part) for part in parts) or _is_form("".join(parts))


def _is_form(word: str) -> bool:
    if _is_known(word):
        return True
    return any(
        word.startswith(begin) and len(word) - len(begin) > _LEAST_STEM and _is_bare(word, begin)
        for begin in _BEGINNINGS
    )


def _is_bare(word: str, begin: str) -> bool:
    return _is_known(word[len(begin) :])


def _is_known(word: str) -> bool:
    """Whether `word` is on the list, or is made of one on it by one ending or two: "meetings"."""
    if word in COMMON_WORDS:
        return True
    once = list(stems(word))
    return any(stem in COMMON_WORDS for stem in once) or any(
        stem in COMMON_WORDS for one in once for stem in stems(one)
    )


def stems(word: str) -> Iterator[str]:
    """Yield what `word` may be a form of: "carried" of "carry", "planned" of "plan"."""
    for ending in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem == word or len(stem) < _LEAST_STEM:
            continue
        yield stem
        yield f"{stem}e"
        yield f"{stem}y"
        if stem[-1] == stem[-2]:
            yield stem[:-1]
