"""Writing rich text: marks that end where they should, lists, tables, links, pasting."""

import socket

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication, QKeySequence, QTextDocument
from PySide6.QtWidgets import QApplication, QToolButton

from sendapp.ui.actions import ACTS
from sendapp.ui.text.keys import KEYS, ROW_KEYS
from tests.driver import Officer


@pytest.fixture
def writing(officer: Officer) -> Officer:
    officer.starts()
    officer.begins_a_record()
    officer.clicks("decisions[0].text")
    return officer


def written(officer: Officer) -> str:
    return officer.record.decisions[0].text if officer.record.decisions else ""


def copies(html: str = "", text: str = "") -> None:
    data = QMimeData()
    if html:
        data.setHtml(html)
    if text:
        data.setText(text)
    QGuiApplication.clipboard().setMimeData(data)


def test_superscript_ends_with_its_word(writing: Officer) -> None:
    writing.types("1")
    writing.keys("Ctrl+Shift+=")
    writing.types("st September")
    assert written(writing) == "<p>1<sup>st</sup> September</p>"


def test_superscript_does_not_run_on_after_it_in_front_of_it_or_to_the_next_line(
    writing: Officer,
) -> None:
    writing.keys("Ctrl+Shift+=")
    writing.types("st")
    writing.keys("Left", "Right")
    writing.types("x")
    writing.keys("Home")
    writing.types("y")
    assert written(writing) == "<p>y<sup>st</sup>x</p>"
    writing.keys("Right", "Right", "Shift+Return")
    writing.types("z")
    assert written(writing) == "<p>y<sup>st</sup><br>zx</p>"


def test_superscript_stays_in_its_middle(writing: Officer) -> None:
    writing.keys("Ctrl+Shift+=")
    writing.types("nd")
    writing.keys("Left")
    writing.types("x")
    assert written(writing) == "<p><sup>nxd</sup></p>"


def test_superscript_does_not_run_on_into_a_new_item(writing: Officer) -> None:
    writing.types("1")
    writing.keys("Ctrl+Shift+=")
    writing.types("st")
    writing.keys("Return")
    writing.types("next")
    assert writing.record.decisions[1].text == "<p>next</p>"


def test_a_link_does_not_run_on(writing: Officer) -> None:
    writing.types("see ")
    puts_a_link(writing, "the page", "www.marlhaven.example")
    writing.types("x")
    link = '<a href="https://www.marlhaven.example">the page</a>'
    assert written(writing) == f"<p>see {link}x</p>"
    writing.keys("Home", *["Right"] * 4)
    writing.types("y")
    assert written(writing) == f"<p>see y{link}x</p>"
    writing.keys("Right", "Right", "Right")
    writing.types("z")
    assert written(writing) == f"<p>see y{link.replace('the page', 'thez page')}x</p>"


def test_a_link_is_shown_changed_and_taken_away(writing: Officer) -> None:
    puts_a_link(writing, "write to us", "streets@marlhaven.example")
    address = "mailto:streets@marlhaven.example"
    assert written(writing) == f'<p><a href="{address}">write to us</a></p>'
    writing.keys("Left", "Left", "Ctrl+K")
    assert (writing.reads("link_words"), writing.reads("link_address")) == ("write to us", address)
    writing.presses("Remove link")
    assert written(writing) == "<p>write to us</p>"
    assert writing.focused() == "decisions[0].text"


def test_an_address_no_link_may_lead_to_is_refused_in_the_dialog(writing: Officer) -> None:
    writing.keys("Ctrl+K")
    writing.types_into("link_words", "here")
    writing.types_into("link_address", "file:///etc/passwd")
    writing.presses("Add link")
    assert writing.reads("link_problem").startswith("This is not a web or e-mail address.")
    writing.keys("Escape")
    assert not writing.sees("link_dialog")
    assert written(writing) == ""


@pytest.mark.parametrize(
    ("key", "button", "mark"),
    [
        ("Ctrl+B", "tool_b", "b"),
        ("Ctrl+I", "tool_i", "i"),
        ("Ctrl+U", "tool_u", "u"),
        ("Ctrl+Shift+=", "tool_sup", "sup"),
        ("Ctrl+=", "tool_sub", "sub"),
    ],
)
def test_marks_go_on_and_off_by_key_and_by_button(
    writing: Officer, key: str, button: str, mark: str
) -> None:
    writing.types("a word")
    writing.keys("Ctrl+Shift+Left", key)
    assert written(writing) == f"<p>a <{mark}>word</{mark}></p>"
    assert writing.finds(button, QToolButton).isChecked()
    writing.clicks(button)
    assert written(writing) == "<p>a word</p>"
    writing.clicks(button)
    writing.clicks("tool_clear")
    assert written(writing) == "<p>a word</p>"


