"""Where a fact stands in a line of text."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

NUMBER_WORDS = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
    *("twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
    *("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"),
)
_TENS = r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
IN_WORDS = rf"(?:{_TENS}-[a-z]{{3,5}}|{'|'.join(sorted(NUMBER_WORDS, key=len, reverse=True))})"
"""A number in words, as part of a pattern: "twelve", "twenty-four"."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A name, date, amount or reference, from `start` to `end` of its line."""

    start: int
    end: int
    kind: str


def word_set(words: str) -> frozenset[str]:
    """Return the words of a list that is written as one text."""
    return frozenset(words.split())


def found(pattern: re.Pattern[str], line: str, kind: str) -> list[Fact]:
    """Return what `pattern` finds in `line`, each as a fact of this kind."""
    return [Fact(match.start(), match.end(), kind) for match in pattern.finditer(line)]


def is_free(taken: bytearray, start: int, end: int) -> bool:
    """Whether no character from `start` to `end` is taken."""
    return not any(taken[start:end])


def take(taken: bytearray, facts: Iterable[Fact]) -> list[Fact]:
    """Return those facts whose characters nobody has taken yet, and take them."""
    kept = []
    for fact in facts:
        if is_free(taken, fact.start, fact.end):
            taken[fact.start : fact.end] = b"\1" * (fact.end - fact.start)
            kept.append(fact)
    return kept
