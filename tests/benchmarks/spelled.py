"""Run as a process: opens an item of many words with spelling on, and notes how long it stalls.

Arguments: when it was started, the data folder, how many words, "on" or "off".
"""

import json
import random
import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer

from sendapp.domain.record import DecisionRecord, Item
from tests.benchmarks.program import let_pass, open_in, press, running, wait_for
from tests.benchmarks.setting import paragraphs_record

_EVERY_S = 0.004
_FILLED_MS = 350
_BETWEEN_KEYS_MS = 70
_TYPED = "the councl is asked to aprove it " * 6
_FREQUENT_MISSPELLING = 50
"""One word in so many is wrong."""


def main() -> None:
    """Open two records in turn, the long one last; print the stalls between the loop's rounds."""
    folder, words, on = sys.argv[2], int(sys.argv[3]), sys.argv[4] == "on"
    with running(folder) as window:
        window.acts["spelling"].setChecked(on)
        open_in(window, paragraphs_record(4))
        let_pass(2_500)
        window.pane.leave()
        open_in(window, _long(words))
        # Filling the form is not what is measured; its spelling is looked up after it.
        let_pass(_FILLED_MS)
        gaps = _Gaps()
        if on:
            wait_for(lambda: _shown(window) >= min(words // _FREQUENT_MISSPELLING // 2, 50))
        let_pass(2_000)
        stalls = gaps.stop()
        form = window.pane.form
        assert form is not None
        form.reveal("reasons[0]")
        editor = window.focusWidget()
        keys = []
        for letter in _TYPED:
            let_pass(_BETWEEN_KEYS_MS)
            keys.append(press(editor, letter)[0])
        let_pass(1_500)
    print(json.dumps({"stalls": stalls, "keys": keys}))


class _Gaps:
    """Notes, from now on, how long the event loop did not come round."""

    def __init__(self) -> None:
        self._found: list[float] = []
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.timeout.connect(self._note)
        self._timer.start(round(_EVERY_S * 1000))

    def _note(self) -> None:
        now = time.perf_counter()
        self._found.append(max(0.0, now - self._last - _EVERY_S) * 1000)
        self._last = now

    def stop(self) -> list[float]:
        """Return what was noted, in ms."""
        self._timer.stop()
        return self._found


def _shown(window) -> int:  # type: ignore[no-untyped-def]
    form = window.pane.form
    texts = form.texts() if form is not None else []
    return sum(len(text.editor.marks.spans("spelling")) for text in texts)


def _long(words: int) -> DecisionRecord:
    """Return a record with one reason of so many words, in paragraphs of a hundred."""
    corpus = Path(__file__).parents[1] / "services" / "spelling_corpus" / "right.txt"
    lines = corpus.read_text("utf-8").splitlines()
    known = [line for line in lines if line.isalpha()]
    chance = random.Random(4)
    made = [chance.choice(known) for _ in range(words)]
    for at in range(0, words, _FREQUENT_MISSPELLING):
        made[at] = f"xq{'abcdefghij'[at // 50 % 10]}zz{'klmnopqrst'[at // 500 % 10]}"
    lines = [" ".join(made[at : at + 100]) for at in range(0, words, 100)]
    text = "".join(f"<p>{line}</p>" for line in lines)
    return DecisionRecord(title="A long reason", reasons=(Item(text=text),))


if __name__ == "__main__":
    main()
