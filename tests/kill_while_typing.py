"""kill -9 while an officer types: how many seconds of typing are lost, and is the file whole?

    python -m tests.kill_while_typing --times 200

A process of its own runs the real window and types at a steady pace, without a pause in which
saving would be easy; every key is written to a log, and to the disk, before it is pressed.
"""

import argparse
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from itertools import count, islice
from pathlib import Path
from typing import TYPE_CHECKING

from sendapp.domain.richtext_html import words_of
from sendapp.storage.checks import check_file
from sendapp.storage.database import open_database
from sendapp.storage.records import RecordStore

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from sendapp.ui.window import Window

ROOT = Path(__file__).resolve().parents[1]
PACE_MS = 80
"""A fast typist."""
SHORTEST_S, LONGEST_S = 0.3, 9.0
"""When after the first key the program is killed."""
MOST_LOST_S = 5.0
AT_ONCE = 4
"""How many windows are typed into at a time; they mostly wait for the next key."""


@dataclass(frozen=True, slots=True)
class Killed:
    """What one kill left: how much was typed, how much of it is kept, how long the rest took."""

    typed: int
    kept: int
    is_prefix: bool
    lost_s: float

    @property
    def is_bad(self) -> bool:
        """Whether more was lost than may be, or something else is kept than was typed."""
        return not self.is_prefix or self.lost_s > MOST_LOST_S


def words_for_ever() -> Iterator[str]:
    """Yield the letters that are typed, no stretch of which comes twice."""
    for number in count(1):
        yield from f"word {number} "


def kill_often(
    times: int, folder: Path, *, seed: int = 7, breaks_saving: bool = False
) -> list[Killed]:
    """Start the window, type and kill it `times` times, each in a data folder of its own."""
    chance = random.Random(seed)
    moments = [chance.uniform(SHORTEST_S, LONGEST_S) for _ in range(times)]
    if breaks_saving:
        # Long enough that a program that saves would have saved.
        moments = [LONGEST_S] * times
    with ThreadPoolExecutor(AT_ONCE) as threads:
        runs: list[Future[Killed]] = [
            threads.submit(_kill_once, folder / str(number), moment, breaks_saving)
            for number, moment in enumerate(moments)
        ]
        return [run.result() for run in runs]


def told(results: Sequence[Killed]) -> str:
    """Return the figures in a sentence."""
    lost = [result.lost_s for result in results]
    return (
        f"{len(results)} kills while typing: at most {max(lost):.2f} s of typing lost, "
        f"median {statistics.median(lost):.2f} s; {sum(r.typed for r in results)} keys typed, "
        f"{sum(r.kept for r in results)} kept, every file opens"
    )


def _kill_once(folder: Path, moment_s: float, breaks_saving: bool) -> Killed:
    folder.mkdir(parents=True)
    log = folder / "keys.log"
    argv = [sys.executable, "-m", "tests.kill_while_typing", "--type-into", str(folder)]
    argv += ["--break-saving"] if breaks_saving else []
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "HOME": str(folder)}
    errors = folder / "errors.log"
    with (
        errors.open("wb") as complaints,
        subprocess.Popen(
            argv, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=complaints
        ) as program,
    ):
        assert program.stdout is not None
        ready = program.stdout.readline()
        assert ready == b"typing\n", errors.read_text()
        try:
            program.wait(timeout=moment_s)
        except subprocess.TimeoutExpired:
            killed_at = time.monotonic()
            program.kill()
        else:
            raise AssertionError(f"The window ended by itself: {errors.read_text()}")
    times = [float(line) for line in log.read_text().split("\n")[:-1]]
    return _what_is_left(folder, times, max(killed_at, times[-1]))


def _what_is_left(folder: Path, times: list[float], killed_at: float) -> Killed:
    path = folder / "data" / "records.db"
    db = open_database(path, create=False)
    store = RecordStore(db)
    (record_id,) = store.ids()
    decisions = store.get(record_id).record.decisions
    db.close()
    check_file(path)
    text = words_of(decisions[0].text) if decisions else ""
    is_prefix = text == "".join(islice(words_for_ever(), len(text))) and len(text) <= len(times)
    lost_s = killed_at - times[len(text)] if len(text) < len(times) else 0.0
    return Killed(len(times), len(text), is_prefix, lost_s)


def _type_into(folder: Path, *, breaks_saving: bool) -> None:
    """Be the program: open the window on `folder`/data, begin a record and type for ever."""
    from PySide6.QtCore import QTimer
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    app = QApplication([])
    window = _open_window(app, folder, breaks_saving=breaks_saving)
    letters = words_for_ever()
    log = os.open(folder / "keys.log", os.O_CREAT | os.O_WRONLY | os.O_APPEND)
    pace = QTimer(app)

    def press_a_key() -> None:
        os.write(log, f"{time.monotonic():.6f}\n".encode())
        os.fsync(log)
        QTest.keyClick(window.windowHandle(), next(letters))

    def begin_to_type() -> None:
        if window.pane.form is not None and not pace.isActive():
            window.pane.form.reveal("decisions[0]")
            press_a_key()
            pace.start(PACE_MS)
            sys.stdout.write("typing\n")
            sys.stdout.flush()

    pace.timeout.connect(press_a_key)
    window.records.changed.connect(lambda: QTimer.singleShot(0, begin_to_type))
    window.acts["new"].trigger()
    app.exec()


def _open_window(app: "QApplication", folder: Path, *, breaks_saving: bool) -> "Window":
    from sendapp.app import Application, settings_for
    from sendapp.files import private_folder
    from sendapp.instance import Instance
    from sendapp.paths import paths_for
    from sendapp.services.desk import Saved

    paths = paths_for(folder / "data")
    private_folder(paths.data)
    instance = Instance(paths, app)
    assert instance.hold()
    program = Application(paths, settings_for(paths, own=True), instance)
    if breaks_saving:
        pretended: Future[Saved] = Future()
        pretended.set_result(Saved(hash="", at="2026-03-02T10:00:00+00:00"))
        program.window.pane._save = lambda record, typed: pretended
    program.show()
    program.window.activateWindow()
    return program.window


def main() -> int:
    """Kill as often as asked, say how much was lost; 1 if it was too much."""
    parser = argparse.ArgumentParser(prog="python -m tests.kill_while_typing")
    parser.add_argument("--times", type=int, default=200)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--break-saving", action="store_true", help="the check must fail then")
    parser.add_argument("--type-into", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.type_into:
        _type_into(options.type_into, breaks_saving=options.break_saving)
        return 0
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        results = kill_often(
            options.times, Path(folder), seed=options.seed, breaks_saving=options.break_saving
        )
    bad = [result for result in results if result.is_bad]
    sys.stdout.write(told(results) + "\n" + "".join(f"too much: {result}\n" for result in bad))
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
