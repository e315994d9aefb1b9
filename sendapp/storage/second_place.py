"""Where in the second backup place the backups of one records file go: a folder of its own."""

import getpass
import platform
import re
import unicodedata
import uuid
from contextlib import suppress
from pathlib import Path

from sendapp.errors import Problem
from sendapp.storage.settings import SettingsStore

_RECORDS_ID = "records_id"
_UNSAFE = re.compile(r"[^A-Za-z0-9_]+")
_LONGEST = 24


def records_id(settings: SettingsStore) -> str:
    """Return the UUID of the records file; it is made at the first asking, and kept in the file."""
    kept = settings.get(_RECORDS_ID)
    if isinstance(kept, str) and _is_uuid(kept):
        return kept
    made = str(uuid.uuid4())
    settings.put(_RECORDS_ID, made)
    return made


def own_folder(place: Path, settings: SettingsStore) -> Path:
    """Return this records file's folder in `place`, which others may share.

    Its name says whose it is and on which computer, in characters every file system takes. Where
    the file can be given no id, as on a full disk, the name goes without it.
    """
    parts = [_safe(_user()), _safe(platform.node())]
    with suppress(Problem):
        parts.append(records_id(settings)[:8])
    return place / "-".join(part for part in parts if part)


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "somebody"


def _safe(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return _UNSAFE.sub("_", plain).strip("_")[:_LONGEST]


def _is_uuid(text: str) -> bool:
    try:
        return str(uuid.UUID(text)) == text
    except ValueError:
        return False
