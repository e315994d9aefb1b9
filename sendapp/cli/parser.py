"""What can be typed: the verbs, what each takes, and its help."""

import argparse
from collections.abc import Callable
from datetime import date
from pathlib import Path

from sendapp import __version__
from sendapp.cli import codes, counting, examining, keeping, lists, papers, records
from sendapp.domain.call_in import MOST_DAYS
from sendapp.domain.dates import read_date, read_time
from sendapp.domain.listing.kinds import ListKind
from sendapp.domain.profile import InForce
from sendapp.services.exchange import IfPresent
from sendapp.services.lists import Form

_DATA_HELP = "the data folder (else the one of your user account)"


def build_parser() -> argparse.ArgumentParser:
    """Return what reads the command line; `verb` of what it reads does the work."""
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
    _add_call_in(verbs)
    _add_list_of(verbs)
    look = _verb(verbs, "examine", examining.examine, "say what in the records file is not as kept")
    look.add_argument("--json", action="store_true", help="as JSON")
    _verb(verbs, "schema", papers.schema, "print the JSON Schema of record files", data=False)
    _verb(verbs, "names", papers.names, "list the names a Word template may use", data=False)
    return parser


def _add_verbs_of_files(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    render = _verb(
        verbs, "render", papers.render, "print one record file as Word or PDF", data=False
    )
    render.add_argument("record", metavar="RECORD.json", type=Path)
    render.add_argument("out", metavar="OUT.docx|OUT.pdf", type=_docx_or_pdf)
    render.add_argument("--template", metavar="FILE.docx", type=Path, help="a Word template")
    words = "a council's profile, for its banners and logo"
    render.add_argument("--profile", metavar="FILE.json", type=Path, help=words)
    render.add_argument("--signing", action="store_true", help="make the copy to sign")

    check = _verb(verbs, "check", papers.check, "say what a record lacks or has wrong")
    check.add_argument("record", metavar="RECORD.json", type=Path)
    check.add_argument("--json", action="store_true", help="as JSON")


def _add_verbs_of_records(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    take = _verb(verbs, "import", records.import_, "import record files")
    take.add_argument("files", metavar="FILE.json", type=Path, nargs="+")
    choices = [choice.value for choice in IfPresent if choice is not IfPresent.ASK]
    take.add_argument(
        "--if-present", choices=choices, help="what to do if another version is already here"
    )

    export = _verb(verbs, "export", records.export, "write every record to a folder, one file each")
    export.add_argument("--all", metavar="FOLDER", type=Path, required=True, dest="folder")
    export.add_argument("--format", choices=["docx", "pdf", "json"], default="docx")
    export.add_argument(
        "--with-files", action="store_true", help="also what is filed with each, in a folder beside"
    )

    listing = _verb(verbs, "list", records.list_, "list the records")
    listing.add_argument("--json", action="store_true", help="as JSON")

    words = "say which text a paper claims to be, by the code in its footer"
    find = _verb(verbs, "find-code", codes.find_code, words)
    find.add_argument("code", metavar="CODE", help="as printed, such as 7K2M-QX4R-9TWC")

    _verb(verbs, "backups", keeping.backups, "list the backups, newest first")
    bring = _verb(verbs, "restore", keeping.restore, "put a backup in the place of the records")
    bring.add_argument(
        "backup", metavar="BACKUP", help="a name that the verb backups lists, or any backup's file"
    )


def _add_call_in(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    words = "count the days of a call-in, by your council's rule or the one given"
    call_in = _verb(verbs, "callin", counting.call_in, words)
    call_in.add_argument(
        "--published",
        metavar="DATE",
        type=_day,
        required=True,
        help="the day of publication, such as 2025-11-24 or '24 Nov 2025'",
    )
    call_in.add_argument(
        "--at", metavar="TIME", type=_time, default="", help="its time of day, such as 17:30"
    )
    call_in.add_argument("--days", metavar="N", type=_number, help="how many days count")
    call_in.add_argument(
        "--clear", action=argparse.BooleanOptionalAction, help="whether they are clear days"
    )
    call_in.add_argument(
        "--in-force",
        choices=[choice.value for choice in InForce],
        help="when the decision comes into force: on the last day, or on a day after it",
    )
    call_in.add_argument(
        "--closed",
        metavar="DATE",
        type=_day,
        action="append",
        default=[],
        help="a day on which the council is closed; may be said again",
    )


def _add_list_of(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    words = "make a draft or confirmed decision list, or the register of decisions"
    listing = _verb(verbs, "list-of", lists.list_of, words)
    listing.add_argument("kind", choices=[kind.value for kind in ListKind], help="which list")
    listing.add_argument(
        "--from", metavar="DATE", type=_day, required=True, dest="since", help="its first day"
    )
    listing.add_argument(
        "--to", metavar="DATE", type=_day, dest="until", help="its last day (else the first)"
    )
    listing.add_argument(
        "out",
        metavar="OUT" + "|OUT".join(form.value for form in Form),
        type=_list_file,
        help="a table (.csv, .xlsx) only of the register",
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


def _list_file(text: str) -> Path:
    path = Path(text)
    suffixes = [form.value for form in Form]
    if path.suffix.lower() not in suffixes:
        raise argparse.ArgumentTypeError(f"{text} must end in {', '.join(suffixes)}")
    return path


def _day(text: str) -> date:
    iso = read_date(text)
    if not iso:
        raise argparse.ArgumentTypeError(f"“{text}” is no date; write it like 24 Nov 2025")
    return date.fromisoformat(iso)


def _time(text: str) -> str:
    read = read_time(text)
    if read is None:
        raise argparse.ArgumentTypeError(f"“{text}” is no time of day; write it like 17:30")
    return read


def _number(text: str) -> int:
    number = int(text) if text.isascii() and text.isdigit() else -1
    if not 0 <= number <= MOST_DAYS:
        raise argparse.ArgumentTypeError(f"“{text}” is no number of days from 0 to {MOST_DAYS}")
    return number
