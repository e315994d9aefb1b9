"""Where the icons and styles are."""

from functools import cache
from pathlib import Path

_HERE = Path(__file__).resolve()


@cache
def resource_folder(name: str) -> Path:
    """Return the folder `name` of the resources, from source, installed and frozen alike."""
    installed = _HERE.parents[1] / "_shipped" / "resources" / name
    return installed if installed.is_dir() else _HERE.parents[2] / "resources" / name
