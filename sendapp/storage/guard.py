"""The look at a records file before SQLite touches it, so that a refused file stays as it was."""

import errno
import stat
from pathlib import Path

from sendapp.errors import Damaged, NewerVersion, NotFound, NotOurs, NotWritable, Problem
from sendapp.files import new_file, problem_of
from sendapp.storage.faults import FROM_A_BACKUP, damaged, not_writable

APPLICATION_ID = 0x44524543
"""What stands in the header of every records file: "DREC"."""

_MAGIC = b"SQLite format 3\x00"
_HEADER_BYTES = 100
_NEWER_HINT = "Install the newest version of this program, then open it again."


def inspect(path: Path, newest: int, *, writing: bool = True) -> None:
    """Raise the Problem that forbids opening `path`; `newest` is the last schema version known.

    Only looks: the file's bytes are never changed. `writing` asks for the right to change it.
    """
    size = _size(path)
    header = _header(path)
    if size == 0:
        raise Damaged(
            f"{path} is empty. Copying or synchronising it may not have finished.", FROM_A_BACKUP
        )
    if not header.startswith(_MAGIC):
        raise NotOurs(f"{path} is not a records file, or its beginning is damaged.", FROM_A_BACKUP)
    if len(header) < _HEADER_BYTES:
        raise _cut_short(path)
    _check_header(path, header, newest)
    _check_length(path, header, size)
    _check_leftovers(path)
    if writing:
        _check_rights(path)


def _size(path: Path) -> int:
    try:
        found = path.stat()
    except FileNotFoundError as fault:
        missing = path if path.parent.is_dir() else path.parent
        raise NotFound(
            f"Cannot find {missing}.", "Check the folder's name, or choose another folder."
        ) from fault
    except OSError as fault:
        raise _unreadable(fault, path) from fault
    if stat.S_ISDIR(found.st_mode):
        raise NotOurs(f"{path} is a folder, not a records file.", "Choose another folder.")
    if not stat.S_ISREG(found.st_mode):
        raise NotOurs(f"{path} is not a file.", "Choose another folder.")
    return found.st_size


def _header(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            return stream.read(_HEADER_BYTES)
    except OSError as fault:
        raise _unreadable(fault, path) from fault


def _unreadable(fault: OSError, path: Path) -> Problem:
    if isinstance(fault, PermissionError):
        return NotWritable(f"You may not read {path}.", "Ask for the right to read and change it.")
    if fault.errno == errno.ENAMETOOLONG:
        return NotFound(f"The name {path} is too long.", "Choose a folder with a shorter name.")
    return problem_of(fault, path, reading=True)


def _check_header(path: Path, header: bytes, newest: int) -> None:
    """Check the fields of the file header, whose places are SQLite's file format."""
    if max(header[18], header[19]) > 2 or _number(header, 44) > 4:
        raise NewerVersion(f"{path} was written by newer software.", _NEWER_HINT)
    if _number(header, 68) != APPLICATION_ID:
        raise NotOurs(
            f"{path} is a database of another program, not a records file.",
            "Choose another folder.",
        )
    version = _number(header, 60)
    if version > newest:
        raise NewerVersion(f"{path} was made by a newer version of this program.", _NEWER_HINT)
    if version == 0 or min(header[18], header[19]) == 0 or _number(header, 56) != 1:
        raise damaged(path)


def _check_length(path: Path, header: bytes, size: int) -> None:
    journal = path.with_name(path.name + "-journal")
    if journal.exists() and journal.stat().st_size:
        # A save was cut off; SQLite puts the file right when it opens it.
        return
    stored_page_bytes = int.from_bytes(header[16:18])
    page_bytes = 65536 if stored_page_bytes == 1 else stored_page_bytes
    if page_bytes < 512 or page_bytes & (page_bytes - 1):
        raise damaged(path)
    counted = _number(header, 24) == _number(header, 92)
    if size % page_bytes or (counted and _number(header, 28) * page_bytes > size):
        raise _cut_short(path)


def _check_leftovers(path: Path) -> None:
    """Refuse a write-ahead log beside the file: we make none, and SQLite would play it in."""
    log = path.with_name(path.name + "-wal")
    if log.exists() and log.stat().st_size:
        raise Damaged(
            f"Another program left changes beside {path}, in {log.name}.",
            "Close the other program. If the file stays, move it elsewhere and keep it.",
        )


def _check_rights(path: Path) -> None:
    try:
        path.open("r+b").close()
    except OSError as fault:
        raise not_writable(path) from fault
    try:
        with new_file(path.parent):
            pass
    except OSError as fault:
        # A full disk is told when something is saved; until then the records can be read.
        if fault.errno not in (errno.ENOSPC, errno.EDQUOT):
            raise not_writable(path.parent) from fault


def _cut_short(path: Path) -> Damaged:
    return Damaged(
        f"{path} is cut short. Copying or synchronising it may not have finished.", FROM_A_BACKUP
    )


def _number(header: bytes, place: int) -> int:
    return int.from_bytes(header[place : place + 4])
