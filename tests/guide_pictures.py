"""Make the guide's pictures by driving the real window: python -m tests.guide_pictures [FOLDER]."""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QEventLoop, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPushButton, QWidget

from sendapp.app import Application
from sendapp.domain.comparing import differences
from sendapp.domain.interchange import to_json
from sendapp.domain.profile import Profile
from sendapp.domain.record import DecisionRecord, new_id
from sendapp.files import private_folder
from sendapp.instance import Instance
from sendapp.paths import guide, paths_for
from sendapp.services.council import CouncilSettings
from sendapp.ui.settings_dialog import SettingsDialog
from sendapp.ui.theme import apply_theme
from sendapp.ui.window import Window
from tests.factory import a_record, items

SIZE = (1_200, 760)
_LONG_S = 30
_SAVED = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)

RECORD = a_record(
    title="Resurfacing of Tanner’s Quay",
    decisions=items(
        "<p>The resurfacing of Tanner’s Quay, from the slipway to the crane.</p>",
        "<p>A contract for the work on the quay, not above £84,000.</p>",
    ),
)
UNTIDY = a_record(
    title="The council's  quay",
    decisions=items("<p>1. To begin the work on the 1st of May .</p>"),
    reasons=items("<p>The setts have sunk between 2019 - 2024...</p>"),
)


MISSPELT = a_record(
    title="Resurfacing of Tanner’s Quay",
    reasons=items("<p>The setts have sunk, and the harbour comittee recieves complaints.</p>"),
)


READY = replace(RECORD, status="ready", date_of_decision="", decision_maker_interest="no")
DECIDED = replace(READY, status="decided", date_of_decision="2026-03-02")


def form_of(window: Window) -> QWidget:
    """A record on its form."""
    return window.pane


def finding(window: Window) -> QWidget:
    """Words that are found, with the line to replace them by."""
    window.acts["replace"].trigger()
    window.pane.find_bar.line.setText("quay")
    window.pane.find_bar.by.setText("wharf")
    return window.pane


def tidying(window: Window) -> QWidget:
    """What Tidy would change."""
    window.acts["tidy"].trigger()
    _settle(lambda: bool(window.findChildren(QDialog, "tidy")))
    return window.findChildren(QDialog, "tidy")[0]


def misspelt(window: Window) -> QWidget:
    """Misspelt words on the form."""
    form = window.pane.form
    assert form is not None
    texts = [text for text in form.texts() if text.address == "reasons[0]"]
    _settle(lambda: len(texts[0].editor.marks.spans("spelling")) == 2)
    form.reveal("reasons[0]")
    return window.pane


def choosing_a_phrase(window: Window) -> QWidget:
    """The list of phrases over the form."""
    assert window.pane.form is not None
    window.pane.form.reveal("decisions[1]")
    window.acts["phrase"].trigger()
    _settle(lambda: QApplication.activePopupWidget() is not None)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    return popup


def history_of(window: Window) -> QWidget:
    """Two drafts that were sent round, and what changed between them."""
    open_record = window.pane.open_record
    assert open_record is not None
    window.acts["history"].trigger()
    _circulate(window, "Legal", 1)
    before = open_record.record
    open_record.set("title", "Resurfacing of Tanner’s Quay and Slip")
    _circulate(window, "Finance", 2)
    shown = window.history.list
    _settle(lambda: len(shown.versions()) == 2)
    stamped = [replace(each, at=_SAVED.isoformat(), who="Ines Coyle") for each in shown.versions()]
    _settle(lambda: bool(shown.versions()))
    window.history.show_versions(stamped, _SAVED.date())
    _settle(lambda: True)
    shown.setCurrentRow(1)
    window.history.show_differences(differences(before, open_record.record))
    _settle(lambda: window.history.changes.findChild(QWidget, "back_title") is not None)
    return window.side


def carried_over(window: Window) -> QWidget:
    """A record that was started from another, with its marks."""
    window.acts["copy"].trigger()
    _settle(lambda: bool(window.pane.open_record and window.pane.open_record.record.carried))
    _settle(lambda: window.pane.banner.isVisible())
    return window.pane


def at_its_head(window: Window) -> QWidget:
    """A record that is ready for signature, with what comes next."""
    assert window.pane.form is not None
    _settle(lambda: window.pane.form is not None and window.pane.form.bar.next.isVisible())
    return window.pane


