"""Where no window can be shown, one sentence says why, and how to mend it."""

import subprocess
import sys
from pathlib import Path

import pytest

from sendapp import display
from sendapp.display import NO_DISPLAY, missing_library, what_keeps_the_window_away

ROOT = Path(__file__).resolve().parents[1]
CURSOR = "libxcb-cursor.so.0: cannot open shared object file: No such file or directory"

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="only Linux can lack a display"
)


@pytest.fixture
def nothing_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(display, "_unloadable", lambda plugin: "")
    monkeypatch.setattr(display, "_unreachable", lambda name: "")


def lacking(*missing: str) -> type:
    """A stand-in for the system's loader that lacks some libraries."""

    class Loader:
        def __init__(self, name: str) -> None:
            if Path(name).name.startswith("libq"):
                raise OSError(f"{missing[0]}: cannot open shared object file: No such file")
            if name in missing:
                raise OSError(f"{name}: cannot open shared object file: No such file")

    return Loader


def test_without_any_display_the_sentence_says_so() -> None:
    assert what_keeps_the_window_away({}) == NO_DISPLAY
    assert what_keeps_the_window_away({"QT_QPA_PLATFORM": "xcb"}) == NO_DISPLAY


def test_a_platform_that_needs_no_display_is_left_to_qt() -> None:
    for platform in ("offscreen", "minimal", "vnc:port=1"):
        assert what_keeps_the_window_away({"QT_QPA_PLATFORM": platform}) == ""


def test_other_systems_always_have_a_display(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    assert what_keeps_the_window_away({}) == ""


@pytest.mark.usefixtures("nothing_missing")
@pytest.mark.parametrize("name", ["DISPLAY", "WAYLAND_DISPLAY"])
def test_a_display_with_its_libraries_is_fine(name: str) -> None:
    assert what_keeps_the_window_away({name: ":0"}) == ""


def test_every_missing_library_is_named_with_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    missing = ("libxcb-cursor.so.0", "libxcb-icccm.so.4")
    monkeypatch.setattr("ctypes.CDLL", lacking(*missing))
    assert what_keeps_the_window_away({"DISPLAY": ":0"}) == (
        "The window needs libxcb-cursor.so.0, libxcb-icccm.so.4, not installed here: "
        "install with sudo apt install libxcb-cursor0 libxcb-icccm4."
    )


def test_a_library_we_do_not_know_is_named_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ctypes.CDLL", lacking("libodd.so.3"))
    assert what_keeps_the_window_away({"DISPLAY": ":0"}) == (
        "The window needs libodd.so.3, not installed here: "
        "install with your system's package manager."
    )


def test_one_way_to_a_display_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(display, "_unreachable", lambda name: "")
    monkeypatch.setattr(
        display, "_unloadable", lambda plugin: "" if "xcb" in plugin else "no wayland"
    )
    both = {"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}
    assert what_keeps_the_window_away(both) == ""
    assert what_keeps_the_window_away(both | {"QT_QPA_PLATFORM": "wayland"}) == "no wayland"


def test_a_failed_import_names_the_library() -> None:
    assert missing_library(ImportError(CURSOR)) == (
        "The window needs libxcb-cursor.so.0, not installed here: "
        "install with sudo apt install libxcb-cursor0."
    )
    assert missing_library(ImportError("No module named 'x'")) == ""


@pytest.mark.parametrize(
    ("environment", "says"),
    [({}, NO_DISPLAY), ({"DISPLAY": ":7654"}, "The window needs |The display :7654 does not ans")],
)
def test_the_program_ends_with_one_sentence_and_no_abort(
    environment: dict[str, str], says: str, tmp_path: Path
) -> None:
    argv = [sys.executable, str(ROOT / "main.py"), "--data", str(tmp_path / "data")]
    ran = subprocess.run(argv, capture_output=True, text=True, env=environment, check=False)
    assert ran.returncode == 1
    assert ran.stderr.count("\n") == 1
    assert any(part in ran.stderr for part in says.split("|"))
    assert not (tmp_path / "data").exists()
