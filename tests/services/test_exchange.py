"""Record files: in with every fault named, out whole or not at all."""

from pathlib import Path

import pytest

from sendapp.errors import InputProblems, NotFound, Problem
from sendapp.paths import resources
from sendapp.services import exchange
from sendapp.services.exchange import read_file, write_file
from tests.factory import a_full_record


def problems_of(path: Path, data: bytes) -> tuple[str, ...]:
    path.write_bytes(data)
    with pytest.raises(InputProblems) as refusal:
        read_file(path)
    assert refusal.value.sentence == f"{path.name} is not a decision record that can be imported."
    assert path.read_bytes() == data
    return refusal.value.problems


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    record = a_full_record(unknown='{"clearance":["legal"]}')
    write_file(record, tmp_path / "a.json")
    assert read_file(tmp_path / "a.json") == record


def test_every_fault_is_named_with_its_place(tmp_path: Path) -> None:
    data = b'{"format": "decision-record/1", "title": 4, "options": [{"recommended": "yes"}]}'
    assert problems_of(tmp_path / "a.json", data) == (
        "title must be text, not a whole number.",
        "options[0].recommended must be true or false, not text.",
    )


def test_broken_json_is_named_by_line_and_column(tmp_path: Path) -> None:
    (fault,) = problems_of(tmp_path / "a.json", b'{\n  "format": }')
    assert fault == "This is not JSON: Expecting value at line 2, column 13."


def test_text_that_is_not_utf8_is_refused(tmp_path: Path) -> None:
    assert problems_of(tmp_path / "a.json", b'{"title": "caf\xe9"}') == (
        "This is not UTF-8 text, from byte 15 on.",
    )


def test_a_file_that_is_too_large_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exchange, "LARGEST_BYTES", 2_000_000)
    (fault,) = problems_of(tmp_path / "a.json", b" " * 2_000_001)
    assert fault == "The file is larger than 2 MB."


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match=r"a\.json"):
        read_file(tmp_path / "a.json")


def test_a_folder_that_is_named_as_a_file_is_told_as_read(tmp_path: Path) -> None:
    with pytest.raises(Problem, match=r"is a folder, not a file\.") as refusal:
        read_file(tmp_path)
    assert refusal.value.hint == "Choose a file."


def test_the_sample_record_is_complete() -> None:
    path = resources() / "examples" / "low-bridge-lane.json"
    record = read_file(path)
    assert (record.status, record.key_decision) == ("draft", "yes")
    html = "".join(row.text for row in (*record.decisions, *record.reasons))
    for tag in ("<ol>", "<ul>", "<table>", "<th>", "<a href=", "<sup>", "<sub>", "<b>", "<i>"):
        assert tag in html
    assert record.conflicts[0].dispensation
    assert [(a.exempt, a.paragraphs) for a in record.appendices] == [(False, ()), (True, (3,))]
    assert "invented" in record.notes


@pytest.mark.seed
def test_the_seed_is_read_and_written_back(seed: Path) -> None:
    record = read_file(seed / "record.json")
    assert record.title == "Procurement Strategy for SEND IASS and SEND Mediation"
    assert len(record.reasons) == 3
