"""What a file may be called on every system, whatever somebody called it."""

import re
import unicodedata

_NOT_ALLOWED = re.compile(r'[<>:"/\\|?*]')
# Windows keeps these for devices, whatever suffix follows.
_DEVICE = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?", re.IGNORECASE)
_MOST_CHARACTERS = 100
_MOST_BYTES = 200
_MOST_SUFFIX = 12


def allowed(text: str) -> str:
    """Return `text` on one line, without what file systems refuse or do not show."""
    composed = unicodedata.normalize("NFC", text)
    printed = "".join(c if c.isprintable() or c.isspace() else "" for c in composed)
    words = _NOT_ALLOWED.sub("-", printed).split()
    return " ".join(words).strip(". -")


def shortened(stem: str) -> str:
    """Cut at a word, so that name, folder and suffix stay inside every system's limits."""
    cut = stem[:_MOST_CHARACTERS].encode()[:_MOST_BYTES].decode(errors="ignore")
    if cut != stem and " " in cut[40:]:
        cut = cut[: cut.rindex(" ")]
    return cut.rstrip(". -")


def undeviced(name: str) -> str:
    """Return `name`, changed where Windows takes it for a device."""
    return f"_{name}" if _DEVICE.fullmatch(name) else name


def safe_name(name: str, otherwise: str = "File") -> str:
    """Return the name of a file without its folders and without what file systems refuse."""
    last = re.split(r"[/\\]", name)[-1]
    stem, dot, suffix = last.rpartition(".")
    if not dot or not suffix.isalnum() or not suffix.isascii() or len(suffix) > _MOST_SUFFIX:
        stem, suffix = last, ""
    stem = shortened(allowed(stem)) or otherwise
    return undeviced(f"{stem}.{suffix}" if suffix else stem)
