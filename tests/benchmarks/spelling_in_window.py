"""Row 11: a long item is opened while its spelling is looked up: no stall of the window."""

from collections.abc import Iterator

from tests.benchmarks.figures import Figure, p99
from tests.benchmarks.setting import Place, Size


def measure(place: Place, size: Size) -> Iterator[Figure]:
    """Open it with spelling, and without."""
    on, off = (
        place.run("spelled", str(place.fresh(f"spelling-{how}").data), str(size.spelt), how)
        for how in ("on", "off")
    )
    what = f"an item of {size.spelt} words is open and looked up: longest stall"
    yield Figure("11 spelling", what, on["stalls"], "without", off["stalls"], of=max, most=16)
    keys = "one key in it, misspelt words among them"
    yield Figure("11", keys, on["keys"], "without", off["keys"], of=p99, most=16)
