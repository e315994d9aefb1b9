"""Verbs of the records in a data folder: import, export, list."""

import argparse
import json
from dataclasses import asdict
from pathlib import Path

from sendapp.cli.common import DONE, PROBLEMS, opened, tell
from sendapp.domain.interchange import to_json
from sendapp.domain.record import DecisionRecord
from sendapp.domain.wording import STATUS_LABELS, house_of
from sendapp.errors import Problem
from sendapp.files import usual_folder, write_whole
from sendapp.paths import paths_for
from sendapp.services.desk import Query
from sendapp.services.exchange import IfPresent, Outcome, read_file
from sendapp.services.export import Printer
from sendapp.services.file_names import file_name, unused
from sendapp.services.record_types import load_kinds
from sendapp.storage.holder import refuse_if_open

_OUTCOMES = {
    Outcome.ADDED: "added.",
    Outcome.SAME: "already here, the same.",
    Outcome.ASKED: "another version of it is already here.",
    Outcome.KEPT: "another version of it is already here and was kept.",
    Outcome.REPLACED: "replaced the version that was here.",
    Outcome.BOTH: "added beside the version that is here.",
}


def import_(arguments: argparse.Namespace) -> int:
    """Take record files in."""
    if_present = IfPresent(arguments.if_present or IfPresent.ASK)
    code = DONE
    paths = paths_for(arguments.data)
    if if_present is IfPresent.REPLACE:
        # The window would not know that its record is another now.
        refuse_if_open(paths.lock)
    with opened(paths, create=True) as desk:
        for path in arguments.files:
            try:
                outcome = desk.take_in(read_file(path), if_present).result().outcome
            except Problem as problem:
                tell(problem)
                code = PROBLEMS
                continue
            print(f"{path}: {_OUTCOMES[outcome]}")
            if outcome is Outcome.ASKED:
                tell(Problem(f"{path} was not imported.", "Use --if-present keep|replace|both."))
                code = PROBLEMS
    return code


def export(arguments: argparse.Namespace) -> int:
    """Write every record to a folder, one file each."""
    suffix = f".{arguments.format}"
    code = DONE
    with opened(paths_for(arguments.data), create=False) as desk:
        folder = usual_folder(arguments.folder)
        council = desk.settings().result()
        own = council.templates_folder
        kinds = load_kinds(Path(own) if own else None)
        printer = Printer(kinds, house=house_of(council.profile))
        taken: set[str] = set()
        written = filed = 0
        for record_id in desk.all_ids().result():
            try:
                record = desk.open(record_id).result().record
                name = unused(file_name(record, suffix), taken)
                taken.add(name.lower())
                if arguments.with_files:
                    # First: a record that cannot be printed has its files all the same.
                    beside = folder / f"{Path(name).stem} (files)"
                    filed += len(desk.write_files(record_id, beside))
                write_whole(folder / name, _exported(record, suffix, printer), private=False)
                written += 1
            except Problem as problem:
                tell(problem)
                code = PROBLEMS
    print(f"{written} {'record' if written == 1 else 'records'} written to {folder}.")
    if arguments.with_files:
        print(f"{filed} {'file' if filed == 1 else 'files'} written beside them.")
    return code


def _exported(record: DecisionRecord, suffix: str, printer: Printer) -> bytes:
    return to_json(record).encode() if suffix == ".json" else printer.printed(record, suffix)


def list_(arguments: argparse.Namespace) -> int:
    """List the records."""
    with opened(paths_for(arguments.data), create=False) as desk:
        summaries = desk.register(Query(limit=-1)).result().summaries
    if arguments.json:
        wanted = ("id", "title", "decision_maker", "date_of_decision", "status", "saved")
        rows = [{name: asdict(summary)[name] for name in wanted} for summary in summaries]
        print(json.dumps(rows, ensure_ascii=False, indent=2))
        return DONE
    for summary in summaries:
        stands = STATUS_LABELS.get(summary.status, summary.status)
        print(f"{summary.date_of_decision or '-':10}  {stands:13}  {summary.title or 'No title'}")
    return DONE
