"""What records said before: versions kept, listed and read, each verb a result that comes later."""

from collections.abc import Callable, Mapping
from concurrent.futures import Future
from typing import TypeVar

from sendapp.domain.comparing import Difference, as_read, differences
from sendapp.domain.record import DecisionRecord
from sendapp.storage.by import who_works as by_name
from sendapp.storage.keeper import Keeper, Stores
from sendapp.storage.line import Line
from sendapp.storage.stored import Stored
from sendapp.storage.versions import OldText, Version

T = TypeVar("T")

Text = int | DecisionRecord
"""The number of a version, or a record."""

_Pair = tuple[DecisionRecord, DecisionRecord]
"""An older text and a newer one."""

# The window may not import storage, and takes these from here.
__all__ = ["History", "OldText", "Version", "keep_stored"]


class History:
    """Each verb reads and writes on the keeper's thread, after all that was asked there before.

    Texts are compared on a thread of their own: long ones take longer than a save may wait.
    """

    def __init__(self, keeper: Keeper) -> None:
        self._keeper = keeper
        self._comparing = Line("comparing")

    def keep(
        self,
        record: DecisionRecord,
        typed: Mapping[str, str],
        *,
        why: str,
        note: str = "",
        save_first: bool = False,
    ) -> "Future[Version | None]":
        """Keep `record` as a version; None comes where nothing changed since the last one.

        `save_first` keeps the record itself before, so that its history is never ahead of it.
        """

        def work(stores: Stores) -> Version | None:
            if save_first and stores.records.exists(record.id):
                stores.records.save(record, typed)
            return stores.versions.keep(record, typed, why=why, note=note, who=who_works(stores))

        return self._run(work)

    def listing(self, record_id: str) -> "Future[list[Version]]":
        """Return the versions of a record, newest first."""
        return self._run(lambda stores: stores.versions.listing(record_id))

    def get(self, number: int) -> "Future[OldText]":
        """Return a version with its content."""
        return self._run(lambda stores: stores.versions.get(number))

    def changed(self, older: Text, newer: Text) -> "Future[list[Difference]]":
        """Return what one text says otherwise than an older one.

        Each is the number of a version, or a record as its form reads.
        """

        def read(stores: Stores) -> _Pair:
            return _record(stores, older), _record(stores, newer)

        return self._compare(read)

    def close(self) -> None:
        """Compare nothing any more; what nobody waits for now is not worth waiting for."""
        self._comparing.close(0)

    def _compare(self, read: Callable[[Stores], _Pair]) -> "Future[list[Difference]]":
        texts = self._run(read)
        return self._comparing.submit(lambda: differences(*texts.result()))

    def _run(self, work: Callable[[Stores], T]) -> "Future[T]":
        return self._keeper.run(work)


def _record(stores: Stores, text: Text) -> DecisionRecord:
    if not isinstance(text, int):
        return text
    old = stores.versions.get(text)
    return as_read(old.record, old.typed)


def keep_stored(stores: Stores, stored: Stored, *, why: str) -> Version | None:
    """Keep what is stored as a version, before something else is put in its place."""
    return stores.versions.keep(stored.record, stored.typed, why=why, who=who_works(stores))


def who_works(stores: Stores) -> str:
    """Return the name in the settings, else what the computer calls whoever works at it."""
    by = by_name(stores.settings)
    return by.who or by.user
