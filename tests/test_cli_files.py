"""Files on the command line: written beside the documents of their records."""

from pathlib import Path

import pytest

from sendapp import cli
from sendapp.domain.filed import FileKind
from sendapp.domain.interchange import to_json
from sendapp.paths import Paths
from sendapp.storage.database import open_database
from sendapp.storage.files import FileStore
from tests.factory import A_ID, a_record


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    """A data folder with a record that has two files, and one that has none."""
    paths = Paths(tmp_path / "data")
    for record in (a_record(id=A_ID), a_record(title="Another")):
        path = tmp_path / "record.json"
        path.write_text(to_json(record), encoding="utf-8")
        assert cli.run(["import", str(path), "--data", str(paths.data)]) == cli.DONE
    db = open_database(paths.database, create=False)
    files = FileStore(db)
    files.add(A_ID, "Signed.pdf", FileKind.SIGNED, "application/pdf", b"%PDF-1")
    files.add(A_ID, "Prices.pdf", FileKind.EXEMPT, "application/pdf", b"%PDF-2")
    db.close()
    return paths


@pytest.mark.parametrize("kind", ["json", "docx"])
def test_files_are_written_beside_their_record(
    paths: Paths, tmp_path: Path, capsys: pytest.CaptureFixture[str], kind: str
) -> None:
    out = tmp_path / "out"
    argv = ["export", "--all", str(out), "--format", kind, "--data", str(paths.data)]
    assert cli.run([*argv, "--with-files"]) == cli.DONE
    assert "2 files written beside them." in capsys.readouterr().out
    written = {path.relative_to(out).as_posix(): path for path in out.rglob("*.pdf")}
    folder = "2026-03-02 Resurfacing of Tanner's Quay (files)"
    assert set(written) == {f"{folder}/Signed.pdf", f"{folder}/Not for publication/Prices.pdf"}
    assert written[f"{folder}/Signed.pdf"].read_bytes() == b"%PDF-1"
    assert len(list(out.glob(f"*.{kind}"))) == 2


def test_without_being_asked_for_no_files_are_written(paths: Paths, tmp_path: Path) -> None:
    out = tmp_path / "out"
    argv = ["export", "--all", str(out), "--format", "json", "--data", str(paths.data)]
    assert cli.run(argv) == cli.DONE
    assert list(out.rglob("*.pdf")) == []
