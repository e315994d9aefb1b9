"""Whether a window has a data folder open, told from its lock file without Qt."""

import os
import platform
import sys
from pathlib import Path

from sendapp.errors import InUse


def refuse_if_open(lock: Path) -> None:
    """Raise InUse where a window on this computer surely has the folder of `lock` open.

    A lock that is another computer's, or was left by a program that ended, refuses nothing, and
    neither does any on Windows, where a process cannot be asked after without harm.
    """
    if sys.platform == "win32":
        return
    try:
        # As QLockFile writes it: process, program, computer, and what tells computers apart.
        lines = lock.read_text(encoding="utf-8", errors="replace").splitlines()
        process, program, computer = int(lines[0]), lines[1], lines[2]
    except (OSError, ValueError, IndexError):
        return
    if process > 0 and computer == platform.node() and _runs(process, program):
        raise InUse(
            f"These records are open in a window (process {process}).",
            "Close the window, then try again.",
        )


def _runs(process: int, program: str) -> bool:
    try:
        os.kill(process, 0)
    except PermissionError:
        # Somebody else's, but there.
        pass
    except OSError:
        return False
    try:
        # After a restart the number may be another program's.
        name = Path(f"/proc/{process}/exe").readlink().name
        return name.removesuffix(" (deleted)") == program
    except OSError:
        return True
