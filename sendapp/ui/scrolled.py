"""Dialogs that fit the screen: what is in them scrolls, and their size is measured in text."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFrame, QScrollArea, QVBoxLayout, QWidget

from sendapp.ui.theme import Look, looks


def scrolled(page: QWidget, parent: QWidget) -> QScrollArea:
    """Return a frameless area in which `page` scrolls up and down, as wide as it is."""
    scroll = looks(QScrollArea(parent), Look.BARE)
    scroll.setWidgetResizable(True)
    scroll.setWidget(page)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return scroll


def lay_out_page(dialog: QDialog, page: QWidget, buttons: QWidget) -> None:
    """Fill `dialog` with a page that scrolls, and its buttons below a rule."""
    column = QVBoxLayout(dialog)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(scrolled(page, dialog), 1)
    column.addWidget(looks(QFrame(dialog), Look.RULE))
    column.addWidget(buttons)


def comfortable(dialog: QWidget, characters: int, lines: int) -> QSize:
    """Return a size of so many average characters by lines, nine tenths of the screen at most."""
    screen = dialog.screen() or QGuiApplication.primaryScreen()
    room = screen.availableGeometry()
    metrics = dialog.fontMetrics()
    wide, high = metrics.averageCharWidth() * characters, metrics.height() * lines
    return QSize(min(wide, room.width() * 9 // 10), min(high, room.height() * 9 // 10))
