"""Everything can be reached and heard without a mouse and without seeing it."""

import sys
from itertools import pairwise

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from sendapp.domain.interchange import to_json
from sendapp.domain.record import DecisionRecord
from sendapp.ui.page_view import PageView
from tests.driver import Officer
from tests.factory import a_full_record

MOST_STOPS = 300
DRAFT = a_full_record(
    status="draft", date_of_decision="", draft_list_published="", confirmed_list_published=""
)
"""A record of which every field can be typed into."""


def with_full_record(officer: Officer, record: DecisionRecord = DRAFT) -> Officer:
    """Start, with a record open in which every field is filled in and every field shown."""
    officer.starts()
    path = officer.folder / "full.json"
    path.write_text(to_json(record), encoding="utf-8")
    officer.menu("Record", "Import records")
    officer.opens_file(path)
    officer.waits_until(lambda: officer.window.pane.form is not None, "the record is open")
    officer.presses("More about this decision")
    officer.waits_until(lambda: bool(officer.reads("status_law")), "the record is checked")
    return officer


def unnamed(top: QWidget) -> list[str]:
    """Return the widgets in `top` that take the focus, and what a screen reader lacks of them."""
    lacking = []
    for widget in top.findChildren(QWidget):
        if not widget.isVisible() or widget.focusPolicy() == Qt.FocusPolicy.NoFocus:
            continue
        if widget.focusProxy() is not None:
            continue
        heard = QAccessible.queryAccessibleInterface(widget)
        called = f"{type(widget).__name__} {widget.objectName()!r}"
        if heard is None or not heard.text(QAccessible.Text.Name).strip():
            lacking.append(f"{called} has no name")
        # A view that paints itself is a client area to Qt, which has no other role for it.
        elif heard.role() == QAccessible.Role.NoRole or (
            heard.role() == QAccessible.Role.Client and not isinstance(widget, PageView)
        ):
            lacking.append(f"{called} has no role")
    return lacking


def tabbed_through(officer: Officer, key: str = "Tab") -> list[QWidget]:
    """Press Tab until it comes round to where it began; return what it went through."""
    officer.focused()
    begun = QApplication.focusWidget()
    gone: list[QWidget] = []
    for _ in range(MOST_STOPS):
        officer.keys(key)
        here = QApplication.focusWidget()
        assert here is not None, f"{key} leads nowhere from {gone[-1:]}"
        gone.append(here)
        if here is begun:
            return gone
    names = [widget.objectName() for widget in gone[-6:]]
    pytest.fail(f"{key} never comes round; it ends in {names}")


def reachable(top: QWidget) -> set[str]:
    return {
        widget.objectName() or type(widget).__name__
        for widget in top.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        and widget.window() is top
    }


def names_of(widgets: list[QWidget]) -> set[str]:
    return {widget.objectName() or type(widget).__name__ for widget in widgets}


def test_everything_that_takes_the_keyboard_has_a_name_and_a_role(officer: Officer) -> None:
    assert unnamed(officer.starts().window) == []
    officer.leaves()
    assert unnamed(with_full_record(officer).window) == []


def with_findings(officer: Officer) -> Officer:
    """Start, with a record open in which the checks find things, and the panel shown."""
    with_full_record(officer)
    officer.clicks("reasons[0].text")
    officer.keys("Ctrl+End", "Return")
    officer.types("See attached.")
    model = officer.window.checks.model

    def is_found() -> bool:
        found = map(model.finding_at, map(model.index, range(model.rowCount())))
        return "Says nothing itself" in [each.title for each in found if each is not None]

    officer.waits_until(is_found, "what was typed is found")
    officer.keys("F8")
    officer.waits_until(lambda: officer.sees("check_go"), "a finding is chosen")
    return officer


def test_the_checks_have_names_and_a_way_round_with_tab(officer: Officer) -> None:
    with_findings(officer)
    assert unnamed(officer.window) == []
    forth = tabbed_through(officer)
    assert {"findings", "check_go", "side_tabs"} <= names_of(forth)
    back = tabbed_through(officer, "Shift+Tab")
    assert [id(widget) for widget in back[:-1]] == [id(widget) for widget in forth[-2::-1]]


def test_the_findings_are_heard_one_by_one(officer: Officer) -> None:
    with_findings(officer)
    heard = QAccessible.queryAccessibleInterface(officer.finds("findings"))
    assert heard is not None
    said = [heard.child(n).text(QAccessible.Text.Name) for n in range(heard.childCount())]
    assert said[0].startswith("Looks wrong: ")
    assert any("Says nothing itself. Reason 2. This reason" in text for text in said)


