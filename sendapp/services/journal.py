"""The whole journal: read in slices, so that no save waits for all of it, and saved as a table."""

from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import date
from hashlib import sha256
from pathlib import Path

from sendapp.documents.sheets import table_as_csv
from sendapp.domain.deeds import journal_saved
from sendapp.domain.journal_lines import JournalAsked, JournalLine, JournalPage, told
from sendapp.services.file_names import list_file_name
from sendapp.services.issuing import write_and_enter
from sendapp.storage.journal_pages import first_page, lines_before
from sendapp.storage.keeper import Keeper

SLICE = 200
"""So many rows are read at once for the eye."""
_SLICE_OF_FILE = 2_000
_HEADINGS = (
    *("Row", "Day", "Time", "Done by", "As the computer calls them", "What was done"),
    *("Record", "The record is", "The record’s identity"),
)
_EVERY_CHANGE = 1_000_000


class Journal:
    """Each verb is a result that comes later; Problems arrive through the futures."""

    def __init__(self, keeper: Keeper) -> None:
        self._keeper = keeper
        # A thread of its own: a slow share must hold up neither the records nor the window.
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="journal")

    def close(self) -> None:
        """Finish the file that is being written; safe to call twice."""
        self._writer.shutdown()

    def first(self, asked: JournalAsked) -> "Future[JournalPage]":
        """Return the newest lines of those asked for, and how many there are."""
        return self._keeper.run(lambda stores: first_page(stores.db, asked, SLICE))

    def before(self, asked: JournalAsked, number: int) -> "Future[list[JournalLine]]":
        """Return the lines of those asked for that come before row `number`; [] at the end."""
        return self._keeper.run(lambda stores: lines_before(stores.db, asked, number, SLICE))

    def save(self, asked: JournalAsked, path: Path) -> "Future[int]":
        """Write all the lines asked for to `path` as CSV, newest first; returns how many.

        That is a row of the journal itself: what it tells leaves the records file.
        """
        return self._writer.submit(self._save, asked, path)

    def _save(self, asked: JournalAsked, path: Path) -> int:
        rows = [_cells(line) for line in self._all(asked)]
        data = table_as_csv(_HEADINGS, rows)
        deed = journal_saved(asked, path.name, len(rows), sha256(data).hexdigest())
        write_and_enter(self._keeper, path, data, deed)
        return len(rows)

    def _all(self, asked: JournalAsked) -> Iterator[JournalLine]:
        number = 0
        while lines := self._slice(asked, number):
            yield from lines
            number = lines[-1].entry.number

    def _slice(self, asked: JournalAsked, number: int) -> list[JournalLine]:
        slice_of_it = self._keeper.run(
            lambda stores: lines_before(stores.db, asked, number, _SLICE_OF_FILE)
        )
        return slice_of_it.result()


def journal_file_name(asked: JournalAsked, today: date) -> str:
    """Return a good name for the lines asked for, with their days."""
    until = asked.until or today.isoformat()
    return list_file_name("Journal", asked.since or until, until, ".csv")


def _cells(line: JournalLine) -> tuple[str, ...]:
    entry = line.entry
    return (
        str(entry.number),
        f"{line.at:%Y-%m-%d}",
        f"{line.at:%H:%M:%S}",
        entry.who,
        entry.user,
        told(entry, _EVERY_CHANGE),
        line.called,
        line.kept.value,
        entry.record_id,
    )
