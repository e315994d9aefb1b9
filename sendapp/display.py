"""Whether a window can be shown here, said in a sentence before Qt would end the program."""

import ctypes
import importlib.util
import os
import re
import sys
from collections.abc import Mapping
from pathlib import Path

_PACKAGES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libOpenGL.so.0": "libopengl0",
    "libGLX.so.0": "libglx0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}
"""What the window needs on Linux beside Python's packages, with Debian's and Ubuntu's names."""

NO_DISPLAY = (
    "There is no display to show the window on: start the program from the desktop, or set "
    "DISPLAY; without a window, see `python main.py --help`."
)


def what_keeps_the_window_away(environment: Mapping[str, str] = os.environ) -> str:
    """Return the sentence that says why no window can be shown here, '' where one can."""
    if not sys.platform.startswith("linux"):
        return ""
    wanted = environment.get("QT_QPA_PLATFORM", "")
    if wanted and wanted.split(":")[0].split(";")[0] not in ("xcb", "wayland"):
        return ""
    reasons = []
    if environment.get("WAYLAND_DISPLAY") and "xcb" not in wanted:
        reasons.append(_unloadable("libqwayland.so"))
    if environment.get("DISPLAY") and "wayland" not in wanted:
        reasons.append(_unloadable("libqxcb.so") or _unreachable(environment["DISPLAY"]))
    if not reasons:
        return NO_DISPLAY
    return "" if "" in reasons else reasons[-1]


def missing_library(fault: ImportError | OSError) -> str:
    """Return the sentence for a failed import that lacks a system library, '' for any other."""
    named = re.match(r"(?:\S*/)?([^/\s]+\.so[.\d]*): ", str(fault))
    return _install([named[1]]) if named else ""


def _unloadable(plugin: str) -> str:
    """Return what Qt's way to the display lacks, '' if it can be loaded."""
    path = _plugins() / plugin
    try:
        ctypes.CDLL(str(path))
    except OSError as fault:
        first = missing_library(fault)
        if not first:
            return f"The window cannot be shown: {fault}."
        other = "wayland" if "xcb" in plugin else "xcb"
        wanted = [name for name in _PACKAGES if other not in name]
        return _install([name for name in wanted if not _loads(name)]) or first
    return ""


def _install(libraries: list[str]) -> str:
    if not libraries:
        return ""
    known = sorted({_PACKAGES[name] for name in libraries if name in _PACKAGES})
    how = f"sudo apt install {' '.join(known)}" if known else "your system's package manager"
    names = ", ".join(libraries)
    return f"The window needs {names}, not installed here: install with {how}."


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _unreachable(display: str) -> str:
    """Return the sentence for a display that does not answer, at which Qt would abort."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError as fault:
        return missing_library(fault)
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.c_void_p]
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(display.encode(), None)
    failed = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    if not failed:
        return ""
    return (
        f"The display {display} does not answer: start the program from the desktop, or set "
        "DISPLAY to one that does; without a window, see `python main.py --help`."
    )


def _plugins() -> Path:
    # Looked up, not imported: the import is what may fail.
    spec = importlib.util.find_spec("PySide6")
    if spec is None or spec.origin is None:
        return Path()
    return Path(spec.origin).parent / "Qt" / "plugins" / "platforms"
