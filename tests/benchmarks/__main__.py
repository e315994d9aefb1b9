"""Measure every budget and print the table: python -m tests.benchmarks [ROW …]."""

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from tests.benchmarks import (
    checking_in_window,
    finding,
    history,
    journal,
    lists,
    paper,
    saving,
    spelling_in_window,
    starting,
    today,
    typing_in_window,
)
from tests.benchmarks.figures import Figure, table
from tests.benchmarks.setting import FULL, QUICK, Place, Size, place

GROUPS: dict[str, Callable[[Place, Size], Iterator[Figure]]] = {
    "start": starting.measure,
    "typing": typing_in_window.measure,
    "save": saving.measure,
    "find": finding.measure,
    "paper": paper.measure,
    "checks": checking_in_window.measure,
    "history": history.measure,
    "spelling": spelling_in_window.measure,
    "today": today.measure,
    "lists": lists.measure,
    "journal": journal.measure,
}


def main() -> int:
    """Do as the command line says."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("group", nargs="*", choices=[[], *GROUPS], help="only these rows")
    parser.add_argument("--quick", action="store_true", help="a few of each, to see that all run")
    parser.add_argument("--grown", type=int, default=0, help="search this many records too")
    parser.add_argument("--keep", type=Path, help="keep the data folders here for the next run")
    options = parser.parse_args()
    size = replace(QUICK if options.quick else FULL, grown=options.grown)
    figures: list[Figure] = []
    otherwise = Path(tempfile.mkdtemp(prefix="sendapp-benchmarks-"))
    with place(options.keep, otherwise) as where:
        for name in options.group or GROUPS:
            for figure in GROUPS[name](where, size):
                figures.append(figure)
                print(table([figure]).splitlines()[-1], file=sys.stderr, flush=True)
    print(f"{date.today():%d %B %Y}, {_machine()}\n")
    print(table(figures))
    return 0


def _machine() -> str:
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    return f"{platform.system()}, {os.cpu_count()} cores, Python {platform.python_version()}{load}"


if __name__ == "__main__":
    raise SystemExit(main())
