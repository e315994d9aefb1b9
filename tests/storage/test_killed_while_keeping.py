"""kill -9 at any moment of keeping versions: what was said to be kept is there, nothing is half."""

from pathlib import Path

import pytest

from tests.kill_while_keeping import Broken, kill_often, told
from tests.profiles import IN_CI

TIMES = 10 if IN_CI else 4

pytestmark = [pytest.mark.slow, pytest.mark.timeout(180)]


def test_every_version_said_to_be_kept_is_there_whole(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    results = kill_often(TIMES, tmp_path)
    with capsys.disabled():
        print(f"\n{told(results)}")  # noqa: T201
    assert not [result for result in results if result.faults]
    assert sum(result.said for result in results) > TIMES
    assert any(result.amid for result in results)


@pytest.mark.parametrize(
    ("broken", "found"),
    [(Broken.SAYS_FIRST, "was said to be kept"), (Broken.SAVES_NOT, "is newer than its record")],
)
def test_the_check_fails_for_a_program_that_is_broken(
    tmp_path: Path, broken: Broken, found: str
) -> None:
    results = kill_often(3, tmp_path, broken=broken)
    assert any(found in fault for result in results for fault in result.faults)
