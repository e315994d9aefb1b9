"""The inside of the spelling process: a dictionary, which words are in it, and what was meant."""

import contextlib
import gc
import signal
from dataclasses import dataclass
from itertools import islice
from multiprocessing.connection import Connection


@dataclass(frozen=True, slots=True)
class Asked:
    """Words to be looked up, or one word for which others are to be suggested."""

    words: tuple[str, ...] = ()
    suggest: str = ""
    most: int = 7


def serve(pipe: Connection, dictionary: str) -> None:
    """Answer what comes through `pipe` until it closes.

    `dictionary` is the path of the .aff and .dic file without that ending. To `words` the answer
    is the set of those that are in no dictionary, to `suggest` a tuple, the likeliest first.
    """
    # Ctrl+C in a terminal is for the program, which then closes this process itself.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.disable()
    from spylls.hunspell import Dictionary

    known = Dictionary.from_files(dictionary)
    gc.freeze()
    gc.enable()
    # The pipe breaks when the program is gone, however it went.
    with contextlib.suppress(EOFError, OSError):
        while (asked := pipe.recv()) is not None:
            if asked.suggest:
                pipe.send(tuple(islice(known.suggest(asked.suggest), asked.most)))
            else:
                pipe.send(frozenset(word for word in asked.words if not known.lookup(word)))
