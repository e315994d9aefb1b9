"""Kinds of record: ours, the council's own, and what is wrong with them."""

import shutil
from pathlib import Path

import pytest

from sendapp.errors import NotFound, TemplateProblem
from sendapp.paths import templates
from sendapp.services.record_types import kind_of, load_kinds
from tests.factory import a_record

SHIPPED = templates() / "cabinet-member"


def test_the_cabinet_members_record_comes_with_the_program() -> None:
    kind = load_kinds()["cabinet-member"]
    assert kind.type.title == "Record of Cabinet Member Decision"
    assert kind.template == SHIPPED / "record.docx"
    assert kind.template.is_file()


def test_the_councils_own_template_takes_the_place_of_ours(tmp_path: Path) -> None:
    own = tmp_path / "cabinet-member"
    own.mkdir()
    (own / "record.docx").touch()
    kind = load_kinds(tmp_path)["cabinet-member"]
    assert kind.template == own / "record.docx"
    assert kind.type == load_kinds()["cabinet-member"].type


def test_the_council_may_have_a_further_kind(tmp_path: Path) -> None:
    shutil.copytree(SHIPPED, tmp_path / "own-kind")
    (tmp_path / "half").mkdir()
    (tmp_path / "half" / "record.docx").touch()
    (tmp_path / "empty").mkdir()
    kinds = load_kinds(tmp_path)
    assert kinds["own-kind"].template == tmp_path / "own-kind" / "record.docx"
    assert set(kinds) == {*load_kinds(), "own-kind"}


def test_a_type_that_cannot_be_read_is_a_problem_with_its_file(tmp_path: Path) -> None:
    own = tmp_path / "cabinet-member"
    own.mkdir()
    for text in (b"title = ", b"\xff"):
        (own / "type.toml").write_bytes(text)
        with pytest.raises(TemplateProblem, match="cannot be read") as refusal:
            load_kinds(tmp_path)
        assert refusal.value.where == str(own / "type.toml")


def test_a_folder_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="nowhere"):
        load_kinds(tmp_path / "nowhere")


def test_a_record_of_an_unknown_kind_is_a_problem() -> None:
    with pytest.raises(TemplateProblem, match="“parish-council”") as refusal:
        kind_of(a_record(record_type="parish-council"), load_kinds())
    assert "cabinet-member" in refusal.value.hint
