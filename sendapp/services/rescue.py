"""Side files: the text of a record that the database would not take, kept until it does."""

import json
import time
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sendapp.domain.interchange import InterchangeError, from_dict, to_dict
from sendapp.domain.record import DecisionRecord, new_id
from sendapp.errors import Problem
from sendapp.files import private_folder, write_whole
from sendapp.services.exchange import stays
from sendapp.storage.stored import Stored

_FORMAT = "rescued-record/1"


@dataclass(frozen=True, slots=True)
class Rescued:
    """A side file: the record in it, dates as typed, and when it was written (UTC, ISO)."""

    path: Path
    at: str
    record: DecisionRecord
    typed: dict[str, str]
    stored_at: str = ""
    """When the record was last saved under its id (UTC, ISO), '' where it is not kept."""

    moved_on: bool = False
    """Whether the record kept under its id stands elsewhere, or was decided in other words."""

    def beside(self, stored: Stored | None) -> "Rescued":
        """Return it with what it tells of the record that is kept under its id."""
        elsewhere = stored is not None and stored.record.status != self.record.status
        moved_on = elsewhere or stays(stored, self.record)
        return replace(self, stored_at=stored.saved if stored else "", moved_on=moved_on)

    def as_new(self) -> DecisionRecord:
        """Return the record with an id of its own; a text that was left lying decides nothing."""
        status = "draft" if self.moved_on else self.record.status
        return replace(self.record, id=new_id(), status=status)

    @property
    def stored_is_newer(self) -> bool:
        """Whether what is kept was saved after the side file was written."""
        try:
            saved, written = map(datetime.fromisoformat, (self.stored_at, self.at))
            return saved > written
        except (ValueError, TypeError):
            return False


class SideFiles:
    """Side files in the first of `folders` that takes them."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = tuple(folders)
        self._written: dict[str, Rescued] = {}

    def write(self, record: DecisionRecord, typed: Mapping[str, str]) -> Path:
        """Write the record to a side file in place of its last one; raises the first Problem."""
        at = datetime.now(UTC).isoformat(timespec="microseconds")
        text = json.dumps(
            {
                "format": _FORMAT,
                "at": at,
                "typed": dict(typed),
                "record": to_dict(record),
            },
            ensure_ascii=False,
            indent=2,
        )
        path = self._write_somewhere(f"{record.id}-{time.time_ns()}.json", text.encode())
        earlier = self._written.get(record.id)
        self._written[record.id] = Rescued(path, at, record, dict(typed))
        if earlier:
            self.discard(earlier.path)
        return path

    def forget(self, record_id: str) -> None:
        """Leave the side file written for that record to the offer at the next start."""
        self._written.pop(record_id, None)

    def holding(self, record: DecisionRecord, typed: Mapping[str, str]) -> Path | None:
        """Return the side file last written for the record, if it holds just this and no more."""
        written = self._written.get(record.id)
        if written and (written.record, written.typed) == (record, dict(typed)):
            return written.path
        return None

    def discard(self, path: Path) -> None:
        """Delete a side file; one that cannot be deleted stays."""
        with suppress(OSError):
            path.unlink(missing_ok=True)

    def discard_of(self, record_ids: Collection[str]) -> None:
        """Delete what was set aside of these records, which are kept no more."""
        for rescued in self.left():
            if rescued.record.id in record_ids:
                self.discard(rescued.path)
        for record_id in record_ids:
            self.forget(record_id)

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
