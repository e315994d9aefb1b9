"""An officer reads the whole journal: narrows it, opens a record from it, saves it as a table."""

from concurrent.futures import Future

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from sendapp.domain.journal import Deed, What
from sendapp.domain.journal_lines import JournalAsked, JournalLine
from sendapp.errors import Problem
from sendapp.services.journal import SLICE
from sendapp.ui.journal import model
from tests.documents.test_sheets import read_csv
from tests.driver import Officer
from tests.ui.journal.reading import (
    LONG,
    chosen,
    enters,
    opens,
    shown,
    today_words,
    waits_for_words,
    with_journal,
)


def test_lines_of_no_record_and_of_a_disposed_one_are_read_by_day(officer: Officer) -> None:
    with_journal(officer)
    dialog = opens(officer)
    lines = shown(dialog)
    assert lines[0] == today_words()
    assert lines[1] == "Disposed of: The old mill"
    assert LONG in lines
    assert lines[-1] == "Draft Decision List made, 2 decisions"
    assert officer.reads("journal_said") == f"{len(lines) - 1} lines, the newest first"


def test_by_keyboard_it_is_opened_narrowed_saved_and_a_record_opened(officer: Officer) -> None:
    pier = with_journal(officer)
    dialog = opens(officer)
    officer.types("pier word")
    waits_for_words(officer, " with “pier word”")
    assert officer.reads("journal_said").startswith("1 of ")
    assert shown(dialog)[1:] == ["Exported to Word: pier.docx"]
    officer.keys("Alt+S")
    officer.waits_until(lambda: officer.sees("fileNameEdit"), "a file is asked for")
    path = officer.folder / "journal.csv"
    officer.keys("Ctrl+A")
    officer.types(str(path))
    if officer.has_popup():
        officer.keys("Escape")
    officer.keys("Return")
    officer.waits_until(
        lambda: officer.reads("journal_done") == f"1 line saved to {path}.", "it is saved"
    )
    [_, row] = read_csv(path.read_bytes())
    assert row[5:8] == ["Exported to Word: pier.docx", "MBC/7 · The pier", "kept"]
    officer.keys("Ctrl+A")
    officer.types("pier word exported\n")
    officer.waits_until(lambda: officer.focused() == "journal_lines", "the list has the keyboard")
    officer.keys("Return")
    officer.waits_until(lambda: officer.in_front() is officer.window, "the journal is closed")
    officer.waits_until(lambda: officer.window.pane.form is not None, "the record is open")
    assert officer.record.id == pier.id


def test_that_it_was_saved_is_the_newest_line(officer: Officer) -> None:
    with_journal(officer)
    dialog = opens(officer)
    before = len(shown(dialog)) - 1
    officer.clicks("journal_save")
    officer.saves_file_as(officer.folder / "all")
    waits_for_words(officer, f"{before + 1} lines")
    assert shown(dialog)[1] == f"Journal saved as all.csv, {before} lines"
    # The line that was chosen stays so.
    assert chosen(dialog) == "Disposed of: The old mill"
    assert len(read_csv((officer.folder / "all.csv").read_bytes())) == before + 1


def test_a_table_is_saved_as_no_workbook_whatever_ending_is_typed(officer: Officer) -> None:
    with_journal(officer)
    dialog = opens(officer)
    officer.clicks("journal_save")
    officer.saves_file_as(officer.folder / "all.xlsx")
    path = officer.folder / "all.xlsx.csv"
    officer.waits_until(lambda: str(path) in officer.reads("journal_done"), "it is saved")
    officer.waits_until(lambda: "saved as all.xlsx.csv" in shown(dialog)[1], "the row tells it")
    assert len(read_csv(path.read_bytes())) > 1
    assert not (officer.folder / "all.xlsx").exists()


def test_what_cannot_be_saved_is_said_and_the_journal_stays(officer: Officer) -> None:
    with_journal(officer)
    dialog = opens(officer)
    before = shown(dialog)
    officer.clicks("journal_save")
    officer.saves_file_as(officer.folder / "no folder" / "all.csv")
    officer.message()
    officer.keys("Escape")
    officer.waits_until(lambda: officer.in_front() is dialog, "the journal is in front again")
    assert not officer.sees("journal_done")
    assert officer.finds("journal_save", QPushButton).isEnabled()
    dialog.ask()
    waits_for_words(officer, f"{len(before) - 1} lines")


def test_a_double_click_opens_the_record_too(officer: Officer) -> None:
    pier = with_journal(officer)
    dialog = opens(officer)
    officer.types("exported word pier")
    waits_for_words(officer, "1 of ")
    spot = dialog.list.visualRect(dialog.model.first()).center()
    for click in (QTest.mouseClick, QTest.mouseDClick):
        click(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(spot))
    officer.waits_until(lambda: officer.in_front() is officer.window, "the journal is closed")
    officer.waits_until(lambda: officer.window.pane.form is not None, "the record is open")
    assert officer.record.id == pier.id


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("disposed", "The record is no longer kept, so there is nothing to open."),
        ("list made", "This line belongs to no single record."),
    ],
)
def test_where_there_is_no_record_that_is_said(officer: Officer, words: str, said: str) -> None:
    with_journal(officer)
    dialog = opens(officer)
    officer.types(f"{words}\n")
    officer.waits_until(lambda: officer.focused() == "journal_lines", "the list has the keyboard")
    assert officer.reads("journal_about") == said
    assert not officer.finds("journal_open", QPushButton).isEnabled()
    officer.keys("Return")
    assert officer.in_front() is dialog


