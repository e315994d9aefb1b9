"""Run as a process: types, pauses, and looks when the page is fresh.

Arguments: when it was started, the data folder, how many pauses.
"""

import json
import sys
import time
from dataclasses import replace
from functools import partial

from PySide6.QtTest import QTest

from sendapp.ui.window import Window
from tests.benchmarks.figures import timed
from tests.benchmarks.program import let_pass, open_in, running, wait_for
from tests.benchmarks.setting import first_record, two_pages

WAIT_S = 60


def main() -> None:
    """Type a word and pause, so often; print the times from the key and from the pause."""
    folder, pauses = sys.argv[2], int(sys.argv[3])
    found: dict[str, list[float]] = {"from_key": [], "from_pause": [], "worker": []}
    with running(folder) as window:
        open_in(window, two_pages(first_record()))
        shown: list[object] = []
        window.pages_desk.maker.made.connect(lambda pages, _: shown.append(pages))
        wait_for(lambda: shown)
        for number in range(pauses + 2):
            let_pass(400)
            from_key, from_pause = _pause(window, shown, number)
            let_pass(400)
            alone = _alone(window, number)
            if number > 1:
                found["from_key"].append(from_key)
                found["from_pause"].append(from_pause)
                found["worker"].append(alone)
        pages = len(window.pages.view.page_layout.pages)
        let_pass(1_500)
    print(json.dumps(found | {"pages": pages}))


def _pause(window: Window, shown: list[object], number: int) -> tuple[float, float]:
    """Return the times from the last key, and from its reaching the record, to the paint."""
    form, open_record = window.pane.form, window.pane.open_record
    assert form is not None
    assert open_record is not None
    form.reveal("reasons[0].text")
    changed: list[float] = []
    note = lambda _: changed.append(time.perf_counter())  # noqa: E731
    open_record.changed.connect(note)
    QTest.keyClicks(window.focusWidget(), f"word{number}")
    last_key = time.perf_counter()
    shown.clear()
    wait_for(lambda: shown and changed)
    window.pages.view.viewport().repaint()
    painted = time.perf_counter()
    open_record.changed.disconnect(note)
    return (painted - last_key) * 1000, (painted - changed[0]) * 1000


def _alone(window: Window, number: int) -> float:
    """Return what the same request takes when no window waits for it."""
    open_record = window.pane.open_record
    assert open_record is not None
    first, dpi, count = window.pages.wanted()
    record = replace(open_record.record, wards=f"ward {number}")
    make = partial(window.pages_desk._exporter.pages, record, dpi=dpi, first_page=first)
    return timed(lambda: make(images=count).result(WAIT_S))


if __name__ == "__main__":
    main()
