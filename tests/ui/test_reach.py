"""Each part can be reached by keyboard and has a name, and nothing is clipped at large text."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from sendapp.services.council import CouncilSettings, Post
from sendapp.ui.choice import Choice, PostChoice
from sendapp.ui.date_edit import DateEdit
from sendapp.ui.find_box import FindBox
from sendapp.ui.page_panel import PagePanel
from sendapp.ui.register import Register
from sendapp.ui.settings_dialog import SettingsDialog, WindowSettings
from sendapp.ui.status import StatusLine
from sendapp.ui.theme import apply_theme
from sendapp.ui.welcome import Welcome


def _register() -> QWidget:
    made = Register()
    made.show_counts({"draft": 3, "called-in": 1}, 2)
    return made


def _status() -> QWidget:
    made = StatusLine()
    made.notify("Moved to the bin.", "Undo", lambda: None)
    return made


PARTS: dict[str, Callable[[], QWidget]] = {
    "register": _register,
    "find": FindBox,
    "pages": PagePanel,
    "settings": lambda: SettingsDialog(
        CouncilSettings(posts=(Post("Leader of the Council"),)), WindowSettings()
    ),
    "status": _status,
    "welcome": lambda: Welcome("/somewhere"),
    "date": lambda: DateEdit("date_of_decision", "Date of decision"),
    "post": lambda: PostChoice("decision_maker", "Decision made by"),
    "choice": lambda: Choice("status", "Where the record stands", [("draft", "Drafting")]),
}


@pytest.fixture(params=PARTS.values(), ids=PARTS.keys())
def part(request: pytest.FixtureRequest, qtbot: QtBot) -> QWidget:
    made: QWidget = request.param()
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def _focusable(part: QWidget) -> list[QWidget]:
    return [
        widget
        for widget in (part, *part.findChildren(QWidget))
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and widget.focusProxy() is None
        and not isinstance(widget.parent(), QComboBox | QAbstractItemView)
    ]


def test_whatever_takes_the_keyboard_has_a_name_and_a_role(part: QWidget) -> None:
    assert _focusable(part)
    for widget in _focusable(part):
        spoken = QAccessible.queryAccessibleInterface(widget)
        where = f"{type(widget).__name__} {widget.objectName()}"
        assert widget.objectName(), where
        assert spoken is not None, where
        assert spoken.text(QAccessible.Text.Name), where
        assert spoken.role() != QAccessible.Role.NoRole, where


def test_tab_reaches_whatever_takes_the_keyboard(part: QWidget) -> None:
    order, widget = [], part.nextInFocusChain()
    while widget is not None and widget is not part:
        order.append(widget)
        widget = widget.nextInFocusChain()
    assert all(widget is part or widget in order for widget in _focusable(part))


@pytest.fixture(params=(100, 150, 200))
def text_size(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[int]:
    size: int = request.param
    apply_theme(qapp, "light", size)
    yield size
    apply_theme(qapp, "light", 100)


def test_nothing_is_clipped_at_any_text_size(text_size: int, part: QWidget) -> None:
    part.resize(part.sizeHint().expandedTo(part.minimumSizeHint()))
    for widget in part.findChildren(QWidget):
        if isinstance(widget, QLineEdit | QComboBox) or (
            isinstance(widget, QAbstractButton) and widget.text()
        ):
            if not widget.isVisible():
                continue
            where = f"{type(widget).__name__} {widget.objectName()} at {text_size} %"
            assert widget.height() >= widget.fontMetrics().height(), where
            assert widget.height() >= widget.minimumSizeHint().height(), where
        if isinstance(widget, QLabel) and widget.isVisible() and widget.text():
            assert widget.height() >= widget.fontMetrics().height(), widget.text()
