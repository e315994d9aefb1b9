"""An officer's hands and eyes: keys, mouse, and what can be seen in the window in front."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QListWidget,
    QMenu,
    QScrollArea,
    QToolButton,
    QWidget,
)
from pytestqt.exceptions import TimeoutError as TooLong
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from sendapp.domain.richtext import MARKS, Paragraph
from sendapp.domain.richtext_html import parse
from sendapp.ui.text.keys import KEYS
from tests.with_qt import LONG_MS

W = TypeVar("W", bound=QWidget)


class Hands:
    """Work at what is in front: real key events and clicks, through Qt's own windows."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self._qtbot = qtbot
        self.folder = folder

    def in_front(self) -> QWidget:
        """Return the dialog that is open, or else the window."""
        raise NotImplementedError

    def takes_a_picture(self, name: str) -> Path:
        """Save a picture of what is in front and return its file."""
        raise NotImplementedError

    def finds(self, name: str, kind: type[W] = QWidget) -> W:  # type: ignore[assignment]
        """Return the widget of that name that is in front and can be seen."""
        self._settle()
        found = [w for w in self.in_front().findChildren(kind, name) if w.isVisible()]
        assert found, f"{name} cannot be seen"
        return found[0]

    def sees(self, name: str) -> bool:
        """Whether a widget of that name can be seen."""
        self._settle()
        return any(w.isVisible() for w in self.in_front().findChildren(QWidget, name))

    def has_popup(self) -> bool:
        """Whether a list or menu has popped up."""
        return QApplication.activePopupWidget() is not None

    def waits_until(self, true: Callable[[], bool], what: str) -> None:
        """Wait until something is so; fail with a picture if it never is."""
        try:
            self._qtbot.waitUntil(true, timeout=LONG_MS)
        except TooLong:
            picture = self.takes_a_picture("waited")
            pytest.fail(f"It never came about that {what}; see {picture}")

    # The keyboard.

    def types(self, text: str) -> None:
        """Type `text` where the keyboard is; a line's end is Enter."""
        for letter in text:
            if letter == "\n":
                self.keys("Return")
                continue
            code = QTest.asciiToKey(letter) if letter.isascii() else Qt.Key.Key_unknown
            # The press may close what it went to: the release goes where the keyboard is then.
            for action in (QTest.KeyAction.Press, QTest.KeyAction.Release):
                modifier = Qt.KeyboardModifier.NoModifier
                QTest.sendKeyEvent(action, self._where(), Qt.Key(code), letter, modifier)

    def types_rich(self, html: str) -> None:
        """Type one paragraph with marks: the mark's key before its words, and after them."""
        (paragraph,) = parse(html)
        assert isinstance(paragraph, Paragraph)
        for run in paragraph.runs:
            marks = [KEYS[mark] for mark in MARKS if mark in run.marks]
            self.keys(*marks)
            self.types(run.text)
            self.keys(*marks)

    def keys(self, *names: str) -> None:
        """Press keys by name: "Ctrl+B", "Tab", "Alt+Shift+Up"."""
        for name in names:
            pressed = QKeySequence(name)[0]
            QTest.keyPress(self._where(), pressed.key(), pressed.keyboardModifiers())
            QTest.keyRelease(self._where(), pressed.key(), pressed.keyboardModifiers())
            self._settle()

    def types_into(self, name: str, text: str) -> None:
        """Click into a field and type."""
        self.clicks(name)
        self.types(text)

    def focused(self) -> str:
        """Return the name of the widget that has the keyboard."""
        self._settle()
        self._where()
        widget = QApplication.focusWidget()
        return widget.objectName() if widget else ""

    def _where(self) -> QWindow:
        """Return the window that gets the keys: a list that popped up, or what is in front."""
        front = self.in_front()
        if self.has_popup():
            popup = QGuiApplication.focusWindow()
            # PySide6 may still know a popup that was here before at the same address.
            if popup is not None and isValid(popup):
                return popup
        elif QApplication.activeWindow() is not front:
            # Every desktop but that of the tests does this when a dialog or menu closes.
            front.activateWindow()
            self._settle()
        handle = front.windowHandle()
        assert handle is not None
        return handle

    # The mouse.

    def clicks(self, name: str, at: QPoint | None = None) -> None:
        """Click a widget, scrolled into sight first; in its middle unless told where."""
        self.clicks_on(self.finds(name), at)

    def clicks_on(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Click `widget` through the window it is in, so that it must really lie there.

        What was just opened may still be without its place: it is scrolled to until it has one.
        """
        window, spot = widget.window(), QPoint()

        def lies_there() -> bool:
            nonlocal spot
            self._scrolls_to(widget)
            spot = widget.mapTo(window, at or widget.rect().center())
            there = window.childAt(spot) or window
            return there is widget or widget.isAncestorOf(there)

        self.waits_until(lies_there, f"{widget.objectName() or widget} can be clicked")
        handle = window.windowHandle()
        assert handle is not None
        none = Qt.KeyboardModifier.NoModifier
        QTest.mouseClick(handle, Qt.MouseButton.LeftButton, none, spot)
        self._settle()

    def presses(self, words: str) -> None:
        """Press the button with these words."""
        self._settle()
        buttons = self.in_front().findChildren(QAbstractButton)
        found = [b for b in buttons if b.isVisible() and plain_words(b.text()) == words]
        assert found, f"there is no button {words!r}"
        assert found[0].isEnabled(), f"{words!r} cannot be pressed"
        self.clicks_on(found[0])

    def chooses(self, name: str, words: str) -> None:
        """Open a box of choices with the mouse and take one of them with the keys."""
        box = self.finds(name, QComboBox)
        self.clicks_on(box)
        self.waits_until(self.has_popup, "choices are shown")
        self.keys("Home", *["Down"] * box.findText(words), "Return")
        assert box.currentText() == words

    def chooses_line(self, name: str, words: str) -> None:
        """Click the line with these words in a list."""
        listed = self.finds(name, QListWidget)
        (item,) = listed.findItems(words, Qt.MatchFlag.MatchExactly)
        listed.scrollToItem(item)
        spot = listed.viewport().mapTo(listed, listed.visualItemRect(item).center())
        self.clicks_on(listed, spot)
        assert listed.currentItem() is item

    def chooses_from_button(self, name: str, words: str) -> None:
        """Choose from the menu of a button, which answers to nothing else while it is open."""
        button = self.finds(name, QToolButton)
        menu = button.menu()
        faults: list[Exception] = []

        def take() -> None:
            try:
                self._takes(menu, words)
            except Exception as fault:
                faults.append(fault)
                menu.close()

        opened = menu.aboutToShow.connect(lambda: QTimer.singleShot(0, menu, take))
        self.clicks_on(button)
        menu.disconnect(opened)
        if faults:
            raise faults[0]

    def _takes(self, menu: QMenu, words: str) -> QAction:
        self.waits_until(menu.isVisible, f"the menu {menu.title()} is open")
        action = action_called(menu.actions(), words)
        assert action.isEnabled(), f"{words!r} cannot be chosen"
        spot = menu.actionGeometry(action).center()
        QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=spot)
        self._settle()
        return action

    def _scrolls_to(self, widget: QWidget) -> None:
        self._settle()
        parent = widget.parentWidget()
        while parent is not None:
            if isinstance(parent, QScrollArea):
                parent.ensureWidgetVisible(widget, 0, 40)
            parent = parent.parentWidget()
        self._settle()

    def _settle(self) -> None:
        """Let what was asked for at once happen."""
        QApplication.processEvents()
        QApplication.processEvents()


def action_called(actions: list[QAction], words: str) -> QAction:
    """Return the action with these words that can be seen."""
    found = [a for a in actions if a.isVisible() and plain_words(a.text()) == words]
    assert found, f"there is no {words!r} among {[plain_words(a.text()) for a in actions]}"
    return found[0]


def plain_words(words: str) -> str:
    """Return the words of a button or action without mark, dots and key."""
    return words.split("\t")[0].replace("&", "").rstrip("…").strip()
