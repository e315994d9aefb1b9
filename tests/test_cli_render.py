"""The verb render: what it refuses, and what of a council it prints."""

import json
import zipfile
from pathlib import Path

import pytest

from sendapp import cli
from sendapp.domain.interchange import to_json
from sendapp.domain.profile_exchange import FORMAT as PROFILE
from tests.factory import a_record


def test_a_copy_to_sign_of_a_draft_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, out = tmp_path / "draft.json", tmp_path / "out.pdf"
    path.write_text(to_json(a_record(status="draft")))
    assert cli.run(["render", str(path), str(out), "--signing"]) == cli.PROBLEMS
    assert capsys.readouterr().err.startswith("This is still a draft, and a draft is not signed.")
    assert not out.exists()


def test_a_councils_profile_may_be_named(tmp_path: Path) -> None:
    path, out = tmp_path / "record.json", tmp_path / "out.docx"
    path.write_text(to_json(a_record(status="decided")))
    profile = tmp_path / "profile.json"
    banners = {"decided": "Made, and not yet out."}
    profile.write_text(json.dumps({"format": PROFILE, "banners": banners}))
    argv = ["render", str(path), str(out)]
    assert cli.run([*argv, "--profile", str(profile)]) == cli.DONE
    with zipfile.ZipFile(out) as parts:
        assert "Made, and not yet out." in parts.read("word/document.xml").decode()


def test_a_profile_that_is_none_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "record.json"
    path.write_text(to_json(a_record()))
    argv = ["render", str(path), str(tmp_path / "out.docx")]
    assert cli.run([*argv, "--profile", str(path)]) == cli.PROBLEMS
    assert "is not a council’s profile" in capsys.readouterr().err
    assert not (tmp_path / "out.docx").exists()
