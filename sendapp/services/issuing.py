"""What leaves the desk and is entered in the journal at once: files, and what needs no window."""

from concurrent.futures import Future
from pathlib import Path

from sendapp.domain.deeds import issued
from sendapp.domain.journal import Deed
from sendapp.domain.versions import Why
from sendapp.errors import Problem
from sendapp.services.export import written
from sendapp.services.history import who_works
from sendapp.storage.keeper import Keeper, Stores
from sendapp.storage.stored import Stored


def note_issued(keeper: Keeper, stored: Stored, why: Why, note: str) -> "Future[int]":
    """Keep a version of what left the desk and enter it; the result is the row's number."""

    def work(stores: Stores) -> int:
        record = stored.record
        stores.versions.keep(record, stored.typed, why=why, note=note, who=who_works(stores))
        return stores.journal.add(issued(record, why, note), stores.records.by())

    return keeper.run(work)


def write_and_enter(keeper: Keeper, path: Path, data: bytes, deed: Deed) -> Path:
    """Write a file for others to read, enter that in the journal, and return the file's path.

    It waits for the journal. Raises a Problem.
    """
    written(path, data)
    try:
        keeper.run(lambda stores: stores.journal.add(deed, stores.records.by())).result()
    except Problem as problem:
        raise Problem(
            f"{path} was written, but the journal has no row of it. {problem.sentence}",
            problem.hint,
        ) from problem
    return path
