"""The verb examine: what is wrong with the records file, as lines and as JSON."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from sendapp import cli
from sendapp.storage.database import open_database
from sendapp.storage.records import RecordStore
from tests.factory import a_record


@pytest.fixture
def data(tmp_path: Path) -> Path:
    with closing(open_database(tmp_path / "data" / "records.db", create=True)) as db:
        RecordStore(db).save(a_record(), create=True)
    return tmp_path / "data"


def test_a_sound_file(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["examine", "--data", str(data)]) == cli.DONE
    assert "Nothing is wrong. Everything was looked at." in capsys.readouterr().out


def test_a_changed_file_is_told_even_where_the_window_would_not_open_it(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(sqlite3.connect(data / "records.db")) as outside:
        outside.execute("drop trigger journal_stays")
        outside.execute("update records set title = 'Another'")
        outside.commit()
    assert cli.run(["examine", "--json", "--data", str(data)]) == cli.PROBLEMS
    told = json.loads(capsys.readouterr().out)
    parts = {fault["part"]: fault for fault in told["faults"]}
    assert parts["records"]["columns"] == ["title"]
    assert "journal_stays" in parts["schema"]["sentence"]


def test_no_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["examine", "--data", str(tmp_path)]) == cli.PROBLEMS
    assert "There are no records" in capsys.readouterr().err
