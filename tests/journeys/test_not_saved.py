"""When saving fails the officer is told, and the words are offered at the next start."""

import sqlite3
from pathlib import Path

import pytest

from tests.driver import Officer

# SQLite waits five seconds for a file that is held.
pytestmark = pytest.mark.slow


def side_files(officer: Officer) -> list[Path]:
    return list(officer.paths.rescued.glob("*.json")) if officer.paths.rescued.exists() else []


class Blocked:
    """Holds the records file as another program would that does not let go."""

    def __init__(self, path: Path) -> None:
        self._other = sqlite3.connect(path, isolation_level=None)
        self._other.execute("begin exclusive")

    def lets_go(self) -> None:
        self._other.execute("rollback")
        self._other.close()


def drafts_what_is_not_saved(officer: Officer) -> None:
    officer.starts()
    officer.begins_a_record()
    officer.types("Kept before")
    officer.waits_until_saved()
    blocked = Blocked(officer.paths.database)
    officer.keys("Ctrl+A")
    officer.types("Typed while it failed")
    officer.waits_until(
        lambda: officer.reads("status_saved").startswith("Not saved: "), "it is not saved"
    )
    assert side_files(officer)
    # As if the computer went off now.
    officer.leaves()
    blocked.lets_go()


def test_what_could_not_be_saved_is_saved_once_that_is_possible_again(officer: Officer) -> None:
    officer.starts()
    officer.begins_a_record()
    officer.types("Before")
    officer.waits_until_saved()
    blocked = Blocked(officer.paths.database)
    officer.types(" and after")
    officer.waits_until(
        lambda: officer.reads("status_saved").startswith("Not saved: "), "it is not saved"
    )
    assert "A copy of your text is kept on this computer." in officer.reads("status_saved")
    blocked.lets_go()
    officer.waits_until_saved()
    assert side_files(officer) == []
    officer.closes()
    assert set(officer.kept()) == {"Before and after"}


def test_the_words_are_offered_at_the_next_start_and_brought_back(officer: Officer) -> None:
    drafts_what_is_not_saved(officer)
    officer.starts()
    assert "“Typed while it failed” could not be saved last time." in officer.message()
    officer.answers("Bring it back")
    officer.waits_until(
        lambda: officer.reads("title") == "Typed while it failed", "the words are back"
    )
    assert side_files(officer) == []
    officer.closes()
    assert set(officer.kept()) == {"Typed while it failed"}


def test_the_words_are_kept_beside_what_is_here(officer: Officer) -> None:
    drafts_what_is_not_saved(officer)
    officer.starts()
    assert "it is older." in officer.message()
    officer.answers("Keep both")
    officer.waits_until(
        lambda: officer.reads("title") == "Typed while it failed", "the words are back"
    )
    officer.closes()
    assert set(officer.kept()) == {"Typed while it failed", "Kept before"}


def test_the_words_can_be_thrown_away_or_left_for_later(officer: Officer) -> None:
    drafts_what_is_not_saved(officer)
    officer.starts()
    officer.answers("Ask me next time")
    officer.starts_again()
    officer.answers("Throw it away")
    assert side_files(officer) == []
    officer.starts_again()
    officer.waits_until(lambda: officer.reads("title") == "Kept before", "the record is open")
    assert officer.in_front() is officer.window


def test_closing_while_saving_fails_asks_first(officer: Officer) -> None:
    officer.starts()
    officer.begins_a_record()
    officer.types("Kept before")
    officer.waits_until_saved()
    blocked = Blocked(officer.paths.database)
    officer.types("!")
    assert not officer.window.close()
    assert "Your last words could not be saved" in officer.message()
    officer.answers("Go back")
    assert officer.window.isVisible()
    assert not officer.window.close()
    officer.answers("Close anyway")
    officer.waits_until(lambda: not officer.window.isVisible(), "the window is closed")
    assert side_files(officer)
    officer.leaves()
    blocked.lets_go()
