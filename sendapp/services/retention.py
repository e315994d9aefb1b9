"""What is due today, and letting go of what was kept long enough, which is never done by itself."""

from collections.abc import Callable, Collection, Mapping
from concurrent.futures import Future
from datetime import date
from typing import TypeVar

from sendapp.domain.journal import Deed, What
from sendapp.domain.retention import refuse_if_kept
from sendapp.domain.today import Tasks
from sendapp.services.council import read_settings
from sendapp.services.record_types import TypeOnPaper, without_call_in
from sendapp.storage.keeper import Keeper, Stores
from sendapp.storage.today import SHOWN, tasks_on

T = TypeVar("T")


class Retention:
    """Each verb runs on the keeper's thread and returns a future; Problems arrive through it.

    `kinds` says whose duties each type of record has.
    """

    def __init__(
        self,
        keeper: Keeper,
        kinds: Callable[[], Mapping[str, TypeOnPaper]],
        today: Callable[[], date] = date.today,
    ) -> None:
        self._keeper = keeper
        self._kinds = kinds
        self._today = today

    def tasks(self, limit: int = SHOWN) -> "Future[tuple[Tasks, ...]]":
        """Return what is due today by the council's times of retention, so many of each kind.

        A `limit` of -1 is none.
        """

        free = without_call_in(self._kinds())

        def work(stores: Stores) -> tuple[Tasks, ...]:
            profile = read_settings(stores.settings).profile
            years = profile.retention_years, profile.papers_years
            return tasks_on(stores.db, self._today(), *years, free, limit)

        return self._run(work)

    def dispose(self, record_ids: Collection[str]) -> "Future[int]":
        """Delete for ever records that are over and were kept long enough; else raises a Problem.

        What was said of them in backups goes with the backups.
        """

        def work(stores: Stores) -> int:
            years = read_settings(stores.settings).profile.retention_years
            for record_id in record_ids:
                self._refuse_if_kept(stores, record_id, years)
            return stores.disposal.records(record_ids)

        return self._run(work)

    def dispose_papers(self, record_ids: Collection[str]) -> "Future[int]":
        """Let go of records' background papers: those filed; returns how many they were.

        Their names stay printed on the record; the journal tells that the papers are gone.
        """

        def work(stores: Stores) -> int:
            years = read_settings(stores.settings).profile.papers_years
            for record_id in record_ids:
                self._refuse_if_kept(stores, record_id, years)
            words = "Background papers disposed of"
            deeds = [
                Deed(what=What.PAPERS_DISPOSED, words=words, record_id=record_id)
                for record_id in record_ids
            ]
            return stores.disposal.papers(deeds)

        return self._run(work)

    def _refuse_if_kept(self, stores: Stores, record_id: str, years: int) -> None:
        refuse_if_kept(stores.records.get(record_id).record, years, self._today())

    def _run(self, work: Callable[[Stores], T]) -> "Future[T]":
        return self._keeper.run(work)
