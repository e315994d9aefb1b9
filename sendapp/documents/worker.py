"""The process that makes documents and pages, so that typing never waits for them."""

import contextlib
import multiprocessing
import threading
import time
from collections import deque
from concurrent.futures import Future
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from typing import Any, overload

from sendapp.documents import serving
from sendapp.documents.jobs import (
    FirstPage,
    Job,
    Pages,
    PictureOf,
    RenderList,
    RenderPages,
    RenderPdf,
    RenderWord,
)
from sendapp.errors import Problem, TemplateProblem

LIMIT_S = 30.0
MEMORY_LIMIT = 1 << 30
RENDERS = 500
_START_LIMIT_S = 60.0
_STOP_LIMIT_S = 2.0


@dataclass(slots=True)
class _Task:
    job: Job
    future: "Future[Any]"


@dataclass(slots=True)
class _Child:
    process: SpawnProcess
    pipe: Connection
    renders: int = 0


class Worker:
    """One process that does jobs one after the other; restarted when it stops or is stopped."""

    def __init__(
        self,
        *,
        limit_s: float = LIMIT_S,
        memory_limit: int = MEMORY_LIMIT,
        renders: int = RENDERS,
    ) -> None:
        """Start the process in the background.

        `limit_s` seconds and `memory_limit` bytes bound one job (the memory where the system
        can); after `renders` jobs the process is replaced.
        """
        self._limit_s = limit_s
        self._memory_limit = memory_limit
        self._renders = renders
        self._exports: deque[_Task] = deque()
        self._pages: dict[str, _Task] = {}
        self._pages_were_last = False
        self._changed = threading.Condition()
        self._closing = False
        self._child: _Child | None = None
        self._start_fault: Exception | None = None
        self._thread = threading.Thread(target=self._run, name="documents", daemon=True)
        self._thread.start()

    @overload
    def submit(self, job: RenderWord | RenderPdf | RenderList) -> "Future[bytes]": ...
    @overload
    def submit(self, job: RenderPages) -> "Future[Pages]": ...
    @overload
    def submit(self, job: PictureOf) -> "Future[FirstPage]": ...
    def submit(self, job: Job) -> "Future[Any]":
        """Queue `job` and return its future; callbacks run in the worker's own thread.

        A waiting RenderPages of the same purpose is cancelled. Pages come before exports, but
        never twice in a row while an export waits.
        """
        task = _Task(job, Future())
        with self._changed:
            if self._closing:
                raise RuntimeError("the worker is closed")
            if isinstance(job, RenderPages):
                older = self._pages.pop(job.purpose, None)
                self._pages[job.purpose] = task
            else:
                older = None
                self._exports.append(task)
            self._changed.notify()
        if older:
            older.future.cancel()
        return task.future

    def close(self) -> None:
        """Stop the process and cancel what waits; safe to call twice."""
        with self._changed:
            self._closing = True
            waiting = [*self._exports, *self._pages.values()]
            self._exports.clear()
            self._pages.clear()
            self._changed.notify()
            child = self._child
        for task in waiting:
            task.future.cancel()
        if child:
            _stop(child)
        self._thread.join()

    @property
    def process_id(self) -> int | None:
        """The number of the process, None while there is none."""
        child = self._child
        return child.process.pid if child else None

    def _run(self) -> None:
        while not self._closing:
            if self._child is None:
                self._start()
            task = self._next()
            if task and task.future.set_running_or_notify_cancel():
                if self._child is None:
                    # It could not be started a while ago; perhaps it can now.
                    self._start()
                self._do(task)
            child = self._child
            if child and child.renders >= self._renders:
                self._drop(child)
        if child := self._child:
            self._drop(child)

    def _next(self) -> _Task | None:
        """Return the next task, None once the worker closes."""
        with self._changed:
            self._changed.wait_for(lambda: self._closing or self._exports or self._pages)
            if self._closing:
                return None
            if self._pages and not (self._exports and self._pages_were_last):
                self._pages_were_last = True
                return self._pages.pop(next(iter(self._pages)))
            self._pages_were_last = False
            return self._exports.popleft()

    def _start(self) -> None:
        """Start the process; what prevents it is told to the next task, and the thread goes on."""
        self._start_fault = None
        try:
            child = _started(self._memory_limit)
        except OSError as fault:
            self._start_fault = _cannot_start(fault)
            return
        except Exception as fault:
            self._start_fault = fault
            return
        with self._changed:
            self._child = child
        if _answer(child, _START_LIMIT_S) is None:
            self._drop(child)
            # Do not start processes in a tight loop where none can start.
            time.sleep(0.2)

    def _do(self, task: _Task) -> None:
        """Finish the task's future, whatever happens: nobody else would."""
        try:
            made = self._made(task.job)
        except Exception as fault:
            task.future.set_exception(fault)
        else:
            task.future.set_result(made)

    def _made(self, job: Job) -> Any:
        """Return what the process makes of `job`; raises whatever went wrong."""
        child = self._child
        if child is None:
            raise self._start_fault or _stopped()
        try:
            serving.send_job(child.pipe, job)
        except OSError:
            self._drop(child)
            raise _stopped() from None
        started = time.monotonic()
        try:
            answer = _answer(child, self._limit_s)
        except Exception:
            # What came could not be read: no more is to be expected of this process.
            self._drop(child)
            raise
        child.renders += 1
        if answer is None:
            late = time.monotonic() - started >= self._limit_s
            self._drop(child)
            raise self._too_long() if late else _stopped()
        if answer.leaving:
            self._drop(child)
        if answer.fault is not None:
            raise answer.fault
        return answer.value

    def _too_long(self) -> Problem:
        return TemplateProblem(
            f"The template was stopped: it was not finished after {self._limit_s:g} seconds.",
            "Look for loops within loops in the template, or shorten the record.",
        )

    def _drop(self, child: _Child) -> None:
        with self._changed:
            if self._child is child:
                self._child = None
        _stop(child)


def _stopped() -> Problem:
    return Problem(
        "The part of the program that makes pages stopped, and has been started again.",
        "Try again. If it keeps stopping, simplify the template or shorten the record.",
    )


def _cannot_start(fault: OSError) -> Problem:
    return Problem(
        f"The part of the program that makes pages cannot be started: {fault.strerror or fault}.",
        "Close some other programs, then try again.",
    )


def _started(memory_limit: int) -> _Child:
    """Start a process; raises OSError where the system has no room for one."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(
        target=serving.serve, args=(theirs, memory_limit), name="documents", daemon=True
    )
    try:
        process.start()
    except BaseException:
        ours.close()
        raise
    finally:
        theirs.close()
    return _Child(process, ours)


def _answer(child: _Child, limit_s: float) -> serving.Answer | None:
    """Return the child's answer, None if it died or said nothing within `limit_s` seconds."""
    try:
        ready = wait([child.pipe, child.process.sentinel], timeout=limit_s)
        if child.pipe in ready or child.pipe.poll():
            answer = child.pipe.recv()
            assert isinstance(answer, serving.Answer)
            return answer
    except (OSError, EOFError, ValueError):
        # The pipe broke, or was closed while we waited.
        pass
    return None


def _stop(child: _Child) -> None:
    """End the child: it leaves by itself once its pipe closes, and is killed if it does not."""
    with contextlib.suppress(OSError, ValueError):
        child.pipe.send(None)
    child.process.join(0.1)
    if child.process.is_alive():
        with contextlib.suppress(OSError):
            child.process.kill()
    child.process.join(_STOP_LIMIT_S)
    with contextlib.suppress(OSError):
        child.pipe.close()
