"""Which pieces of a text are words to be spelt, and which are left alone."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_LETTER = r"[^\W\d_][\u0300-\u036f\u00ad\u200b-\u200d\u2060]*"
_RUN = re.compile(r"[\w\u0300-\u036f\u00ad\u200b-\u200d\u2060]+(?:['\u2019]\w[\w\u0300-\u036f]*)*")
"""A word with its inner apostrophes, or what has digits in it; hyphens part."""
_WORD = re.compile(rf"(?:{_LETTER})+(?:['\u2019](?:{_LETTER})+)*")
_CHUNK = re.compile(r"\S+")
_ADDRESS = re.compile(
    r"@|://|^\W*www\.|\w\.(?:uk|com|org|net|eu|info|gov|docx?|pdf|xlsx?|csv|pptx?|json)\b",
    re.IGNORECASE,
)
_REFERENCE = re.compile(r"(?=.*\d).*/")
"""Such as CAB/2024/117, where parts without a digit are no words either."""
_MARKER = re.compile(r"^\(?[ivxlcdm]+[).]\W*$")
"""A list marker: (iv), ii)."""
_CAPITALS = re.compile(r"[^\W\d_a-z]{2,}(?:['\u2019]?s)?")
"""Capitals, also of several: EHCPs, HMO's."""
_UNSEEN = re.compile("[\u00ad\u200b-\u200d\u2060]")
PREFIXES = frozenset(
    [
        "anti",
        "bi",
        "co",
        "counter",
        "cross",
        "de",
        "ex",
        "extra",
        "inter",
        "intra",
        "macro",
        "micro",
        "mid",
        "mini",
        "mis",
        "multi",
        "non",
        "post",
        "pre",
        "pro",
        "pseudo",
        "re",
        "semi",
        "sub",
        "super",
        "tri",
        "un",
        "under",
        "vice",
    ]
)
"""What may stand before a hyphen without being a word by itself."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: where it stands, in characters, and how it is looked up.

    `looked_up` has straight apostrophes and composed accents.
    """

    start: int
    end: int
    looked_up: str
    prefix: bool = False
    """Whether a hyphen follows, so that it may be a mere prefix."""


def words_of(text: str) -> list[Word]:
    """Return the words of one line or paragraph that are to be spelt, in order.

    Left out is what no dictionary has: numbers and what has digits in it, capitals, single
    letters, web and e-mail addresses, references and list markers.
    """
    found = []
    for chunk in _CHUNK.finditer(text):
        shown = chunk.group()
        if _ADDRESS.search(shown) or _REFERENCE.match(shown) or _MARKER.match(shown):
            continue
        for run in _RUN.finditer(shown):
            word = _word(run, chunk.start())
            if word is not None:
                after = text[word.end : word.end + 2]
                hyphened = after[:1] in ("-", "\u2010", "\u2011") and after[1:].isalpha()
                found.append(Word(word.start, word.end, word.looked_up, hyphened))
    return found


def looked_up(word: str) -> str:
    """Return `word` as dictionaries have it: straight apostrophes, accents composed."""
    return unicodedata.normalize("NFC", _UNSEEN.sub("", word).replace("\u2019", "'"))


@lru_cache(50_000)
def forms(word: str) -> tuple[str, ...]:
    """Return the forms under which a list of words may hold `word`, itself first.

    A list's "parklet" allows Parklet and parklet's; its "SuDS" allows nothing but SuDS and SuDS's.
    """
    bare = word[:-2] if word.endswith("'s") else word
    same = (word, bare)
    lower = bare[:1].lower() + bare[1:]
    return tuple(dict.fromkeys((*same, lower if bare.istitle() else bare)))


def _word(run: re.Match[str], at: int) -> Word | None:
    plain = _plain(run.group())
    return Word(at + run.start(), at + run.end(), plain) if plain else None


@lru_cache(50_000)
def _plain(shown: str) -> str:
    """Return a word as it is looked up, '' where it is none."""
    if not _WORD.fullmatch(shown) or _CAPITALS.fullmatch(shown):
        return ""
    plain = looked_up(shown)
    return "" if len(plain) < 2 or any(letter.isnumeric() for letter in plain) else plain
