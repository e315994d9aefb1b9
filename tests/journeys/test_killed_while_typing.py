"""kill -9 at any moment of typing: never more than five seconds of it are lost."""

from pathlib import Path

import pytest

from tests.kill_while_typing import kill_often, told
from tests.profiles import IN_CI

TIMES = 25 if IN_CI else 4

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]


def test_at_most_five_seconds_of_typing_are_lost(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    results = kill_often(TIMES, tmp_path)
    with capsys.disabled():
        print(f"\n{told(results)}")  # noqa: T201
    assert not [result for result in results if result.is_bad]


def test_the_check_fails_when_saving_is_broken(tmp_path: Path) -> None:
    (result,) = kill_often(1, tmp_path, breaks_saving=True)
    assert result.is_bad
    assert result.kept == 0
