"""The verb that checks a records file: everything in it gone through, each fault on a line."""

import argparse
import json
import sys

from sendapp.cli.common import DONE, PROBLEMS
from sendapp.domain.examined import Progress, as_text, as_values
from sendapp.errors import NotFound
from sendapp.paths import paths_for
from sendapp.storage.examining.examination import examine as look


def examine(arguments: argparse.Namespace) -> int:
    """Say what in the records file is not what was kept; it is not opened for writing."""
    path = paths_for(arguments.data).database
    if not path.exists():
        raise NotFound(f"There are no records in {path.parent}.", "Use --data FOLDER.")
    shown = sys.stderr.isatty()
    found = look(path, tell=_tell if shown else lambda _: None)
    if shown:
        sys.stderr.write("\r\033[K")
    if arguments.json:
        print(json.dumps(as_values(found), ensure_ascii=False, indent=2))
    else:
        print(as_text(found), end="")
    return PROBLEMS if found.faults else DONE


def _tell(progress: Progress) -> None:
    percent = 100 * progress.done // max(1, progress.of)
    sys.stderr.write(f"\r\033[K{percent} % · {progress.looking_at}")
    sys.stderr.flush()
