"""Spelling of what changed: lines are asked about in batches, and answers remembered."""

import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from shiboken6 import isValid

from sendapp.editing.later import when_done
from sendapp.errors import Problem

BATCH_CHARACTERS = 2_000
"""How much is asked for at once, so that what is typed meanwhile need not wait for long."""
SLICE_S = 0.004
"""How long answers are handed out before the window comes first again."""
_REMEMBERED = 20_000

Misspelt = tuple[tuple[int, int], ...]
Check = Callable[[Sequence[str]], Future[tuple[Misspelt, ...]]]
Told = Callable[[str, Misspelt], object]


@dataclass(frozen=True, slots=True)
class _Waiting:
    """Somebody who wants to be told of a line."""

    line: str
    owner: QObject
    told: Told


class Speller(QObject):
    """Has lines checked away from the interface thread and tells who asked.

    What was found in a line is remembered, so that a text that comes back, as by undo, needs no
    more than a look.
    """

    failed = Signal(object)
    """Spelling cannot be checked: a Problem. Told once, until it works again."""

    def __init__(self, check: Check, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._check = check
        self._known: dict[str, Misspelt] = {}
        self._waiting: list[_Waiting] = []
        self._answered: list[tuple[_Waiting, Misspelt]] = []
        self._running = False
        self._has_failed = False
        self._age = 0
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._ask)
        self._telling = QTimer(self)
        self._telling.setSingleShot(True)
        self._telling.setInterval(0)
        self._telling.timeout.connect(self._tell)

    def known(self, line: str) -> Misspelt | None:
        """Return where `line` is misspelt, in characters, None where that is not known yet."""
        return self._known.get(line)

    def ask(self, line: str, owner: QObject, told: Told) -> None:
        """Have `told(line, misspelt)` called later, unless `owner` is gone by then."""
        self._waiting.append(_Waiting(line, owner, told))
        self._soon.start()

    def forget(self) -> None:
        """Know nothing any more: the dictionaries have changed. Who is interested asks again."""
        self._known = {}
        self._waiting, self._answered = [], []
        self._age += 1

    @Slot()
    def _ask(self) -> None:
        if self._running or not self._waiting:
            return
        batch = self._next_batch()
        lines = tuple(dict.fromkeys(waiting.line for waiting in batch))
        self._running = True
        age = self._age

        def found(answers: tuple[Misspelt, ...]) -> None:
            self._running = self._has_failed = False
            if age == self._age:
                self._remember(dict(zip(lines, answers, strict=True)), batch)
            self._soon.start()

        def did_not(fault: BaseException) -> None:
            self._running = False
            self._waiting = []
            if not isinstance(fault, Problem):
                raise fault
            if not self._has_failed:
                self._has_failed = True
                self.failed.emit(fault)

        when_done(self._check(lines), self, found, did_not)

    def _next_batch(self) -> list[_Waiting]:
        size = taken = 0
        for waiting in self._waiting:
            taken += 1
            size += len(waiting.line)
            if size >= BATCH_CHARACTERS:
                break
        batch, self._waiting = self._waiting[:taken], self._waiting[taken:]
        return batch

    def _remember(self, found: dict[str, Misspelt], batch: list[_Waiting]) -> None:
        if len(self._known) > _REMEMBERED:
            self._known = {}
        self._known |= found
        self._answered += [(waiting, found[waiting.line]) for waiting in batch]
        self._telling.start()

    @Slot()
    def _tell(self) -> None:
        until = time.perf_counter() + SLICE_S
        while self._answered and time.perf_counter() < until:
            waiting, misspelt = self._answered.pop(0)
            if isValid(waiting.owner):
                waiting.told(waiting.line, misspelt)
        if self._answered:
            self._telling.start()
