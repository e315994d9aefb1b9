"""Steps leave the keyboard, the room beneath a date, and what stands elsewhere as they should."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QLabel, QLineEdit

from sendapp.domain.versions import Why
from sendapp.ui.register_model import Role
from tests.driver import Officer
from tests.journeys.stepping import stands_at
from tests.ui.states.test_step_window import asked_or_moved, opens, steps_to


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
    # The date tells it as soon as it is left; the keyboard comes back once the step has answered.
    officer.waits_until(
        lambda: officer.focused() == "step_date_of_decision", "the keyboard is in the date"
    )
    labels = [label.text() for label in officer.in_front().findChildren(QLabel)]
    assert [words for words in labels if "filled in" in words] == []


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
    row = window.register.records.model().index(0, 0)
    officer.waits_until(lambda: row.data(Role.STATE) == "Call-in ended", "the register says so")
    officer.waits_until(lambda: states(officer)[-2:] == ENDED, "and counts so")
    window.register_desk.choose_state("published")
    officer.waits_until(lambda: window.register.shown() == 0, "it is in call-in no more")
    window.register_desk.choose_state("call-in-ended")
    officer.waits_until(lambda: window.register.shown() == 1, "it is among those that ended")


ENDED = ["Call-in ended, 1", "All records, 1"]


def states(officer: Officer) -> list[str]:
    model = officer.window.register.states.model()
    role = Qt.ItemDataRole.AccessibleTextRole
    return [model.index(row, 0).data(role) for row in range(model.rowCount())]


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
