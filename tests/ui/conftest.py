"""What every window test stands on."""

import pytest


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        # The display of the tests says this of dialogs and popups; no officer's display does.
        item.add_marker(pytest.mark.qt_log_ignore("^This plugin does not support "))
