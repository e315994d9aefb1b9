"""The head of the record and the dialogs of steps: reached, heard, and nothing clipped."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from sendapp.domain.interchange import to_json
from sendapp.domain.versions import Why
from sendapp.ui.register_model import Role
from tests.driver import Officer, at_work
from tests.factory import a_record
from tests.journeys.stepping import stands_at
from tests.ui.test_window_reach import names_of, reachable, tabbed_through, unnamed
from tests.ui.test_window_sizes import SMALL, clipped

THEMES = pytest.mark.parametrize("theme", ["light", "dark"])
SIZES = pytest.mark.parametrize("text_size", [100, 150, 200])


@pytest.fixture
def officer(request: pytest.FixtureRequest, qtbot: QtBot, tmp_path: Path) -> Iterator[Officer]:
    yield from at_work(request, qtbot, tmp_path)


def opens(officer: Officer, **what_matters: object) -> None:
    """Bring in a record, and wait until it is open."""
    path = officer.folder / "record.json"
    record = a_record(**({"decision_maker_interest": "no"} | what_matters))
    path.write_text(to_json(record), encoding="utf-8")
    before = officer.window.pane.open_record
    officer.window.records.bring_in_files([str(path)])
    officer.waits_until(
        lambda: officer.window.pane.open_record not in (None, before), "the record is open"
    )


def steps_to(officer: Officer, stands: str) -> None:
    """Take the usual steps with what they suggest, until the record stands there."""
    form = officer.window.pane.form
    assert form is not None
    pill = form.bar.pill

    def moved(was: str) -> bool:
        return pill.text() != was and officer.sees("state_pill")

    while (was := pill.text()) != stands:
        officer.clicks("step_next")
        officer.waits_until(partial(asked_or_moved, officer, moved, was), "it is asked or done")
        if officer.sees("step_take"):
            officer.clicks("step_take")
        officer.waits_until(partial(moved, was), "it stands elsewhere")


def asked_or_moved(officer: Officer, moved: Callable[[str], bool], was: str) -> bool:
    return officer.sees("step_take") or moved(was)


def shown(officer: Officer) -> list[str]:
    """Return what is clipped in front, once words that wrap have their height."""
    for _ in range(3):
        QApplication.processEvents()
    return clipped(officer.in_front())


@THEMES
@SIZES
def test_nothing_of_the_steps_is_clipped_in_a_small_window(
    officer: Officer, theme: str, text_size: int
) -> None:
    officer.starts(*SMALL)
    officer.window.settings.choose_theme(theme)
    officer.window.settings.choose_text_size(text_size)
    opens(officer, status="draft", date_of_decision="", reasons=(), conflicts_declared="")
    officer.clicks("step_next")
    officer.waits_until(lambda: officer.sees("step_reason_0"), "it is refused")
    found = [f"refused: {one}" for one in shown(officer)]
    opens(officer, status="draft", date_of_decision="")
    steps_to(officer, "In call-in")
    officer.waits_until(lambda: officer.sees("step_undo"), "it can be taken back")
    found += [f"published: {one}" for one in shown(officer)]
    officer.clicks("step_next")
    officer.waits_until(lambda: officer.sees("step_take"), "it is asked")
    officer.clicks("step_take")
    officer.waits_until(
        lambda: officer.sees("step_confirmed_list_published_problem"), "it is too soon"
    )
    found += [f"confirming: {one}" for one in shown(officer)]
    officer.keys("Escape")
    officer.window.acts["dates"].trigger()
    officer.waits_until(lambda: officer.sees("step_take"), "dates are asked")
    officer.clicks("step_draft_list_published")
    officer.keys("Ctrl+A")
    officer.types("1/6/2026")
    officer.clicks("step_keep")
    found += [f"dates: {one}" for one in shown(officer)]
    officer.keys("Escape")
    for view in ("versions", "journal"):
        officer.window.history.view.show_value(view)
    assert found == [], "\n".join(found)


def test_the_head_of_a_decided_record_is_reached_and_heard(officer: Officer) -> None:
    officer.starts()
    opens(officer, status="draft", date_of_decision="")
    steps_to(officer, "In call-in")
    officer.waits_until(lambda: officer.sees("step_undo"), "it can be taken back")
    officer.presses("More about this decision")
    assert unnamed(officer.window) == []
    gone = tabbed_through(officer)
    assert {"step_next", "step_more", "step_undo", "title"} <= names_of(gone)
    assert reachable(officer.window) <= names_of(gone)


def test_what_a_step_asks_for_is_reached_and_heard(officer: Officer) -> None:
    officer.starts()
    opens(officer, status="draft", date_of_decision="")
    steps_to(officer, "Decided")
    officer.clicks("step_next")
    officer.waits_until(lambda: officer.sees("step_take"), "it is asked")
    assert officer.focused() == "step_draft_list_published"
    officer.clicks("step_call_in_ends")
    officer.keys("Ctrl+A")
    officer.types("1/6/2030")
    officer.waits_until(lambda: officer.sees("step_call_in_reason"), "it asks why")
    dialog = officer.in_front()
    assert unnamed(dialog) == []
    gone = names_of(tabbed_through(officer))
    assert reachable(dialog) <= gone


def test_steps_are_in_the_record_menu_only_while_they_are_possible(officer: Officer) -> None:
    officer.starts()
    assert "Withdraw" not in " ".join(officer.menu_words("Record"))
    opens(officer, status="draft", date_of_decision="")
    offered = officer.menu_words("Record")
    assert "Next step: Ready for signature" in offered
    assert "Withdraw" in offered
    assert not {"Back to drafting", "Called in", "Change dates"} & set(offered)
    steps_to(officer, "Ready for signature")
    assert "Back to drafting" in officer.menu_words("Record")
    steps_to(officer, "In call-in")
    assert {"Called in", "Change dates"} <= set(officer.menu_words("Record"))


def test_a_date_that_cannot_be_read_is_told_of_once(officer: Officer) -> None:
    officer.starts()
    opens(officer, status="ready", date_of_decision="")
    officer.clicks("step_next")
    officer.waits_until(lambda: officer.sees("step_take"), "it is asked")
    officer.keys("Ctrl+A")
    officer.types("soon")
    officer.clicks("step_take")
    officer.waits_until(
        lambda: officer.sees("step_date_of_decision_problem"), "it is told that it is no date"
    )
    labels = [label.text() for label in officer.in_front().findChildren(QLabel)]
    assert [words for words in labels if "filled in" in words] == []
    assert officer.focused() == "step_date_of_decision"


def test_what_was_wrong_with_dates_goes_once_one_is_changed(officer: Officer) -> None:
    officer.starts()
    opens(officer, status="draft", date_of_decision="")
    steps_to(officer, "Decided")
    officer.clicks("step_next")
    officer.waits_until(lambda: officer.sees("step_take"), "it is asked")
    officer.clicks("step_call_in_ends")
    officer.keys("Ctrl+A")
    officer.types("1/1/2020")
    officer.clicks("step_take")
    told = "step_call_in_ends_problem"
    officer.waits_until(lambda: officer.sees(told), "the dates are in the wrong order")
    at = officer.finds("step_take").mapToGlobal(QPoint(0, 0))
    officer.clicks("step_draft_list_published")
    officer.keys("Ctrl+A")
    officer.types("31/12/2019")
    assert not officer.sees(told)
    assert officer.finds("step_take").mapToGlobal(QPoint(0, 0)) == at


@pytest.mark.parametrize("by_key", [True, False])
def test_no_step_leaves_the_keyboard_on_words_it_would_replace(
    officer: Officer, by_key: bool
) -> None:
    officer.starts()
    opens(officer, status="draft", date_of_decision="")
    form = officer.window.pane.form
    assert form is not None
    for stands in ("Ready for signature", "Decided", "In call-in"):
        was = form.bar.pill.text()
        form.bar.next.setFocus()
        assert officer.focused() == "step_next"
        officer.keys("Ctrl+Shift+S" if by_key else "Space")
        officer.waits_until(partial(asked_or_moved, officer, moved_of(officer), was), "it is asked")
        if officer.sees("step_take"):
            officer.clicks("step_take")
        stands_at(officer, stands)
        officer.waits_until(lambda: officer.sees("step_undo"), "it can be taken back")
        assert officer.focused() == "step_next"
    officer.clicks("step_undo")
    stands_at(officer, "Decided")
    officer.waits_until(lambda: officer.focused() == "step_next", "the next step has the keyboard")
    assert not officer.finds("title", QLineEdit).hasSelectedText()


def test_the_last_step_leaves_the_keyboard_at_the_head(officer: Officer) -> None:
    officer.starts()
    opens(officer, status="draft", date_of_decision="")
    officer.window.acts["step_withdraw"].trigger()
    officer.waits_until(lambda: officer.sees("step_take"), "it is asked")
    officer.window.pane.form.bar.next.setFocus()  # type: ignore[union-attr]
    officer.clicks("step_withdrawn_reason")
    officer.types("Not wanted.")
    officer.clicks("step_take")
    stands_at(officer, "Withdrawn")
    officer.waits_until(lambda: officer.focused() == "step_undo", "undo has the keyboard")
    assert not officer.finds("title", QLineEdit).hasSelectedText()


def test_a_step_by_key_leaves_the_keyboard_in_the_field_where_it_was(officer: Officer) -> None:
    officer.starts()
    opens(officer, status="draft", date_of_decision="")
    officer.clicks("title")
    officer.keys("End", "Ctrl+Shift+S")
    stands_at(officer, "Ready for signature")
    assert officer.focused() == "title"
    assert not officer.finds("title", QLineEdit).hasSelectedText()


def test_what_was_decided_is_neither_brought_back_nor_binned(officer: Officer) -> None:
    officer.starts()
    opens(officer, status="draft", date_of_decision="", notes="Old")
    officer.keys("F9")
    officer.waits_until(lambda: officer.sees("history_panel"), "the history is shown")
    officer.window.versioner.keep_now(Why.PRINTED)
    officer.open_record.set_many({"title": "Another", "notes": "New"})
    officer.waits_until(lambda: officer.sees("history_restore"), "a version can come back")
    assert not officer.sees("history_decided")
    steps_to(officer, "Decided")
    officer.waits_until(lambda: not officer.sees("history_restore"), "no version comes back")
    assert officer.sees("history_decided")
    officer.waits_until(lambda: len(officer.window.history.list.versions()) >= 3, "it is kept")
    officer.window.history.list.setCurrentRow(officer.window.history.list.count() - 1)
    officer.window.history.against.show_value("now")
    officer.window.history.shown_changed.emit()
    officer.waits_until(lambda: officer.sees("back_notes"), "notes can come back")
    assert not officer.sees("back_title")
    assert not officer.window.acts["bin"].isEnabled()
    officer.clicks("step_undo")
    officer.waits_until(lambda: officer.sees("history_restore"), "a version can come back again")
    officer.begins_a_record()
    assert officer.window.acts["bin"].isEnabled()


def test_call_in_that_ends_overnight_is_told_of_where_the_officer_looks(officer: Officer) -> None:
    officer.starts()
    today = date.today()
    dates = {"draft_list_published": "2026-03-03", "call_in_ends": today.isoformat()}
    opens(officer, status="published", in_force_on=today.isoformat(), **dates)
    officer.waits_until(lambda: officer.reads("state_pill") == "In call-in", "it is open")
    tomorrow = today + timedelta(days=1)
    window = officer.window
    window.stepping._offer.today = window.life_wiring.days.today = lambda: tomorrow
    with_tasks = QSignalSpy(window.today_desk.counted)
    window.life_wiring.days.look()
    officer.waits_until(lambda: officer.reads("state_pill") == "Call-in ended", "it has ended")
    assert officer.reads("step_words").startswith("Call-in ended on ")
    officer.waits_until(lambda: with_tasks.count() > 0, "Today is asked anew")


def test_the_register_says_of_a_published_record_that_its_call_in_has_ended(
    officer: Officer,
) -> None:
    officer.starts()
    opens(officer, status="published", call_in_ends="2026-03-06")
    model = officer.window.register.records.model()
    officer.waits_until(
        lambda: model.index(0, 0).data(Role.STATE) == "Call-in ended", "it is listed"
    )
    assert "Call-in ended" in model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)


def moved_of(officer: Officer) -> Callable[[str], bool]:
    return lambda was: officer.sees("state_pill") and officer.reads("state_pill") != was
