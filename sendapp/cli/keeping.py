"""Verbs of backups: list them, and put one in the place of the records."""

import argparse
from pathlib import Path

from sendapp.cli.common import DONE
from sendapp.errors import NotFound
from sendapp.paths import paths_for
from sendapp.storage import restore as restoring
from sendapp.storage.backups import Backups
from sendapp.storage.holder import refuse_if_open


def backups(arguments: argparse.Namespace) -> int:
    """List the backups, newest first."""
    paths = paths_for(arguments.data)
    listing = Backups(paths.backups).listing()
    if not listing:
        raise NotFound(f"There are no backups in {paths.backups}.", "Say --data FOLDER.")
    for backup in listing:
        print(f"{backup.at:%Y-%m-%d %H:%M:%S}  {backup.size // 1024:>8,} KB  {backup.path.name}")
    return DONE


def restore(arguments: argparse.Namespace) -> int:
    """Put a backup in the place of the records."""
    paths = paths_for(arguments.data)
    refuse_if_open(paths.lock)
    listed = paths.backups / arguments.backup
    backup = listed if listed.is_file() else Path(arguments.backup)
    kept = restoring.restore(backup, paths.database, Backups(paths.backups))
    print(f"{backup} was put in the place of {paths.database}.")
    if kept:
        print(f"What stood there is kept as {kept}.")
    return DONE