def test_a_record_in_the_bin_is_opened_and_can_be_put_back(officer: Officer) -> None:
    pier = with_journal(officer)
    officer.program.desk.bin(pier.id).result(30)
    opens(officer)
    officer.types("exported word pier\n")
    officer.waits_until(lambda: officer.focused() == "journal_lines", "the list has the keyboard")
    assert "in the bin" in officer.reads("journal_about")
    officer.keys("Return")
    officer.waits_for_notice("This record is in the bin.")


def test_days_narrow_the_lines_and_crossed_ones_are_named(officer: Officer) -> None:
    with_journal(officer)
    dialog = opens(officer)
    all_of_it = len(shown(dialog)) - 1
    officer.clicks("journal_since")
    officer.types("1 January 2999")
    waits_for_words(officer, f"None of {all_of_it} lines from 1 January 2999")
    assert officer.reads("journal_nothing").startswith("Try fewer words")
    officer.clicks("journal_until")
    officer.types("1/1/2020")
    waits_for_words(officer, "The last day is before the first")
    assert officer.reads("journal_until_note") == "This day is before the first."
    assert not officer.finds("journal_save", QPushButton).isEnabled()
    officer.clicks("journal_since")
    officer.keys("Ctrl+A")
    officer.types("rubbish")
    waits_for_words(officer, "Enter the days as in 5 March 2026")
    officer.keys("Ctrl+A", "Delete")
    waits_for_words(officer, f"None of {all_of_it} lines to 1 January 2020")
    assert officer.reads("journal_until_note") == ""
    officer.clicks("journal_until")
    officer.keys("Ctrl+A", "Delete")
    waits_for_words(officer, f"{all_of_it} lines, the newest first")


def test_an_empty_journal_says_what_will_be_told(officer: Officer) -> None:
    officer.starts()
    officer.menu("Help", "Journal")
    officer.waits_until(lambda: officer.sees("journal_nothing"), "it is said")
    assert officer.reads("journal_said") == "The journal has no lines yet."
    assert "each disposal" in officer.reads("journal_nothing")
    assert not officer.sees("journal_lines")


def test_older_lines_come_as_the_end_is_reached_and_no_more_than_can_be_read(
    officer: Officer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(model, "MOST_SHOWN", 2 * SLICE)
    officer.starts()
    enters(officer, *(Deed(what=What.PDF, words=f"row {n}") for n in range(2 * SLICE + 5)))
    dialog = opens(officer)
    assert len(shown(dialog)) == SLICE + 1
    dialog.list.setFocus()
    officer.keys("End")
    dialog.list.scrollToBottom()
    officer.waits_until(lambda: len(shown(dialog)) == 2 * SLICE + 2, "older lines are shown")
    assert shown(dialog)[-2:] == [
        "row 5",
        "and 5 older lines: narrow the words or the days",
    ]
    assert dialog.model.canFetchMore(dialog.list.rootIndex()) is False


def test_after_older_lines_failed_once_they_come_as_the_end_is_reached_again(
    officer: Officer, monkeypatch: pytest.MonkeyPatch
) -> None:
    officer.starts()
    enters(officer, *(Deed(what=What.PDF, words=f"row {n}") for n in range(SLICE + 5)))
    dialog = opens(officer)
    answers: list[Future[list[JournalLine]]] = []

    def later(asked: JournalAsked, number: int) -> "Future[list[JournalLine]]":
        del asked, number
        answers.append(Future())
        return answers[-1]

    with monkeypatch.context() as away:
        away.setattr(officer.program.journal, "before", later)
        dialog.list.scrollToBottom()
        officer.waits_until(lambda: bool(answers), "older lines are asked for")
        # That earlier lines did not come says nothing of those that are awaited.
        dialog.no_lines(dialog._times - 1)
        assert not dialog.model.canFetchMore(dialog.list.rootIndex())
        answers[0].set_exception(Problem("The share is away.", "Try again."))
        assert officer.message() == "The share is away. Try again."
        officer.keys("Escape")
        officer.waits_until(lambda: officer.in_front() is dialog, "the journal is in front again")
        QApplication.processEvents()
        # It is told once, and not tried by itself without end.
        assert len(answers) == 1
    dialog.list.scrollToTop()
    dialog.list.scrollToBottom()
    officer.waits_until(lambda: "row 0" in shown(dialog), "older lines are shown")
    assert len(shown(dialog)) == SLICE + 6


def test_an_answer_that_comes_late_is_not_shown(officer: Officer) -> None:
    with_journal(officer)
    dialog = opens(officer)
    wanted: list[tuple[object, int]] = []
    dialog.lines_wanted.connect(lambda asked, times: wanted.append((asked, times)))
    officer.types("disposed\n")
    waits_for_words(officer, "1 of ")
    page = officer.program.journal.first(dialog.asked).result(30)  # type: ignore[arg-type]
    asked, times = wanted[-1]
    officer.keys("Ctrl+A")
    dialog._words.setText("list made")
    dialog.ask()
    waits_for_words(officer, "“list made”")
    dialog.show_page(asked, times, page)  # type: ignore[arg-type]
    dialog.add_lines(times, list(page.lines))
    assert shown(dialog)[1:] == ["Draft Decision List made, 2 decisions"]
