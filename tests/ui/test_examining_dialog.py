"""Help, Check this database: what the officer sees of it."""

import sqlite3
from contextlib import closing

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QListWidget

from tests.driver import Officer
from tests.ui.test_window_reach import unnamed


def examined(officer: Officer) -> str:
    officer.menu("Help", "Check this database")
    officer.waits_until(lambda: officer.sees("examining_figures"), "the figures are shown")
    return officer.finds("examining_verdict", QLabel).text()


def test_a_sound_file_is_said_so_with_its_figures(officer: Officer) -> None:
    officer.starts()
    assert examined(officer) == "Nothing is wrong. Everything was looked at."
    assert "Records: 0" in officer.finds("examining_figures", QLabel).text()
    dialog = officer.finds("examining")
    assert unnamed(dialog) == []
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    officer.waits_until(lambda: not officer.sees("examining"), "it is closed")


def test_what_was_changed_is_listed_and_copied(officer: Officer) -> None:
    officer.starts()
    officer.begins_a_record()
    officer.waits_until_saved()
    with closing(sqlite3.connect(officer.paths.database)) as outside:
        outside.execute("update records set notes = 'paid'")
        outside.commit()
    assert "wrong" in examined(officer)
    faults = officer.finds("examining_faults", QListWidget)
    said = [faults.item(row).text() for row in range(faults.count())]
    assert any("“Notes" in text for text in said), said
    officer.clicks("examining_copy")
    assert said[0] in QGuiApplication.clipboard().text()
