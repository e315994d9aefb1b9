"""Tests where Qt's system libraries are missing: what needs Qt is skipped with the reason."""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import pytest
from typing_extensions import override

_NEEDS_QT = re.compile(
    r"^\s*(?:from|import) (?:PySide6|sendapp\.(?:app|editing|instance|ui)|tests\.driver)"
    r"|\bqtbot\b|\bqapp\b",
    re.MULTILINE,
)


def why_qt_is_away() -> str:
    """Return what keeps Qt from being imported here, '' if nothing does.

    In CI the question is not asked: there a missing library is a failure.
    """
    if os.environ.get("CI") == "true":
        return ""
    try:
        import PySide6.QtWidgets  # noqa: F401
    except ImportError as fault:
        return f"needs Qt, and Qt needs {fault}"
    return ""


class SkipsQt:
    """A plugin for where Qt is away: in its place pytest-qt would end the whole run."""

    def __init__(self, reason: str) -> None:
        self._reason = reason

    def pytest_configure(self, config: pytest.Config) -> None:
        """Make the markers known that pytest-qt would have brought."""
        for name in ("qt_log_ignore", "qt_log_level_fail", "qt_no_exception_capture"):
            config.addinivalue_line("markers", f"{name}: see pytest-qt")

    def pytest_collect_directory(
        self, path: Path, parent: pytest.Collector
    ) -> pytest.Collector | None:
        """Skip a folder whose conftest.py needs Qt."""
        conftest = path / "conftest.py"
        if conftest.is_file() and _NEEDS_QT.search(conftest.read_text(encoding="utf-8")):
            return _skipped(path, parent, self._reason)
        return None

    def pytest_pycollect_makemodule(
        self, module_path: Path, parent: pytest.Collector
    ) -> pytest.Collector | None:
        """Skip a module that needs Qt."""
        if _NEEDS_QT.search(module_path.read_text(encoding="utf-8")):
            return _skipped(module_path, parent, self._reason)
        return None


class _Skipped(pytest.File):
    # Not a Directory: pytest would read the conftest.py of one first.

    reason = ""

    @override
    def collect(self) -> Iterator[pytest.Item]:
        _skip(self.reason)


def _skip(reason: str) -> NoReturn:
    pytest.skip(reason, allow_module_level=True)


def _skipped(path: Path, parent: pytest.Collector, reason: str) -> pytest.Collector:
    node: _Skipped = _Skipped.from_parent(parent, path=path)
    node.reason = reason
    return node
