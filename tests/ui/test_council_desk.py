"""A record that names no council asks for its name once; the sample says what it is."""

from sendapp.ui.wiring import SAMPLE_OPEN
from tests.driver import Officer
from tests.ui.states.test_step_window import opens
from tests.ui.test_window_reach import unnamed


def gives_name(officer: Officer, name: str) -> None:
    officer.clicks("council_ask")
    officer.waits_until(lambda: officer.sees("council_given"), "the name is asked")
    assert unnamed(officer.in_front()) == []
    officer.keys("Ctrl+A")
    officer.types(f"{name}\n")
    officer.waits_until(lambda: not officer.sees("council_banner"), "it is named")


def test_the_name_is_asked_once_and_every_new_record_has_it(officer: Officer) -> None:
    officer.starts()
    officer.begins_a_record()
    assert "council" in officer.reads("council_words")
    gives_name(officer, "Marlhaven Borough Council")
    assert officer.record.council == "Marlhaven Borough Council"
    officer.begins_a_record()
    assert officer.record.council == "Marlhaven Borough Council"
    assert not officer.sees("council_banner")


def test_the_name_in_a_record_can_be_undone_and_is_asked_again(officer: Officer) -> None:
    officer.starts()
    officer.begins_a_record()
    gives_name(officer, "Marlhaven Borough Council")
    officer.keys("Ctrl+Z")
    officer.waits_until(lambda: officer.sees("council_banner"), "it is nameless again")
    officer.clicks("council_ask")
    officer.waits_until(
        lambda: officer.reads("council_given") == "Marlhaven Borough Council",
        "the name in the settings is proposed",
    )
    officer.keys("Return")
    officer.waits_until(lambda: not officer.sees("council_banner"), "it is named")
    assert officer.record.council == "Marlhaven Borough Council"


def test_a_name_of_another_council_stays_with_its_record(officer: Officer) -> None:
    officer.starts()
    officer.begins_a_record()
    gives_name(officer, "Marlhaven Borough Council")
    opens(officer, council="")
    gives_name(officer, "Wexley Vale Borough Council")
    assert officer.record.council == "Wexley Vale Borough Council"
    officer.begins_a_record()
    assert officer.record.council == "Marlhaven Borough Council"


def test_what_was_decided_without_a_name_is_left_alone(officer: Officer) -> None:
    officer.starts()
    opens(officer, council="", status="decided")
    assert not officer.sees("council_banner")


def test_the_sample_keeps_its_own_council_and_says_that_it_is_open(officer: Officer) -> None:
    officer.starts()
    officer.clicks("welcome_sample")
    officer.waits_for_notice(SAMPLE_OPEN)
    officer.waits_until(lambda: officer.window.pane.form is not None, "the sample is open")
    assert officer.record.council
    assert officer.record.status == "draft"
    assert not officer.sees("council_banner")
