"""Marks over words, and the menu of a text: no part of its value, in layers that move with it."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from sendapp.ui.line_edit import RecordLine
from sendapp.ui.text.plain_edit import PlainEdit
from sendapp.ui.text.rich_editor import RichEditor
from sendapp.ui.text.shown_marks import Marked, MarkLook
from sendapp.ui.text.text_menu import put_first

WRONG = MarkLook.MISSPELT


@pytest.fixture
def line(qtbot: QtBot) -> RecordLine:
    line = RecordLine("title", "Title")
    qtbot.addWidget(line)
    line.setText("one twoo three")
    line.show()
    return line


def test_marks_of_a_rich_text_are_no_part_of_it(qtbot: QtBot) -> None:
    editor = RichEditor()
    qtbot.addWidget(editor)
    editor.set_value("<p>one twoo three</p>")
    touched: list[bool] = []
    editor.touched.connect(lambda: touched.append(True))
    editor.marks.show("spelling", [Marked(4, 8, WRONG)])
    editor.commit()
    assert editor.value() == "<p>one twoo three</p>"
    assert not touched
    editor.textCursor().insertText("Number ")
    assert editor.marks.spans("spelling") == [(11, 15)]


def test_layers_come_and_go_each_by_itself(qtbot: QtBot) -> None:
    editor = PlainEdit("notes", "Notes")
    qtbot.addWidget(editor)
    editor.refill("one twoo three")
    editor.marks.show("spelling", [Marked(4, 8, WRONG)])
    editor.marks.show("carried", [Marked(0, 3, MarkLook.CARRIED)])
    editor.marks.show("spelling", [])
    assert editor.marks.spans("spelling") == []
    assert editor.marks.spans("carried") == [(0, 3)]
    assert len(editor.extraSelections()) == 1


def test_marks_of_a_line_move_with_its_words(line: RecordLine) -> None:
    line.marks.show("spelling", [Marked(4, 8, WRONG)])
    line.setText("Now one twoo three")
    assert line.marks.spans("spelling") == [(8, 12)]
    line.setText("Now one two three")
    assert line.marks.spans("spelling") == []


def test_a_mark_of_a_line_is_painted_under_its_words(line: RecordLine, qtbot: QtBot) -> None:
    plain = line.grab().toImage()
    line.marks.show("spelling", [Marked(4, 8, WRONG)])
    marked = line.grab().toImage()
    changed = [
        x
        for x in range(plain.width())
        if any(plain.pixel(x, y) != marked.pixel(x, y) for y in range(plain.height()))
    ]
    one, twoo = (line.fontMetrics().horizontalAdvance(words) for words in ("one ", "one twoo"))
    assert changed
    assert twoo - one - 6 <= changed[-1] - changed[0] <= twoo - one + 6
    assert one <= changed[0] <= one + 20


@pytest.mark.parametrize("kind", ["line", "plain", "rich"])
def test_others_put_acts_first_into_the_menu_that_the_menu_key_opens(
    qtbot: QtBot, kind: str
) -> None:
    made = {"line": RecordLine, "plain": PlainEdit}
    editor = made[kind]("x", "X") if kind in made else RichEditor()
    qtbot.addWidget(editor)
    editor.show()
    asked: list[int] = []

    def offer(menu: QMenu, position: int) -> None:
        asked.append(position)
        put_first(menu, [QAction("Mend it", menu)])

    editor.menu_wanted.connect(offer)
    key = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), QPoint(1, 1))
    QApplication.sendEvent(editor if kind == "line" else editor.viewport(), key)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    words = [act.text().split("\t")[0].replace("&", "") for act in menu.actions()]
    assert words[0] == "Mend it"
    assert {"Cut", "Copy", "Paste", "Select all"} <= set(words)
    assert ("Paste as plain text" in words) == (kind == "rich")
    assert menu.activeAction().text() == "Mend it"
    assert asked == [0]
    qtbot.keyClick(menu, Qt.Key.Key_Escape)
