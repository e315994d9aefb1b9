"""The journal is reached, heard and wholly seen, on a small screen and at any size of text."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QApplication

from sendapp.ui.guide import GuideWindow
from sendapp.ui.journal.dialog import JournalDialog
from sendapp.ui.tokens import XS, M, S
from tests.driver import Officer
from tests.ui.journal.reading import (
    LONG,
    opens,
    shown,
    today_words,
    waits_for_words,
    with_journal,
)
from tests.ui.test_window_reach import tabbed_through, unnamed
from tests.ui.test_window_sizes import SMALL, as_small, clipped


def test_f1_opens_the_fitting_part_of_the_guide_over_it(officer: Officer) -> None:
    with_journal(officer)
    dialog = opens(officer)
    officer.keys("F1")
    officer.waits_until(lambda: bool(dialog.findChildren(GuideWindow)), "the guide is open")
    [guide] = dialog.findChildren(GuideWindow)
    assert guide.text.textCursor().block().text() == "What was done, and whether it can be trusted"
    guide.close()


def test_it_has_names_a_way_round_with_tab_and_lines_that_are_heard(officer: Officer) -> None:
    with_journal(officer)
    dialog = opens(officer)
    assert unnamed(dialog) == []
    forth = [widget.objectName() for widget in tabbed_through(officer)]
    assert {"journal_words", "journal_since", "journal_lines", "journal_save"} <= set(forth)
    heard = QAccessible.queryAccessibleInterface(dialog.list)
    assert heard is not None
    said = [heard.child(n).text(QAccessible.Text.Name) for n in range(heard.childCount())]
    assert said[0] == today_words()
    assert said[1].endswith("Disposed of: The old mill.")
    assert any("Exported to Word: pier.docx. MBC/7 · The pier." in words for words in said)
    officer.keys("Escape")
    officer.waits_until(lambda: officer.in_front() is officer.window, "it is closed")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("text_size", [100, 150, 200])
def test_nothing_is_clipped_on_a_small_screen(officer: Officer, theme: str, text_size: int) -> None:
    with_journal(officer, *SMALL)
    officer.window.settings.choose_theme(theme)
    officer.window.settings.choose_text_size(text_size)
    dialog = opens(officer)
    found = [f"all: {one}" for one in clipped(as_small(officer))]
    for words in ("disposed", "list made", "nowhere"):
        officer.clicks("journal_words")
        officer.keys("Ctrl+A")
        officer.types(f"{words}\n")
        waits_for_words(officer, f"“{words}”")
        found += [f"{words}: {one}" for one in clipped(as_small(officer))]
        officer.takes_a_picture(words)
    officer.clicks("journal_since")
    officer.types("never")
    waits_for_words(officer, "Enter the days")
    found += [f"no day: {one}" for one in clipped(as_small(officer))]
    dialog.be_saving("Saving " + "a long name " * 8)
    found += [f"saving: {one}" for one in clipped(as_small(officer))]
    dialog.be_ready("")
    assert found == [], "\n".join(found)


def test_all_words_of_a_line_are_painted_on_as_many_lines_as_they_take(officer: Officer) -> None:
    with_journal(officer)
    dialog = opens(officer)
    rows = {shown(dialog)[n]: dialog.model.index(n) for n in range(dialog.model.rowCount())}
    short = dialog.list.visualRect(rows["Exported to Word: pier.docx"]).height()
    assert dialog.list.visualRect(rows[LONG]).height() > short
    dialog.resize(dialog.width() * 2 // 3, dialog.height())
    QApplication.processEvents()
    narrow = dialog.list.visualRect(rows[LONG]).height()
    assert narrow >= dialog.list.sizeHintForIndex(rows[LONG]).height()


def painted(dialog: JournalDialog, words: str) -> list[QImage]:
    """Return what is painted of a line, from its top to its bottom, one line of text each."""
    view = dialog.list
    index = dialog.model.index(shown(dialog).index(words), 0)
    view.scrollTo(index)
    box = view.visualRect(index).adjusted(M + XS, S, -M - XS, -S)
    high = view.fontMetrics().height()
    tops = [*range(box.top(), box.bottom() + 2 - 2 * high, high), box.bottom() + 1 - high]
    grab = view.viewport().grab
    return [grab(QRect(box.left(), top, box.width(), high)).toImage() for top in tops]


def is_blank(picture: QImage) -> bool:
    blank = QImage(picture)
    blank.fill(picture.pixelColor(0, 0))
    return picture == blank


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("text_size", [100, 200])
def test_when_and_who_all_words_and_the_record_of_a_line_are_painted(
    officer: Officer, theme: str, text_size: int
) -> None:
    with_journal(officer)
    officer.window.settings.choose_theme(theme)
    officer.window.settings.choose_text_size(text_size)
    dialog = opens(officer)
    short = painted(dialog, "Exported to Word: pier.docx")
    long = painted(dialog, LONG)
    of_no_record = painted(dialog, "Draft Decision List made, 2 decisions")
    assert (len(short), len(long) > 3, len(of_no_record)) == (3, True, 2)
    assert not any(is_blank(line) for line in (*short, *long, *of_no_record))
    # Both are of one record, which is told beneath other words.
    assert short[-1] == long[-1] != short[1]
    assert short[1] != long[1]
    assert short[0] != short[1]
