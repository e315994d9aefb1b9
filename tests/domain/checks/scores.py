"""How well the checks find planted faults: recall and precision, by check.

python -m tests.domain.checks.scores            the tuning half, with every miss and false find
python -m tests.domain.checks.scores --held     the held half, figures only
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sendapp.domain.checks.catalogue import CHECKS, check_record
from sendapp.domain.checks.finding import Finding
from sendapp.domain.checks.reading import Around, folded
from sendapp.domain.interchange import from_dict
from sendapp.domain.record import DecisionRecord

CORPUS = Path(__file__).with_name("corpus")


@dataclass(frozen=True)
class Case:
    """A record of the corpus with what stands around it and the faults it was given."""

    id: str
    record: DecisionRecord
    around: Around
    faults: list[dict[str, str]]


@dataclass
class Scores:
    """Counts by check, and the misses and false finds in words."""

    found: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    false: Counter[str] = field(default_factory=Counter)
    placed: Counter[str] = field(default_factory=Counter)
    """Found at the very row or field that the label names."""
    notes: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        """The part of the planted faults that was found."""
        return self.found.total() / (self.found.total() + self.missed.total())

    @property
    def precision(self) -> float:
        """The part of the findings that are planted faults."""
        return self.found.total() / (self.found.total() + self.false.total())


def cases(half: str) -> Iterator[Case]:
    """Yield the cases of a half, "tuning" or "held"."""
    for line in (CORPUS / f"{half}.jsonl").read_text(encoding="utf-8").splitlines():
        data: dict[str, Any] = json.loads(line)
        data["record"].pop("format", None)
        around = Around(
            other_titles=frozenset(map(folded, data["other_titles"])),
            asked_fields=tuple(data["asked_fields"]),
            asked_clearances=tuple(data["asked_clearances"]),
        )
        yield Case(data["id"], from_dict(data["record"]), around, data["faults"])


def scores_of(half: str) -> Scores:
    """Return how the checks did on a half."""
    scores = Scores()
    for case in cases(half):
        left = list(check_record(case.record, case.around))
        for fault in case.faults:
            same = [finding for finding in left if finding.check == fault["check"]]
            same.sort(key=lambda finding: not _at(finding, fault["place"]))
            if not same:
                scores.missed[fault["check"]] += 1
                scores.notes.append(f"missed {case.id} {fault}")
                continue
            left.remove(same[0])
            scores.found[fault["check"]] += 1
            scores.placed[fault["check"]] += _at(same[0], fault["place"])
        for finding in left:
            scores.false[finding.check] += 1
            words = finding.words or finding.sentence
            scores.notes.append(f"false  {case.id} {finding.check} {finding.place}: {words}")
    return scores


def table(scores: Scores) -> str:
    """Return the scores as lines, a check each, the whole last."""
    lines = [f"{'check':32}{'planted':>8}{'found':>7}{'placed':>8}{'false':>7}"]
    for check in CHECKS:
        name = check.name
        planted = scores.found[name] + scores.missed[name]
        row = (planted, scores.found[name], scores.placed[name], scores.false[name])
        lines.append(f"{name:32}{row[0]:8}{row[1]:7}{row[2]:8}{row[3]:7}")
    lines.append(f"recall {scores.recall:.1%}, precision {scores.precision:.1%}")
    return "\n".join(lines)


def _at(finding: Finding, place: str) -> bool:
    return finding.place == place or finding.place.startswith(f"{place}.")


def main() -> None:
    """Print the scores of a half."""
    held = "--held" in sys.argv
    scores = scores_of("held" if held else "tuning")
    lines = [] if held else scores.notes
    sys.stdout.write("\n".join([*lines, table(scores)]) + "\n")


if __name__ == "__main__":
    main()
