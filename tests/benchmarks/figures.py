"""A measured figure, its baseline and its budget, and the table of them."""

import math
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from statistics import median

Values = list[float]


def timed(act: Callable[[], object]) -> float:
    """Return how long `act` takes, in ms."""
    started = time.perf_counter()
    act()
    return (time.perf_counter() - started) * 1000


def warm(times: Values) -> Values:
    """Return the times without the first three."""
    return times[3:]


def p99(values: Sequence[float]) -> float:
    """Return the value that 99 of 100 do not exceed."""
    return sorted(values)[max(0, math.ceil(len(values) * 0.99) - 1)]


@dataclass(frozen=True, slots=True)
class Figure:
    """One row: what was measured, in `unit`, and what it is held against.

    `most` bounds our figure; `most_ratio` bounds ours / baseline, `least_ratio` bounds
    baseline / ours. A figure without bounds is only reported.
    """

    row: str
    what: str
    ours: Values
    baseline_of: str = ""
    baseline: Values = field(default_factory=list)
    unit: str = "ms"
    of: Callable[[Sequence[float]], float] = median
    most: float | None = None
    most_ratio: float | None = None
    least_ratio: float | None = None

    @property
    def figure(self) -> float:
        """Our figure: the median, or what `of` says."""
        return self.of(self.ours)

    @property
    def base(self) -> float | None:
        """The baseline's figure, None without one."""
        return self.of(self.baseline) if self.baseline else None

    @property
    def ratio(self) -> float | None:
        """How many times the baseline we take, or how many times faster we are."""
        if not self.base:
            return None
        return self.base / self.figure if self.least_ratio else self.figure / self.base

    @property
    def verdict(self) -> str:
        """Met, missed, or reported where there is no bound."""
        kept = []
        if self.most is not None:
            kept.append(self.figure <= self.most)
        if self.ratio is not None and self.most_ratio is not None:
            kept.append(self.ratio <= self.most_ratio)
        if self.ratio is not None and self.least_ratio is not None:
            kept.append(self.ratio >= self.least_ratio)
        if not kept:
            return "reported"
        return "met" if all(kept) else "**missed**"

    @property
    def budget(self) -> str:
        """The bounds, in words."""
        bounds = []
        if self.most is not None:
            bounds.append(f"≤ {_number(self.most)} {self.unit}")
        if self.most_ratio is not None:
            bounds.append(f"≤ {self.most_ratio:g} ×")
        if self.least_ratio is not None:
            bounds.append(f"≥ {self.least_ratio:g} × faster")
        return ", ".join(bounds)

    def cells(self) -> list[str]:
        """Return the figure as a line of the table."""
        named = "99 %" if self.of is p99 else "worst" if self.of is max else "median"
        spread = f"{_number(self.figure)} {self.unit}"
        if self.of is median and len(self.ours) > 2:
            spread += f" ({_number(min(self.ours))}–{_number(max(self.ours))})"
        base = "" if self.base is None else f"{_number(self.base)} {self.unit}: {self.baseline_of}"
        ratio = "" if self.ratio is None else f"{_number(self.ratio)} ×"
        what = f"{self.what} [{named} of {len(self.ours)}]"
        return [self.row, what, spread, self.budget, base, ratio, self.verdict]


HEAD = ["row", "what", "ours", "budget", "baseline", "ratio", ""]


def table(figures: Sequence[Figure]) -> str:
    """Return the figures as a Markdown table."""
    lines = [HEAD, ["---"] * len(HEAD), *(figure.cells() for figure in figures)]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"
