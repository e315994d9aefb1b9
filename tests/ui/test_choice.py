"""Choices speak of what the officer does and are left alone by the mouse wheel."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from sendapp.ui.choice import Choice, PostChoice

STANDS = [("draft", "Drafting"), ("ready", "Ready for signature"), ("decided", "Decided")]
POSTS = ["Leader of the Council", "Cabinet Member for Housing", "Director of Place"]


def _shown(qtbot: QtBot, widget: QWidget) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    column.addWidget(QLineEdit(objectName="first"))
    column.addWidget(widget)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    widget.__dict__["kept"] = window


def _wheel(widget: QWidget) -> None:
    nowhere = QPointF(5, 5)
    event = QWheelEvent(
        nowhere,
        nowhere,
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


def test_showing_a_value_is_not_choosing_it(qtbot: QtBot) -> None:
    choice = Choice("status", "Where the record stands", STANDS)
    qtbot.addWidget(choice)
    with qtbot.assertNotEmitted(choice.chosen):
        choice.show_value("ready")
    assert choice.currentText() == "Ready for signature"


def test_choosing_by_key_is_heard(qtbot: QtBot) -> None:
    choice = Choice("status", "Where the record stands", STANDS)
    _shown(qtbot, choice)
    choice.setFocus()
    with qtbot.waitSignal(choice.chosen) as heard:
        qtbot.keyClick(choice, Qt.Key.Key_Down)
    assert heard.args == ["ready"]


def test_a_value_that_is_not_on_offer_is_kept(qtbot: QtBot) -> None:
    choice = Choice("status", "Where the record stands", STANDS)
    qtbot.addWidget(choice)
    choice.show_value("from-the-future")
    assert choice.value() == "from-the-future"


def test_the_wheel_changes_nothing_that_is_not_focused(qtbot: QtBot) -> None:
    choice = Choice("status", "Where the record stands", STANDS)
    _shown(qtbot, choice)
    choice.__dict__["kept"].findChild(QLineEdit, "first").setFocus()
    with qtbot.assertNotEmitted(choice.chosen):
        _wheel(choice)
    assert choice.value() == "draft"


def test_any_words_of_a_post_suggest_it(qtbot: QtBot) -> None:
    post = PostChoice("decision_maker", "Decision made by")
    post.show_suggestions(POSTS)
    _shown(qtbot, post)
    post.line.setFocus()
    qtbot.waitUntil(post.line.hasFocus)
    qtbot.keyClicks(post.line, "housing")
    popup = post.completer().popup()
    qtbot.waitUntil(popup.isVisible)
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert post.text() == "Cabinet Member for Housing"


def test_each_key_in_a_post_is_heard_and_suggestions_leave_it_alone(qtbot: QtBot) -> None:
    post = PostChoice("decision_maker", "Decision made by")
    _shown(qtbot, post)
    heard: list[str] = []
    post.post_edited.connect(heard.append)
    post.line.setFocus()
    qtbot.keyClicks(post.line, "Lea")
    assert heard == ["L", "Le", "Lea"]
    post.show_suggestions([*POSTS, *POSTS, ""])
    assert post.text() == "Lea"
    assert post.count() == 3
    post.show_text("Leader")
    assert heard == ["L", "Le", "Lea"]


def test_the_field_itself_has_the_name(qtbot: QtBot) -> None:
    post = PostChoice("decision_maker", "Decision made by")
    qtbot.addWidget(post)
    assert post.findChild(QLineEdit, "decision_maker") is post.line
    assert post.line.accessibleName() == "Decision made by"
