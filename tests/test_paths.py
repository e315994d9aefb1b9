"""The data folder is the platform's, unless one is named; what was shipped is found."""

import sys
from pathlib import Path

import pytest

from sendapp import paths
from sendapp.paths import paths_for, resources, templates


@pytest.mark.parametrize(
    ("platform", "folder"),
    [
        ("linux", "share/sendapp"),
        ("win32", "local/sendapp"),
    ],
)
def test_the_data_folder_is_the_platforms(
    platform: str, folder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    assert paths_for().data == tmp_path / folder


def test_without_the_platforms_variables_it_is_in_the_home(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    for name in ("XDG_DATA_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name)
    found = {}
    for platform in ("linux", "win32", "darwin"):
        monkeypatch.setattr(sys, "platform", platform)
        found[platform] = paths_for().data.relative_to(tmp_path).as_posix()
    assert found == {
        "linux": ".local/share/sendapp",
        "win32": "AppData/Local/sendapp",
        "darwin": "Library/Application Support/sendapp",
    }


def test_a_data_home_that_is_not_absolute_is_ignored(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    monkeypatch.setenv("XDG_DATA_HOME", "relative")
    assert paths_for().data == tmp_path / ".local/share/sendapp"


def test_a_named_folder_holds_everything(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    named = paths_for("mine")
    places = (named.database, named.backups, named.rescued, named.log, named.lock)
    assert {place.parent for place in places} == {tmp_path / "mine"}


def test_what_was_shipped_is_found_beside_the_program() -> None:
    assert (templates() / "cabinet-member" / "record.docx").is_file()
    assert (resources() / "examples").is_dir()


def test_a_wheel_carries_it_inside_the_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "sendapp" / "_shipped" / "templates").mkdir(parents=True)
    monkeypatch.setattr(paths, "_ROOM", tmp_path / "sendapp")
    assert templates() == tmp_path / "sendapp" / "_shipped" / "templates"
    assert resources() == tmp_path / "resources"
