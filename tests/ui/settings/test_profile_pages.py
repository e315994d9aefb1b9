"""The council's customs, set by keys and mouse, and kept."""

from datetime import date

import pytest
from PySide6.QtWidgets import QFileDialog, QListWidget

from sendapp.domain.call_in import count_days
from sendapp.domain.call_in_words import working
from sendapp.domain.logo import picture_of
from sendapp.domain.profile import CallInRule, CountedFrom, InForce, Profile
from sendapp.ui.settings.call_in_page import NO_TIME, worked
from sendapp.ui.settings.closures_page import LONGEST
from tests.driver import Officer
from tests.services.test_profiles import a_picture
from tests.ui.settings.at_settings import kept, opens_settings, saves

CLOSED = (date(2025, 12, 24),)


def test_the_pages_are_gone_through_by_keyboard(officer: Officer) -> None:
    officer.starts()
    dialog = opens_settings(officer)
    assert officer.focused() == "settings_pages"
    seen = []
    for page in dialog.pages:
        assert page.isVisible()
        seen.append(page.words)
        officer.keys("Down")
    assert seen[:3] == ["Council", "Asked for", "Call-in"]
    officer.keys("Escape")


def test_the_call_in_rule_is_set_and_said_in_words(officer: Officer) -> None:
    officer.starts()
    opens_settings(officer, "Call-in")
    begins = "3 working days, in force on the last day.\nToday: published "
    assert officer.reads("call_in_example").startswith(begins)
    officer.clicks("call_in_days")
    officer.keys("Ctrl+A")
    officer.types("5")
    officer.chooses("call_in_kind", "Clear working days")
    officer.chooses("call_in_from", "The date of the decision")
    officer.types_into("call_in_cut_off", "5pm")
    officer.chooses("call_in_in_force", "On the next working day after call-in")
    assert officer.reads("call_in_cut_off") == "17:00"
    words = officer.reads("call_in_example")
    assert words.startswith("5 clear working days, in force on the next working day, counted from ")
    assert "\nToday: decided " in words
    assert saves(officer).profile.call_in == CallInRule(
        days=5,
        clear=True,
        counted_from=CountedFrom.DECISION,
        cut_off="17:00",
        in_force=InForce.NEXT_WORKING,
    )


def test_the_example_leaves_out_the_closure_days_that_stand_in_the_dialog(
    officer: Officer,
) -> None:
    officer.starts()
    opens_settings(officer, "Call-in")
    assert "(council closed)" not in officer.reads("call_in_example")
    officer.chooses_line("settings_pages", "Closure days")
    officer.presses("Christmas and New Year")
    officer.presses("Add days")
    officer.chooses_line("settings_pages", "Call-in")
    assert "(council closed)" in officer.reads("call_in_example")


def test_a_rule_is_worked_out_from_today_and_over_christmas() -> None:
    lines = worked(CallInRule(), date(2025, 11, 24), ["2025-12-24"]).split("\n")
    assert lines == [
        "3 working days, in force on the last day.",
        "Today: published Mon 24 Nov; day 1 Tue 25, day 2 Wed 26, day 3 Thu 27 Nov.",
        f"Over Christmas: {working(count_days(date(2025, 12, 22), CallInRule(), CLOSED))}.",
    ]
    assert "24 Dec" not in lines[1]
    assert "(council closed)" in lines[2]


def test_the_days_go_up_and_down_by_key_and_not_by_wheel_or_beyond(officer: Officer) -> None:
    officer.starts()
    opens_settings(officer, "Call-in")
    officer.clicks("call_in_days")
    officer.keys("Up", "Up", *["Down"] * 9)
    assert saves(officer).profile.call_in.days == 0


def test_more_days_than_any_council_gives_are_not_taken(officer: Officer) -> None:
    officer.starts()
    opens_settings(officer, "Call-in")
    officer.clicks("call_in_days")
    officer.keys("Ctrl+A")
    officer.types("30")
    officer.keys("Up")
    assert saves(officer).profile.call_in.days == 30


