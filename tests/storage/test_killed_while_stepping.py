"""kill -9 at every point of every step: the old state or the new, with everything in step."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.profiles import IN_CI

ROOT = Path(__file__).resolve().parents[2]
TIMES = 40 if IN_CI else 10

pytestmark = [pytest.mark.slow, pytest.mark.timeout(240)]


def killed(*options: str) -> "subprocess.CompletedProcess[str]":
    """Run the killing in a process without threads, which may be forked."""
    argv = [sys.executable, "-m", "tests.kill_while_stepping", *options]
    return subprocess.run(argv, cwd=ROOT, capture_output=True, text=True, check=False)


def test_every_state_change_is_whole_wherever_it_is_killed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    done = killed("--times", str(TIMES))
    with capsys.disabled():
        print(f"\n{done.stdout.strip()}")  # noqa: T201
    assert done.returncode == 0, done.stdout + done.stderr
    assert "; 0 left a fault" in done.stdout


def test_the_check_fails_for_a_program_that_is_broken() -> None:
    done = killed("--broken", "journal-apart", "--verb", "publish")
    assert done.returncode == 1, done.stdout + done.stderr
    assert "journal: neither as it was nor as it was to be" in done.stdout
    assert "link to the journal" in done.stdout
