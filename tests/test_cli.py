"""The command line: what it does, what it says, and its exit codes."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from sendapp import cli
from sendapp.domain.interchange import FORMAT, from_dict, from_json, to_json
from sendapp.domain.schema import json_schema
from tests.factory import A_ID, a_full_record, a_record

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def record_file(tmp_path: Path) -> Path:
    path = tmp_path / "record.json"
    path.write_text(to_json(a_full_record()), encoding="utf-8")
    return path


@pytest.fixture
def data(tmp_path: Path) -> str:
    return str(tmp_path / "data")


def told(capsys: pytest.CaptureFixture[str]) -> str:
    """What was written to the error output."""
    return capsys.readouterr().err


def listed(data: str, capsys: pytest.CaptureFixture[str]) -> list[dict[str, str]]:
    capsys.readouterr()
    assert cli.run(["list", "--json", "--data", data]) == cli.DONE
    rows: list[dict[str, str]] = json.loads(capsys.readouterr().out)
    return rows


@pytest.mark.parametrize(
    ("argv", "is_for_cli"),
    [
        ([], False),
        (["--data", "folder"], False),
        (["--data=folder"], False),
        (["list"], True),
        (["--data", "folder", "list"], True),
        (["list", "--data", "folder"], True),
        (["--help"], True),
        (["--version"], True),
        (["nonsense"], True),
    ],
)
def test_a_verb_is_for_the_command_line_and_none_for_the_window(
    argv: list[str], is_for_cli: bool
) -> None:
    assert cli.is_for(argv) is is_for_cli


@pytest.mark.parametrize(
    "argv",
    [
        ["nonsense"],
        ["render"],
        ["render", "a.json", "a.odt"],
        ["export", "folder"],
        ["export", "--all", "folder", "--format", "odt"],
        ["import"],
        ["import", "a.json", "--if-present", "ask"],
        ["list", "--nonsense"],
        ["--nonsense", "list"],
    ],
    ids=" ".join,
)
def test_wrong_use_is_two(argv: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(argv) == cli.WRONG_USE
    assert "usage: sendapp" in told(capsys)


@pytest.mark.parametrize("argv", [["--help"], ["render", "--help"], ["--version"]], ids=" ".join)
def test_help_is_no_fault(argv: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(argv) == cli.DONE
    assert "sendapp" in capsys.readouterr().out


@pytest.mark.parametrize(("name", "begins"), [("a.docx", b"PK"), ("a.PDF", b"%PDF")])
def test_a_record_is_rendered_the_same_twice(
    record_file: Path, tmp_path: Path, name: str, begins: bytes
) -> None:
    made = []
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        out = tmp_path / folder / name
        assert cli.run(["render", str(record_file), str(out)]) == cli.DONE
        made.append(out.read_bytes())
    assert made[0] == made[1]
    assert made[0].startswith(begins)


def test_two_processes_without_qt_give_the_same_bytes(record_file: Path, tmp_path: Path) -> None:
    made = []
    for seed in ("1", "2"):
        out = tmp_path / f"{seed}.docx"
        program = (
            "import sys; sys.path.insert(0, sys.argv[1]); from sendapp.__main__ import main;"
            "code = main(sys.argv[2:]);"
            "assert not [name for name in sys.modules if name.startswith('PySide6')];"
            "sys.exit(code)"
        )
        argv = [sys.executable, "-c", program, str(ROOT), "render", str(record_file), str(out)]
        ran = subprocess.run(
            argv, capture_output=True, text=True, env={"PYTHONHASHSEED": seed}, check=False
        )
        assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")
        made.append(out.read_bytes())
    assert made[0] == made[1]


def test_main_py_is_the_same_door() -> None:
    argv = [sys.executable, str(ROOT / "main.py"), "schema"]
    ran = subprocess.run(argv, capture_output=True, check=True)
    assert json.loads(ran.stdout) == json_schema()


def test_a_template_may_be_named(record_file: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.docx"
    own = tmp_path / "own.docx"
    shutil.copy(ROOT / "templates" / "cabinet-member" / "record.docx", own)
    argv = ["render", str(record_file), str(out), "--template", str(own)]
    assert cli.run(argv) == cli.DONE
    assert out.exists()


def test_a_file_that_is_no_template_is_told(
    record_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "own.docx").write_bytes(b"not Word at all")
    argv = ["render", str(record_file), str(tmp_path / "out.docx")]
    assert cli.run([*argv, "--template", str(tmp_path / "own.docx")]) == cli.PROBLEMS
    assert "is not a Word document" in told(capsys)
    assert not (tmp_path / "out.docx").exists()


def test_every_fault_of_the_input_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "bad.json"
    path.write_text(json.dumps({"format": FORMAT, "title": 4, "reasons": [None]}))
    assert cli.run(["render", str(path), str(tmp_path / "out.pdf")]) == cli.PROBLEMS
    assert told(capsys).splitlines()[1:] == [
        "  title must be text, not a whole number.",
        "  reasons[0] must be text, not null.",
    ]
    assert not (tmp_path / "out.pdf").exists()


def test_a_place_that_cannot_be_written_is_told(
    record_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(["render", str(record_file), str(tmp_path / "no/out.docx")]) == cli.PROBLEMS
    assert "out.docx" in told(capsys)


def test_records_are_taken_in_and_listed(
    record_file: Path, data: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(["import", str(record_file), "--data", data]) == cli.DONE
    assert capsys.readouterr().out == f"{record_file}: added.\n"
    (row,) = listed(data, capsys)
    assert (row["id"], row["title"]) == (A_ID, "Resurfacing of Tanner's Quay")
    assert cli.run(["--data", data, "list"]) == cli.DONE
    assert capsys.readouterr().out == "2026-03-02  Implementable  Resurfacing of Tanner's Quay\n"


@pytest.mark.parametrize(
    ("choice", "code", "titles"),
    [
        ([], cli.PROBLEMS, ["Here"]),
        (["--if-present", "keep"], cli.DONE, ["Here"]),
        (["--if-present", "replace"], cli.DONE, ["Comes"]),
        (["--if-present", "both"], cli.DONE, ["Comes", "Here"]),
    ],
)
def test_a_record_that_is_here_already_is_dealt_with_as_said(
    choice: list[str],
    code: int,
    titles: list[str],
    tmp_path: Path,
    data: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for title in ("Here", "Comes"):
        path = tmp_path / f"{title}.json"
        path.write_text(to_json(a_record(id=A_ID, title=title)), encoding="utf-8")
        ended = cli.run(["import", str(path), "--data", data, *choice])
    assert ended == code
    assert ("--if-present" in told(capsys)) == (code == cli.PROBLEMS)
    assert sorted(row["title"] for row in listed(data, capsys)) == titles


def test_one_bad_file_does_not_keep_the_others_out(
    record_file: Path, tmp_path: Path, data: str, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = tmp_path / "bad.json"
    bad.write_text("{")
    assert cli.run(["import", str(bad), str(record_file), "--data", data]) == cli.PROBLEMS
    assert "bad.json" in told(capsys)
    assert len(listed(data, capsys)) == 1


@pytest.mark.parametrize("kind", ["json", "docx", "pdf"])
def test_every_record_is_exported(
    kind: str, tmp_path: Path, data: str, capsys: pytest.CaptureFixture[str]
) -> None:
    records = [a_record(title="Twin"), a_record(title="twin"), a_record(title="Other")]
    for number, record in enumerate(records):
        path = tmp_path / f"{number}.json"
        path.write_text(to_json(record), encoding="utf-8")
        assert cli.run(["import", str(path), "--data", data]) == cli.DONE
    out = tmp_path / "out"
    assert cli.run(["export", "--all", str(out), "--format", kind, "--data", data]) == cli.DONE
    assert capsys.readouterr().out.endswith(f"3 records written to {out}.\n")
    assert {path.name.lower() for path in out.iterdir()} == {
        f"2026-03-02 twin.{kind}",
        f"2026-03-02 twin (2).{kind}",
        f"2026-03-02 other.{kind}",
    }
    if kind == "json":
        texts = [path.read_text(encoding="utf-8") for path in out.iterdir()]
        assert {from_json(text).id for text in texts} == {record.id for record in records}


def test_a_record_that_cannot_be_printed_is_told_and_the_others_written(
    tmp_path: Path, data: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for record in (a_record(title="Odd", record_type="parish"), a_record(title="Fine")):
        path = tmp_path / "a.json"
        path.write_text(to_json(record), encoding="utf-8")
        cli.run(["import", str(path), "--data", data])
    out = tmp_path / "out"
    assert cli.run(["export", "--all", str(out), "--data", data]) == cli.PROBLEMS
    captured = capsys.readouterr()
    assert "“parish”" in captured.err
    assert captured.out.endswith(f"1 record written to {out}.\n")
    assert [path.name for path in out.iterdir()] == ["2026-03-02 Fine.docx"]


@pytest.mark.parametrize("argv", [["list"], ["export", "--all", "out"]], ids=" ".join)
def test_a_folder_without_records_is_told_and_stays_empty(
    argv: list[str],
    tmp_path: Path,
    data: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert cli.run([*argv, "--data", data]) == cli.PROBLEMS
    assert "There are no records in" in told(capsys)
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_records_file_is_told_and_left_alone(
    data: str, record_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    database = Path(data) / "records.db"
    database.parent.mkdir()
    database.write_bytes(b"")
    assert cli.run(["import", str(record_file), "--data", data]) == cli.PROBLEMS
    assert "is empty" in told(capsys)
    assert database.read_bytes() == b""


def test_the_schema_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["schema"]) == cli.DONE
    assert json.loads(capsys.readouterr().out)["title"] == "Decision record"


def test_records_written_out_are_records(data: str, record_file: Path, tmp_path: Path) -> None:
    cli.run(["import", str(record_file), "--data", data])
    cli.run(["export", "--all", str(tmp_path / "out"), "--format", "json", "--data", data])
    (path,) = (tmp_path / "out").iterdir()
    written = json.loads(path.read_text(encoding="utf-8"))
    del written["format"]
    assert from_dict(written) == a_full_record()


def test_the_names_of_a_template_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["names"]) == cli.DONE
    assert "| `title` | Title: one line |" in capsys.readouterr().out
