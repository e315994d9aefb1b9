"""Files that appear whole or not at all, whose rights are right, and whose faults are told."""

import errno
import os
import sqlite3
import stat
import sys
from contextlib import closing
from pathlib import Path

import pytest

from sendapp import files
from sendapp.errors import NotFound, NotWritable, Problem
from sendapp.files import (
    copy_whole,
    new_file,
    new_folder,
    private_folder,
    problem_of,
    usual_folder,
    whole_file,
    write_whole,
)

SENDAPP = Path(files.__file__).parent
unix = pytest.mark.skipif(sys.platform == "win32", reason="rights of Unix")


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_no_name_is_tried_again_where_a_folder_refuses_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """tempfile takes a refusal on Windows for a name that is taken, and tries 2³¹ others."""
    tried = []

    def refuse(path: Path, *_: object) -> int:
        tried.append(path)
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    monkeypatch.setattr(os, "open", refuse)
    monkeypatch.setattr(os, "mkdir", refuse)
    with pytest.raises(NotWritable, match="You may not write"):
        write_whole(tmp_path / "a.json", b"{}")
    with pytest.raises(PermissionError), new_file(tmp_path):
        pytest.fail("there is no file")
    with pytest.raises(PermissionError), new_folder(tmp_path):
        pytest.fail("there is no folder")
    assert len(tried) == 3
    sources = {path: path.read_text("utf-8") for path in SENDAPP.rglob("*.py")}
    assert [path for path, source in sources.items() if "import tempfile" in source] == []


def test_a_new_file_and_a_new_folder_are_private_and_go_away(tmp_path: Path) -> None:
    with new_file(tmp_path) as path, new_folder(tmp_path) as folder:
        path.write_bytes(b"x")
        (folder / "inside").write_bytes(b"y")
        assert {path.parent, folder.parent} == {tmp_path}
        if sys.platform != "win32":
            assert (mode(path), mode(folder)) == (0o600, 0o700)
    assert list(tmp_path.iterdir()) == []


def test_what_fails_half_way_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    write_whole(path, b"old")
    with pytest.raises(TypeError), whole_file(path) as temporary:
        temporary.write_bytes("no bytes")  # type: ignore[arg-type]
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@unix
@pytest.mark.parametrize("umask", [0o022, 0o077, 0o007])
def test_a_handed_over_file_has_the_usual_rights_and_a_private_one_none_for_others(
    tmp_path: Path, umask: int
) -> None:
    before = os.umask(umask)
    try:
        write_whole(tmp_path / "record.json", b"{}", private=False)
        write_whole(tmp_path / "side.json", b"{}")
        copy_whole(tmp_path / "record.json", tmp_path / "copy.db")
        usual_folder(tmp_path / "exports")
    finally:
        os.umask(before)
    assert mode(tmp_path / "record.json") == 0o666 & ~umask
    assert mode(tmp_path / "side.json") == mode(tmp_path / "copy.db") == 0o600
    assert mode(tmp_path / "exports") == 0o777 & ~umask


@unix
@pytest.mark.parametrize("private", [True, False])
@pytest.mark.parametrize("rights", [0o664, 0o600, 0o444])
def test_a_file_that_is_replaced_keeps_its_rights(
    tmp_path: Path, rights: int, private: bool
) -> None:
    path = tmp_path / "record.json"
    path.write_bytes(b"old")
    path.chmod(rights)
    write_whole(path, b"new", private=private)
    assert (path.read_bytes(), mode(path)) == (b"new", rights)


@unix
def test_a_private_folder_is_made_for_its_user_and_a_shared_one_stays_shared(
    tmp_path: Path,
) -> None:
    assert mode(private_folder(tmp_path / "new")) == 0o700
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared").chmod(0o770)
    assert mode(private_folder(tmp_path / "shared")) == 0o770


@unix
@pytest.mark.parametrize(
    ("number", "told"),
    [(errno.EIO, True), (errno.ENOSPC, True), (errno.EINVAL, False), (errno.EACCES, False)],
)
def test_a_folder_that_does_not_confirm_is_not_told_as_a_file_not_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, told: bool
) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(b"old")
    sync = os.fsync

    def fsync(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(number, os.strerror(number))
        sync(handle)

    monkeypatch.setattr(os, "fsync", fsync)
    if told:
        with pytest.raises(Problem, match=r"a\.json is written, but the disk did not confirm"):
            write_whole(path, b"new")
    else:
        write_whole(path, b"new")
    assert path.read_bytes() == b"new"


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (PermissionError(errno.EACCES, "no"), "You may not read a.json."),
        (FileNotFoundError(errno.ENOENT, "no"), "Cannot find a.json."),
        (NotADirectoryError(errno.ENOTDIR, "no"), "Cannot find a.json."),
        (IsADirectoryError(errno.EISDIR, "no"), "a.json is a folder, not a file."),
        (OSError(errno.EIO, "Input/output error"), "a.json could not be read: Input/output error."),
    ],
)
def test_what_cannot_be_read_is_told_as_reading(fault: OSError, words: str) -> None:
    problem = problem_of(fault, Path("a.json"), reading=True)
    assert problem.sentence == words
    assert problem.hint
    assert "writ" not in problem.sentence + problem.hint
    assert type(problem) is not NotWritable


def test_a_copy_of_what_is_not_there_names_that(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match=r"Cannot find .*source\.db\."):
        copy_whole(tmp_path / "source.db", tmp_path / "copy.db")
    assert list(tmp_path.iterdir()) == []


def test_no_document_is_written_over_records_or_their_backups(tmp_path: Path) -> None:
    path = tmp_path / "records.db"
    with closing(sqlite3.connect(path)) as db:
        db.execute("create table records (id text)")
    kept = path.read_bytes()
    with pytest.raises(Problem, match="holds records, or a backup of them"):
        write_whole(path, b"a,b", private=False)
    assert path.read_bytes() == kept
    assert os.listdir(tmp_path) == ["records.db"]


@unix
def test_a_device_or_a_pipe_is_never_replaced_by_a_file(tmp_path: Path) -> None:
    os.mkfifo(pipe := tmp_path / "pipe")
    for private in (True, False):
        with pytest.raises(Problem, match="is a pipe or a device, not a file"):
            write_whole(pipe, b"{}", private=private)
    assert stat.S_ISFIFO(pipe.stat().st_mode)
