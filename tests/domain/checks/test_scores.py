"""The checks find the planted faults of the corpus, and little else."""

import pytest

from sendapp.domain.checks.catalogue import CHECKS
from tests.domain.checks.scores import Scores, scores_of, table

_RECALL = 0.95
_PRECISION = 0.90


# Only figures are told of the held half: a failure must not show what is in it.
@pytest.mark.parametrize("half", ["tuning", "held"])
def test_the_planted_faults_are_found_and_little_else(half: str) -> None:
    recall, precision = _figures(scores_of(half))
    assert recall >= _RECALL
    assert precision >= _PRECISION


def test_the_table_names_every_check_and_ends_with_the_whole() -> None:
    scores = scores_of("tuning")
    *rows, whole = table(scores).splitlines()[1:]
    assert [row.split()[0] for row in rows] == [check.name for check in CHECKS]
    planted = [int(row.split()[1]) for row in rows]
    assert sum(planted) == scores.found.total() + scores.missed.total()
    assert whole == f"recall {scores.recall:.1%}, precision {scores.precision:.1%}"


def _figures(scores: Scores) -> tuple[float, float]:
    return scores.recall, scores.precision
