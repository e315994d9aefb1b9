"""Spelling, British, from dictionaries that came with the program or were added to by its users."""

import multiprocessing
import threading
from collections.abc import Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING

from sendapp.errors import Problem
from sendapp.files import problem_of, write_whole
from sendapp.paths import resources
from sendapp.services import spelling_engine
from sendapp.services.council import CouncilSettings
from sendapp.services.spelling_engine import Asked

if TYPE_CHECKING:
    # Imported late wherever it is used: compiling what it looks for would delay the window.
    from sendapp.domain.spelling import Word

MOST_SUGGESTED = 7
_CLOSE = 0.8
"""How alike a word of the lists must be to be suggested before the dictionary's."""
_REMEMBERED = 50_000

Misspelt = tuple[tuple[int, int], ...]
"""Where misspelt words stand in a line, in characters."""


class Spelling:
    """Looks words up and suggests others, on a thread of its own and in a process of its own.

    The process is begun with the first question. `failed` futures carry a Problem.
    """

    def __init__(self, own_words: Path, dictionaries: Path | None = None) -> None:
        folder = dictionaries or resources() / "dictionaries"
        self._own_file = own_words
        self._engine = _Engine(folder / "en_GB")
        self._shipped = folder / "council.txt"
        self._lists: tuple[frozenset[str], ...] = ()
        self._council: frozenset[str] = frozenset()
        self._verdicts: dict[str, bool] = {}
        self._suggested: dict[str, tuple[str, ...]] = {}
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="spelling")

    def close(self) -> None:
        """End the process and the thread; what waits is not looked up."""
        self._engine.stop()
        self._pool.shutdown(cancel_futures=True)
        self._engine.stop()

    def use_council(self, council: CouncilSettings) -> None:
        """Know the council's own words, its name and its posts from now on."""
        self._pool.submit(self._use, council)

    def check(self, lines: Sequence[str]) -> "Future[tuple[Misspelt, ...]]":
        """Return, for each line or paragraph, where its misspelt words stand."""
        return self._pool.submit(self._check, tuple(lines))

    def suggest(self, word: str) -> "Future[tuple[str, ...]]":
        """Return at most seven words that may be meant, with the word's kind of apostrophe."""
        return self._pool.submit(self._suggest, word)

    def learn(self, word: str, *, known: bool = True) -> "Future[None]":
        """Add a word to the user's own dictionary, a file with one word a line, or take it out."""
        return self._pool.submit(self._learn, word, known)

    def _use(self, council: CouncilSettings) -> None:
        from sendapp.domain.spelling import looked_up, words_of

        names = [council.council, *(f"{post.title} {post.holder}" for post in council.posts)]
        named = (word.looked_up for name in names for word in words_of(name))
        self._council = frozenset((*map(looked_up, council.words), *named))
        self._suggested = {}

    def _check(self, lines: tuple[str, ...]) -> tuple[Misspelt, ...]:
        from sendapp.domain.spelling import forms, words_of

        own, shipped = self._own_lists()
        lists = own | shipped | self._council
        found = [
            [word for word in words_of(line) if lists.isdisjoint(forms(word.looked_up))]
            for line in lines
        ]
        self._look_up({word.looked_up for words in found for word in words})
        return tuple(
            tuple((word.start, word.end) for word in words if self._is_wrong(word))
            for words in found
        )

    def _look_up(self, words: set[str]) -> None:
        """Learn of each word whether the dictionary has it."""
        if len(self._verdicts) > _REMEMBERED:
            self._verdicts = {}
        new = tuple(sorted(word for word in words if word not in self._verdicts))
        if new:
            wrong = self._engine.ask(Asked(words=new))
            self._verdicts |= {word: word not in wrong for word in new}

    def _is_wrong(self, word: "Word") -> bool:
        from sendapp.domain.spelling import PREFIXES

        if word.prefix and word.looked_up.lower() in PREFIXES:
            return False
        return not self._verdicts[word.looked_up]

    def _suggest(self, word: str) -> tuple[str, ...]:
        import difflib

        from sendapp.domain.spelling import looked_up

        plain = looked_up(word)
        if plain not in self._suggested:
            own, shipped = self._own_lists()
            listed = sorted(own | shipped | self._council)
            close = difflib.get_close_matches(plain, listed, 2, _CLOSE)
            if plain.istitle():
                close = [near[:1].upper() + near[1:] for near in close]
            made = self._engine.ask(Asked(suggest=plain, most=MOST_SUGGESTED))
            self._suggested[plain] = tuple(dict.fromkeys((*close, *made)))[:MOST_SUGGESTED]
        straight = "'" in word
        return tuple(
            meant if straight else meant.replace("'", "\u2019") for meant in self._suggested[plain]
        )

    def _own_lists(self) -> tuple[frozenset[str], ...]:
        if not self._lists:
            shipped = self._shipped.read_text("utf-8")
            self._lists = (frozenset(self._read_own()), frozenset(words_in_list(shipped)))
        return self._lists

    def _read_own(self) -> tuple[str, ...]:
        return read_words(self._own_file) if self._own_file.exists() else ()

    def _learn(self, word: str, known: bool) -> None:
        # Read anew: the officer may have edited the file, or another window added to it.
        (plain,) = words_in_list(word)
        own = set(self._read_own()) - {plain} | ({plain} if known else set())
        write_words(self._own_file, sorted(own))
        self._lists, self._suggested = (), {}


