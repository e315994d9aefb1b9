"""The theme can be read by everybody, and every size follows the text."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from sendapp.paths import resources
from sendapp.ui.icons import icon
from sendapp.ui.theme import Look, apply_theme, looks
from sendapp.ui.tokens import DARK, LIGHT, SHAPE_PAIRS, TEXT_PAIRS, Tokens, contrast


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("pair", TEXT_PAIRS, ids="-on-".join)
def test_text_is_readable_on_what_it_is_written_on(tokens: Tokens, pair: tuple[str, str]) -> None:
    assert contrast(getattr(tokens, pair[0]), getattr(tokens, pair[1])) >= 4.5


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("pair", SHAPE_PAIRS, ids="-on-".join)
def test_fields_and_focus_can_be_seen(tokens: Tokens, pair: tuple[str, str]) -> None:
    assert contrast(getattr(tokens, pair[0]), getattr(tokens, pair[1])) >= 3


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.478, abs=0.001)


def test_the_chosen_theme_is_shown(qapp: QApplication) -> None:
    apply_theme(qapp, "dark", 100)
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(DARK.surface)
    apply_theme(qapp, "light", 100)
    assert Tokens.of(qapp.palette()) is LIGHT


def test_the_system_theme_is_followed_live_and_a_chosen_one_stays(qapp: QApplication) -> None:
    hints = qapp.styleHints()
    apply_theme(qapp, "system", 100)
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert Tokens.of(qapp.palette()) is DARK
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert Tokens.of(qapp.palette()) is LIGHT
    apply_theme(qapp, "light", 100)
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert Tokens.of(qapp.palette()) is LIGHT


def test_fields_and_buttons_grow_with_the_text(qapp: QApplication, qtbot: QtBot) -> None:
    line, button = QLineEdit(), QPushButton("New record")
    heights = []
    for size in (100, 150, 200):
        apply_theme(qapp, "light", size)
        for widget in (line, button):
            qtbot.addWidget(widget)
            widget.show()
            widget.adjustSize()
            assert widget.height() >= widget.fontMetrics().height() + 8
        heights.append(line.sizeHint().height())
    assert heights == sorted(set(heights))
    apply_theme(qapp, "light", 100)


def test_a_look_can_change_while_shown(qapp: QApplication, qtbot: QtBot) -> None:
    apply_theme(qapp, "light", 100)
    label = QLabel("Too long")
    qtbot.addWidget(label)
    label.show()
    looks(label, Look.PROBLEM)
    assert label.palette().color(QPalette.ColorRole.WindowText) == QColor(LIGHT.problem)


def test_icons_follow_the_theme(qapp: QApplication) -> None:
    plus = icon("plus")
    apply_theme(qapp, "light", 100)
    assert _ink(plus) == QColor(LIGHT.text)
    apply_theme(qapp, "dark", 100)
    assert _ink(plus) == QColor(DARK.text)
    assert _ink(plus, QIcon.Mode.Disabled) == QColor(DARK.edge)
    apply_theme(qapp, "light", 100)


def test_icons_are_sharp_at_any_pixel_ratio(qapp: QApplication) -> None:
    for ratio in (1.0, 1.5, 2.0):
        drawn = icon("search").pixmap(QSize(20, 20), ratio)
        assert drawn.devicePixelRatio() == ratio
        assert drawn.width() == round(20 * ratio)


def test_every_icon_can_be_drawn(qapp: QApplication) -> None:
    for path in (resources() / "icons").glob("*.svg"):
        image = icon(path.stem).pixmap(QSize(24, 24), 1.0).toImage()
        pixels = [image.pixelColor(x, y).alpha() for x in range(24) for y in range(24)]
        assert any(alpha > 200 for alpha in pixels), path.stem


def test_an_unknown_icon_is_a_fault_at_once() -> None:
    with pytest.raises(KeyError):
        icon("no-such-icon")


def _ink(drawing: QIcon, mode: QIcon.Mode = QIcon.Mode.Normal) -> QColor:
    image = drawing.pixmap(QSize(24, 24), 1.0, mode).toImage()
    return image.pixelColor(12, 12)
