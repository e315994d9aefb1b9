"""Where things are: the data folder with what is in it, and what came with the program."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

_NAME = "sendapp"
_ROOM = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class Paths:
    """The places in one data folder; `data` need not exist yet."""

    data: Path

    @property
    def database(self) -> Path:
        """The records file."""
        return self.data / "records.db"

    @property
    def backups(self) -> Path:
        """The folder of dated backups."""
        return self.data / "backups"

    @property
    def rescued(self) -> Path:
        """The folder of side files, for text that the database would not take."""
        return self.data / "rescued"

    @property
    def opened(self) -> Path:
        """The folder of copies of filed documents that are opened to be looked at."""
        return self.data / "opened"

    @property
    def own_words(self) -> Path:
        """The user's own dictionary: a text file with one word a line."""
        return self.data / "my-words.txt"

    @property
    def log(self) -> Path:
        """The log file."""
        return self.data / "sendapp.log"

    @property
    def lock(self) -> Path:
        """The lock file that says which window has the data folder open."""
        return self.data / "sendapp.lock"


def paths_for(chosen: str | Path | None = None) -> Paths:
    """Return the places in the folder `chosen` (`--data FOLDER`), else in the platform's own."""
    return Paths(Path(chosen).expanduser().absolute() if chosen else _default_data())


def rescue_elsewhere() -> Path:
    """Return the folder for side files when even the data folder takes nothing."""
    return Path.home() / "sendapp-rescued"


def resources() -> Path:
    """Return the folder of icons, styles and examples."""
    return _shipped("resources")


def templates() -> Path:
    """Return the folder of record types that came with the program."""
    return _shipped("templates")


def guide() -> Path:
    """Return the folder of the user guide."""
    return _shipped("docs/guide")


def _shipped(name: str) -> Path:
    # A wheel carries them inside the package; beside it they stand in a checkout and in a
    # frozen program.
    inside = _ROOM / "_shipped" / name
    return inside if inside.is_dir() else _ROOM.parent / name


def _default_data() -> Path:
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        return (Path(local) if local else Path.home() / "AppData" / "Local") / _NAME
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / _NAME
    xdg = os.environ.get("XDG_DATA_HOME", "")
    # The base directory specification: a path that is not absolute is to be ignored.
    share = Path(xdg) if os.path.isabs(xdg) else Path.home() / ".local" / "share"
    return share / _NAME
