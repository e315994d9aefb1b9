"""The names that fields hold by themselves: who wrote the report, which wards it touches."""

import re

from sendapp.domain.carrying.name_words import PARTICLES, POSTS, TEAMS
from sendapp.domain.carrying.spans import Fact

_PERSON = re.compile(r"(?:^|[;/]|,?\sand\s)\s*([^,;/(–]+)")
_WARD = re.compile(r"[^,;/\n]+")
_MOST_WORDS = 6
_NO_WARD = re.compile(
    r"(?:all|none|n/?a|not applicable|various|several|every|the whole"
    r"|(?:borough|county|city|district)[- ]?wide)\b",
    re.IGNORECASE,
)


def people_in(line: str) -> list[Fact]:
    """Return the people whom a field for people names; their posts behind a comma are none."""
    facts = []
    for match in _PERSON.finditer(line):
        words = match[1].rstrip()
        parts = words.split()
        if not 2 <= len(parts) <= _MOST_WORDS or not _is_person(parts):
            continue
        facts.append(Fact(match.start(1), match.start(1) + len(words), "name"))
    return facts


def wards_in(line: str) -> list[Fact]:
    """Return the wards in a list of them."""
    facts = []
    for match in _WARD.finditer(line):
        words = match[0].strip(" .")
        if words and words[0].isupper() and not _NO_WARD.match(words):
            start = match.start() + match[0].index(words)
            facts.append(Fact(start, start + len(words), "name"))
    return facts


def _is_person(parts: list[str]) -> bool:
    small = [part.lower().strip(".") for part in parts]
    if any(part in POSTS or part in TEAMS for part in small):
        return False
    return all(part[0].isupper() or part in PARTICLES for part in parts)
