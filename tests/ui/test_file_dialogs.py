"""Where dialogs that ask for files begin, and what they propose to call one."""

from pathlib import Path

import pytest
from PySide6.QtCore import QDir
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from sendapp.ui.file_dialogs import documents_folder, file_dialog, with_ending
from sendapp.ui.printing import PrintPreview
from tests.driver import Officer
from tests.journeys.at_signing import with_draft

ASKS = ["import_dialog", "export_dialog", "add_file_dialog"]


def begins_in(officer: Officer, name: str) -> Path:
    """Ask for a file in one of the ways, and return where the dialog begins."""
    verbs = {
        "import_dialog": officer.window.records.bring_in,
        "export_dialog": officer.window.exports.word,
        "add_file_dialog": officer.window.files_desk.ask_for_files,
    }
    verbs[name]()
    officer.waits_until(lambda: isinstance(officer.in_front(), QFileDialog), "it asks")
    dialog = officer.in_front()
    assert isinstance(dialog, QFileDialog)
    assert dialog.objectName() == name
    begins = dialog.directory().absolutePath()
    dialog.reject()
    return Path(begins)


def test_files_are_asked_for_among_documents_and_then_where_the_last_one_was(
    officer: Officer,
) -> None:
    with_draft(officer)
    documents = Path(documents_folder())
    documents.mkdir(exist_ok=True)
    assert [begins_in(officer, name) for name in ASKS] == [documents] * 3
    papers = officer.folder / "papers"
    papers.mkdir()
    officer.exports("button_word", papers / "quay.docx")
    assert [begins_in(officer, name) for name in ASKS] == [papers] * 3
    officer.starts_again()
    assert begins_in(officer, "import_dialog") == papers
    (papers / "quay.docx").unlink()
    papers.rmdir()
    assert begins_in(officer, "import_dialog") == documents


def test_a_folder_for_exports_that_is_laid_down_goes_first(officer: Officer) -> None:
    with_draft(officer)
    laid_down = officer.folder / "exports"
    laid_down.mkdir()
    officer.window.exports.folder = str(laid_down)
    officer.window.last_folder.remember([str(officer.folder / "any.pdf")])
    assert begins_in(officer, "export_dialog") == laid_down
    assert begins_in(officer, "import_dialog") == officer.folder


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        ("all.csv", "all.csv"),
        ("ALL.CSV", "ALL.CSV"),
        ("all", "all.csv"),
        ("all.xlsx", "all.xlsx.csv"),
        ("up to 1.4.2026", "up to 1.4.2026.csv"),
    ],
)
def test_a_file_has_the_ending_of_what_is_written(typed: str, named: str) -> None:
    assert with_ending(Path("folder.d", typed), ".csv") == Path("folder.d", named)


def test_a_file_that_nobody_was_asked_about_is_not_replaced(tmp_path: Path) -> None:
    for there in ("all.xlsx.csv", "all.xlsx (2).csv"):
        (tmp_path / there).write_bytes(b"kept")
    assert with_ending(tmp_path / "all.xlsx", ".csv") == tmp_path / "all.xlsx (3).csv"
    assert with_ending(tmp_path / "all.xlsx.csv", ".csv") == tmp_path / "all.xlsx.csv"


def test_a_dialog_of_no_window_that_remembers_begins_among_documents(qtbot: QtBot) -> None:
    Path(documents_folder()).mkdir(exist_ok=True)
    alone = QWidget()
    qtbot.addWidget(alone)
    begins = file_dialog(alone, "Import", "any").directory()
    assert begins == QDir(documents_folder())


def test_a_printer_that_writes_files_is_given_a_name_that_any_system_takes(
    officer: Officer,
) -> None:
    with_draft(officer, title="Quay: east/west?", reference="", status="draft")
    officer.clicks("button_print")
    officer.waits_until(lambda: isinstance(officer.in_front(), PrintPreview), "it is shown")
    preview = officer.in_front()
    assert isinstance(preview, PrintPreview)
    assert preview.printer().docName() == "Quay- east-west"
    preview.close()
