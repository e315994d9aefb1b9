"""Nothing is clipped in a small window, at any size of text, in either theme."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QScrollBar,
    QWidget,
)

from sendapp.domain.interchange import to_json
from sendapp.domain.sealing import code_of, shown_code
from sendapp.domain.standing import STANDINGS
from sendapp.ui.panels import Panels
from sendapp.ui.settings_dialog import SettingsDialog
from tests.driver import Officer
from tests.factory import a_full_record, a_record, items

SMALL = (1_280, 720)
WHOLE = (QAbstractButton, QLineEdit, QComboBox)
"""What must have the room it asks for, not only its least."""


def clipped(top: QWidget) -> list[str]:
    """Return the widgets in `top` that have less room than they need, and bars across."""
    found = []
    for widget in top.findChildren(QWidget):
        if not widget.isVisible() or widget.window() is not top or _is_qts_own(widget):
            continue
        called = f"{type(widget).__name__} {widget.objectName()!r} {_words(widget)!r}"
        has, least, asked = widget.size(), widget.minimumSizeHint(), widget.sizeHint()
        if isinstance(widget, QScrollBar):
            if widget.orientation().name == "Horizontal" and widget.maximum() > 0:
                found.append(f"a bar across in {widget.parentWidget().parentWidget()}")
        elif has.width() < least.width() or has.height() < least.height():
            found.append(f"{called} has {has.toTuple()}, needs {least.toTuple()}")
        elif isinstance(widget, QAbstractButton) and has.width() < asked.width():
            found.append(f"{called} is {has.width()} wide, asks for {asked.width()}")
        elif isinstance(widget, WHOLE) and has.height() < asked.height():
            found.append(f"{called} is {has.height()} high, asks for {asked.height()}")
        elif isinstance(widget, QLabel) and widget.wordWrap():
            high = widget.heightForWidth(has.width())
            if has.height() < high:
                found.append(f"{called} is {has.height()} high, its lines need {high}")
        found += _outside(widget, called)
    return found


def _is_qts_own(widget: QWidget) -> bool:
    """Whether Qt sizes a part by other rules: icons within a line, a table's head."""
    return isinstance(widget.parentWidget(), QLineEdit) or isinstance(widget, QHeaderView)


def _outside(widget: QWidget, called: str) -> list[str]:
    """Say if `widget` sticks out of the one around it at the side, where nothing scrolls."""
    around = widget.parentWidget()
    if around is None or isinstance(around.parentWidget(), QAbstractScrollArea):
        return []
    if isinstance(around, Panels) or around.objectName() == "main_tools":
        return []
    if widget.geometry().right() > around.rect().right() + 1:
        return [f"{called} sticks out of {type(around).__name__} {around.objectName()!r}"]
    return []


def _words(widget: QWidget) -> str:
    text = getattr(widget, "text", None)
    return (
        str(text())[:40] if callable(text) and not isinstance(widget, QAbstractScrollArea) else ""
    )


def shows_each_panel(officer: Officer) -> Iterator[str]:
    """Yield after each arrangement of the panels that can be shown in this window."""
    for panel in ("register", "pages", "record"):
        officer.window.panels.show_aside(panel)
        QApplication.processEvents()
        officer.takes_a_picture(f"panel-{panel}")
        yield panel


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("text_size", [100, 150, 200])
def test_nothing_is_clipped_in_a_small_window(officer: Officer, theme: str, text_size: int) -> None:
    officer.starts(*SMALL)
    officer.window.settings.choose_theme(theme)
    officer.window.settings.choose_text_size(text_size)
    QApplication.processEvents()
    found = [
        f"welcome, {panel}: {one}"
        for panel in shows_each_panel(officer)
        for one in clipped(officer.window)
    ]
    path = officer.folder / "full.json"
    path.write_text(to_json(a_full_record()), encoding="utf-8")
    officer.window.records.bring_in_files([str(path)])
    officer.waits_until(lambda: officer.window.pane.form is not None, "the record is open")
    form = officer.window.pane.form
    assert form is not None
    form.open_more()
    officer.waits_for_notice("The record has been imported.")
    for panel in shows_each_panel(officer):
        found += [f"{panel}: {one}" for one in clipped(officer.window)]
    assert officer.window.size().toTuple() == SMALL
    assert found == [], "\n".join(found)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("text_size", [100, 150, 200])
