"""The settings come back as they were put in, but for what the officer changed."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPushButton,
)
from pytestqt.qtbot import QtBot

from sendapp.services.council import CouncilSettings, Post, tidy
from sendapp.ui.folder_edit import trouble
from sendapp.ui.posts_dialog import PostsDialog
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
    _press_in(dialog, name)


def _press_in(dialog: QDialog, name: str) -> None:
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
    weighed = dialog.findChild(QCheckBox, "asked_appendices.public_interest")
    assert weighed is not None
    weighed.click()
    assert dialog.council().asked_fields[-1] == "appendices.public_interest"
    _line(dialog, "asked_clearances").setText(" Legal,Monitoring Officer , ")
    assert tidy(dialog.council()).asked_clearances == ("Legal", "Monitoring Officer")


def test_cancel_keeps_nothing(dialog: SettingsDialog, qtbot: QtBot) -> None:
    _line(dialog, "my_name").setText("Somebody else")
    with qtbot.assertNotEmitted(dialog.kept):
        _press(dialog, "settings_cancel")
    assert dialog.isHidden()


def test_the_posts_are_changed_in_a_dialog_of_their_own(
    dialog: SettingsDialog, qtbot: QtBot
) -> None:
    button = dialog.findChild(QPushButton, "settings_posts")
    assert button is not None
    assert button.text() == "Posts… (2 posts)"
    button.click()
    register = dialog.findChild(PostsDialog)
    assert register is not None
    register.editor.list.setCurrentRow(0)
    _press_in(register, "posts_remove")
    _press_in(register, "posts_keep")
    assert dialog.council().posts == COUNCIL.posts[1:]
    assert button.text() == "Posts… (1 post)"


def test_a_folder_that_is_not_there_is_said_and_stops_nobody(
    dialog: SettingsDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog.list.setCurrentRow(len(dialog.pages) - 1)
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
