"""A profile goes round as a file: written, and brought in after its changes were seen."""

import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from sendapp.domain.profile import CallInRule, Profile
from sendapp.services.council import CouncilSettings, Post
from tests.driver import Officer
from tests.ui.settings.at_settings import kept, opens_settings, saves
from tests.ui.test_window_reach import tabbed_through, unnamed
from tests.ui.test_window_sizes import SMALL, clipped

OURS = CouncilSettings(
    council="Marlhaven Borough Council",
    my_name="Ama Boateng",
    posts=(Post("Leader of the Council", "Councillor Pell"),),
    profile=Profile(call_in=CallInRule(days=5, clear=True), series="CMD/{year}/{number:03}"),
)


def imports(officer: Officer, path: Path) -> None:
    officer.presses("Import profile")
    officer.opens_file(path)


def a_file(officer: Officer, **keys: object) -> Path:
    path = officer.folder / "theirs.json"
    path.write_text(json.dumps({"format": "council-profile/1"} | keys), encoding="utf-8")
    return path


def test_a_new_colleague_gets_all_of_it_from_one_file(officer: Officer) -> None:
    path = officer.folder / "ours.json"
    officer.starts()
    officer.program.desk.keep_settings(OURS).result(30)
    opens_settings(officer, "Hand round")
    officer.presses("Export profile")
    officer.saves_file_as(path)
    officer.waits_until(lambda: "Exported to" in officer.reads("profile_note"), "it is said")
    assert officer.reads("profile_note") == f"Exported to {path}."
    officer.keys("Escape")
    officer.program.desk.keep_settings(CouncilSettings(my_name="Raj Lowe")).result(30)
    opens_settings(officer, "Hand round")
    imports(officer, path)
    officer.waits_until(lambda: officer.sees("profile_changes_list"), "the changes are shown")
    lines = officer.reads("profile_changes_list")
    assert "Call-in rule changed: 5 clear working days (was 3 working days)" in lines
    assert "Post added: Leader of the Council (Councillor Pell)" in lines
    assert "Ama" not in lines
    assert kept(officer).council == ""
    officer.presses("Take these over")
    assert "4 changes are taken over." in officer.reads("profile_note")
    assert kept(officer).council == ""
    taken = saves(officer)
    assert (taken.council, taken.my_name) == ("Marlhaven Borough Council", "Raj Lowe")
    assert (taken.profile, taken.posts) == (OURS.profile, OURS.posts)


def test_what_is_not_wanted_is_left(officer: Officer) -> None:
    officer.starts()
    opens_settings(officer, "Hand round")
    imports(officer, a_file(officer, council="Wexley", papers_years=5))
    officer.waits_until(lambda: officer.sees("profile_changes_list"), "the changes are shown")
    officer.keys("Escape")
    assert saves(officer) == CouncilSettings()


def test_a_wrong_file_is_refused_whole_and_its_keys_are_named(officer: Officer) -> None:
    officer.starts()
    opens_settings(officer, "Hand round")
    imports(officer, a_file(officer, council="Wexley", colour=4, retention_years="six"))
    words = officer.message()
    assert "theirs.json is not a council’s profile that can be imported." in words
    assert "“colour” is not known." in words.replace("\N{NO-BREAK SPACE}", " ")
    assert "“retention_years” is no whole number from 1 to 100." in words
    officer.presses("Close")
    assert saves(officer) == CouncilSettings()


def test_a_file_that_changes_nothing_is_said_to(officer: Officer) -> None:
    officer.starts()
    opens_settings(officer, "Hand round")
    imports(officer, a_file(officer, retention_years=6))
    officer.waits_until(lambda: "Nothing would" in officer.reads("profile_note"), "it is said")


def test_what_is_wrong_in_the_settings_is_put_right_before_it_goes_round(officer: Officer) -> None:
    officer.starts()
    opens_settings(officer, "Numbers")
    officer.types_into("reference_series", "CMD")
    officer.chooses_line("settings_pages", "Hand round")
    officer.presses("Export profile")
    assert officer.focused() == "reference_series"
    assert not officer.sees("fileNameEdit")


@pytest.mark.parametrize("text_size", [100, 200])
def test_the_changes_have_names_a_way_round_and_room(officer: Officer, text_size: int) -> None:
    officer.starts(*SMALL)
    officer.window.settings.choose_text_size(text_size)
    opens_settings(officer, "Hand round")
    imports(officer, a_file(officer, council="Wexley", words=["parklet"] * 30, papers_years=5))
    officer.waits_until(lambda: officer.sees("profile_changes_list"), "the changes are shown")
    dialog = officer.in_front()
    for _ in range(3):
        QApplication.processEvents()
    assert unnamed(dialog) == []
    assert clipped(dialog) == []
    officer.keys("Tab")
    tabbed_through(officer)


@pytest.mark.parametrize("page", ["Call-in", "Closure days", "Banners", "Numbers", "Hand round"])
def test_every_page_has_names_and_a_way_round_with_tab(officer: Officer, page: str) -> None:
    officer.starts()
    dialog = opens_settings(officer, page)
    assert unnamed(dialog) == []
    forth = tabbed_through(officer)
    back = tabbed_through(officer, "Shift+Tab")
    assert [id(widget) for widget in back[:-1]] == [id(widget) for widget in forth[-2::-1]]
