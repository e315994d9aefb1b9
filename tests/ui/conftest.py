"""What every window test stands on."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.driver import Officer, at_work


@pytest.fixture
def officer(request: pytest.FixtureRequest, qtbot: QtBot, tmp_path: Path) -> Iterator[Officer]:
    """An officer whose data folder is empty; the program is not started yet."""
    yield from at_work(request, qtbot, tmp_path)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        # The display of the tests says this of dialogs and popups; no officer's display does.
        item.add_marker(pytest.mark.qt_log_ignore("^This plugin does not support "))
