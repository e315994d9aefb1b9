"""What an examination of the records file found: each thing that is wrong, and the figures."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from enum import StrEnum


class Part(StrEnum):
    """What of the records file something is wrong with."""

    FILE = "file"
    SCHEMA = "schema"
    RECORDS = "records"
    JOURNAL = "journal"
    VERSIONS = "versions"
    FILES = "files"
    SEARCH = "search"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing that is wrong: `sentence` says it to the officer.

    `number` is that of the row, 0 where it is none; `columns` are those that are not what was kept,
    none where a whole row is concerned or where it cannot be told.
    """

    part: Part
    sentence: str
    number: int = 0
    record_id: str = ""
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """How much there is of everything; sizes in bytes, as it takes room in the records file."""

    records: int = 0
    in_bin: int = 0
    sealed: int = 0
    versions: int = 0
    versions_size: int = 0
    journal: int = 0
    files: int = 0
    files_size: int = 0
    file_size: int = 0


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the examination is: `done` of `of` rows, and what is being looked at."""

    done: int
    of: int
    looking_at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Examined:
    """What was found: `faults` in the order they were met; not `is_complete` if it was stopped."""

    path: str
    at: str
    figures: Figures
    faults: tuple[Fault, ...]
    is_complete: bool

    @property
    def verdict(self) -> str:
        """Say in a sentence how it went."""
        count = len(self.faults)
        found = "Nothing is wrong" if not count else f"{count} thing{'s' * (count > 1)} wrong"
        if self.is_complete:
            return f"{found}. Everything was looked at."
        return f"Stopped before the end. {found} so far."


def figure_lines(figures: Figures) -> Iterator[str]:
    """Yield the figures as lines."""
    yield f"Records: {figures.records:,}, of them {figures.in_bin:,} in the bin"
    yield f"Decided and sealed: {figures.sealed:,}"
    yield f"Versions: {figures.versions:,} ({size(figures.versions_size)})"
    yield f"Rows of the journal: {figures.journal:,}"
    yield f"Filed documents: {figures.files:,} ({size(figures.files_size)})"
    yield f"The whole records file: {size(figures.file_size)}"


def size(count: int) -> str:
    """Return a number of bytes as people read it: "3.4 MB"."""
    if count < 1024:
        return f"{count} bytes"
    if count < 1024**2:
        return f"{count / 1024:,.0f} KB"
    return f"{count / 1024**2:,.1f} MB"


def as_text(examined: Examined) -> str:
    """Return all of it as text, to be copied and sent to whoever looks after the computer."""
    lines = [
        f"Check of {examined.path}",
        f"{examined.at[:19].replace('T', ' ')} (UTC)",
        "",
        examined.verdict,
        *(f"{number}. {fault.sentence}" for number, fault in enumerate(examined.faults, 1)),
        "",
        *figure_lines(examined.figures),
    ]
    return "\n".join(lines) + "\n"


def as_values(examined: Examined) -> dict[str, object]:
    """Return all of it as JSON values."""
    return {
        "path": examined.path,
        "at": examined.at,
        "complete": examined.is_complete,
        "faults": [
            {
                "part": str(fault.part),
                "sentence": fault.sentence,
                "number": fault.number,
                "record": fault.record_id,
                "columns": list(fault.columns),
            }
            for fault in examined.faults
        ],
        "figures": {each.name: getattr(examined.figures, each.name) for each in fields(Figures)},
    }
