"""The same work without a window: documents, checks, records in and out, backups, lists of names.

Exit codes: 0 done; 1 the input has problems, each on a line of the error output, or a record
lacks what the law requires; 2 wrong use.
"""

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, replace
from io import TextIOWrapper
from pathlib import Path

from sendapp import __version__
from sendapp.domain.checks.finding import Rank
from sendapp.domain.checks.reading import folded
from sendapp.domain.interchange import to_json
from sendapp.domain.record import DecisionRecord
from sendapp.domain.schema import json_schema
from sendapp.domain.wording import STATUS_LABELS
from sendapp.errors import InputProblems, NotFound, Problem
from sendapp.files import usual_folder, write_whole
from sendapp.paths import Paths, paths_for, rescue_elsewhere
from sendapp.services.checking import around_of
from sendapp.services.desk import Desk, Query
from sendapp.services.exchange import IfPresent, Outcome, read_file
from sendapp.services.export import Printer
from sendapp.services.file_names import file_name, unused
from sendapp.services.findings import as_json, as_text
from sendapp.services.record_types import load_kinds
from sendapp.storage.backups import Backups
from sendapp.storage.holder import refuse_if_open
from sendapp.storage.keeper import Keeper
from sendapp.storage.restore import restore

DONE, PROBLEMS, WRONG_USE = 0, 1, 2

_DATA_HELP = "the data folder (else the one of your user account)"


def is_for(argv: Sequence[str]) -> bool:
    """Whether these arguments ask for work on the command line rather than for the window."""
    rest = iter(argv)
    for argument in rest:
        if argument == "--data":
            next(rest, None)
        elif argument in ("-h", "--help", "--version") or not argument.startswith("-"):
            return True
    return False


