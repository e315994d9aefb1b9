"""The days of a list are had by the name of their period."""

from datetime import date

import pytest

from tests.driver import Officer


@pytest.mark.parametrize(
    ("period", "first"),
    [("Today", "5 March 2026"), ("This week", "2 March 2026"), ("This month", "1 March 2026")],
)
def test_a_period_is_had_without_typing_its_days(officer: Officer, period: str, first: str) -> None:
    officer.starts()
    officer.window.lists._today = lambda: date(2026, 3, 5)
    officer.keys("Ctrl+L")
    officer.waits_until(lambda: officer.sees("list_preview"), "the lists are shown")
    assert officer.reads("list_period") == "Today"
    officer.chooses("list_period", period)
    for kind in ("list_kind_confirmed", "list_kind_register", "list_kind_draft"):
        officer.clicks(kind)
        assert officer.reads("list_period") == period
        assert officer.reads("list_since") == first
        assert officer.reads("list_until") == "5 March 2026"
    officer.clicks("list_since")
    officer.keys("Ctrl+A")
    officer.types("4 March 2026")
    assert officer.reads("list_period") == "Other days"