def test_the_checks_are_not_clipped_in_a_small_window(
    officer: Officer, theme: str, text_size: int
) -> None:
    officer.starts(*SMALL)
    officer.window.settings.choose_theme(theme)
    officer.window.settings.choose_text_size(text_size)
    path = officer.folder / "wrong.json"
    wrong = replace(a_full_record(), reasons=items("<p>N/A</p>"), decision_maker_interest="yes")
    path.write_text(to_json(wrong), encoding="utf-8")
    officer.window.records.bring_in_files([str(path)])
    officer.waits_until(lambda: bool(officer.reads("status_law")), "the record is checked")
    officer.waits_for_notice("The record has been imported.")
    officer.keys("F8")
    model = officer.window.checks.model
    found = []
    for row in range(model.rowCount()):
        officer.window.checks.list.setCurrentIndex(model.index(row))
        for _ in range(3):
            # Words that wrap get their height in a second pass.
            QApplication.processEvents()
        found += [f"row {row}: {one}" for one in clipped(officer.window)]
    officer.takes_a_picture("checks")
    assert model.rowCount() > 4
    assert officer.window.size().toTuple() == SMALL
    assert found == [], "\n".join(found)
    officer.clicks("check_aside")
    officer.waits_until(lambda: officer.sees("set_aside_reason"), "a reason is asked for")
    assert clipped(officer.in_front()) == []


@pytest.mark.parametrize("text_size", [100, 200])
def test_the_settings_fit_a_small_screen(officer: Officer, text_size: int) -> None:
    officer.starts(*SMALL)
    officer.window.settings.choose_text_size(text_size)
    officer.window.settings.open()
    officer.waits_until(lambda: officer.sees("council_name"), "the settings are shown")
    dialog = officer.in_front()
    assert isinstance(dialog, SettingsDialog)
    found = []
    for row, page in enumerate(dialog.pages):
        dialog.list.setCurrentRow(row)
        for _ in range(3):
            # Words that wrap get their height in a second pass.
            QApplication.processEvents()
        officer.takes_a_picture(f"settings-{row}")
        found += [f"{page.words}: {one}" for one in clipped(dialog)]
    assert found == [], "\n".join(found)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("text_size", [100, 150, 200])
def test_the_dialogs_of_signed_paper_fit_a_small_screen(
    officer: Officer, theme: str, text_size: int
) -> None:
    officer.starts(*SMALL)
    officer.window.settings.choose_theme(theme)
    officer.window.settings.choose_text_size(text_size)
    path = officer.folder / "full.json"
    path.write_text(to_json(a_full_record()), encoding="utf-8")
    officer.window.records.bring_in_files([str(path)])
    officer.waits_until(lambda: officer.window.pane.form is not None, "the record is open")
    found = []
    for address in (
        "reasons[0]",
        "appendices[0].title",
        "appendices[0].paragraphs",
        "conflicts[1]",
    ):
        officer.window.correcting.ask(address)
        officer.waits_until(lambda: officer.sees("correct_reason"), "a correction is asked for")
        found += [f"{address}: {one}" for one in clipped(as_small(officer))]
        officer.takes_a_picture(f"correct-{len(found)}")
        officer.keys("Escape")
        officer.waits_until(lambda: officer.in_front() is officer.window, "it is closed")
    for code in (shown_code(code_of(a_full_record())), "7K2M"):
        officer.window.codes.ask()
        officer.types(f"{code}\n")
        seen = "code_claim_0" if len(code) > 4 else "code_fault"
        officer.waits_until(lambda s=seen: officer.sees(s), "it is answered")
        found += [f"{code}: {one}" for one in clipped(as_small(officer))]
        officer.keys("Escape")
        officer.waits_until(lambda: officer.in_front() is officer.window, "it is closed")
    assert found == [], "\n".join(found)


def as_small(officer: Officer) -> QWidget:
    """Make the dialog in front as small as the screen would; return it."""
    dialog = officer.in_front()
    dialog.resize(min(dialog.width(), SMALL[0] * 9 // 10), min(dialog.height(), SMALL[1] * 9 // 10))
    for _ in range(3):
        # Words that wrap get their height in a second pass.
        QApplication.processEvents()
    return dialog


@pytest.mark.parametrize("text_size", [100, 200])
def test_many_states_leave_room_for_two_records(officer: Officer, text_size: int) -> None:
    officer.starts(*SMALL)
    window = officer.window
    window.settings.choose_text_size(text_size)
    for title in ("The quay", "The ferry"):
        officer.program.desk.take_in(a_record(title=title)).result(30)
    window.register_desk.refresh()
    officer.waits_until(lambda: window.register.shown() == 2, "both are listed")
    if not window.panels.shows("register"):
        officer.keys("F6")
    window.register.show_counts({standing: 1 for standing, _ in STANDINGS}, 3)
    records = window.register.records
    second = records.model().index(1, 0)
    officer.waits_until(lambda: clipped(window) == [], "nothing is clipped")
    assert records.viewport().rect().contains(records.visualRect(second))
