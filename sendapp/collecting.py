"""Looking for garbage on the interface thread alone."""

import gc

from PySide6.QtCore import QObject, QThread, QTimer, Slot

EVERY_MS = 1_000
_GROWN = 1.25
"""A search through everything waits until there is a quarter more of it, as Python's own does."""


class Collector(QObject):
    """Looks for garbage now and then, on the thread it was made on, and keeps Python from it.

    Python looks for garbage on whatever thread happens to make objects. Objects of Qt that are
    taken apart on another thread than theirs crash the program.
    """

    def __init__(self, parent: QObject | None = None, every_ms: int = EVERY_MS) -> None:
        super().__init__(parent)
        gc.disable()
        self._old = len(gc.get_objects(generation=2))
        self._timer = QTimer(self)
        self._timer.setInterval(every_ms)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    @Slot()
    def look(self) -> None:
        """Take apart what is garbage, as old as Python's own thresholds say it is time for."""
        # A menu, or a dialog of the system, runs a loop within an event of Qt: not in there.
        if QThread.currentThread().loopLevel() > 1:
            return
        generation = due(gc.get_count(), gc.get_threshold())
        if generation == 2 and not self._has_grown():
            generation = 1
        if generation is not None:
            gc.collect(generation)
        if generation == 2:
            self._old = len(gc.get_objects(generation=2))

    def _has_grown(self) -> bool:
        return len(gc.get_objects(generation=2)) > self._old * _GROWN


def due(counts: tuple[int, int, int], thresholds: tuple[int, int, int]) -> int | None:
    """Return the oldest generation that it is time to look through, None for none of them."""
    over = [n for n in range(3) if counts[n] > thresholds[n] > 0]
    return over[-1] if over else None
