"""The status line and the welcome say what is so."""

from datetime import UTC, datetime

import pytest
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from sendapp.ui.status import StatusLine
from sendapp.ui.welcome import Welcome


@pytest.fixture
def status(qtbot: QtBot) -> StatusLine:
    made = StatusLine()
    qtbot.addWidget(made)
    made.resize(900, 30)
    made.show()
    return made


def _words(status: StatusLine, name: str) -> str:
    label = status.findChild(QLabel, name)
    assert label is not None
    return label.text() if label.isVisible() else ""


def test_saved_is_said_only_once_it_is_so(status: StatusLine) -> None:
    assert _words(status, "status_saved") == ""
    status.show_saving()
    assert _words(status, "status_saved") == "Saving…"
    at = datetime(2025, 11, 24, 14, 2, tzinfo=UTC)
    status.show_saved(at)
    assert _words(status, "status_saved") == f"Saved {at.astimezone():%H:%M}"
    status.show_not_saved("the disk is full")
    assert _words(status, "status_saved") == "Not saved: the disk is full"
    status.show_nothing_open()
    assert _words(status, "status_saved") == ""


def test_a_tool_tip_says_the_words_as_they_stand(status: StatusLine) -> None:
    words = 'The record “<img src="file:///etc/x"> & <b>R&amp;D</b>” is in the bin.' * 9
    status.notify(words)
    label = status.findChild(QLabel, "status_notice")
    assert label is not None
    label.grab()
    shown = QTextDocument()
    shown.setHtml(label.toolTip())
    assert shown.toPlainText() == words


def test_the_page_in_view_is_said(status: StatusLine) -> None:
    status.show_page(1, 2)
    assert _words(status, "status_page") == "page 1 of 2"
    status.show_page(1, 0)
    assert _words(status, "status_page") == ""


def test_a_notice_can_be_acted_upon_once(status: StatusLine) -> None:
    done: list[str] = []
    status.notify("Moved to the bin.", "Undo", lambda: done.append("undone"))
    button = status.findChild(QPushButton, "status_action")
    assert button is not None
    assert button.accessibleName() == "Undo: Moved to the bin."
    button.click()
    assert done == ["undone"]
    assert _words(status, "status_notice") == ""
    assert button.isHidden()


def test_a_notice_without_anything_to_do_has_no_button(status: StatusLine) -> None:
    status.notify("Settings saved.")
    button = status.findChild(QPushButton, "status_action")
    assert button is not None
    assert button.isHidden()
    status.clear_notice()
    assert _words(status, "status_notice") == ""


def test_a_long_notice_does_not_widen_the_window(status: StatusLine) -> None:
    status.notify("Moved “" + "a very long title " * 40 + "” to the bin.", "Undo", print)
    assert status.minimumSizeHint().width() < 500


def test_the_welcome_invites_and_says_where_things_are(qtbot: QtBot) -> None:
    welcome = Welcome("/somewhere/of/yours")
    qtbot.addWidget(welcome)
    welcome.show()
    kept = welcome.findChild(QLabel, "welcome_kept_in")
    assert kept is not None
    assert "/somewhere/of/yours" in kept.text()
    with qtbot.waitSignal(welcome.sample_wanted):
        welcome.sample.click()
    with qtbot.waitSignal(welcome.new_wanted):
        welcome.new.click()
    welcome.show_for(has_records=True)
    assert welcome.sample.isHidden()


def test_the_law_is_counted_and_the_rest_beside_it(status: StatusLine, qtbot: QtBot) -> None:
    button = status.findChild(QPushButton, "status_law")
    assert button is not None
    assert button.isHidden()
    said = []
    for found, law in ((0, 0), (1, 1), (5, 2), (3, 0)):
        status.count_law(found, law)
        said.append(button.text())
    assert said == [
        "Law: nothing found missing",
        "Law: 1 thing is missing",
        "Law: 2 things are missing · 3 more to look at",
        "Law: nothing found missing · 3 more to look at",
    ]
    with qtbot.waitSignal(status.law_clicked):
        button.click()
    status.say_nothing_of_law()
    assert button.isHidden()