def test_lists_are_made_indented_and_left(writing: Officer) -> None:
    writing.types("one")
    writing.keys("Ctrl+Shift+L", "Return")
    writing.types("two")
    writing.keys("Ctrl+]", "Return")
    writing.types("three")
    assert written(writing) == "<ul><li>one<ul><li>two</li><li>three</li></ul></li></ul>"
    writing.keys("Ctrl+[")
    assert written(writing) == "<ul><li>one<ul><li>two</li></ul></li><li>three</li></ul>"
    writing.keys("Return", "Return")
    writing.types("after")
    assert written(writing).endswith("<li>three</li></ul><p>after</p>")


def test_a_numbered_list_by_key_and_by_button(writing: Officer) -> None:
    writing.types("one")
    writing.clicks("tool_ol")
    assert written(writing) == "<ol><li>one</li></ol>"
    writing.keys("Home", "Backspace")
    assert written(writing) == "<p>one</p>"
    assert len(writing.record.decisions) == 1
    writing.keys(KEYS["ol"])
    assert written(writing) == "<ol><li>one</li></ol>"


def test_a_table_is_put_in_and_edited(writing: Officer) -> None:
    writing.types("Prices")
    from_table_menu(writing, "Insert a table")
    writing.types("Year")
    from_table_menu(writing, "Add a column to the right")
    from_table_menu(writing, "Add a row below")
    head = "<tr><th>Year</th><th></th><th></th></tr>"
    row = "<tr><td></td><td></td><td></td></tr>"
    assert written(writing) == f"<p>Prices</p><table>{head}{row * 3}</table>"
    from_table_menu(writing, "Header row")
    assert "<th>" not in written(writing)
    writing.keys("Ctrl+Z")
    assert "<th>Year</th>" in written(writing)
    writing.clicks("decisions[0].text")
    writing.keys("Ctrl+End", "Up")
    from_table_menu(writing, "Remove this row")
    assert written(writing).count("<tr>") == 3
    from_table_menu(writing, "Remove the table")
    assert written(writing) == "<p>Prices</p>"


def test_pasting_keeps_what_the_record_knows_and_fetches_nothing(
    writing: Officer, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    monkeypatch.setattr(QTextDocument, "loadResource", lambda *about: asked.append(about))
    monkeypatch.setattr(socket.socket, "connect", lambda *about: asked.append(about))
    copies(
        html="<p style='color:red;font-size:36pt'>Of the 1<sup>st</sup>"
        "<img src='file:///etc/passwd'><img src='http://192.0.2.1/x.png'></p>"
        "<ol><li>First</li><li><b>Second</b></li></ol><script>alert(1)</script>"
    )
    writing.types("A ")
    writing.keys("Ctrl+V")
    assert written(writing) == (
        "<p>A Of the 1<sup>st</sup></p><ol><li>First</li><li><b>Second</b></li></ol>"
    )
    assert writing.menu_words("Edit")[0] == "Undo Paste"
    assert asked == []
    writing.keys("Ctrl+Z")
    assert written(writing) == "<p>A </p>"


def test_pasting_without_looks(writing: Officer) -> None:
    copies(html="<p><b>Bold</b></p>", text="Bold\nand\u00a0more")
    writing.keys("Ctrl+Shift+V")
    assert written(writing) == "<p>Bold</p><p>and\u00a0more</p>"


def test_what_is_copied_here_is_pasted_as_it_was(writing: Officer) -> None:
    writing.types("1")
    writing.keys("Ctrl+Shift+=")
    writing.types("st ")
    writing.keys("Ctrl+A", "Ctrl+C", "End")
    writing.keys("Ctrl+V")
    assert written(writing) == "<p>1<sup>st</sup> 1<sup>st</sup> </p>"


def test_pasting_into_a_line_gives_one_line(writing: Officer) -> None:
    copies(text="two\nlines")
    writing.clicks("title")
    writing.keys("Ctrl+V")
    assert writing.record.title == "two lines"


def test_what_cannot_be_kept_is_refused_at_the_field_with_a_reason(writing: Officer) -> None:
    copies(text="bad\x01character")
    writing.clicks("title")
    writing.types("Quay ")
    writing.keys("Ctrl+V")
    assert writing.sees("title_problem")
    assert writing.reads("title_problem")
    assert writing.record.title == "Quay "
    writing.keys("Ctrl+A")
    writing.types("Mended")
    assert not writing.sees("title_problem")
    assert writing.record.title == "Mended"


def puts_a_link(officer: Officer, words: str, address: str) -> None:
    officer.keys("Ctrl+K")
    officer.waits_until(lambda: officer.sees("link_words"), "a link is asked for")
    officer.types_into("link_words", words)
    officer.types_into("link_address", address)
    officer.presses("Add link")


def from_table_menu(officer: Officer, words: str) -> None:
    officer.chooses_from_button("tool_table", words)


def test_no_key_means_two_things(qapp: QApplication) -> None:
    keys = [QKeySequence(act.key).toString() for act in ACTS if act.key]
    keys += [QKeySequence(key).toString() for key in (*KEYS.values(), *ROW_KEYS.values())]
    assert len(keys) == len(set(keys)), sorted(key for key in keys if keys.count(key) > 1)
