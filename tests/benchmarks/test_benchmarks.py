"""Every measurement runs, on a little; no clock is a reason to fail."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.benchmarks import (
    checking_in_window,
    finding,
    history,
    journal,
    lists,
    paper,
    saving,
    spelling_in_window,
    starting,
    typing_in_window,
)
from tests.benchmarks.figures import HEAD, Figure, p99, table
from tests.benchmarks.setting import QUICK, Place, Size

pytestmark = pytest.mark.benchmark

Measure = Callable[[Place, Size], Iterator[Figure]]


@pytest.mark.timeout(300)
@pytest.mark.parametrize(
    ("measure", "rows"),
    [
        (starting.measure, {"1"}),
        (typing_in_window.measure, {"2", "3"}),
        (saving.measure, {"4"}),
        (finding.measure, {"5"}),
        (paper.measure, {"6", "7"}),
        (checking_in_window.measure, {"9"}),
        (history.measure, {"10"}),
        (spelling_in_window.measure, {"11"}),
        (lists.measure, {"13"}),
        (journal.measure, {"14"}),
    ],
    ids=[
        *("start", "typing", "save", "find", "paper", "checks", "history", "spelling", "lists"),
        "journal",
    ],
)
def test_each_row_is_measured(tmp_path: Path, measure: Measure, rows: set[str]) -> None:
    figures = list(measure(Place(tmp_path), QUICK))
    assert rows <= {figure.row.split()[0] for figure in figures}
    assert all(figure.figure > 0 for figure in figures if figure.budget)
    print("\n" + table(figures))


def test_verdict_says_which_bound_was_missed() -> None:
    slow = Figure("1", "start", [20.0], "empty", [10.0], most=30, most_ratio=1.5)
    fast = Figure("6", "Word", [2.0], "docxtpl", [20.0], most=15, least_ratio=10)
    assert (slow.ratio, slow.verdict) == (2.0, "**missed**")
    assert (fast.ratio, fast.verdict) == (10.0, "met")
    assert Figure("5", "growth", [3.0]).verdict == "reported"


def test_ninety_nine_of_a_hundred() -> None:
    assert p99([float(number) for number in range(1, 101)]) == 99.0
    assert p99([7.0]) == 7.0


def test_table_has_a_line_for_each_figure() -> None:
    lines = table([Figure("5", "growth", [3.0]), Figure("4", "save", [1.0, 2.0, 3.0])]).splitlines()
    assert len(lines) == 4
    assert {line.count("|") for line in lines} == {len(HEAD) + 1}
