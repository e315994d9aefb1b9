"""Row 9: a pause in typing until the checks' panel is right."""

from collections.abc import Iterator

from tests.benchmarks.figures import Figure
from tests.benchmarks.setting import Place, Size


def measure(place: Place, size: Size) -> Iterator[Figure]:
    """Type in a process of its own what a check finds, and take it away again."""
    folder = str(place.fresh("checking").data)
    found = place.run("checked", folder, str(size.pauses), str(size.paragraphs))
    yield Figure(
        row="9 checks",
        what=f"typing has paused → panel right and painted, {size.paragraphs} paragraphs",
        ours=found["from_pause"],
        baseline_of="the checks alone, every text read anew",
        baseline=found["cold"],
        most=100,
    )
    yield Figure("9", "the last key → panel right and painted", found["from_key"])
