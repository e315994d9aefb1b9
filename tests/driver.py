"""An officer at the real window: what they press, type, choose and see, in their words."""

import gc
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QMenu,
    QMessageBox,
    QScrollArea,
    QToolButton,
    QWidget,
)
from pytestqt.exceptions import TimeoutError as TooLong
from pytestqt.qtbot import QtBot

from sendapp.app import Application, settings_for
from sendapp.domain.record import DecisionRecord
from sendapp.domain.richtext import MARKS, Paragraph
from sendapp.domain.richtext_html import parse
from sendapp.editing.open_record import OpenRecord
from sendapp.files import private_folder
from sendapp.instance import Instance
from sendapp.paths import Paths, paths_for
from sendapp.storage.database import open_database
from sendapp.storage.records import RecordStore, Stored
from sendapp.ui.text.keys import KEYS
from sendapp.ui.theme import apply_theme
from sendapp.ui.window import Window
from sendapp.ui.window_memory import WindowMemory

W = TypeVar("W", bound=QWidget)

LONG_MS = 30_000
"""How long an officer waits for what takes a moment; nothing ever waits so long on purpose."""


def at_work(request: pytest.FixtureRequest, qtbot: QtBot, tmp_path: Path) -> Iterator["Officer"]:
    """Yield an officer for one test; leave a picture of the window behind when it fails."""
    # Collecting while Qt handles an event has crashed PySide6; between tests it is safe.
    gc.disable()
    before = request.session.testsfailed
    officer = Officer(qtbot, tmp_path)
    try:
        yield officer
        if request.session.testsfailed > before:
            officer.takes_a_picture("failed")
    finally:
        officer.leaves()
        gc.enable()
        gc.collect()