def publishing(window: Window) -> QWidget:
    """What publishing asks, with the days of call-in counted."""
    at_its_head(window)
    window.acts["next_step"].trigger()
    _settle(lambda: bool(window.findChildren(QDialog, "step_dialog")))
    dialog = window.findChildren(QDialog, "step_dialog")[0]
    line = dialog.findChild(QLineEdit, "step_draft_list_published")
    assert line is not None
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "3 March 2026")
    QTest.keyClick(line, Qt.Key.Key_Tab)
    return dialog


def settings_page(page: int) -> Callable[[Window], QWidget]:
    """Return what shows a page of the settings, as a council may have set them."""

    def show(window: Window) -> QWidget:
        window.acts["settings"].trigger()
        _settle(lambda: bool(window.findChildren(SettingsDialog)))
        dialog = window.findChildren(SettingsDialog)[0]
        dialog.show_council(CouncilSettings(profile=Profile(series="CMD/{year}/{number:03}")))
        dialog.list.setCurrentRow(page)
        dialog.resize(860, 620)
        _settle(dialog.isVisible)
        return dialog

    return show


def due_today(window: Window) -> QWidget:
    """Two decisions that wait to be published."""
    window.records.take_in(replace(DECIDED, id=new_id(), title="Opening hours of the library"))
    window.today_desk.today = lambda: date(2026, 3, 6)
    _settle(lambda: window.register.shown() == 2)
    window.acts["today"].trigger()
    _settle(lambda: window.today.model.rowCount() == 3)
    return window.pane


def _circulate(window: Window, to: str, number: int) -> None:
    window.acts["circulate"].trigger()
    _settle(lambda: bool(window.findChildren(QDialog, "circulate")))
    dialog = window.findChildren(QDialog, "circulate")[0]
    line = dialog.findChild(QLineEdit, "circulate_to")
    assert line is not None
    line.setText(to)
    button = dialog.findChild(QPushButton, "circulate_only")
    assert button is not None
    button.click()
    open_record = window.pane.open_record
    assert open_record is not None
    _settle(lambda: len(open_record.record.circulations) == number)


PICTURES: dict[str, tuple[DecisionRecord, Callable[[Window], QWidget]]] = {
    "form.png": (RECORD, form_of),
    "find.png": (RECORD, finding),
    "tidy.png": (UNTIDY, tidying),
    "spelling.png": (MISSPELT, misspelt),
    "phrase.png": (RECORD, choosing_a_phrase),
    "history.png": (RECORD, history_of),
    "carried.png": (RECORD, carried_over),
    "steps.png": (READY, at_its_head),
    "publishing.png": (DECIDED, publishing),
    "today.png": (DECIDED, due_today),
    "settings-call-in.png": (RECORD, settings_page(2)),
    "settings-numbers.png": (RECORD, settings_page(5)),
}
"""Each picture's file, the record it shows, and what is done and shown."""


def make_all(folder: Path) -> list[Path]:
    """Make every picture of the guide in `folder`; return their files."""
    app = QApplication.instance() or QApplication(["guide"])
    assert isinstance(app, QApplication)
    return [_make(app, name, folder / name) for name in PICTURES]


def _make(app: QApplication, name: str, file: Path) -> Path:
    record, show = PICTURES[name]
    with tempfile.TemporaryDirectory(prefix="sendapp-guide-") as data:
        paths = paths_for(Path(data) / "data")
        private_folder(paths.data)
        settings = QSettings(str(paths.data / "window.ini"), QSettings.Format.IniFormat)
        apply_theme(app, "light", 100)
        instance = Instance(paths, app)
        assert instance.hold(), "the folder of the pictures is in use"
        program = Application(paths, settings, instance)
        window = program.window
        try:
            window.resize(*SIZE)
            program.show()
            source = Path(data) / "record.json"
            source.write_text(to_json(record), encoding="utf-8")
            window.records.bring_in_files([str(source)])
            _settle(lambda: window.pane.form is not None)
            window.settings.choose_theme("light")
            shown = show(window)
            _settle(lambda: shown.isVisible())
            window.status.show_saved(_SAVED)
            assert shown.grab().save(str(file)), f"{file} could not be written"
        finally:
            for dialog in window.findChildren(QDialog):
                dialog.hide()
            window.hide()
            program.close()
            instance.deleteLater()
            window.deleteLater()
            app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return file


def _settle(true: Callable[[], bool]) -> None:
    """Let the window do what was asked for, until it has come about."""
    latest = time.monotonic() + _LONG_S
    while not true():
        assert time.monotonic() < latest, "the window did not come to show it"
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)
    for _ in range(5):
        QApplication.processEvents()


if __name__ == "__main__":
    chosen = Path(sys.argv[1]) if len(sys.argv) > 1 else guide() / "pictures"
    for made in make_all(chosen):
        sys.stdout.write(f"{made}\n")
