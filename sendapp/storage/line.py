"""A thread that does one thing after another, and holds up nobody's end."""

import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, TypeVar

T = TypeVar("T")


class Line:
    """Does what it is given, in turn.

    An executor's thread would hold up the end of the program for as long as a drive that does not
    answer holds up the thread; this one is left behind.
    """

    def __init__(self, name: str) -> None:
        self._asked: queue.SimpleQueue[tuple[Callable[[], Any], Future[Any]] | None]
        self._asked = queue.SimpleQueue()
        self._giving_up = threading.Event()
        self._closing = threading.Lock()
        self._closed = False
        self._thread = threading.Thread(target=self._serve, name=name, daemon=True)
        self._thread.start()

    def submit(self, work: Callable[[], T]) -> "Future[T]":
        """Do `work` after all that was asked before, and return its result to come."""
        future: Future[T] = Future()
        with self._closing:
            if self._closed:
                raise RuntimeError("the line is closed")
            self._asked.put((work, future))
        return future

    def close(self, within_s: float) -> bool:
        """Finish what was asked; returns False where that took longer, and drops what is left."""
        with self._closing:
            if not self._closed:
                self._closed = True
                self._asked.put(None)
        self._thread.join(within_s)
        if not self._thread.is_alive():
            return True
        self._giving_up.set()
        return False

    def _serve(self) -> None:
        while (asked := self._asked.get()) is not None:
            work, future = asked
            if self._giving_up.is_set():
                future.cancel()
            if not future.set_running_or_notify_cancel():
                continue
            try:
                result = work()
            except BaseException as fault:
                future.set_exception(fault)
            else:
                future.set_result(result)