class Officer:
    """Sits at one data folder, in `folder`/data, and works with keys and mouse."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self._qtbot = qtbot
        self.folder = folder
        self.paths: Paths = paths_for(folder / "data")
        self._program: Application | None = None

    # Coming and going.

    def starts(self, width: int = 1_440, height: int = 900) -> "Officer":
        """Start the program and wait until the register, and the last record, are there."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        private_folder(self.paths.data)
        settings = settings_for(self.paths, own=True)
        memory = WindowMemory(settings)
        apply_theme(app, memory.theme, memory.text_size)
        instance = Instance(self.paths, app)
        assert instance.hold()
        self._program = Application(self.paths, settings, instance)
        if width:
            self.window.resize(width, height)
        with self._qtbot.waitSignal(self.window.register_desk.listed, timeout=LONG_MS):
            self._program.show()
        self.window.activateWindow()
        self.waits_until(lambda: QApplication.activeWindow() is not None, "the window is active")
        return self

    def closes(self) -> None:
        """Close the window, which saves first, and end the program."""
        assert self.window.close(), "the window did not close"
        self.leaves()

    def starts_again(self, width: int = 1_440, height: int = 900) -> "Officer":
        """Close and start, and wait for the record that was open."""
        was_open = self.window.pane.open_record is not None
        self.closes()
        self.starts(width, height)
        if was_open:
            self.waits_until(lambda: self.window.pane.form is not None, "the last record is open")
            self._settle()
        return self

    def leaves(self) -> None:
        """End the program without closing the window first, as far as it still runs."""
        program, self._program = self._program, None
        if program is None:
            return
        for dialog in program.window.findChildren(QDialog):
            dialog.hide()
        program.window.hide()
        # The clipboard of the tests' display outlives Python, and what Python gave it does not.
        QApplication.clipboard().clear()
        program.close()
        program.instance.deleteLater()
        program.window.deleteLater()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        # Before anything else is heard: results still under way have nobody to go to.
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        self._settle()
        apply_theme(app, "light", 100)
        self._settle()

    @property
    def program(self) -> Application:
        """The running program."""
        assert self._program is not None, "the program is not running"
        return self._program

    @property
    def window(self) -> Window:
        """The program's window."""
        return self.program.window

    # Seeing.

    @property
    def open_record(self) -> OpenRecord:
        """The record on the desk."""
        assert self.window.pane.open_record is not None, "no record is open"
        return self.window.pane.open_record

    @property
    def record(self) -> DecisionRecord:
        """What is on the form now, what is still being typed included."""
        self.open_record.flush()
        return self.open_record.record

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

    def reads(self, name: str) -> str:
        """Return the words of a label, line, button or box, '' where it cannot be seen."""
        if not self.sees(name):
            return ""
        widget = self.finds(name)
        if isinstance(widget, QComboBox):
            return widget.currentText()
        text = getattr(widget, "toPlainText", None) or widget.text  # type: ignore[attr-defined]
        return str(text())

    def in_front(self) -> QWidget:
        """Return the dialog that is open, or else the window."""
        return QApplication.activeModalWidget() or self.window

    def message(self) -> str:
        """Wait for a message; return its sentence and its hint."""
        self.waits_until(lambda: isinstance(self.in_front(), QMessageBox), "a message is shown")
        box = self.in_front()
        assert isinstance(box, QMessageBox)
        return f"{box.text()} {box.informativeText()}".strip()

    def kept(self) -> dict[str, Stored]:
        """Return what is in the records file, by title; the program must be closed."""
        assert self._program is None
        db = open_database(self.paths.database, create=False)
        store = RecordStore(db)
        stored = [store.get(record_id) for record_id in store.ids()]
        db.close()
        return {entry.record.title: entry for entry in stored}

    def waits_until(self, true: Callable[[], bool], what: str) -> None:
        """Wait until something is so; fail with a picture if it never is."""
        try:
            self._qtbot.waitUntil(true, timeout=LONG_MS)
        except TooLong:
            picture = self.takes_a_picture("waited")
            pytest.fail(f"It never came about that {what}; see {picture}")

    def waits_until_saved(self) -> None:
        """Wait until the status line says that all is saved."""
        self.waits_until(
            lambda: self.reads("status_saved").startswith("Saved "), "all is said to be saved"
        )

    def waits_for_notice(self, words: str) -> None:
        """Wait until the status line says so."""
        self.waits_until(lambda: words in self.reads("status_notice"), f"{words!r} is said")

    def takes_a_picture(self, name: str) -> Path:
        """Save a picture of what is in front and return its file."""
        path = self.folder / f"{name}.png"
        if self._program is not None:
            self.window.grab().save(str(path))
            if self.in_front() is not self.window:
                self.in_front().grab().save(str(self.folder / f"{name}-dialog.png"))
        return path

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
        """Return the window that gets the keys; Qt hands them on to a list that popped up."""
        front = self.in_front()
        if QApplication.activeWindow() is not front:
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
        """Click `widget` through the window it is in, so that it must really lie there."""
        self._scrolls_to(widget)
        spot = widget.mapTo(widget.window(), at or widget.rect().center())
        handle = widget.window().windowHandle()
        assert handle is not None
        none = Qt.KeyboardModifier.NoModifier
        QTest.mouseClick(handle, Qt.MouseButton.LeftButton, none, spot)
        self._settle()

    def presses(self, words: str) -> None:
        """Press the button with these words."""
        self._settle()
        buttons = self.in_front().findChildren(QAbstractButton)
        found = [b for b in buttons if b.isVisible() and _plain(b.text()) == words]
        assert found, f"there is no button {words!r}"
        assert found[0].isEnabled(), f"{words!r} cannot be pressed"
        self.clicks_on(found[0])

    def answers(self, words: str) -> None:
        """Press the button with these words in the message that is shown."""
        self.message()
        self.presses(words)

    def chooses(self, name: str, words: str) -> None:
        """Open a box of choices with the mouse and take one of them with the keys."""
        box = self.finds(name, QComboBox)
        self.clicks_on(box)
        self.waits_until(lambda: QApplication.activePopupWidget() is not None, "choices are shown")
        self.keys("Home", *["Down"] * box.findText(words), "Return")
        assert box.currentText() == words

    def menu(self, *path: str) -> None:
        """Choose from the menus: officer.menu("Record", "New record")."""
        bar = self.window.menuBar()
        action = _action(bar.actions(), path[0])
        self.clicks_on(bar, bar.actionGeometry(action).center())
        for words in path[1:]:
            menu = action.menu()
            assert isinstance(menu, QMenu)
            action = self._takes(menu, words)

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
        action = _action(menu.actions(), words)
        assert action.isEnabled(), f"{words!r} cannot be chosen"
        spot = menu.actionGeometry(action).center()
        QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=spot)
        self._settle()
        return action

    def menu_words(self, menu: str) -> list[str]:
        """Return what a menu of the menu bar offers, without marks and keys."""
        self.open_record.flush()
        return [_plain(a.text()) for a in self.window.menus[menu].actions() if a.isVisible()]

    # Whole acts.

    def begins_a_record(self) -> None:
        """Press New record and wait for the form."""
        before = self.window.pane.open_record
        self.clicks("button_new")
        self.waits_until(
            lambda: self.window.pane.open_record not in (None, before), "a new record is open"
        )
        self._settle()

    def saves_file_as(self, path: Path) -> None:
        """Answer the dialog that asks where to: type the name, press Save."""
        self._names_file(path, "Save")

    def opens_file(self, path: Path) -> None:
        """Answer the dialog that asks which file: type the name, press Open."""
        self._names_file(path, "Open")

    def exports(self, button: str, path: Path) -> bytes:
        """Export by a button of the toolbar; return what was written."""
        self.clicks(button)
        self.saves_file_as(path)
        self.waits_for_notice(f"Exported to {path}")
        return path.read_bytes()

    def _names_file(self, path: Path, button: str) -> None:
        self.waits_until(lambda: self.sees("fileNameEdit"), "a file is asked for")
        self.clicks("fileNameEdit")
        self.keys("Ctrl+A")
        self.types(str(path))
        if QApplication.activePopupWidget() is not None:
            self.keys("Escape")
        self.presses(button)

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


def _action(actions: list[QAction], words: str) -> QAction:
    found = [a for a in actions if a.isVisible() and _plain(a.text()) == words]
    assert found, f"there is no {words!r} among {[_plain(a.text()) for a in actions]}"
    return found[0]


def _plain(words: str) -> str:
    """Return the words of a button or action without mark, dots and key."""
    return words.split("\t")[0].replace("&", "").rstrip("…").strip()


def label_of(widget: QWidget) -> str:
    """Return the words of the label whose buddy `widget` is, '' if there is none."""
    labels = widget.window().findChildren(QLabel)
    return next((label.text() for label in labels if label.buddy() is widget), "")
