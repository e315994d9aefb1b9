"""The officer's desk: every verb about kept records, each a result that comes later."""

from collections.abc import Callable, Collection, Iterable, Mapping
from concurrent.futures import Future
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from sendapp.domain.checks.reading import Others
from sendapp.domain.interchange import content_hash
from sendapp.domain.posts import Suggestion, holders_on
from sendapp.domain.record import DecisionRecord
from sendapp.domain.versions import Why
from sendapp.errors import Damaged, NotFound
from sendapp.services.copying import started_from
from sendapp.services.council import CouncilSettings, put_settings, put_word, read_settings
from sendapp.services.exchange import IfPresent, TakenIn, move_in, take_in
from sendapp.services.filing import write_files
from sendapp.services.history import keep_stored
from sendapp.services.numbering import next_reference
from sendapp.services.registering import Listing, Query, listing
from sendapp.services.rescue import Rescued, SideFiles
from sendapp.services.suggestions import suggestions
from sendapp.storage.keeper import Keeper, Stores
from sendapp.storage.register import Sort, Summary
from sendapp.storage.second_place import own_folder, records_id
from sendapp.storage.snippets import FOUND_END, FOUND_START
from sendapp.storage.stored import Saved, Stored

T = TypeVar("T")
Starts = Iterable[tuple[str, str]]
"""Fields that a new record has filled, each with its text."""

# The window may not import storage, and takes these from here.
__all__ = [
    "FOUND_END",
    "FOUND_START",
    "Desk",
    "Listing",
    "Query",
    "Rescued",
    "Saved",
    "Sort",
    "Stored",
    "Suggestion",
    "Summary",
]


