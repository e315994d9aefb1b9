"""The checks on the command line: what they say, and when they fail."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from sendapp import cli
from sendapp.domain.interchange import to_json
from sendapp.domain.record import SetAside, new_id
from tests.factory import A_ID, a_record, items


def test_a_clean_record_is_checked_and_found_clean(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "clean.json"
    path.write_text(to_json(a_record(decision_maker_interest="no")), encoding="utf-8")
    assert cli.run(["check", str(path)]) == cli.DONE
    assert "The checks found nothing" in capsys.readouterr().out
    assert cli.run(["check", str(path), "--json"]) == cli.DONE
    assert json.loads(capsys.readouterr().out) == []


def test_what_the_law_requires_makes_the_check_fail_and_what_looks_wrong_does_not(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "record.json"
    wrong = a_record(
        decision_maker_interest="no", reasons=items("<p>It sinks.</p>", "<p>See attached.</p>")
    )
    path.write_text(to_json(wrong), encoding="utf-8")
    assert cli.run(["check", str(path)]) == cli.DONE
    assert "reasons[1] (Reason for decision): This reason only points" in capsys.readouterr().out
    path.write_text(to_json(replace(wrong, reasons=())), encoding="utf-8")
    assert cli.run(["check", str(path), "--json"]) == cli.PROBLEMS
    (finding,) = json.loads(capsys.readouterr().out)
    assert (finding["check"], finding["rank"], finding["place"]) == (
        "reasons-missing",
        "law",
        "reasons",
    )
    assert finding["source"] == "SI 2012/2089, regulation 13(1) and (2)"


def test_a_finding_set_aside_is_said_to_be(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    row = SetAside(
        check="says-nothing-itself", field="reasons", words="N/A", reason="Quoted from the form."
    )
    path = tmp_path / "record.json"
    record = a_record(
        decision_maker_interest="no",
        reasons=items("<p>N/A</p>", "<p>It sinks.</p>"),
        set_aside=(row,),
    )
    path.write_text(to_json(record), encoding="utf-8")
    assert cli.run(["check", str(path)]) == cli.DONE
    out = capsys.readouterr().out
    assert out.startswith("Set aside:")
    assert "Set aside: Quoted from the form." in out


def test_with_a_data_folder_the_council_there_is_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, data = tmp_path / "record.json", str(tmp_path / "data")
    record = a_record(id=A_ID, decision_maker_interest="no")
    path.write_text(to_json(replace(record, id=new_id())), encoding="utf-8")
    assert cli.run(["import", str(path), "--data", data]) == cli.DONE
    path.write_text(to_json(record), encoding="utf-8")
    capsys.readouterr()
    assert cli.run(["check", str(path), "--json", "--data", data]) == cli.DONE
    assert [f["check"] for f in json.loads(capsys.readouterr().out)] == ["title-used"]
    assert cli.run(["check", str(path), "--json"]) == cli.DONE
    assert json.loads(capsys.readouterr().out) == []


@pytest.mark.seed
def test_the_published_seed_record_lacks_nothing_the_law_requires(
    seed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(["check", str(seed / "record.json"), "--json"]) == cli.DONE
    found = json.loads(capsys.readouterr().out)
    assert [(f["check"], f["words"]) for f in found] == [
        ("clause-without-exempt-appendix", "Appendix 1 is not for publication")
    ]
