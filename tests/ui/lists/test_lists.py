"""An officer makes the lists of the day: sees what goes in, marks it, and has it as a file."""

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTreeWidget, QTreeWidgetItem

from sendapp.domain.record import DecisionRecord
from sendapp.services.list_marking import Marking
from sendapp.ui.lists.desk import ListsDesk
from sendapp.ui.lists.dialog import ListsDialog
from tests.documents.reading import Reader
from tests.documents.test_sheets import Book, read_csv
from tests.driver import Officer
from tests.factory import a_record
from tests.ui.test_window_reach import tabbed_through, unnamed
from tests.ui.test_window_sizes import SMALL, clipped

DAY = "2026-03-03"
SOUND = {"decision_maker_interest": "no", "key_decision": "no", "call_in_applies": "yes"}
LONG = "Renewal of the framework for the transport of children with special educational needs"


def keeps(officer: Officer, **values: Any) -> DecisionRecord:
    record = a_record(**(SOUND | {"status": "decided"} | values))
    officer.program.desk.take_in(record).result(30)
    return record


def with_records(officer: Officer, width: int = 1_440, height: int = 900) -> Officer:
    """Start with two decisions to publish, one that is out, and one that may not be issued."""
    officer.starts(width, height)
    keeps(officer, title="The quay")
    keeps(officer, title=LONG, reference="MBC/2026/015")
    keeps(officer, title="The gritters", status="published", draft_list_published=DAY)
    keeps(officer, title="The mill", decision_maker_interest="yes")
    return officer


def comes_to_work(officer: Officer, moment: datetime) -> None:
    """Let it be a moment, for whatever asks the day on which lists are made."""
    program = officer.program
    marking = program.lists._mark
    assert isinstance(marking, Marking)
    marking._now = lambda: moment
    program.stating._today = program.window.lists._today = moment.date


def asks(
    officer: Officer, day: str = "3 March 2026", now: datetime = datetime(2026, 3, 3, 9, 30)
) -> None:
    """Open the lists at a moment of the day and ask for the draft list of a day."""
    comes_to_work(officer, now)
    officer.keys("Ctrl+L")
    officer.waits_until(lambda: officer.sees("list_preview"), "the lists are shown")
    for name in ("list_since", "list_until"):
        officer.clicks(name)
        officer.keys("Ctrl+A")
        officer.types(day)
    # The list of one day was asked for more than once: an answer that came late would tick anew.
    officer.program.desk.settings().result(30)
    QApplication.processEvents()


def shown(officer: Officer) -> dict[str, list[str]]:
    """What the preview shows: under each heading the first line of each record."""
    tree = officer.finds("list_preview", QTreeWidget)
    tops = [tree.topLevelItem(n) for n in range(tree.topLevelItemCount())]
    return {
        top.text(0): [top.child(n).text(0).split("\n")[0] for n in range(top.childCount())]
        for top in tops
        if top is not None
    }


def waits_for_words(officer: Officer, words: str) -> None:
    officer.waits_until(lambda: officer.reads("lists_said") == words, f"{words!r} is said")


def item(officer: Officer, title: str) -> QTreeWidgetItem:
    tree = officer.finds("list_preview", QTreeWidget)
    [found] = tree.findItems(title, Qt.MatchFlag.MatchStartsWith | Qt.MatchFlag.MatchRecursive)
    return found


def makes(officer: Officer, button: str, path: Path) -> bytes:
    officer.clicks(button)
    officer.saves_file_as(path)
    officer.waits_until(
        lambda: officer.reads("lists_made") == f"Exported to {path}.", "the list is written"
    )
    return path.read_bytes()


MARKS_TWO = "3 decisions, of which 2 will be marked as published on 3 March 2026."


def test_the_preview_says_what_goes_in_what_is_marked_and_what_stays_out(officer: Officer) -> None:
    with_records(officer)
    asks(officer)
    waits_for_words(officer, MARKS_TWO)
    assert shown(officer) == {
        "Will be marked as published on 3 March 2026 (2)": ["The quay", LONG],
        "On the list (1)": ["The gritters"],
        "Not on the list (1)": ["The mill"],
    }
    why = item(officer, "The mill").text(0)
    assert "disclosable pecuniary interest" in why
    assert not officer.sees("list_as_csv")


def test_making_the_list_publishes_what_is_ticked_and_nothing_else(officer: Officer) -> None:
    with_records(officer)
    asks(officer)
    waits_for_words(officer, MARKS_TWO)
    item(officer, LONG).setCheckState(0, Qt.CheckState.Unchecked)
    waits_for_words(officer, "2 decisions, of which 1 will be marked as published on 3 March 2026.")
    reader = Reader(makes(officer, "list_as_word", officer.folder / "list.docx"))
    titled = [words for style, words in reader.styles_of() if style == "Heading3"]
    assert titled == ["The gritters", "The quay"]
    waits_for_words(officer, "3 decisions, of which 1 will be marked as published on 3 March 2026.")
    assert shown(officer)["On the list (2)"] == ["The quay", "The gritters"]
    officer.presses("Close")
    officer.waits_for_notice("Exported to")
    officer.closes()
    kept = officer.kept()
    assert kept["The quay"].record.status == "published"
    assert kept["The quay"].record.draft_list_published == DAY
    assert kept["The quay"].record.call_in_ends == "2026-03-06"
    assert kept[LONG].record.status == "decided"