def test_a_time_that_is_none_holds_the_settings_open(officer: Officer) -> None:
    officer.starts()
    dialog = opens_settings(officer, "Call-in")
    officer.types_into("call_in_cut_off", "teatime")
    officer.chooses_line("settings_pages", "Council")
    officer.presses("Save settings")
    assert dialog.isVisible()
    assert officer.reads("call_in_cut_off_problem") == NO_TIME
    assert officer.focused() == "call_in_cut_off"
    officer.keys("Ctrl+A", "Delete")
    assert officer.reads("call_in_cut_off_problem") == ""
    assert saves(officer).profile == Profile()


def shown_days(officer: Officer) -> list[str]:
    listed = officer.finds("closure_days", QListWidget)
    return [listed.item(row).text() for row in range(listed.count())]


def test_a_stretch_of_closure_days_is_added_without_its_weekends(officer: Officer) -> None:
    officer.starts()
    opens_settings(officer, "Closure days")
    officer.types_into("closure_first", "24 December 2026")
    officer.types_into("closure_last", "1/1/2027")
    officer.keys("Return")
    assert shown_days(officer) == [
        "Thursday 24 December 2026",
        "Friday 25 December 2026",
        "Monday 28 December 2026",
        "Tuesday 29 December 2026",
        "Wednesday 30 December 2026",
        "Thursday 31 December 2026",
        "Friday 1 January 2027",
    ]
    assert officer.focused() == "closure_first"
    officer.types("4 May 2026")
    officer.presses("Add days")
    assert shown_days(officer)[0] == "Monday 4 May 2026"
    assert saves(officer).profile.closure_days[:2] == ("2026-05-04", "2026-12-24")


def test_closure_days_are_removed_by_key_and_by_button(officer: Officer) -> None:
    officer.starts()
    opens_settings(officer, "Closure days")
    officer.types_into("closure_first", "4 May 2026")
    officer.types_into("closure_last", "8 May 2026")
    officer.keys("Return")
    officer.chooses_line("closure_days", "Tuesday 5 May 2026")
    officer.keys("Shift+Down", "Delete")
    assert officer.focused() == "closure_days"
    assert shown_days(officer) == ["Monday 4 May 2026", "Thursday 7 May 2026", "Friday 8 May 2026"]
    officer.chooses_line("closure_days", "Friday 8 May 2026")
    officer.clicks("closure_remove")
    assert saves(officer).profile.closure_days == ("2026-05-04", "2026-05-07")


def test_christmas_is_proposed_and_then_the_next_one(officer: Officer) -> None:
    officer.starts()
    opens_settings(officer, "Closure days")
    year = date.today().year
    for ahead in (0, 1):
        officer.presses("Christmas and New Year")
        assert officer.reads("closure_first") == f"24 December {year + ahead}"
        assert officer.reads("closure_last") == f"1 January {year + ahead + 1}"
        officer.presses("Add days")
    assert len(shown_days(officer)) >= 10


@pytest.mark.parametrize(
    ("first", "last", "says"),
    [
        ("", "", "Enter the first day"),
        ("", "4 May 2026", "Enter the first day"),
        ("4 May 2026", "soon", "the last one"),
        ("4 May 2026", "1 May 2026", "1 May 2026 is before 4 May 2026."),
        ("2 May 2026", "3 May 2026", "That is a weekend"),
        ("4 May 2026", "4 May 2027", f"more than {LONGEST} days"),
    ],
)
def test_what_is_no_stretch_of_days_is_said(
    officer: Officer, first: str, last: str, says: str
) -> None:
    officer.starts()
    opens_settings(officer, "Closure days")
    officer.types_into("closure_first", first)
    officer.types_into("closure_last", last)
    officer.keys("Return")
    assert says in officer.reads("closure_problem")
    assert shown_days(officer) == []


