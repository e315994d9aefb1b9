"""Places to fill in an editor of any kind, in any script, and words put among others."""

import pytest
from PySide6.QtGui import QTextTable
from PySide6.QtWidgets import QLineEdit, QTextEdit
from pytestqt.qtbot import QtBot

from sendapp.editing.rich_document import tops
from sendapp.ui.line_edit import RecordLine
from sendapp.ui.text.places import (
    choose,
    choose_first,
    chosen_in,
    places_of,
    put_rich,
    with_words,
)
from sendapp.ui.text.plain_edit import PlainEdit
from sendapp.ui.text.rich_editor import RichEditor


def chosen(editor: QTextEdit | QLineEdit) -> str:
    return (
        editor.selectedText()
        if isinstance(editor, QLineEdit)
        else editor.textCursor().selectedText()
    )


@pytest.mark.parametrize("kind", ["line", "plain", "rich"])
def test_each_place_can_be_chosen_whatever_stands_before_it(qtbot: QtBot, kind: str) -> None:
    editor: RecordLine | PlainEdit | RichEditor
    if kind == "rich":
        editor = RichEditor()
        editor.set_value("<p>😀 [one place]</p><ul><li>[two]<br>[three]</li></ul>")
    else:
        editor = RecordLine("x", "X") if kind == "line" else PlainEdit("x", "X")
        editor.refill("😀 [one place] [two] [three]")
    qtbot.addWidget(editor)
    found = []
    for place in places_of(editor):
        choose(editor, *place)
        assert chosen_in(editor) == place
        found.append(chosen(editor))
    assert found == ["[one place]", "[two]", "[three]"]


def test_places_in_a_table_are_found(qtbot: QtBot) -> None:
    editor = RichEditor()
    qtbot.addWidget(editor)
    editor.set_value(
        "<table><tr><th>What</th><th>£</th></tr><tr><td>[item]</td><td>1</td></tr></table>"
    )
    (place,) = places_of(editor)
    choose(editor, *place)
    assert chosen(editor) == "[item]"


def test_only_a_place_between_two_positions_is_chosen(qtbot: QtBot) -> None:
    editor = PlainEdit("x", "X")
    qtbot.addWidget(editor)
    editor.refill("[before] [after]")
    choose_first(editor, 9, 16)
    assert chosen(editor) == "[after]"
    choose(editor, 0, 0)
    choose_first(editor, 1, 8)
    assert chosen(editor) == ""


def test_a_phrase_of_several_paragraphs_takes_the_place_of_what_is_chosen(qtbot: QtBot) -> None:
    editor = RichEditor()
    qtbot.addWidget(editor)
    editor.set_value("<p>One old word.</p>")
    choose(editor, 4, 7)
    with qtbot.waitSignal(editor.edited) as heard:
        put_rich(editor, "<p>new <b>bold</b></p><ol><li>[item]</li></ol>")
    html, words, typing = heard.args
    assert html == "<p>One new <b>bold</b></p><ol><li>[item]</li></ol><p> word.</p>"
    assert (words, typing) == ("Insert phrase", False)
    assert chosen(editor) == "[item]"


def test_a_phrase_goes_into_a_cell_as_words(qtbot: QtBot) -> None:
    editor = RichEditor()
    qtbot.addWidget(editor)
    editor.set_value("<table><tr><th>A</th></tr><tr><td></td></tr></table>")
    (table,) = (t for t in tops(editor.document()) if isinstance(t, QTextTable))
    editor.setTextCursor(table.cellAt(1, 0).firstCursorPosition())
    put_rich(editor, "<p>Pay £[amount].</p>")
    assert "<td>Pay £[amount].</td>" in editor.value()
    assert chosen(editor) == "[amount]"


def test_a_line_takes_words_as_one_line(qtbot: QtBot) -> None:
    line = RecordLine("x", "X")
    qtbot.addWidget(line)
    line.refill("😀 and")
    choose(line, 2, 6)
    assert with_words(line, "a\nb") == ("😀 a b", 2, 6)