class Desk:
    """Each verb runs on the keeper's thread and returns a future; Problems arrive through it."""

    def __init__(self, keeper: Keeper, rescue_folders: tuple[Path, ...]) -> None:
        self._keeper = keeper
        self._side_files = SideFiles(rescue_folders)
        # What is kept in the records file can only now be read.
        self._run(lambda stores: records_id(stores.settings))
        self.settings()

    def register(self, query: Query | None = None) -> "Future[Listing]":
        """Return what the register shows."""
        asked = query or Query()
        return self._run(lambda stores: listing(stores, asked))

    def open(self, record_id: str) -> "Future[Stored]":
        """Return the record as it is kept.

        Who opens it starts from there: no later save speaks for a side file written before.
        """
        self._side_files.forget(record_id)
        return self._run(lambda stores: stores.records.get(record_id))

    def create(self, record_type: str, starts: Starts = ()) -> "Future[Stored]":
        """Keep and return a new record, with what the settings say for every record.

        `starts` is what its kind fills in (`RecordType.starts`).
        """

        def work(stores: Stores) -> Stored:
            council = read_settings(stores.settings).council
            record = DecisionRecord(record_type=record_type, council=council)
            return _kept(stores, _started(record, starts))

        return self._run(work)

    def start_from(self, record: DecisionRecord, starts: Starts = ()) -> "Future[Stored]":
        """Keep and return a new draft with the words of `record`; see `copying.started_from`."""

        def work(stores: Stores) -> Stored:
            posts = read_settings(stores.settings).posts
            holders = holders_on(posts, date.today().isoformat())
            return _kept(stores, _started(started_from(record, holders), starts))

        return self._run(work)

    def save(
        self, record: DecisionRecord, typed: Mapping[str, str], expected_hash: str = ""
    ) -> "Future[Saved]":
        """Keep the record, and dates as typed that say no date; done once it is read back.

        NotFound comes where the record was deleted meanwhile. Changed comes where another hash
        than the one expected is kept (`Stored.hash`, then `Saved.hash`); '' expects none.
        """
        side_file = self._side_files.holding(record, typed)

        def work(stores: Stores) -> Saved:
            saved = stores.records.save(record, typed, expected_hash=expected_hash)
            if side_file:
                self._side_files.discard(side_file)
            return saved

        return self._run(work)

    def bin(self, record_id: str) -> "Future[None]":
        """Put the record in the bin."""
        return self._run(lambda stores: stores.records.bin(record_id))

    def unbin(self, record_id: str) -> "Future[None]":
        """Take the record out of the bin."""
        return self._run(lambda stores: stores.records.unbin(record_id))

    def empty_bin(self) -> "Future[int]":
        """Delete what is in the bin for ever; returns how many records."""
        return self._run(lambda stores: stores.records.empty_bin())

    def take_in(
        self, record: DecisionRecord, if_present: IfPresent = IfPresent.ASK
    ) -> "Future[TakenIn]":
        """Keep a record that was read from a file; see `exchange.take_in`."""

        def work(stores: Stores) -> TakenIn:
            kept = partial(keep_stored, stores, why=Why.REPLACED)
            return take_in(stores.records, record, if_present, kept, partial(move_in, stores))

        return self._run(work)

    def write_files(self, record_id: str, folder: Path) -> list[Path]:
        """Write what is filed with a record into `folder`, for whoever may wait for it."""
        return write_files(self._keeper, record_id, folder)

    def all_ids(self) -> "Future[list[str]]":
        """Return the ids of all records outside the bin, last saved first."""
        return self._run(lambda stores: stores.records.ids())

    def others_but(self, record_id: str) -> "Future[Others]":
        """Return what all records outside the bin but this one are called."""

        def work(stores: Stores) -> Others:
            records = stores.records
            return Others.called(records.titles(record_id), records.references(record_id))

        return self._run(work)

    def next_reference(self, record: DecisionRecord) -> "Future[str]":
        """Return the next number of the council's series for `record`; see `numbering`."""
        return self._run(lambda stores: next_reference(stores, record, date.today().year))

    def posts(self) -> "Future[tuple[Suggestion, ...]]":
        """Return the posts that records and settings name, last used first."""
        return self._run(suggestions)

    def settings(self) -> "Future[CouncilSettings]":
        """Return what the council has set."""

        def work(stores: Stores) -> CouncilSettings:
            settings = read_settings(stores.settings)
            _use_second_place(stores, settings)
            return settings

        return self._run(work)

    def keep_settings(self, settings: CouncilSettings) -> "Future[CouncilSettings]":
        """Keep what the council has set, and return it as it is kept."""

        def work(stores: Stores) -> CouncilSettings:
            put_settings(stores.settings, settings, stores.records.by())
            kept = read_settings(stores.settings)
            _use_second_place(stores, kept)
            return kept

        return self._run(work)

    def name_council(self, name: str) -> "Future[CouncilSettings]":
        """Put the council's name into the settings where they have none; return what is set."""

        def work(stores: Stores) -> CouncilSettings:
            settings = read_settings(stores.settings)
            if not settings.council:
                put_settings(stores.settings, replace(settings, council=name), stores.records.by())
            return read_settings(stores.settings)

        return self._run(work)

    def learn_word(self, word: str, *, known: bool = True) -> "Future[CouncilSettings]":
        """Add a word to the council's own, or take it out; return what is set then."""
        return self._run(lambda stores: put_word(stores.settings, word, known=known))

    def rescue(self, record: DecisionRecord, typed: Mapping[str, str]) -> Path:
        """Write what could not be saved to a side file, at once; raises a Problem."""
        return self._side_files.write(record, typed)

    def rescued(self) -> "Future[tuple[Rescued, ...]]":
        """Return the side files that hold something the records file does not."""
        return self._run(lambda stores: tuple(self._worth_keeping(stores)))

    def bring_back(self, rescued: Rescued, *, as_new: bool = False) -> "Future[Stored]":
        """Keep the text of a side file as the record it belongs to, and delete the file.

        `as_new` keeps it beside that record, with an id of its own; as a draft, if that one has
        moved on. A Problem comes where it can only come back so.
        """
        record = rescued.as_new() if as_new else rescued.record

        def work(stores: Stores) -> Stored:
            if stored := _stored(stores, record.id):
                keep_stored(stores, stored, why=Why.RESCUED)
            stores.records.save(record, rescued.typed, create=True)
            self._side_files.discard(rescued.path)
            return stores.records.get(record.id)

        return self._run(work)

    def discard(self, rescued: Rescued) -> None:
        """Delete a side file."""
        self._side_files.discard(rescued.path)

    def discard_of(self, record_ids: Collection[str]) -> None:
        """Delete what was set aside of records that were disposed of."""
        self._side_files.discard_of(record_ids)

    def _worth_keeping(self, stores: Stores) -> list[Rescued]:
        left = []
        for rescued in self._side_files.left():
            stored = _stored(stores, rescued.record.id)
            if stored and _is_kept(stored, rescued):
                self._side_files.discard(rescued.path)
            else:
                left.append(rescued.beside(stored))
        return left

    def _run(self, work: Callable[[Stores], T]) -> "Future[T]":
        return self._keeper.run(work)


def _kept(stores: Stores, record: DecisionRecord) -> Stored:
    stores.records.save(record, create=True)
    return stores.records.get(record.id)


def _started(record: DecisionRecord, starts: Starts) -> DecisionRecord:
    blank: dict[str, Any] = {name: text for name, text in starts if not getattr(record, name)}
    return replace(record, **blank)


def _use_second_place(stores: Stores, settings: CouncilSettings) -> None:
    folder = settings.second_backup_folder
    stores.backups.second_folder = own_folder(Path(folder), stores.settings) if folder else None


def _is_kept(stored: Stored, rescued: Rescued) -> bool:
    same = content_hash(stored.record) == content_hash(rescued.record)
    return same and stored.typed == rescued.typed


def _stored(stores: Stores, record_id: str) -> Stored | None:
    """Return the record as it is kept, None where it is not, or not as it was saved."""
    try:
        return stores.records.get(record_id)
    except (NotFound, Damaged):
        return None
