"""An officer tidies a record: sees what would change, keeps some of it, undoes it in one step."""

import pytest
from PySide6.QtWidgets import QApplication, QTreeWidget

from tests.driver import Officer
from tests.factory import a_record, items
from tests.ui.test_find_in_record import opens
from tests.ui.test_window_reach import tabbed_through, unnamed
from tests.ui.test_window_sizes import SMALL, clipped

MESSY = a_record(
    title="The council's  plan",
    decisions=items("<p>1. To begin on the 1st of May.</p>"),
    reasons=items("<p>It is  late .</p>"),
    options=(),
)


def asks(officer: Officer) -> QTreeWidget:
    officer.keys("Ctrl+Shift+T")
    officer.waits_until(lambda: officer.sees("tidy_changes"), "the changes are shown")
    return officer.finds("tidy_changes", QTreeWidget)


def test_all_is_tidied_in_one_step_and_undone_in_one(officer: Officer) -> None:
    officer.starts()
    opens(officer, MESSY)
    before = officer.record
    tree = asks(officer)
    rules = [tree.topLevelItem(n).text(0) for n in range(tree.topLevelItemCount())]  # type: ignore[union-attr]
    assert rules == [
        "Numbers typed by hand (1)",
        "Spaces before punctuation (1)",
        "Double spaces (2)",
        "Raised endings, as in 1ˢᵗ (1)",
        "Quotes and apostrophes (1)",
    ]
    officer.presses("Make 6 changes")
    officer.waits_for_notice("Tidied: 6 changes.")
    assert officer.record.title == "The council’s plan"
    assert officer.record.decisions[0].text == "<p>To begin on the 1<sup>st</sup> of May.</p>"
    assert officer.record.reasons[0].text == "<p>It is late.</p>"
    officer.keys("Ctrl+Shift+T")
    officer.waits_for_notice("Nothing to tidy.")
    officer.menu("Edit", "Undo Tidy")
    assert officer.record == before


def test_what_is_unticked_stays(officer: Officer) -> None:
    officer.starts()
    opens(officer, MESSY)
    asks(officer)
    officer.keys("Space")
    officer.presses("Make 5 changes")
    officer.waits_for_notice("Tidied: 5 changes.")
    assert officer.record.decisions[0].text == "<p>1. To begin on the 1<sup>st</sup> of May.</p>"


def test_escape_changes_nothing(officer: Officer) -> None:
    officer.starts()
    opens(officer, MESSY)
    before = officer.record
    asks(officer)
    officer.keys("Escape")
    officer.waits_until(lambda: officer.in_front() is officer.window, "the dialog is closed")
    assert officer.record == before


def test_each_change_says_where_and_what(officer: Officer) -> None:
    officer.starts()
    opens(officer, MESSY)
    tree = asks(officer)
    top = tree.topLevelItem(1)
    assert top is not None
    assert top.child(0).text(0) == "Reason 1\nIt is  late·.\n→ It is  late."
    assert unnamed(officer.in_front()) == []
    tabbed_through(officer)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("text_size", [100, 200])
def test_the_dialog_fits_a_small_window(officer: Officer, theme: str, text_size: int) -> None:
    officer.starts(*SMALL)
    officer.window.settings.choose_theme(theme)
    officer.window.settings.choose_text_size(text_size)
    opens(officer, MESSY)
    asks(officer)
    QApplication.processEvents()
    assert clipped(officer.in_front()) == []
    officer.keys("Escape")
