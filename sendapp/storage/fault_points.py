"""Points at which a test may end the program, so that what a fault there leaves can be seen."""

from collections.abc import Callable

_at: Callable[[str], object] | None = None


def fault_point(name: str) -> None:
    """Say that the work has come to the point `name`; nothing happens but in a test."""
    if _at is not None:
        _at(name)


def watch(at: Callable[[str], object] | None) -> None:
    """Have `at` called at every point from now on; None ends that."""
    global _at
    _at = at
