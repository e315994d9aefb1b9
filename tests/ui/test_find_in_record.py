"""An officer finds words in the record and replaces them, by keyboard."""

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit

from sendapp.domain.interchange import to_json
from sendapp.domain.record import DecisionRecord
from sendapp.ui.found_marks import LAYER
from tests.driver import Officer
from tests.factory import a_full_record, a_record, items
from tests.ui.test_window_reach import tabbed_through, unnamed
from tests.ui.test_window_sizes import SMALL, clipped


def opens(officer: Officer, record: DecisionRecord) -> None:
    path = officer.folder / "r.json"
    path.write_text(to_json(record), encoding="utf-8")
    officer.window.records.bring_in_files([str(path)])
    officer.waits_until(lambda: officer.window.pane.form is not None, "the record is open")


def chosen(officer: Officer) -> tuple[str, str]:
    """Return the name of the text in which words are chosen, and the words."""
    form = officer.window.pane.form
    assert form is not None
    for text in form.texts():
        editor = text.editor
        if isinstance(editor, QTextEdit) and editor.textCursor().hasSelection():
            return text.address, editor.textCursor().selectedText()
        if isinstance(editor, QLineEdit) and editor.selectedText():
            return text.address, editor.selectedText()
    return "", ""


QUAY = a_record(
    title="A quay",
    decisions=items("<p>The quay is mended.</p>"),
    reasons=items("<p>The <b>quay</b> sank.</p>"),
    notes="quay",
    options=(),
)


def test_words_are_found_in_turn_round_the_record(officer: Officer) -> None:
    officer.starts()
    opens(officer, QUAY)
    officer.clicks("title")
    officer.keys("Home", "Ctrl+F")
    assert officer.focused() == "find_here"
    officer.types("quay")
    assert officer.reads("find_count") == "1 of 4"
    assert chosen(officer) == ("title", "quay")
    officer.keys("Return")
    assert officer.reads("find_count") == "2 of 4"
    assert officer.focused() == "find_here"
    officer.keys("F3", "Return")
    assert officer.reads("find_count") == "4 of 4"
    assert officer.sees("notes"), "the folded part is unfolded"
    assert officer.focused() == "find_here"
    officer.keys("Return")
    assert officer.reads("find_count") == "1 of 4, from the start"
    officer.keys("Shift+Return")
    assert officer.reads("find_count") == "4 of 4, from the end"
    officer.keys("Shift+F3", "Escape")
    assert not officer.sees("find_bar")
    assert officer.focused() == "reasons[0].text"
    assert officer.window.pane.form is not None
    assert officer.finds("reasons[0].text", QTextEdit).textCursor().selectedText() == "quay"


def test_every_hit_in_sight_is_marked_until_the_bar_is_closed(officer: Officer) -> None:
    officer.starts()
    opens(officer, QUAY)
    form = officer.window.pane.form
    assert form is not None
    title = form.texts()[0].editor
    officer.keys("Ctrl+F")
    officer.types("quay")
    officer.waits_until(lambda: title.marks.spans(LAYER) == [(2, 6)], "the title is marked")
    marked = {t.address: t.editor.marks.spans(LAYER) for t in form.texts()}
    assert marked["decisions[0]"] == [(4, 8)]
    officer.keys("Escape")
    officer.waits_until(lambda: title.marks.spans(LAYER) == [], "the marks are gone")


def test_it_begins_at_the_caret_and_comes_back_there_if_nothing_is_found(
    officer: Officer,
) -> None:
    officer.starts()
    opens(officer, QUAY)
    officer.clicks("reasons[0].text")
    officer.keys("Ctrl+Home", "Ctrl+F")
    officer.types("quay")
    assert officer.reads("find_count") == "3 of 4"
    officer.keys("Ctrl+A")
    officer.types("zebra")
    assert officer.reads("find_count") == "Not found"
    officer.keys("Escape")
    assert officer.focused() == "reasons[0].text"


