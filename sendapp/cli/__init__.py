"""The same work without a window: documents, checks, records in and out, backups, call-in dates.

Exit codes: 0 done; 1 the input has problems, each on a line of the error output, or a record
lacks what the law requires; 2 wrong use.
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from io import TextIOWrapper

from sendapp.cli.common import DONE, PROBLEMS, WRONG_USE, tell
from sendapp.errors import Problem

__all__ = ["DONE", "PROBLEMS", "WRONG_USE", "is_for", "run"]


def is_for(argv: Sequence[str]) -> bool:
    """Whether these arguments ask for work on the command line rather than for the window."""
    rest = iter(argv)
    for argument in rest:
        if argument == "--data":
            next(rest, None)
        elif argument in ("-h", "--help", "--version") or not argument.startswith("-"):
            return True
    return False


def run(argv: Sequence[str]) -> int:
    """Do what the verb in `argv` says; returns the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # Another code page cannot carry every script, and JSON is UTF-8.
            stream.reconfigure(encoding="utf-8")
    # Late: the window, which starts through here, needs none of the verbs.
    from sendapp.cli.parser import build_parser

    try:
        arguments = build_parser().parse_args(argv)
    except SystemExit as ending:
        return DONE if ending.code in (None, 0) else WRONG_USE
    verb: Callable[[argparse.Namespace], int] = arguments.verb
    try:
        return verb(arguments)
    except Problem as problem:
        tell(problem)
        return PROBLEMS
