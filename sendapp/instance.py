"""One window a data folder: a lock that says who has it, and a bell for a second start."""

import getpass
import hashlib
import json
import os
import platform
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from sendapp.domain.dates import long_date
from sendapp.errors import InUse, NotWritable, Problem
from sendapp.files import write_whole
from sendapp.paths import Paths

_RING_MS = 1_500


class Instance(QObject):
    """Holds the data folder for this window; a second start on it rings here."""

    rung = Signal()
    """The program was started again on this data folder."""

    def __init__(self, paths: Paths, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._paths = paths
        self._lock = QLockFile(str(paths.lock))
        # A lock is never taken from a machine that may only be slow to answer.
        self._lock.setStaleLockTime(0)
        self._since = datetime.now().astimezone().isoformat(timespec="minutes")
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)

    def hold(self) -> bool:
        """Take the data folder; False if a window of this user here has it and was raised.

        Raises InUse with the holder's name and since when, or NotWritable.
        """
        if not self._lock.tryLock(0):
            if self._lock.error() == QLockFile.LockError.PermissionError:
                raise NotWritable(
                    f"You may not write in {self._paths.data}.", "Choose a folder of your own."
                )
            if _ring(_bell_name(self._paths.data)):
                return False
            raise self._in_use()
        self.say_who("")
        QLocalServer.removeServer(_bell_name(self._paths.data))
        self._server.listen(_bell_name(self._paths.data))
        return True

    def release(self) -> None:
        """Give the data folder back."""
        self._server.close()
        if self._lock.isLocked():
            self._who.unlink(missing_ok=True)
            self._lock.unlock()

    @property
    def _who(self) -> Path:
        return self._paths.lock.with_suffix(".who.json")

    def say_who(self, name: str) -> None:
        """Write who has the data folder, for others to read: `name`, or the computer's user."""
        who = {"user": name or _user(), "computer": platform.node(), "since": self._since}
        try:
            write_whole(self._who, json.dumps(who).encode())
        except Problem:
            # The lock itself holds; only the sentence to others is poorer.
            return

    def _in_use(self) -> InUse:
        try:
            who = json.loads(self._who.read_text(encoding="utf-8"))
            since = datetime.fromisoformat(who["since"])
            by = f"by {who['user']} on {who['computer']}"
            when = f" since {since:%H:%M} on {long_date(since.date().isoformat())}"
        except (OSError, ValueError, KeyError, TypeError):
            by, when = f"on {self._lock.getLockInfo()[2] or 'another computer'}", ""
        return InUse(
            f"These records are open {by}{when}.",
            "Close the program there first, or start it here with --data and another folder.",
        )

    @Slot()
    def _answer(self) -> None:
        while (caller := self._server.nextPendingConnection()) is not None:
            caller.disconnected.connect(caller.deleteLater)
            self.rung.emit()
            caller.write(b"!")
            caller.disconnectFromServer()


def _ring(name: str) -> bool:
    """Raise the window that listens under `name`; False if none answers."""
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(_RING_MS):
        return False
    return socket.waitForReadyRead(_RING_MS) or socket.bytesAvailable() > 0


def _bell_name(data: Path) -> str:
    digest = hashlib.sha256(os.path.normcase(data.resolve()).encode()).hexdigest()
    return f"sendapp-{digest[:24]}"


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "somebody"
