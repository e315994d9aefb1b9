"""An officer puts phrases in and fills their places, by keyboard only."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from sendapp.ui.phrases.popup import PhrasePopup
from tests.driver import Officer
from tests.factory import items
from tests.ui.phrases.seen import listed, opens, popup, steps, text_menu, texts
from tests.ui.test_window_sizes import clipped


def test_a_phrase_is_found_put_in_and_filled(officer: Officer) -> None:
    opens(officer, decisions=items("<p>To begin:</p>"))
    officer.clicks("decisions[0].text")
    officer.keys("Ctrl+End")
    officer.types(" ")
    officer.keys("Ctrl+Shift+P")
    assert officer.focused() == "phrase_search"
    officer.types("stri zeb")
    assert listed() == ["Zebra grant"]
    assert "A grant of £[amount]" in popup().preview.toPlainText()
    officer.keys("Return")
    assert not officer.has_popup()
    assert officer.focused() == "decisions[0].text"
    assert steps(officer)[-1] == "Insert phrase"
    officer.types("4,000")
    officer.keys("F11")
    officer.types("the Weir Trust")
    assert officer.record.decisions[0].text == (
        "<p>To begin: A grant of £4,000 to <b>the Weir Trust</b>.</p>"
    )
    officer.keys("F11")
    officer.waits_for_notice("There is no place left to fill.")
    while steps(officer)[-1] != "Insert phrase":
        officer.keys("Ctrl+Z")
    assert texts(officer.record) == ["To begin: A grant of £[amount] to [name]."]
    officer.keys("Ctrl+Z")
    assert texts(officer.record) == ["To begin: "]


def test_a_phrase_begins_the_first_item_of_an_empty_list(officer: Officer) -> None:
    opens(officer, decisions=())
    officer.clicks("decisions[0].text")
    officer.keys("Ctrl+Shift+P")
    officer.types("zebra")
    officer.keys("Return")
    officer.types("7")
    assert texts(officer.record) == ["A grant of £7 to [name]."]


def test_phrases_of_the_field_come_first_and_arrows_choose(officer: Officer) -> None:
    opens(officer)
    officer.clicks("options[1].text")
    officer.keys("Ctrl+Shift+P")
    first = listed()
    assert first[0].startswith("Option: ")
    assert first.index("Zebra grant") > first.index("No conflict of interest")
    officer.keys("Down", "Down", "Up")
    assert popup().list.currentRow() == 1
    assert popup().line.accessibleDescription().startswith(first[1])
    officer.types("nothing has this")
    assert listed() == []
    officer.keys("Return")
    assert officer.has_popup()
    officer.keys("Escape")
    assert not officer.has_popup()
    assert officer.focused() == "options[1].text"
    assert steps(officer) == []


def test_a_plain_field_takes_the_words_as_one_step(officer: Officer) -> None:
    opens(officer, consultees="Asked: 😀")
    officer.window.pane.form.open_more()  # type: ignore[union-attr]
    officer.clicks("consultees")
    officer.keys("Ctrl+End", "Ctrl+Shift+P")
    officer.types("zebra")
    officer.keys("Return")
    assert officer.record.consultees == "Asked: 😀 A grant of £[amount] to [name]."
    assert steps(officer) == ["Insert phrase"]
    officer.types("5")
    assert officer.record.consultees == "Asked: 😀 A grant of £5 to [name]."
    officer.keys("Ctrl+Z", "Ctrl+Z")
    assert officer.record.consultees == "Asked: 😀"


def test_a_phrase_is_parted_by_spaces_from_the_words_around_it(officer: Officer) -> None:
    opens(officer, decisions=items("<p>First.Second</p>"), consultees="First.Second")
    officer.window.pane.form.open_more()  # type: ignore[union-attr]
    for name in ("decisions[0].text", "consultees"):
        officer.clicks(name)
        officer.keys("Ctrl+Home", *["Right"] * len("First."), "Ctrl+Shift+P")
        officer.types("zebra")
        officer.keys("Return")
    words = "First. A grant of £[amount] to [name]. Second"
    assert texts(officer.record) == [words]
    assert officer.record.consultees == words


def test_a_line_of_a_row_takes_them_too(officer: Officer) -> None:
    opens(officer)
    officer.clicks("options[1].title")
    officer.keys("Ctrl+A", "Ctrl+Shift+P")
    officer.types("zebra")
    officer.keys("Return")
    officer.types("5")
    assert officer.record.options[1].title == "A grant of £5 to [name]."
    assert "Insert phrase" in steps(officer)


def test_places_are_gone_through_across_fields_forth_and_back(officer: Officer) -> None:
    opens(
        officer,
        title="Grant to [whom]",
        decisions=items("<p>Pay £[amount].</p>", "<p>On <i>[date]</i>, by [2019].</p>"),
        consultees="[who was asked]",
    )
    officer.clicks("title")
    seen = []
    for key in ("F11", "F11", "F11", "F11", "F11", "Shift+F11", "Shift+F11"):
        officer.keys(key)
        widget: Any = QApplication.focusWidget()
        chosen = getattr(widget, "selectedText", None)
        seen.append(chosen() if chosen else widget.textCursor().selectedText())
    assert seen[:4] in (
        ["[whom]", "[amount]", "[date]", "[who was asked]"],
        ["[amount]", "[date]", "[who was asked]", "[whom]"],
    )
    assert seen[4] == seen[0]
    assert seen[5] == seen[3]
    assert seen[6] == seen[2]


def test_the_button_and_the_menu_of_a_text_offer_phrases(officer: Officer) -> None:
    opens(officer)
    officer.clicks("reasons[0].text")
    officer.clicks("tool_phrase")
    assert officer.focused() == "phrase_search"
    officer.keys("Escape")
    menu = text_menu(officer)
    assert [act.objectName() for act in menu.actions()[:2]] == ["text_phrase", "text_new_phrase"]
    assert not menu.actions()[1].isEnabled()
    QTest.keyClick(menu, Qt.Key.Key_Return)
    officer.waits_until(lambda: isinstance(QApplication.activePopupWidget(), PhrasePopup), "shown")
    assert officer.focused() == "phrase_search"
    officer.keys("Escape")


def test_a_new_phrase_is_made_of_the_chosen_words(officer: Officer) -> None:
    opens(officer, reasons=items("<p>The <b>roof</b> leaks.</p>"))
    officer.clicks("reasons[0].text")
    officer.keys("Ctrl+A")
    menu = text_menu(officer)
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    officer.waits_until(lambda: officer.sees("phrases_keep"), "the phrases are shown")
    assert officer.focused() == "phrase_title"
    officer.types("Leaking roof")
    officer.finds("phrases_keep").setFocus()
    officer.keys("Space")
    officer.waits_for_notice("Phrases saved.")
    kept = officer.window.services.phrasebook.read().result(30).phrases[-1]
    assert (kept.title, kept.where) == ("Leaking roof", "reasons")
    assert kept.text == "<p>The <b>roof</b> leaks.</p>"
    officer.clicks("reasons[0].text")
    officer.keys("Ctrl+Shift+P")
    officer.types("leaking")
    assert listed() == ["Leaking roof"]
    officer.keys("Escape")


def test_without_a_text_to_stand_in_the_officer_is_told(officer: Officer) -> None:
    opens(officer)
    officer.finds("find").setFocus()
    officer.menu("Edit", "Insert a phrase")
    officer.waits_for_notice("Go to the text")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("text_size", [100, 200])
def test_the_list_of_phrases_fits_the_screen(officer: Officer, theme: str, text_size: int) -> None:
    opens(officer)
    officer.window.settings.choose_theme(theme)
    officer.window.settings.choose_text_size(text_size)
    officer.clicks("reasons[1].text")
    officer.keys("Ctrl+Shift+P")
    shown = popup()
    # The display of the tests puts a frame round popups; no officer's display does.
    assert shown.screen().availableGeometry().adjusted(0, 0, 4, 4).contains(shown.geometry())
    assert clipped(shown) == []
    officer.keys("Escape")
