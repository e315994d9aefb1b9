"""The inside of the worker process: take a job, do it, answer; leave when the parent is gone."""

import contextlib
import gc
import multiprocessing
import os
import pickle
import signal
import sys
import threading
import traceback
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection, wait
from typing import Any

from sendapp.documents.jobs import Job, PictureOf
from sendapp.errors import Problem

_SENT_AT_ONCE = 1 << 20


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of a job; `leaving` says that the process ends after it."""

    value: Any = None
    fault: BaseException | None = None
    leaving: bool = False


def serve(pipe: Connection, memory_limit: int) -> None:
    """Do the jobs that come through `pipe` until it closes or None comes."""
    # Ctrl+C in a terminal is for the program, which then closes this process itself.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _leave_with_parent()
    _bound_memory(memory_limit)
    # What is loaded now stays, and need not be looked through for garbage.
    gc.disable()
    # Late, so that the watch on the parent stands before the long imports.
    from sendapp.documents.performing import perform

    gc.freeze()
    gc.enable()
    with contextlib.suppress(EOFError, OSError):
        pipe.send(Answer())
        while (job := receive_job(pipe)) is not None:
            answer = _answer(perform, job)
            pipe.send(answer)
            if answer.leaving:
                return


def send_job(pipe: Connection, job: Job) -> None:
    """Give the process a job; the content of a file goes by pieces.

    As one with the job it would be copied twice while no other thread of the program could run,
    the window's among them.
    """
    if not isinstance(job, PictureOf):
        pipe.send(job)
        return
    pipe.send(replace(job, content=b""))
    content = memoryview(job.content)
    for at in range(0, len(content), _SENT_AT_ONCE):
        pipe.send_bytes(content[at : at + _SENT_AT_ONCE])
    pipe.send_bytes(b"")


def receive_job(pipe: Connection) -> Any:
    """Return the next job as it was sent, None where the process is to leave."""
    job = pipe.recv()
    if isinstance(job, PictureOf):
        return replace(job, content=b"".join(iter(pipe.recv_bytes, b"")))
    return job


def _answer(perform: Any, job: Any) -> Answer:
    try:
        return Answer(perform(job))
    except Problem as fault:
        return Answer(fault=fault)
    except MemoryError:
        return Answer(
            fault=Problem(
                "There is not enough memory to make this document.",
                "Make the pictures of the template smaller, or shorten the record.",
            ),
            leaving=True,
        )
    except Exception as fault:
        return Answer(fault=_portable(fault))


def _portable(fault: Exception) -> Exception:
    """Return a fault of ours in a form that crosses to the parent, with its traceback."""
    story = "".join(traceback.format_exception(fault))
    try:
        pickle.loads(pickle.dumps(fault))
    except Exception:
        fault = RuntimeError(f"{type(fault).__name__}: {fault}")
    fault.add_note(story)
    return fault


def _leave_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is None:
        return

    def watch() -> None:
        wait([parent.sentinel])
        os._exit(0)

    threading.Thread(target=watch, name="parent watch", daemon=True).start()


def _bound_memory(limit: int) -> None:
    """Bound the address space, where the system can."""
    if sys.platform == "win32":
        return
    import resource

    with contextlib.suppress(ValueError, OSError):
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (limit, hard))
