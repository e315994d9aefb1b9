"""Turns of phrase to look for, written as they are read."""

import re
from functools import lru_cache

KEPT = 2_000
"""Of how many lines a check remembers what it found in them."""

_FAR = 300
"""Further than so many characters a sentence is not looked for."""


def phrases(*alternatives: str) -> re.Pattern[str]:
    """Return a pattern that finds any of `alternatives`, in any case of letters.

    Each is a regular expression in which a space stands for any white space.
    """
    return re.compile("|".join(alternatives).replace(" ", r"\s+"), re.IGNORECASE)


@lru_cache(maxsize=8 * KEPT)
def matches(pattern: re.Pattern[str], line: str) -> tuple[re.Match[str], ...]:
    """Return where `pattern` stands in a line; what was looked for once is remembered."""
    return tuple(pattern.finditer(line))


def sentence_around(words: str, match: re.Match[str]) -> tuple[int, int]:
    """Return where the sentence begins and ends in which `match` stands, as far as it is near."""
    earliest, latest = max(0, match.start() - _FAR), match.end() + _FAR
    start = max(earliest, words.rfind(". ", earliest, match.start()) + 1)
    end = words.find(". ", match.end(), latest)
    return start, end if end >= 0 else min(latest, len(words))
