"""Files that appear whole or not at all, and folders private to their user."""

import errno
import os
import shutil
import stat
import sys
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sendapp.errors import DiskFull, InUse, NotFound, NotWritable, Problem

# Windows: antivirus, indexers and sync clients hold a file for moments after it is written.
_REPLACE_PAUSES_S = (0.05, 0.1, 0.2, 0.4, 0.8, 1.0)

# How every file of SQLite begins, and so `records.db` and each backup.
_SQLITE = b"SQLite format 3\0"

_COPIED_AT_ONCE_BYTES = 1 << 20

# What a system says that synchronises no folders, or not for everybody who may write in one.
_NO_FOLDER_SYNC = (errno.EINVAL, errno.ENOTSUP, errno.EACCES, errno.EPERM)


def write_whole(path: Path, data: bytes, *, private: bool = True) -> None:
    """Write `data` to `path` so that a reader finds the old file or the new one, never a part.

    A file that is replaced keeps its rights; a new one is for its user only where it is `private`,
    and else has the rights that new files usually have.

    What is for others, and not `private`, is never written over records, which are gone then.

    Raises a Problem that names the path; the old file is untouched then, unless the Problem says
    that the new one is written.
    """
    if not private and _holds_records(path):
        raise Problem(
            f"{path} holds records, or a backup of them: nothing is written over it.",
            "Choose another name.",
        )
    with whole_file(path, private=private) as temporary:
        temporary.write_bytes(data)


def read_bytes(path: Path, most: int) -> bytes:
    """Return at most `most` bytes of a file; raises a Problem, also for what is no file.

    A pipe, or a device, is not opened: nobody knows when it ends, or begins.
    """
    try:
        mode = path.stat().st_mode
        if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
            raise Problem(
                f"{path} is a pipe or a device, not a file.", "Choose a file, or take a copy first."
            )
        with path.open("rb") as stream:
            return stream.read(most)
    except OSError as fault:
        raise problem_of(fault, path, reading=True) from fault


class NotText(ValueError):
    """A file holds more than is looked at, or no UTF-8 text; says which."""


def read_text(path: Path, most: int) -> str:
    """Return the text of a file of at most `most` bytes; raises NotText, or a Problem."""
    data = read_bytes(path, most + 1)
    if len(data) > most:
        raise NotText(f"The file is larger than {most // 1_000_000} MB.")
    try:
        return data.decode()
    except UnicodeDecodeError as fault:
        raise NotText(f"This is not UTF-8 text, from byte {fault.start + 1} on.") from fault


def copy_whole(source: Path, path: Path) -> None:
    """Copy the file `source` to `path` as `write_whole` writes a private file."""
    try:
        original = source.open("rb")
    except OSError as fault:
        raise problem_of(fault, source, reading=True) from fault
    with original, whole_file(path) as temporary, temporary.open("wb") as copy:
        shutil.copyfileobj(original, copy, _COPIED_AT_ONCE_BYTES)


@contextmanager
def whole_file(path: Path, *, private: bool = True) -> Iterator[Path]:
    """Yield a file beside `path` to write to, which takes its name once the block has ended well.

    Raises a Problem that names the path where the file cannot be made, kept or put in place;
    the old file is untouched then, as it is when the block raises. Where the new one is in place
    and only the disk did not confirm that, the Problem says so.
    """
    try:
        rights = _rights(path)
        if path.exists() and not path.is_file() and not path.is_dir():
            raise Problem(f"{path} is a pipe or a device, not a file.", "Choose another name.")
        with new_file(path.parent, private=private or rights is not None) as temporary:
            yield temporary
            _sync_file(temporary)
            if rights is not None:
                # Some file systems have no rights to give.
                with suppress(OSError):
                    temporary.chmod(rights)
            _replace(temporary, path)
    except OSError as fault:
        raise problem_of(fault, path) from fault
    try:
        _sync_folder(path.parent)
    except OSError as fault:
        if fault.errno not in _NO_FOLDER_SYNC:
            raise Problem(
                f"{path} is written, but the disk did not confirm that it will last.",
                "Write it again, or check the disk.",
            ) from fault


