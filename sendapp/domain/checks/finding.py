"""What a check is, and what it finds."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum

from sendapp.domain.catalogue import field as catalogued
from sendapp.domain.checks.reading import Reading, Spot
from sendapp.domain.fields import Kind

_CONTEXT = 30
_MOST_QUOTED = 90


class Rank(Enum):
    """How much a finding weighs; the value heads its part of the panel."""

    LAW = "The law requires"
    COUNCIL = "Your council asks"
    LOOKS = "Looks wrong"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing found: what, where it stands, a sentence for the officer, and the duty behind it.

    `start` and `end` count the characters of the place's words (`richtext_html.words_of` for a
    rich text); both are 0 where no particular words are meant. `mark` tells it from other findings
    of its check in its field, wherever rows move: the words with what stands around them.
    """

    check: str
    rank: Rank
    title: str
    place: str
    sentence: str
    start: int = 0
    end: int = 0
    words: str = ""
    mark: str
    duty: str
    source: str = ""
    confirmable: bool = False
    """Whether confirming the words settles it, rather than setting it aside."""
    set_aside: str = ""
    """Why an officer has set it aside; '' if nobody has."""

    @property
    def key(self) -> tuple[str, str, str]:
        """What tells it from others wherever rows move, and what a row of `set_aside` keeps."""
        return self.check, self.field, self.mark

    @property
    def field(self) -> str:
        """The record's field that the place belongs to."""
        return self.place.partition("[")[0]

    @property
    def row(self) -> int:
        """Which row of the field it stands in, from 0; -1 where the field has none."""
        return int(self.place.partition("[")[2].partition("]")[0] or -1)

    @property
    def where(self) -> str:
        """The place in the officer's words: "Reason 2", "Date of decision"."""
        entry = catalogued(self.field)
        if entry.kind is not Kind.ROWS or self.row < 0:
            return entry.label
        return f"{entry.row[:1].upper()}{entry.row[1:]} {self.row + 1}"

    @property
    def quoted(self) -> str:
        """The very words, in quotes and not too many; '' where no words are meant."""
        words = " ".join(self.words.split())
        if len(words) > _MOST_QUOTED:
            words = f"{words[:_MOST_QUOTED].rstrip()} …"
        return f"“{words}”" if words else ""


Find = Callable[[Reading], Iterator[Spot]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A named check: a pure function over one frozen record.

    `duty` says in plain words why it matters, `duties` says it for the record types for which it
    reads otherwise, and `source` where it comes from, by record type ('' for any). `found` and
    `passed` are words that it finds and words that it leaves alone.
    """

    name: str
    rank: Rank
    title: str
    duty: str
    find: Find
    types: frozenset[str]
    source: Mapping[str, str]
    duties: Mapping[str, str] = field(default_factory=dict)
    confirmable: bool = False
    """Whether the officer settles a finding by confirming its words."""
    found: tuple[str, ...]
    passed: tuple[str, ...]

    def duty_for(self, record_type: str) -> str:
        """Return the duty in plain words, as a record of this type has it."""
        return self.duties.get(record_type, self.duty)

    def source_for(self, record_type: str) -> str:
        """Return the citation for a record of this type, '' if there is none."""
        return self.source.get(record_type, self.source.get("", ""))

    def findings(self, reading: Reading) -> Iterator[Finding]:
        """Yield what the check finds; nothing in a record of a type it is not for."""
        if reading.record_type not in self.types:
            return
        for spot in self.find(reading):
            text = reading.words_at(spot.place)
            words = text[spot.start : spot.end]
            around = text[max(0, spot.start - _CONTEXT) : spot.end + _CONTEXT]
            yield Finding(
                check=self.name,
                rank=self.rank,
                title=self.title,
                place=spot.place,
                sentence=spot.sentence,
                start=spot.start,
                end=spot.end,
                words=words,
                mark=around if words else spot.sentence,
                duty=self.duty_for(reading.record_type),
                source=self.source_for(reading.record_type),
                confirmable=self.confirmable,
            )
