"""What every test stands on: no display, no real folders, no guesses about what is installed."""

import gc
import os
import shutil
import tempfile
from pathlib import Path

# Before anything imports Qt: tests never open a window on somebody's screen, and QSettings
# remembers the first home it sees.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
_HOME = Path(tempfile.mkdtemp(prefix="sendapp-tests-"))
_HOMES = {
    "HOME": _HOME,
    "USERPROFILE": _HOME,
    "APPDATA": _HOME / "roaming",
    "LOCALAPPDATA": _HOME / "local",
    "XDG_DATA_HOME": _HOME / "share",
    "XDG_CONFIG_HOME": _HOME / "config",
    "XDG_CACHE_HOME": _HOME / "cache",
    "XDG_STATE_HOME": _HOME / "state",
}
os.environ.update({name: str(folder) for name, folder in _HOMES.items()})

import pytest  # noqa: E402

from tests import profiles  # noqa: E402
from tests.without_qt import SkipsQt, why_qt_is_away  # noqa: E402

_OFFICE_PROGRAMS = ("soffice", "pdftotext")


def pytest_addoption(pluginmanager: pytest.PytestPluginManager) -> None:
    # Before plugins are configured: pytest-qt would end the run where Qt cannot be imported.
    if reason := why_qt_is_away():
        pluginmanager.unregister(name="pytest-qt")
        pluginmanager.register(SkipsQt(reason), "skips-qt")
    else:
        pluginmanager.import_plugin("tests.with_qt")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "thorough: a property with many examples; see profiles.py")
    for folder in _HOMES.values():
        folder.mkdir(parents=True, exist_ok=True)


def pytest_collection_finish() -> None:
    # What was imported stays; looking through it after every test would take long.
    gc.collect()
    gc.freeze()


def pytest_unconfigure() -> None:
    shutil.rmtree(_HOME, ignore_errors=True)


def pytest_runtest_setup(item: pytest.Item) -> None:
    if item.get_closest_marker("office"):
        absent = [name for name in _OFFICE_PROGRAMS if not shutil.which(name)]
        if absent:
            _skip_outside_ci(f"needs {' and '.join(absent)}, which are not installed here")
    if item.get_closest_marker("seed") and not os.environ.get("SENDAPP_SEED"):
        _skip_outside_ci("needs the council's seed record; set SENDAPP_SEED to its folder")


@pytest.fixture
def seed() -> Path:
    """The folder of the seed record; tests that use it carry the marker `seed`."""
    named = os.environ.get("SENDAPP_SEED", "")
    if not named:
        _skip_outside_ci("needs the council's seed record; set SENDAPP_SEED to its folder")
    folder = Path(named).resolve()
    assert (folder / "record.json").is_file(), f"SENDAPP_SEED names {folder}: no record.json there"
    return folder


@pytest.fixture(autouse=True)
def _away_from_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Give each test a data folder of its own, should it ask for the default one."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "local"))


def _skip_outside_ci(reason: str) -> None:
    if profiles.IN_CI:
        pytest.fail(f"In CI nothing is skipped, but this test {reason}.")
    pytest.skip(reason)
