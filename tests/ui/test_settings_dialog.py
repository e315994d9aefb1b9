"""The settings come back as they were put in, but for what the officer changed."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFileDialog, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from sendapp.services.council import CouncilSettings, Post, tidy
from sendapp.ui.folder_edit import trouble
from sendapp.ui.settings_dialog import SettingsDialog, WindowSettings

COUNCIL = CouncilSettings(
    council="Wexley Vale Borough Council",
    my_name="Ama Boateng",
    posts=(Post("Leader of the Council", "Councillor Aldous"), Post("Director of Place")),
    asked_fields=("wards", "authority"),
    asked_clearances=("Legal", "Finance"),
)


@pytest.fixture
def dialog(qtbot: QtBot) -> SettingsDialog:
    made = SettingsDialog(COUNCIL, WindowSettings("dark", 120))
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.open()
    made.activateWindow()
    return made


def _press(dialog: SettingsDialog, name: str) -> None:
    button = dialog.findChild(QPushButton, name)
    assert button is not None
    button.click()


def _line(dialog: SettingsDialog, name: str) -> QLineEdit:
    found = dialog.findChild(QLineEdit, name)
    assert found is not None
    return found


def test_untouched_settings_come_back_the_same(dialog: SettingsDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.kept) as heard:
        _press(dialog, "settings_keep")
    assert heard.args == [COUNCIL, WindowSettings("dark", 120)]
    assert dialog.isHidden()


def test_what_the_council_asks_for_is_ticked_and_typed(dialog: SettingsDialog) -> None:
    wards = dialog.findChild(QCheckBox, "asked_wards")
    contact = dialog.findChild(QCheckBox, "asked_contact")
    assert wards is not None
    assert contact is not None
    assert (wards.isChecked(), contact.isChecked()) == (True, False)
    contact.click()
    assert dialog.council().asked_fields == ("wards", "contact", "authority")
    _line(dialog, "asked_clearances").setText(" Legal,Monitoring Officer , ")
    assert tidy(dialog.council()).asked_clearances == ("Legal", "Monitoring Officer")


def test_cancel_keeps_nothing(dialog: SettingsDialog, qtbot: QtBot) -> None:
    _line(dialog, "my_name").setText("Somebody else")
    with qtbot.assertNotEmitted(dialog.kept):
        _press(dialog, "settings_cancel")
    assert dialog.isHidden()


def test_a_post_is_added_by_typing(dialog: SettingsDialog, qtbot: QtBot) -> None:
    _press(dialog, "posts_add")
    editor = dialog._posts.table.findChild(QLineEdit)
    assert editor is not None
    qtbot.waitUntil(editor.hasFocus)
    qtbot.keyClicks(editor, "Cabinet Member for Housing")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    after = (*COUNCIL.posts, Post("Cabinet Member for Housing"))
    qtbot.waitUntil(lambda: dialog.council().posts == after)
    assert dialog.isVisible()


def test_the_chosen_post_is_removed(dialog: SettingsDialog) -> None:
    table = dialog._posts.table
    button = dialog.findChild(QPushButton, "posts_remove")
    assert button is not None
    assert not button.isEnabled()
    table.selectRow(0)
    button.click()
    assert dialog.council().posts == COUNCIL.posts[1:]


def test_a_fault_in_the_posts_is_said_beside_them_and_holds_the_dialog(
    dialog: SettingsDialog, qtbot: QtBot
) -> None:
    dialog._posts.show_posts([*COUNCIL.posts, Post("leader of the council", "Another")])
    with qtbot.assertNotEmitted(dialog.kept):
        _press(dialog, "settings_keep")
    problem = dialog.findChild(QLabel, "posts_problem")
    assert problem is not None
    assert problem.isVisible()
    assert "twice" in problem.text()
    dialog._posts.table.selectRow(2)
    _press(dialog, "posts_remove")
    assert problem.isHidden()


def test_a_folder_that_is_not_there_is_said_and_stops_nobody(
    dialog: SettingsDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    line = _line(dialog, "second_backup_folder")
    line.setText(str(tmp_path / "unplugged"))
    line.editingFinished.emit()
    problem = dialog.findChild(QLabel, "second_backup_folder_problem")
    assert problem is not None
    assert problem.isVisible()
    with qtbot.waitSignal(dialog.kept) as heard:
        _press(dialog, "settings_keep")
    assert heard.args[0].second_backup_folder == str(tmp_path / "unplugged")


def test_a_folder_is_chosen_without_blocking(dialog: SettingsDialog, tmp_path: Path) -> None:
    _press(dialog, "export_folder_choose")
    chooser = dialog.findChild(QFileDialog, "choose_folder")
    assert chooser is not None
    chooser.fileSelected.emit(str(tmp_path))
    chooser.reject()
    assert dialog.council().export_folder == str(tmp_path)


def test_what_is_wrong_with_a_folder(tmp_path: Path) -> None:
    assert trouble("", written=True) == ""
    assert trouble(str(tmp_path), written=True) == ""
    assert "full path" in trouble("exports", written=True)
    assert "not there" in trouble(str(tmp_path / "no"), written=False)