def test_days_that_were_typed_and_not_added_are_not_lost(officer: Officer) -> None:
    officer.starts()
    dialog = opens_settings(officer, "Closure days")
    officer.types_into("closure_first", "4 May 2026")
    officer.presses("Save settings")
    assert dialog.isVisible()
    assert "Press Add days first" in officer.reads("closure_problem")
    officer.keys("Return")
    assert saves(officer).profile.closure_days == ("2026-05-04",)


def test_a_banner_has_the_council_s_words_and_goes_back_to_the_usual_ones(
    officer: Officer,
) -> None:
    officer.starts()
    opens_settings(officer, "Banners")
    officer.types_into("banner_withdrawn", "This decision\nis withdrawn.")
    officer.types_into("banner_published", "Open to call-in until DATE.")
    assert saves(officer).profile.banners == (
        ("published", "Open to call-in until DATE."),
        ("withdrawn", "This decision is withdrawn."),
    )
    opens_settings(officer, "Banners")
    assert not officer.finds("banner_decided_back").isEnabled()
    officer.clicks("banner_withdrawn_back")
    assert officer.focused() == "banner_withdrawn"
    assert officer.reads("banner_withdrawn") == ""
    assert dict(saves(officer).profile.banners) == {"published": "Open to call-in until DATE."}


def test_a_banner_that_loses_the_date_is_told_of(officer: Officer) -> None:
    officer.starts()
    dialog = opens_settings(officer, "Banners")
    officer.types_into("banner_published", "Open to call-in.")
    officer.presses("Save settings")
    assert dialog.isVisible()
    assert "Say once where the date goes" in officer.reads("banner_published_problem")
    assert officer.focused() == "banner_published"


def test_a_series_is_shown_by_what_it_makes(officer: Officer) -> None:
    officer.starts()
    opens_settings(officer, "Numbers")
    officer.types_into("reference_series", "CMD/{year}/{number:03}")
    assert f"Like CMD/{date.today().year}/001" in officer.reads("series_example")
    officer.clicks("retention_years")
    officer.keys("Ctrl+A")
    officer.types("10")
    profile = saves(officer).profile
    assert (profile.series, profile.retention_years) == ("CMD/{year}/{number:03}", 10)


def test_what_is_no_series_is_told_of_and_not_kept(officer: Officer) -> None:
    officer.starts()
    dialog = opens_settings(officer, "Numbers")
    officer.types_into("reference_series", "CMD/{year}")
    assert "has no {number}" in officer.reads("reference_series_problem")
    assert officer.reads("series_example") == ""
    officer.presses("Save settings")
    assert dialog.isVisible()
    officer.keys("Escape")
    assert kept(officer).profile == Profile()


def test_a_logo_is_chosen_shown_and_removed(officer: Officer) -> None:
    officer.starts()
    opens_settings(officer)
    path = officer.folder / "logo.png"
    path.write_bytes(a_picture())
    officer.clicks("logo_choose")
    officer.opens_file(path)
    officer.waits_until(lambda: not officer.sees("fileNameEdit"), "the file is chosen")
    assert officer.finds("logo_picture").accessibleDescription() == "A picture of 40 by 20 points"
    assert picture_of(saves(officer).profile.logo) == path.read_bytes()
    opens_settings(officer)
    officer.clicks("logo_remove")
    assert officer.focused() == "logo_choose"
    assert saves(officer).profile.logo == ""


def test_what_cannot_be_the_logo_is_said_and_leaves_the_old_one(officer: Officer) -> None:
    officer.starts()
    opens_settings(officer)
    for name, content in (("logo.png", a_picture()), ("notes.txt", b"Only words")):
        (officer.folder / name).write_bytes(content)
        officer.clicks("logo_choose")
        chooser = officer.in_front()
        assert isinstance(chooser, QFileDialog)
        chooser.fileSelected.emit(str(officer.folder / name))
        chooser.reject()
    assert "notes.txt cannot be the logo." in officer.reads("logo_problem")
    assert picture_of(saves(officer).profile.logo) == a_picture()
