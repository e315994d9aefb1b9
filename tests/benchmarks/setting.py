"""How much is measured, data folders full of records, and processes to measure in."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from configparser import ConfigParser
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sendapp.domain.record import DecisionRecord, Item
from sendapp.paths import Paths
from tests.storage import bulk

ROOT = Path(__file__).resolve().parents[2]
_LIMIT_S = 600
_LATE = {"PYTHONDONTWRITEBYTECODE", "PYTHONPROFILEIMPORTTIME", "PYTHONDEVMODE"}
"""Settings of the one who measures that would slow the program's start."""


@dataclass(frozen=True, slots=True)
class Size:
    """How much is measured."""

    records: int = 10_000
    starts: int = 11
    keys: int = 400
    paragraphs: int = 200
    pauses: int = 25
    saves: int = 40
    versions: int = 1_000
    finds: int = 5
    words: int = 100
    pdfs: int = 40
    launches: int = 3
    batch: int = 20
    spelt: int = 5_000
    """How many words the item has whose spelling is looked up."""
    grown: int = 0
    """How many records the growth is shown with, 0 for none."""


FULL = Size()
QUICK = Size(
    records=60,
    starts=1,
    keys=20,
    paragraphs=10,
    pauses=2,
    saves=3,
    versions=12,
    finds=1,
    words=3,
    pdfs=2,
    launches=0,
    batch=0,
    spelt=300,
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a run keeps its data folders; they are made once and used again."""

    folder: Path

    def filled(self, count: int) -> Paths:
        """Return a data folder of `count` invented records."""
        paths = Paths(self.folder / f"records-{count}")
        if not paths.database.exists():
            paths.data.mkdir(parents=True, exist_ok=True)
            making = paths.database.with_suffix(".making")
            making.unlink(missing_ok=True)
            bulk.fill(making, count)
            making.rename(paths.database)
        return paths

    def copy(self, paths: Paths, name: str) -> Paths:
        """Return a fresh data folder with the same records."""
        fresh = self.fresh(name)
        shutil.copyfile(paths.database, fresh.database)
        return fresh

    def fresh(self, name: str) -> Paths:
        """Return an empty data folder."""
        paths = Paths(self.folder / name)
        shutil.rmtree(paths.data, ignore_errors=True)
        paths.data.mkdir(parents=True)
        return paths

    def run(self, module: str, *arguments: str) -> dict[str, Any]:
        """Run `module` of this folder in a process of its own and return what it prints as JSON.

        It is told, first, when it was started, on the clock that all processes share.
        """
        home = self.folder / "home"
        home.mkdir(exist_ok=True)
        environment = {k: v for k, v in os.environ.items() if k not in _LATE}
        environment |= {
            "QT_QPA_PLATFORM": "offscreen",
            "HOME": str(home),
            # Compiled modules of a run of its own, as an installed program has them.
            "PYTHONPYCACHEPREFIX": str(self.folder / "compiled"),
        }
        name = f"tests.benchmarks.{module}"
        done = subprocess.run(
            [sys.executable, "-m", name, str(time.monotonic()), *arguments],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            timeout=_LIMIT_S,
            check=False,
        )
        if done.returncode:
            raise RuntimeError(f"{module} failed:\n{done.stdout}\n{done.stderr}")
        found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
        return found


def open_last(paths: Paths, record_id: str) -> None:
    """Let the window come up with this record, as it does the morning after."""
    ini = ConfigParser()
    ini.optionxform = str  # type: ignore[assignment,method-assign]
    ini["General"] = {"last_record": record_id}
    with (paths.data / "window.ini").open("w", encoding="utf-8") as stream:
        ini.write(stream)


def first_record() -> DecisionRecord:
    """Return the first of the invented records."""
    return next(bulk.records(1))


def two_pages(record: DecisionRecord) -> DecisionRecord:
    """Return a record of about 450 words, two pages of the shipped template."""
    return replace(
        record,
        record_type="cabinet-member",
        reasons=record.reasons[:2],
        options=record.options[:2],
    )


def paragraphs_record(paragraphs: int, an_item: int = 1) -> DecisionRecord:
    """Return a record of so many paragraphs of forty words, no two alike, `an_item` an item."""
    words = first_record().reasons[0].text[3:-4].split()[:40]
    lines = [
        f"<p>{' '.join([str(number), *words[number % 40 :], *words[: number % 40]])}</p>"
        for number in range(paragraphs)
    ]
    texts = tuple(
        Item(text="".join(lines[first : first + an_item]))
        for first in range(0, paragraphs - an_item + 1, an_item)
    )
    half = len(texts) // 2
    base = first_record()
    return DecisionRecord(
        title="A record of many paragraphs",
        council=base.council,
        decision_maker=base.decision_maker,
        decision_lead_in=base.decision_lead_in,
        decisions=texts[:half],
        reasons=texts[half:],
        conflicts_declared="none",
    )


@contextmanager
def place(folder: Path | None, otherwise: Path) -> Iterator[Place]:
    """Give a place in `folder`, kept afterwards, or in one that is thrown away."""
    chosen = folder or otherwise
    chosen.mkdir(parents=True, exist_ok=True)
    try:
        yield Place(chosen.absolute())
    finally:
        if folder is None:
            shutil.rmtree(chosen, ignore_errors=True)
