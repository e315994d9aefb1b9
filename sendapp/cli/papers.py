"""Verbs of single files, and of what a template may say: render, check, schema, names."""

import argparse
import json
from dataclasses import replace
from pathlib import Path

from sendapp.cli.common import DONE, PROBLEMS, opened
from sendapp.domain.checks.finding import Rank
from sendapp.domain.schema import json_schema
from sendapp.domain.wording import PLAIN_HOUSE, house_of
from sendapp.files import write_whole
from sendapp.paths import paths_for
from sendapp.services.checking import around_of
from sendapp.services.council import CouncilSettings
from sendapp.services.exchange import read_file
from sendapp.services.export import Printer
from sendapp.services.findings import as_json, as_text
from sendapp.services.profiles import read_profile
from sendapp.services.record_types import load_kinds


def render(arguments: argparse.Namespace) -> int:
    """Print one record file as Word or PDF."""
    record = read_file(arguments.record)
    house = PLAIN_HOUSE
    if arguments.profile:
        house = house_of(read_profile(arguments.profile, CouncilSettings()).profile)
    printer = Printer(load_kinds(), arguments.template, house)
    out: Path = arguments.out
    write_whole(
        out, printer.printed(record, out.suffix.lower(), signing=arguments.signing), private=False
    )
    return DONE


def check(arguments: argparse.Namespace) -> int:
    """Say what a record lacks or has wrong."""
    # Late: the window, which starts through here, has no time for the checks' phrases.
    from sendapp.domain.checks.catalogue import check_record

    record = read_file(arguments.record)
    around = around_of(record, load_kinds())
    if arguments.data:
        # A council's own kinds, what it asks for, and the titles and references it has used.
        with opened(paths_for(arguments.data), create=False) as desk:
            council = desk.settings().result()
            own = council.templates_folder
            around = around_of(record, load_kinds(Path(own) if own else None), council)
            others = desk.others_but(record.id).result()
            around = replace(around, other_titles=others.titles, other_references=others.references)
    findings = check_record(record, around)
    print(as_json(findings) if arguments.json else as_text(findings))
    return PROBLEMS if any(f.rank is Rank.LAW for f in findings) else DONE


def schema(_: argparse.Namespace) -> int:
    """Print the JSON Schema of record files."""
    print(json.dumps(json_schema(), ensure_ascii=False, indent=2))
    return DONE


def names(_: argparse.Namespace) -> int:
    """List the names a Word template may use."""
    # Late: it knows Word, which the window starts without.
    from sendapp.documents.template_names import listed

    print(listed())
    return DONE
