"""What leaves the desk without a window: its version and its row in the journal, at once."""

from concurrent.futures import Future

from sendapp.domain.deeds import issued
from sendapp.domain.versions import Why
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