@contextmanager
def new_file(folder: Path, *, private: bool = True) -> Iterator[Path]:
    """Yield an empty file in `folder`, and delete it if it is still there.

    Raises OSError at the first refusal. Python's own tempfile takes one on Windows for a name
    that is taken, and tries two thousand million others.
    """
    path = folder / f".{uuid.uuid4().hex}.part"
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600 if private else 0o666))
    try:
        yield path
    finally:
        with suppress(OSError):
            path.unlink(missing_ok=True)


@contextmanager
def new_folder(parent: Path) -> Iterator[Path]:
    """Yield an empty folder in `parent`, private to its user, and delete it; as `new_file`."""
    path = parent / f".{uuid.uuid4().hex}.part"
    os.mkdir(path, 0o700)
    try:
        yield path
    finally:
        shutil.rmtree(path, ignore_errors=True)


def private_folder(path: Path) -> Path:
    """Make the folder `path` where it is missing, for its user only, and return it.

    A folder that is there keeps its rights: colleagues may share it.
    """
    return _folder(path, 0o700)


def usual_folder(path: Path) -> Path:
    """Make the folder `path` where it is missing, with the usual rights, and return it."""
    return _folder(path, 0o777)


def problem_of(fault: OSError, path: Path, *, reading: bool = False) -> Problem:
    """The sentence for an operating system's refusal to write `path`, or to read it."""
    return _not_read(fault, path) if reading else _not_written(fault, path)


def _not_read(fault: OSError, path: Path) -> Problem:
    if isinstance(fault, (FileNotFoundError, NotADirectoryError)):
        return NotFound(f"Cannot find {path}.", "Check its name, or choose another.")
    if isinstance(fault, IsADirectoryError) or (sys.platform == "win32" and path.is_dir()):
        return Problem(f"{path} is a folder, not a file.", "Choose a file.")
    if getattr(fault, "winerror", None) in (32, 33):
        return InUse(f"{path} is open in another program.", "Close it there, then try again.")
    if isinstance(fault, PermissionError):
        return Problem(f"You may not read {path}.", "Ask for the right to read it.")
    return Problem(f"{path} could not be read: {fault.strerror}.", "Try again, or take a copy.")


def _not_written(fault: OSError, path: Path) -> Problem:
    if fault.errno in (errno.ENOSPC, errno.EDQUOT):
        return DiskFull(
            f"There is no room left to write {path}.", "Free some space, or choose another place."
        )
    if isinstance(fault, FileNotFoundError):
        return NotFound(f"Cannot find {path}.", "Check the folder's name, or choose another place.")
    if isinstance(fault, (NotADirectoryError, FileExistsError)):
        return NotWritable(f"{path} is not in a folder.", "Choose another place.")
    if isinstance(fault, IsADirectoryError):
        return NotWritable(f"{path} is a folder, not a file.", "Choose a file name.")
    if getattr(fault, "winerror", None) in (32, 33):
        return InUse(
            f"{path} is open in another program.", "Close it there, or save under another name."
        )
    if isinstance(fault, PermissionError) or fault.errno == errno.EROFS:
        return NotWritable(f"You may not write {path}.", "Choose a folder of your own.")
    return Problem(
        f"{path} could not be written: {fault.strerror}.",
        "Try again, or choose another place.",
    )


def _folder(path: Path, mode: int) -> Path:
    try:
        path.mkdir(mode=mode, parents=True, exist_ok=True)
    except OSError as fault:
        raise problem_of(fault, path) from fault
    if not path.is_dir():
        raise NotWritable(f"{path} is a file, not a folder.", "Choose a folder.")
    return path


def _holds_records(path: Path) -> bool:
    # A pipe is not opened: nobody knows when it begins.
    if not path.is_file():
        return False
    try:
        with path.open("rb") as stream:
            return stream.read(len(_SQLITE)) == _SQLITE
    except OSError:
        # Not there, or not to be read: whether it can be written is seen when it is.
        return False


def _rights(path: Path) -> int | None:
    """Return the rights of the file that is there, None where none is."""
    try:
        return stat.S_IMODE(path.stat().st_mode)
    except OSError:
        return None


def _replace(source: Path, target: Path) -> None:
    for pause in _REPLACE_PAUSES_S:
        try:
            os.replace(source, target)
        except PermissionError:
            if sys.platform != "win32":
                raise
            time.sleep(pause)
        else:
            return
    os.replace(source, target)


def _sync_file(path: Path) -> None:
    # Windows only lets a file that is open for writing be synchronised.
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _sync_folder(folder: Path) -> None:
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
