"""Pasting, dropping and copying at the real window."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton

from sendapp.ui.text.rich_editor import RichEditor
from tests.driver import Officer

LIST = "<ol><li>One<ul><li>in</li></ul></li><li>Two</li><li>Three</li></ol>"


@pytest.fixture
def writing(officer: Officer) -> Officer:
    officer.starts()
    officer.begins_a_record()
    officer.clicks("decisions[0].text")
    return officer


def copies(html: str = "", text: str = "") -> None:
    data = QMimeData()
    if html:
        data.setHtml(html)
    if text:
        data.setText(text)
    QGuiApplication.clipboard().setMimeData(data)


def decisions(officer: Officer) -> list[str]:
    return [row.text for row in officer.record.decisions]


def drops(officer: Officer, data: QMimeData) -> None:
    editor = officer.finds("decisions[0].text", RichEditor)
    at, action = QPoint(10, 10), Qt.DropAction.CopyAction
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(editor.viewport(), QDragEnterEvent(at, action, data, left, none))
    QApplication.sendEvent(editor.viewport(), QDropEvent(QPointF(at), action, data, left, none))


SEPARATE = ["<p>One</p><ul><li>in</li></ul>", "<p>Two</p>", "<p>Three</p>"]


def test_a_list_is_pasted_as_separate_items_in_one_step(writing: Officer) -> None:
    copies(LIST)
    writing.keys("Ctrl+Shift+O")
    assert decisions(writing) == SEPARATE
    assert writing.focused() == "decisions[2].text"
    writing.keys("Ctrl+Z")
    assert decisions(writing) == []


def test_items_go_behind_the_one_that_is_written_in(writing: Officer) -> None:
    writing.types("Before")
    copies(LIST)
    writing.menu("Edit", "Paste as separate items")
    assert decisions(writing) == ["<p>Before</p>", *SEPARATE]


def test_a_pasted_list_is_offered_as_separate_items(writing: Officer) -> None:
    copies(LIST)
    writing.keys("Ctrl+V")
    assert decisions(writing) == [LIST]
    writing.presses("Make them separate items")
    assert decisions(writing) == SEPARATE
    writing.keys("Ctrl+Z")
    assert decisions(writing) == [LIST]


def test_a_list_pasted_before_words_does_not_run_into_them(writing: Officer) -> None:
    writing.types("After")
    writing.keys("Home")
    copies("<ul><li>One</li><li>Two</li></ul>")
    writing.keys("Ctrl+V")
    writing.types("!")
    writing.open_record.flush()
    assert decisions(writing) == ["<ul><li>One</li><li>Two!</li></ul><p>After</p>"]


def test_words_are_pasted_plain_from_the_menu(writing: Officer) -> None:
    copies("<p><b>Bold</b></p>", "Bold")
    writing.menu("Edit", "Paste as plain text")
    assert decisions(writing) == ["<p>Bold</p>"]


def test_dropped_text_arrives_like_pasted_text(writing: Officer) -> None:
    data = QMimeData()
    data.setHtml("<p>1<span style='vertical-align:super'>st</span> <script>x</script>May</p>")
    drops(writing, data)
    assert decisions(writing) == ["<p>1<sup>st</sup> May</p>"]


def test_a_dropped_file_is_refused_and_says_what_to_do(writing: Officer) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(__file__)])
    drops(writing, data)
    writing.waits_for_notice("A file cannot be put into a text")
    assert decisions(writing) == []


def test_a_picture_is_refused_and_says_what_to_do(writing: Officer) -> None:
    data = QMimeData()
    data.setImageData(QImage(2, 2, QImage.Format.Format_RGB32))
    drops(writing, data)
    writing.waits_for_notice("A picture cannot be put into a text")
    assert decisions(writing) == []


def test_too_much_is_refused_before_it_is_shown(writing: Officer) -> None:
    copies(text="word " * 30_000)
    writing.keys("Ctrl+V")
    writing.waits_for_notice("That is too long to paste")
    assert decisions(writing) == []


def test_what_is_copied_and_pasted_is_the_same_to_the_last_blank(writing: Officer) -> None:
    html = "<p>a  b </p><p></p><ul><li></li><li>c\u00a0</li></ul><p>d</p>"
    editor = writing.finds("decisions[0].text", RichEditor)
    editor.set_value(html)
    writing.keys("Ctrl+A", "Ctrl+C", "Delete", "Ctrl+V")
    assert editor.value() == html


def test_fields_are_copied_one_after_the_other_by_keyboard(writing: Officer) -> None:
    writing.types("Approve")
    writing.keys("Ctrl+Shift+M")
    writing.waits_until(lambda: writing.sees("committee_next"), "the dialog is open")
    dialog = writing.window.findChild(QDialog, "committee")
    assert isinstance(dialog, QDialog)
    assert not dialog.isModal()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert QGuiApplication.clipboard().text() == "Approve"
    assert "<ol><li>Approve</li></ol>" in QGuiApplication.clipboard().mimeData().html()
    assert writing.finds("committee_mark_decisions", QLabel).text() == "Copied"
    assert not writing.sees("committee_copy_notes")
    copy = writing.finds("committee_copy_decisions", QPushButton)
    QGuiApplication.clipboard().clear()
    QTest.keyClick(copy, Qt.Key.Key_Space)
    assert QGuiApplication.clipboard().text() == "Approve"
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not writing.sees("committee_next")
