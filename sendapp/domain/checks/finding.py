"""What a check is, and what it finds."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from sendapp.domain.checks.reading import Reading, Spot


class Rank(Enum):
    """How much a finding weighs; the value heads its part of the panel."""

    LAW = "The law requires"
    COUNCIL = "Your council asks"
    LOOKS = "Looks wrong"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found: where it stands, and a sentence for the officer.

    `start` and `end` count the characters of the place's words (`richtext_html.words_of` for a
    rich text); both are 0 where no particular words are meant.
    """

    check: str
    place: str
    sentence: str
    start: int = 0
    end: int = 0
    words: str = ""

    @property
    def field(self) -> str:
        """The record's field that the place belongs to."""
        return self.place.partition("[")[0]

    @property
    def mark(self) -> str:
        """What tells it from other findings of its check in its field, wherever rows move."""
        return self.words or self.sentence


Find = Callable[[Reading], Iterator[Spot]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A named check: a pure function over one frozen record.

    `duty` says in plain words why it matters and `source` where that comes from, by record type
    ('' for any). `found` and `passed` are words that it finds and words that it leaves alone.
    """

    name: str
    rank: Rank
    title: str
    duty: str
    find: Find
    types: frozenset[str]
    source: Mapping[str, str]
    found: tuple[str, ...]
    passed: tuple[str, ...]

    def source_for(self, record_type: str) -> str:
        """Return the citation for a record of this type, '' if there is none."""
        return self.source.get(record_type, self.source.get("", ""))

    def findings(self, reading: Reading) -> Iterator[Finding]:
        """Yield what the check finds; nothing in a record of a type it is not for."""
        if reading.record_type not in self.types:
            return
        for spot in self.find(reading):
            words = reading.words_at(spot.place)[spot.start : spot.end]
            yield Finding(self.name, spot.place, spot.sentence, spot.start, spot.end, words)
