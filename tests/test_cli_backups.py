"""Backups on the command line: listed, brought back, and never under an open window."""

import json
import os
import platform
import sys
from pathlib import Path

import pytest

from sendapp import cli
from sendapp.domain.interchange import to_json
from sendapp.paths import Paths
from sendapp.storage.backups import Backups
from tests.factory import A_ID, a_record


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    """A data folder with one record, of which there is a backup."""
    paths = Paths(tmp_path / "data")
    assert take_in(paths, "Before") == cli.DONE
    Backups(paths.backups).make(paths.database, "test")
    return paths


def take_in(paths: Paths, title: str) -> int:
    path = paths.data.parent / "record.json"
    path.write_text(to_json(a_record(id=A_ID, title=title)), encoding="utf-8")
    return cli.run(["import", str(path), "--if-present", "replace", "--data", str(paths.data)])


def titles(paths: Paths, capsys: pytest.CaptureFixture[str]) -> list[str]:
    capsys.readouterr()
    assert cli.run(["list", "--json", "--data", str(paths.data)]) == cli.DONE
    return [row["title"] for row in json.loads(capsys.readouterr().out)]


def listed(paths: Paths, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """What is listed of the backup with the record: day, time, size, its unit, name."""
    capsys.readouterr()
    assert cli.run(["backups", "--data", str(paths.data)]) == cli.DONE
    lines = capsys.readouterr().out.splitlines()
    (line,) = (line for line in lines if line.endswith("-test.db"))
    return line.split()


def held_by(paths: Paths, process: int, program: str, computer: str) -> None:
    paths.lock.write_text(f"{process}\n{program}\n{computer}\nid\nid\n", encoding="utf-8")


def test_backups_are_listed_with_their_dates_and_brought_back_by_name(
    paths: Paths, capsys: pytest.CaptureFixture[str]
) -> None:
    day, time, size, unit, name = listed(paths, capsys)
    assert name.startswith(f"records-{day}-{time.replace(':', '')}")
    assert (int(size) > 50, unit) == (True, "KB")
    take_in(paths, "After")
    assert titles(paths, capsys) == ["After"]
    assert cli.run(["restore", name, "--data", str(paths.data)]) == cli.DONE
    said = capsys.readouterr().out
    assert said.startswith(f"{paths.backups / name} was put in the place of {paths.database}.")
    (kept,) = [path for path in paths.backups.iterdir() if "before-restore" in path.name]
    assert f"What stood there is kept as {kept}." in said
    assert titles(paths, capsys) == ["Before"]
    assert cli.run(["restore", str(kept), "--data", str(paths.data)]) == cli.DONE
    assert titles(paths, capsys) == ["After"]


def test_a_backup_is_brought_back_where_the_records_are_lost_or_damaged(
    paths: Paths, capsys: pytest.CaptureFixture[str]
) -> None:
    name = listed(paths, capsys)[-1]
    for spoil in (paths.database.unlink, lambda: paths.database.write_bytes(b"Dear all")):
        spoil()
        assert cli.run(["restore", name, "--data", str(paths.data)]) == cli.DONE
        assert titles(paths, capsys) == ["Before"]
    assert (paths.backups / "damaged-1-records.db").read_bytes() == b"Dear all"


def test_what_is_no_backup_changes_nothing(
    paths: Paths, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    letter = tmp_path / "letter.db"
    letter.write_text("Dear all")
    for named, says in ((str(letter), "is not a records file"), ("nothing.db", "Cannot find")):
        assert cli.run(["restore", named, "--data", str(paths.data)]) == cli.PROBLEMS
        assert says in capsys.readouterr().err
    assert titles(paths, capsys) == ["Before"]
    empty = ["backups", "--data", str(tmp_path / "empty")]
    assert cli.run(empty) == cli.PROBLEMS
    assert "There are no backups in" in capsys.readouterr().err
    assert not (tmp_path / "empty").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="asks after a process as Unix can")
def test_nothing_is_replaced_under_an_open_window(
    paths: Paths, capsys: pytest.CaptureFixture[str]
) -> None:
    name = listed(paths, capsys)[-1]
    qt = pytest.importorskip("PySide6.QtCore")
    lock = qt.QLockFile(str(paths.lock))
    assert lock.tryLock(0)
    for act in (
        lambda: cli.run(["restore", name, "--data", str(paths.data)]),
        lambda: take_in(paths, "Replaced"),
    ):
        assert act() == cli.PROBLEMS
        assert "These records are open in a window" in capsys.readouterr().err
    lock.unlock()
    assert titles(paths, capsys) == ["Before"]


@pytest.mark.parametrize("lock", ["gone", "elsewhere", "another program", "nonsense"])
def test_a_lock_that_no_window_here_holds_is_in_nobody_s_way(
    lock: str, paths: Paths, capsys: pytest.CaptureFixture[str]
) -> None:
    here, ours = platform.node(), Path(sys.executable).resolve().name
    if lock == "nonsense":
        paths.lock.write_bytes(b"\xff\x00")
    elif lock == "gone":
        held_by(paths, 2**22 + 5, ours, here)
    elif lock == "elsewhere":
        held_by(paths, os.getpid(), ours, here + "-other")
    elif not sys.platform.startswith("linux"):
        pytest.skip("the name of another's program can only be asked on Linux")
    else:
        held_by(paths, os.getpid(), "another", here)
    assert take_in(paths, "After") == cli.DONE
    assert titles(paths, capsys) == ["After"]
