"""How well the facts of an old record are found: recall by kind, and the needless marks.

python -m tests.domain.carried.scores            the tuning half, with every miss and needless mark
python -m tests.domain.carried.scores --held     the held half, figures only
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sendapp.domain.carrying.facts import facts_in
from sendapp.domain.carrying.standing import standing_in
from sendapp.domain.checks.reading import Passage, Reading
from sendapp.domain.interchange import from_dict
from sendapp.domain.record import DecisionRecord
from sendapp.services.copying import without_facts

CORPUS = Path(__file__).with_name("corpus")
HALVES = ("tuning", "held")
KINDS = ("name", "date", "amount", "reference")


@dataclass
class Scores:
    """Counts by kind, and the misses and needless marks in words."""

    marked: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    needed: int = 0
    """How many marks share a character with a planted fact."""
    needless: Counter[str] = field(default_factory=Counter)
    notes: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        """The part of the planted facts that is marked."""
        return self.marked.total() / (self.marked.total() + self.missed.total())

    @property
    def share_needless(self) -> float:
        """The part of the marks that touch no planted fact."""
        return self.needless.total() / (self.needed + self.needless.total())


def scores_of(*halves: str) -> Scores:
    """Return how the marking does on these halves of the corpus, as its README says to count."""
    scores = Scores()
    for half in halves:
        for path in sorted((CORPUS / half).glob("*.json")):
            data = json.loads(path.read_text(encoding="utf-8"))
            data["record"].pop("format", None)
            _score(scores, from_dict(data["record"]), data["facts"], path.stem)
    return scores


def _score(scores: Scores, old: DecisionRecord, facts: list[dict[str, Any]], name: str) -> None:
    record = without_facts(old)
    carried = facts_in(record)
    planted: dict[str, list[dict[str, Any]]] = {}
    for fact in facts:
        planted.setdefault(_place(fact), []).append(fact)
    passages = {passage.place: passage for passage in Reading(record).passages}
    for place in planted.keys() - passages.keys():
        raise AssertionError(f"{name}: nothing stands in {place}")
    for passage in passages.values():
        words = [fact.words for fact in carried if fact.field == passage.field]
        kinds = {fact.words: fact.kind for fact in carried if fact.field == passage.field}
        marks = standing_in(passage.words, words)
        covered = {at for mark in marks for at in range(mark.start, mark.end)}
        wanted: set[int] = set()
        for fact in planted.get(passage.place, ()):
            places = list(_occurrences(passage, fact["words"]))
            wanted.update(at for start, end in places for at in range(start, end))
            well = all(
                2 * len(covered & set(range(start, end))) >= end - start for start, end in places
            )
            (scores.marked if well and places else scores.missed)[fact["kind"]] += 1
            if not well or not places:
                scores.notes.append(
                    f"missed   {name} {passage.place} {fact['kind']}: {fact['words']}"
                )
        if passage.field in ("council", "decision_maker", "decision_lead_in"):
            continue
        for mark in marks:
            if wanted.isdisjoint(range(mark.start, mark.end)):
                scores.needless[kinds[mark.words]] += 1
                scores.notes.append(f"needless {name} {passage.place}: {mark.words}")
            else:
                scores.needed += 1


def _place(fact: dict[str, Any]) -> str:
    if fact["row"] is None:
        return str(fact["field"])
    row = f"{fact['field']}[{fact['row']}]"
    return f"{row}.{fact['part']}" if fact["field"] in ("options", "appendices") else row


def _occurrences(passage: Passage, words: str) -> Iterator[tuple[int, int]]:
    at = passage.words.find(words)
    while at >= 0:
        yield at, at + len(words)
        at = passage.words.find(words, at + len(words))


def table(scores: Scores) -> str:
    """Return the scores as lines, a kind each, the whole last."""
    lines = [f"{'kind':12}{'planted':>8}{'marked':>8}{'recall':>8}{'needless':>10}"]
    for kind in KINDS:
        planted = scores.marked[kind] + scores.missed[kind]
        part = scores.marked[kind] / planted if planted else 1.0
        lines.append(
            f"{kind:12}{planted:8}{scores.marked[kind]:8}{part:8.1%}{scores.needless[kind]:10}"
        )
    marks = scores.needed + scores.needless.total()
    needless = f"{scores.needless.total()} of {marks} marks"
    lines.append(f"recall {scores.recall:.1%}, needless {scores.share_needless:.1%} ({needless})")
    return "\n".join(lines)


def main() -> None:
    """Print the scores of a half."""
    held = "--held" in sys.argv
    scores = scores_of("held" if held else "tuning")
    lines = [] if held else scores.notes
    sys.stdout.write("\n".join([*lines, table(scores)]) + "\n")


if __name__ == "__main__":
    main()
