"""A record as the checks read it: its words by place, its type, and what stands around it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache

from sendapp.domain.catalogue import CATALOGUE
from sendapp.domain.dates import is_iso_date, read_date
from sendapp.domain.days import days_of
from sendapp.domain.duties import duties_of
from sendapp.domain.fields import Field, Kind, Place
from sendapp.domain.posts import Post
from sendapp.domain.profile import Profile
from sendapp.domain.record import DecisionRecord
from sendapp.domain.reference_series import folded_reference
from sendapp.domain.richtext import Table
from sendapp.domain.richtext_html import parse, words_of
from sendapp.domain.rows import ROWS, place_of_part

# A correction quotes the words that were wrong.
_NOT_TOLD = frozenset(
    {"background_papers", "appendices", "reference", "notice_reference", "corrections"}
)
_WORD_KINDS = {Kind.LINE, Kind.TEXT, Kind.RICH, Kind.POST}
_KEPT_TEXTS = 1_000
_LETTER = re.compile(r"[^\W_]")
_SPACES = re.compile(r"\s+")

# From one key to the next most texts of a record stay as they are.
_words_of = lru_cache(maxsize=_KEPT_TEXTS)(words_of)


@lru_cache(maxsize=_KEPT_TEXTS)
def _tables_in(html: str) -> int:
    return sum(isinstance(block, Table) for block in parse(html)) if "<table" in html else 0


@lru_cache(maxsize=_KEPT_TEXTS)
def _lines_in(words: str) -> tuple[tuple[int, str], ...]:
    """Return each line of a text that says anything, with where it begins."""
    out, at = [], 0
    for line in words.split("\n"):
        if line.strip():
            out.append((at, line))
        at += len(line) + 1
    return tuple(out)


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a check found something: a place, its words if any, and what to say."""

    place: str
    sentence: str
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Passage:
    """The words of one printed text of the record; `field` is the record's field it is part of."""

    place: str
    field: str
    part: str
    words: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a passage, which begins `at` so many characters into it.

    Checks read lines, and remember what they found in one: after a key only one has changed.
    """

    passage: Passage
    at: int
    words: str

    @property
    def field(self) -> str:
        """The record's field that the line is part of."""
        return self.passage.field

    def spot(self, sentence: str, start: int, end: int) -> Spot:
        """Return the spot from `start` to `end` of the line."""
        return Spot(self.passage.place, sentence, self.at + start, self.at + end)


@dataclass(frozen=True, slots=True)
class Others:
    """What the council's other records are called, folded to be compared."""

    titles: frozenset[str] = frozenset()
    references: frozenset[str] = frozenset()

    @classmethod
    def called(cls, titles: Iterable[str], references: Iterable[str]) -> "Others":
        """Return others with these titles and these references, as they were typed."""
        return cls(frozenset(map(folded, titles)), frozenset(map(folded_reference, references)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What a record is read against: other titles, the council's posts, and what it asks for."""

    other_titles: frozenset[str] = frozenset()
    """Folded by `folded`."""
    other_references: frozenset[str] = frozenset()
    """Folded by `folded_reference`."""
    asked_fields: tuple[str, ...] = ()
    asked_clearances: tuple[str, ...] = ()
    posts: tuple[Post, ...] = ()
    """The register of posts."""
    profile: Profile = field(default_factory=Profile)
    """What the council does its own way: its call-in rule, its closure days."""
    duties: str = ""
    """The record type whose duties apply, where the record's own type is the council's."""
    sections: int = 6
    """How many numbered sections the printed record has."""


@dataclass(frozen=True)
class Reading:
    """One record, read once for all checks."""

    record: DecisionRecord
    around: Around = field(default_factory=Around)

    @property
    def record_type(self) -> str:
        """The record type whose duties apply."""
        return duties_of(self.record.record_type, self.around.duties)

    @cached_property
    def closed(self) -> frozenset[date]:
        """The days on which the council is closed, beside weekends and bank holidays."""
        return days_of(self.around.profile.closure_days)

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Every printed text that holds words, in the order of the catalogue."""
        out: list[Passage] = []
        for entry in CATALOGUE:
            if Place.TEMPLATE not in entry.places:
                continue
            value = getattr(self.record, entry.name)
            if entry.kind is not Kind.ROWS:
                out += _passage(entry.name, entry, value, entry.name)
                continue
            for index, row in enumerate(value):
                for part in ROWS[entry.name]:
                    place = place_of_part(entry.name, index, part.name)
                    out += _passage(place, part, getattr(row, part.name), entry.name)
        return tuple(out)

    def of(self, *fields: str) -> tuple[Passage, ...]:
        """Return the passages of these fields."""
        wanted = frozenset(fields)
        return tuple(passage for passage in self.passages if passage.field in wanted)

    def lines(self, *fields: str) -> Iterator[Line]:
        """Yield the lines of these fields."""
        for passage in self.of(*fields):
            for at, words in _lines_in(passage.words):
                yield Line(passage, at, words)

    @cached_property
    def told(self) -> tuple[Line, ...]:
        """The lines in which the record speaks: all but its lists of papers and its numbers."""
        return tuple(self.lines(*(p.field for p in self.passages if p.field not in _NOT_TOLD)))

    def words_at(self, place: str) -> str:
        """Return the words that stand at `place`, '' where there are none."""
        return self._by_place.get(place, "")

    def has_words(self, name: str) -> bool:
        """Whether the field `name` says anything: a text, an answer, or a row with words."""
        value = getattr(self.record, name)
        if not isinstance(value, tuple):
            return says(value)
        return any(says(passage.words) for passage in self.of(name))

    def day(self, name: str) -> date | None:
        """Return the date in the field `name`, None where there is none."""
        return day_of(getattr(self.record, name))

    @cached_property
    def text(self) -> str:
        """All printed words, a paragraph for each place."""
        return "\n".join(passage.words for passage in self.passages)

    @cached_property
    def tables(self) -> int:
        """How many tables the record's texts hold."""
        return sum(
            _tables_in(getattr(row, part.name))
            for name, parts in ROWS.items()
            for row in getattr(self.record, name)
            for part in parts
            if part.kind is Kind.RICH
        )

    @cached_property
    def _by_place(self) -> dict[str, str]:
        return {passage.place: passage.words for passage in self.passages}


def says(text: str) -> bool:
    """Whether a text says anything: a letter or a digit, not only marks or what cannot be seen."""
    return _LETTER.search(text) is not None


def day_of(text: str) -> date | None:
    """Return the date that `text` says, as a field or an officer writes it; None for none."""
    iso = text if is_iso_date(text) else read_date(text)
    return date.fromisoformat(iso) if iso else None


def folded(title: str) -> str:
    """Return a title as it is compared: without case, and one space where there are several."""
    return _SPACES.sub(" ", title).strip().casefold()


def _passage(place: str, entry: Field, value: object, name: str) -> list[Passage]:
    if entry.kind not in _WORD_KINDS:
        return []
    words = _words_of(str(value)) if entry.kind is Kind.RICH else str(value)
    return [Passage(place, name, entry.name, words)] if words.strip() else []