def test_the_same_list_is_had_as_pdf_too(officer: Officer) -> None:
    with_records(officer)
    asks(officer)
    waits_for_words(officer, MARKS_TWO)
    makes(officer, "list_as_word", officer.folder / "list.docx")
    waits_for_words(officer, "3 decisions.")
    pdf = makes(officer, "list_as_pdf", officer.folder / "list.pdf")
    assert pdf.startswith(b"%PDF")


LATE = datetime(2026, 3, 20, 9, 30)
PAST = "This day is past: what is ticked will be marked as published on 3 March 2026, not today."


def test_what_cannot_be_marked_is_told_and_no_list_is_made(officer: Officer) -> None:
    officer.starts()
    keeps(officer, title="Without reasons", reasons=())
    asks(officer)
    waits_for_words(officer, "1 decision. It will be marked as published on 3 March 2026.")
    path = officer.folder / "list.docx"
    officer.clicks("list_as_word")
    officer.saves_file_as(path)
    told = officer.message()
    assert told.startswith("The list was not made: one record could not be marked.")
    assert "Without reasons: The record gives no reasons." in told
    officer.presses("Close")
    officer.waits_until(lambda: officer.sees("list_preview"), "the lists are in front again")
    waits_for_words(officer, "1 decision. It will be marked as published on 3 March 2026.")
    assert not path.exists()


def test_the_register_is_had_as_tables(officer: Officer) -> None:
    with_records(officer)
    asks(officer)
    officer.clicks("list_kind_register")
    for name, day in (("list_since", "1 March 2026"), ("list_until", "31/3/2026")):
        officer.clicks(name)
        officer.keys("Ctrl+A")
        officer.types(day)
    waits_for_words(officer, "3 decisions.")
    rows = read_csv(makes(officer, "list_as_csv", officer.folder / "register.csv"))
    assert sorted(row[1] for row in rows[1:]) == sorted(["The quay", LONG, "The gritters"])
    book = Book(makes(officer, "list_as_excel", officer.folder / "register.xlsx"))
    assert len(book.rows()) == 4
    officer.presses("Close")
    officer.closes()
    assert officer.kept()["The quay"].record.status == "decided"


def test_days_that_are_missing_or_crossed_are_asked_for(officer: Officer) -> None:
    with_records(officer)
    asks(officer)
    waits_for_words(officer, MARKS_TWO)
    officer.clicks("list_until")
    officer.keys("Ctrl+A")
    officer.types("2 March 2026")
    waits_for_words(officer, "Enter the first and the last day of the list.")
    assert not officer.finds("list_as_word").isEnabled()
    officer.clicks("list_since")
    officer.keys("Ctrl+A")
    officer.types("1 March 2026")
    waits_for_words(
        officer,
        "Nothing is on the list yet. These days are past: what is ticked will be marked as "
        "published on 2 March 2026, not today.",
    )


def test_a_first_day_after_the_last_takes_the_last_along(officer: Officer) -> None:
    with_records(officer)
    asks(officer)
    officer.clicks("list_since")
    officer.keys("Ctrl+A")
    officer.types("9 March 2026")
    officer.waits_until(lambda: officer.reads("list_until") == "9 March 2026", "the days agree")


def test_a_list_of_nothing_says_so(officer: Officer) -> None:
    officer.starts()
    asks(officer)
    waits_for_words(officer, "No decisions were published on 3 March 2026. The list will say so.")
    shown_words = Reader(makes(officer, "list_as_word", officer.folder / "e.docx")).paragraphs()
    assert shown_words[-1] == "No decisions were published on 3 March 2026."


def test_everything_in_the_dialog_is_named_and_reached(officer: Officer) -> None:
    with_records(officer)
    asks(officer)
    waits_for_words(officer, MARKS_TWO)
    assert unnamed(officer.in_front()) == []
    tabbed_through(officer)
    officer.clicks("list_kind_register")
    waits_for_words(officer, "No decisions were made on 3 March 2026. The list will say so.")
    officer.keys("Tab")
    assert unnamed(officer.in_front()) == []
    gone = {widget.objectName() for widget in tabbed_through(officer)}
    assert {"list_since", "list_until", "list_preview", "list_as_excel", "lists_close"} <= gone
    officer.keys("Escape")
    officer.waits_until(lambda: officer.in_front() is officer.window, "the dialog is closed")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("text_size", [100, 200])
def test_the_dialog_fits_a_small_window(officer: Officer, theme: str, text_size: int) -> None:
    """Also with the words of a past day, which are the longest."""
    with_records(officer, *SMALL)
    officer.window.settings.choose_theme(theme)
    officer.window.settings.choose_text_size(text_size)
    asks(officer, now=LATE)
    waits_for_words(officer, f"1 decision. {PAST}")
    for kind, words in (
        ("list_kind_draft", f"1 decision. {PAST}"),
        ("list_kind_register", "No decisions were made on 3 March 2026. The list will say so."),
    ):
        officer.clicks(kind)
        waits_for_words(officer, words)
        for _ in range(3):
            QApplication.processEvents()
        assert clipped(officer.in_front()) == []
    dialog = officer.in_front()
    assert isinstance(dialog, ListsDialog)
    room = dialog.screen().availableSize()
    assert dialog.width() <= room.width()
    assert dialog.height() <= room.height()
    officer.keys("Escape")
    assert isinstance(officer.window.lists, ListsDesk)
