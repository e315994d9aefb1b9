"""The next number of the series, taken in the window by mouse and by keyboard."""

from dataclasses import replace

from sendapp.domain.profile import Profile
from sendapp.services.council import CouncilSettings
from tests.driver import Officer
from tests.ui.test_window_reach import names_of, tabbed_through, unnamed
from tests.ui.test_window_sizes import SMALL, clipped

SERIES = "CMD/{year}/{number:03}"


def at_a_record(officer: Officer, series: str = SERIES, *used: str) -> None:
    """Start with a series, records that have the references `used`, and a new record open."""
    officer.starts(*SMALL)
    desk = officer.program.desk
    council = desk.keep_settings(CouncilSettings(profile=Profile(series=series))).result(30)
    officer.window.settings.council_changed.emit(council)
    for reference in used:
        record = desk.create("cabinet-member").result(30).record
        desk.save(replace(record, reference=reference), {}).result(30)
    officer.begins_a_record()
    officer.types_into("date_of_decision", "2 March 2026")
    officer.presses("More about this decision")


def test_the_next_number_is_taken_in_one_step(officer: Officer) -> None:
    at_a_record(officer, SERIES, "CMD/2026/007", "CMD/2025/031")
    officer.clicks("reference_next")
    officer.waits_until(lambda: officer.reads("reference") == "CMD/2026/008", "it is taken")
    assert officer.record.reference == "CMD/2026/008"
    assert officer.focused() == "reference"
    assert not officer.finds("reference_next").isEnabled()
    officer.keys("Ctrl+Z")
    assert officer.record.reference == ""
    assert officer.record.date_of_decision == "2026-03-02"
    assert officer.finds("reference_next").isEnabled()


def test_it_is_reached_and_pressed_by_keyboard(officer: Officer) -> None:
    at_a_record(officer)
    officer.clicks("reference")
    officer.keys("Shift+Tab")
    assert officer.focused() == "reference_next"
    assert unnamed(officer.window) == []
    officer.keys("Space")
    officer.waits_until(lambda: officer.reads("reference") == "CMD/2026/001", "it is taken")


def test_it_has_its_place_in_the_tab_order_and_in_a_small_window(officer: Officer) -> None:
    at_a_record(officer)
    assert "reference_next" in names_of(tabbed_through(officer))
    officer.window.settings.choose_text_size(200)
    officer.window.panels.show_aside("record")
    # Words that wrap get their height in a later pass, and findings come when they are there.
    officer.waits_until(lambda: clipped(officer.window) == [], "nothing is clipped")
    assert officer.sees("reference_next")


def test_a_council_without_a_series_is_offered_none(officer: Officer) -> None:
    at_a_record(officer, "")
    assert not officer.sees("reference_next")


def test_a_reference_that_another_record_has_is_told(officer: Officer) -> None:
    at_a_record(officer, SERIES, "CMD/2026/007")
    officer.types_into("reference", "cmd/2026/007")
    model = officer.window.checks.model
    officer.waits_until(
        lambda: (
            "A reference already used"
            in "".join(model.data(model.index(row)) for row in range(model.rowCount()))
        ),
        "it is found",
    )
