"""The program built inside a measuring process, as `sendapp.app` builds it."""

import gc
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from sendapp import app as building
from sendapp.collecting import Collector
from sendapp.domain.record import DecisionRecord
from sendapp.instance import Instance
from sendapp.paths import paths_for
from sendapp.ui.theme import apply_theme
from sendapp.ui.window import Window

WAIT_S = 120
_AS_THEY_COME = (
    QEventLoop.ProcessEventsFlag.AllEvents | QEventLoop.ProcessEventsFlag.WaitForMoreEvents
)


@contextmanager
def running(folder: str) -> Iterator[Window]:
    """Run the program on the data folder `folder`; gives its window, shown and active."""
    app = QApplication.instance() or QApplication(["sendapp"])
    assert isinstance(app, QApplication)
    paths = paths_for(folder)
    Path(folder).mkdir(parents=True, exist_ok=True)
    apply_theme(app, "light", 100)
    instance = Instance(paths, app)
    assert instance.hold()
    program = building.Application(paths, building.settings_for(paths, own=True), instance)
    program.window.resize(1440, 900)
    program.show()
    program.window.activateWindow()
    # As the program does once its window stands.
    gc.freeze()
    Collector(app)
    try:
        yield program.window
    finally:
        program.window.close()
        program.close()


def wait_for(met: Callable[[], Any]) -> None:
    """Let events through until `met`, idle between them as the program's own loop is."""
    until = time.monotonic() + WAIT_S
    waking = QTimer()
    waking.start(100)
    while not met():
        assert time.monotonic() < until, "waited too long"
        QCoreApplication.processEvents(_AS_THEY_COME)


def let_pass(milliseconds: float) -> None:
    """Let events through for a while, as between two keys."""
    loop = QEventLoop()
    QTimer.singleShot(max(0, round(milliseconds)), loop.quit)
    loop.exec()


def open_in(window: Window, record: DecisionRecord) -> None:
    """Keep `record` and open it."""
    window.records.take_in(record)
    wait_for(lambda: window.pane.form is not None and window.pane.form.isVisible())


def press(field: QWidget, character: str) -> tuple[float, float]:
    """Type a character; return the time, in ms, until it is laid out and painted.

    Then the processor time of this thread, which does not depend on what else runs.
    """
    started, worked = time.perf_counter(), time.thread_time()
    QTest.keyClick(field, character)
    QCoreApplication.processEvents()
    return (time.perf_counter() - started) * 1000, (time.thread_time() - worked) * 1000
