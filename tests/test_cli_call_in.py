"""Call-in dates on the command line: the same working, by the council's rule or the one given."""

import hashlib
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from sqlite_utils import Database

from sendapp import cli
from sendapp.domain.profile import CallInRule, CountedFrom, InForce, Profile
from sendapp.paths import paths_for
from sendapp.services.council import CouncilSettings, put_settings
from sendapp.storage.database import open_database
from sendapp.storage.settings import SettingsStore

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


def keep(data: Path, profile: Profile) -> Path:
    """Make a records file whose council has `profile`; returns the file."""
    path = paths_for(data).database
    db = open_database(path, create=True)
    try:
        put_settings(SettingsStore(db), replace(CouncilSettings(), profile=profile))
    finally:
        db.close()
    return path


def said(
    capsys: pytest.CaptureFixture[str], data: Path, published: str, *more: str, code: int = cli.DONE
) -> list[str]:
    """What the verb printed, by line."""
    capsys.readouterr()
    assert cli.run(["callin", "--published", published, "--data", str(data), *more]) == code
    return capsys.readouterr().out.splitlines()


@pytest.mark.parametrize(
    ("published", "options", "working", "ends", "in_force"),
    [
        (
            *("2025-11-24", ""),
            "published Mon 24 Nov; day 1 Tue 25, day 2 Wed 26, day 3 Thu 27 Nov",
            *("Thu 27 Nov 2025", "Thu 27 Nov 2025"),
        ),
        (
            *("16/10/20", "--days 3 --in-force last"),
            "published Fri 16 Oct; day 1 Mon 19, day 2 Tue 20, day 3 Wed 21 Oct; "
            "not counted: Sat 17, Sun 18 Oct",
            *("Wed 21 Oct 2020", "Wed 21 Oct 2020"),
        ),
        (
            *("Fri 8 April 2022", "--days 5 --clear"),
            "published Fri 8 Apr; day 1 Mon 11, day 2 Tue 12, day 3 Wed 13, day 4 Thu 14, "
            "day 5 Tue 19 Apr; in force from Wed 20 Apr; not counted: Sat 9, Sun 10, "
            "Fri 15 (Good Friday), Sat 16, Sun 17, Mon 18 Apr (Easter Monday)",
            *("Tue 19 Apr 2022", "Wed 20 Apr 2022"),
        ),
        (
            *("2022-09-16", "--days 5 --in-force next-working"),
            "published Fri 16 Sep; day 1 Tue 20, day 2 Wed 21, day 3 Thu 22, day 4 Fri 23, "
            "day 5 Mon 26 Sep; in force from Tue 27 Sep; not counted: Sat 17, Sun 18, "
            "Mon 19 (State Funeral of Queen Elizabeth II), Sat 24, Sun 25 Sep",
            *("Mon 26 Sep 2022", "Tue 27 Sep 2022"),
        ),
        (
            *("24.12.25", "--closed 29/12/25 --closed 2025-12-30 --in-force next-calendar"),
            "published Wed 24 Dec 2025; day 1 Wed 31 Dec 2025, day 2 Fri 2, day 3 Mon 5 Jan 2026; "
            "in force from Tue 6 Jan 2026; not counted: Thu 25 (Christmas Day), "
            "Fri 26 (Boxing Day), Sat 27, Sun 28, Mon 29 (council closed), "
            "Tue 30 Dec 2025 (council closed), Thu 1 (New Year’s Day), Sat 3, Sun 4 Jan 2026",
            *("Mon 5 Jan 2026", "Tue 6 Jan 2026"),
        ),
    ],
)
def test_the_working_the_last_day_and_the_first_are_printed(
    published: str,
    options: str,
    working: str,
    ends: str,
    in_force: str,
    data: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    lines = said(capsys, data, published, *options.split())
    assert lines[:3] == [working, f"Last day counted: {ends}", f"In force from: {in_force}"]


def test_without_a_records_file_the_usual_rule_counts_and_nothing_is_made(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = said(capsys, data, "2025-11-24")
    assert lines[3:] == ["Rule: 3 working days, in force on the last day (the usual one)."]
    assert not data.exists()


def test_the_rule_and_the_closure_days_of_the_councils_profile_count(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rule = CallInRule(days=5, in_force=InForce.NEXT_WORKING, cut_off="17:00")
    keep(data, Profile(call_in=rule, closure_days=("2025-11-26",)))
    lines = said(capsys, data, "2025-11-24", "--at", "4.30pm")
    assert lines[1:] == [
        "Last day counted: Tue 2 Dec 2025",
        "In force from: Wed 3 Dec 2025",
        "Rule: 5 working days, in force on the next working day, published by 17:00 "
        "(your council’s).",
    ]
    assert "Wed 26 (council closed)" in lines[0]
    *_, note = said(capsys, data, "2025-11-24")
    assert note.startswith("Note: If it was published after 17:00")
    *_, note = said(capsys, data, "2025-11-24", "--at", "17:01")
    assert note.startswith("Note: Published at 17:01, after 17:00")


def test_what_is_asked_for_goes_before_the_profile(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    keep(data, Profile(call_in=CallInRule(days=5, clear=True)))
    lines = said(capsys, data, "2025-11-24", "--no-clear", "--days", "1")
    assert lines[1:] == [
        "Last day counted: Tue 25 Nov 2025",
        "In force from: Tue 25 Nov 2025",
        "Rule: 1 working day, in force on the last day (as asked).",
    ]


def test_a_council_that_counts_from_the_decision_is_told_what_the_date_is_taken_for(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    keep(data, Profile(call_in=CallInRule(counted_from=CountedFrom.DECISION)))
    lines = said(capsys, data, "2025-11-24")
    assert lines[0].startswith("decided Mon 24 Nov; day 1")
    assert lines[-1].startswith("Note: Your council counts from the decision")


def test_a_records_file_is_only_read_even_one_of_an_older_version(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = keep(data, Profile(call_in=CallInRule(days=4)))
    before = _state(data)
    assert "4 working days" in said(capsys, data, "2025-11-24")[3]
    assert _state(data) == before
    # While another program holds it for writing.
    holder = Database(path)
    try:
        holder.execute("begin immediate")
        assert "4 working days" in said(capsys, data, "2025-11-24")[3]
        holder.rollback()
        holder.execute("pragma user_version = 1")
    finally:
        holder.close()
    before = _state(data)
    assert "4 working days" in said(capsys, data, "2025-11-24")[3]
    assert _state(data) == before


def _state(folder: Path) -> dict[str, str]:
    """Return the hash of every file in a folder."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_a_file_that_is_none_of_ours_is_refused_rather_than_left_aside(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data.mkdir()
    paths_for(data).database.write_text("Not a records file")
    assert cli.run(["callin", "--published", "2025-11-24", "--data", str(data)]) == cli.PROBLEMS
    assert "is not a records file" in capsys.readouterr().err


@pytest.mark.parametrize(
    "options",
    [
        "",
        "--published",
        "--published tomorrow",
        "--published 2025-02-30",
        "--published 2025-11-24 --days -1",
        "--published 2025-11-24 --days 31",
        "--published 2025-11-24 --days ²",
        "--published 2025-11-24 --at noon",
        "--published 2025-11-24 --in-force never",
        "--published 2025-11-24 --closed Christmas",
    ],
)
def test_what_cannot_be_read_is_wrong_use(options: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["callin", *options.split()]) == cli.WRONG_USE
    assert "usage: sendapp callin" in capsys.readouterr().err


def test_the_end_of_the_calendar_is_a_problem(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert said(capsys, data, "31 December 9999", code=cli.PROBLEMS) == []


def test_the_bank_holidays_are_loaded_when_days_are_counted_and_not_before() -> None:
    program = (
        "import sys, sendapp.cli, sendapp.app, sendapp.services.checking;"
        "import sendapp.domain.call_in, sendapp.domain.call_in_words;"
        "print('holidays' in sys.modules);"
        "sendapp.cli.run(['callin', '--published', '2025-11-24']);"
        "print('holidays' in sys.modules)"
    )
    argv = [sys.executable, "-c", program]
    ran = subprocess.run(argv, cwd=ROOT, capture_output=True, text=True, check=True)
    first, *_, last = ran.stdout.split()
    assert (first, last) == ("False", "True")
