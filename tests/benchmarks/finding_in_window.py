"""Run as a process: types words into the search line, looks when the register shows them.

Arguments: when it was started, the data folder, how often each question is asked.
"""

import json
import sys
import time

from sendapp.ui.window import Window
from tests.benchmarks.finding import WORDS
from tests.benchmarks.program import let_pass, running, wait_for


def main() -> None:
    """Ask for each of the words so often, and print the times."""
    folder, often = sys.argv[2], int(sys.argv[3])
    with running(folder) as window:
        let_pass(3_000)
        times = {words: [_find(window, words) for _ in range(often)] for words in WORDS if words}
    print(json.dumps({"times": times}))


def _find(window: Window, words: str) -> float:
    """Return the time from the words' change to the painted register, in ms."""
    _ask(window, "")
    return _ask(window, words)


def _ask(window: Window, words: str) -> float:
    listed: list[object] = []
    window.register_desk.listed.connect(listed.append)
    started = time.perf_counter()
    window.register_desk.find(words)
    wait_for(lambda: listed)
    window.register.repaint()
    window.register.records.viewport().repaint()
    took = (time.perf_counter() - started) * 1000
    window.register_desk.listed.disconnect(listed.append)
    return took


if __name__ == "__main__":
    main()
