"""Lists on the command line: what is marked already, in each kind of file; nothing is changed."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from sendapp import cli
from sendapp.domain.interchange import to_json
from sendapp.domain.record import DecisionRecord
from sendapp.paths import paths_for
from tests.documents.reading import Reader
from tests.factory import a_record

OUT = {"status": "published", "draft_list_published": "2026-03-03", "decision_maker_interest": "no"}


@pytest.fixture
def data(tmp_path: Path) -> str:
    folder = str(tmp_path / "data")
    keep(tmp_path, folder, a_record(title="Out", **OUT))
    keep(tmp_path, folder, a_record(title="Waits", status="decided", decision_maker_interest="no"))
    keep(tmp_path, folder, a_record(title="Gone", **(OUT | {"status": "withdrawn"})))
    return folder


def keep(folder: Path, data: str, record: DecisionRecord) -> None:
    path = folder / "one.json"
    path.write_text(to_json(record), encoding="utf-8")
    assert cli.run(["import", str(path), "--data", data]) == cli.DONE


def makes(data: str, *words: str) -> int:
    return cli.run(["list-of", *words, "--data", data])


def test_a_draft_list_holds_what_is_marked_and_tells_the_rest(
    data: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "list.docx"
    capsys.readouterr()
    assert makes(data, "draft", "--from", "3 March 2026", str(out)) == cli.DONE
    said = capsys.readouterr()
    assert said.out == (
        f"Draft Decision List published on 3 March 2026: 1 decision. Written to {out}.\n"
    )
    assert said.err.splitlines() == [
        "Not marked for it yet: Waits",
        "Not on the list: Gone. It was withdrawn.",
    ]
    shown = Reader(out.read_bytes()).paragraphs()
    assert "Out" in shown
    assert "Waits" not in shown
    assert "Gone" not in shown


def test_a_list_is_entered_in_the_journal(data: str, tmp_path: Path) -> None:
    assert makes(data, "draft", "--from", "3 March 2026", str(tmp_path / "list.pdf")) == cli.DONE
    with closing(sqlite3.connect(paths_for(data).database)) as db:
        (row,) = db.execute("select what, words from journal where record_id = ''").fetchall()
    assert row == (
        "listed",
        "Draft Decision List published on 3 March 2026 made, 1 decision; exported as list.pdf",
    )


@pytest.mark.parametrize("suffix", [".docx", ".pdf", ".csv", ".xlsx"])
def test_the_register_is_made_as_each_kind_of_file(data: str, tmp_path: Path, suffix: str) -> None:
    out = tmp_path / f"register{suffix}"
    days = ["--from", "2026-03-01", "--to", "2026-03-31"]
    assert makes(data, "register", *days, str(out)) == cli.DONE
    assert out.stat().st_size > 200


def test_a_draft_list_is_no_table(
    data: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "list.csv"
    assert makes(data, "draft", "--from", "2026-03-03", str(out)) == cli.PROBLEMS
    assert "The Draft Decision List is not made as .csv." in capsys.readouterr().err
    assert not out.exists()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["draft", "--from", "someday", "a.docx"], "is no date"),
        (["draft", "--from", "2026-03-03", "a.txt"], "must end in .docx, .pdf, .csv, .xlsx"),
        (["others", "--from", "2026-03-03", "a.docx"], "invalid choice"),
        (["draft", "a.docx"], "--from"),
    ],
)
def test_wrong_use_says_what_is_wrong(
    data: str, words: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert makes(data, *words) == cli.WRONG_USE
    assert told in capsys.readouterr().err


def test_days_that_are_crossed_and_a_folder_without_records_are_problems(
    data: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    crossed = ["draft", "--from", "2026-03-03", "--to", "2026-03-02", str(tmp_path / "a.docx")]
    assert makes(data, *crossed) == cli.PROBLEMS
    assert "would end before it begins" in capsys.readouterr().err
    elsewhere = str(tmp_path / "nothing")
    assert makes(elsewhere, "draft", "--from", "2026-03-03", "a.docx") == cli.PROBLEMS
    assert "There are no records in" in capsys.readouterr().err
