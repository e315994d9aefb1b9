"""Which keys save the settings: none that an officer presses to end what is typed."""

import pytest

from tests.driver import Officer
from tests.ui.settings.at_settings import kept, opens_settings


def test_enter_in_a_field_saves_nothing(officer: Officer) -> None:
    officer.starts()
    dialog = opens_settings(officer, "Call-in")
    for name in ("call_in_days", "call_in_cut_off", "settings_pages"):
        officer.clicks(name)
        officer.keys("Return", "Enter")
        assert dialog.isVisible(), name
    officer.chooses_line("settings_pages", "Council")
    officer.types_into("council_name", "Marlhaven Borough Council")
    officer.keys("Return")
    assert dialog.isVisible()
    assert kept(officer).council == ""


@pytest.mark.parametrize("keys", ["Ctrl+Return", "Ctrl+Enter"])
def test_ctrl_and_enter_save_from_any_field(officer: Officer, keys: str) -> None:
    officer.starts()
    opens_settings(officer, "Call-in")
    officer.clicks("call_in_days")
    officer.keys("Up", keys)
    officer.waits_until(lambda: kept(officer).profile.call_in.days == 4, "it is kept")
    assert not officer.sees("settings_pages")
