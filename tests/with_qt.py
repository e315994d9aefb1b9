"""What tests with Qt stand on: patience, and garbage that is taken apart on the main thread."""

import gc
from collections.abc import Callable, Generator
from typing import Any

import pytest
from pytestqt.qtbot import QtBot
from typing_extensions import override

LONG_MS = 30_000
"""How long a test waits for what takes a moment; nothing ever waits so long on purpose."""


class PatientBot(QtBot):
    """A QtBot for machines that have much else to do: five seconds can pass with nothing wrong."""

    @override
    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = LONG_MS) -> None:
        super().waitUntil(callback, timeout=timeout)

    @override
    def waitSignal(self, signal: Any, *, timeout: int = LONG_MS, **how: Any) -> Any:
        return super().waitSignal(signal, timeout=timeout, **how)

    @override
    def waitSignals(self, signals: Any, *, timeout: int = LONG_MS, **how: Any) -> Any:
        return super().waitSignals(signals, timeout=timeout, **how)


@pytest.fixture
def qtbot(qapp: object, request: pytest.FixtureRequest) -> QtBot:
    """The hands of every test with a widget."""
    return PatientBot(request)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Let what a test with Qt leaves behind be taken apart between tests, on the main thread.

    Python looks for garbage on whatever thread happens to run. Objects of Qt that are taken apart
    on another one than theirs, or while Qt handles an event, have crashed PySide6.
    """
    if not {"qtbot", "qapp"} & set(getattr(item, "fixturenames", ())):
        return (yield)
    gc.disable()
    try:
        return (yield)
    finally:
        gc.enable()
        gc.collect()
