"""A desk over a real records file."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sendapp.paths import Paths
from sendapp.services.desk import Desk
from sendapp.storage.backups import Backups
from sendapp.storage.keeper import Keeper


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths(tmp_path / "data")


@pytest.fixture
def keeper(paths: Paths) -> Iterator[Keeper]:
    keeper = Keeper(paths.database, Backups(paths.backups))
    yield keeper
    keeper.close()


@pytest.fixture
def desk(keeper: Keeper, paths: Paths, tmp_path: Path) -> Desk:
    return Desk(keeper, (paths.rescued, tmp_path / "elsewhere"))
