"""The phrases at work: kept in the records file over those that came with the program."""

from collections.abc import Iterable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path

from sendapp.domain.phrases.file import PhraseFileError, from_json, from_rows, to_json, to_row
from sendapp.domain.phrases.library import Own, library, own_of
from sendapp.domain.phrases.phrase import Phrase
from sendapp.errors import InputProblems
from sendapp.files import NotText, read_text, write_whole
from sendapp.paths import resources
from sendapp.storage.keeper import Keeper, Stores

LARGEST_BYTES = 20_000_000
"""The largest file that is looked at."""

_SETTING = "phrases"


@dataclass(frozen=True, slots=True)
class Phrases:
    """The library as it is, and what of it could not be read, in words."""

    phrases: tuple[Phrase, ...]
    faults: tuple[str, ...] = ()


class Phrasebook:
    """Reads and keeps the council's phrases on the keeper's thread."""

    def __init__(self, keeper: Keeper, shipped: Sequence[Phrase] | None = None) -> None:
        self._keeper = keeper
        self.shipped = tuple(shipped_phrases() if shipped is None else shipped)

    def read(self) -> "Future[Phrases]":
        """Return the library; what is kept and is no phrase is named and left out."""
        return self._keeper.run(self._read)

    def keep(self, phrases: Sequence[Phrase]) -> "Future[Phrases]":
        """Keep the library as it is wanted, and return it as it is kept."""
        own = own_of(self.shipped, phrases)

        def work(stores: Stores) -> Phrases:
            rows = [to_row(phrase) for phrase in own.phrases]
            stores.settings.put(_SETTING, {"own": rows, "removed": list(own.removed)})
            return self._read(stores)

        return self._keeper.run(work)

    def _read(self, stores: Stores) -> Phrases:
        own, faults = _own(stores.settings.get(_SETTING))
        return Phrases(library(self.shipped, own), faults)


def shipped_phrases() -> tuple[Phrase, ...]:
    """Return the phrases that came with the program."""
    return from_json((resources() / "phrases" / "shipped.json").read_text(encoding="utf-8"))


def read_file(path: Path) -> tuple[Phrase, ...]:
    """Return the phrases in a file; raises InputProblems naming every fault, or a Problem."""
    try:
        return from_json(read_text(path, LARGEST_BYTES))
    except NotText as fault:
        raise _refused(path, [str(fault)]) from fault
    except PhraseFileError as fault:
        raise _refused(path, fault.problems) from fault


def write_file(phrases: Iterable[Phrase], path: Path) -> None:
    """Write `phrases` to one file, whole or not at all; raises a Problem."""
    write_whole(path, to_json(phrases).encode(), private=False)


def _own(value: object) -> tuple[Own, tuple[str, ...]]:
    """Return what the council kept, and what is wrong with what is no phrase."""
    if value is None:
        return Own(), ()
    if not isinstance(value, dict):
        return Own(), ("What was kept of the phrases is not an object.",)
    rows, removed = value.get("own", []), value.get("removed", [])
    if not isinstance(rows, list) or not isinstance(removed, list):
        return Own(), ("What was kept of the phrases is not a list.",)
    phrases, faults = from_rows(rows)
    return Own(phrases, tuple(id_ for id_ in removed if isinstance(id_, str))), faults


def _refused(path: Path, problems: Iterable[str]) -> InputProblems:
    return InputProblems(
        f"{path.name} is not a file of phrases that can be imported.",
        "Correct the file, or ask whoever made it.",
        problems,
    )
