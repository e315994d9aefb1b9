"""An officer at the settings."""

from sendapp.services.council import CouncilSettings
from sendapp.ui.settings_dialog import SettingsDialog
from tests.driver import Officer


def opens_settings(officer: Officer, page: str = "Council") -> SettingsDialog:
    """Open the settings at a page."""
    officer.menu("Record", "Settings")
    officer.waits_until(lambda: officer.sees("settings_pages"), "the settings are shown")
    dialog = officer.in_front()
    assert isinstance(dialog, SettingsDialog)
    officer.chooses_line("settings_pages", page)
    return dialog


def saves(officer: Officer) -> CouncilSettings:
    """Save the settings and return what is kept."""
    officer.presses("Save settings")
    officer.waits_for_notice("Settings saved.")
    return kept(officer)


def kept(officer: Officer) -> CouncilSettings:
    """Return what is kept in the records file."""
    return officer.program.desk.settings().result(30)