@pytest.mark.parametrize(
    "opens",
    [
        "Settings",
        "Posts",
        "About Decision records",
        "Empty the bin",
        "link",
        "print",
        "problem",
        "reason",
        "Find by code on paper",
        "reasons[1]",
        "appendices[1]",
    ],
)
def test_every_dialog_has_names_and_a_way_round_with_tab(officer: Officer, opens: str) -> None:
    corrects = opens in ("reasons[1]", "appendices[1]")
    with_full_record(officer, a_full_record() if corrects else DRAFT)
    match opens:
        case "Settings" | "Posts" | "Find by code on paper":
            officer.menu("Record", opens)
        case "Phrases":
            officer.menu("Edit", opens)
        case "About Decision records":
            officer.menu("Help", opens)
        case "Empty the bin":
            officer.window.records.empty_bin()
        case "link":
            officer.clicks("reasons[0].text")
            officer.keys("Ctrl+K")
        case "print":
            officer.clicks("button_print")
        case "reason":
            officer.leaves()
            with_findings(officer)
            officer.clicks("check_aside")
        case "reasons[1]" | "appendices[1]":
            officer.window.correcting.ask(opens)
        case "problem":
            officer.window.records.bring_in_files([str(officer.folder / "not there.json")])
    officer.waits_until(lambda: officer.in_front() is not officer.window, "a dialog is open")
    dialog = officer.in_front()
    if opens == "print":
        # Qt's own preview; its view takes Tab and has no name of its own.
        dialog.close()
        return
    assert unnamed(dialog) == []
    officer.keys("Tab")
    tabbed_through(officer)
    officer.keys("Escape")
    officer.waits_until(lambda: officer.in_front() is officer.window, "the dialog is closed")


def test_tab_goes_round_through_everything_forth_and_back(officer: Officer) -> None:
    with_full_record(officer)
    officer.waits_until(lambda: officer.sees("page_fit"), "pages are shown, with their buttons")
    officer.clicks("title")
    forth = tabbed_through(officer)
    back = tabbed_through(officer, "Shift+Tab")
    radios = {name for name in reachable(officer.window) if is_radio(officer.window, name)}
    assert reachable(officer.window) - names_of(forth) - radios == set()
    assert len(forth) == len(set(map(id, forth)))
    assert [id(widget) for widget in back[:-1]] == [id(widget) for widget in forth[-2::-1]]


def is_radio(top: QWidget, name: str) -> bool:
    found = top.findChild(QWidget, name)
    return found is not None and found.inherits("QRadioButton")


def test_tab_goes_through_the_fields_in_reading_order(officer: Officer) -> None:
    with_full_record(officer)
    form = officer.window.pane.form
    assert form is not None
    form.reveal("status")
    inside = [w for w in tabbed_through(officer) if form.isAncestorOf(w)]
    inside.insert(0, inside.pop())
    page = form.widget()
    tops = [widget.mapTo(page, widget.rect().topLeft()).y() for widget in inside]
    behind = [
        f"{a.objectName()} before {b.objectName()}"
        for (a, ya), (b, yb) in pairwise(zip(inside, tops, strict=True))
        if yb < ya - max(a.height(), b.height())
    ]
    assert behind == []


def test_a_void_call_into_qt_leaves_none_alone(qtbot: QtBot) -> None:
    thing = QObject()
    widget = QWidget()
    qtbot.addWidget(widget)
    before = sys.getrefcount(None)
    for _ in range(1_000):
        thing.setObjectName("x")
        widget.update()
        widget.setToolTip("y")
    assert abs(sys.getrefcount(None) - before) < 50


@pytest.mark.parametrize("width", [1_440, 1_100])
def test_the_register_is_a_key_and_a_menu_away_whatever_has_room(
    officer: Officer, width: int
) -> None:
    officer.starts(width, 900)
    officer.begins_a_record()
    records = officer.window.register.records
    officer.waits_until(lambda: records.model().rowCount() == 1, "the record is in the register")
    assert "Register" in officer.menu_words("View")
    officer.clicks("title")
    officer.keys("F6")
    assert officer.focused() == "register_records"


def test_a_first_start_with_large_text_shows_the_welcome(officer: Officer) -> None:
    officer.starts(1_280, 720)
    officer.window.settings.choose_text_size(200)
    officer.closes()
    officer.starts(1_280, 720)
    officer.waits_until(lambda: officer.sees("welcome_new"), "the welcome is shown")
