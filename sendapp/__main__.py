"""The program's one door: the window, or the same work on the command line."""

import gc
import multiprocessing
import os
import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Open the window, or do what a verb says; returns the exit code."""
    # In a frozen program the worker process starts here too, and goes no further.
    multiprocessing.freeze_support()
    argv = list(sys.argv[1:] if arguments is None else arguments)
    # What is loaded now stays: looking for garbage in it takes a quarter of the start.
    gc.disable()
    # Imported late: the worker process and the command line must not pay for the window.
    from sendapp import cli

    if cli.is_for(argv):
        gc.enable()
        return cli.run(argv)
    return _open_window(argv)


def _open_window(argv: list[str]) -> int:
    from sendapp.display import missing_library, what_keeps_the_window_away

    sentence = what_keeps_the_window_away(os.environ)
    if sentence:
        return _refuse(sentence)
    try:
        from sendapp.app import run
    except ImportError as fault:
        if sentence := missing_library(fault):
            return _refuse(sentence)
        raise
    return run(argv)


def _refuse(sentence: str) -> int:
    sys.stderr.write(sentence + "\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
