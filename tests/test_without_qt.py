"""Where Qt's system libraries are missing, everything that needs no window is still tried."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_without_qt_only_what_needs_it_is_skipped(tmp_path: Path) -> None:
    broken = tmp_path / "PySide6"
    broken.mkdir()
    (broken / "__init__.py").write_text('raise ImportError("libEGL.so.1 is not here")\n')
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    tried = subprocess.run(
        [sys.executable, "-m", "pytest", "tests", "--collect-only", "-q", "-p", "no:cacheprovider"],
        cwd=ROOT,
        env=kept | {"CI": "", "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=100,
        check=True,
    ).stdout
    rooms = {line.split("/")[1] for line in tried.splitlines() if "::" in line}
    assert rooms >= {"documents", "domain", "services", "storage"}
    assert not rooms & {"journeys", "ui"}
    assert "needs Qt, and Qt needs libEGL.so.1 is not here" in tried
