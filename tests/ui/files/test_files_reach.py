"""The files can be reached and heard by everybody, and nothing is cut off in a small window."""

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QWidget

from tests.documents.test_first_page import pdf
from tests.driver import Officer
from tests.factory import a_record
from tests.ui.files.desktop import (
    a_file,
    data_of,
    drops,
    files,
    opens,
    waits_for,
)
from tests.ui.test_window_reach import tabbed_through, unnamed
from tests.ui.test_window_sizes import SMALL, clipped


def with_files(officer: Officer, status: str = "decided") -> None:
    opens(officer, a_record(status=status))
    # Its button is one more stop, and comes when the checks are done.
    officer.waits_until(lambda: bool(officer.reads("status_law")), "the record is checked")
    files(
        officer,
        a_file(officer, "Signed decision of 2 March 2026 with all its appendices, version 3.pdf"),
        a_file(officer, "Appendix B, exempt.pdf", pdf((100, 100))),
    )


def test_the_files_have_names_and_a_way_round_with_tab(officer: Officer) -> None:
    with_files(officer.starts())
    assert unnamed(officer.window) == []
    officer.clicks("files")
    forth = tabbed_through(officer)
    names = {widget.objectName() for widget in forth}
    assert {"files", "files_add", "files_open", "files_save", "files_take", "side_tabs"} <= names
    back = tabbed_through(officer, "Shift+Tab")
    assert [w.objectName() for w in back[:-1]] == [w.objectName() for w in forth[-2::-1]]


def test_what_is_asked_has_names_and_a_way_round_with_tab(officer: Officer) -> None:
    with_files(officer.starts())
    drops(officer.finds("title"), data_of([a_file(officer, "x.pdf"), a_file(officer, "y.pdf")]))
    assert unnamed(officer.window) == []
    kinds = officer.finds("files_asking").findChildren(QComboBox)
    assert [box.accessibleName() for box in kinds] == ["What is x.pdf?", "What is y.pdf?"]
    names = [widget.objectName() for widget in tabbed_through(officer)]
    row = ["file_kind", "file_left_out"]
    begun = names.index("files_note") - 4
    wanted = [*row, *row, "files_note", "files_file", "files_cancel", "files"]
    assert (names * 2)[begun % len(names) :][: len(wanted)] == wanted
    officer.keys("Escape")
    officer.presses("Set aside")
    assert unnamed(officer.window) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("text_size", [100, 150, 200])
def test_nothing_is_clipped_in_a_small_window(officer: Officer, theme: str, text_size: int) -> None:
    officer.starts(*SMALL)
    officer.window.settings.choose_theme(theme)
    officer.window.settings.choose_text_size(text_size)
    opens(officer, a_record(status="decided"))
    officer.keys("F12")
    found = [f"empty: {one}" for one in settled(officer)]
    paths = [a_file(officer, f"{'very long name ' * 9}{n}.pdf", pdf((n + 9, 9))) for n in range(5)]
    officer.window.files_desk.take(paths)
    found += [f"asking: {one}" for one in settled(officer)]
    officer.clicks("files_file")
    waits_for(officer, 5)
    officer.waits_until(lambda: officer.sees("files_sheet"), "the first page is shown")
    found += [f"listed: {one}" for one in settled(officer)]
    officer.presses("Set aside")
    found += [f"aside: {one}" for one in settled(officer)]
    officer.takes_a_picture("files")
    assert officer.window.size().toTuple() == SMALL
    assert found == [], "\n".join(found)


def settled(officer: Officer) -> list[str]:
    for _ in range(3):
        # Words that wrap get their height in a second pass.
        QApplication.processEvents()
    top: QWidget = officer.window
    return clipped(top)