def words_in_list(text: str) -> tuple[str, ...]:
    """Return the words of a list: one a line, # begins a remark."""
    from sendapp.domain.spelling import looked_up

    lines = (line.split("#")[0].strip() for line in text.splitlines())
    return tuple(looked_up(line) for line in lines if line)


def read_words(path: Path) -> tuple[str, ...]:
    """Return the words of the list in the text file `path`; raises a Problem."""
    try:
        return words_in_list(path.read_text("utf-8-sig", errors="replace"))
    except OSError as fault:
        raise problem_of(fault, path, reading=True) from fault


def write_words(path: Path, words: Iterable[str]) -> None:
    """Write a list of words to the text file `path`; raises a Problem."""
    write_whole(path, "".join(f"{word}\n" for word in words).encode())


class _Engine:
    """The dictionary in a process of its own: loading and suggesting would halt the window."""

    def __init__(self, dictionary: Path) -> None:
        self._dictionary = dictionary
        self._lock = threading.Lock()
        self._closed = False
        self._process: multiprocessing.process.BaseProcess | None = None
        self._pipe: Connection | None = None

    def ask(self, asked: Asked) -> Iterable[str]:
        """Return the answer; begins the process, and once more where it died."""
        for attempt in (1, 2):
            try:
                pipe = self._started()
                pipe.send(asked)
                answer: Iterable[str] = pipe.recv()
            except (EOFError, OSError) as fault:
                self._end()
                if attempt == 2 or self._closed:
                    raise Problem(
                        "Spelling cannot be checked at the moment.",
                        "Close some other programs, then start this one again.",
                    ) from fault
            else:
                return answer
        raise AssertionError("unreachable")

    def stop(self) -> None:
        """End the process for good; what waits for its answer gets a Problem."""
        self._closed = True
        self._end()

    def _started(self) -> Connection:
        with self._lock:
            if self._closed:
                raise EOFError
            if self._pipe is None:
                context = multiprocessing.get_context("spawn")
                ours, theirs = context.Pipe()
                self._process = context.Process(
                    target=spelling_engine.serve,
                    args=(theirs, str(self._dictionary)),
                    name="spelling",
                    daemon=True,
                )
                try:
                    self._process.start()
                finally:
                    theirs.close()
                self._pipe = ours
            return self._pipe

    def _end(self) -> None:
        with self._lock:
            process, self._process = self._process, None
            # Not closed here: another thread may be reading it, and the death of the process
            # ends that reading.
            self._pipe = None
        if process is not None and process.is_alive():
            process.terminate()
            process.join(5)
