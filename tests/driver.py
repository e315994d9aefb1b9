"""An officer at the real window: what they press, type, choose and see, in their words."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QMenu, QMessageBox, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from sendapp.app import Application, settings_for
from sendapp.domain.record import DecisionRecord
from sendapp.editing.open_record import OpenRecord
from sendapp.files import private_folder
from sendapp.instance import Instance
from sendapp.paths import Paths, paths_for
from sendapp.storage.database import open_database
from sendapp.storage.records import RecordStore, Stored
from sendapp.ui.theme import apply_theme
from sendapp.ui.window import Window
from sendapp.ui.window_memory import WindowMemory
from tests.hands import LONG_MS, Hands, action_called, plain_words


def at_work(request: pytest.FixtureRequest, qtbot: QtBot, tmp_path: Path) -> Iterator["Officer"]:
    """Yield an officer for one test; leave a picture of the window behind when it fails."""
    before = request.session.testsfailed
    officer = Officer(qtbot, tmp_path)
    try:
        yield officer
        if request.session.testsfailed > before:
            officer.takes_a_picture("failed")
    finally:
        officer.leaves()


class Officer(Hands):
    """Sits at one data folder, in `folder`/data, and works with keys and mouse."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        super().__init__(qtbot, folder)
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
        self.window.pane.flush()
        return self.open_record.record

    def reads(self, name: str) -> str:
        """Return the words of a label, line, button or box, '' where it cannot be seen."""
        if not self.sees(name):
            return ""
        widget = self.finds(name)
        if isinstance(widget, QComboBox):
            return widget.currentText()
        text = getattr(widget, "toPlainText", None) or widget.text  # type: ignore[attr-defined]
        return str(text())

    @override
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

    def waits_until_saved(self) -> None:
        """Wait until the status line says that all is saved."""
        self.waits_until(
            lambda: self.reads("status_saved").startswith("Saved "), "all is said to be saved"
        )

    def waits_for_notice(self, words: str) -> None:
        """Wait until the status line says so."""
        self.waits_until(lambda: words in self.reads("status_notice"), f"{words!r} is said")

    @override
    def takes_a_picture(self, name: str) -> Path:
        """Save a picture of what is in front and return its file."""
        path = self.folder / f"{name}.png"
        if self._program is not None:
            self.window.grab().save(str(path))
            if self.in_front() is not self.window:
                self.in_front().grab().save(str(self.folder / f"{name}-dialog.png"))
        return path

    # Menus and messages.

    def answers(self, words: str) -> None:
        """Press the button with these words in the message that is shown."""
        self.message()
        self.presses(words)

    def menu(self, *path: str) -> None:
        """Choose from the menus: officer.menu("Record", "New record")."""
        bar = self.window.menuBar()
        action = action_called(bar.actions(), path[0])
        self.clicks_on(bar, bar.actionGeometry(action).center())
        for words in path[1:]:
            menu = action.menu()
            assert isinstance(menu, QMenu)
            action = self._takes(menu, words)

    def menu_words(self, menu: str) -> list[str]:
        """Return what a menu of the menu bar offers, without marks and keys."""
        self.window.pane.flush()
        return [plain_words(a.text()) for a in self.window.menus[menu].actions() if a.isVisible()]

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
        if self.has_popup():
            self.keys("Escape")
        self.presses(button)
