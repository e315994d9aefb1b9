"""Rows 2 and 3: a keystroke while pages are made, and a pause until the page is fresh."""

from collections.abc import Iterator

from tests.benchmarks.figures import Figure, p99
from tests.benchmarks.setting import Place, Size


def measure(place: Place, size: Size) -> Iterator[Figure]:
    """Type in a process of its own, and beside it in a plain QTextEdit."""
    for an_item, named in ((1, "each an item"), (size.paragraphs // 2, "all in two items")):
        folder = str(place.fresh("typing").data)
        typed = place.run("typed", folder, str(size.keys), str(size.paragraphs), str(an_item))
        ours, plain = typed["ours"], typed["plain"]
        what = f"one key, {size.paragraphs} paragraphs ({named}), pages always in the making"
        beside = "plain QTextEdit, same words"
        yield Figure("2 key", what, ours["taken"], beside, plain["taken"], of=p99, most=16)
        yield Figure("2", what, ours["taken"], beside, plain["taken"])
        worked = "the same, processor time of the window's thread"
        yield Figure("2", worked, ours["worked"], beside, plain["worked"], of=p99)
        late = "late for its moment: what else the window was at"
        yield Figure("2", late, ours["late"], beside, plain["late"], of=p99)
    folder = str(place.fresh("pausing").data)
    paused = place.run("paused", folder, str(size.pauses))
    pages = paused["pages"]
    yield Figure(
        row="3 page",
        what=f"typing has paused (the words reach the record) → page painted, {pages} pages",
        ours=paused["from_pause"],
        baseline_of="the worker process alone, same request",
        baseline=paused["worker"],
        most=200,
    )
    yield Figure("3", "the last key → page painted", paused["from_key"])
