"""Files that belong to records: filed, listed, shown, opened and saved out, each verb a future."""

import logging
import os
import shutil
import uuid
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Protocol, TypeVar

from sendapp.documents.jobs import FirstPage, NotShown, PictureOf
from sendapp.domain.filed import MOST_BYTES, NOT_PUBLIC, FileKind, media_type_of, refuse_size
from sendapp.domain.safe_names import safe_name
from sendapp.domain.text import one_line, without_refused
from sendapp.errors import Problem
from sendapp.files import private_folder, problem_of, read_bytes, usual_folder, write_whole
from sendapp.services.file_names import unused
from sendapp.storage.files import Filed
from sendapp.storage.keeper import Keeper, Stores
from sendapp.storage.line import Line

T = TypeVar("T")

log = logging.getLogger("sendapp")

# The window may not import storage and documents, and takes these from here.
__all__ = ["LONGEST_NOTE", "Filed", "Filing", "FirstPage", "NotShown", "write_files"]

LONGEST_NOTE = 500
"""How many characters a note or a reason may have."""

_NOT_PUBLIC_FOLDER = "Not for publication"
_ASIDE_FOLDER = "Set aside"
_PATIENCE_S = 8.0
"""How long closing waits for a file that is being filed or written."""


class Shows(Protocol):
    """What makes pictures of files: the worker process."""

    def submit(self, job: PictureOf) -> "Future[FirstPage]":
        """Make a picture."""


class Filing:
    """Reads and writes other files on a thread of its own, so that a slow share holds up nobody.

    `opened` is the folder of copies that are opened to be looked at; it is emptied at the start,
    too, in case they were still open elsewhere at the end.
    """

    def __init__(self, keeper: Keeper, shows: Shows, opened: Path) -> None:
        self._keeper = keeper
        self._shows = shows
        self._opened = opened
        self._line = Line("filing")
        self._showing = Line("showing files")
        self._line.submit(self._sweep)

    def file(self, record_id: str, path: Path, kind: FileKind, note: str = "") -> "Future[Filed]":
        """File what is at `path` with a record; done once it is kept and proved."""

        def work() -> Filed:
            return self._add(record_id, path.name, kind, _content_of(path), note)

        return self._line.submit(work)

    def file_bytes(
        self, record_id: str, name: str, kind: FileKind, content: bytes, note: str = ""
    ) -> "Future[Filed]":
        """File `content` under `name`."""
        return self._line.submit(lambda: self._add(record_id, name, kind, content, note))

    def file_made(
        self, record_id: str, name: str, kind: FileKind, made: "Future[bytes]", note: str = ""
    ) -> "Future[Filed]":
        """File what is still being made; closing waits for it, as for any other file."""
        return self._line.submit(lambda: self._add(record_id, name, kind, made.result(), note))

    def listing(self, record_id: str) -> "Future[list[Filed]]":
        """Return what is filed with a record, in the order it came."""
        return self._run(lambda stores: stores.files.listing(record_id))

    def content(self, number: int) -> "Future[bytes]":
        """Return the bytes of a file, as they were filed."""
        return self._run(lambda stores: stores.files.content(number))

    def remove(self, number: int) -> "Future[Filed]":
        """Take a file out of a record that is not decided."""
        return self._run(lambda stores: stores.files.remove(number))

    def set_aside(self, number: int, reason: str) -> "Future[Filed]":
        """Say of a file that it does not count, and why."""
        words = _clean(reason)
        return self._run(lambda stores: stores.files.set_aside(number, words))

    def put_back(self, number: int) -> "Future[Filed]":
        """Let a file count again that was set aside."""
        return self._run(lambda stores: stores.files.put_back(number))

    def first_page(self, filed: Filed, width: int) -> "Future[FirstPage]":
        """Return a picture of the first page, `width` dots wide; NotShown says why there is none.

        Cancelling the future while it waits saves the work.
        """

        def work() -> FirstPage:
            content = self.content(filed.number).result()
            job = PictureOf(content=content, media_type=filed.media_type, width=width)
            try:
                return self._shows.submit(job).result()
            except NotShown:
                raise
            except Problem as problem:
                raise NotShown(
                    "The first page cannot be shown: it took too long, or more room than there is.",
                    "The file is kept as it is. Open it to look at it.",
                ) from problem

        return self._showing.submit(work)

    def open_copy(self, number: int) -> "Future[Path]":
        """Write a copy that only its user can read and nobody can change; return where it is."""

        def work() -> Path:
            filed, content = self._read(number)
            private_folder(self._opened)
            path = private_folder(self._opened / uuid.uuid4().hex) / filed.name
            write_whole(path, content)
            # What is changed in it would be lost: whoever opened it learns so there.
            path.chmod(0o400)
            return path

        return self._line.submit(work)

    def save_as(self, number: int, path: Path) -> "Future[Path]":
        """Write a file to `path`, whole or not at all."""

        def work() -> Path:
            write_whole(path, self._read(number)[1], private=False)
            return path

        return self._line.submit(work)

    def export_all(self, record_id: str, folder: Path) -> "Future[list[Path]]":
        """Write all files of a record into `folder`; see `write_files`."""
        return self._line.submit(lambda: write_files(self._keeper, record_id, folder))

    def close(self) -> None:
        """Finish what is being filed, and take the opened copies away."""
        self._showing.close(0)
        if not self._line.close(_PATIENCE_S):
            log.error("not all files were filed before the program ended")
        self._sweep()

    def _add(self, record_id: str, name: str, kind: FileKind, content: bytes, note: str) -> Filed:
        name, words = safe_name(name), _clean(note)
        media_type = media_type_of(name, kind, content)
        return self._now(
            lambda stores: stores.files.add(record_id, name, kind, media_type, content, words)
        )

    def _read(self, number: int) -> tuple[Filed, bytes]:
        return self._now(lambda stores: (stores.files.get(number), stores.files.content(number)))

    def _now(self, work: Callable[[Stores], T]) -> T:
        return self._run(work).result()

    def _run(self, work: Callable[[Stores], T]) -> "Future[T]":
        return self._keeper.run(work)

    def _sweep(self) -> None:
        """Delete the opened copies; those that another program still holds go at the next start."""
        with suppress(OSError):
            for path in self._opened.rglob("*"):
                with suppress(OSError):
                    # Elsewhere than here, a file that nobody may write cannot be deleted.
                    path.chmod(0o700)
        shutil.rmtree(self._opened, ignore_errors=True)