def run(argv: Sequence[str]) -> int:
    """Do what the verb in `argv` says; returns the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # Another code page cannot carry every script, and JSON is UTF-8.
            stream.reconfigure(encoding="utf-8")
    try:
        arguments = _parser().parse_args(argv)
    except SystemExit as ending:
        return DONE if ending.code in (None, 0) else WRONG_USE
    verb: Callable[[argparse.Namespace], int] = arguments.verb
    try:
        return verb(arguments)
    except Problem as problem:
        _tell(problem)
        return PROBLEMS


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="sendapp",
        description="Decision records for English councils. Without a verb, the window opens.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"sendapp {__version__}")
    parser.add_argument("--data", metavar="FOLDER", help=_DATA_HELP)
    verbs = parser.add_subparsers(title="verbs", metavar="VERB", required=True)
    _add_verbs_of_files(verbs)
    _add_verbs_of_records(verbs)
    _verb(verbs, "schema", _schema, "print the JSON Schema of record files", data=False)
    _verb(verbs, "names", _names, "list the names a Word template may use", data=False)
    return parser


def _add_verbs_of_files(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    render = _verb(verbs, "render", _render, "print one record file as Word or PDF", data=False)
    render.add_argument("record", metavar="RECORD.json", type=Path)
    render.add_argument("out", metavar="OUT.docx|OUT.pdf", type=_docx_or_pdf)
    render.add_argument("--template", metavar="FILE.docx", type=Path, help="a Word template")

    check = _verb(verbs, "check", _check, "say what a record lacks or has wrong")
    check.add_argument("record", metavar="RECORD.json", type=Path)
    check.add_argument("--json", action="store_true", help="as JSON")


def _add_verbs_of_records(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    take = _verb(verbs, "import", _import, "import record files")
    take.add_argument("files", metavar="FILE.json", type=Path, nargs="+")
    choices = [choice.value for choice in IfPresent if choice is not IfPresent.ASK]
    take.add_argument(
        "--if-present", choices=choices, help="what to do if another version is already here"
    )

    export = _verb(verbs, "export", _export, "write every record to a folder, one file each")
    export.add_argument("--all", metavar="FOLDER", type=Path, required=True, dest="folder")
    export.add_argument("--format", choices=["docx", "pdf", "json"], default="docx")

    listing = _verb(verbs, "list", _list, "list the records")
    listing.add_argument("--json", action="store_true", help="as JSON")

    _verb(verbs, "backups", _backups, "list the backups, newest first")
    bring = _verb(verbs, "restore", _restore, "put a backup in the place of the records")
    bring.add_argument(
        "backup", metavar="BACKUP", help="a name that the verb backups lists, or any backup's file"
    )


def _verb(
    verbs: "argparse._SubParsersAction[argparse.ArgumentParser]",
    name: str,
    does: Callable[[argparse.Namespace], int],
    words: str,
    *,
    data: bool = True,
) -> argparse.ArgumentParser:
    verb = verbs.add_parser(
        name, help=words, description=words[0].upper() + words[1:] + ".", allow_abbrev=False
    )
    verb.set_defaults(verb=does)
    if data:
        # Without this default, a --data before the verb would be lost.
        verb.add_argument("--data", metavar="FOLDER", help=_DATA_HELP, default=argparse.SUPPRESS)
    return verb


def _docx_or_pdf(text: str) -> Path:
    path = Path(text)
    if path.suffix.lower() not in (".docx", ".pdf"):
        raise argparse.ArgumentTypeError(f"{text} must end in .docx or .pdf")
    return path


def _render(arguments: argparse.Namespace) -> int:
    record = read_file(arguments.record)
    printer = Printer(load_kinds(), template=arguments.template)
    out: Path = arguments.out
    write_whole(out, printer.printed(record, out.suffix.lower()), private=False)
    return DONE


def _check(arguments: argparse.Namespace) -> int:
    # Late: the window, which starts through here, has no time for the checks' phrases.
    from sendapp.domain.checks.catalogue import check_record

    record = read_file(arguments.record)
    around = around_of(record, load_kinds())
    if arguments.data:
        # A council's own kinds, what it asks for, and the titles it has used.
        with _desk(paths_for(arguments.data), create=False) as desk:
            council = desk.settings().result()
            own = council.templates_folder
            around = around_of(record, load_kinds(Path(own) if own else None), council)
            titles = frozenset(map(folded, desk.titles_but(record.id).result()))
            around = replace(around, other_titles=titles)
    findings = check_record(record, around)
    print(as_json(findings) if arguments.json else as_text(findings))
    return PROBLEMS if any(f.rank is Rank.LAW for f in findings) else DONE


def _import(arguments: argparse.Namespace) -> int:
    if_present = IfPresent(arguments.if_present or IfPresent.ASK)
    code = DONE
    paths = paths_for(arguments.data)
    if if_present is IfPresent.REPLACE:
        # The window would not know that its record is another now.
        refuse_if_open(paths.lock)
    with _desk(paths, create=True) as desk:
        for path in arguments.files:
            try:
                outcome = desk.take_in(read_file(path), if_present).result().outcome
            except Problem as problem:
                _tell(problem)
                code = PROBLEMS
                continue
            print(f"{path}: {_OUTCOMES[outcome]}")
            if outcome is Outcome.ASKED:
                _tell(Problem(f"{path} was not imported.", "Use --if-present keep|replace|both."))
                code = PROBLEMS
    return code


_OUTCOMES = {
    Outcome.ADDED: "added.",
    Outcome.SAME: "already here, the same.",
    Outcome.ASKED: "another version of it is already here.",
    Outcome.KEPT: "another version of it is already here and was kept.",
    Outcome.REPLACED: "replaced the version that was here.",
    Outcome.BOTH: "added beside the version that is here.",
}


def _export(arguments: argparse.Namespace) -> int:
    suffix = f".{arguments.format}"
    code = DONE
    with _desk(paths_for(arguments.data), create=False) as desk:
        folder = usual_folder(arguments.folder)
        own = desk.settings().result().templates_folder
        printer = Printer(load_kinds(Path(own) if own else None))
        taken: set[str] = set()
        written = 0
        for record_id in desk.all_ids().result():
            try:
                record = desk.open(record_id).result().record
                name = unused(file_name(record, suffix), taken)
                taken.add(name.lower())
                write_whole(folder / name, _exported(record, suffix, printer), private=False)
                written += 1
            except Problem as problem:
                _tell(problem)
                code = PROBLEMS
    print(f"{written} {'record' if written == 1 else 'records'} written to {folder}.")
    return code


def _exported(record: DecisionRecord, suffix: str, printer: Printer) -> bytes:
    return to_json(record).encode() if suffix == ".json" else printer.printed(record, suffix)


def _list(arguments: argparse.Namespace) -> int:
    with _desk(paths_for(arguments.data), create=False) as desk:
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


def _backups(arguments: argparse.Namespace) -> int:
    paths = paths_for(arguments.data)
    listing = Backups(paths.backups).listing()
    if not listing:
        raise NotFound(f"There are no backups in {paths.backups}.", "Say --data FOLDER.")
    for backup in listing:
        print(f"{backup.at:%Y-%m-%d %H:%M:%S}  {backup.size // 1024:>8,} KB  {backup.path.name}")
    return DONE


def _restore(arguments: argparse.Namespace) -> int:
    paths = paths_for(arguments.data)
    refuse_if_open(paths.lock)
    listed = paths.backups / arguments.backup
    backup = listed if listed.is_file() else Path(arguments.backup)
    kept = restore(backup, paths.database, Backups(paths.backups))
    print(f"{backup} was put in the place of {paths.database}.")
    if kept:
        print(f"What stood there is kept as {kept}.")
    return DONE


def _schema(_: argparse.Namespace) -> int:
    print(json.dumps(json_schema(), ensure_ascii=False, indent=2))
    return DONE


def _names(_: argparse.Namespace) -> int:
    # Late: it knows Word, which the window starts without.
    from sendapp.documents.template_names import listed

    print(listed())
    return DONE


@contextmanager
def _desk(paths: Paths, *, create: bool) -> Iterator[Desk]:
    if not create and not paths.database.exists():
        raise NotFound(f"There are no records in {paths.data}.", "Use --data FOLDER.")
    keeper = Keeper(paths.database, Backups(paths.backups), create=create)
    try:
        keeper.opened.result()
        yield Desk(keeper, (paths.rescued, rescue_elsewhere()))
    finally:
        keeper.close()


def _tell(problem: Problem) -> None:
    lines = [f"{problem.sentence} {problem.hint}".strip()]
    if isinstance(problem, InputProblems):
        lines += [f"  {fault}" for fault in problem.problems]
    print("\n".join(lines), file=sys.stderr)
