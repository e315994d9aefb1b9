"""What the verbs share: exit codes, the records in a data folder, problems on the error output."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from sendapp.errors import InputProblems, NotFound, Problem
from sendapp.paths import Paths, rescue_elsewhere
from sendapp.services.desk import Desk
from sendapp.storage.backups import Backups
from sendapp.storage.keeper import Keeper

DONE, PROBLEMS, WRONG_USE = 0, 1, 2


@contextmanager
def keeping(paths: Paths, *, create: bool) -> Iterator[Keeper]:
    """Keep the records file in a data folder open; one that is missing is made only to `create`."""
    if not create and not paths.database.exists():
        raise NotFound(f"There are no records in {paths.data}.", "Use --data FOLDER.")
    keeper = Keeper(paths.database, Backups(paths.backups), create=create)
    try:
        keeper.opened.result()
        yield keeper
    finally:
        keeper.close()


@contextmanager
def opened(paths: Paths, *, create: bool) -> Iterator[Desk]:
    """Open the records in a data folder, as `keeping` does."""
    with keeping(paths, create=create) as keeper:
        yield desk_of(keeper, paths)


def desk_of(keeper: Keeper, paths: Paths) -> Desk:
    """Return the desk of the records that are kept open."""
    return Desk(keeper, (paths.rescued, rescue_elsewhere()))


def tell(problem: Problem) -> None:
    """Say on the error output what went wrong, each fault on a line."""
    lines = [f"{problem.sentence} {problem.hint}".strip()]
    if isinstance(problem, InputProblems):
        lines += [f"  {fault}" for fault in problem.problems]
    print("\n".join(lines), file=sys.stderr)