def write_files(keeper: Keeper, record_id: str, folder: Path) -> list[Path]:
    """Write the files of a record into `folder`; returns where they are, none if it has none.

    What is not for publication, and what was set aside, is in folders of those names, one within
    the other where it is both. Nothing
    that is there already is written over: another file of the same name gets a number. Waits for
    the keeper's thread, one file at a time.
    """
    written: list[Path] = []
    for filed in keeper.run(lambda stores: stores.files.listing(record_id)).result():
        content = keeper.run(partial(_content, filed.number)).result()
        within = folder / _NOT_PUBLIC_FOLDER if filed.kind in NOT_PUBLIC else folder
        if filed.is_aside:
            within /= _ASIDE_FOLDER
        written.append(_written(filed.name, content, usual_folder(within), written))
    return written


def _written(name: str, content: bytes, folder: Path, written: list[Path]) -> Path:
    """Write a file under a name that is free; one that is there with this very content stays."""
    taken = {path.name.lower() for path in written if path.parent == folder}
    while True:
        path = folder / unused(name, taken)
        if not os.path.lexists(path):
            write_whole(path, content, private=False)
            return path
        if path.is_file() and read_bytes(path, len(content) + 1) == content:
            return path
        taken.add(path.name.lower())


def _content(number: int, stores: Stores) -> bytes:
    return stores.files.content(number)


def _content_of(path: Path) -> bytes:
    """Return what is in a file; one that is too large is not read."""
    try:
        if path.is_file():
            refuse_size(path.name, path.stat().st_size)
    except OSError as fault:
        raise problem_of(fault, path, reading=True) from fault
    content = read_bytes(path, MOST_BYTES + 1)
    refuse_size(path.name, len(content))
    return content


def _clean(words: str) -> str:
    return one_line(without_refused(words), LONGEST_NOTE).strip()
