"""Help, Check this database: what the officer sees of it."""

import sqlite3
from contextlib import closing

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QListWidget

from tests.driver import Officer

__all__ = ["officer"]


def examined(officer: Officer) -> str:
    officer.menu("Help", "Check this database")
    officer.waits_until(lambda: officer.sees("examining_figures"), "the figures are shown")
    return officer.finds("examining_verdict", QLabel).text()


def test_a_sound_file_is_said_so_with_its_figures(officer: Officer) -> None:
    officer.starts()
    assert examined(officer) == "Nothing is wrong. Everything was looked at."
    assert "Records: 0" in officer.finds("examining_figures", QLabel).text()
    officer.keys("Escape")
    officer.waits_until(lambda: officer.in_front() is officer.window, "it is closed")


def test_what_was_changed_is_listed_and_copied(officer: Officer) -> None:
    officer.starts()
    officer.clicks("button_new")
    officer.waits_until(lambda: officer.sees("title"), "the record is open")
    officer.waits_until_saved()
    with closing(sqlite3.connect(officer.folder / "records.db")) as outside:
        outside.execute("update records set notes = 'paid'")
        outside.commit()
    assert "wrong" in examined(officer)
    faults = officer.finds("examining_faults", QListWidget)
    said = [faults.item(row).text() for row in range(faults.count())]
    assert any("“Notes" in text for text in said), said
    officer.clicks("examining_copy")
    assert said[0] in QGuiApplication.clipboard().text()
    officer.keys("Escape")
