"""Whatever leaves the desk, is brought back or set aside is a row of the journal, once."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter

from sendapp.domain.sealing import code_of, shown_code
from sendapp.storage.database import open_database
from sendapp.storage.journal import JournalStore
from sendapp.ui.printing import PrintPreview
from tests.driver import Officer
from tests.journeys.at_signing import make_ready, with_draft


@pytest.fixture
def drafting(officer: Officer) -> Officer:
    with_draft(officer)
    return officer


def journal_of(officer: Officer) -> list[str]:
    """Return what was entered for the open record, oldest first; closes the program."""
    record_id = officer.record.id
    officer.closes()
    db = open_database(officer.paths.database, create=False)
    try:
        return [entry.words for entry in reversed(JournalStore(db).listing(record_id))]
    finally:
        db.close()


def preview_of(officer: Officer) -> PrintPreview:
    officer.waits_until(lambda: isinstance(officer.in_front(), PrintPreview), "the preview opens")
    preview = officer.in_front()
    assert isinstance(preview, PrintPreview)
    return preview


def a_printer(folder: Path, name: str = "paper.pdf") -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(folder / name))
    return printer


def entered(officer: Officer) -> Callable[[], int]:
    """Return what counts the rows that are said to be entered from now on."""
    rows: list[str] = []
    officer.window.journaller.entered.connect(rows.append)
    return lambda: len(rows)


def test_each_way_out_is_entered_once(drafting: Officer) -> None:
    officer = drafting
    count = entered(officer)
    officer.exports("button_word", officer.folder / "lane.docx")
    officer.exports("button_pdf", officer.folder / "lane.pdf")
    officer.menu("Record", "Save a copy to share")
    officer.saves_file_as(officer.folder / "lane.json")
    officer.waits_for_notice("lane.json")
    officer.clicks("button_print")
    preview = preview_of(officer)
    printer = a_printer(officer.folder)
    printer.setCopyCount(2)
    preview.paint(printer)
    preview.close()
    officer.waits_until(lambda: count() == 4, "all is entered")
    assert journal_of(officer) == [
        "Exported to Word: lane.docx",
        "Exported to PDF: lane.pdf",
        "Saved as a copy to share: lane.json",
        "Printed: 2 copies",
    ]


def test_what_was_not_done_is_not_entered(drafting: Officer) -> None:
    officer = drafting
    officer.clicks("button_print")
    preview_of(officer).close()
    officer.clicks("button_word")
    officer.saves_file_as(officer.folder / "no folder" / "lane.docx")
    officer.message()
    officer.keys("Escape")
    assert journal_of(officer) == []


def test_a_draft_sent_round_is_entered(drafting: Officer) -> None:
    officer = drafting
    count = entered(officer)
    officer.keys("Ctrl+Shift+U")
    officer.types_into("circulate_to", "Legal")
    officer.presses("Only note it")
    officer.waits_until(lambda: count() == 1, "it is entered")
    # Closed at once: its page is made and filed all the same.
    assert journal_of(officer) == [
        "Circulated as draft 1, to Legal",
        "Filed as circulated draft: Resurfacing of Tanner's Quay (draft 1).pdf",
    ]


def test_what_is_brought_back_is_entered(drafting: Officer) -> None:
    officer = drafting
    officer.exports("button_word", officer.folder / "lane.docx")
    officer.types_into("title", "Other ")
    count = entered(officer)
    officer.keys("F9")
    officer.waits_until(lambda: bool(officer.window.history.list.versions()), "versions are shown")
    officer.presses("Restore this version")
    officer.waits_until(lambda: count() == 1, "it is entered")
    last = journal_of(officer)[-1]
    assert last.startswith("Older text brought back, as it was on ")
    assert last.endswith(": Exported to Word: lane.docx")


def test_a_draft_is_not_printed_for_signature(drafting: Officer) -> None:
    officer = drafting
    officer.keys("Ctrl+Shift+G")
    assert officer.message() == (
        "This is still a draft, and a draft is not signed. Mark it as ready for signature first: "
        "what the law requires is then looked for."
    )


def test_a_signing_copy_is_entered_with_code_and_copies(officer: Officer) -> None:
    make_ready(officer)
    count = entered(officer)
    code = shown_code(code_of(officer.record))
    officer.keys("Ctrl+Shift+G")
    preview = preview_of(officer)
    assert preview.windowTitle() == "Print for signature"
    printer = a_printer(officer.folder)
    printer.setCopyCount(2)
    preview.paint(printer)
    preview.close()
    officer.waits_for_notice(f"Printed for signature, code {code}, 2 copies.")
    officer.menu("Record", "Signing copy to PDF")
    officer.saves_file_as(officer.folder / "lane.pdf")
    officer.waits_until(lambda: count() == 2, "both are entered")
    assert journal_of(officer)[-2:] == [
        f"Printed for signature, code {code}, 2 copies",
        f"Signing copy exported: lane.pdf, code {code}",
    ]


def test_a_finding_set_aside_is_entered_with_its_reason(drafting: Officer) -> None:
    officer = drafting
    count = entered(officer)
    officer.clicks("reasons[1].text")
    officer.keys("Ctrl+End", "Return")
    officer.types("See attached.")
    model = officer.window.checks.model
    officer.waits_until(lambda: model.rowCount() > 0, "what was typed is found")
    officer.keys("F8")
    officer.waits_until(lambda: officer.sees("check_aside"), "it can be set aside")
    officer.clicks("check_aside")
    officer.types("It is the plan.")
    officer.presses("Set aside")
    officer.waits_until(lambda: count() == 1, "it is entered")
    officer.waits_until(lambda: officer.sees("check_back"), "it can be taken back")
    officer.clicks("check_back")
    officer.waits_until(lambda: count() == 2, "that is entered, too")
    aside, back = journal_of(officer)
    assert aside.startswith("Set aside: ")
    assert aside.endswith(". Reason: It is the plan.")
    assert back.startswith("No longer set aside: ")
