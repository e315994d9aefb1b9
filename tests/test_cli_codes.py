"""Codes and the journal on the command line."""

from pathlib import Path

import pytest

from sendapp import cli
from sendapp.cli.common import DONE, PROBLEMS
from sendapp.domain.claims import NONE_HERE, NOT_PROVED
from sendapp.domain.interchange import to_json
from sendapp.domain.record import DecisionRecord
from sendapp.domain.sealing import code_of, shown_code
from sendapp.paths import paths_for
from sendapp.storage.database import open_database
from sendapp.storage.journal import JournalStore
from sendapp.storage.versions import VersionStore
from tests.factory import a_record


@pytest.fixture
def data(tmp_path: Path) -> str:
    return str(tmp_path / "data")


@pytest.fixture
def record(tmp_path: Path, data: str) -> DecisionRecord:
    made = a_record(status="ready")
    path = tmp_path / "quay.json"
    path.write_text(to_json(made), encoding="utf-8")
    assert cli.run(["import", str(path), "--data", data]) == DONE
    return made


def test_a_code_is_found_as_it_is_typed(
    record: DecisionRecord, data: str, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    typed = shown_code(code_of(record)).lower().replace("-", " ")
    assert cli.run(["find-code", typed, "--data", data]) == DONE
    out = capsys.readouterr().out.splitlines()
    assert out == [
        "The words of “Resurfacing of Tanner's Quay” as they stand today (Ready for signature).",
        f"  {record.id}",
        NOT_PROVED,
    ]


def test_a_code_of_nothing_here_is_told_with_care(
    record: DecisionRecord, data: str, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    other = code_of(a_record(title="Other"))
    assert cli.run(["find-code", other, "--data", data]) == PROBLEMS
    assert capsys.readouterr().out == f"{NONE_HERE}\n"


def test_a_mistyped_code_is_refused_in_words(
    record: DecisionRecord, data: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(["find-code", "7K2M-QX4R-9TW", "--data", data]) == PROBLEMS
    assert "A code has 12 letters and digits; this has 11." in capsys.readouterr().err


@pytest.mark.parametrize(
    ("form", "words"),
    [("docx", "Exported to Word"), ("json", "Saved as a copy to share")],
)
def test_an_export_keeps_a_version_and_a_row(
    record: DecisionRecord, data: str, tmp_path: Path, form: str, words: str
) -> None:
    folder = tmp_path / "out"
    assert cli.run(["export", "--all", str(folder), "--format", form, "--data", data]) == DONE
    (path,) = folder.iterdir()
    db = open_database(paths_for(Path(data)).database, create=False)
    try:
        (entry,) = JournalStore(db).listing(record.id)
        (version,) = VersionStore(db).listing(record.id)
    finally:
        db.close()
    assert entry.words == version.words == f"{words}: {path.name}"
    assert entry.user


def test_an_export_that_fails_has_no_row(record: DecisionRecord, data: str, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("in the way", encoding="utf-8")
    assert cli.run(["export", "--all", str(tmp_path / "out"), "--data", data]) == PROBLEMS
    db = open_database(paths_for(Path(data)).database, create=False)
    try:
        assert JournalStore(db).listing(record.id) == []
    finally:
        db.close()
