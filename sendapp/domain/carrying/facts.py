"""The facts of a record that belong to its one case: names, dates, amounts, references."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import groupby

from sendapp.domain.carrying.amounts import amounts_in, is_number, names_money
from sendapp.domain.carrying.dates import dates_in
from sendapp.domain.carrying.links import links_in
from sendapp.domain.carrying.listed_names import people_in, wards_in
from sendapp.domain.carrying.names import Known, names_in
from sendapp.domain.carrying.people import known_in, people_of, titled_in
from sendapp.domain.carrying.references import references_in, roads_in
from sendapp.domain.carrying.spans import Fact, take
from sendapp.domain.carrying.standing import plain_spaces
from sendapp.domain.checks.reading import Passage, Reading
from sendapp.domain.record import Carried, DecisionRecord

_NO_FACTS = frozenset({"council", "directorate"})
_POSTS = frozenset({"decision_maker", "decision_lead_in"})
"""They say a post, which is no fact: of them only people are."""
_PEOPLE = frozenset({"decision_maker_name", "report_author", "contact", "implementing_officer"})
_SMALL = re.compile(r"(?<![\w’'-])[a-z]{3,}(?![\w’'-])")
_WORDS = re.compile(r"[^\W\d_]+")
_LONGEST = 300
"""No fact is longer, in characters: what is was no fact."""


def facts_in(record: DecisionRecord, people: Iterable[str] = ()) -> tuple[Carried, ...]:
    """Return the facts that stand in `record`, each once for its field, as they are read.

    They are names of people, bodies and places, dates, amounts and references; the council, its
    posts and its committees, laws and common words are none. `people` are known beside those whom
    the record's own fields name.
    """
    reading = Reading(record)
    known = _known(reading, people)
    links = links_in(record)
    found = [
        (passage, words, kind)
        for passage in reading.passages
        if passage.field not in _NO_FACTS
        for words, kind in (*_facts_of(passage, known), *_linked(links.get(passage.place, ())))
    ]
    names = {words for _, words, kind in found if kind == "name"}
    lengths = _lengths(names)
    seen: dict[tuple[str, str], Carried] = {}
    for passage, group in groupby(found, key=lambda one: one[0]):
        text = plain_spaces(passage.words)
        # Each once: a long passage may say the same name a thousand times.
        for _, words, kind in dict.fromkeys(group):
            whole = _whole(words, text, names, lengths) if kind == "name" else words
            key = passage.field, whole
            seen.setdefault(key, Carried(field=passage.field, words=whole, kind=kind))
    return tuple(seen.values())


def _lengths(names: set[str]) -> dict[str, list[int]]:
    """Return how long the names of several words are, by their last word, the longest first."""
    by_last: dict[str, set[int]] = {}
    for name in names:
        if " " in name:
            by_last.setdefault(_last(name), set()).add(len(name))
    return {last: sorted(lengths, reverse=True) for last, lengths in by_last.items()}


def _last(name: str) -> str:
    return name.rpartition(" ")[2]


def _whole(words: str, text: str, names: set[str], lengths: Mapping[str, list[int]]) -> str:
    """Return the longer name that `words` are the end of here, as the record has it elsewhere.

    A sentence's first word is not taken for a part of a name by itself: "Low Bridge Lane".
    """
    end = text.find(words) + len(words)
    for length in lengths.get(_last(words), ()):
        if length <= len(words):
            break
        # It must stand where the words first do, which spares looking for all the others.
        name = text[max(0, end - length) : end]
        if name in names and name.endswith(f" {words}") and text.count(name) == text.count(words):
            return name
    return words


def _known(reading: Reading, people: Iterable[str]) -> Known:
    small = frozenset(_SMALL.findall(reading.text))
    council = frozenset(word.lower() for word in _WORDS.findall(reading.record.council))
    fields = (passage.words for passage in reading.of(*_PEOPLE))
    return Known(small, council, people_of((*people, *fields)))


def _linked(links: Iterable[str]) -> Iterator[tuple[str, str]]:
    return ((plain_spaces(words), "reference") for words in links if len(words) <= _LONGEST)


def _facts_of(passage: Passage, known: Known) -> Iterator[tuple[str, str]]:
    """Yield the words and the kind of each fact of a passage."""
    whole = plain_spaces(passage.words).strip()
    none = True
    for line, facts in _by_line(passage, known):
        for fact in sorted(facts, key=lambda fact: fact.start):
            words = line[fact.start : fact.end]
            if len(words) <= _LONGEST:
                none = False
                yield words, fact.kind
    if none and passage.field in _PEOPLE and len(whole) <= _LONGEST:
        # Whoever stands there, under whatever name, was the old case's.
        yield whole, "reference" if passage.field == "contact" else "name"


def _by_line(passage: Passage, known: Known) -> Iterator[tuple[str, Iterable[Fact]]]:
    money: frozenset[int] = frozenset()
    for line in plain_spaces(passage.words).split("\n"):
        if "\t" not in line:
            money = frozenset({-1}) if _says_thousands(line) else frozenset()
            yield line, _of_line(line, passage.field, known)
            continue
        cells = line.split("\t")
        columns = frozenset(at for at, cell in enumerate(cells) if names_money(cell))
        money |= columns
        for at, cell in enumerate(cells):
            if (at in money or (-1 in money and at)) and is_number(cell.strip()):
                yield cell, [Fact(0, len(cell.rstrip()), "amount")]
            else:
                yield cell, _of_line(cell, passage.field, known)


def _says_thousands(line: str) -> bool:
    return re.search(r"£\s?['’]?000|£\s?m\b|£k\b", line) is not None


@lru_cache(maxsize=2_000)
def _of_line(line: str, field: str, known: Known) -> tuple[Fact, ...]:
    taken = bytearray(len(line))
    if field in _POSTS:
        facts = take(taken, titled_in(line, names_in(line, taken, known)))
        return (*facts, *take(taken, known_in(line, known.people)))
    facts = take(taken, dates_in(line))
    facts += take(taken, amounts_in(line))
    facts += take(taken, roads_in(line))
    facts += take(taken, references_in(line))
    if field in _PEOPLE:
        facts += take(taken, people_in(line))
    if field == "wards":
        facts += take(taken, wards_in(line))
    else:
        facts += take(taken, names_in(line, taken, known))
        facts += take(taken, known_in(line, known.people))
    return tuple(facts)
