"""What is there again after the program was closed, and who else may have it open."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from sendapp.domain.record import Urgency
from sendapp.errors import InUse
from sendapp.instance import Instance
from tests.driver import Officer

ROOT = Path(__file__).resolve().parents[2]


def test_the_window_comes_back_where_it_was_with_its_record(officer: Officer) -> None:
    officer.starts(700, 600)
    officer.begins_a_record()
    officer.types("The last one")
    officer.waits_until_saved()
    officer.window.resize(790, 620)
    officer.closes()
    officer.starts(0)
    officer.waits_until(lambda: officer.reads("title") == "The last one", "the record is back")
    assert (officer.window.width(), officer.window.height()) == (790, 620)
    assert officer.reads("status_saved").startswith("Saved ")


def test_a_record_that_is_in_the_bin_is_not_opened_again(officer: Officer) -> None:
    officer.starts()
    officer.begins_a_record()
    officer.types("Binned")
    officer.keys("Ctrl+Shift+B")
    officer.waits_for_notice("The record is in the bin.")
    officer.starts_again()
    assert officer.sees("welcome")


def test_a_date_that_cannot_be_read_stays_as_typed(officer: Officer) -> None:
    officer.starts()
    officer.begins_a_record()
    officer.types_into("date_of_decision", "the Tuesday after Easter")
    officer.keys("Tab")
    assert officer.sees("date_of_decision_note")
    assert officer.record.date_of_decision == ""
    officer.waits_until_saved()
    officer.starts_again()
    assert officer.reads("date_of_decision") == "the Tuesday after Easter"
    officer.clicks("date_of_decision")
    officer.keys("Ctrl+A")
    officer.types("7 April 2026")
    officer.keys("Tab")
    assert not officer.sees("date_of_decision_note")
    officer.waits_until_saved()
    officer.starts_again()
    assert officer.record.date_of_decision == "2026-04-07"
    assert officer.reads("date_of_decision") == "7 April 2026"


def test_what_was_typed_just_before_closing_is_kept(officer: Officer) -> None:
    officer.starts()
    officer.begins_a_record()
    officer.types("Title")
    officer.types_into("decisions[0].text", "Words typed just before")
    officer.closes()
    (stored,) = officer.kept().values()
    assert stored.record.decisions[0].text == "<p>Words typed just before</p>"


def test_settings_are_kept_and_used(officer: Officer) -> None:
    exports = officer.folder / "exports"
    exports.mkdir()
    officer.starts()
    officer.menu("Record", "Settings")
    officer.waits_until(lambda: officer.sees("council_name"), "the settings are shown")
    officer.types_into("council_name", "Marlhaven Borough Council")
    officer.chooses_line("settings_pages", "This computer")
    officer.chooses("theme", "Dark")
    officer.chooses("text_size", "150 %")
    officer.types_into("export_folder", str(exports))
    officer.presses("Save settings")
    officer.waits_for_notice("Settings saved.")
    officer.starts_again()
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    assert app.palette().window().color().lightness() < 100
    assert officer.window.acts["new"].isVisible()
    officer.begins_a_record()
    assert officer.record.council == "Marlhaven Borough Council"
    officer.types("Quay")
    officer.clicks("button_word")
    officer.waits_until(lambda: officer.sees("fileNameEdit"), "a file is asked for")
    name = officer.finds("fileNameEdit", QLineEdit).text()
    officer.keys("Return")
    officer.waits_for_notice("Exported to")
    assert [path.name for path in exports.iterdir()] == [name]


def test_theme_and_text_size_are_chosen_in_the_view_menu(officer: Officer) -> None:
    officer.starts()
    before = officer.window.fontMetrics().height()
    officer.menu("View", "Text size", "200 %")
    assert officer.window.fontMetrics().height() > 1.7 * before
    officer.menu("View", "Theme", "Dark")
    officer.starts_again()
    assert officer.window.fontMetrics().height() > 1.7 * before
    assert officer.window.palette().window().color().lightness() < 100


def test_a_second_start_raises_the_first_window(officer: Officer) -> None:
    officer.starts()
    officer.window.showMinimized()
    argv = [sys.executable, "main.py", "--data", str(officer.paths.data)]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(
        argv, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    ) as second:
        officer.waits_until(lambda: second.poll() is not None, "the second start ended")
        assert second.stdout is not None
        said = second.stdout.read().decode()
    assert second.returncode == 0, said
    assert not officer.window.isMinimized()


HOLDER = """
import json, sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QLockFile
lock = QLockFile(sys.argv[1])
lock.setStaleLockTime(0)
assert lock.tryLock(0)
print("held", flush=True)
sys.stdin.read()
"""


def test_records_that_are_open_elsewhere_say_by_whom_and_since_when(officer: Officer) -> None:
    officer.starts()
    officer.closes()
    who = {"user": "asha", "computer": "PLACE-17", "since": "2026-03-02T09:15+00:00"}
    officer.paths.lock.with_suffix(".who.json").write_text(json.dumps(who), encoding="utf-8")
    argv = [sys.executable, "-c", HOLDER, str(officer.paths.lock)]
    with subprocess.Popen(argv, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        assert other.stdin is not None
        assert other.stdout.readline() == b"held\n"
        instance = Instance(officer.paths)
        with pytest.raises(InUse, match="by asha on PLACE-17 since 09:15 on 2 March 2026") as told:
            instance.hold()
        assert "--data" in told.value.hint
        other.stdin.close()


def test_the_wheel_changes_nothing_that_has_not_the_keyboard(officer: Officer) -> None:
    officer.starts()
    officer.begins_a_record()
    officer.open_record.insert("urgency", 0, Urgency())
    officer.presses("More about this decision")
    box = officer.finds("urgency[0].kind")
    for _ in range(3):
        at = QPointF(box.rect().center())
        event = QWheelEvent(
            at,
            QPointF(box.mapToGlobal(box.rect().center())),
            QPoint(),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(box, event)
    assert officer.record.urgency[0].kind == ""
