"""Side files: the text of a record that the database would not take, kept until it does."""

import json
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sendapp.domain.interchange import InterchangeError, from_dict, to_dict
from sendapp.domain.record import DecisionRecord
from sendapp.errors import Problem
from sendapp.files import private_folder, write_whole

_FORMAT = "rescued-record/1"


@dataclass(frozen=True, slots=True)
class Rescued:
    """A side file: the record in it, dates as typed, and when it was written (UTC, ISO)."""

    path: Path
    at: str
    record: DecisionRecord
    typed: dict[str, str]


class SideFiles:
    """Side files in the first of `folders` that takes them."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = tuple(folders)
        self._written: dict[str, Path] = {}

    def write(self, record: DecisionRecord, typed: Mapping[str, str]) -> Path:
        """Write the record to a side file in place of its last one; raises the first Problem."""
        text = json.dumps(
            {
                "format": _FORMAT,
                "at": datetime.now(UTC).isoformat(timespec="seconds"),
                "typed": dict(typed),
                "record": to_dict(record),
            },
            ensure_ascii=False,
            indent=2,
        )
        path = self._write_somewhere(f"{record.id}-{time.time_ns()}.json", text.encode())
        earlier = self._written.get(record.id)
        self._written[record.id] = path
        if earlier:
            self.discard(earlier)
        return path

    def written_for(self, record_id: str) -> Path | None:
        """Return the side file that this run of the program wrote for a record, if it did."""
        return self._written.get(record_id)

    def discard(self, path: Path) -> None:
        """Delete a side file; one that cannot be deleted stays."""
        with suppress(OSError):
            path.unlink(missing_ok=True)

    def left(self) -> Iterator[Rescued]:
        """Yield the side files there are, oldest first; what is no side file is left alone."""
        found = []
        for folder in self._folders:
            with suppress(OSError):
                found += [path for path in folder.iterdir() if path.suffix == ".json"]
        rescued = filter(None, map(_read, found))
        yield from sorted(rescued, key=lambda side_file: side_file.at)

    def _write_somewhere(self, name: str, data: bytes) -> Path:
        first: Problem | None = None
        for folder in self._folders:
            try:
                path = private_folder(folder) / name
                write_whole(path, data)
            except Problem as problem:
                first = first or problem
            else:
                return path
        raise first or Problem("There is no folder for side files.")


def _read(path: Path) -> Rescued | None:
    try:
        data: dict[str, Any] = json.loads(path.read_bytes())
        if data["format"] != _FORMAT:
            return None
        typed = {str(name): str(text) for name, text in data["typed"].items()}
        return Rescued(path, str(data["at"]), from_dict(data["record"]), typed)
    except (OSError, InterchangeError, ValueError, TypeError, KeyError, AttributeError):
        return None
