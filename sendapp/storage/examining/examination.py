"""The examination as a whole: part after part, in slices, past every fault to the end."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Protocol

from sqlite_utils import Database

from sendapp.domain.examined import Examined, Fault, Figures, Part, Progress
from sendapp.errors import InUse, Problem
from sendapp.storage import guard
from sendapp.storage.checks import breathe
from sendapp.storage.clock import now_utc
from sendapp.storage.examining.filed import files_check, filings_check
from sendapp.storage.examining.journal import JournalCheck
from sendapp.storage.examining.reading import open_for_examining
from sendapp.storage.examining.records import records_check
from sendapp.storage.examining.versions import step_versions_check, versions_check
from sendapp.storage.examining.whole import (
    figures_of,
    gone_faults,
    page_faults,
    schema_faults,
    search_faults,
)
from sendapp.storage.faults import problem_of_sqlite, told
from sendapp.storage.migrations import version_of
from sendapp.storage.steps import newest


class Check(Protocol):
    """A part that is gone through in slices."""

    done: bool

    def slice(self) -> tuple[int, list[Fault]]:
        """Look at the next rows; returns how many, and what is wrong."""


def _nobody(_: Progress) -> None:
    """Tell nobody how far it is."""


def examine(
    path: Path,
    *,
    tell: Callable[[Progress], None] = _nobody,
    stop: Callable[[], bool] = lambda: False,
    pause: Callable[[], None] = breathe,
) -> Examined:
    """Go through everything in the records file; others can save meanwhile.

    `stop` is asked between two slices. Raises a Problem where the file cannot be read at all, or
    is of an older program.
    """
    guard.inspect(path, newest(), writing=False)
    at = now_utc()
    with told(path), closing(open_for_examining(path)) as db:
        if version_of(db) != newest():
            raise Problem(
                f"{path} was made by an older version of this program.",
                "Open it once with this one; a backup is made and it is brought up to date.",
            )
        walk = _Walk(db, path, tell, stop, pause)
        complete = walk.everything()
    return Examined(
        path=str(path),
        at=at,
        figures=walk.figures,
        faults=tuple(dict.fromkeys(walk.faults)),
        is_complete=complete,
    )


class _Walk:
    """One examination under way."""

    def __init__(
        self,
        db: Database,
        path: Path,
        tell: Callable[[Progress], None],
        stop: Callable[[], bool],
        pause: Callable[[], None],
    ) -> None:
        self._db = db
        self._path = path
        self._tell = tell
        self._stop = stop
        self._pause = pause
        self._looked = 0
        self.figures = Figures()
        self.faults: list[Fault] = []

    def everything(self) -> bool:
        """Look at every part; returns False where it was stopped."""
        self._gather("the file", self._figures())
        return all(part() for part in self._parts())

    def _parts(self) -> Iterator[Callable[[], bool]]:
        db = self._db
        yield lambda: self._gather("the file", page_faults(db))
        yield lambda: self._gather("the file", schema_faults(db))
        checks: tuple[tuple[str, Callable[[Database], Check]], ...] = (
            ("the journal", JournalCheck),
            ("records", records_check),
            ("versions", versions_check),
            ("versions", step_versions_check),
            ("filed documents", files_check),
            ("filed documents", filings_check),
        )
        for words, check in checks:
            yield lambda check=check, words=words: self._go_through(words, check(db))  # type: ignore[misc]
        yield lambda: self._gather("what is missing", gone_faults(db))
        yield lambda: self._gather("the search", search_faults(self._path))

    def _figures(self) -> Iterator[Fault]:
        self.figures = figures_of(self._db, self._path)
        yield from ()

    def _gather(self, words: str, faults: Iterator[Fault]) -> bool:
        if self._stop():
            return False
        self._say(words)
        try:
            # One by one: what was found before the file could not be read on is kept.
            for fault in faults:
                self.faults.append(fault)
        except (sqlite3.Error, UnicodeDecodeError) as fault:
            self._unreadable(words, fault)
        return True

    def _go_through(self, words: str, check: Check) -> bool:
        while not check.done:
            if self._stop():
                return False
            self._say(words)
            try:
                looked, faults = check.slice()
            except (sqlite3.Error, UnicodeDecodeError) as fault:
                self._unreadable(words, fault)
                return True
            self._looked += looked
            self.faults += faults
            self._pause()
        return True

    def _say(self, words: str) -> None:
        figures = self.figures
        # The steps in the journal are gone through three times.
        of = figures.records + figures.versions + figures.files + 3 * figures.journal
        self._tell(Progress(min(self._looked, of), of, words))

    def _unreadable(self, words: str, fault: sqlite3.Error | UnicodeDecodeError) -> None:
        """Note what kept a part from being read; raises InUse where it was only for now."""
        problem = problem_of_sqlite(fault, self._path)
        if isinstance(problem, InUse):
            raise problem from fault
        said = problem.sentence if problem else f"SQLite says “{fault}”."
        sentence = f"Looking at {words} came to an end before all of it was seen. {said}"
        self.faults.append(Fault(part=Part.FILE, sentence=sentence))