def test_f3_goes_on_from_the_caret_without_the_bar(officer: Officer) -> None:
    officer.starts()
    opens(officer, QUAY)
    officer.clicks("title")
    officer.keys("Home", "Ctrl+F")
    officer.types("quay")
    officer.keys("Escape", "F3")
    assert officer.focused() == "decisions[0].text"
    assert chosen(officer)[1] == "quay"
    officer.keys("Shift+F3", "Shift+F3")
    officer.waits_for_notice("Went on from the other end of the record.")


def test_what_is_being_typed_is_found(officer: Officer) -> None:
    officer.starts()
    opens(officer, QUAY)
    officer.keys("Ctrl+F")
    officer.types("zebra")
    officer.clicks("reasons[0].text")
    officer.keys("Ctrl+End")
    officer.types(" A zebra.")
    officer.waits_until(lambda: officer.reads("find_count") == "1 found", "the zebra is counted")


def test_case_and_whole_words(officer: Officer) -> None:
    officer.starts()
    opens(officer, a_record(title="Pier piers pier"))
    officer.keys("Ctrl+F")
    officer.types("pier")
    assert officer.reads("find_count").endswith("of 3")
    officer.clicks("find_whole")
    assert officer.reads("find_count").endswith("of 2")
    officer.clicks("find_case")
    assert officer.reads("find_count").endswith("of 1")


def test_all_are_replaced_and_undone_in_one_step(officer: Officer) -> None:
    officer.starts()
    opens(officer, QUAY)
    before = officer.record
    officer.keys("Ctrl+H")
    officer.types("quay")
    officer.clicks("replace_by")
    officer.types("pier")
    officer.presses("Replace all")
    officer.waits_for_notice("Replaced 4 ×.")
    assert officer.record.reasons[0].text == "<p>The <b>pier</b> sank.</p>"
    assert officer.record.notes == "pier"
    assert officer.reads("find_count") == "Not found"
    assert "Undo Replace 4 ×" in officer.menu_words("Edit")
    officer.keys("Escape")
    officer.menu("Edit", "Undo Replace 4 ×")
    assert officer.record == before


def test_one_after_another_is_replaced_with_enter(officer: Officer) -> None:
    officer.starts()
    opens(officer, QUAY)
    officer.clicks("title")
    officer.keys("Home", "Ctrl+H")
    officer.types("quay")
    officer.clicks("replace_by")
    officer.types("quay wall")
    officer.keys("Return")
    assert officer.record.title == "A quay wall"
    assert officer.reads("find_count") == "2 of 4"
    officer.keys("Return", "Return", "Return")
    assert officer.record.notes == "quay wall"
    assert officer.record.decisions[0].text == "<p>The quay wall is mended.</p>"


def test_what_a_field_refuses_is_said_and_nothing_is_replaced(officer: Officer) -> None:
    officer.starts()
    opens(officer, a_record(title="quay " * 150))
    before = officer.record
    officer.keys("Ctrl+H")
    officer.types("quay")
    officer.clicks("replace_by")
    officer.types("long quay")
    officer.presses("Replace all")
    officer.waits_for_notice("Nothing was changed. Title: This holds 1,")
    assert officer.record == before


def test_the_bar_has_names_and_a_way_round(officer: Officer) -> None:
    officer.starts()
    opens(officer, QUAY)
    officer.keys("Ctrl+H")
    officer.types("quay")
    assert unnamed(officer.window) == []
    names = {widget.objectName() for widget in tabbed_through(officer)}
    assert {"find_here", "find_case", "find_whole", "replace_by", "replace_all"} <= names


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("text_size", [100, 200])
def test_the_bar_fits_a_small_window(officer: Officer, theme: str, text_size: int) -> None:
    officer.starts(*SMALL)
    officer.window.settings.choose_theme(theme)
    officer.window.settings.choose_text_size(text_size)
    opens(officer, a_full_record())
    officer.keys("Ctrl+H")
    officer.types("quay")
    QApplication.processEvents()
    officer.waits_for_notice("imported")
    assert clipped(officer.window) == []
