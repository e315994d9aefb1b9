"""*Check this database*: everything in the records file gone through, while others save."""

import threading
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import TYPE_CHECKING

from sendapp.storage.line import Line

if TYPE_CHECKING:
    from sendapp.domain.examined import Examined, Progress


class Under:
    """An examination under way: its result to come, and the way to stop it."""

    def __init__(self) -> None:
        self._stopping = threading.Event()
        self.result: Future[Examined] = Future()

    def stop(self) -> None:
        """Look no further; the result says what was found until then."""
        self._stopping.set()

    def is_stopping(self) -> bool:
        """Whether it was stopped."""
        return self._stopping.is_set()


class Examining:
    """Examines one records file on a thread of its own, with a connection of its own."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._line: Line | None = None
        self._last: Under | None = None

    def begin(self, tell: "Callable[[Progress], None]") -> Under:
        """Begin to look at everything; `tell` is called on that thread with how far it is."""
        under = Under()

        def work() -> "Examined":
            # Late: the window starts without it.
            from sendapp.storage.examining.examination import examine

            return examine(self._path, tell=tell, stop=under.is_stopping)

        if self._line is None:
            self._line = Line("examining")
        under.result = self._line.submit(work)
        self._last = under
        return under

    def close(self) -> None:
        """Look no further, and wait for no slow disk."""
        if self._last is not None:
            self._last.stop()
        if self._line is not None:
            self._line.close(1.0)
