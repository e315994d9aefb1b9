"""A row of widgets that goes on in the next line: in the middle of each, and no gap for nothing."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from sendapp.ui.form.flow_layout import FlowLayout


@pytest.fixture
def holder(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def laid_out(qtbot: QtBot, holder: QWidget, width: int, *heights: int) -> list[QWidget]:
    """Return buttons of 50 pixels' width, laid out in a row of `width`, 10 apart."""
    row = FlowLayout(holder, spacing=10)
    buttons = [QWidget(holder) for _ in heights]
    for button, height in zip(buttons, heights, strict=True):
        button.setFixedSize(50, height)
        row.addWidget(button)
    buttons[0].setVisible(heights[0] > 0)
    holder.resize(width, 200)
    with qtbot.waitExposed(holder):
        holder.show()
    return buttons


def test_widgets_of_other_heights_stand_in_the_middle_of_their_line(
    qtbot: QtBot, holder: QWidget
) -> None:
    low, high, third = laid_out(qtbot, holder, 115, 20, 30, 20)
    assert (low.x(), low.y()) == (0, 5)
    assert (high.x(), high.y()) == (60, 0)
    assert (third.x(), third.y()) == (0, 40)
    layout = holder.layout()
    assert layout is not None
    assert layout.heightForWidth(115) == 60


def test_what_is_hidden_leaves_no_gap(qtbot: QtBot, holder: QWidget) -> None:
    hidden, first, second = laid_out(qtbot, holder, 300, 0, 20, 20)
    assert hidden.isHidden()
    assert (first.x(), second.x()) == (0, 60)
