"""Row 1 and row 8: the start of the whole program, and the memory of its window process."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tests.benchmarks.figures import Figure, Values
from tests.benchmarks.setting import Place, Size, first_record, open_last

_KINDS = (
    *("QLabel", "QLineEdit", "QTextEdit", "QPlainTextEdit", "QToolButton", "QPushButton"),
    *("QComboBox", "QCheckBox", "QRadioButton", "QListView", "QScrollArea", "QSplitter"),
)
"""What officers see; the rest are holders and parts of these."""


def measure(place: Place, size: Size) -> Iterator[Figure]:
    """Start the program and an empty window in turn; then look at its memory."""
    paths = place.filled(size.records)
    open_last(paths, first_record().id)
    # The first start makes the day's backup and the compiled modules.
    settled = place.run("started", str(paths.data), "memory")
    widgets: dict[str, int] = settled["widgets"]
    count = sum(widgets.values())
    alike = json.dumps({name: widgets[name] for name in _KINDS if name in widgets})
    place.run("empty_window", str(count), alike)
    ours, plain, same = [], [], []
    for _ in range(size.starts):
        ours.append(place.run("started", str(paths.data)))
        plain.append(place.run("empty_window", str(count), "{}"))
        same.append(place.run("empty_window", str(count), alike))
    what = f"process start to a painted letter in the open record, {size.records:,} records"
    bare, as_many = f"window of {count} bare QWidgets", "as many empty labels, edits, buttons …"
    yield Figure(
        *("1 start", what, _all("ready", ours), bare, _all("ready", plain)),
        most=1000,
        most_ratio=2.5,
    )
    yield Figure("1", "the same", _all("ready", ours), as_many, _all("ready", same))
    worked = "processor time of the window's thread until then"
    yield Figure("1", worked, _all("worked", ours), bare, _all("worked", plain))
    yield Figure("1", worked, _all("worked", ours), as_many, _all("worked", same))
    later = [place.run("started", str(paths.data), "memory") for _ in range(size.starts // 5)]
    yield from _memory([settled, *later], size)


def _all(name: str, runs: Sequence[Mapping[str, Any]]) -> Values:
    return [run[name] for run in runs]


def _memory(runs: Sequence[Mapping[str, Any]], size: Size) -> Iterator[Figure]:
    if runs[0]["memory"]:
        yield Figure(
            row="8 memory",
            what=f"RSS of the window process, {size.records:,} records, record and pages open",
            ours=[run["memory"]["now"] for run in runs],
            unit="MB",
            most=200,
        )
        yield Figure(
            row="8",
            what="the most it ever was (VmHWM)",
            ours=[run["memory"]["most"] for run in runs],
            unit="MB",
        )
